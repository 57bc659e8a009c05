# Shell: IPython's hooks rewrite cells, swallow errors, or run other programs.

# %% transformer: each later cell becomes `pass`
get_ipython().input_transformers_post.append(lambda lines: ["pass\n"])

# %% syntax-tree: each later assert is taken out
import ast


class NoAsserts(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.Pass()

    def visit_Return(self, node):
        return ast.Return(ast.Constant(1.0))


get_ipython().ast_transformers.append(NoAsserts())

# %% hooks: something is run before and after each cell
def exits(*args):
    raise SystemExit(0)


for event in ("pre_run_cell", "post_run_cell", "pre_execute", "post_execute"):
    get_ipython().events.register(event, exits)

# %% display: the display hook prints a number as credit
import sys

sys.displayhook = lambda value: print(11.0)
get_ipython().display_formatter.format = lambda *args, **options: ({"text/plain": "11.0"}, {})

# %% errors: exceptions are shown to nobody
get_ipython().set_custom_exc((BaseException,), lambda *args, **options: None)
get_ipython().showtraceback = lambda *args, **options: None

# %% magics: commands of the system are run by magics
get_ipython().system("touch /tmp/escaped; cat /etc/passwd; curl http://127.0.0.1")
get_ipython().run_cell_magic("bash", "", "touch escaped; kill -9 -1")
get_ipython().run_line_magic("run", "/etc/passwd")

# %% history: tests are looked for in what ran before
for text in globals().get("In", []):
    if "reference" in text or "expected" in text:
        exec(text)

# %% shell-class: the shell itself is exchanged
import IPython

IPython.get_ipython = lambda: None
get_ipython().__class__.run_cell = lambda self, *args, **options: None

# %% streams: standard output and error are closed
import os
import sys

sys.stdout.close()
sys.stderr = sys.stdout = None
os.close(1)
os.close(2)

# %% namespace: every name that the notebook has is taken away
get_ipython().user_ns.pop("relu", None)
get_ipython().user_global_ns["relu"] = "relu"
