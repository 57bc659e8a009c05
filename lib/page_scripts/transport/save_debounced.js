/** @typedef {import("@anywidget/types").AnyModel<any>} Model */

/** How long the controls must rest before the kernel is told, in milliseconds. */
export const REST = 150;

/**
 * Return a function that sets traits in the page at once and saves them in the kernel when the controls rest.
 *
 * The kernel sends back each trait that it was told. A late echo does not undo what was changed since.
 *
 * @param {Model} model
 * @returns {import("../controls/model.js").Save}
 */
export function saveDebounced(model) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Record<string, any>} */
  let unsaved = {};
  model.on("change", () => {
    for (const [name, value] of Object.entries(unsaved)) if (model.get(name) !== value) model.set(name, value);
  });
  return (state) => {
    Object.assign(unsaved, state);
    for (const [name, value] of Object.entries(state)) model.set(name, value);
    clearTimeout(timer);
    timer = setTimeout(() => {
      unsaved = {};
      model.save_changes();
    }, REST);
  };
}
