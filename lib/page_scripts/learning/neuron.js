import { controlBar } from "../controls/bar.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { interpolate } from "../drawing/function_table.js";
import { formatNumber } from "../drawing/numbers.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const ALIKE = {
  dendrites: [
    "Dendrites ↔ inputs.",
    "Both receive signals. Difference: a dendrite receives pulses over time and already computes with them. " +
      "An input is one number.",
  ],
  synapses: [
    "Synapses ↔ weights.",
    "Both set how strongly a signal counts, and both change when something is learned. Difference: training can " +
      "change the sign of a weight. A synapse excites or inhibits, and this hardly ever changes.",
  ],
  "cell body": [
    "Cell body ↔ sum.",
    "Both add the signals. Difference: in a cell body, charge leaks away over time. The bias plays the role of " +
      "the threshold from which a nerve cell sends pulses.",
  ],
  axon: [
    "Axon ↔ output.",
    "Both send one result to many others. Difference: an axon sends spikes that are all equally strong, up to " +
      "some hundreds per second. ŷ is one number.",
  ],
  "many cells": [
    "Brain ↔ network.",
    "Both consist of many connected units. Difference: a brain has about 86 billion nerve cells, connected in " +
      "loops. There is no good evidence that it learns by backpropagation, as our networks do.",
  ],
};

function render({ model, el }) {
  const root = createRoot(el, "Nerve cell and neuron");
  const save = saveDebounced(model);
  const sigmoid = interpolate(toNumbers(model.get("table")), -40, 0.02);
  const picture = svg("svg", { viewBox: "0 0 848 300", role: "img" });
  const scene = svg("g");
  picture.append(scene);
  const says = html("p", { class: "says", "aria-live": "polite" });
  const change = (name, i) => (state) =>
    save({ [name]: model.get(name).map((old, j) => (i === j ? state[name] : old)) });
  // A slider for one entry of a list.
  const entry = (label, name, i, range) =>
    slider(
      label,
      {
        get: () => model.get(name)[i],
        on: (event, act) => model.on(event, act),
      },
      name,
      range,
      change(name, i),
    );
  root.append(
    controlBar(
      select("part", model, "part", save),
      slider("bias", model, "bias", { min: -4, max: 4, step: 0.1 }, save),
    ),
    controlBar(...[0, 1, 2].map((i) => entry(`x${"₁₂₃"[i]}`, "signals", i, { min: 0, max: 1, step: 0.05 }))),
    controlBar(...[0, 1, 2].map((i) => entry(`w${"₁₂₃"[i]}`, "weights", i, { min: -4, max: 4, step: 0.1 }))),
    picture,
    says,
  );
  drawOnChange(root, model, ["part", "signals", "weights", "bias"], () => {
    const [part, x, w, bias] = ["part", "signals", "weights", "bias"].map((name) => model.get(name));
    const z = bias + x.reduce((sum, v, i) => sum + v * w[i], 0);
    const y = sigmoid(z);
    scene.replaceChildren(...cell(part, x, w, y), ...unit(part, x, w, bias, z, y));
    says.replaceChildren(html("b", {}, `${ALIKE[part][0]} `), ALIKE[part][1]);
    picture.setAttribute("aria-label", `z = ${formatNumber(z)}, ŷ = ${formatNumber(y)}. ${says.textContent}`);
    return { part, signals: x, weights: w, bias, z, y };
  });
}

// The chosen part is highlighted on both sides.
const look = (part, name) => (part === name ? "line orange" : "line thin ink");
const wire = (d, kind, strength = 1) => svg("path", { d, class: kind, opacity: 0.35 + 0.65 * strength });

function cell(part, x, w, y) {
  const rows = [60, 140, 220];
  const nodes = [textAt(20, 16, "nerve cell", { class: "title" })];
  rows.forEach((top, i) => {
    const dendrites = look(part, "dendrites");
    nodes.push(
      wire(`M20 ${top}q30 ${i === 1 ? -8 : 6} 64 0`, dendrites, x[i]),
      wire(`M20 ${top - 20}q20 12 40 18`, dendrites, x[i]),
      wire(`M20 ${top + 22}q24 -4 42 -21`, dendrites, x[i]),
      wire(`M92 ${top}Q130 ${top} 156 ${140 + (i - 1) * 20}`, dendrites, x[i]),
      // A strong synapse is large; one that inhibits is hollow.
      svg("circle", {
        cx: 88,
        cy: top,
        r: 2.5 + 1.6 * Math.abs(w[i]),
        class: `${w[i] < 0 ? "line thin" : "fill"} ${part === "synapses" ? "orange" : "ink"}`,
      }),
    );
  });
  nodes.push(
    svg("path", {
      d: "M150 118q14 -22 40 -16q34 4 34 38q0 30 -30 38q-30 6 -44 -18q-12 -22 0 -42z",
      class: look(part, "cell body"),
    }),
    svg("circle", { cx: 188, cy: 140, r: 10, class: "wash" }),
    wire("M224 140C270 132 290 150 336 140", `${look(part, "axon")} ${part === "axon" ? "" : "wide-axon"}`, y),
    wire("M336 140q20 -20 44 -30M336 140q24 0 48 2M336 140q20 20 42 34", look(part, "axon"), y),
    textAt(20, 272, "dendrites", { class: "quiet" }),
    textAt(88, 252, "synapses", { class: "quiet", "text-anchor": "middle" }),
    textAt(188, 200, "cell body", { class: "quiet", "text-anchor": "middle" }),
    textAt(290, 122, "axon", { class: "quiet", "text-anchor": "middle" }),
  );
  // A larger output is drawn as more spikes.
  const spikes = Math.round(8 * y);
  for (let i = 0; i < spikes; i++) nodes.push(svg("path", { d: `M${236 + i * 12} 164v-10`, class: "line thin ink" }));
  nodes.push(textAt(236, 180, spikes ? "spikes" : "no spikes", { class: "quiet" }));
  if (part === "many cells") nodes.push(...crowd(266, 208));
  return nodes;
}

// Cells wired in loops on the left, neurons in layers on the right.
function crowd(x, y) {
  const at = Array.from({ length: 15 }, (_, i) => [
    x + 26 * (i % 5) + 9 * ((i * 7) % 3),
    y + 26 * Math.floor(i / 5) + 7 * ((i * 5) % 3),
  ]);
  const wires = at.flatMap((from, i) => [4, 7, 11].map((hop) => [from, at[(i + hop) % 15]]));
  return knots(at, wires);
}
function tidy(x, y) {
  const layers = [3, 4, 2].map((count, layer) =>
    Array.from({ length: count }, (_, i) => [x + layer * 50, y + 40 + 22 * (i - (count - 1) / 2)]),
  );
  return knots(
    layers.flat(),
    [0, 1].flatMap((k) => layers[k].flatMap((from) => layers[k + 1].map((to) => [from, to]))),
  );
}
const knots = (at, wires) => [
  ...wires.map(([[a, b], [c, d]]) =>
    svg("path", { d: `M${a} ${b}L${c} ${d}`, class: "line ink", style: "stroke-width: 0.7", opacity: 0.5 }),
  ),
  ...at.map(([cx, cy]) => svg("circle", { cx, cy, r: 4, class: "fill orange" })),
];

function unit(part, x, w, bias, z, y) {
  const rows = [60, 140, 220];
  const [sum, activation] = [
    [640, 140],
    [724, 140],
  ];
  const nodes = [textAt(450, 16, "artificial neuron", { class: "title" })];
  rows.forEach((top, i) => {
    nodes.push(
      svg("circle", { cx: 478, cy: top, r: 20, class: look(part, "dendrites") }),
      textAt(478, top + 4, formatNumber(x[i], 2), { "text-anchor": "middle" }),
      textAt(450, top + 4, `x${"₁₂₃"[i]}`, { class: "quiet", "text-anchor": "end" }),
      wire(
        `M498 ${top}L618 ${140 + (i - 1) * 12}`,
        `${look(part, "synapses")}${w[i] < 0 ? " dashed" : ""}`,
        Math.min(1, Math.abs(w[i]) / 3),
      ),
      textAt(554, top + (140 - top) * 0.42 - 6, `· ${formatNumber(w[i], 2)}`, {
        class: "halo",
        "text-anchor": "middle",
      }),
    );
  });
  nodes.push(
    svg("circle", { cx: sum[0], cy: sum[1], r: 24, class: look(part, "cell body") }),
    textAt(sum[0], sum[1] + 5, "Σ", { "text-anchor": "middle", style: "font-size: 16px" }),
    textAt(sum[0], sum[1] + 46, `z = ${formatNumber(z)}`, { class: "title", "text-anchor": "middle" }),
    textAt(sum[0], sum[1] - 36, `bias ${formatNumber(bias, 2)}`, { class: "quiet", "text-anchor": "middle" }),
    svg("path", { d: `M664 140H${activation[0] - 20}`, class: "line thin ink" }),
    svg("circle", { cx: activation[0], cy: activation[1], r: 20, class: look(part, "axon") }),
    textAt(activation[0], activation[1] + 5, "σ", { "text-anchor": "middle", style: "font-size: 16px" }),
    wire("M744 140H800", look(part, "axon"), 1),
    textAt(846, 122, `ŷ = ${formatNumber(y)}`, { class: "title", "text-anchor": "end" }),
  );
  if (part === "many cells") nodes.push(...tidy(690, 206));
  return nodes;
}

export default { render };
