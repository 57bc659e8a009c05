import { controlBar } from "../controls/bar.js";
import { pointHandle } from "../controls/handle.js";
import { playButton } from "../controls/play_button.js";
import { slider } from "../controls/slider.js";
import { classPoints } from "../drawing/class_points.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { classColour, contour, heatmap } from "../drawing/heatmap.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const [SIDE, STEPS] = [320, 150];

function render({ model, el }) {
  const root = createRoot(el, "Will I pass this class?");
  const names = ["lectures", "hours", "step", "learning_rate"];
  const { request, drawWith } = kernelState(model, (said, field) => ({ ...said, field: toNumbers(field) }));
  const rows = toNumbers(model.get("students"));
  const students = Array.from({ length: rows.length / 3 }, (_, i) => [...rows.subarray(3 * i, 3 * i + 3)]);
  const panel = new Panel({ x: 34, y: 8, width: SIDE, height: SIDE, xs: [0, 8], ys: [0, 10] });
  panel.axes([0, 2, 4, 6, 8], [0, 2, 4, 6, 8, 10], "lectures attended");
  panel.frame.append(textAt(panel.x + 6, panel.y + 14, "hours on the project", { class: "quiet halo" }));
  const ground = heatmap(panel.x, panel.y, SIDE);
  const picture = svg("svg", { viewBox: "0 0 848 368" });
  const line = svg("g", { transform: `translate(${panel.x} ${panel.y})` });
  const you = pointHandle(
    "you: lectures, hours",
    panel,
    picture,
    {
      low: 0,
      high: 10,
      step: 0.1,
      get: () => [model.get("lectures"), model.get("hours")],
      put: ([lectures, hours]) => request({ lectures: Math.min(lectures, 8), hours }),
    },
    svg("circle", { r: 13, class: "ring" }),
    svg("path", { d: "M0 -9l9 9l-9 9l-9 -9z", class: "fill ink" }),
    textAt(13, 5, "you", { class: "title halo" }),
  );
  panel.inside.append(...classPoints(students.map(([a, b, passed]) => [panel.px(a), panel.py(b), passed])));
  const bar = gauge(430, 60);
  const net = textAt(430, 24, "", { class: "title" });
  const loss = textAt(430, 176, "");
  const right = textAt(430, 200, "");
  picture.append(ground.node, panel.node, line, you, net, bar.node, loss, right, ...key(430, 236));
  const says = html("p", { class: "says", role: "status" });
  const rate = html(
    "select",
    { "aria-label": "learning rate", change: () => request({ learning_rate: Number(rate.value) }) },
    ...[0.003, 0.1, 3].map((v) => html("option", { value: v }, String(v))),
  );
  root.append(
    controlBar(
      playButton("train", model, "step", () => STEPS, request),
      slider("step", model, "step", { min: 0, max: STEPS, step: 1 }, request),
      html("label", {}, "learning rate", rate),
    ),
    picture,
    says,
  );

  drawWith(root, names, (shown) =>
    draw(shown, { bar, ground, line, loss, model, net, picture, rate, right, says, you }),
  );
}

function draw(shown, { bar, ground, line, loss, model, net, picture, rate, right, says, you }) {
  // The point follows the pointer at once; its prediction follows when the kernel has answered.
  ground.show(shown.field, (p) => classColour(2 * p - 1));
  line.replaceChildren(svg("path", { d: contour(shown.field, SIDE, 0.5), class: "line ink" }));
  you.show();
  rate.value = String(model.get("learning_rate"));
  bar.show(shown.p);
  net.textContent = shown.step ? `network after ${shown.step} steps` : "untrained network";
  loss.textContent = `loss for the students of last year: ${formatNumber(shown.loss)}`;
  right.textContent = `right predictions: ${shown.right} of ${shown.of}`;
  says.textContent = sentence(shown, Math.max(...shown.field) - Math.min(...shown.field) < 0.01);
  picture.setAttribute("aria-label", says.textContent);
  return {
    lectures: shown.lectures,
    hours: shown.hours,
    step: shown.step,
    learning_rate: shown.learning_rate,
    p: shown.p,
    loss: shown.loss,
    right: shown.right,
    of: shown.of,
  };
}

function sentence({ step, p, learning_rate: rate, passed, of, right }, constant) {
  const says = `The prediction for you is ${formatNumber(p)}. `;
  if (step === 0) return `${says}The weights are random, so this prediction means nothing.`;
  if (rate === 3 && constant)
    return (
      `${says}It is the same for everyone, because all hidden neurons saturate after steps that were too large. ` +
      `Of the ${of} students, ${passed} passed: this is a fraction of ${formatNumber(passed / of)}.`
    );
  if (rate === 3) return `${says}The steps are too large, so the predictions change strongly from step to step.`;
  if (rate === 0.003) return `${says}The learning rate is small, so the loss decreases slowly.`;
  return `${says}The network is right for ${right} of the ${of} students of last year.`;
}

function gauge(x, y) {
  const wide = 360;
  const fill = svg("rect", { x, y, height: 26, rx: 3, class: "fill blue" });
  const value = textAt(x, y + 56, "", { class: "title", "text-anchor": "middle" });
  const node = svg(
    "g",
    {},
    svg("rect", { x, y, width: wide, height: 26, rx: 3, class: "wash" }),
    fill,
    svg("path", { d: `M${x + wide / 2} ${y - 6}v38`, class: "line thin dotted ink" }),
    textAt(x, y + 42, "0", { class: "quiet" }),
    textAt(x + wide, y + 42, "1", { class: "quiet", "text-anchor": "end" }),
    value,
  );
  const show = (p) => {
    setAttributes(fill, { width: wide * p }, []);
    setAttributes(value, { x: x + clamp(wide * p, 40, wide - 40) }, []);
    value.textContent = `p(pass) = ${formatNumber(p)}`;
  };
  return { node, show };
}

const key = (x, y) => [
  ...classPoints([
    [x + 6, y - 4, 1],
    [x + 96, y - 4, 0],
  ]),
  textAt(x + 20, y, "passed", { class: "quiet" }),
  textAt(x + 110, y, "failed", { class: "quiet" }),
  svg("path", { d: `M${x + 172} ${y - 4}h26`, class: "line ink" }),
  textAt(x + 206, y, "p = ½", { class: "quiet" }),
];

export default { render };
