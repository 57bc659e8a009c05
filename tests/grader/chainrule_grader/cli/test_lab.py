"""`chainrule lab` opens JupyterLab on the course."""

import sys

from chainrule_grader.cli.main import main


def test_lab_opens_the_first_lecture(root, monkeypatch):
    """JupyterLab is started on the course, with its first lecture."""
    started = []
    monkeypatch.setattr("os.execv", lambda *what: started.append(what))
    monkeypatch.chdir(root)
    main(["lab", "--", "--no-browser"])
    ((_, command),) = started
    assert [sys.executable, "-m", "jupyterlab"] == command[:3]
    assert "--no-browser" == command[-1]
