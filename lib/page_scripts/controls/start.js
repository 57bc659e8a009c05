import { svg } from "../drawing/elements.js";
import { LossMap } from "../drawing/loss_map.js";
import { clamp, roundTo } from "../drawing/numbers.js";
import { toNumbers } from "../transport/arrays.js";
import { onDrag } from "./drag.js";
import { handle, mapHandle } from "./handle.js";

/** @typedef {import("./model.js").TraitSource} TraitSource */
/** @typedef {import("./model.js").Save} Save */

/**
 * Make a loss map on which the trait `start` is moved, with room for more drawing to its right.
 *
 * @param {TraitSource} model
 * @param {Save} request
 */
export function startMap(model, request) {
  const fields = Object.fromEntries(Object.entries(model.get("fields")).map(([name, view]) => [name, toNumbers(view)]));
  const map = new LossMap({ x: 34, y: 22, side: 350 });
  /** @type {(surface: string) => number} */
  const reach = (surface) => model.get("facts")[surface][0];
  const edge = () => reach(model.get("surface"));
  /** @param {number[]} place */
  const moveTo = (place) => request({ start: place.map((v) => clamp(roundTo(v, 0.001), -edge(), edge())) });
  const grip = mapHandle("start", { step: () => edge() / 50, get: () => model.get("start"), put: moveTo });
  const square = svg("rect", { x: 34, y: 22, width: 350, height: 350, fill: "transparent" });
  const ground = svg("g", { style: "cursor: crosshair" }, square, map.node, grip);
  const beside = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 406" }, ground, beside);
  onDrag(ground, picture, (x, y) => moveTo(map.at(x, y)));
  /** @param {string} surface */
  const show = (surface) => {
    map.show(fields[surface], reach(surface));
    map.ticks();
    grip.show(map);
  };
  return { map, surfaces: Object.keys(fields), beside, picture, show };
}

/**
 * Make a plot over one weight along which the trait `start` is moved.
 *
 * @param {TraitSource} model
 * @param {Save} request
 * @param {{ x: number, y: number, width: number, height: number }} box
 * @param {() => [number, number]} ends the smallest and the largest weight of the plot
 * @param {SVGElement[]} shapes
 */
export function startLine(model, request, box, ends, ...shapes) {
  /** @param {number} w */
  const moveTo = (w) => request({ start: clamp(roundTo(w, 0.01), ...ends()) });
  const grip = handle(
    "start",
    { low: -4, high: 6, step: 0.05, get: () => model.get("start"), put: moveTo },
    svg("circle", { r: 12, class: "ring" }),
    ...shapes,
  );
  const scene = svg("g");
  const ground = svg("rect", { ...box, fill: "transparent", style: "cursor: ew-resize" });
  const area = svg("g", {}, ground, scene, grip);
  const beside = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 320" }, area, beside);
  onDrag(area, picture, (x) => moveTo(ends()[0] + ((x - box.x) / box.width) * (ends()[1] - ends()[0])));
  /** @type {(x: number, y: number) => void} */
  const show = (x, y) => {
    grip.setAttribute("transform", `translate(${x} ${y})`);
    grip.show();
  };
  return { scene, beside, picture, show };
}
