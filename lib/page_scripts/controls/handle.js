import { KEEP_KEYS, svg } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { onDrag } from "./drag.js";

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
/** @type {Record<string, number[]>} */
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * @template Value
 * @typedef {object} Options
 * @property {number} low
 * @property {number} high
 * @property {number} step
 * @property {() => Value} get
 * @property {(value: Value) => void} put
 * @property {(value: Value) => string} [text] how a screen reader says the value
 */

/** @typedef {SVGGElement & { show: () => void }} Handle a grip; `show` puts it where its value says */

/**
 * Make a grip for one number. It takes the keys of a slider; the caller moves it and adds dragging.
 *
 * @param {string} label
 * @param {Options<number> & { vertical?: boolean }} options
 * @param {SVGElement[]} shapes
 * @returns {Handle}
 */
export function handle(label, { low, high, step, get, put, text = formatNumber, vertical = false }, ...shapes) {
  const orientation = vertical ? "vertical" : "horizontal";
  const role = { role: "slider", tabindex: 0, "aria-label": label, "aria-orientation": orientation };
  const limits = { "aria-valuemin": low, "aria-valuemax": high };
  const node = svg("g", { class: "handle", ...KEEP_KEYS, ...role, ...limits }, ...shapes);
  node.addEventListener("keydown", (event) => {
    const by = STEPS[event.key];
    const end = { Home: low, End: high }[event.key];
    if (by === undefined && end === undefined) return;
    event.preventDefault();
    const next = end ?? get() + by * step * (event.shiftKey ? 10 : 1);
    put(clamp(roundTo(next, step / 10), low, high));
  });
  const show = () => {
    node.setAttribute("aria-valuenow", String(get()));
    node.setAttribute("aria-valuetext", text(get()));
  };
  return Object.assign(node, { show });
}

/**
 * Make a grip for a point in a panel. It is dragged, or moved by the four arrow keys.
 *
 * @param {string} label
 * @param {import("../drawing/panel.js").Panel} panel
 * @param {SVGSVGElement} picture
 * @param {Options<number[]> & { scale?: number }} options `scale`: how many of the panel's units are one of the point's
 * @param {SVGElement[]} shapes
 * @returns {Handle}
 */
export function pointHandle(label, panel, picture, { low, high, step, scale = 1, get, put }, ...shapes) {
  const role = { role: "slider", tabindex: 0, "aria-label": label, "aria-roledescription": "point" };
  const limits = { "aria-valuemin": low, "aria-valuemax": high };
  const node = svg("g", { class: "handle", ...KEEP_KEYS, ...role, ...limits }, ...shapes);
  /** @param {number[]} point */
  const move = (point) => put(point.map((v) => clamp(roundTo(v, step), low, high)));
  node.addEventListener("keydown", (event) => {
    const by = ARROWS[event.key];
    if (!by) return;
    event.preventDefault();
    move(get().map((v, i) => v + by[i] * step * (event.shiftKey ? 10 : 1)));
  });
  onDrag(node, picture, (x, y) => move(panel.dataAt(x, y).map((v) => v / scale)));
  const show = () => {
    const [a, b] = get();
    node.setAttribute("transform", `translate(${panel.px(a * scale)} ${panel.py(b * scale)})`);
    node.setAttribute("aria-valuenow", String(a));
    node.setAttribute("aria-valuetext", `${formatNumber(a)}, ${formatNumber(b)}`);
  };
  return Object.assign(node, { show });
}

/** @typedef {import("../drawing/loss_map.js").LossMap} LossMap */

/**
 * Make a grip for a pair of weights on a loss map. It is moved by the four arrow keys; the caller adds dragging.
 *
 * @param {string} label
 * @param {object} options
 * @param {() => number} options.step
 * @param {() => number[]} options.get
 * @param {(weights: number[]) => void} options.put
 * @param {(weights: number[]) => string} [options.text]
 */
export function mapHandle(
  label,
  { step, get, put, text = ([a, b]) => `w₀ = ${formatNumber(a)}, w₁ = ${formatNumber(b)}` },
) {
  const node = svg(
    "g",
    {
      class: "handle",
      ...KEEP_KEYS,
      role: "slider",
      tabindex: 0,
      "aria-label": label,
      "aria-roledescription": "place in the plane",
    },
    svg("circle", { r: 11, class: "ring" }),
    svg("circle", { r: 6.5, class: "fill orange" }),
    svg("circle", { r: 2.2, style: "fill: var(--jp-layout-color0, white)" }),
  );
  node.addEventListener("keydown", (event) => {
    const by = ARROWS[event.key];
    if (!by) return;
    event.preventDefault();
    put(get().map((v, i) => v + by[i] * step() * (event.shiftKey ? 5 : 1)));
  });
  /** @param {LossMap} map */
  const show = (map) => {
    const [a, b] = get();
    node.setAttribute("transform", `translate(${map.px(a)} ${map.py(b)})`);
    node.setAttribute("aria-valuemin", String(map.centre[0] - map.reach));
    node.setAttribute("aria-valuemax", String(map.centre[0] + map.reach));
    node.setAttribute("aria-valuenow", String(a));
    node.setAttribute("aria-valuetext", text([a, b]));
  };
  return Object.assign(node, { show });
}
