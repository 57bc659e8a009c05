import { expect, test } from "vitest";
import { LossChart } from "./loss_chart.js";
import { LossMap } from "./loss_map.js";

test("a place on the map is found again in the weights, and stays on the map", () => {
  const map = new LossMap({ x: 34, y: 22, side: 350, reach: 2, centre: [1, -1] });
  const [a, b] = map.at(map.px(0.5), map.py(-2.25));
  expect([a, b].map((v) => Number(v.toFixed(9)))).toEqual([0.5, -2.25]);
  expect(map.at(-1000, 1000)).toEqual([-1, -3]);
});

test("a path leaves out what is no number", () => {
  const map = new LossMap({ x: 0, y: 0, side: 100 });
  expect(
    map.path([
      [0, 0],
      [Number.NaN, 1],
      [1, 1],
    ]),
  ).toBe("M50.0 50.0L100.0 0.0");
});

test("losses are drawn by powers of ten, and the level of a loss is where its line is", () => {
  const box = { x: 0, y: 0, width: 100, height: 100 };
  const chart = new LossChart(box, [{ heights: [10, 1, 0.1], class: "line" }], { steps: 2 });
  expect([chart.level(10), chart.level(1), chart.level(0.1)]).toEqual([0, 50, 100]);
  expect(chart.inside.querySelector("path.line")?.getAttribute("d")).toBe("M0.00 0.00L50.00 50.00L100.00 100.00");
  const texts = [...chart.frame.querySelectorAll("text")].map((node) => node.textContent);
  expect(texts).toEqual(expect.arrayContaining(["10⁻¹", "1", "10"]));
});
