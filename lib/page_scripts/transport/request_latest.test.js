import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeModel } from "../testing/fake_model.js";
import { requestLatest } from "./request_latest.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** @type {FakeModel} */
let model;
/** @type {any[]} */
let received;
/** @type {(state: Record<string, any>) => void} */
let request;
beforeEach(() => {
  model = new FakeModel({});
  received = [];
  request = requestLatest(/** @type {any} */ (model), (answer) => received.push(answer.says));
});

test("at most three requests are open, and of those that wait only the newest is sent", () => {
  for (const knob of [1, 2, 3, 4, 5]) request({ knob });
  expect(model.requests.map(({ ask }) => ask.knob)).toEqual([1, 2, 3]);
  model.answer(model.requests[0], { says: "one" });
  expect(model.requests.map(({ ask }) => ask.knob)).toEqual([1, 2, 3, 5]);
});

test("an answer that comes after a newer one is passed over", () => {
  request({ knob: 1 });
  request({ knob: 2 });
  model.answer(model.requests[1], { says: "two" });
  model.answer(model.requests[0], { says: "one" });
  expect(received).toEqual(["two"]);
});

test("an answer to another view of the same model is passed over", () => {
  request({ knob: 1 });
  model.answer({ ...model.requests[0], view: -1 }, { says: "another view's" });
  expect(received).toEqual([]);
});

test("a request whose answer is lost makes room for the next", () => {
  for (const knob of [1, 2, 3, 4]) request({ knob });
  model.answer(model.requests[0], { lost: true });
  expect(received).toEqual([]);
  expect(model.requests.at(-1)?.ask).toEqual({ knob: 4 });
});

test("a single open request is followed by two small messages, until it is answered", () => {
  request({ knob: 1 });
  vi.advanceTimersByTime(10);
  expect(model.sent.slice(1)).toEqual([{ nudge: 1 }]);
  model.answer(model.requests[0], { says: "one" });
  vi.advanceTimersByTime(100);
  expect(model.sent.length).toBe(2);
});

test("with several open requests no small messages are sent", () => {
  request({ knob: 1 });
  request({ knob: 2 });
  vi.advanceTimersByTime(100);
  expect(model.sent.length).toBe(2);
});
