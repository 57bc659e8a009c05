import { penOf } from "./canvas.js";
import { svg } from "./elements.js";
import { clamp } from "./numbers.js";

/** @typedef {number[]} Colour red, green, blue and opacity, each from 0 to 255 */

/** The colours of Okabe and Ito, which colour-blind readers can tell apart. */
export const COLOURS = {
  green: [0, 158, 115],
  red: [213, 94, 0],
  blue: [0, 114, 178],
  orange: [230, 159, 0],
  purple: [204, 121, 167],
  sky: [86, 180, 233],
};

/**
 * Return the colour for a score: green above 0, red below, more opaque the larger it is.
 *
 * @param {number} score
 * @returns {Colour}
 */
export function classColour(score) {
  const [red, green, blue] = score > 0 ? COLOURS.green : COLOURS.red;
  return [red, green, blue, 20 + 75 * clamp(Math.abs(score), 0, 1)];
}

/**
 * Paint a square of numbers, its lowest row first, one pixel a number.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} field
 * @param {(value: number) => Colour} colour
 */
export function paint(canvas, field, colour) {
  const cells = Math.sqrt(field.length);
  if (canvas.width !== cells) {
    canvas.width = cells;
    canvas.height = cells;
  }
  const image = new ImageData(cells, cells);
  let place = 0;
  for (let row = cells - 1; row >= 0; row--) {
    for (let column = 0; column < cells; column++) {
      const found = colour(field[row * cells + column]);
      for (let part = 0; part < 4; part++) image.data[place++] = found[part];
    }
  }
  penOf(canvas).putImageData(image, 0, 0);
}

/**
 * Return the `d` of the line where a square of numbers equals `level`, for a drawing with sides of `side`.
 *
 * @param {ArrayLike<number>} field
 * @param {number} side
 * @param {number} level
 */
export function contour(field, side, level) {
  const cells = Math.sqrt(field.length);
  /** @type {(row: number, column: number) => number} */
  const at = (row, column) => field[row * cells + column] - level;
  const above = Uint8Array.from(field, (value) => Number(value > level));
  const step = side / (cells - 1);
  let d = "";
  for (let row = 0; row < cells - 1; row++) {
    for (let column = 0; column < cells - 1; column++) {
      // Most cells lie on one side of the line as a whole.
      const first = row * cells + column;
      const high = above[first] + above[first + 1] + above[first + cells] + above[first + cells + 1];
      if (high === 0 || high === 4) continue;
      const cuts = cellCuts(at, row, column).map(
        ([r, c]) => `${(c * step).toFixed(1)} ${(side - r * step).toFixed(1)}`,
      );
      for (let i = 0; i + 1 < cuts.length; i += 2) d += `M${cuts[i]}L${cuts[i + 1]}`;
    }
  }
  return d;
}

/**
 * Return the places on the edges of one cell where the interpolated value is 0.
 *
 * @param {(row: number, column: number) => number} at
 * @param {number} row
 * @param {number} column
 */
function cellCuts(at, row, column) {
  const corners = [
    [row, column],
    [row, column + 1],
    [row + 1, column + 1],
    [row + 1, column],
  ];
  const cuts = [];
  for (const [i, [r, c]] of corners.entries()) {
    const [r2, c2] = corners[(i + 1) % 4];
    const [a, b] = [at(r, c), at(r2, c2)];
    if (a > 0 === b > 0) continue;
    const part = a / (a - b);
    cuts.push([r + part * (r2 - r), c + part * (c2 - c)]);
  }
  return cuts;
}

/**
 * Draw the decision boundary: the line where a score is 0.
 *
 * @param {ArrayLike<number>} field
 * @param {number} side
 */
export const decisionBoundary = (field, side) => svg("path", { d: contour(field, side, 0), class: "line ink" });

/**
 * Make a square image in a drawing, and the function that paints numbers on it.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} side
 */
export function heatmap(x, y, side) {
  const canvas = document.createElement("canvas");
  const node = svg("image", { x, y, width: side, height: side, preserveAspectRatio: "none" });
  /** @type {(field: ArrayLike<number>, colour: (value: number) => Colour) => void} */
  const show = (field, colour) => {
    paint(canvas, field, colour);
    node.setAttribute("href", canvas.toDataURL());
  };
  return { node, show };
}
