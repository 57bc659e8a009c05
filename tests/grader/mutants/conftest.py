"""The tests import the command's modules by the names that they have beside it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
