"""nbgrader's configuration of this course: its folders, and marking in the sandbox."""

from pathlib import Path

from chainrule_grader.nbgrader_bridge import configure

c = get_config()
configure(c, Path(__file__).resolve().parent)

# The name of the course in nbgrader's exchange, and of its groups on a JupyterHub.
c.CourseDirectory.course_id = "chainrule"

# The exchange is the folder through which `nbgrader release_assignment` hands out problem sets and
# `nbgrader collect` gets submissions. All users of the machine need write access to it:
#     mkdir -p /srv/nbgrader/exchange && chmod ugo+rwx /srv/nbgrader/exchange
# If you use an exchange, give its path here:
# c.Exchange.root = "/srv/nbgrader/exchange"
