import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { FunctionTable } from "../drawing/function_table.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const SIDE = 178;
const PITCH = 212;
const START = [0.8, 0.5];
/** @type {(point: number[], W: number[][]) => number[]} */
const times = ([a, b], W) => [a * W[0][0] + b * W[1][0], a * W[0][1] + b * W[1][1]];
const product = (A, B) => A.map((row) => times(row, B));

// The lines of the grid.
const GRID = Array.from({ length: 9 }, (_, i) => -1 + i / 4).flatMap((fixed) => {
  const along = Array.from({ length: 33 }, (_, i) => -1 + i / 16);
  return [along.map((v) => [v, fixed]), along.map((v) => [fixed, v])];
});

function render({ model, el }) {
  const root = createRoot(el, "Stack of layers");
  const save = saveDebounced(model);
  const curves = Object.fromEntries(
    Object.entries(model.get("tables")).map(([name, view]) => [name, new FunctionTable(view)]),
  );
  const scene = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 232" }, scene);
  const most = model.get("weights").length;
  const inputs = model
    .get("weights")
    .map((W, k) => W.map((row, i) => row.map((_, j) => cell(k, i, j, { model, save }))));
  const boxes = inputs.map((rows, k) =>
    html(
      "div",
      { class: "matrix" },
      html("span", {}, `W${"₀₁₂"[k]} =`),
      html("div", { class: "cells" }, ...rows.flat()),
    ),
  );
  const says = html("p", { class: "says", "aria-live": "polite" });
  const single = html("span", { class: "cells still" });
  root.append(
    controlBar(
      slider("layers", model, "depth", { min: 1, max: most, step: 1 }, save),
      select("activation between layers", model, "activation", save),
      button("random weights", () => save({ weights: model.get("weights").map(drawn) })),
    ),
    picture,
    html(
      "div",
      { class: "matrices" },
      ...boxes,
      html("div", { class: "matrix whole" }, html("span", {}, "W", html("sub", {}, "c"), " ="), single),
    ),
    says,
  );

  drawOnChange(root, model, ["weights", "depth", "activation"], () =>
    draw({ boxes, curves, inputs, model, says, scene, single }),
  );
}

function cell(k, i, j, { model, save }) {
  return html("input", {
    type: "number",
    step: 0.1,
    "aria-label": `W${k}, row ${i}, column ${j}`,
    input: (event) => {
      const value = Number(event.target.value);
      if (event.target.value === "" || !Number.isFinite(value)) return;
      const weights = structuredClone(model.get("weights"));
      weights[k][i][j] = clamp(value, -9, 9);
      save({ weights });
    },
  });
}

function draw({ boxes, curves, inputs, model, says, scene, single }) {
  const [all, depth, name] = ["weights", "depth", "activation"].map((trait) => model.get(trait));
  const weights = all.slice(0, depth);
  const W = weights.reduce(product);
  const g = (point) => (name === "linear" ? point : point.map((v) => curves[name].at(v)));
  // stages[k] is a point after k layers; the activation stands between layers, so not after the last.
  const stages = (point) => {
    const seen = [point];
    for (const [k, V] of weights.entries()) seen.push(times(k ? g(seen[k]) : seen[k], V));
    return seen;
  };
  const lines = GRID.map((line) => line.map(stages));
  const tracked = stages(START);
  scene.replaceChildren(...Array.from({ length: depth + 1 }, (_, k) => stage(k, depth, lines, tracked, W, name)));
  boxes.forEach((box, k) => {
    box.classList.toggle("out", k >= depth);
  });
  inputs.forEach((rows, k) => {
    rows.forEach((row, i) => {
      row.forEach((input, j) => {
        if (Number(input.value) !== all[k][i][j] || input.value === "") input.value = all[k][i][j];
        input.disabled = k >= depth;
      });
    });
  });
  single.replaceChildren(...W.flat().map((w) => html("output", {}, formatNumber(w))));
  const gap = Math.max(
    ...GRID.flatMap((line, i) =>
      line.map((point, p) => {
        const [end, flat] = [lines[i][p][depth], times(point, W)];
        return Math.hypot(end[0] - flat[0], end[1] - flat[1]);
      }),
    ),
  );
  const same = gap < 1e-9;
  says.replaceChildren(
    html("b", {}, same ? "Same as one layer. " : "Not the same as one layer. "),
    same
      ? `The solid and the dashed grid are equal: ${depth === 1 ? "W_c is W₀" : `${depth} layers compute x₀W_c`}.`
      : `The largest distance between the solid grid and the dashed grid x₀W_c is ${formatNumber(gap)}.`,
  );
  return { depth, activation: name, collapsed: W, gap, end: tracked[depth] };
}

const drawn = () => [0, 1].map(() => [0, 1].map(() => roundTo(3 * Math.random() - 1.5, 0.1)));

function stage(k, depth, lines, tracked, W, name) {
  const last = k === depth;
  const points = lines.map((line) => line.map((stages) => stages[k]));
  const flat = last ? GRID.filter((_, i) => i % 4 < 2).map((line) => line.map((point) => times(point, W))) : [];
  const reach = 1.1 * Math.max(1, ...[...points, ...flat].flat(2).map(Math.abs));
  const panel = new Panel({
    x: 10 + k * PITCH,
    y: 28,
    width: SIDE,
    height: SIDE,
    xs: [-reach, reach],
    ys: [-reach, reach],
  });
  const path = (line) =>
    panel.path(
      line.map((p) => p[0]),
      line.map((p) => p[1]),
    );
  panel.frame.append(
    svg("rect", { x: panel.x, y: panel.y, width: SIDE, height: SIDE, class: "hair" }),
    svg("path", { d: `M${panel.px(0)} ${panel.y}v${SIDE}M${panel.x} ${panel.py(0)}h${SIDE}`, class: "hair" }),
    textAt(panel.x, 18, k ? title(k, name) : "x₀, the points", { class: last && k ? "title" : "" }),
    textAt(panel.x + SIDE, panel.y + SIDE + 15, `±${formatNumber(reach, 2)}`, { class: "quiet", "text-anchor": "end" }),
  );
  panel.inside.append(
    ...points.map((line, i) => svg("path", { d: path(line), class: `line thin ${i % 2 ? "orange" : "blue"}` })),
  );
  panel.inside.append(...flat.map((line) => svg("path", { d: path(line), class: "line thin dashed ink" })));
  const [x, y] = tracked[k];
  panel.inside.append(svg("circle", { cx: panel.px(x), cy: panel.py(y), r: 5, class: "fill green" }));
  return panel.node;
}

const title = (k, name) => {
  const g = name === "linear" ? "" : "g";
  return ["", "x₀W₀", g ? "g(x₀W₀)W₁" : "x₀W₀W₁", g ? "g(g(x₀W₀)W₁)W₂" : "x₀W₀W₁W₂"][k];
};

export default { render };
