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
  const root = createRoot(el, "Twins");
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
    textAt(440, 16, "the loss", { class: "title" }),
    textAt(40, 360, "up: weight from x₂", { class: "quiet" }),
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
      select("all weights begin", model, "initial", save),
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
  apart.textContent = `the units are ${formatNumber(distance)} apart, the loss is ${formatNumber(losses[step])}`;
  right.textContent = `after 300 steps: ${hits} of ${of} right`;
  says.textContent = sentence(initial, step, distance);
  return { initial, step, apart: distance, units: units[step], loss: losses[step], right: hits };
}

function sentence(initial, step, distance) {
  if (initial === "zero")
    return (
      "With zeros everywhere the hidden units give 0, and what they send back is 0 as well. Only the output's " +
      "bias learns: how many are of class 1."
    );
  if (step === 0)
    return initial === "constant"
      ? "Both units begin at the same place. Press play."
      : "The units begin at different places. Press play.";
  if (distance < 1e-6)
    return (
      "Same weights, same output, same gradient, same step: the twins move together, and the net has one unit, " +
      "paid for twice."
    );
  return (
    "Different weights get different gradients: each unit finds a border of its own, and together they cut out " +
    "the corner."
  );
}

export default { render };
