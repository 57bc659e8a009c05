import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const REACH = 6;

function render({ model, el }) {
  const root = createRoot(el, "Factors of a gradient");
  const { request, save, drawWith } = kernelState(model, (said, line) => ({ ...said, line: toNumbers(line) }));
  const panel = new Panel({ x: 44, y: 24, width: 340, height: 236, xs: [-REACH, REACH], ys: [-0.05, 1.05] });
  const slot = () => (model.get("weight") === "w₁" ? "w1" : "w2");
  const moveTo = (value) => request({ [slot()]: clamp(roundTo(value, 0.01), -REACH, REACH) });
  const curve = svg("path", { class: "line blue" });
  const tangent = svg("path", { class: "line orange" });
  const grip = handle(
    "the weight",
    { low: -REACH, high: REACH, step: 0.1, get: () => model.get(slot()), put: moveTo },
    svg("circle", { r: 11, class: "ring" }),
    svg("circle", { r: 6, class: "fill blue" }),
  );
  const title = textAt(44, 15, "", { class: "title" });
  const tag = svg("text", { class: "fill orange" });
  panel.inside.append(curve, tangent);
  const surface = svg(
    "g",
    {},
    svg("rect", { x: 44, y: 24, width: 340, height: 236, fill: "transparent", style: "cursor: ew-resize" }),
    panel.node,
    grip,
    tag,
  );
  const rows = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 296" }, title, surface, rows);
  onDrag(surface, picture, (px) => moveTo(-REACH + ((px - 44) / 340) * 2 * REACH));
  const says = html("p", { class: "says", "aria-live": "polite" });
  const printed = html("input", { type: "checkbox", change: () => save({ printed: printed.checked }) });
  const range = { min: -REACH, max: REACH, step: 0.1 };
  root.append(
    controlBar(
      select("curve as a function of", model, "weight", request),
      slider("w₁", model, "w1", range, request),
      slider("w₂", model, "w2", range, request),
      slider("x", model, "x", { min: -3, max: 3, step: 0.1 }, request),
      slider("y", model, "y", { min: 0, max: 1, step: 0.1 }, request),
      html("label", {}, printed, "wrong third factor: ∂ŷ/∂w₁"),
    ),
    picture,
    says,
  );

  drawWith(root, ["printed"], (shown) =>
    draw(shown, { curve, grip, model, panel, printed, rows, says, tag, tangent, title }),
  );
}

function draw(shown, { curve, grip, model, panel, printed, rows, says, tag, tangent, title }) {
  const { factors: f, weight, trial: found, J } = shown;
  const asPrinted = model.get("printed");
  printed.checked = asPrinted;
  const first = [
    ["∂J/∂ŷ", f["∂J/∂ŷ"]],
    ["∂ŷ/∂z₁", f["∂ŷ/∂z₁"]],
    asPrinted ? ["∂ŷ/∂w₁", f["∂ŷ/∂w₁"]] : ["∂z₁/∂w₁", f["∂z₁/∂w₁"]],
  ];
  const second = [
    ["∂J/∂ŷ", f["∂J/∂ŷ"]],
    ["∂ŷ/∂w₂", f["∂ŷ/∂w₂"]],
  ];
  const times = (list) => list.reduce((product, [, value]) => product * value, 1);
  const [one, two] = [times(first), times(second)];
  const slope = weight === "w₁" ? one : two;
  const at = weight === "w₁" ? shown.w1 : shown.w2;
  const places = [...shown.line].map((_, i) => -REACH + (i * 2 * REACH) / (shown.line.length - 1));
  const [low, high] = [Math.min(...shown.line), Math.max(...shown.line)];
  const margin = Math.max(0.15 * (high - low), 0.004);
  panel.ys = [low - margin, high + margin];
  panel.axes([-6, -3, 0, 3, 6], panel.yTicks(4), weight);
  title.textContent = `the loss J as a function of ${weight}`;
  curve.setAttribute("d", panel.path(places, shown.line));
  tangent.setAttribute("d", panel.path([at - 2.5, at + 2.5], [J - 2.5 * slope, J + 2.5 * slope]));
  tangent.setAttribute("class", asPrinted && weight === "w₁" ? "line red dashed" : "line orange");
  grip.setAttribute("transform", `translate(${panel.px(at)} ${panel.py(J)})`);
  grip.setAttribute("aria-label", weight);
  grip.show();
  setAttributes(
    tag,
    { x: 384, y: 15, "text-anchor": "end", class: `fill ${asPrinted && weight === "w₁" ? "red" : "orange"}` },
    [],
  );
  tag.textContent = `the line: ${formatNumber(slope)}`;
  rows.replaceChildren(
    ...product("∂J/∂w₂", second, two, found[1], 52),
    ...product("∂J/∂w₁", first, one, found[0], 176),
  );
  says.replaceChildren(...sentence(shown, one, asPrinted));
  return {
    w1: shown.w1,
    w2: shown.w2,
    x: shown.x,
    y: shown.y,
    weight,
    factors: f,
    products: [one, two],
    trial: found,
    slope,
    printed: asPrinted,
    says: says.textContent,
  };
}

// One product as a row of boxes; next to it the slope found by trial, and whether the two agree.
function product(name, list, value, trial, y) {
  const nodes = [textAt(420, y - 16, `${name} =`, { class: "title" })];
  list.forEach(([label, number], i) => {
    const x = 420 + i * 90;
    nodes.push(
      svg("rect", { x, y: y - 4, width: 74, height: 46, rx: 6, class: "wash" }),
      textAt(x + 37, y + 14, label, { class: "quiet", "text-anchor": "middle" }),
      textAt(x + 37, y + 33, formatNumber(number), { "text-anchor": "middle", class: "title" }),
    );
    if (i) nodes.push(textAt(x - 8, y + 25, "·", { "text-anchor": "middle", class: "title" }));
  });
  const same = Math.abs(value - trial) <= 1e-6 * (Math.abs(value) + Math.abs(trial)) + 1e-9;
  const x = 420 + list.length * 90;
  nodes.push(
    textAt(x + 2, y + 25, `= ${formatNumber(value)}`, { class: "title" }),
    textAt(420, y + 64, `numerical: ${formatNumber(trial)}   ${same ? "✓ equal" : "✗ different"}`, {
      class: same ? "quiet" : "fill red",
    }),
  );
  return nodes;
}

function sentence({ factors: f, trial, w1, x }, one, asPrinted) {
  if (asPrinted) {
    const times =
      trial[0] === 0
        ? ""
        : ` The right derivative is multiplied by ${formatNumber(one / trial[0])}, which is the extra factor ∂ŷ/∂z₁.`;
    return [html("b", {}, "Wrong factor. "), `∂ŷ/∂w₁ already contains ∂ŷ/∂z₁. ${times}`];
  }
  if (Math.abs(f["∂z₁/∂w₁"]) < 0.02 * Math.abs(x))
    return [
      html("b", {}, "Saturated. "),
      `At z₁ = σ(${formatNumber(w1 * x)}) the sigmoid is almost flat, so the factor ∂z₁/∂w₁ is ` +
        `${formatNumber(f["∂z₁/∂w₁"])}, and w₁ hardly changes.`,
    ];
  if (x === 0) return [html("b", {}, "The input is 0. "), "∂z₁/∂w₁ has the factor x, so it is 0."];
  return [
    html("b", {}, "One factor is in both products. "),
    `∂J/∂ŷ = ${formatNumber(f["∂J/∂ŷ"])} is computed once and used in both rows. Each product is the derivative of ` +
      "its curve.",
  ];
}

export default { render };
