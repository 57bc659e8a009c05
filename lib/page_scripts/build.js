// Bundle the script of each explorable, with all that it imports, into one module beside the explorable's Python file.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const PACKAGE = "../chainrule_widgets";
const DIGESTS = `${PACKAGE}/scripts.sha256`;
const LOCK = "package-lock.json";

process.chdir(import.meta.dirname);

/** Return the scripts in this folder and in those below it, in a fixed order. */
function scripts(folder = ".") {
  const found = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules") found.push(...scripts(path));
    else if (/^\w+\.js$/.test(entry.name)) found.push(path);
  }
  return found.sort();
}

const digest = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

const sources = scripts();
// A script with a default export is an explorable's; the others are imported.
const entryPoints = sources.filter((path) => /^export default/m.test(readFileSync(path, "utf8")));
await build({
  entryPoints,
  outbase: ".",
  outdir: PACKAGE,
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 120,
  legalComments: "none",
  logLevel: "warning",
  banner: { js: "// Built by `npm run build` in lib/page_scripts." },
});
const bundles = entryPoints.map((path) => join(PACKAGE, path));
const lines = [LOCK, ...sources, ...bundles].map((path) => `${digest(path)}  ${path}\n`);
writeFileSync(DIGESTS, lines.join(""));
