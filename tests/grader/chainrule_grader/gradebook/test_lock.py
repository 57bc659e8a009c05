"""Only one run at a time writes the marks of a course."""

import threading

from chainrule_grader.gradebook.lock import course_lock


def test_the_second_waits_for_the_first(tmp_path):
    """It says so, and goes on afterwards."""
    order, waits = [], threading.Event()

    def second():
        with course_lock(tmp_path, waits.set):
            order.append("second")

    thread = threading.Thread(target=second)
    with course_lock(tmp_path):
        thread.start()
        assert waits.wait(10)
        order.append("first")
    thread.join(10)
    assert ["first", "second"] == order


def test_without_another_run_nobody_waits(tmp_path):
    """Also a second time."""
    waited = []
    for _ in range(2):
        with course_lock(tmp_path, lambda: waited.append(1)):
            pass
    assert [] == waited


def test_a_folder_without_locks_is_no_obstacle(tmp_path):
    """Where nothing can be locked, grading goes on."""
    with course_lock(tmp_path / "missing"):
        pass
