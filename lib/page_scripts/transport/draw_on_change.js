import { throttle } from "./throttle.js";

/**
 * Write into an explorable's outermost element what it has drawn, as JSON, if a test set `chainruleTest` in the page.
 *
 * @param {HTMLElement} root
 * @param {unknown} drawn
 */
export function reportDrawn(root, drawn) {
  if ("chainruleTest" in globalThis) root.dataset.drawn = JSON.stringify(drawn);
}

/**
 * Draw now and after each change of the named traits. Return the function that asks for another drawing.
 *
 * @param {HTMLElement} root
 * @param {import("../controls/model.js").TraitSource} model
 * @param {string[]} names
 * @param {() => unknown} draw returns what it has drawn, for a test
 */
export function drawOnChange(root, model, names, draw) {
  const now = () => reportDrawn(root, draw());
  const soon = throttle(now);
  for (const name of names) model.on(`change:${name}`, soon);
  now();
  return soon;
}
