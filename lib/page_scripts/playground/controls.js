// Knobs: each a label above a control that turns one trait, and shows it whoever turned it.

import { html, setAttributes } from "../drawing/elements.js";
import { formatNumber, roundTo } from "../drawing/numbers.js";

const RATES = [
  1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 2e-3, 3e-3, 5e-3, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 3, 5, 10,
];
const PRICES = [0, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1];
const BATCHES = [1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 500];
const upTo = (low, high, step) =>
  Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => roundTo(low + i * step, step));
const SPOKEN = {
  leaky_relu: "leaky ReLU",
  relu: "ReLU",
  glorot_uniform: "Glorot, uniform",
  xavier: "Xavier, 1/√n",
  he_normal: "He, normal",
  small_normal: "normal, σ = 0.05",
  large_normal: "normal, σ = 1.5",
  zeros: "all zero",
  cross_entropy: "cross-entropy",
  mse: "squared error",
  mae: "absolute error",
  sgd: "SGD",
  momentum: "momentum 0.9",
  nesterov: "Nesterov 0.9",
  adagrad: "Adagrad",
  adadelta: "Adadelta",
  rmsprop: "RMSprop",
  adam: "Adam",
  exponential: "halved every 1000",
  inverse_time: "1 / (1 + t)",
  polynomial: "straight to 1 %",
  cosine: "cosine",
  hills: "hill and hollow",
  plane: "slanted plane",
};
export const spoken = (name) => SPOKEN[name] ?? name.replaceAll("_", " ");

const knob = (label, ...inside) => html("label", { class: "knob" }, html("span", {}, label), ...inside);

export function options(names, chosen) {
  return names.map((name) =>
    html("option", name === chosen ? { value: name, selected: "" } : { value: name }, spoken(name)),
  );
}

// A choice among names.
function picker(label, name, names, lab) {
  const select = html(
    "select",
    { "aria-label": label, change: () => lab.turn({ [name]: select.value }) },
    ...options(names),
  );
  const show = () => {
    select.value = lab.model.get(name);
  };
  lab.model.on(`change:${name}`, show);
  show();
  return knob(label, select);
}

// A slider over a list of values; a value from elsewhere stands at the nearest place.
function dial(label, name, values, lab, text = formatNumber) {
  const value = html("output");
  const input = html("input", { type: "range", min: 0, max: values.length - 1, step: 1, "aria-label": label });
  const nearest = (wanted) =>
    values.reduce((best, v, i) => (Math.abs(v - wanted) < Math.abs(values[best] - wanted) ? i : best), 0);
  const show = () => {
    const now = lab.model.get(name);
    if (values[Number(input.value)] !== now) input.value = nearest(now);
    value.textContent = text(now);
    input.setAttribute("aria-valuetext", value.textContent);
  };
  input.addEventListener("input", () => lab.turn({ [name]: values[Number(input.value)] }));
  lab.model.on(`change:${name}`, show);
  show();
  return setAttributes(knob(label, input), {}, [value]);
}

function tick(label, name, lab) {
  const input = html("input", { type: "checkbox", "aria-label": label });
  const show = () => {
    input.checked = lab.model.get(name);
  };
  input.addEventListener("change", () => lab.turn({ [name]: input.checked }));
  lab.model.on(`change:${name}`, show);
  show();
  return html("label", { class: "knob tick" }, html("span", {}, label), input);
}

export const press = (label, click, attributes = {}) => html("button", { type: "button", click, ...attributes }, label);

// How to learn: one row above the network.
export function learning(lab) {
  const offers = lab.offers;
  return html(
    "div",
    { class: "knobs" },
    dial("learning rate", "learning_rate", RATES, lab, (v) =>
      v < 1e-5 ? formatNumber(v) : String(Number(v.toPrecision(3))),
    ),
    picker("schedule", "schedule", offers.schedule, lab),
    picker("optimizer", "optimizer", offers.optimizer, lab),
    picker("loss", "loss", offers.loss, lab),
    picker("first weights", "initializer", offers.initializer, lab),
    dial("batch size", "batch_size", BATCHES, lab, String),
    dial("L1", "l1", PRICES, lab),
    dial("L2", "l2", PRICES, lab),
    dial("dropout", "dropout", upTo(0, 0.9, 0.1), lab, (v) => `${Math.round(100 * v)} %`),
    tick("batch norm", "batch_norm", lab),
  );
}

// What to learn: a column to the left of it.
export function material(lab) {
  const classes = dial("classes", "classes", [2, 3, 4, 5], lab, String);
  const node = html(
    "div",
    { class: "material" },
    picker("data", "data", lab.offers.data, lab),
    dial("noise", "noise", upTo(0, 50, 1), lab, (v) => `${v} %`),
    dial("points", "points", [12, 16, 24, 40, 60, 80, 100, 120, 150, 200, 250, 300, 400, 500], lab, String),
    dial("test share", "test", upTo(10, 90, 5), lab, (v) => `${v} %`),
    classes,
    press("other points", () => lab.turn({ sample: (lab.model.get("sample") + 1) % 10000 })),
  );
  const show = () => {
    classes.hidden = !["blobs", "spirals"].includes(lab.model.get("data"));
  };
  lab.model.on("change:data", show);
  show();
  return node;
}
