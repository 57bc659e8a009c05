"""A verdict's message is one line of text."""

from chainrule_grader.judging.verdict import Case, Kind, Verdict


def test_the_message_of_a_right_answer():
    """Without a case the message is the sentence."""
    assert "f is right." == Verdict("set/f", Kind.CORRECT, "f is right.", 1.0).message


def test_the_message_is_one_line():
    """Line breaks of an exception are removed, and case and remarks follow the sentence."""
    verdict = Verdict(
        "set/f",
        Kind.CRASHED,
        "f stopped:\n a\nb.",
        case=Case("f(1)", "2", "3"),
        remarks=("c\nd.",),
    )
    assert "f stopped: a b. f(1) needs 2 and gave 3. c d." == verdict.message


def test_a_kind_is_its_name():
    """A kind in a file is the name that the contract lists."""
    names = "correct misconception wrong crashed timed_out not_attempted forbidden grader_fault"
    assert names.split() == [str(kind) for kind in Kind]
