import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const [LEFT, WIDE, TOP, TALL] = [20, 390, 30, 170];

function render({ model, el }) {
  const root = createRoot(el, "Threshold");
  const save = saveDebounced(model);
  const [no, yes] = model.get("names");
  const dots = toNumbers(model.get("dots"), Float64Array);
  const table = toNumbers(model.get("table"), Float64Array);
  const own = toNumbers(model.get("own"), Float64Array);
  const row = (threshold) => [...table.subarray(8 * Math.round(100 * threshold), 8 * Math.round(100 * threshold) + 8)];
  const { panel, places, called, rings } = examplePanel({ dots, yes });
  const move = (value) => save({ threshold: clamp(roundTo(value, 0.01), 0, 1) });
  const grip = handle(
    "threshold",
    { low: 0, high: 1, step: 0.01, get: () => model.get("threshold"), put: move },
    svg("path", { d: `M0 ${TOP}v${TALL}`, class: "line ink" }),
    svg("circle", { cy: TOP + TALL / 2, r: 12, class: "ring" }),
    svg("circle", { cy: TOP + TALL / 2, r: 7, class: "fill ink" }),
  );
  const surface = svg(
    "g",
    { style: "cursor: ew-resize" },
    svg("rect", { x: LEFT, y: TOP, width: WIDE, height: TALL, fill: "transparent" }),
    panel.node,
    grip,
  );
  const cells = matrix(no, yes);
  const curve = precisionRecallPanel({ row });
  const here = svg("circle", { r: 6, class: "fill ink" });
  const bars = ["accuracy", "precision", "recall", "F1"].map(bar);
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 352" },
    textAt(LEFT, 18, `● ${yes}`, { class: "fill orange" }),
    textAt(LEFT + WIDE, 18, `predicted ${yes} →`, { class: "quiet", "text-anchor": "end" }),
    textAt(LEFT + 96, 18, `× ${no}`, { class: "fill blue" }),
    textAt(LEFT + 178, 18, "○ wrong", { class: "quiet" }),
    surface,
    cells.node,
    textAt(690, 18, "precision over recall", { class: "title" }),
    curve.node,
    here,
    ...bars.map((b) => b.node),
  );
  onDrag(surface, picture, (x) => move((x - LEFT) / WIDE));
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(picture, says);

  drawOnChange(root, model, ["threshold"], () =>
    draw({ bars, called, cells, curve, grip, here, model, no, own, panel, places, rings, row, says, yes }),
  );
}

function examplePanel({ dots, yes }) {
  const panel = new Panel({ x: LEFT, y: TOP, width: WIDE, height: TALL, xs: [0, 1], ys: [0, 1] });
  panel.axes([0, 0.25, 0.5, 0.75, 1], [], `p, the probability of ${yes}`);
  const places = scattered(dots, panel);
  const marks = (kind) => places.filter((dot) => dot.y === kind);
  const called = svg("rect", { y: TOP, height: TALL, class: "wash" });
  const rings = svg("path", { class: "line thin ink" });
  panel.inside.append(
    called,
    svg("path", {
      d: marks(1)
        .map(({ x, v }) => `M${x - 3.2} ${v}a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0`)
        .join(""),
      class: "fill orange",
      "fill-opacity": 0.75,
    }),
    svg("path", {
      d: marks(0)
        .map(({ x, v }) => `M${x - 3} ${v - 3}l6 6m0 -6l-6 6`)
        .join(""),
      class: "line thin blue",
    }),
    rings,
  );
  return { panel, places, called, rings };
}

function precisionRecallPanel({ row }) {
  const curve = new Panel({ x: 690, y: TOP, width: 150, height: 150, xs: [0, 1], ys: [0, 1] });
  curve.axes([0, 0.5, 1], [0, 0.5, 1], "recall");
  // Without a positive prediction, the precision is 0/0. The curve leaves this point out.
  const calls = Array.from({ length: 101 }, (_, i) => row(i / 100)).filter(([tp, fp]) => tp + fp > 0);
  curve.inside.append(
    svg("path", {
      d: curve.path(
        calls.map((m) => m[6]),
        calls.map((m) => m[5]),
      ),
      class: "line green",
    }),
  );
  return curve;
}

function draw({ bars, called, cells, curve, grip, here, model, no, own, panel, places, rings, row, says, yes }) {
  const at = model.get("threshold");
  const [tp, fp, fn, tn, ...scores] = row(at);
  setAttributes(called, { x: panel.px(at), width: panel.px(1) - panel.px(at) }, []);
  grip.setAttribute("transform", `translate(${panel.px(at)} 0)`);
  grip.show();
  const wrong = places.filter(({ p, y }) => p > at !== (y === 1));
  rings.setAttribute("d", wrong.map(({ x, v }) => `M${x - 6} ${v}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0`).join(""));
  cells.show([
    [tn, fp],
    [fn, tp],
  ]);
  setAttributes(
    here,
    { cx: curve.px(scores[2]), cy: curve.py(scores[1]), visibility: tp + fp > 0 ? "visible" : "hidden" },
    [],
  );
  const sums = [
    `(${tp} + ${tn}) / ${tp + fp + fn + tn}`,
    `${tp} / (${tp} + ${fp})`,
    `${tp} / (${tp} + ${fn})`,
    `2 · ${scores[1].toFixed(3)} · ${scores[2].toFixed(3)} / (${scores[1].toFixed(3)} + ${scores[2].toFixed(3)})`,
  ];
  const place = 3 * Math.round(100 * at);
  const yours = own.length ? [...own.subarray(place, place + 3)] : [];
  bars.forEach((b, i) => {
    b.show(scores[i], sums[i], i ? yours[i - 1] : undefined);
  });
  says.textContent = model.get("own_sentence") || sentence({ tp, fp, fn, tn }, no, yes);
  return {
    threshold: at,
    yours: yours.map((v) => (Number.isFinite(v) ? v : String(v))),
    tp,
    fp,
    fn,
    tn,
    scores,
    mistaken: wrong.length,
  };
}

// The x of a dot is its probability. Its y depends on its class and, for the scatter, on its index.
function scattered(dots, panel) {
  return Array.from({ length: dots.length / 2 }, (_, i) => {
    const [p, y] = [dots[2 * i], dots[2 * i + 1]];
    const height = (y ? 0.56 : 0.06) + 0.38 * ((i * 0.618034) % 1);
    return { p, y, x: Number(panel.px(p).toFixed(1)), v: Number(panel.py(height).toFixed(1)) };
  });
}

function sentence({ tp, fp, fn, tn }, no, yes) {
  if (tp + fp === 0)
    return (
      `No example is predicted as ${yes}, so the recall is 0. The accuracy is still ` +
      `${formatNumber(tn / (tn + fn))}.`
    );
  if (fn === 0)
    return (
      `All ${yes} examples are found. But ${fp} of ${fp + tn} ${no} examples ${fp === 1 ? "is" : "are"} ` +
      `predicted as ${yes}.`
    );
  if (fp === 0)
    return (
      `All examples predicted as ${yes} are ${yes}. But ${fn} of ${tp + fn} ${yes} examples ` +
      `${fn === 1 ? "is" : "are"} not found.`
    );
  return `False negatives: ${fn} of ${tp + fn} ${yes} examples. False positives: ${fp} of ${fp + tn} ${no} examples.`;
}

function matrix(no, yes) {
  const [x, y, wide, tall] = [502, 52, 68, 58];
  const node = svg(
    "g",
    {},
    textAt(x - 56, 18, "confusion matrix", { class: "title" }),
    textAt(x + wide, y - 18, "predicted", { class: "quiet", "text-anchor": "middle" }),
  );
  const kinds = [
    ["TN", "FP"],
    ["FN", "TP"],
  ];
  const texts = kinds.map((kindRow, r) =>
    kindRow.map((kind, c) => {
      const value = textAt(x + c * wide + wide / 2, y + r * tall + 30, "", {
        "text-anchor": "middle",
        style: "font-size: 17px",
      });
      node.append(
        svg("rect", {
          x: x + c * wide + 1,
          y: y + r * tall + 1,
          width: wide - 2,
          height: tall - 2,
          rx: 3,
          class: "wash",
        }),
        value,
        textAt(x + c * wide + wide / 2, y + r * tall + 48, kind, { class: "quiet", "text-anchor": "middle" }),
      );
      if (r !== c)
        node.append(
          svg("rect", {
            x: x + c * wide + 1,
            y: y + r * tall + 1,
            width: wide - 2,
            height: tall - 2,
            rx: 3,
            class: "line thin red dashed",
          }),
        );
      return value;
    }),
  );
  [no, yes].forEach((name, i) => {
    node.append(
      textAt(x + i * wide + wide / 2, y - 4, name, { class: "quiet", "text-anchor": "middle" }),
      textAt(x - 6, y + i * tall + tall / 2 + 4, name, { class: "quiet", "text-anchor": "end" }),
    );
  });
  return {
    node,
    show: (counts) =>
      counts.forEach((line, r) => {
        line.forEach((count, c) => {
          texts[r][c].textContent = count;
        });
      }),
  };
}

function bar(name, i) {
  const y = 252 + 25 * i;
  const filled = svg("rect", { x: 100, y: y - 11, height: 15, rx: 2, class: "fill green" });
  const value = textAt(0, y + 1, "");
  const sum = textAt(500, y + 1, "", { class: "quiet" });
  const yours = svg("path", { class: "line red" });
  const label = svg("text", { x: 836, y: y + 1, class: "fill red", "text-anchor": "end" });
  const node = svg(
    "g",
    {},
    textAt(20, y + 1, name),
    svg("rect", { x: 100, y: y - 11, width: 320, height: 15, rx: 2, class: "wash" }),
    filled,
    value,
    sum,
    yours,
    label,
  );
  const show = (score, formula, mine) => {
    yours.setAttribute("d", Number.isFinite(mine) ? `M${100 + 320 * clamp(mine, 0, 1)} ${y - 14}v21` : "");
    label.textContent = mine === undefined ? "" : `yours ${Number.isFinite(mine) ? mine.toFixed(3) : "NaN"}`;
    setAttributes(filled, { width: 320 * score });
    setAttributes(value, { x: 430 });
    value.textContent = score.toFixed(3);
    sum.textContent = `= ${formula}`;
  };
  return { node, show };
}

export default { render };
