import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

function render({ model, el }) {
  const root = createRoot(el, "Two hidden units");
  const save = saveDebounced(model);
  const runs = model.get("runs");
  const all = Object.values(runs).flatMap((run) => run.units.flat(2));
  const reach = Math.ceil(1.05 * Math.max(...all.map(Math.abs)));
  const plane = new Panel({ x: 40, y: 30, width: 300, height: 300, xs: [-reach, reach], ys: [-reach, reach] });
  plane.axes(ticks(-reach, reach, 4), ticks(-reach, reach, 4), "weight from x₁");
  const loss = new Panel({ x: 440, y: 30, width: 390, height: 190, xs: [0, 300], ys: [0, 0.8] });
  loss.axes([0, 100, 200, 300], [0, 0.2, 0.4, 0.6, 0.8], "step");
  const paths = [svg("path", { class: "line wide blue" }), svg("path", { class: "line orange dashed" })];
  const marks = [
    svg("circle", { r: 9, class: "line blue" }),
    svg("rect", { width: 10, height: 10, class: "fill orange" }),
  ];
  const curve = svg("path", { class: "line ink" });
  const cursor = svg("circle", { r: 5, class: "fill ink" });
  plane.inside.append(...paths, ...marks);
  loss.inside.append(curve, cursor);
  const apart = textAt(440, 292, "", { class: "title" });
  const right = textAt(440, 316, "");
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 366" },
    plane.node,
    loss.node,
    apart,
    right,
    textAt(40, 16, "unit 1: ring, broad · unit 2: square, dashed", { class: "title" }),
    textAt(440, 16, "loss after each step", { class: "title" }),
    textAt(46, 44, "weight from x₂", { class: "quiet halo" }),
  );
  const says = html("p", { class: "says", role: "status" });
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let playing;
  const play = () => {
    clearInterval(playing);
    save({ step: 0 });
    playing = setInterval(() => {
      const step = model.get("step") + 3;
      save({ step: Math.min(step, 300) });
      if (step >= 300 || !root.isConnected) clearInterval(playing);
    }, 33);
  };
  root.append(
    controlBar(
      select("initial weights", model, "initial", save),
      slider("step", model, "step", { min: 0, max: 300, step: 1 }, (state) => {
        clearInterval(playing);
        save(state);
      }),
      button("play", play),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["initial", "step"], () =>
    draw({ apart, cursor, curve, loss, marks, model, paths, plane, right, runs, says }),
  );
}

function draw({ apart, cursor, curve, loss, marks, model, paths, plane, right, runs, says }) {
  const [initial, step] = [model.get("initial"), model.get("step")];
  const { units, losses, right: hits, of } = runs[initial];
  const [one, other] = units[step];
  paths.forEach((path, unit) => {
    path.setAttribute(
      "d",
      plane.path(...[0, 1].map((axis) => units.slice(0, step + 1).map((pair) => pair[unit][axis]))),
    );
  });
  setAttributes(marks[0], { cx: plane.px(one[0]), cy: plane.py(one[1]) }, []);
  setAttributes(marks[1], { x: plane.px(other[0]) - 5, y: plane.py(other[1]) - 5 }, []);
  curve.setAttribute(
    "d",
    loss.path(
      losses.map((_, i) => i),
      losses,
    ),
  );
  setAttributes(cursor, { cx: loss.px(step), cy: loss.py(losses[step]) }, []);
  const distance = Math.hypot(one[0] - other[0], one[1] - other[1]);
  apart.textContent = `distance of the units: ${formatNumber(distance)}, loss: ${formatNumber(losses[step])}`;
  right.textContent = `after 300 steps: ${hits} of ${of} predictions right`;
  says.textContent = sentence(initial, step, distance);
  return { initial, step, apart: distance, units: units[step], loss: losses[step], right: hits };
}

function sentence(initial, step, distance) {
  if (initial === "zero")
    return (
      "The outputs of both hidden units are 0, and the gradients of all weights are 0. Only the bias of the output " +
      "changes."
    );
  if (step === 0)
    return initial === "constant"
      ? "Both units start with the same weights. Press play."
      : "The units start with different weights. Press play.";
  if (distance < 1e-6)
    return (
      "Both units have the same weights, so they get the same gradients and stay equal. Together they can do no more " +
      "than one unit."
    );
  return (
    "The units have different weights, so they get different gradients. Each unit learns another part of the " +
    "decision boundary."
  );
}

export default { render };
