// The network: every neuron a picture of its answers, every weight a line to the next layer.

import { penOf } from "../drawing/canvas.js";
import { html } from "../drawing/elements.js";
import { clamp } from "../drawing/numbers.js";
import { options, press } from "./controls.js";

const NAMED = { x1: "x₁", x2: "x₂", x1x1: "x₁²", x2x2: "x₂²", x1x2: "x₁x₂", sin1: "sin x₁", sin2: "sin x₂" };
const PLANE = {
  x1: (a) => a,
  x2: (_, b) => b,
  x1x1: (a) => a * a,
  x2x2: (_, b) => b * b,
  x1x2: (a, b) => a * b,
  sin1: (a) => Math.sin(a),
  sin2: (_, b) => Math.sin(b),
};
const [TOP, TALL, REACH] = [50, 280, 3];

const canvases = new Map();
function canvasOf(side, name = side) {
  if (!canvases.has(name)) canvases.set(name, new OffscreenCanvas(side, side));
  return canvases.get(name);
}

// A small square picture of numbers from −127 to 127, its first row below; blue above 0, orange below.
export function thumbnail(values, side, look, sheet = canvasOf(side)) {
  const image = new ImageData(side, side);
  const [up, down] = [look.rgb.blue, look.rgb.orange];
  for (let i = 0; i < side * side; i++) {
    const value = values[(side - 1 - Math.floor(i / side)) * side + (i % side)];
    const colour = value > 0 ? up : down;
    const at = 4 * i;
    for (let c = 0; c < 3; c++) image.data[at + c] = colour[c];
    image.data[at + 3] = 14 + 1.6 * Math.abs(value);
  }
  penOf(sheet).putImageData(image, 0, 0);
  return sheet;
}

function featurePicture(name, look) {
  look.features[name] ??= paintFeature(name, look);
  return look.features[name];
}

function paintFeature(name, look) {
  const side = 16;
  const values = Array.from({ length: side * side }, (_, i) => {
    const [a, b] = [((i % side) / 15) * 2 * REACH - REACH, (Math.floor(i / side) / 15) * 2 * REACH - REACH];
    return PLANE[name](a, b);
  });
  const most = Math.max(...values.map(Math.abs));
  return thumbnail(
    values.map((v) => (127 * v) / most),
    side,
    look,
    new OffscreenCanvas(side, side),
  );
}

// Where everything stands, for a box of that width: the inputs, then each layer, then the outputs.
function places(width, session) {
  const pixels = session.model.get("data") === "digits";
  const names = pixels ? ["digits"] : session.offers.features;
  const hidden = session.model.get("layers").map(([, units]) => units);
  const outputs = session.shown?.widths.at(-1) ?? 1;
  const columns = [names.length, ...hidden, outputs];
  const [first, last] = [64, width - 30];
  const at = (i) => first + ((last - first) * i) / (columns.length - 1);
  return columns.map((count, column) => {
    const step = Math.min((TALL - TOP) / count, 46);
    const size = column === 0 && pixels ? 64 : clamp(step - 4, 8, Math.min(34, 0.74 * (at(1) - first)));
    return Array.from({ length: count }, (_, i) => ({
      x: at(column),
      y: TOP + (TALL - TOP) / 2 + (i - (count - 1) / 2) * step,
      size,
      column,
      i,
      name: column === 0 ? names[i] : null,
    }));
  });
}

export function networkView(session) {
  const sheet = html("canvas", { "aria-hidden": "true" });
  const over = html("div", { class: "over" });
  const box = html("div", { class: "net" }, sheet, over);
  let shape = "";
  const layout = () => {
    const columns = places(box.clientWidth || 560, session);
    const { data, features, layers } = session.settings();
    const now = JSON.stringify([columns.map((c) => [c.length, c[0].x]), layers, data, features]);
    if (now !== shape) {
      shape = now;
      const focus = over.contains(document.activeElement) ? document.activeElement?.getAttribute("aria-label") : null;
      over.replaceChildren(
        ...features_(columns[0], session),
        ...layerHeads(columns, session),
        ...neurons(columns, session),
      );
      if (focus)
        /** @type {HTMLElement[]} */ ([...over.querySelectorAll("[aria-label]")])
          .find((n) => n.getAttribute("aria-label") === focus)
          ?.focus();
    }
    return columns;
  };
  const draw = () => {
    const columns = layout();
    const [width, height] = [box.clientWidth || 560, TALL + 4];
    const scale = globalThis.devicePixelRatio || 1;
    if (sheet.width !== Math.round(width * scale))
      Object.assign(sheet, { width: Math.round(width * scale), height: Math.round(height * scale) });
    const pen = penOf(sheet);
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, width, height);
    const shown = session.shown;
    if (
      !shown ||
      shown.widths.length !== columns.length ||
      shown.widths.slice(1).some((n, i) => n !== columns[i + 1].length)
    )
      return { lines: 0 };
    const lines = drawLines(pen, columns, shown, session);
    drawNeurons(pen, columns, shown, session);
    return { lines, pictures: shown.widths.slice(1).reduce((a, b) => a + b) };
  };
  new ResizeObserver(() => session.redraw()).observe(box);
  return { node: box, draw };
}

// Every kernel as [inputs][outputs], cut out of the one vector of weights.
export function kernels({ widths, weights }) {
  let start = 0;
  return widths.slice(1).map((to, layer) => {
    const from = widths[layer];
    const part = {
      from,
      to,
      kernel: weights.subarray(start, start + from * to),
      bias: weights.subarray(start + from * to, start + from * to + to),
    };
    start += from * to + to;
    return part;
  });
}

function drawLines(pen, columns, shown, session) {
  const { look } = session;
  let lines = 0;
  kernels(shown).forEach(({ from, to, kernel }, layer) => {
    const whole = shown.pixels && layer === 0;
    const sources = layer
      ? columns[layer]
      : columns[0].filter((p) => whole || session.model.get("features").includes(p.name));
    if (!whole && sources.length !== from) return;
    for (let j = 0; j < sources.length; j++) {
      for (let i = 0; i < to; i++) {
        const weight = whole ? 0 : kernel[j * to + i];
        const [a, b] = [sources[j], columns[layer + 1][i]];
        const [x, x2] = [a.x + a.size / 2, b.x - b.size / 2];
        const middle = (x + x2) / 2;
        const strength = Math.tanh(Math.abs(weight) / 1.6);
        pen.globalAlpha = whole || !Number.isFinite(weight) ? 0.2 : 0.12 + 0.75 * strength;
        pen.strokeStyle = whole ? look.ink : weight < 0 ? look.orange : look.blue;
        pen.lineWidth = whole ? 1 : 0.5 + 4.5 * strength;
        pen.setLineDash(weight < 0 ? [5, 4] : []);
        pen.beginPath();
        pen.moveTo(x, a.y);
        pen.bezierCurveTo(middle, a.y, middle, b.y, x2, b.y);
        pen.stroke();
        lines += 1;
      }
    }
  });
  pen.globalAlpha = 1;
  pen.setLineDash([]);
  return lines;
}

function drawNeurons(pen, columns, shown, session) {
  const { look, model } = session;
  pen.imageSmoothingEnabled = true;
  const framed = (place, alpha = 0.5, width = 1) => {
    Object.assign(pen, { strokeStyle: look.ink, lineWidth: width, globalAlpha: alpha });
    pen.strokeRect(place.x - place.size / 2, place.y - place.size / 2, place.size, place.size);
    pen.globalAlpha = 1;
  };
  const picture = (place, sheet) =>
    pen.drawImage(sheet, place.x - place.size / 2, place.y - place.size / 2, place.size, place.size);
  for (const place of columns[0]) {
    const on = shown.pixels || model.get("features").includes(place.name);
    pen.globalAlpha = on ? 1 : 0.25;
    if (shown.pixels) picture(place, digit(shown.surface.subarray(0, 64), look));
    else picture(place, featurePicture(place.name, look));
    framed(place, on ? 0.6 : 0.2);
  }
  let start = 0;
  let first = 0;
  columns.slice(1).forEach((column, layer) => {
    for (const place of column) {
      pen.globalAlpha = 1;
      const side = shown.pixels ? 10 : shown.cells;
      if (shown.pixels && layer === 0 && columns.length > 2) picture(place, pixelWeights(shown, place.i, look));
      else if (shown.pixels) classBars(pen, place, shown.neurons.subarray(start, start + side), look);
      else picture(place, thumbnail(shown.neurons.subarray(start, start + side * side), side, look));
      framed(place, session.hover === first ? 1 : 0.5, session.hover === first ? 2.5 : 1);
      if (layer === columns.length - 2 && shown.classes > 2) label(pen, place, String(place.i), look);
      start += shown.pixels ? 10 : side * side;
      first += 1;
    }
  });
  session.exampleView.overlay(pen, columns);
}

export function digit(bytes, look) {
  const image = new ImageData(8, 8);
  for (let i = 0; i < 64; i++) {
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = look.rgb.ink[c];
    image.data[4 * i + 3] = bytes[i];
  }
  const sheet = canvasOf(8, "digit");
  penOf(sheet).putImageData(image, 0, 0);
  return sheet;
}

// The 64 weights of a neuron of the first layer, as the picture that it looks for.
function pixelWeights(shown, i, look) {
  const { to, kernel } = kernels(shown)[0];
  const values = Array.from({ length: 64 }, (_, pixel) => kernel[pixel * to + i]);
  const most = Math.max(...values.map(Math.abs)) || 1;
  return thumbnail(
    Array.from({ length: 64 }, (_, p) => (127 * values[(7 - Math.floor(p / 8)) * 8 + (p % 8)]) / most),
    8,
    look,
  );
}

// What a neuron answers to each of ten digits, on average.
function classBars(pen, place, values, look) {
  const [left, bar, half] = [place.x - place.size / 2, place.size / 10, place.size / 2];
  const signed = values.some((v) => v < 0);
  const floor = place.y + (signed ? 0 : half);
  values.forEach((value, i) => {
    const tall = (value / 127) * (signed ? half : place.size);
    pen.fillStyle = value < 0 ? look.orange : look.blue;
    pen.fillRect(left + i * bar, floor, bar * 0.8, -tall);
  });
}

function label(pen, place, text, look) {
  Object.assign(pen, { fillStyle: look.ink, textAlign: "left", font: "11px system-ui, sans-serif" });
  pen.fillText(text, place.x + place.size / 2 + 4, place.y + 4);
}

// The inputs are switches.
function features_(column, session) {
  if (session.model.get("data") === "digits")
    return [html("span", { class: "feature whole", style: `left:0; top:${column[0].y - 54}px` }, "8 × 8 pixels")];
  return column.map((place) => {
    const chosen = () => session.model.get("features");
    const on = chosen().includes(place.name);
    const flip = () => {
      const next = session.offers.features.filter((name) => (name === place.name ? !on : chosen().includes(name)));
      if (next.length) session.set({ features: next });
    };
    return press(NAMED[place.name], flip, {
      class: "feature",
      "aria-pressed": String(on),
      "aria-label": `feature ${NAMED[place.name]}`,
      style: `left:0; top:${place.y - 15}px; width:${place.x + place.size / 2 + 3}px`,
    });
  });
}

// Above each hidden layer: its activation, and one neuron more or less.
function layerHeads(columns, session) {
  const layers = () => session.model.get("layers");
  const change = (at, pair) => session.set({ layers: layers().map((old, i) => (i === at ? pair : old)) });
  const gap = columns[1] ? columns[1][0].x - columns[0][0].x : 80;
  return layers().map(([activation, units], i) => {
    const select = html(
      "select",
      { "aria-label": `activation of layer ${i + 1}`, change: () => change(i, [select.value, layers()[i][1]]) },
      ...options([...new Set([...session.offers.activation, activation])], activation),
    );
    const less = press("−", () => change(i, [activation, units - 1]), {
      "aria-label": `remove a neuron from layer ${i + 1}`,
      ...(units < 2 ? { disabled: "" } : {}),
    });
    const more = press("+", () => change(i, [activation, units + 1]), {
      "aria-label": `add a neuron to layer ${i + 1}`,
      ...(units >= session.offers.widest ? { disabled: "" } : {}),
    });
    const tight = gap < 40 ? " narrow tiny" : gap < 66 ? " narrow" : "";
    return html(
      "div",
      { class: `head${tight}`, style: `left:${columns[i + 1][0].x - gap / 2 + 1}px; width:${gap - 2}px` },
      select,
      html("span", {}, less, html("output", {}, String(units)), more),
    );
  });
}

// Each neuron can be pointed at, or reached by Tab: then its picture stands large on the right.
function neurons(columns, session) {
  const nodes = [];
  columns
    .slice(1, -1)
    .flat()
    .forEach((place, index) => {
      const look = (on) => () => {
        session.hover = on ? index : null;
        session.redraw();
      };
      nodes.push(
        html("span", {
          class: "neuron",
          tabindex: 0,
          role: "img",
          "aria-label": `layer ${place.column}, neuron ${place.i + 1}`,
          style:
            `left:${place.x - place.size / 2}px; top:${place.y - place.size / 2}px; width:${place.size}px; ` +
            `height:${place.size}px`,
          pointerenter: look(true),
          pointerleave: look(false),
          focus: look(true),
          blur: look(false),
        }),
      );
    });
  return nodes;
}
