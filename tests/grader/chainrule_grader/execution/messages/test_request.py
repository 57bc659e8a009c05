"""A request is a message with a result."""

from chainrule_grader.execution.messages.request import Request, cell_request


def test_a_cell_request():
    """The worker gets the source and the time limit, and there is no result yet."""
    request = cell_request("x = 1", 2.0)
    assert {"op": "cell", "source": "x = 1", "seconds": 2.0} == request.message
    assert (2.0, None) == (request.seconds, request.result)


def test_equal_messages_are_different_requests():
    """A request is found in a queue by identity."""
    first, second = Request({"op": "cell"}, 1.0), Request({"op": "cell"}, 1.0)
    assert first != second
