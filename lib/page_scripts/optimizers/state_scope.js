import { controlBar } from "../controls/bar.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers, toRows } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const STATES = {
  adagrad: "state: √a, where a is the sum of g²",
  rmsprop: "state: √a, where a is the moving average of g²",
  adadelta: "state: √a (thick), moving average of g²; √u (thin), moving average of squared steps",
  adam: "state: √v (thick) and m (thin), moving averages of g² and g",
};

function render({ model, el }) {
  const root = createRoot(el, "State of an optimizer");
  const names = ["rule", "signal", "decay", "corrected"];
  const { request, drawWith } = kernelState(model, (said, traces) => ({
    ...said,
    rows: toRows(toNumbers(traces, Float64Array), 8),
  }));
  const scene = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 372" }, scene);
  const says = html("p", { class: "says", role: "status" });
  const decay = slider("decay rate ρ, β₂", model, "decay", { min: 0.5, max: 0.999, step: 0.001 }, request);
  const box = html("input", {
    type: "checkbox",
    "aria-label": "bias correction",
    change: () => request({ corrected: box.checked }),
  });
  root.append(
    controlBar(
      select("optimizer", model, "rule", request),
      select("gradients", model, "signal", request),
      decay,
      html("label", {}, box, "bias correction"),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { box, decay, model, names, says, scene }));
}

function draw(shown, { box, decay, model, names, says, scene }) {
  const { rule } = shown;
  box.checked = model.get("corrected");
  box.disabled = rule !== "adam";
  decay.querySelector("input").disabled = rule === "adagrad";
  const column = (i) => shown.rows.map((r) => r[i]);
  const panels = [
    ["gradient g of each weight", [0, 1], []],
    [STATES[rule], [2, 3], rule === "adam" || rule === "adadelta" ? [4, 5] : []],
    ["length of each weight's step", [6, 7], []],
  ];
  scene.replaceChildren(
    ...panels.map((/** @type {any[]} */ [title, thick, thin], k) => {
      const size = k === 2 ? Math.abs : (v) => v;
      const lines = [...thick, ...thin].map((i) => column(i).map(size));
      const all = lines.flat();
      const [low, high] = [Math.min(0, ...all), Math.max(1e-9, ...all)];
      const panel = new Panel({
        x: 62,
        y: 22 + 118 * k,
        width: 560,
        height: 82,
        xs: [1, 60],
        ys: [low - 0.05 * (high - low), high + 0.08 * (high - low)],
      });
      panel.axes(
        k === 2 ? [1, 10, 20, 30, 40, 50, 60] : [],
        low < 0 ? [low, 0, high] : [0, high],
        k === 2 ? "step" : "",
      );
      panel.frame.append(textAt(62, 14 + 118 * k, title, { class: "quiet" }));
      panel.inside.append(
        ...lines.map((line, i) =>
          svg("path", {
            d: panel.path(
              line.map((_, j) => j + 1),
              line,
            ),
            class: `line ${i % 2 ? "dashed orange" : "blue"} ${i > 1 ? "thin" : ""}`,
          }),
        ),
      );
      return panel.node;
    }),
    key(),
    ...numbers(shown.rows, rule === "adam" ? "√v" : "√a"),
  );
  says.replaceChildren(html("b", {}, `${rule}. `), shown.says);
  return {
    ...Object.fromEntries(names.map((name) => [name, shown[name]])),
    roots: [column(2).at(-1), column(3).at(-1)],
    first: shown.first,
    last: shown.last,
    says: says.textContent,
  };
}

const key = () =>
  svg(
    "g",
    {},
    svg("path", { d: "M650 40h34", class: "line blue" }),
    textAt(694, 44, "first weight"),
    svg("path", { d: "M650 64h34", class: "line dashed orange" }),
    textAt(694, 68, "second weight"),
  );

function numbers(all, root) {
  const line = (y, label, first, second, attributes) => [
    textAt(650, y, label, { class: "quiet" }),
    textAt(780, y, first, { "text-anchor": "end", ...attributes }),
    textAt(846, y, second, { "text-anchor": "end", ...attributes }),
  ];
  const [first, last] = [all[0], all.at(-1)];
  return [
    textAt(650, 276, "step 60", { class: "title" }),
    ...line(298, root, formatNumber(last[2]), formatNumber(last[3])),
    ...line(320, "length", formatNumber(Math.abs(last[6])), formatNumber(Math.abs(last[7]))),
    textAt(650, 160, "step 1", { class: "title" }),
    ...line(182, root, formatNumber(first[2]), formatNumber(first[3])),
    ...line(204, "length", formatNumber(Math.abs(first[6])), formatNumber(Math.abs(first[7]))),
  ];
}

export default { render };
