import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { kernelState } from "../transport/kernel_state.js";

const STATE = ["scale", "mean", "deviation", "learning_rate"];
const LEVELS = [0.01, 0.04, 0.16, 0.64, 2.56, 10.24, 40.96];

function render({ model, el }) {
  const root = createRoot(el, "Ravine");
  const { request, latest, drawWith } = kernelState(model);
  const panel = new Panel({ x: 44, y: 12, width: 340, height: 340, xs: [-2, 2], ys: [-2, 2] });
  panel.axes([-2, -1, 0, 1, 2], [-2, -1, 0, 1, 2], "w₀, relative to the minimum");
  const rings = LEVELS.map((_, i) => svg("path", { class: "line thin blue", "stroke-opacity": 1 - 0.11 * i }));
  const walk = svg("path", { class: "line thin orange" });
  const steps = svg("g");
  panel.inside.append(...rings, walk, steps);
  const goal = svg("path", { d: `M${panel.px(0) - 6} ${panel.py(0)}h12m-6 -6v12`, class: "line ink" });
  const start = textAt(0, 0, "start", { class: "halo" });
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 386" },
    panel.node,
    goal,
    start,
    textAt(panel.x + 6, panel.y + 14, "w₁, relative to the minimum", { class: "quiet halo" }),
    table(),
  );
  const rows = [...picture.querySelectorAll(".value")];
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      select("x", model, "scale", request),
      slider("mean of x", model, "mean", { min: 0, max: 4, step: 0.1 }, request),
      slider("standard deviation of x", model, "deviation", { min: 0.2, max: 3, step: 0.1 }, request),
      slider("learning rate", model, "learning_rate", { min: 0.005, max: 1, step: 0.005 }, request),
      button("best rate", () => request({ learning_rate: clamp(roundTo(latest().best_rate, 0.005), 0.005, 1) })),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { panel, rings, rows, says, start, steps, walk }));
}

function draw(shown, { panel, rings, rows, says, start, steps, walk }) {
  const { hessian, path, flat, steep } = shown;
  const angle = 0.5 * Math.atan2(2 * hessian[0][1], hessian[0][0] - hessian[1][1]);
  const [along, across] = [steep, flat];
  rings.forEach((ring, i) => {
    ring.setAttribute(
      "d",
      ellipse(panel, angle, Math.sqrt((2 * LEVELS[i]) / along), Math.sqrt((2 * LEVELS[i]) / across)),
    );
  });
  walk.setAttribute(
    "d",
    panel.path(
      path.map((p) => p[0]),
      path.map((p) => p[1]),
    ),
  );
  steps.replaceChildren(
    ...path.slice(0, 60).map(([x, y]) =>
      svg("circle", {
        cx: clamp(panel.px(x), -500, 1500),
        cy: clamp(panel.py(y), -500, 1500),
        r: 2.6,
        class: "fill orange",
      }),
    ),
  );
  setAttributes(start, { x: panel.px(path[0][0]) + 7, y: panel.py(path[0][1]) - 7 }, []);
  const counts = [
    formatNumber(steep),
    formatNumber(flat),
    formatNumber(steep / flat),
    formatNumber(2 / steep),
    shown.steps === null ? "never" : String(shown.steps),
    String(shown.fewest),
  ];
  rows.forEach((row, i) => {
    row.textContent = counts[i];
  });
  says.textContent = sentence(shown);
  return {
    ...Object.fromEntries(STATE.map((name) => [name, shown[name]])),
    steps: shown.steps,
    steep,
    flat,
    fewest: shown.fewest,
    last: path.at(-1),
  };
}

function ellipse(panel, angle, a, b) {
  const points = Array.from({ length: 97 }, (_, i) => (i * Math.PI) / 48).map((t) => [
    a * Math.cos(t) * Math.cos(angle) - b * Math.sin(t) * Math.sin(angle),
    a * Math.cos(t) * Math.sin(angle) + b * Math.sin(t) * Math.cos(angle),
  ]);
  return panel.path(
    points.map((p) => p[0]),
    points.map((p) => p[1]),
  );
}

function table() {
  const labels = [
    "largest curvature",
    "smallest curvature",
    "largest / smallest curvature",
    "diverges above the learning rate",
    "steps, with this learning rate",
    "steps, with the best learning rate",
  ];
  return svg(
    "g",
    {},
    textAt(440, 40, "loss around its minimum", { class: "title" }),
    ...labels.flatMap((label, i) => {
      const y = 76 + 30 * i + (i > 3 ? 14 : 0);
      return [
        textAt(440, y, label),
        textAt(760, y, "", { class: i > 3 ? "value title" : "value", "text-anchor": "end" }),
      ];
    }),
    textAt(440, 322, "From one ellipse to the next, the loss grows by a factor of four.", { class: "quiet" }),
    textAt(440, 340, "Dots: steps of gradient descent. Cross: the minimum.", { class: "quiet" }),
  );
}

function sentence({ steps, steep, flat, learning_rate, fewest }) {
  const ratio = steep / flat;
  if (steps === null)
    return (
      `Gradient descent diverges: the learning rate ${formatNumber(learning_rate)} is larger than 2 / largest ` +
      `curvature = ${formatNumber(2 / steep)}.`
    );
  if (ratio < 1.05)
    return (
      `All curvatures are equal, so each step goes straight to the minimum. It needs ${steps} ` +
      `${steps === 1 ? "step" : "steps"}${steps > fewest ? ` (${fewest} with the best learning rate)` : ""}.`
    );
  if (ratio < 20) return `The curvatures are different, but not very much. Gradient descent needs ${steps} steps.`;
  return (
    `The curvatures are very different. The learning rate must be below ${formatNumber(2 / steep)}, so gradient ` +
    `descent needs ${steps} steps.`
  );
}

export default { render };
