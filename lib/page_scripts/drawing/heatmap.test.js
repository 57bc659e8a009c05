import { expect, test } from "vitest";
import { classColour, contour } from "./heatmap.js";

// 5 × 5 values of a function on [0, 4]², the lowest row first.
const field = (/** @type {(x: number, y: number) => number} */ f) =>
  Array.from({ length: 25 }, (_, i) => f(i % 5, Math.floor(i / 5)));
const points = (/** @type {string} */ d) => d.match(/[\d.]+ [\d.]+/g)?.map((p) => p.split(" ").map(Number)) ?? [];

test("the contour of a plane is its straight line", () => {
  const places = points(
    contour(
      field((x, y) => x + y),
      40,
      3,
    ),
  );
  expect(places.length).toBeGreaterThan(3);
  // On the drawing y points down: x + y = 3 becomes x + (40 − y) = 30.
  for (const [x, y] of places) expect(x + 40 - y).toBeCloseTo(30);
});

test("a contour passes between cells where the function interpolates to the level", () => {
  expect(
    contour(
      field((x) => x),
      40,
      1.25,
    ).startsWith("M12.5 40.0L12.5 30.0"),
  ).toBe(true);
});

test("a field on one side of the level has no contour", () => {
  expect(
    contour(
      field(() => 1),
      40,
      0,
    ),
  ).toBe("");
});

test("a class has its colour, more opaque the surer it is, up to a limit", () => {
  expect(classColour(0.5).slice(0, 3)).not.toEqual(classColour(-0.5).slice(0, 3));
  expect([classColour(0)[3], classColour(1)[3], classColour(9)[3]]).toEqual([20, 95, 95]);
});
