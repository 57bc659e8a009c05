import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { kernelState } from "../transport/kernel_state.js";

const [BASE, HALF, REACH] = [152, 100, 6];

function render({ model, el }) {
  const root = createRoot(el, "Softmax and cross-entropy");
  const { request, save, latest, drawWith } = kernelState(model);
  const labels = model.get("labels");
  const pitch = Math.min(78, 225 / labels.length);
  const wide = pitch * 0.55;
  const at = (panel, i) => [46, 340, 632][panel] + i * pitch;
  const move = (i, score) =>
    request({
      scores: model.get("scores").map((old, j) => (i === j ? clamp(roundTo(score, 0.1), -REACH, REACH) : old)),
    });
  const scene = svg("g");
  const knobs = labels.map((label, i) =>
    handle(
      `score of ${label}`,
      {
        low: -REACH,
        high: REACH,
        step: 0.1,
        vertical: true,
        get: () => model.get("scores")[i],
        put: (v) => move(i, v),
      },
      svg("rect", { x: -5, y: -10, width: wide + 10, height: 20, rx: 4, class: "ring" }),
      svg("rect", { y: -4, width: wide, height: 8, rx: 3, class: "fill blue" }),
    ),
  );
  const zones = knobs.map((knob, i) =>
    svg(
      "g",
      { style: "cursor: ns-resize" },
      svg("rect", {
        x: at(0, i) - 6,
        y: BASE - HALF - 10,
        width: wide + 12,
        height: 2 * HALF + 20,
        fill: "transparent",
      }),
      knob,
    ),
  );
  const picture = svg("svg", { viewBox: "0 0 848 316" }, scene, ...zones);
  zones.forEach((zone, i) => {
    onDrag(zone, picture, (_, y) => move(i, ((BASE - y) / HALF) * REACH));
  });
  const truth = html(
    "select",
    { "aria-label": "target class", change: () => request({ target: truth.selectedIndex }) },
    ...labels.map((label) => html("option", {}, label)),
  );
  const step = () => {
    const { scores, gradient } = latest();
    request({
      scores: scores.map((score, i) => clamp(score - model.get("learning_rate") * gradient[i], -REACH, REACH)),
    });
  };
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      html("label", {}, "target class", truth),
      button("one step", step),
      slider("learning rate", model, "learning_rate", { min: 0.1, max: 5, step: 0.1 }, save),
      slider("label_smoothing", model, "label_smoothing", { min: 0, max: 0.5, step: 0.01 }, request),
    ),
    picture,
    says,
  );

  drawWith(root, ["learning_rate"], (shown) => draw(shown, { at, knobs, labels, model, says, scene, truth, wide }));
}

function draw(
  { scores, target, label_smoothing, probabilities, wanted, loss, gradient },
  { at, knobs, labels, model, says, scene, truth, wide },
) {
  truth.selectedIndex = target;
  const rate = model.get("learning_rate");
  scene.replaceChildren(
    ...titles(loss),
    ...names(labels, target, at, wide),
    svg("path", { d: `M36 ${BASE}h230M330 262h230M622 ${BASE}h215`, class: "hair" }),
    ...scores.flatMap((score, i) => scoreBar(score, gradient[i], rate, at(0, i), wide)),
    ...probabilities.flatMap((p, i) => shareBar(p, wanted[i], at(1, i), wide)),
    ...gradient.flatMap((slope, i) => slopeBar(slope, at(2, i), wide)),
  );
  knobs.forEach((knob, i) => {
    knob.setAttribute("transform", `translate(${at(0, i)} ${BASE - (scores[i] / REACH) * HALF})`);
    knob.show();
  });
  says.replaceChildren(
    ...sentence(labels[target], probabilities[target], wanted[target], loss, gradient, label_smoothing),
  );
  return {
    scores,
    target,
    label_smoothing,
    learning_rate: rate,
    probabilities,
    wanted,
    loss,
    gradient,
    says: says.textContent,
  };
}

const titles = (loss) => [
  textAt(20, 16, "scores z: drag them", { class: "title" }),
  textAt(320, 16, `softmax(z) against y: loss ${formatNumber(loss, 4)}`, { class: "title" }),
  textAt(612, 16, "gradient = softmax(z) − y", { class: "title" }),
];

const names = (labels, target, at, wide) =>
  [0, 1, 2].flatMap((panel) =>
    labels.map((label, i) =>
      textAt(at(panel, i) + wide / 2, 290, i === target ? `▲ ${label}` : label, {
        class: i === target ? "title" : "quiet",
        "text-anchor": "middle",
      }),
    ),
  );

// The arrow says where one step takes the score: against its slope.
function scoreBar(score, slope, rate, x, wide) {
  const y = BASE - (score / REACH) * HALF;
  const to = BASE - (clamp(score - rate * slope, -REACH, REACH) / REACH) * HALF;
  const middle = x + wide + 7;
  const tip = Math.sign(to - y);
  const arrow =
    Math.abs(to - y) < 1.5
      ? []
      : [
          svg("path", { d: `M${middle} ${y}V${to}`, class: "line orange", style: "stroke-width: 3" }),
          svg("path", { d: `M${middle - 5} ${to}h10l-5 ${8 * tip}z`, class: "fill orange" }),
        ];
  return [
    svg("rect", {
      x,
      y: Math.min(y, BASE),
      width: wide,
      height: Math.abs(y - BASE),
      rx: 2,
      class: "fill blue",
      style: "fill-opacity: 0.55",
    }),
    ...arrow,
    textAt(x + wide / 2, score < 0 ? y + 22 : y - 12, formatNumber(score), { "text-anchor": "middle", class: "halo" }),
  ];
}

function shareBar(p, wanted, x, wide) {
  const [tall, floor] = [218, 262];
  return [
    svg("rect", { x, y: floor - tall * p, width: wide, height: tall * p, rx: 2, class: "fill blue" }),
    svg("rect", {
      x: x - 4,
      y: floor - tall * wanted,
      width: wide + 8,
      height: tall * wanted,
      class: "line thin dashed ink",
    }),
    textAt(x + wide / 2, floor - tall * Math.max(p, 0) - 6, formatNumber(p), {
      "text-anchor": "middle",
      class: "halo",
    }),
  ];
}

function slopeBar(slope, x, wide) {
  const tall = slope * 108;
  return [
    svg("rect", {
      x,
      y: tall > 0 ? BASE - tall : BASE,
      width: wide,
      height: Math.abs(tall),
      rx: 2,
      class: `fill ${slope > 0 ? "red" : "green"}`,
    }),
    textAt(
      x + wide / 2,
      tall > 0 ? BASE - tall - 6 : BASE - tall + 15,
      `${slope > 0 ? "+" : ""}${formatNumber(slope)}`,
      { "text-anchor": "middle" },
    ),
  ];
}

function sentence(truth, p, wanted, loss, gradient, smoothing) {
  const title = html("b", {}, `The target class, ${truth}, has the probability ${formatNumber(100 * p)} %. `);
  if (Math.max(...gradient.map(Math.abs)) < 0.02)
    return [title, "The prediction is almost the target, so the gradient is almost 0."];
  if (smoothing > 0 && p > wanted)
    return [
      title,
      `The smoothed target is only ${formatNumber(100 * wanted)} %, so a step makes its score smaller: label ` +
        "smoothing " +
        "prevents predictions that are too confident.",
    ];
  return [
    title,
    `Loss −log ${formatNumber(p)}${smoothing > 0 ? ", smoothed," : ""} = ${formatNumber(loss)}. A step ` +
      "increases its score and decreases all others, each in proportion to its probability. The sum of the gradient " +
      "is 0.",
  ];
}

export default { render };
