// Each control has its label above it. It sets one trait, and shows it also where code has set it.

import { html, setAttributes } from "../drawing/elements.js";
import { formatNumber } from "../drawing/numbers.js";

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
  hills: "hill and valley",
  plane: "slanted plane",
};
export const spoken = (name) => SPOKEN[name] ?? name.replaceAll("_", " ");

const labelled = (label, ...inside) => html("label", { class: "knob" }, html("span", {}, label), ...inside);

export function options(names, chosen) {
  return names.map((name) =>
    html("option", name === chosen ? { value: name, selected: "" } : { value: name }, spoken(name)),
  );
}

// A list of names.
function picker(label, name, session) {
  const select = html(
    "select",
    { "aria-label": label, change: () => session.set({ [name]: select.value }) },
    ...options(session.offers[name]),
  );
  const show = () => {
    select.value = session.model.get(name);
  };
  session.model.on(`change:${name}`, show);
  show();
  return labelled(label, select);
}

// A slider over the stops of a trait; any other value stands at the nearest stop.
function stopSlider(label, name, session, text = formatNumber) {
  const values = session.offers.stops[name];
  const value = html("output");
  const input = html("input", { type: "range", min: 0, max: values.length - 1, step: 1, "aria-label": label });
  const nearest = (wanted) =>
    values.reduce((best, v, i) => (Math.abs(v - wanted) < Math.abs(values[best] - wanted) ? i : best), 0);
  const show = () => {
    const now = session.model.get(name);
    if (values[Number(input.value)] !== now) input.value = nearest(now);
    value.textContent = text(now);
    input.setAttribute("aria-valuetext", value.textContent);
  };
  input.addEventListener("input", () => session.set({ [name]: values[Number(input.value)] }));
  session.model.on(`change:${name}`, show);
  show();
  return setAttributes(labelled(label, input), {}, [value]);
}

function tick(label, name, session) {
  const input = html("input", { type: "checkbox", "aria-label": label });
  const show = () => {
    input.checked = session.model.get(name);
  };
  input.addEventListener("change", () => session.set({ [name]: input.checked }));
  session.model.on(`change:${name}`, show);
  show();
  return html("label", { class: "knob tick" }, html("span", {}, label), input);
}

export const press = (label, click, attributes = {}) => html("button", { type: "button", click, ...attributes }, label);

// How to learn: one row above the network.
export function trainingControls(session) {
  return html(
    "div",
    { class: "knobs" },
    stopSlider("learning rate", "learning_rate", session, (v) =>
      v < 1e-5 ? formatNumber(v) : String(Number(v.toPrecision(3))),
    ),
    picker("schedule", "schedule", session),
    picker("optimizer", "optimizer", session),
    picker("loss", "loss", session),
    picker("first weights", "initializer", session),
    stopSlider("batch size", "batch_size", session, String),
    stopSlider("L1", "l1", session),
    stopSlider("L2", "l2", session),
    stopSlider("dropout", "dropout", session, (v) => `${Math.round(100 * v)} %`),
    tick("batch norm", "batch_norm", session),
  );
}

// What to learn: a column to the left of it.
export function dataControls(session) {
  const classes = stopSlider("classes", "classes", session, String);
  const node = html(
    "div",
    { class: "material" },
    picker("data", "data", session),
    stopSlider("noise", "noise", session, (v) => `${v} %`),
    stopSlider("points", "points", session, String),
    stopSlider("test share", "test", session, (v) => `${v} %`),
    classes,
    press("other points", () => session.set({ sample: (session.model.get("sample") + 1) % 10000 })),
  );
  const show = () => {
    classes.hidden = !["blobs", "spirals"].includes(session.model.get("data"));
  };
  session.model.on("change:data", show);
  show();
  return node;
}
