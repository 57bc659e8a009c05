// Run a lecture in Pyodide, the browser's Python: node run.mjs <pyodide> <packages.zip> <lecture.json>…
// Prints one JSON object a lecture: what went wrong, if anything, and how many seconds of work it was.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, packages, ...lectures] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const pyodide = await loadPyodide({ indexURL: folder, stdout: () => {}, stderr: () => {} });
await pyodide.loadPackage(["numpy", "matplotlib", "packaging", "typing-extensions", "six"], { messageCallback: () => {} });
pyodide.unpackArchive(new Uint8Array(readFileSync(packages)), "zip", { extractDir: "/packages" });
await pyodide.runPythonAsync(`
import contextlib, io, json, sys
sys.path.insert(0, "/packages")
from IPython.core.interactiveshell import InteractiveShell

def run(cells):
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    errors = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(errors):
        for source in json.loads(cells):
            result = shell.run_cell(source)
            if not result.success:
                error = result.error_before_exec or result.error_in_exec
                return {"wrong": f"{type(error).__name__}: {error} in {source[:200]}"}
    return {"wrong": errors.getvalue()}
`);
for (const lecture of lectures) {
  pyodide.globals.set("cells", readFileSync(lecture, "utf8"));
  const began = process.cpuUsage();
  const result = JSON.parse(pyodide.runPython("json.dumps(run(cells))"));
  const { user, system } = process.cpuUsage(began);
  console.log(JSON.stringify({ lecture, ...result, seconds: (user + system) / 1e6 }));
}
