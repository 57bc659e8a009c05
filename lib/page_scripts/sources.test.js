import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const here = import.meta.dirname;
const sources = readdirSync(here, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith(".js") && !path.includes("node_modules"));

test("no line is longer than 120 characters, where the formatter cannot break it either", () => {
  expect(sources.length).toBeGreaterThan(100);
  const long = sources.flatMap((path) =>
    readFileSync(join(here, path), "utf8")
      .split("\n")
      .flatMap((line, i) => ([...line].length > 120 ? [`${path}:${i + 1}`] : [])),
  );
  expect(long).toEqual([]);
});
