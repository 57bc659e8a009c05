import { controlBar } from "../controls/bar.js";
import { checkbox } from "../controls/checkbox.js";
import { playButton } from "../controls/play_button.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { classPoints } from "../drawing/class_points.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { interpolate } from "../drawing/function_table.js";
import { formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const [STEPS, HALF] = [150, 0.5];

function render({ model, el }) {
  const root = createRoot(el, "One neuron, two regressions");
  const save = saveDebounced(model);
  const sigmoid = interpolate(toNumbers(model.get("table")), -40, 0.02);
  const paths = Object.fromEntries(Object.entries(model.get("paths")).map(([name, view]) => [name, toNumbers(view)]));
  const all = toNumbers(model.get("students"));
  const students = Array.from({ length: all.length / 2 }, (_, i) => [all[i], all[i + all.length / 2]]);
  const picture = svg("svg", { viewBox: "0 0 848 330" });
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      select("g", model, "activation", save),
      select("target", model, "targets", save),
      checkbox("add a student with 30 hours", model, "outlier", save),
      playButton("fit", model, "step", () => STEPS, save),
      slider("step", model, "step", { min: 0, max: STEPS, step: 1 }, save),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["activation", "targets", "outlier", "step"], () =>
    draw({ model, paths, picture, says, sigmoid, students }),
  );
}

function draw({ model, paths, picture, says, sigmoid, students }) {
  const [activation, targets, outlier, step] = ["activation", "targets", "outlier", "step"].map((name) =>
    model.get(name),
  );
  const path = paths[`${activation} ${targets} ${Number(outlier)}`];
  const [b, w, loss] = path.subarray(3 * step, 3 * step + 3);
  const g = activation === "linear" ? (z) => z : sigmoid;
  const shown = outlier ? students : students.slice(0, -1);
  const xs = [0, outlier ? 32 : 11];
  const panel = new Panel({ x: 40, y: 12, width: 470, height: 280, xs, ys: [-0.25, 1.6] });
  panel.axes(panel.xTicks(6), [0, 0.5, 1, 1.5], "hours of work");
  const grid = Array.from({ length: 201 }, (_, i) => (xs[1] * i) / 200);
  const curve = grid.map((x) => g(b + w * x));
  const border = w > 1e-6 ? ((activation === "linear" ? HALF : 0) - b) / w : null;
  const crossing = border !== null && border > xs[0] && border < xs[1];
  panel.inside.append(
    svg("path", { d: `M${panel.x} ${panel.py(0.5)}h${panel.width}`, class: "line thin dotted ink" }),
    svg("path", { d: panel.path(grid, curve), class: "line blue" }),
    ...classPoints(
      shown.map(([x, mark]) => [panel.px(x), panel.py(targets === "mark" ? mark : Number(mark > HALF)), mark > HALF]),
      4,
    ),
  );
  if (crossing)
    panel.inside.append(
      svg("path", { d: `M${panel.px(border)} ${panel.y}v${panel.height}`, class: "line thin dashed orange" }),
      textAt(panel.px(border) + 6, panel.y + 14, `ŷ = ½ at ${formatNumber(border)} h`, { class: "fill orange halo" }),
    );
  const down = lossPanel({ loss, path, step });
  const right = shown.filter(([x, mark]) => g(b + w * x) > HALF === mark > HALF).length;
  const sum = `${formatNumber(b)} ${w < 0 ? "−" : "+"} ${formatNumber(Math.abs(w))} · hours`;
  picture.replaceChildren(
    panel.node,
    down.node,
    textAt(580, 34, activation === "linear" ? "g = identity" : "g = σ", { class: "title" }),
    textAt(580, 60, activation === "linear" ? `ŷ = ${sum}` : `ŷ = σ(${sum})`),
    textAt(580, 84, `right predictions (passed or not): ${right} of ${shown.length}`),
    textAt(580, 136, `${activation === "linear" ? "mean squared error" : "cross-entropy"}: ${formatNumber(loss)}`, {
      class: "title",
    }),
  );
  const top = g(b + w * xs[1]);
  says.replaceChildren(
    html("b", {}, activation === "linear" ? "Linear regression. " : "Logistic regression. "),
    sentence(activation, targets, outlier, step, top, xs[1]),
  );
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", says.textContent);
  return { activation, targets, outlier, step, b, w, loss, right, border, top };
}

function lossPanel({ loss, path, step }) {
  const losses = Array.from({ length: STEPS + 1 }, (_, i) => path[3 * i + 2]);
  const down = new Panel({
    x: 580,
    y: 150,
    width: 258,
    height: 142,
    xs: [0, STEPS],
    ys: [0, 1.08 * Math.max(...losses)],
  });
  down.axes([0, 50, 100, 150], ticks(0, Math.max(...losses), 3), "step");
  down.inside.append(
    svg("path", {
      d: down.path(
        losses.map((_, i) => i),
        losses,
      ),
      class: "line thin ink",
    }),
    svg("circle", { cx: down.px(step), cy: down.py(loss), r: 5, class: "fill ink" }),
  );
  return down;
}

function sentence(activation, targets, outlier, step, top, far) {
  if (step === 0) return "The neuron is untrained: b and w are 0. Press “fit”.";
  if (step < STEPS) return "Each step changes b and w. Watch the line and the loss.";
  if (activation === "linear" && targets === "passed")
    return `At ${far} hours, ŷ is ${formatNumber(top, 2)}. A probability cannot be larger than 1.`;
  if (activation === "linear")
    return outlier
      ? "The student with 30 hours makes the line flatter, so it fits the other students worse."
      : "A mark is a number, and a straight line fits these marks well.";
  if (targets === "mark") return "A sigmoid can also predict marks: like the marks, ŷ stays between 0 and 1.";
  return outlier
    ? "The student with 30 hours hardly changes the curve: ŷ and the target are both 1 there."
    : "ŷ is a probability. It increases from 0 to 1, and is ½ between the failed and the passed students.";
}

export default { render };
