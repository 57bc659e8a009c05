import { controlBar } from "../controls/bar.js";
import { checkbox } from "../controls/checkbox.js";
import { playButton } from "../controls/play_button.js";
import { slider } from "../controls/slider.js";
import { classPoints } from "../drawing/class_points.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const [SIDE, STEPS] = [290, 60];

function render({ model, el }) {
  const root = createRoot(el, "Three needs");
  const save = saveDebounced(model);
  const lessons = Object.fromEntries(
    Object.entries(model.get("lessons")).map(([name, view]) => [name, toNumbers(view)]),
  );
  const rows = toNumbers(model.get("dots"));
  const dots = Array.from({ length: rows.length / 3 }, (_, i) => [...rows.subarray(3 * i, 3 * i + 3)]);
  const picture = svg("svg", { viewBox: "0 0 848 318" });
  const scene = svg("g");
  picture.append(scene);
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      checkbox("inputs", model, "inputs", save),
      checkbox("targets", model, "targets", save),
      checkbox("loss as feedback", model, "feedback", save),
      playButton("learn", model, "step", () => STEPS, save),
      slider("step", model, "step", { min: 0, max: STEPS, step: 1 }, save),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["inputs", "targets", "feedback", "step"], () => {
    const needs = ["inputs", "targets", "feedback"].map((name) => model.get(name));
    const step = model.get("step");
    const lesson = lessons[needs.map(Number).join("")];
    const [w0, w1, w2, loss, right] = lesson.subarray(5 * step, 5 * step + 5);
    const panel = new Panel({ x: 30, y: 8, width: SIDE, height: SIDE, xs: [-3, 3], ys: [-3, 3] });
    panel.axes([-2, 0, 2], [-2, 0, 2]);
    // Without inputs the output is the same for all examples.
    /** @type {(point: number[]) => number} */
    const z = ([a, b]) => w0 + (needs[0] ? w1 * a + w2 * b : 0);
    panel.inside.append(...line(panel, w0, w1, w2, needs[0]));
    panel.inside.append(
      ...classPoints(dots.map((dot) => [panel.px(dot[0]), panel.py(dot[1]), dot[2], z(dot) > 0 !== dot[2] > 0])),
    );
    const curve = new Panel({ x: 420, y: 34, width: 410, height: 240, xs: [0, STEPS], ys: [0, 100] });
    curve.axes([0, 20, 40, 60], [0, 25, 50, 75, 100], "step");
    const share = (i) => (100 * lesson[5 * i + 4]) / dots.length;
    const steps = Array.from({ length: step + 1 }, (_, i) => i);
    curve.inside.append(
      svg("path", { d: `M420 ${curve.py(50)}h410`, class: "line thin dotted ink" }),
      svg("path", { d: curve.path(steps, steps.map(share)), class: "line blue" }),
    );
    scene.replaceChildren(
      panel.node,
      curve.node,
      textAt(420, 20, "accuracy, %", { class: "title" }),
      textAt(826, curve.py(50) + 16, "random guessing", { class: "quiet halo", "text-anchor": "end" }),
      svg("circle", { cx: curve.px(step), cy: curve.py(share(step)), r: 5, class: "fill blue" }),
    );
    says.replaceChildren(html("b", {}, `${right} of ${dots.length} right. `), sentence(needs, step));
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", says.textContent);
    return { needs, step, w: [w0, w1, w2], loss, right, of: dots.length };
  });
}

function line(panel, w0, w1, w2, sees) {
  const long = Math.hypot(w1, w2);
  if (!sees || long < 1e-6) return [];
  const [fx, fy] = [(-w0 * w1) / long ** 2, (-w0 * w2) / long ** 2];
  const [dx, dy] = [(-w2 / long) * 20, (w1 / long) * 20];
  return [svg("path", { d: panel.path([fx - dx, fx + dx], [fy - dy, fy + dy]), class: "line ink" })];
}

/** @type {(needs: boolean[], step: number) => string} */
function sentence([inputs, targets, feedback], step) {
  const missing = [inputs, targets, feedback].filter((need) => !need).length;
  if (step === 0) return "The neuron is untrained. Press “learn”.";
  if (missing > 1) return "Two or more of the three needs are missing, so the neuron cannot learn.";
  if (!inputs) return "Without inputs, the prediction is the same for all examples.";
  if (!targets) return "Without targets, the neuron learns random labels instead, so the line changes at random.";
  if (!feedback)
    return (
      "Without a loss, the neuron does not know which changes are improvements, so it changes its weights at " +
      "random."
    );
  return "With all three, each step decreases the loss.";
}

export default { render };
