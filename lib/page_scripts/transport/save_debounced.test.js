import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeModel } from "../testing/fake_model.js";
import { REST, saveDebounced } from "./save_debounced.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** @type {FakeModel} */
let model;
/** @type {(state: any) => void} */
let save;
beforeEach(() => {
  model = new FakeModel({ knob: 1, other: 1 });
  save = saveDebounced(/** @type {any} */ (model));
});

test("the page knows a change at once, and the kernel once, when the controls have rested", () => {
  save({ knob: 2 });
  vi.advanceTimersByTime(REST - 1);
  save({ knob: 3 });
  expect(model.get("knob")).toBe(3);
  vi.advanceTimersByTime(REST - 1);
  expect(model.saved).toBe(0);
  vi.advanceTimersByTime(1);
  expect(model.saved).toBe(1);
});

test("a late echo does not undo what was changed since", () => {
  save({ knob: 2 });
  save({ knob: 3 });
  model.update({ knob: 2 });
  expect(model.get("knob")).toBe(3);
});

test("after the rest, what the kernel sets is taken", () => {
  save({ knob: 2 });
  vi.advanceTimersByTime(REST);
  model.update({ knob: 1 });
  expect(model.get("knob")).toBe(1);
});

test("other traits that the kernel sets meanwhile are taken", () => {
  save({ knob: 2 });
  model.update({ other: 7 });
  expect(model.get("other")).toBe(7);
});
