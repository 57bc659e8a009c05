import { drawOnChange } from "./draw_on_change.js";
import { requestLatest } from "./request_latest.js";
import { saveDebounced } from "./save_debounced.js";

/** @typedef {Record<string, any>} State */

/**
 * Keep a picture that the kernel computes from some traits.
 *
 * The kernel names these traits, and sends its answer for their first values, in the trait `first_answer`. The page
 * requests another answer whenever one of them has changed.
 *
 * @param {import("@anywidget/types").AnyModel<any>} model
 * @param {(answer: any, ...arrays: any[]) => any} [decode] makes what is drawn from an answer and its arrays
 * @param {() => State} [more] what a request says besides the traits
 */
export function kernelState(model, decode = (answer) => answer, more = () => ({})) {
  const first = model.get("first_answer");
  const names = Object.keys(first.state);
  const state = () => Object.fromEntries(names.map((name) => [name, model.get(name)]));
  let requested = JSON.stringify(first.state);
  let latest = decode(first.answer, ...first.arrays);
  let redraw = () => {};
  let saving = false;

  const save = saveDebounced(model);
  const send = requestLatest(model, (answer, arrays) => {
    latest = decode(answer, ...arrays);
    redraw();
  });
  const refresh = () => {
    requested = JSON.stringify(state());
    send({ ...state(), ...more() });
  };
  const followModel = () => {
    if (!saving && JSON.stringify(state()) !== requested) refresh();
  };
  // After the listener of `saveDebounced`, which puts back what a late echo undid.
  model.on("change", followModel);
  followModel();

  return {
    /** Set traits that the kernel's answer does not depend on. */
    save,
    /** @param {State} changed traits to set; the kernel's answer for them is requested at once */
    request: (changed) => {
      saving = true;
      save(changed);
      saving = false;
      refresh();
    },
    latest: () => latest,
    /**
     * Draw now, with every answer, and with every change of some other traits.
     *
     * @param {HTMLElement} root
     * @param {string[]} others
     * @param {(latest: any) => unknown} draw returns what it has drawn, for a test
     */
    drawWith: (root, others, draw) => {
      redraw = drawOnChange(root, model, others, () => draw(latest));
    },
  };
}
