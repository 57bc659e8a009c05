/**
 * @typedef {object} TraitSource What a control shows: anywidget's model, or one entry of a list in it.
 * @property {(name: string) => any} get
 * @property {(event: string, listener: () => void) => void} on
 */

/** @typedef {(state: any) => void} Save Set traits, given by name. */

/**
 * Call `show` now and at every change of a trait.
 *
 * @param {TraitSource} model
 * @param {string} name
 * @param {() => void} show
 */
export function follow(model, name, show) {
  model.on(`change:${name}`, show);
  show();
}
