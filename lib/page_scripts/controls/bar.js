import { html } from "../drawing/elements.js";

/**
 * Make a row of controls.
 *
 * @param {(Node | string)[]} controls
 */
export const controlBar = (...controls) => html("div", { class: "controls" }, ...controls);
