import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { onDrag } from "../controls/drag.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const DEGREES = 12;
const GRID = Array.from({ length: 81 }, (_, i) => -1 + i / 40);

function render({ model, el }) {
  const root = createRoot(el, "Bias and variance");
  const { request, save, drawWith } = kernelState(model, (said, curves, first) => ({
    ...said,
    curves: toNumbers(curves),
    first: toNumbers(first),
  }));
  const left = new Panel({ x: 40, y: 26, width: 420, height: 250, xs: [-1, 1], ys: [-2.2, 2.2] });
  left.axes([-1, 0, 1], [-2, -1, 0, 1, 2], "x");
  const right = errorPanel();
  const [many, mean, one, real, dots] = [
    ["line thin", 0.28],
    ["line wide blue", 1],
    ["line blue", 1],
    ["line dashed ink", 1],
    ["line thin ink", 1],
  ].map(([kind, opacity]) => svg("path", { class: kind, opacity }));
  many.style.stroke = "var(--blue)";
  left.inside.append(many, mean, real, one, dots);
  const kinds = { error: "line ink", bias: "line dashed orange", variance: "line blue", training: "line dotted green" };
  const lines = Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, svg("path", { class: kind })]));
  const cursor = svg("path", { class: "hair", style: "stroke: var(--ink)" });
  right.inside.append(cursor, ...Object.values(lines));
  const marks = Object.fromEntries(
    Object.keys(kinds).map((name) => [name, svg("circle", { r: 4.5, class: kinds[name].replace("line", "fill") })]),
  );
  const labels = legend();
  const surface = svg(
    "g",
    { style: "cursor: ew-resize" },
    svg("rect", { x: 540, y: 26, width: 290, height: 250, fill: "transparent" }),
    right.node,
    ...Object.values(marks),
  );
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 356" },
    left.node,
    textAt(40, 14, "fitted polynomials", { class: "title" }),
    textAt(540, 14, "mean squared error by degree", { class: "title" }),
    surface,
    labels.node,
  );
  onDrag(surface, picture, (x) => save({ degree: clamp(Math.round(-0.4 + ((x - 540) / 290) * 11.8), 0, 11) }));
  const says = html("p", { class: "says", "aria-live": "polite" });
  const box = html("input", {
    type: "checkbox",
    "aria-label": "show the refits",
    change: () => save({ refits: box.checked }),
  });
  root.append(
    controlBar(
      slider("degree", model, "degree", { min: 0, max: 11, step: 1 }, save),
      slider("points", model, "points", { min: 12, max: 60, step: 1 }, request),
      slider("noise", model, "noise", { min: 0, max: 1, step: 0.05 }, request),
      html("label", {}, box, "show the refits"),
      button("other noise", () => request({ seed: model.get("seed") + 1 })),
    ),
    picture,
    says,
  );

  drawWith(root, ["degree", "refits"], (shown) =>
    draw(shown, { box, cursor, dots, labels, left, lines, many, marks, mean, model, one, real, right, says }),
  );
}

function errorPanel() {
  const right = new Panel({ x: 540, y: 26, width: 290, height: 250, xs: [-0.4, 11.4], ys: [-4, 2] });
  right.axes(
    Array.from({ length: DEGREES }, (_, i) => i),
    [],
    "degree",
  );
  for (let power = -4; power <= 2; power++) {
    right.frame.append(
      svg("path", { d: `M540 ${right.py(power)}h290`, class: "hair" }),
      textAt(533, right.py(power) + 4, ["0.0001", "0.001", "0.01", "0.1", "1", "10", "100"][power + 4], {
        class: "quiet",
        "text-anchor": "end",
      }),
    );
  }
  return right;
}

function draw(shown, { box, cursor, dots, labels, left, lines, many, marks, mean, model, one, real, right, says }) {
  const degree = model.get("degree");
  box.checked = model.get("refits");
  const count = shown.curves.length / DEGREES / GRID.length;
  const curve = (k) =>
    shown.curves.subarray((degree * count + k) * GRID.length, (degree * count + k + 1) * GRID.length);
  const all = Array.from({ length: count }, (_, k) => curve(k));
  const average = GRID.map((_, i) => all.reduce((sum, c) => sum + c[i], 0) / count);
  many.setAttribute("d", box.checked ? all.map((c) => left.path(GRID, c)).join("") : "");
  mean.setAttribute("d", box.checked ? left.path(GRID, average) : "");
  one.setAttribute("d", box.checked ? "" : left.path(GRID, all[0]));
  real.setAttribute("d", left.path(GRID, shown.truth));
  const n = shown.first.length / 2;
  dots.setAttribute(
    "d",
    Array.from(
      { length: n },
      (_, i) => `M${left.px(shown.first[i]) - 3.5} ${left.py(shown.first[n + i])}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0`,
    ).join(""),
  );
  const error = shown.bias.map((b, i) => b + shown.variance[i] + shown.noise ** 2);
  const values = {
    error,
    bias: shown.bias,
    variance: shown.variance,
    training: shown.training.map((v) => (v < 1e-12 ? 0 : v)),
  };
  const log = (v) => Math.max(Math.log10(Math.max(v, 1e-12)), -4.2);
  for (const [name, heights] of Object.entries(values)) {
    lines[name].setAttribute(
      "d",
      right.path(
        heights.map((_, i) => i),
        heights.map(log),
      ),
    );
    setAttributes(marks[name], { cx: right.px(degree), cy: right.py(clamp(log(heights[degree]), -4, 2)) }, []);
  }
  cursor.setAttribute("d", `M${right.px(degree)} 26v250`);
  const at = Object.fromEntries(Object.entries(values).map(([name, heights]) => [name, heights[degree]]));
  const best = error.indexOf(Math.min(...error));
  labels.show(at, shown.noise ** 2);
  says.replaceChildren(...sentence(degree, best, at, n));
  return {
    degree,
    points: shown.points,
    noise: shown.noise,
    seed: shown.seed,
    refits: box.checked,
    best,
    ...at,
    says: says.textContent,
  };
}

function legend() {
  const rows = [
    ["line ink", "expected error on new points"],
    ["line dashed orange", "squared bias"],
    ["line blue", "variance"],
    ["line dotted green", "training error"],
  ];
  const values = rows.map(() => svg("text", { "text-anchor": "end" }));
  const node = svg(
    "g",
    {},
    ...rows.flatMap(([kind, label], i) => {
      const [x, y] = [40 + (i % 2) * 420, 322 + 22 * Math.floor(i / 2)];
      setAttributes(values[i], { x: x + 300, y }, []);
      return [svg("path", { d: `M${x} ${y - 4}h34`, class: kind }), textAt(x + 44, y, label), values[i]];
    }),
  );
  return {
    node,
    show: (at) =>
      ["error", "bias", "variance", "training"].forEach((name, i) => {
        values[i].textContent = formatNumber(at[name]);
      }),
  };
}

function sentence(degree, best, at, n) {
  if (degree === best)
    return [
      html("b", {}, "Good fit. "),
      `Degree ${degree} has the smallest expected error on new points: ${formatNumber(at.error)}.`,
    ];
  if (degree < best)
    return [
      html("b", {}, "Underfitting. "),
      `The polynomial is too simple: squared bias ${formatNumber(at.bias)}, variance ` +
        `${formatNumber(at.variance)}. More data would not help.`,
    ];
  const hits = degree >= n - 1 ? "The polynomial goes through every point. " : "";
  return [
    html("b", {}, "Overfitting. "),
    `${hits}The training error (${formatNumber(at.training)}) is smaller than at degree ${best}. But each refit ` +
      `follows its noise: variance ${formatNumber(at.variance)}.`,
  ];
}

export default { render };
