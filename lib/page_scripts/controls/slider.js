import { html } from "../drawing/elements.js";
import { formatNumber } from "../drawing/numbers.js";
import { follow } from "./model.js";

/**
 * @typedef {object} Range
 * @property {number} min
 * @property {number} max
 * @property {number} step
 * @property {(value: number) => string} [text] how the value is written
 */

/**
 * Make a labelled slider for a trait.
 *
 * @param {string} label
 * @param {import("./model.js").TraitSource} model
 * @param {string} name
 * @param {Range} range
 * @param {import("./model.js").Save} save
 */
export function slider(label, model, name, { min, max, step, text = formatNumber }, save) {
  const value = html("output");
  const input = html("input", { type: "range", min, max, step, "aria-label": label });
  input.addEventListener("input", () => save({ [name]: Number(input.value) }));
  follow(model, name, () => {
    if (Number(input.value) !== model.get(name)) input.value = model.get(name);
    value.textContent = text(model.get(name));
    input.setAttribute("aria-valuetext", value.textContent);
  });
  return html("label", {}, label, input, value);
}

/**
 * Make a labelled slider over powers of ten. It saves numbers of two digits.
 *
 * @param {string} label
 * @param {import("./model.js").TraitSource} model
 * @param {string} name
 * @param {Omit<Range, "step">} range
 * @param {import("./model.js").Save} save
 */
export function logSlider(label, model, name, { min, max, text = formatNumber }, save) {
  const value = html("output");
  const ends = { min: Math.log10(min), max: Math.log10(max) };
  const input = html("input", { type: "range", ...ends, step: 0.01, "aria-label": label });
  const chosen = () => Number((10 ** Number(input.value)).toPrecision(2));
  input.addEventListener("input", () => save({ [name]: chosen() }));
  follow(model, name, () => {
    if (chosen() !== model.get(name)) input.value = String(Math.log10(Math.max(model.get(name), min)));
    value.textContent = text(model.get(name));
    input.setAttribute("aria-valuetext", value.textContent);
  });
  return html("label", {}, label, input, value);
}
