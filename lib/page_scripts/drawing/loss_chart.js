import { svg, textAt } from "./elements.js";
import { clamp, formatNumber, superscript } from "./numbers.js";
import { optimizerLine } from "./optimizer_style.js";
import { Panel } from "./panel.js";
import { ticks } from "./ticks.js";

/** @type {(loss: number) => number} */
const power = (loss) => Math.log10(clamp(loss, 1e-8, 1e8));

/**
 * @typedef {object} Series
 * @property {number[]} heights the loss after each step
 * @property {string} [rule] the optimizer, if the line is drawn in its style; otherwise the attributes of the line
 */

/** A chart of the loss after each step, on a scale of powers of ten. */
export class LossChart extends Panel {
  /**
   * @param {{ x: number, y: number, width: number, height: number }} box
   * @param {(Series & import("./elements.js").Attributes)[]} series
   * @param {{ steps: number, title?: string, unit?: string }} options
   */
  constructor(box, series, { steps, title = "loss J after each step", unit = "step" }) {
    const powers = series
      .flatMap(({ heights }) => heights)
      .filter((h) => Number.isFinite(h) && h > 0)
      .map(power);
    const low = Math.floor(clamp(Math.min(0, ...powers), -6, 0));
    const high = Math.ceil(Math.max(1, ...powers) - 1e-9);
    super({ ...box, xs: [0, steps], ys: [low, high] });
    this.axes(ticks(0, steps, 5).filter(Number.isInteger), [], unit);
    this.#powerLines(low, high);
    this.frame.append(textAt(box.x, box.y - 8, title, { class: "quiet" }));
    for (const { heights, ...attributes } of series) {
      const ys = heights.map((h) => (Number.isFinite(h) ? Math.max(power(h), low) : Number.NaN));
      const d = this.path([...heights.keys()], ys);
      const { rule } = attributes;
      this.inside.append(...(rule === undefined ? [svg("path", { d, ...attributes })] : optimizerLine(rule, d)));
    }
  }

  /** @type {(low: number, high: number) => void} */
  #powerLines(low, high) {
    /** @type {(p: number, text: string) => void} */
    const mark = (p, text) => {
      this.frame.append(
        svg("path", { d: `M${this.x} ${this.py(p)}h${this.width}`, class: "hair" }),
        textAt(this.x - 7, this.py(p) + 4, text, { class: "quiet", "text-anchor": "end" }),
      );
    };
    const every = high - low > 6 ? 2 : 1;
    for (let p = low; p <= high; p += every) {
      mark(p, p === 0 ? "1" : p === 1 ? "10" : `10${superscript(p)}`);
      if (high - low < 2 && p < high) {
        for (const k of [2, 5]) mark(p + Math.log10(k), formatNumber(k * 10 ** p));
      }
    }
  }

  /**
   * Return the y on the drawing of a loss.
   *
   * @param {number} loss
   */
  level(loss) {
    return this.py(clamp(power(loss), this.ys[0], this.ys[1]));
  }
}
