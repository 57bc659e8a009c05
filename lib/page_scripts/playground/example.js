// One example, step by step: forward from its features to the loss, and back with the gradient.

import { html } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { press, spoken } from "./controls.js";
import { kernels } from "./network.js";
import { said } from "./progress.js";

export function exampleView(session) {
  const state = { at: 0 };
  const number = html("input", { type: "number", min: 0, step: 1, "aria-label": "number of the example" });
  const stage = html("b");
  const says = html("p", { class: "says", role: "status" });
  const grid = html("div", { class: "numbers" });
  const depth = () => session.shown.widths.length - 1;
  const go = (by) => {
    state.at = clamp(state.at + by, 0, 2 * depth() + 1);
    session.redraw();
  };
  const choose = (example) => {
    if (session.example === null) state.at = 0;
    session.example = example;
    node.hidden = example === null;
    if (example !== null) number.value = example;
    session.request();
  };
  number.addEventListener("input", () => choose(Math.max(0, Math.round(Number(number.value) || 0))));
  const bar = html(
    "div",
    { class: "bar" },
    html("label", {}, "example", number),
    press("◂ back", () => go(-1), { "aria-label": "previous step" }),
    press("next ▸", () => go(1), { "aria-label": "next stage" }),
    stage,
    press("close", () => choose(null)),
  );
  const node = html("div", { class: "walk", hidden: "" }, bar, grid, says);
  const draw = () => {
    const walk = session.shown?.walk;
    if (session.example === null || !walk) return null;
    const now = meaning(state.at, depth());
    stage.textContent = headline(now, depth());
    grid.replaceChildren(numbers(now, walk));
    says.textContent = arithmetic(now, walk, session);
    const { kind, layer } = now;
    return { example: walk.example, at: state.at, kind, layer, loss: walk.loss, stages: walk.stages };
  };
  const overlay = (pen, columns) => {
    if (session.example !== null && session.shown.walk) drawNumbers(pen, columns, session, state.at);
  };
  return { node, draw, overlay, choose };
}

// Stage 0 is the input, 1 … depth the layers, then the loss, then the layers backwards.
/** @type {(at: number, depth: number) => { kind: string, layer: any }} */
function meaning(at, depth) {
  if (at === 0) return { kind: "input", layer: null };
  if (at <= depth) return { kind: "forward", layer: at - 1 };
  if (at === depth + 1) return { kind: "loss", layer: null };
  return { kind: "backward", layer: 2 * depth + 1 - at };
}

// On each neuron that the example has reached, its activation, or its gradient on the way back.
function drawNumbers(pen, columns, { shown, look }, at) {
  const depth = shown.widths.length - 1;
  const { kind, layer: current } = meaning(at, depth);
  const back = kind === "backward";
  for (const [layer, { a, dz }] of shown.walk.stages.entries()) {
    const reached = back ? layer >= current : layer < Math.min(at, depth);
    if (!reached) continue;
    for (const [i, place] of columns[layer + 1].entries()) {
      drawNumber(pen, place, back ? dz[i] : a[i], look, layer === current);
    }
  }
}

// A number on a neuron, or a mark of its size where there is no room for digits.
function drawNumber(pen, place, value, look, current) {
  const half = place.size / 2;
  pen.globalAlpha = 0.82;
  pen.fillStyle = look.paper;
  pen.fillRect(place.x - half, place.y - half, place.size, place.size);
  pen.globalAlpha = 1;
  Object.assign(pen, { strokeStyle: current ? look.red : look.ink, lineWidth: current ? 2.5 : 1 });
  pen.strokeRect(place.x - half, place.y - half, place.size, place.size);
  pen.fillStyle = look.ink;
  pen.textAlign = "center";
  pen.font = `600 ${place.size > 26 ? 10 : 8}px system-ui, sans-serif`;
  if (place.size >= 20) pen.fillText(value === null ? "NaN" : brief(value), place.x, place.y + 3.5, place.size - 3);
  else if (place.size >= 12) pen.fillText(value > 0 ? "+" : value < 0 ? "−" : "0", place.x, place.y + 3);
}

function brief(value) {
  const size = Math.abs(value);
  if (size !== 0 && size < 0.01) return `${value < 0 ? "−" : ""}e−${-Math.floor(Math.log10(size))}`;
  return value.toPrecision(2).replace("-", "−");
}

function headline({ kind, layer }, depth) {
  const name = layer === depth - 1 ? "the output layer" : `layer ${layer + 1}`;
  return {
    input: "The input of the example.",
    forward: `Forward through ${name}.`,
    loss: "The loss of the example.",
    backward: `Back through ${name}.`,
  }[kind];
}

function numbers({ kind, layer }, walk) {
  const shown = (row) => row.slice(0, 16).map((v) => (v === null ? "NaN" : formatNumber(v)));
  const line = (name, row) => html("tr", {}, html("th", {}, name), ...shown(row).map((v) => html("td", {}, v)));
  const { z, a, dz, da } = walk.stages[layer] ?? walk.stages.at(-1);
  const rows = {
    input: () => [line("input", walk.inputs)],
    forward: () => [line("z = x W + b", z), line("a = g(z)", a)],
    loss: () => [line("ŷ", a), line("y", walk.target), line("J", [walk.loss])],
    backward: () => [line("∂J/∂a", da), line("∂J/∂z", dz)],
  }[kind]();
  return html("table", {}, ...rows);
}

// Products as people write them: of a long sum only the beginning.
function sum(values, weight) {
  const terms = values
    .slice(0, 4)
    .map((value, i) => `${formatNumber(weight(i))}·${value < 0 ? `(${formatNumber(value)})` : formatNumber(value)}`);
  return `${terms.join(" + ")}${values.length > 4 ? " + …" : ""}`.replaceAll("+ −", "− ");
}

// The sum of the first neuron, with its own numbers.
function arithmetic({ kind, layer }, walk, session) {
  const { z, a } = walk.stages[layer] ?? walk.stages.at(-1);
  const name =
    session.model.get("layers")[layer]?.[0] ??
    (session.shown.classes > 2 ? "softmax" : session.shown.classes ? "sigmoid" : "linear");
  if (kind === "input") return `The network gets these ${walk.inputs.length} numbers.`;
  if (kind === "loss")
    return (
      `The loss of this one example is ${said(walk.loss)}. Its derivative with respect to the output is the ` +
      "start of the backward pass."
    );
  if (kind === "backward") return backwardArithmetic(layer, walk, name, session.shown);
  const { to, kernel, bias } = kernels(session.shown)[layer];
  const before = layer ? walk.stages[layer - 1].a : walk.inputs;
  if (session.model.get("batch_norm") && layer < walk.stages.length - 1)
    return (
      `First neuron: after batch normalization its weighted sum is ${said(z[0])}, and ${spoken(name)} makes ` +
      `${said(a[0])} ` +
      "of it."
    );
  return (
    `First neuron: z = ${formatNumber(bias[0])} + ${sum(before, (j) => kernel[j * to])} = ${said(z[0])}, and ` +
    `${spoken(name)} makes ${said(a[0])} of it.`
  );
}

function backwardArithmetic(layer, walk, name, shown) {
  const { dz, da } = walk.stages[layer];
  if (name === "softmax") {
    return `The probabilities sum to 1, so each derivative depends on all of them: ∂J/∂z₁ = ${said(dz[0])}.`;
  }
  if (!da[0]) return "The gradient at the first neuron is 0, so it passes nothing back.";
  const slope = dz[0] / da[0];
  const next = walk.stages[layer + 1];
  const product = `∂J/∂z = ∂J/∂a · ${spoken(name)}′(z) = ${formatNumber(da[0])} · ${formatNumber(slope)}`;
  const flat =
    Math.abs(slope) < 0.05
      ? " The activation function is almost flat here, so almost nothing is passed " + "back."
      : "";
  const from = next
    ? ` ∂J/∂a = ${sum(next.dz, (k) => kernels(shown)[layer + 1].kernel[k])}: the gradient of the next layer, ` +
      "multiplied by its weights."
    : "";
  return `First neuron: ${product} = ${formatNumber(dz[0])}.${flat}${from}`;
}
