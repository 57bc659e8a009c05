import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const [BASE, HALF, TOP, TALL] = [150, 120, 30, 240];

function render({ model, el }) {
  const root = createRoot(el, "Softmax mixer");
  const save = saveDebounced(model);
  const count = model.get("scores").length;
  const pitch = Math.min(120, 340 / count);
  const left = (i) => 60 + i * pitch;
  const right = (i) => 500 + i * pitch;
  const wide = pitch * 0.55;
  const move = (i, score) =>
    save({ scores: model.get("scores").map((old, j) => (i === j ? clamp(roundTo(score, 0.1), -5, 5) : old)) });
  const picture = svg("svg", { viewBox: "0 0 848 318" });
  const columns = model.get("labels").map((label, i) => column(label, i, { left, model, move, picture, right, wide }));
  const sum = textAt(500, 312, "", { class: "quiet" });
  const zero = textAt(40, BASE + 4, "", { class: "quiet", "text-anchor": "end" });
  const axis = (x, y, text) => textAt(x, y, text, { class: "quiet", "text-anchor": "end" });
  picture.append(
    textAt(20, 16, "scores z (drag the bars)", { class: "title" }),
    textAt(460, 16, "probabilities softmax(z)", { class: "title" }),
    svg("path", {
      d: `M46 ${BASE}h${count * pitch + 10}M486 ${TOP + TALL}h${count * pitch + 10}M486 ${TOP}h${count * pitch + 10}`,
      class: "hair",
    }),
    zero,
    axis(480, TOP + TALL + 4, "0"),
    axis(480, TOP + 4, "1"),
    ...columns.flatMap((part) => part.nodes),
    sum,
  );
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      slider("add to every score", model, "shift", { min: -1000, max: 1000, step: 10 }, save),
      slider("temperature", model, "temperature", { min: 0.1, max: 10, step: 0.1 }, save),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["scores", "shift", "temperature"], () => draw({ columns, model, says, sum, zero }));
}

function column(label, i, { left, model, move, picture, right, wide }) {
  const bar = svg("rect", { x: left(i), width: wide, rx: 2, class: "fill blue" });
  const knob = handle(
    `score of ${label}`,
    { low: -5, high: 5, step: 0.1, vertical: true, get: () => model.get("scores")[i], put: (v) => move(i, v) },
    svg("rect", { x: -5, y: -10, width: wide + 10, height: 20, rx: 4, class: "ring" }),
    svg("rect", { y: -4, width: wide, height: 8, rx: 3, class: "fill blue" }),
  );
  const zone = svg(
    "g",
    { style: "cursor: ns-resize" },
    svg("rect", {
      x: left(i) - 6,
      y: BASE - HALF - 10,
      width: wide + 12,
      height: 2 * HALF + 20,
      fill: "transparent",
    }),
    bar,
    knob,
  );
  onDrag(zone, picture, (_, y) => move(i, ((BASE - y) / HALF) * 5));
  const middle = { "text-anchor": "middle" };
  const score = textAt(left(i) + wide / 2, 0, "", middle);
  const share = svg("rect", { x: right(i), width: wide, rx: 2, class: "fill orange" });
  const percent = textAt(right(i) + wide / 2, 0, "", middle);
  const names = [left(i), right(i)].map((x) => textAt(x + wide / 2, 290, label, { class: "quiet", ...middle }));
  return { nodes: [zone, score, share, percent, ...names], bar, knob, score, share, percent, x: left(i) };
}

function draw({ columns, model, says, sum, zero }) {
  const [scores, shift, temperature] = ["scores", "shift", "temperature"].map((name) => model.get(name));
  const z = scores.map((score) => (score + shift) / temperature);
  const largest = Math.max(...z);
  const powers = z.map((score) => Math.exp(score - largest));
  const total = powers.reduce((a, b) => a + b);
  const shares = powers.map((power) => power / total);
  columns.forEach(({ bar, knob, score, share, percent, x }, i) => {
    const y = BASE - (scores[i] / 5) * HALF;
    setAttributes(bar, { y: Math.min(y, BASE), height: Math.abs(y - BASE) }, []);
    knob.setAttribute("transform", `translate(${x} ${y})`);
    knob.show();
    score.setAttribute("y", scores[i] < 0 ? y + 24 : y - 15);
    score.textContent = formatNumber(scores[i] + shift, 6);
    setAttributes(share, { y: TOP + TALL * (1 - shares[i]), height: TALL * shares[i] }, []);
    percent.setAttribute("y", Math.max(TOP + TALL * (1 - shares[i]) - 6, TOP - 2));
    percent.textContent = formatNumber(shares[i]);
  });
  zero.textContent = formatNumber(shift, 6);
  sum.textContent = `sum ${formatNumber(shares.reduce((a, b) => a + b))}`;
  says.textContent =
    shift === 0
      ? "Softmax computes exp(z) of each score z and divides by the sum."
      : `You added ${formatNumber(shift)} to every score. The differences stay the same, so the probabilities do too.`;
  return { scores, shift, temperature, shares };
}

export default { render };
