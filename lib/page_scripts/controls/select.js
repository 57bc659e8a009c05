import { html } from "../drawing/elements.js";
import { follow } from "./model.js";

/**
 * Make a labelled list of options for a trait.
 *
 * @param {string} label
 * @param {import("./model.js").TraitSource} model
 * @param {string} name
 * @param {import("./model.js").Save} save
 * @param {string[]} [options] without them, those that the kernel sent for this trait
 */
export function select(label, model, name, save, options = model.get("options")[name]) {
  const node = html("select", { "aria-label": label, change: () => save({ [name]: node.value }) });
  node.append(...options.map((option) => html("option", { value: option }, option)));
  follow(model, name, () => {
    node.value = model.get(name);
  });
  return html("label", {}, label, node);
}
