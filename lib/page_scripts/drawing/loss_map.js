import { html, svg, textAt } from "./elements.js";
import { COLOURS, contour, paint } from "./heatmap.js";
import { clamp, formatNumber } from "./numbers.js";
import { ticks } from "./ticks.js";

/** The fraction of the map that lies below each contour line; it is the same on every map. */
const FRACTIONS = [0.01, 0.04, 0.09, 0.16, 0.25, 0.36, 0.49, 0.64, 0.81, 0.95];

/** A loss over two weights as a map: bluer where it is lower, with contour lines. */
export class LossMap {
  /**
   * @param {object} options
   * @param {number} options.x
   * @param {number} options.y
   * @param {number} options.side
   * @param {number} [options.reach] the distance from the centre to each edge, in weights
   * @param {number[]} [options.centre]
   */
  constructor({ x, y, side, reach = 1, centre = [0, 0] }) {
    this.x = x;
    this.y = y;
    this.side = side;
    this.reach = reach;
    this.centre = centre;
    /** @type {ArrayLike<number> | undefined} */
    this.field = undefined;
    const id = `cr${Math.random().toString(36).slice(2)}`;
    this.image = svg("image", { x, y, width: side, height: side, preserveAspectRatio: "none" });
    this.lines = svg("path", { class: "hair", transform: `translate(${x} ${y})` });
    this.frame = svg("g");
    this.inside = svg("g", { "clip-path": `url(#${id})` });
    const square = { x, y, width: side, height: side };
    this.node = svg("g", {}, svg("clipPath", { id }, svg("rect", square)), this.image, this.lines);
    this.node.append(svg("rect", { ...square, class: "hair" }), this.frame, this.inside);
    this.canvas = html("canvas");
  }

  /** @param {number} w */
  px(w) {
    return this.x + ((w - this.centre[0] + this.reach) / (2 * this.reach)) * this.side;
  }

  /** @param {number} w */
  py(w) {
    return this.y + this.side - ((w - this.centre[1] + this.reach) / (2 * this.reach)) * this.side;
  }

  /**
   * Return the weights under a place on the drawing.
   *
   * @param {number} px
   * @param {number} py
   */
  at(px, py) {
    /** @type {(v: number, from: number) => number} */
    const part = (v, from) => clamp((v - from) / this.side, 0, 1) * 2 - 1;
    return [this.centre[0] + part(px, this.x) * this.reach, this.centre[1] - part(py, this.y) * this.reach];
  }

  /**
   * Draw the losses of a square grid of weights.
   *
   * @param {ArrayLike<number>} field
   * @param {number} reach
   * @param {number[]} [centre]
   */
  show(field, reach, centre = [0, 0]) {
    this.reach = reach;
    this.centre = centre;
    if (field === this.field) return;
    this.field = field;
    const sorted = Array.from(field).sort((a, b) => a - b);
    const levels = FRACTIONS.map((fraction) => sorted[Math.floor(fraction * (sorted.length - 1))]);
    /** @type {(value: number) => number} */
    const rank = (value) => levels.reduce((passed, level) => passed + Number(value >= level), 0) / levels.length;
    paint(this.canvas, field, (value) => [...COLOURS.blue, Math.round(100 * (1 - rank(value)) ** 1.3)]);
    this.image.setAttribute("href", this.canvas.toDataURL());
    this.lines.setAttribute("d", levels.map((level) => contour(field, this.side, level)).join(""));
  }

  /**
   * Draw the numbers along the edges, and the names of the two weights.
   *
   * @param {string[]} [names]
   */
  ticks(names = ["w₀", "w₁"]) {
    const { x, y, side, reach, centre } = this;
    const below = ticks(centre[0] - reach, centre[0] + reach, 5).map((t) =>
      textAt(this.px(t), y + side + 15, formatNumber(t), { class: "quiet", "text-anchor": "middle" }),
    );
    const left = ticks(centre[1] - reach, centre[1] + reach, 5).map((t) =>
      textAt(x - 6, this.py(t) + 4, formatNumber(t), { class: "quiet", "text-anchor": "end" }),
    );
    this.frame.replaceChildren(
      ...below,
      ...left,
      textAt(x, y + side + 30, "bluer = lower", { class: "quiet" }),
      textAt(x + side, y + side + 29, names[0], { "text-anchor": "end" }),
      textAt(x - 6, y - 6, names[1], { "text-anchor": "end" }),
    );
  }

  /**
   * Return the `d` of a path through pairs of weights. Places far outside are moved closer.
   *
   * @param {number[][]} places
   */
  path(places) {
    return places
      .filter((place) => place.every(Number.isFinite))
      .map(([a, b]) => [clamp(this.px(a), -4000, 4000), clamp(this.py(b), -4000, 4000)])
      .map(([x, y], i) => `${i ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`)
      .join("");
  }
}

/**
 * Draw a dot for each of the first steps of a path.
 *
 * @param {LossMap} map
 * @param {number[][]} places
 * @param {import("./elements.js").Attributes} attributes
 * @param {number} [most] how many steps at most
 */
export const stepDots = (map, places, attributes, most = 80) =>
  places
    .slice(0, most)
    .filter((place) => place.every(Number.isFinite))
    .map(([a, b]) => svg("circle", { cx: map.px(a), cy: map.py(b), r: 2, ...attributes }));
