import { expect, test } from "vitest";
import { Panel } from "./panel.js";

const panel = () => new Panel({ x: 40, y: 10, width: 200, height: 100, xs: [-1, 1], ys: [0, 4] });

test("data are placed on the drawing, with larger y higher up", () => {
  const p = panel();
  expect([p.px(-1), p.px(0), p.px(1)]).toEqual([40, 140, 240]);
  expect([p.py(0), p.py(1), p.py(4)]).toEqual([110, 85, 10]);
});

test("a place on the drawing is found again in the data", () => {
  const p = panel();
  expect(p.dataAt(p.px(0.3), p.py(2.5)).map((v) => Number(v.toFixed(9)))).toEqual([0.3, 2.5]);
});

test("a line is interrupted where a number is missing", () => {
  expect(panel().path([-1, -0.5, 0, 0.5, 1], [0, 4, Number.NaN, 4, 0])).toBe(
    "M40.00 110.00L90.00 10.00M190.00 10.00L240.00 110.00",
  );
});

test("a line that leaves the drawing far behind stays within what browsers can draw", () => {
  expect(panel().path([0, 1], [0, 1e9])).toBe("M140.00 110.00L240.00 -2000.00");
});

test("axes have a grid line and a number with a minus sign for each tick", () => {
  const p = panel();
  p.axes([-1, 0, 1], [0, 2], "w");
  const texts = [...p.frame.querySelectorAll("text")].map((node) => node.textContent);
  expect(texts).toEqual(["−1", "0", "1", "0", "2", "w"]);
  expect(p.frame.querySelectorAll("path.hair").length).toBe(5);
});

test("ticks follow the panel's limits", () => {
  const p = panel();
  p.ys = [0, 10];
  expect(p.yTicks(5)).toEqual([0, 2, 4, 6, 8, 10]);
});
