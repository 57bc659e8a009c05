import { html } from "../drawing/elements.js";
import { options, press } from "./controls.js";

/**
 * Make the controls for all hidden layers: one more, one less, and their activation.
 *
 * @param {import("./session.js").Session} session
 */
export function layerControls(session) {
  /** @returns {[string, number][]} */
  const layers = () => session.model.get("layers");
  const everywhere = html(
    "select",
    { "aria-label": "activation of all layers" },
    html("option", { value: "" }, "all …"),
    ...options(session.offers.activation),
  );
  everywhere.addEventListener("change", () => {
    if (everywhere.value) session.set({ layers: layers().map(([, units]) => [everywhere.value, units]) });
    everywhere.value = "";
  });
  const remove = () => session.set({ layers: layers().slice(0, -1) });
  const add = () => {
    if (layers().length < session.offers.deepest) {
      session.set({ layers: [...layers(), layers().at(-1) ?? ["tanh", 4]] });
    }
  };
  return html(
    "div",
    { class: "caption depth" },
    "layers",
    press("−", remove, { "aria-label": "remove a layer" }),
    press("+", add, { "aria-label": "add a layer" }),
    everywhere,
  );
}
