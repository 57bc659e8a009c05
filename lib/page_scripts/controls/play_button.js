import { html } from "../drawing/elements.js";

/**
 * Make a button that counts a trait up to its last value in a few seconds. Pressed again, it stops.
 *
 * @param {string} label
 * @param {import("./model.js").TraitSource} model
 * @param {string} name
 * @param {() => number} last
 * @param {import("./model.js").Save} save
 * @param {number} [seconds]
 */
export function playButton(label, model, name, last, save, seconds = 2) {
  /** @type {(() => void) | null} */
  let stop = null;
  const start = () => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      save({ [name]: last() });
      return;
    }
    const from = model.get(name) < last() ? model.get(name) : 0;
    const began = performance.now();
    let running = true;
    stop = () => {
      running = false;
      stop = null;
      button.textContent = label;
    };
    button.textContent = "stop";
    requestAnimationFrame(function next(now) {
      if (!running || !button.isConnected) return;
      const at = Math.min(last(), from + Math.round(((now - began) / 1000 / seconds) * last()));
      save({ [name]: Math.max(at, 0) });
      if (at < last()) requestAnimationFrame(next);
      else stop?.();
    });
  };
  const button = html("button", { type: "button", click: () => (stop ? stop() : start()) }, label);
  return button;
}
