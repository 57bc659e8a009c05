"""Run the command with `python -m chainrule_grader.cli`."""

import sys

from chainrule_grader.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
