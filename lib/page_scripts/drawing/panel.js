import { svg, textAt } from "./elements.js";
import { clamp, formatNumber } from "./numbers.js";
import { ticks } from "./ticks.js";

/** A rectangle of the drawing with axes. It converts data to places on the drawing. */
export class Panel {
  /**
   * @param {object} options
   * @param {number} options.x
   * @param {number} options.y
   * @param {number} options.width
   * @param {number} options.height
   * @param {number[]} options.xs the smallest and the largest x of the data
   * @param {number[]} options.ys the smallest and the largest y of the data
   */
  constructor({ x, y, width, height, xs, ys }) {
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
    this.xs = xs;
    this.ys = ys;
    this.id = `cr${Math.random().toString(36).slice(2)}`;
    const clip = svg("clipPath", { id: this.id }, svg("rect", { x, y, width, height }));
    this.frame = svg("g");
    this.inside = svg("g", { "clip-path": `url(#${this.id})` });
    this.node = svg("g", {}, clip, this.frame, this.inside);
  }

  /** @param {number} value */
  px(value) {
    return this.x + ((value - this.xs[0]) / (this.xs[1] - this.xs[0])) * this.width;
  }

  /** @param {number} value */
  py(value) {
    return this.y + ((this.ys[1] - value) / (this.ys[1] - this.ys[0])) * this.height;
  }

  /**
   * Return the data under a place on the drawing.
   *
   * @param {number} x
   * @param {number} y
   */
  dataAt(x, y) {
    return [
      this.xs[0] + ((x - this.x) / this.width) * (this.xs[1] - this.xs[0]),
      this.ys[1] - ((y - this.y) / this.height) * (this.ys[1] - this.ys[0]),
    ];
  }

  /**
   * Return the `d` of a line through points. Where a y is missing, the line is interrupted.
   *
   * @param {ArrayLike<number>} xs
   * @param {ArrayLike<number>} ys
   */
  path(xs, ys) {
    let command = "M";
    let d = "";
    for (let i = 0; i < xs.length; i++) {
      if (!Number.isFinite(ys[i])) {
        command = "M";
        continue;
      }
      d += `${command}${this.px(xs[i]).toFixed(2)} ${clamp(this.py(ys[i]), -2000, 4000).toFixed(2)}`;
      command = "L";
    }
    return d;
  }

  /** @param {number} [count] */
  xTicks(count) {
    return ticks(this.xs[0], this.xs[1], count);
  }

  /** @param {number} [count] */
  yTicks(count) {
    return ticks(this.ys[0], this.ys[1], count);
  }

  /**
   * Draw grid lines with their numbers.
   *
   * @param {number[]} xTicks
   * @param {number[]} yTicks
   * @param {string} [xLabel]
   */
  axes(xTicks, yTicks, xLabel = "") {
    const { x, y, width, height } = this;
    const lines = svg("g");
    for (const tick of xTicks) {
      lines.append(
        svg("path", { d: `M${this.px(tick)} ${y}v${height}`, class: "hair" }),
        textAt(this.px(tick), y + height + 15, formatNumber(tick), { class: "quiet", "text-anchor": "middle" }),
      );
    }
    for (const tick of yTicks) {
      lines.append(
        svg("path", { d: `M${x} ${this.py(tick)}h${width}`, class: "hair" }),
        textAt(x - 7, this.py(tick) + 4, formatNumber(tick), { class: "quiet", "text-anchor": "end" }),
      );
    }
    if (xLabel) lines.append(textAt(x + width, y + height + 30, xLabel, { class: "quiet", "text-anchor": "end" }));
    this.frame.replaceChildren(lines);
  }
}
