import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { playButton } from "../controls/play_button.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { classPoints } from "../drawing/class_points.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { classColour, contour, paint } from "../drawing/heatmap.js";
import { formatNumber } from "../drawing/numbers.js";
import { toNumbers, toRows } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const STATE = ["hidden", "data", "activation", "seed", "step", "off"];
const [BIG, EDGE, CELLS] = [250, 1.5, 32 * 32];
const tall = (hidden) => Math.max(310, 84 * Math.max(...hidden));

// The positions of the pictures: inputs, hidden neurons by layer, output.
function layout(hidden) {
  const high = tall(hidden);
  const column = (count, x, side) => {
    const gap = Math.min(high / count, side + 18);
    return Array.from({ length: count }, (_, i) => ({ x, y: high / 2 + (i - (count - 1) / 2) * gap - side / 2, side }));
  };
  const side = (count) => Math.min(78, high / count - 12);
  const middle = hidden.map((count, k) => column(count, hidden.length === 1 ? 280 : 190 + 180 * k, side(count)));
  return { inputs: column(2, 20, 54), middle, output: { x: 590, y: (high - BIG) / 2, side: BIG } };
}

function render({ model, el }) {
  const root = createRoot(el, "What neurons see");
  const { request, drawWith } = kernelState(model, (said, fields, dots) => ({
    ...said,
    fields: toNumbers(fields),
    dots: toNumbers(dots),
  }));
  const lines = svg("g");
  const picture = svg("svg", { style: "position: absolute; inset: 0" }, lines);
  const board = html("div", { style: "position: relative; width: 100%" });
  const says = html("p", { class: "says", role: "status" });
  // A slider for one entry of a list reads and follows the list.
  const entry = (k) => ({
    get: () => model.get("hidden")[k],
    on: (_, listener) => model.on("change:hidden", listener),
  });
  const width = (k) =>
    slider(`neurons in hidden layer ${k + 1}`, entry(k), "width", { min: 1, max: 6, step: 1 }, ({ width }) =>
      request({ hidden: model.get("hidden").map((old, i) => (i === k ? width : old)), off: [] }),
    );
  root.append(
    controlBar(
      select("points", model, "data", request),
      select("activation", model, "activation", request),
      ...model.get("hidden").map((_, k) => width(k)),
      playButton("train", model, "step", () => 400, request),
      slider("training steps", model, "step", { min: 0, max: 400, step: 1 }, request),
      button("new random weights", () => request({ seed: model.get("seed") + 10, off: [] })),
    ),
    board,
    says,
  );
  const toggle = (layer, neuron) => {
    const off = model.get("off");
    const kept = off.filter(([k, i]) => k !== layer || i !== neuron);
    request({ off: kept.length === off.length ? [...off, [layer, neuron]] : kept });
  };
  const shownBoard = { built: "", tiles: [], front: null };

  drawWith(root, [], (shown) => {
    if (shownBoard.built !== String(shown.hidden)) {
      Object.assign(shownBoard, { built: String(shown.hidden), ...build(shown.hidden, board, picture, toggle) });
    }
    return draw(shown, { front: shownBoard.front, lines, says, tiles: shownBoard.tiles });
  });
}

// Fill the board with a picture for each neuron; those of hidden neurons are buttons.
function build(hidden, board, picture, toggle) {
  const { inputs, middle, output } = layout(hidden);
  const high = tall(hidden);
  board.style.aspectRatio = `848 / ${high}`;
  picture.setAttribute("viewBox", `0 0 848 ${high}`);
  const percent = (part, whole) => `${(100 * part) / whole}%`;
  const at = ({ x, y, side }) =>
    `position: absolute; left: ${percent(x, 848)}; top: ${percent(y, high)}; ` +
    `width: ${percent(side, 848)}; height: ${percent(side, high)}; padding: 0; border-radius: 3px;`;
  const canvas = (place) =>
    html("canvas", { width: 32, height: 32, style: `${at(place)} border: 1px solid var(--hair)` });
  const neuronTile = (place, layer, neuron) => {
    const image = html("canvas", { width: 32, height: 32, style: "width: 100%; height: 100%; display: block" });
    const node = html("button", { type: "button", style: at(place), click: () => toggle(layer, neuron) }, image);
    return { place, layer, neuron, node, canvas: image };
  };
  const tiles = [
    ...inputs.map((place) => ({ place, canvas: canvas(place) })),
    ...middle.flatMap((column, k) => column.map((place, i) => neuronTile(place, k, i))),
    { place: output, canvas: canvas(output) },
  ];
  board.replaceChildren(picture, ...tiles.map((tile) => tile.node ?? tile.canvas));
  const front = svg("svg", {
    viewBox: `0 0 848 ${high}`,
    style: "position: absolute; inset: 0; pointer-events: none",
  });
  board.append(front);
  return { tiles, front };
}

function draw(shown, { front, lines, says, tiles }) {
  const { fields, dots } = shown;
  const count = fields.length / CELLS;
  const painted = tiles.map((tile, at) => paintTile(tile, at, tiles.length, shown));
  const out = tiles.at(-1).place;
  front.replaceChildren(
    ...painted.flatMap(({ marks }) => marks),
    ...classPoints(placed(dots, out), 3.2),
    textAt(out.x, out.y - 10, "output ŷ", { class: "title" }),
    textAt(out.x, out.y + out.side + 18, "● class 1, × class 0, circle: wrong prediction", { class: "quiet" }),
    ...tiles
      .slice(0, 2)
      .map(({ place }, i) => textAt(place.x + place.side / 2, place.y - 6, `x${"₁₂"[i]}`, { "text-anchor": "middle" })),
  );
  lines.replaceChildren(...edges(tiles, shown));
  says.replaceChildren(...sentence(shown));
  return {
    ...Object.fromEntries(STATE.map((name) => [name, shown[name]])),
    right: shown.right,
    of: shown.of,
    loss: shown.loss,
    pictures: count,
    spans: painted.slice(2).map(({ span }) => span),
    says: says.textContent,
  };
}

// The values of an input over the plane.
const ramp = (axis) =>
  Float32Array.from({ length: CELLS }, (_, at) => ((axis ? Math.floor(at / 32) : at % 32) / 31) * 2 - 1);

// Paint one picture; return the marks on it, and its smallest and largest value.
function paintTile(tile, at, count, { fields, middle, off: switchedOff }) {
  const isOutput = at === count - 1;
  const own = at < 2 ? ramp(at) : fields.slice((at - 2) * CELLS, (at - 1) * CELLS);
  const level = at < 2 ? 0 : isOutput ? 0.5 : middle;
  const most = Math.max(...own.map((v) => Math.abs(v - level)), 1e-6);
  paint(tile.canvas, own, (v) => classColour((v - level) / (isOutput ? 0.5 : most)));
  const { x, y, side } = tile.place;
  const edge = contour(own, side, level + 1e-4 * most);
  const marks = [svg("path", { d: edge, class: "line thin ink", transform: `translate(${x} ${y})` })];
  if (tile.node) {
    const off = switchedOff.some(([k, i]) => k === tile.layer && i === tile.neuron);
    tile.node.style.opacity = off ? 0.25 : 1;
    const name = `hidden layer ${tile.layer + 1}, neuron ${tile.neuron + 1}`;
    setAttributes(tile.node, { "aria-pressed": !off, "aria-label": `${name}: ${off ? "off" : "on"}` });
    if (off)
      marks.push(svg("path", { d: `M${x} ${y}l${side} ${side}m0 ${-side}l${-side} ${side}`, class: "line ink" }));
  }
  return { marks, span: [Math.min(...own), Math.max(...own)] };
}

function edges(tiles, { kernels, hidden, off }) {
  const columns = [
    tiles.slice(0, 2),
    ...hidden.map((_, k) => tiles.filter((tile) => tile.layer === k)),
    tiles.slice(-1),
  ];
  return kernels.flatMap((kernel, k) => {
    const most = Math.max(...kernel.flat().map(Math.abs), 1e-9);
    return kernel.flatMap((row, i) =>
      row.map((w, j) => {
        const [from, to] = [columns[k][i].place, columns[k + 1][j].place];
        const silent = off.some(([layer, neuron]) => layer === k - 1 && neuron === i);
        const end = to.y + to.side / 2;
        const spread = k === kernels.length - 1 ? ((i + 1) / (kernel.length + 1) - 0.5) * to.side * 0.7 : 0;
        const path =
          `M${from.x + from.side} ${from.y + from.side / 2}C${from.x + from.side + 50} ${from.y + from.side / 2} ` +
          `${to.x - 50} ${end + spread} ${to.x} ${end + spread}`;
        const node = svg("path", {
          d: path,
          class: `line ${w < 0 ? "orange dashed" : "blue"}`,
          style: `stroke-width: ${0.6 + (3.6 * Math.abs(w)) / most}; stroke-opacity: ${silent ? 0.1 : 0.75}`,
        });
        if (k < kernels.length - 1) return node;
        const label = textAt(to.x - 8, end + spread - 5, formatNumber(w, 2), {
          class: "quiet halo",
          "text-anchor": "end",
          opacity: silent ? 0.3 : 1,
        });
        return svg("g", {}, node, label);
      }),
    );
  });
}

// The points, [x, y, class, class by the net] one after another, as they lie in the picture of the output.
const placed = (numbers, { x, y, side }) =>
  toRows(numbers, 4).map(([a, b, kind, taken]) => [
    x + ((a + EDGE) / (2 * EDGE)) * side,
    y + side - ((b + EDGE) / (2 * EDGE)) * side,
    kind,
    kind !== taken,
  ]);

function sentence({ hidden, activation, step, off, right, of, loss }) {
  const score = html("b", {}, `${right} of ${of} right, loss ${formatNumber(loss)}. `);
  if (off.length)
    return [
      score,
      `${off.length === 1 ? "One neuron is" : `${off.length} neurons are`} switched off: the next layer gets 0 ` +
        `instead of ${off.length === 1 ? "its output" : "their outputs"}.`,
    ];
  if (step === 0) return [score, "The network is untrained, so its weights are random."];
  if (activation === "linear")
    return [score, "With linear, the decision boundary is a straight line for any number of neurons."];
  if (hidden.length > 1)
    return [score, "Boundaries in the first hidden layer are straight. In the second hidden layer they can be curved."];
  return [
    score,
    hidden[0] === 1
      ? "One hidden neuron has a straight boundary, so the network has a straight boundary too."
      : "The output neuron multiplies the outputs of the hidden neurons by its weights and adds them.",
  ];
}

export default { render };
