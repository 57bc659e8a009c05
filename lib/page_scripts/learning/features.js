import { controlBar } from "../controls/bar.js";
import { playButton } from "../controls/play_button.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { classPoints } from "../drawing/class_points.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { COLOURS, classColour, contour, heatmap } from "../drawing/heatmap.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const [SIDE, EDGE, STEPS, TILE] = [320, 1.6, 100, 96];
const NAMES = { "as measured": ["x₁", "x₂"], "made by hand": ["x₁² + x₂²"], learned: ["h₁", "h₂", "h₃"] };

function render({ model, el }) {
  const root = createRoot(el, "Features");
  const dots = Object.fromEntries(
    Object.entries(model.get("dots")).map(([name, view]) => {
      const all = toNumbers(view);
      return [name, Array.from({ length: all.length / 3 }, (_, i) => [...all.subarray(3 * i, 3 * i + 3)])];
    }),
  );
  const taken = (said, view) => {
    const all = toNumbers(view);
    const size = all.length / (said.features + 1);
    return {
      ...said,
      fields: Array.from({ length: said.features + 1 }, (_, i) => all.slice(i * size, (i + 1) * size)),
    };
  };
  const { request, drawWith } = kernelState(model, taken);
  const ground = heatmap(30, 8, SIDE);
  const tiles = [0, 1, 2].map((i) => heatmap(430 + i * 134, 40, TILE));
  const picture = svg("svg", { viewBox: "0 0 848 352", role: "img" });
  const scene = svg("g");
  picture.append(ground.node, ...tiles.map(({ node }) => node), scene);
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      select("points", model, "data", request, Object.keys(dots)),
      select("features", model, "representation", request),
      playButton("train", model, "step", () => STEPS, request),
      slider("step", model, "step", { min: 0, max: STEPS, step: 1 }, request),
    ),
    picture,
    says,
  );
  const px = (v) => 30 + ((v + EDGE) / (2 * EDGE)) * SIDE;
  const py = (v) => 8 + ((EDGE - v) / (2 * EDGE)) * SIDE;

  drawWith(root, [], (shown) => draw(shown, { dots, ground, picture, px, py, says, scene, tiles }));
}

function draw(shown, { dots, ground, picture, px, py, says, scene, tiles }) {
  const { data, representation, step, right, of, weights, bias, z, fields } = shown;
  ground.show(fields[0], (p) => classColour(2 * p - 1));
  tiles.forEach(({ node, show }, i) => {
    node.setAttribute("visibility", i < weights.length ? "visible" : "hidden");
    if (i < weights.length) show(fields[i + 1], shade(Math.max(...fields[i + 1].map(Math.abs))));
  });
  const reach = 1.05 * Math.max(0.5, ...z.map(Math.abs));
  const axis = new Panel({ x: 430, y: 216, width: 400, height: 96, xs: [-reach, reach], ys: [0, 2] });
  axis.axes(ticks(-reach, reach), [], "");
  const wrong = dots[data].map((dot, i) => z[i] > 0 !== dot[2] > 0);
  axis.inside.append(
    ...classPoints(
      dots[data].map((dot, i) => [
        axis.px(z[i]),
        axis.py(dot[2] > 0 ? 1.5 + jitter(i) : 0.5 + jitter(i)),
        dot[2],
        wrong[i],
      ]),
    ),
    svg("path", { d: `M${axis.px(0)} 216v96`, class: "line ink" }),
  );
  scene.replaceChildren(
    svg(
      "g",
      { transform: "translate(30 8)" },
      svg("path", { d: contour(fields[0], SIDE, 0.5), class: "line ink" }),
      svg("rect", { width: SIDE, height: SIDE, class: "hair" }),
    ),
    ...classPoints(dots[data].map((dot, i) => [px(dot[0]), py(dot[1]), dot[2], wrong[i]])),
    textAt(430, 20, weights.length > 1 ? "value of the features at each point" : "value of the feature at each point", {
      class: "title",
    }),
    ...weights.flatMap((w, i) => [
      signs(fields[i + 1], 430 + i * 134, 40),
      svg("rect", { x: 430 + i * 134, y: 40, width: TILE, height: TILE, class: "hair" }),
      textAt(430 + i * 134, 154, `${NAMES[representation][i]},  weight ${formatNumber(w, 2)}`),
    ]),
    textAt(430, 198, `z = ${sum(NAMES[representation], weights)} ${signed(bias)}, for each point`, { class: "title" }),
    textAt(830, 345, "z", { class: "quiet", "text-anchor": "end" }),
    axis.node,
  );
  says.replaceChildren(html("b", {}, `${right} of ${of} right. `), sentence(shown));
  picture.setAttribute("aria-label", says.textContent);
  return { data, representation, step, right, of, weights, bias };
}

// Blue where a feature is above 0, orange where it is below 0.
const shade = (most) => (v) => [
  ...(v > 0 ? COLOURS.blue : COLOURS.orange),
  Math.round(215 * Math.min(1, Math.abs(v) / (most || 1))),
];
/** Format a number as a term of a sum, with its sign before it: "− 0.50". */
function signed(number) {
  return `${number < 0 ? "−" : "+"} ${formatNumber(Math.abs(number), 2)}`;
}

function signs(field, x, y) {
  const cells = Math.sqrt(field.length);
  const place = (i) => [
    clamp(((i % cells) / (cells - 1)) * TILE, 8, TILE - 8),
    clamp(TILE * (1 - Math.floor(i / cells) / (cells - 1)), 10, TILE - 4),
  ];
  const [high, low] = [Math.max(...field), Math.min(...field)];
  const at = (value, text) => {
    const [x, y] = place(field.indexOf(value));
    return textAt(x, y, text, { class: "title halo", "text-anchor": "middle" });
  };
  return svg(
    "g",
    { transform: `translate(${x} ${y})` },
    svg("path", { d: contour(field, TILE, 0), class: "line thin ink" }),
    ...(high > 0 ? [at(high, "+")] : []),
    ...(low < 0 ? [at(low, "−")] : []),
  );
}

const jitter = (i) => 0.3 * (((i * 7919) % 101) / 50.5 - 1);
const sum = (names, weights) =>
  weights.map((_, i) => `w${"₁₂₃"[i]}${names.length > 1 ? ` ${names[i]}` : ` (${names[i]})`}`).join(" + ");

function sentence({ data, representation, step, right, of }) {
  if (step === 0) return "The network is untrained: its weights are random. Press “train”.";
  if (representation === "as measured")
    return data === "circles"
      ? "With x₁ and x₂, the neuron has a straight boundary. No straight line separates the two circles."
      : "A straight line is right for many points, but no straight line separates the two moons.";
  if (representation === "made by hand")
    return data === "circles"
      ? "The feature is the squared distance from the origin. On this feature, one threshold is enough."
      : "This feature does not help here: the distance from the origin says little about the class.";
  return right > 0.97 * of
    ? "The hidden neurons have learned three features. With them, the last neuron makes almost no mistake."
    : "The features are still changing. Move the slider to a later step.";
}

export default { render };
