import { expect, test } from "vitest";
import { FunctionTable, interpolate } from "./function_table.js";

test("between two values the function is a straight line", () => {
  const f = interpolate([0, 10, 40], -1, 1);
  expect([f(-1), f(-0.5), f(0), f(0.25), f(1)]).toEqual([0, 5, 10, 17.5, 40]);
});

test("beyond the ends the line goes on", () => {
  const f = interpolate([0, 10, 40], -1, 1);
  expect([f(-2), f(2)]).toEqual([-10, 70]);
});

test("a table has the values and the derivatives of an activation function", () => {
  const places = Array.from({ length: 2001 }, (_, i) => -10 + i / 100);
  const numbers = Float32Array.from([...places.map(Math.tanh), ...places.map((z) => 1 - Math.tanh(z) ** 2)]);
  const table = new FunctionTable(new DataView(numbers.buffer));
  expect(table.at(0.123)).toBeCloseTo(Math.tanh(0.123), 5);
  expect(table.derivative(-0.5)).toBeCloseTo(1 - Math.tanh(0.5) ** 2, 5);
  expect(table.derivative(99)).toBeCloseTo(0, 5);
});
