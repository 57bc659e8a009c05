import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeModel } from "../testing/fake_model.js";
import { kernelState } from "./kernel_state.js";
import { REST } from "./save_debounced.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const answerFor = (/** @type {number} */ knob) => ({ says: `answer ${knob}` });

/** @type {FakeModel} */
let model;
/** @type {ReturnType<typeof kernelState>} */
let state;
const open = (/** @type {number} */ knob = 1) => {
  const first = { state: { knob: 1 }, answer: answerFor(1), arrays: [] };
  model = new FakeModel({ knob, other: 0, first_answer: first });
  state = kernelState(/** @type {any} */ (model));
};
const answerAll = () => {
  for (const request of model.sent.splice(0)) if (request.ask) model.answer(request, answerFor(request.ask.knob));
};
beforeEach(() => open());

test("a page opens with the first answer and requests nothing", () => {
  expect(state.latest()).toEqual(answerFor(1));
  expect(model.sent).toEqual([]);
});

test("a page whose traits have moved on since the first answer requests its own", () => {
  open(4);
  expect(model.requests.map(({ ask }) => ask)).toEqual([{ knob: 4 }]);
});

test("a change is requested once: neither the saved change nor its echo is requested again", () => {
  state.request({ knob: 2 });
  vi.advanceTimersByTime(REST);
  model.update({ knob: 2 });
  expect(model.requests.map(({ ask }) => ask)).toEqual([{ knob: 2 }]);
});

test("a late echo of an earlier change requests nothing", () => {
  state.request({ knob: 2 });
  state.request({ knob: 3 });
  model.update({ knob: 2 });
  expect(model.requests.map(({ ask }) => ask.knob)).toEqual([2, 3]);
  answerAll();
  expect(state.latest()).toMatchObject(answerFor(3));
});

test("what code sets is requested and drawn, also where the kernel has rounded what was requested", () => {
  state.request({ knob: 3.14 });
  answerAll();
  vi.advanceTimersByTime(REST);
  model.update({ knob: 3 });
  answerAll();
  expect(state.latest()).toMatchObject(answerFor(3));
});

test("several traits that change in one message are one request", () => {
  const first = { state: { a: 1, b: 1 }, answer: {}, arrays: [] };
  model = new FakeModel({ a: 1, b: 1, first_answer: first });
  kernelState(/** @type {any} */ (model));
  model.update({ a: 2, b: 2 });
  expect(model.requests.map(({ ask }) => ask)).toEqual([{ a: 2, b: 2 }]);
});

test("a trait that the answer does not depend on is saved and not requested", () => {
  state.save({ other: 5 });
  expect(model.get("other")).toBe(5);
  expect(model.sent).toEqual([]);
});

test("arrays are decoded with the answer, and a request says what else the kernel must know", () => {
  const first = { state: { knob: 1 }, answer: {}, arrays: [new DataView(new ArrayBuffer(8))] };
  model = new FakeModel({ knob: 1, first_answer: first });
  const decode = (/** @type {any} */ _answer, /** @type {DataView} */ view) => ({ bytes: view.byteLength });
  state = kernelState(/** @type {any} */ (model), decode, () => ({ field: true }));
  expect(state.latest()).toEqual({ bytes: 8 });
  state.request({ knob: 2 });
  expect(model.requests[0].ask).toEqual({ knob: 2, field: true });
});

test("the picture is drawn at once, and again with each answer", async () => {
  /** @type {string[]} */
  const drawn = [];
  state.drawWith(document.createElement("div"), ["other"], ({ says }) => drawn.push(says));
  expect(drawn).toEqual(["answer 1"]);
  state.request({ knob: 2 });
  answerAll();
  await Promise.resolve();
  expect(drawn).toEqual(["answer 1", "answer 2"]);
});
