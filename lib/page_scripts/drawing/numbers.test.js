import { expect, test } from "vitest";
import { clamp, formatNumber, roundTo, superscript } from "./numbers.js";
import { ticks } from "./ticks.js";

test.each([
  [0, "0"],
  [1.23456, "1.23"],
  [-1.5, "−1.5"],
  [1234.5, "1230"],
  [0.001, "0.001"],
  [0.000123, "1.2·10⁻⁴"],
  [-123456, "−1.2·10⁵"],
  [Number.NaN, "NaN"],
  [Number.POSITIVE_INFINITY, "∞"],
  [Number.NEGATIVE_INFINITY, "−∞"],
])("%d is written %s", (value, expected) => {
  expect(formatNumber(value)).toBe(expected);
});

test("a number is written with as many digits as asked for", () => {
  expect(formatNumber(Math.PI, 5)).toBe("3.1416");
});

test("exponents have a raised minus", () => {
  expect(superscript(-12)).toBe("⁻¹²");
});

test("a number is limited and rounded to a step", () => {
  expect([clamp(5, 0, 1), clamp(-5, 0, 1), clamp(0.5, 0, 1)]).toEqual([1, 0, 0.5]);
  expect([roundTo(0.34, 0.1), roundTo(7, 5), roundTo(-0.26, 0.05)]).toEqual([0.3, 5, -0.25]);
});

test.each([
  [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [-1, 1, 4, [-1, -0.5, 0, 0.5, 1]],
  [0, 97, 5, [0, 20, 40, 60, 80]],
  [-0.3, 0.3, 6, [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]],
  [2.5, 4.5, 4, [2.5, 3, 3.5, 4, 4.5]],
  [-2000, 3000, 5, [-2000, -1000, 0, 1000, 2000, 3000]],
])("ticks from %d to %d, about %d of them", (low, high, count, expected) => {
  expect(ticks(low, high, count)).toEqual(expected);
});
