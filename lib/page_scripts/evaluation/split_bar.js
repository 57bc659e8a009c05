import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const [LEFT, TOP, WIDE, ROWS] = [24, 34, 800, 9];
const COLOURS = ["blue", "orange", "green"];
const OUTLINES = ["", "dashed", "dotted"];

function render({ model, el }) {
  const root = createRoot(el, "Split");
  const { request, latest, drawWith } = kernelState(model, (said, wrong) => ({
    ...said,
    wrong: toNumbers(wrong, Uint8Array),
  }));
  const n = latest().wrong.length;
  const step = WIDE / Math.ceil(n / ROWS);
  const long = (n / ROWS) * step;
  const squares = svg("g");
  // The first handle moves the end of the training part. The test part changes only if it must.
  const first = (value) => {
    const end = model.get("train") + model.get("validation");
    const train = clamp(value, 2, 96);
    request({ train, validation: clamp(end - train, 2, 98 - train) });
  };
  const second = (value) => request({ validation: clamp(value - model.get("train"), 2, 98 - model.get("train")) });
  const bar = (label, get, set) =>
    handle(
      label,
      { low: 2, high: 98, step: 1, get, put: set, text: (v) => `${v} %` },
      svg("path", { d: `M0 ${TOP - 8}v${ROWS * step + 16}`, class: "line ink" }),
      svg("circle", { cy: TOP - 10, r: 11, class: "ring" }),
      svg("circle", { cy: TOP - 10, r: 6, class: "fill ink" }),
    );
  const grips = [
    bar("end of the training part", () => model.get("train"), first),
    bar("end of the validation part", () => model.get("train") + model.get("validation"), second),
  ];
  const zone = svg(
    "g",
    { style: "cursor: ew-resize" },
    svg("rect", { x: LEFT, y: TOP - 20, width: WIDE, height: ROWS * step + 30, fill: "transparent" }),
    squares,
    ...grips,
  );
  const under = TOP + ROWS * step + 42;
  const axis = new Panel({ x: 250, y: under, width: 560, height: 96, xs: [0.8, 1], ys: [0, 3] });
  axis.axes([0.8, 0.85, 0.9, 0.95, 1], [], "accuracy, with 95 % confidence interval");
  const rows = COLOURS.map((colour, i) => whisker(axis, colour, i));
  const picture = svg("svg", { viewBox: `0 0 848 ${under + 136}` }, zone, axis.node, ...rows.map((row) => row.node));
  let held = null;
  zone.addEventListener("pointerup", () => {
    held = null;
  });
  onDrag(zone, picture, (x) => {
    const share = clamp(Math.round(((x - LEFT) / long) * 100), 2, 98);
    const ends = [model.get("train"), model.get("train") + model.get("validation")];
    held ??= Math.abs(share - ends[0]) <= Math.abs(share - ends[1]) ? 0 : 1;
    grips[held].focus({ preventScroll: true });
    (held ? second : first)(share);
  });
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      button("shuffle again", () => request({ seed: model.get("seed") + 1 })),
      html("span", { class: "key", style: "margin: 0" }, "Each square is an example. Dark: wrong prediction."),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { grips, long, n, rows, says, squares, step }));
}

function draw(shown, { grips, long, n, rows, says, squares, step }) {
  const ends = [shown.parts[0].of, shown.parts[0].of + shown.parts[1].of];
  const side = (step - 2).toFixed(1);
  const box = (i) => {
    const [x, y] = [LEFT + Math.floor(i / ROWS) * step, TOP + (i % ROWS) * step];
    return `M${x.toFixed(1)} ${y.toFixed(1)}h${side}v${side}h-${side}z`;
  };
  const part = (i) => (i < ends[0] ? 0 : i < ends[1] ? 1 : 2);
  const all = [...shown.wrong].map((wrong, i) => ({ wrong, part: part(i), d: box(i) }));
  squares.replaceChildren(
    ...COLOURS.flatMap((colour, p) => [
      svg("path", {
        d: all
          .filter((s) => s.part === p)
          .map((s) => s.d)
          .join(""),
        class: `fill ${colour}`,
        "fill-opacity": 0.3,
      }),
      svg("path", {
        d: all
          .filter((s) => s.part === p && s.wrong)
          .map((s) => s.d)
          .join(""),
        class: "fill ink",
      }),
    ]),
    ...shown.parts.map(({ name, of }, i) =>
      textAt(
        LEFT + (([0, ...ends][i] + of / 2) / n) * long,
        TOP + ROWS * step + 18,
        of * WIDE > 70 * n ? `${name}, ${of}` : String(of),
        { class: `fill ${COLOURS[i]}`, "text-anchor": "middle" },
      ),
    ),
  );
  grips.forEach((grip, i) => {
    grip.setAttribute("transform", `translate(${LEFT + (ends[i] / n) * long} 0)`);
    grip.show();
  });
  rows.forEach((row, i) => {
    row.show(shown.parts[i]);
  });
  says.textContent = sentence(shown.parts);
  return {
    train: shown.train,
    validation: shown.validation,
    seed: shown.seed,
    parts: shown.parts,
    mistaken: all.filter((s) => s.wrong).length,
    says: says.textContent,
  };
}

function whisker(axis, colour, i) {
  const y = axis.y + 18 + 30 * i;
  const line = svg("path", { class: `line ${colour} ${OUTLINES[i]}` });
  const dot = svg("circle", { cy: y, r: 5, class: `fill ${colour}` });
  const label = textAt(240, y + 4, "", { "text-anchor": "end" });
  axis.inside.append(line, dot);
  const show = ({ name, hits, of, low, high }) => {
    line.setAttribute("d", `M${axis.px(Math.max(low, 0.8))} ${y}L${axis.px(high)} ${y}`);
    setAttributes(dot, { cx: axis.px(hits / of), visibility: hits / of < 0.8 ? "hidden" : "visible" }, []);
    label.textContent = `${name}: ${hits} of ${of}, ${((100 * hits) / of).toFixed(1)} %`;
  };
  return { node: label, show };
}

function sentence([train, validation, test]) {
  const wide = (part) => `${formatNumber(100 * (part.high - part.low), 2)} percentage points`;
  if (test.of < 40)
    return (
      `Only ${test.of} test examples: the confidence interval of the test accuracy is ${wide(test)} wide. Shuffle ` +
      "again: the accuracy changes a lot."
    );
  if (validation.of < 40)
    return (
      `Only ${validation.of} validation examples: the confidence interval is ${wide(validation)} wide. You cannot ` +
      "compare two models of similar accuracy."
    );
  if (train.of < 60)
    return `Only ${train.of} training examples. With more training examples, the model would probably be better.`;
  return (
    `The confidence interval of the test accuracy is ${wide(test)} wide. More test examples would make it ` +
    "narrower, but leave fewer examples for training."
  );
}

export default { render };
