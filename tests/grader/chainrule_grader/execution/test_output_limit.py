"""The outputs of a whole notebook are limited."""

from chainrule_grader.execution.output_limit import LEFT_OUT, MAX_CHARACTERS, limit_outputs
from chainrule_grader.submissions.cell import CellResult

PICTURE = ("display_data", {"image/png": "x" * 400_000})


def test_ordinary_outputs_are_kept():
    """A hundred figures are no problem."""
    figure = CellResult((("stdout", "hello"),), (("display_data", {"image/png": "x" * 50_000}),))
    results = dict.fromkeys(range(100), figure)
    assert results == limit_outputs(results)


def test_what_is_too_much_is_left_out():
    """A hundred cells of fifty large pictures leave a page that can be opened."""
    small = CellResult((("stdout", "hello"),))
    results = {0: small, **{n: CellResult((), (PICTURE,) * 10) for n in range(1, 100)}, 100: small}
    kept = limit_outputs(results)
    assert results.keys() == kept.keys()
    assert (small, small) == (kept[0], kept[100])
    assert results[1] == kept[1]
    assert (LEFT_OUT,) == kept[50].shown
    texts = [text for result in kept.values() for _, data in result.shown for text in data.values()]
    assert sum(map(len, texts)) < MAX_CHARACTERS + 100 * 100
