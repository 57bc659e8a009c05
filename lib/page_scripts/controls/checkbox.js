import { html } from "../drawing/elements.js";
import { follow } from "./model.js";

/**
 * Make a labelled checkbox for a trait.
 *
 * @param {string} label
 * @param {import("./model.js").TraitSource} model
 * @param {string} name
 * @param {import("./model.js").Save} save
 */
export function checkbox(label, model, name, save) {
  const input = html("input", {
    type: "checkbox",
    "aria-label": label,
    change: () => save({ [name]: input.checked }),
  });
  follow(model, name, () => {
    input.checked = model.get(name);
  });
  return html("label", {}, input, label);
}
