// What the network makes of the whole plane, with the points on it; or of the test digits.

import { penOf } from "../drawing/canvas.js";
import { html } from "../drawing/elements.js";
import { digit, thumbnail } from "./network.js";

const KINDS = ["orange", "blue", "green", "purple", "red"];
const SQUARE = 242;

// One mark a class, so that colour is never the only sign.
function glyph(pen, kind, x, y, size) {
  pen.beginPath();
  if (kind === 0) pen.rect(x - size * 0.85, y - size * 0.85, size * 1.7, size * 1.7);
  else if (kind === 1) pen.arc(x, y, size, 0, 7);
  else {
    const corners = { 2: 3, 3: 4, 4: 5 }[kind];
    for (let i = 0; i < corners; i++) {
      const angle = (2 * Math.PI * i) / corners - Math.PI / 2;
      pen.lineTo(x + 1.25 * size * Math.cos(angle), y + 1.25 * size * Math.sin(angle));
    }
    pen.closePath();
  }
}

function washed(shown, look) {
  const cells = 48;
  const image = new ImageData(cells, cells);
  for (let i = 0; i < cells * cells; i++) {
    const from = (cells - 1 - Math.floor(i / cells)) * cells + (i % cells);
    const colour = look.rgb[KINDS[shown.surface[from]]];
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = colour[c];
    image.data[4 * i + 3] = 22 + 0.5 * shown.surface[cells * cells + from];
  }
  return image;
}

export function surfaceView(session) {
  const scale = Math.max(globalThis.devicePixelRatio || 1, 1);
  const field = html("canvas", { width: 48, height: 48, class: "field", "aria-hidden": "true" });
  const marks = html("canvas", { width: SQUARE * scale, height: SQUARE * scale, role: "img" });
  const title = html("div", { class: "caption" });
  const key = html("div", { class: "legend" });
  const node = html("div", { class: "view" }, title, html("div", { class: "square" }, field, marks), key);
  marks.addEventListener("click", (event) => {
    const { shown } = session;
    if (!shown || shown.pixels) return;
    const box = marks.getBoundingClientRect();
    const [x, y] = [((event.clientX - box.left) / box.width) * 6 - 3, 3 - ((event.clientY - box.top) / box.height) * 6];
    const far = (i) => (shown.points[2 * i] - x) ** 2 + (shown.points[2 * i + 1] - y) ** 2;
    let best = 0;
    for (let i = 1; i < shown.examples[0]; i++) if (far(i) < far(best)) best = i;
    session.exampleView.choose(best);
  });
  let legend = "";
  const draw = () => {
    const { shown, look } = session;
    const pen = penOf(marks);
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, SQUARE, SQUARE);
    field.hidden = shown.pixels;
    const known = JSON.stringify([shown.classes, shown.pixels, look.ink]);
    if (known !== legend) key.replaceChildren(...legendOf(shown, look));
    legend = known;
    let [rings, large] = [0, null];
    if (shown.pixels) rings = drawDigits(pen, shown, look);
    else {
      const pen48 = penOf(field);
      const count = shown.widths.slice(1, -1).reduce((a, b) => a + b, 0);
      const single = session.hover !== null && session.hover < count;
      if (single) {
        large = session.hover;
        const area = shown.cells * shown.cells;
        pen48.clearRect(0, 0, 48, 48);
        pen48.drawImage(
          thumbnail(shown.neurons.subarray(session.hover * area, (session.hover + 1) * area), shown.cells, look),
          0,
          0,
          48,
          48,
        );
      } else pen48.putImageData(washed(shown, look), 0, 0);
      rings = drawPoints(pen, shown, look, session.example);
      title.textContent = single
        ? "output of this neuron"
        : shown.classes
          ? "output of the network"
          : "prediction of the network";
    }
    if (shown.pixels) title.textContent = "test digits and predictions";
    marks.setAttribute(
      "aria-label",
      shown.classes
        ? `${shown.missed[1]} of ${shown.examples[1]} test examples ` + "wrong"
        : "targets as heights over the plane",
    );
    return { rings, large };
  };
  return { node, draw };
}

function drawPoints(pen, { points, marks, examples, classes }, look, chosen) {
  let rings = 0;
  const size = marks.length > 500 ? 3 : 3.6;
  for (let i = 0; i < marks.length / 2; i++) {
    const [x, y] = [((points[2 * i] + 3) / 6) * SQUARE, ((3 - points[2 * i + 1]) / 6) * SQUARE];
    const tested = i >= examples[0];
    const height = (marks[2 * i] - 100) / 100;
    const kind = classes ? marks[2 * i] : Number(height > 0);
    glyph(pen, kind, x, y, size);
    pen.globalAlpha = classes ? 1 : 0.15 + 0.85 * Math.min(Math.abs(height), 1);
    pen.fillStyle = tested ? look.paper : look[KINDS[kind]];
    pen.strokeStyle = tested ? look[KINDS[kind]] : look.paper;
    pen.lineWidth = tested ? 1.6 : 0.8;
    pen.fill();
    pen.stroke();
    pen.globalAlpha = 1;
    if (tested && classes && marks[2 * i] !== marks[2 * i + 1]) {
      Object.assign(pen, { strokeStyle: look.ink, lineWidth: 1.3 });
      pen.beginPath();
      pen.arc(x, y, 7.5, 0, 7);
      pen.stroke();
      rings += 1;
    }
    if (i === chosen) {
      Object.assign(pen, { strokeStyle: look.ink, lineWidth: 2 });
      pen.strokeRect(x - 9, y - 9, 18, 18);
    }
  }
  return rings;
}

// Sixty test digits, each with what the network takes it for; a mistake has a broken frame.
function drawDigits(pen, { surface, marks, examples }, look) {
  let rings = 0;
  const [wide, tall] = [SQUARE / 10, SQUARE / 6];
  pen.imageSmoothingEnabled = false;
  pen.textAlign = "center";
  for (let i = 0; i < Math.min(60, examples[1]); i++) {
    const [x, y] = [(i % 10) * wide, Math.floor(i / 10) * tall];
    const [right, says] = marks.subarray(2 * (examples[0] + i), 2 * (examples[0] + i) + 2);
    pen.drawImage(digit(surface.subarray(64 * i, 64 * i + 64), look), x + 3, y + 2, wide - 6, wide - 6);
    const wrong = right !== says;
    pen.fillStyle = wrong ? look.red : look.ink;
    pen.globalAlpha = wrong ? 1 : 0.6;
    pen.font = `${wrong ? "700 14" : "400 12"}px system-ui, sans-serif`;
    pen.fillText(String(says), x + wide / 2, y + tall - 6);
    pen.globalAlpha = 1;
    if (!wrong) continue;
    Object.assign(pen, { strokeStyle: look.red, lineWidth: 1.6 });
    pen.setLineDash([4, 3]);
    pen.strokeRect(x + 1, y + 1, wide - 2, tall - 3);
    pen.setLineDash([]);
    rings += 1;
  }
  return rings;
}

function legendOf({ classes, pixels }, look) {
  const sign = (paintIt) => {
    const sheet = html("canvas", { width: 32, height: 32, "aria-hidden": "true" });
    const pen = penOf(sheet);
    pen.scale(2, 2);
    paintIt(pen);
    return sheet;
  };
  const dot = (kind, tested) =>
    sign((pen) => {
      glyph(pen, kind, 8, 8, 4);
      Object.assign(pen, {
        fillStyle: tested ? look.paper : look[KINDS[kind]],
        strokeStyle: look[KINDS[kind]],
        lineWidth: 1.6,
      });
      pen.fill();
      pen.stroke();
    });
  const ring = sign((pen) => {
    Object.assign(pen, { strokeStyle: look.ink, lineWidth: 1.3 });
    pen.beginPath();
    pen.arc(8, 8, 6.5, 0, 7);
    pen.stroke();
  });
  const entry = (sign_, text) => html("span", {}, sign_, text);
  if (pixels) return [html("span", {}, "broken frame: wrong")];
  const names = classes
    ? Array.from({ length: classes }, (_, i) => entry(dot(i, false), String(i)))
    : [entry(dot(1, false), "high"), entry(dot(0, false), "low")];
  return [...names, entry(dot(1, true), "test"), ...(classes ? [entry(ring, "wrong")] : [])];
}
