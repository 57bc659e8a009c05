import { afterEach, expect, test, vi } from "vitest";
import { FakeModel } from "../testing/fake_model.js";
import { drawOnChange } from "./draw_on_change.js";
import { throttle } from "./throttle.js";

const page = /** @type {any} */ (globalThis);
afterEach(() => {
  delete page.chainruleTest;
  vi.unstubAllGlobals();
});

test("what was drawn is written into the page only when a test asks for it", () => {
  const root = document.createElement("div");
  const model = new FakeModel({ knob: 1 });
  drawOnChange(root, model, ["knob"], () => ({ knob: 1 }));
  expect("drawn" in root.dataset).toBe(false);
  page.chainruleTest = true;
  drawOnChange(root, model, ["knob"], () => ({ knob: 1 }));
  expect(root.dataset.drawn).toBe('{"knob":1}');
});

test("several changes in one task are drawn once, and then once a frame at most", async () => {
  /** @type {(() => void)[]} */
  const frames = [];
  vi.stubGlobal("requestAnimationFrame", (/** @type {() => void} */ next) => frames.push(next));
  let drawn = 0;
  const soon = throttle(() => {
    drawn += 1;
  });
  soon();
  soon();
  await Promise.resolve();
  expect(drawn).toBe(1);
  soon();
  soon();
  await Promise.resolve();
  expect(drawn).toBe(1);
  frames.shift()?.();
  expect(drawn).toBe(2);
  frames.shift()?.();
  expect(drawn).toBe(2);
  soon();
  await Promise.resolve();
  expect(drawn).toBe(3);
});
