// Bundle the script of each explorable, with all that it imports, into one module beside the explorable's Python file.
// With --check nothing is written, and a bundle that differs from what is there is an error.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";

const PACKAGE = "../chainrule_widgets";
const DIGESTS = `${PACKAGE}/scripts.sha256`;
const LOCK = "package-lock.json";

process.chdir(import.meta.dirname);

/** Return the scripts in this folder and in those below it, in a fixed order; tests and configuration are left out. */
function scripts(folder = ".") {
  const found = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules") found.push(...scripts(path));
    else if (/^\w+\.js$/.test(entry.name)) found.push(path);
  }
  return found.sort();
}

const digest = (content) => createHash("sha256").update(content).digest("hex");
const differs = (path, content) => !existsSync(path) || !readFileSync(path).equals(Buffer.from(content));

const sources = scripts();
const { outputFiles } = await build({
  // A script with a default export is an explorable's; the others are imported.
  entryPoints: sources.filter((path) => /^export default/m.test(readFileSync(path, "utf8"))),
  outbase: ".",
  outdir: PACKAGE,
  write: false,
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  // Names stay, for whoever reads an error in the browser; lines stay short, for comparisons in git.
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 120,
  legalComments: "none",
  logLevel: "warning",
  banner: { js: "// Built by `npm run build` in lib/page_scripts." },
});
const bundles = outputFiles.map(({ path, contents }) => [relative(".", path), contents]);
const read = [LOCK, ...sources].map((path) => [path, readFileSync(path)]);
const digests = [...read, ...bundles].map(([path, content]) => `${digest(content)}  ${path}\n`).join("");

const changed = [...bundles, [DIGESTS, digests]].filter(([path, content]) => differs(path, content));
if (process.argv.includes("--check")) {
  for (const [path] of changed) console.error(`${path} is not what the sources make; run npm run build`);
  process.exitCode = changed.length ? 1 : 0;
} else {
  for (const [path, content] of changed) writeFileSync(path, content);
}
