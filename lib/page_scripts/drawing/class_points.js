import { svg } from "./elements.js";

/** @typedef {ArrayLike<any>} Point x and y on the drawing, the class, and whether the prediction is wrong */

/**
 * Draw points of two classes as three shapes: a disc for class 1, a cross for class 0, a ring around each wrong one.
 *
 * @param {Point[]} points
 * @param {number} [r]
 */
export function classPoints(points, r = 3.8) {
  const arm = 0.9 * r;
  /** @type {(point: Point, left: number, up: number) => string} */
  const start = (point, left, up) => `M${(point[0] - left).toFixed(1)} ${(point[1] - up).toFixed(1)}`;
  /** @type {(size: number) => (point: Point) => string} */
  const circle = (size) => (point) =>
    `${start(point, size, 0)}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0`;
  /** @type {(point: Point) => string} */
  const cross = (point) => `${start(point, arm, arm)}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`;
  /** @type {(points: Point[], outline: (point: Point) => string, style: string) => SVGPathElement} */
  const shape = (some, outline, style) => svg("path", { d: some.map(outline).join(""), class: style });
  return [
    shape(
      points.filter((point) => point[2] > 0),
      circle(r),
      "fill green",
    ),
    shape(
      points.filter((point) => !(point[2] > 0)),
      cross,
      "line red",
    ),
    shape(
      points.filter((point) => point[3]),
      circle(2 * r),
      "line thin ink",
    ),
  ];
}
