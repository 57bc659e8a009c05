import { html } from "../drawing/elements.js";

/**
 * Make a button.
 *
 * @param {string} label
 * @param {(event: MouseEvent) => void} click
 * @param {import("../drawing/elements.js").Attributes} [attributes]
 */
export const button = (label, click, attributes = {}) =>
  html("button", { type: "button", click, ...attributes }, label);
