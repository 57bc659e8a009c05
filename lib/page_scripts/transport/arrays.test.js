import { expect, test } from "vitest";
import { toNumbers, toRows } from "./arrays.js";

test("numbers are copied out of the middle of a message, wherever they begin", () => {
  const message = new ArrayBuffer(1 + 2 * 4);
  const view = new DataView(message, 1, 8);
  view.setFloat32(0, 1.5, true);
  view.setFloat32(4, -2, true);
  expect([...toNumbers(view)]).toEqual([1.5, -2]);
  expect([...toNumbers(new DataView(message, 1, 2), Uint8Array)]).toEqual([0, 0]);
});

test("numbers are cut into rows", () => {
  expect(toRows([1, 2, 3, 4, 5, 6], 3)).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
});
