import { expect, test } from "vitest";
import { svg } from "../drawing/elements.js";
import { Panel } from "../drawing/panel.js";
import { FakeModel } from "../testing/fake_model.js";
import { checkbox } from "./checkbox.js";
import { handle, pointHandle } from "./handle.js";
import { select } from "./select.js";
import { logSlider, slider } from "./slider.js";

const saver = (/** @type {FakeModel} */ model) => (/** @type {any} */ state) => model.update(state);

test("a slider sets its trait, and follows it when code sets it", () => {
  const model = new FakeModel({ rate: 0.5 });
  const node = slider("rate", model, "rate", { min: 0, max: 1, step: 0.1 }, saver(model));
  const input = /** @type {HTMLInputElement} */ (node.querySelector("input"));
  input.value = "0.7";
  input.dispatchEvent(new Event("input"));
  expect(model.get("rate")).toBe(0.7);
  model.set("rate", 0.2);
  expect([input.value, node.querySelector("output")?.textContent]).toEqual(["0.2", "0.2"]);
});

test("a slider over powers of ten saves two digits", () => {
  const model = new FakeModel({ rate: 1 });
  const node = logSlider("rate", model, "rate", { min: 0.001, max: 10 }, saver(model));
  const input = /** @type {HTMLInputElement} */ (node.querySelector("input"));
  input.value = "-1.5";
  input.dispatchEvent(new Event("input"));
  expect(model.get("rate")).toBe(0.032);
});

test("a list offers what the kernel sent for its trait", () => {
  const model = new FakeModel({ kind: "b", options: { kind: ["a", "b"] } });
  const node = /** @type {HTMLSelectElement} */ (select("kind", model, "kind", saver(model)).querySelector("select"));
  expect([...node.options].map(({ value }) => value)).toEqual(["a", "b"]);
  expect(node.value).toBe("b");
  node.value = "a";
  node.dispatchEvent(new Event("change"));
  expect(model.get("kind")).toBe("a");
});

test("a checkbox follows its trait", () => {
  const model = new FakeModel({ on: false });
  const input = /** @type {HTMLInputElement} */ (checkbox("on", model, "on", saver(model)).querySelector("input"));
  model.set("on", true);
  expect(input.checked).toBe(true);
});

const press = (/** @type {SVGElement} */ node, /** @type {string} */ key, shiftKey = false) =>
  node.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey }));

test("a grip is moved by the keys of a slider and stays between its limits", () => {
  let value = 0;
  const options = { low: -1, high: 1, step: 0.1, get: () => value, put: (/** @type {number} */ v) => (value = v) };
  const grip = handle("z", options);
  press(grip, "ArrowRight");
  expect(value).toBe(0.1);
  press(grip, "PageDown");
  expect(value).toBe(-0.9);
  press(grip, "ArrowLeft", true);
  expect(value).toBe(-1);
  press(grip, "End");
  expect(value).toBe(1);
  grip.show();
  expect(grip.getAttribute("aria-valuenow")).toBe("1");
});

test("a point is moved by the four arrow keys, in its own units", () => {
  let place = [0, 0];
  const panel = new Panel({ x: 0, y: 0, width: 100, height: 100, xs: [-2, 2], ys: [-2, 2] });
  const put = (/** @type {number[]} */ p) => {
    place = p;
  };
  const options = { low: -1, high: 1, step: 0.5, scale: 2, get: () => place, put };
  const grip = pointHandle("w", panel, svg("svg"), options);
  press(grip, "ArrowUp");
  press(grip, "ArrowLeft");
  expect(place).toEqual([-0.5, 0.5]);
  grip.show();
  expect(grip.getAttribute("transform")).toBe("translate(25 25)");
});
