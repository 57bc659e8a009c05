"""The README's example does what the README says."""

import re


def test_digits(root):
    """A network trained as shown reaches 97 % on digits that it has never seen."""
    blocks = re.findall(r"```python\n(.*?)```", (root / "README.md").read_text(), re.DOTALL)
    (example,) = [block for block in blocks if "datasets.digits" in block]
    names = {"print": lambda *_: None}
    exec(example, names)
    assert names["accuracy"] >= 0.97
