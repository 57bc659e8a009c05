import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

function render({ model, el }) {
  const root = createRoot(el, "Experience and performance");
  const save = saveDebounced(model);
  const [sizes, accuracy, predictions, targets] = ["sizes", "accuracy", "predictions", "targets"].map((name) =>
    model.get(name),
  );
  const pixels = toNumbers(model.get("images"), Uint8Array);
  const picture = svg("svg", { viewBox: "0 0 848 318" });
  const { panel, px, scene } = accuracyPanel({ accuracy, sizes });
  const moved = (i) => save({ size: clamp(Math.round(i), 0, sizes.length - 1) });
  const grip = handle(
    "examples, on the curve",
    { low: 0, high: sizes.length - 1, step: 1, get: () => model.get("size"), put: moved, text: (i) => `${sizes[i]}` },
    svg("circle", { r: 11, class: "ring" }),
    svg("circle", { r: 6.5, class: "fill blue" }),
  );
  const zone = svg(
    "g",
    { style: "cursor: ew-resize" },
    svg("rect", { x: 40, y: 34, width: 400, height: 240, fill: "transparent" }),
    grip,
  );
  onDrag(zone, picture, (x) =>
    moved(sizes.reduce((best, _, i) => (Math.abs(px(i) - x) < Math.abs(px(best) - x) ? i : best), 0)),
  );
  const marks = digitMarks({ pixels, targets });
  picture.append(
    textAt(40, 18, "P: accuracy on 500 new digits", { class: "title" }),
    textAt(490, 18, "T: what is this digit?", { class: "title" }),
    ...sizes.map((size, i) => textAt(px(i), 290, String(size), { class: "quiet", "text-anchor": "middle" })),
    textAt(440, 308, "E: number of training examples", { class: "quiet", "text-anchor": "end" }),
    panel.node,
    scene,
    zone,
    ...marks.map(({ node }) => node),
  );
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      slider(
        "examples",
        model,
        "size",
        { min: 0, max: sizes.length - 1, step: 1, text: (i) => String(sizes[i]) },
        save,
      ),
      slider("sample", model, "draw", { min: 0, max: accuracy[0].length - 1, step: 1, text: (i) => `${i + 1}` }, save),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["size", "draw"], () =>
    draw({ accuracy, grip, marks, model, panel, px, predictions, says, scene, sizes, targets }),
  );
}

function accuracyPanel({ accuracy, sizes }) {
  const panel = new Panel({ x: 40, y: 34, width: 400, height: 240, xs: [0.9, 3.1], ys: [0, 1] });
  panel.axes([], [0, 0.25, 0.5, 0.75, 1]);
  const px = (i) => panel.px(Math.log10(sizes[i]));
  const scene = svg("g");
  panel.inside.append(
    ...sizes.flatMap((_, i) =>
      accuracy[i].map((p) => svg("circle", { cx: px(i), cy: panel.py(p), r: 3, class: "line thin ink" })),
    ),
    svg("path", {
      d: `M${sizes.map((_, i) => `${px(i)} ${panel.py(mean(accuracy[i]))}`).join("L")}`,
      class: "line thin dotted ink",
    }),
  );
  return { panel, px, scene };
}

function digitMarks({ pixels, targets }) {
  const marks = targets.map((_, i) => {
    const [x, y] = [490 + (i % 6) * 60, 34 + Math.floor(i / 6) * 66];
    const sign = textAt(x + 44, y + 16, "", { class: "title" });
    const frame = svg("rect", { x: x - 1, y: y - 1, width: 42, height: 42, class: "line thin" });
    return { sign, frame, node: svg("g", {}, tile(pixels.subarray(64 * i, 64 * i + 64), x, y), frame, sign) };
  });
  return marks;
}

function draw({ accuracy, grip, marks, model, panel, px, predictions, says, scene, sizes, targets }) {
  const [size, draw] = [model.get("size"), model.get("draw")];
  const p = accuracy[size][draw];
  grip.setAttribute("transform", `translate(${px(size)} ${panel.py(p)})`);
  grip.show();
  scene.replaceChildren(
    svg("path", {
      d: `M${sizes.map((_, i) => `${px(i)} ${panel.py(accuracy[i][draw])}`).join("L")}`,
      class: "line blue",
    }),
    textAt(px(size) + (size > 4 ? -12 : 12), panel.py(p) + 22, `P = ${formatNumber(100 * p)} %`, {
      class: "fill blue halo",
      "text-anchor": size > 4 ? "end" : "start",
    }),
  );
  let right = 0;
  marks.forEach(({ sign, frame }, i) => {
    const ok = predictions[size][draw][i] === targets[i];
    right += Number(ok);
    sign.textContent = ok ? "✓" : String(predictions[size][draw][i]);
    sign.setAttribute("class", ok ? "fill green" : "fill red");
    frame.setAttribute("class", ok ? "hair" : "line dashed red");
  });
  says.replaceChildren(
    html("b", {}, `With ${sizes[size]} examples, the accuracy on new digits is ${formatNumber(100 * p)} %. `),
    sentence(size, sizes, accuracy, draw),
  );
  return { examples: sizes[size], draw, p, right };
}

const mean = (values) => values.reduce((a, b) => a + b) / values.length;

function sentence(size, sizes, accuracy, draw) {
  if (size === 0) return "Random guessing gives 10 %. Ten examples are about one example of each class.";
  const gain = accuracy[size][draw] - accuracy[size - 1][draw];
  const spread = Math.max(...accuracy[size]) - Math.min(...accuracy[size]);
  return (
    `This is ${formatNumber(100 * Math.abs(gain), 2)} percentage points ${gain >= 0 ? "more" : "less"} than with ` +
    `${sizes[size - 1]} examples. The four samples differ by up to ${formatNumber(100 * spread, 2)} points.`
  );
}

// A digit: a larger pixel value is darker.
function tile(pixels, x, y) {
  const node = svg("g", { transform: `translate(${x} ${y})` });
  pixels.forEach((value, i) => {
    if (value)
      node.append(
        svg("rect", {
          x: 5 * (i % 8),
          y: 5 * Math.floor(i / 8),
          width: 5,
          height: 5,
          class: "fill ink",
          opacity: value / 16,
        }),
      );
  });
  return node;
}

export default { render };
