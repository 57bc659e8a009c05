import { svg } from "./elements.js";

/** Colour, class of the line and shape of the marker by optimizer. The empty name is the reader's own optimizer. */
export const OPTIMIZER_STYLES = /** @type {Record<string, string[]>} */ ({
  sgd: ["ink", "line thin ink", "circle"],
  momentum: ["blue", "line blue", "square"],
  nesterov: ["blue", "line dashed blue", "diamond"],
  adagrad: ["green", "line green", "up"],
  adadelta: ["green", "line dashed green", "down"],
  rmsprop: ["orange", "line orange", "plus"],
  adam: ["red", "line red", "cross"],
  "": ["ink", "line ink", "ring"],
});

const SHAPES = /** @type {Record<string, string>} */ ({
  circle: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
  square: "M-4 -4h8v8h-8z",
  diamond: "M0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z",
  up: "M0 -5.5l5 9h-10z",
  down: "M0 5.5l5 -9h-10z",
  plus: "M-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
  cross: "M-5 -5l10 10m0 -10l-10 10",
  ring: "M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0",
});

/** @type {(kind: string, x: number, y: number, colour: string) => SVGPathElement} */
function marker(kind, x, y, colour) {
  const open = kind === "cross" || kind === "ring";
  return svg("path", {
    d: SHAPES[kind],
    transform: `translate(${x} ${y})`,
    class: `${open ? "line" : "fill"} ${colour}`,
  });
}

/**
 * Draw a line in the style of an optimizer, with its marker at the given places.
 *
 * @param {string} optimizer
 * @param {string} d
 * @param {number[][]} [places]
 */
export function optimizerLine(optimizer, d, places = []) {
  const own = !(optimizer in OPTIMIZER_STYLES);
  const [colour, line, shape] = OPTIMIZER_STYLES[own ? "" : optimizer];
  const wide = own ? { style: "stroke-width: 4; stroke-opacity: 0.5" } : {};
  return [svg("path", { d, class: line, ...wide }), ...places.map(([x, y]) => marker(shape, x, y, colour))];
}

/**
 * Draw a short line for a legend.
 *
 * @param {string} optimizer
 */
export const legendLine = (optimizer) =>
  svg("svg", { viewBox: "0 0 26 14", style: "width: 26px" }, ...optimizerLine(optimizer, "M0 7h26", [[13, 7]]));
