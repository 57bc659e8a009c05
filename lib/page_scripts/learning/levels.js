import { controlBar } from "../controls/bar.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { COLOURS, heatmap } from "../drawing/heatmap.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const WIDTHS = [16, 12, 10];
const ROWS = [
  "low: weights of the first layer",
  "middle: average of the digits with the largest outputs",
  "high: one neuron for each class",
];

function render({ model, el }) {
  const root = createRoot(el, "Levels of features");
  const save = saveDebounced(model);
  const [likes, answers, images] = ["likes", "answers", "images"].map((name) => toNumbers(model.get(name)));
  const labels = model.get("labels");
  const total = WIDTHS.reduce((a, b) => a + b);
  const picture = svg("svg", { viewBox: "0 0 848 330", role: "img" });
  const input = svg("g");
  const units = WIDTHS.flatMap((width, row) =>
    Array.from({ length: width }, (_, i) => {
      const k = WIDTHS.slice(0, row).reduce((a, b) => a + b, 0) + i;
      const [x, y, side] = [196 + i * 41, 24 + row * 108, 34];
      const like = likes.slice(64 * k, 64 * k + 64);
      const most = Math.max(...like.map(Math.abs));
      // A field starts with its lowest row, an image with its highest row.
      const field = Float32Array.from(like, (_, p) => like[8 * (7 - (p >> 3)) + (p % 8)]);
      const image = heatmap(x, y, side);
      image.node.setAttribute("style", "image-rendering: pixelated");
      image.show(field, (v) => [
        ...(v > 0 ? COLOURS.sky : COLOURS.orange),
        Math.round(((v > 0 ? 255 : 150) * Math.abs(v)) / most),
      ]);
      const frame = svg("rect", { x: x - 2, y: y - 2, width: side + 4, height: side + 4 });
      const bar = svg("rect", { x, width: side, rx: 1, class: "fill ink" });
      const label = textAt(x + side / 2, y + 70, row === 2 ? String(i) : "", { "text-anchor": "middle" });
      picture.append(image.node, frame, bar, label);
      return { row, frame, bar, label, image, foot: y + 54 };
    }),
  );
  picture.append(
    input,
    ...ROWS.map((text, row) => textAt(196, 16 + row * 108, text, { class: "title" })),
    textAt(20, 16, "new digit", { class: "title" }),
  );
  picture.append(
    textAt(20, 190, "blue: positive", { class: "quiet" }),
    textAt(20, 206, "orange, paler: negative", { class: "quiet" }),
    textAt(20, 230, "bar: output", { class: "quiet" }),
    textAt(20, 246, "of the neuron", { class: "quiet" }),
  );
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      slider("digit", model, "digit", { min: 0, max: labels.length - 1, step: 1, text: (i) => `a ${labels[i]}` }, save),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["digit"], () =>
    draw({ answers, images, input, model, picture, says, total, labels, units }),
  );
}

function draw({ answers, images, input, model, picture, says, total, labels, units }) {
  const digit = model.get("digit");
  const pixels = images.subarray(64 * digit, 64 * digit + 64);
  input.replaceChildren(
    svg("rect", { x: 20, y: 24, width: 128, height: 128, class: "hair" }),
    ...[...pixels].map((v, i) =>
      svg("rect", {
        x: 20 + 16 * (i % 8),
        y: 24 + 16 * (i >> 3),
        width: 16,
        height: 16,
        class: "fill ink",
        opacity: v,
      }),
    ),
  );
  const out = [...answers.subarray(total * digit, total * digit + total)];
  const layers = WIDTHS.map((width, row) => out.slice(WIDTHS.slice(0, row).reduce((a, b) => a + b, 0)).slice(0, width));
  units.forEach(({ row, frame, bar, image, foot }, k) => {
    const share = out[k] / Math.max(...layers[row], 1e-6);
    frame.setAttribute("class", share > 0.5 ? "line ink" : "hair");
    image.node.setAttribute("opacity", 0.5 + 0.5 * share);
    setAttributes(bar, { y: foot - 12 * share, height: 12 * share }, []);
  });
  const best = layers[2].indexOf(Math.max(...layers[2]));
  const lit = layers.map((layer) => layer.filter((v) => v > 0.5 * Math.max(...layer)).length);
  says.replaceChildren(
    html(
      "b",
      {},
      best === labels[digit]
        ? `Prediction ${best}: right. `
        : `Prediction ${best}: wrong, the digit is a ${labels[digit]}. `,
    ),
    "Frames mark neurons whose output is more than half of the largest output of their layer: " +
      `${lit[0]} in the first layer, ${lit[1]} in the second and ${lit[2]} in the last.`,
  );
  picture.setAttribute("aria-label", says.textContent);
  return { digit, label: labels[digit], read: best, p: layers[2][best], lit };
}

export default { render };
