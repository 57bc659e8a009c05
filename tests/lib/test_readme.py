"""The README's example and commands do what the README says."""

import re
import subprocess
import sys


def blocks(root, language):
    """Return the README's blocks of code in a language."""
    text = (root / "README.md").read_text(encoding="utf-8")
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return [block for name, block in found if name == language]


def test_digits(root):
    """A network trained as shown reaches 97 % on digits that it has never seen."""
    (example,) = [block for block in blocks(root, "python") if "datasets.digits" in block]
    names = {"print": lambda *_: None}
    exec(example, names)
    assert names["accuracy"] >= 0.97


def test_commands_exist(root):
    """Every command of ours that a block shows is one that `chainrule --help` lists."""
    shown = set(re.findall(r"\bchainrule ([a-z]+)", "".join(blocks(root, ""))))
    command = [sys.executable, "-c", "from chainrule_grader.cli.main import main; main(['--help'])"]
    text = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert {"demo", "lab"} <= shown <= set(re.findall(r"[a-z]+", text))


def test_commands_find_their_program(root):
    """Without an activated environment, every command is found by the uv that is installed."""
    plain = [block for block in blocks(root, "") if "bin/activate" not in block]
    lines = [line for block in plain for line in block.splitlines()]
    install = r"(python3 -m pip install --upgrade --target \.uv uv && )?"
    assert [] == [line for line in lines if not re.match(install + r"\.uv/bin/uv run \S", line)]
