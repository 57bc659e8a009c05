"""Feed the decoder of messages what a coverage-guided fuzzer invents, for some minutes.

    uv run --with atheris python tests/fuzz/messages.py -max_total_time=180

A message either cannot be read, and WireError says so, or it is a plain value that the judge can
go on with: it can be written again, and reads as the same value. Whatever else happens is a
finding, and becomes a test in tests/grader/chainrule_worker/test_encoding.py.
"""

import sys

import atheris
from chainrule_grader.execution import responses
from chainrule_grader.execution.result_limits import ResultBudget

with atheris.instrument_imports(include=["chainrule_worker"]):
    from chainrule_worker import encoding


SEEDS = (
    {"op": "ready"},
    {"value": [1, 2.5, None, True, "text"], "failure": None, "warnings": ["w"], "changed": [0]},
    {"printed": {"stdout": "x"}, "shown": [["display_data", {"text/plain": "1"}]], "failure": None},
    {"op": "callback", "function": 0, "args": (1.0,), "options": {"h": 1e-5}},
    {
        "value": (
            encoding.ObjectHandle(3, "function"),
            encoding.Seed(7),
            encoding.FunctionHandle(0),
        ),
        "failure": {"kind": "E"},
    },
)


def one_message(data):
    """Read header and body from the fuzzer's bytes; the first two give the header's length."""
    length = int.from_bytes(data[:2], "little")
    header, body = data[2 : 2 + length], data[2 + length :]
    try:
        message = encoding.decode(header, body)
    except encoding.WireError:
        return
    if isinstance(message, dict):
        responses.read_cell_result(message)
        responses.read_outcome(message, ResultBudget())
    frame = encoding.encode(message)
    size = encoding.PREFIX.size
    length, _ = encoding.read_prefix(frame[:size])
    again = encoding.decode(frame[size : size + length], frame[size + length :])
    assert encoding.encode(again) == frame


def seeds(folder):
    """Write a few real messages for the fuzzer to begin with."""
    for number, message in enumerate(SEEDS):
        frame = encoding.encode(message)
        size = encoding.PREFIX.size
        header, _ = encoding.read_prefix(frame[:size])
        (folder / str(number)).write_bytes(header.to_bytes(2, "little") + frame[size:])


def main():
    """Fuzz until the time is up."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as corpus:
        seeds(Path(corpus))
        atheris.Setup([*sys.argv, corpus], one_message)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
