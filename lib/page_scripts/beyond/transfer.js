import { controlBar } from "../controls/bar.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { greyCanvas, paintGrey } from "../drawing/grey_image.js";
import { formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const WAYS = [
  ["frozen", "lower layers kept and frozen", "blue", ""],
  ["thawed", "lower layers kept, trained further", "green", " dotted"],
  ["scratch", "all layers from random weights", "orange", " dashed"],
];

function render({ model, el }) {
  const root = createRoot(el, "Transfer");
  const save = saveDebounced(model);
  const [counts, accuracies] = [model.get("per_class"), model.get("accuracies")];
  const images = toNumbers(model.get("sheets"), Uint8Array);
  const { panel, cursor } = accuracyPanel({ accuracies, counts });
  const marks = [
    svg("circle", { r: 6, class: "fill blue" }),
    svg("path", { d: "M-6 5h12l-6 -11z", class: "fill green" }),
    svg("rect", { x: -5, y: -5, width: 10, height: 10, class: "fill orange" }),
  ];
  const rows = WAYS.map(([, name, colour], i) => ({
    name: textAt(490, 40 + 34 * i, name, { class: `fill ${colour}` }),
    value: textAt(800, 40 + 34 * i, "", { "text-anchor": "end", class: "title" }),
    y: 40 + 34 * i,
  }));
  const keys = ["M466 36m-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0", "M460 75h12l-6 -11z", "M461 99h10v10h-10z"].map((d, i) =>
    svg("path", { d, class: `fill ${WAYS[i][2]}` }),
  );
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 304" },
    panel.node,
    ...marks,
    ...keys,
    ...rows.flatMap((row) => [row.name, row.value]),
    textAt(460, 142, "training examples (at most 12 each)", { class: "title" }),
  );
  const sheet = greyCanvas("examples of the digits 5 to 9", 372, 155);
  const stage = html(
    "div",
    { style: "position: relative" },
    picture,
    html("div", { style: "position: absolute; left: 54.2%; top: 50%; width: 44%" }, sheet),
  );
  Object.assign(sheet.style, { width: "100%", height: "auto" });
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      slider(
        "examples of each digit",
        model,
        "place",
        { min: 0, max: counts.length - 1, step: 1, text: (i) => String(counts[i]) },
        save,
      ),
    ),
    stage,
    says,
  );

  drawOnChange(root, model, ["place"], () =>
    draw({ accuracies, counts, cursor, images, marks, model, panel, rows, says, sheet }),
  );
}

function accuracyPanel({ accuracies, counts }) {
  const panel = new Panel({ x: 40, y: 12, width: 400, height: 250, xs: [-0.2, counts.length - 0.8], ys: [0.1, 0.8] });
  panel.axes([], [0.2, 0.4, 0.6, 0.8]);
  panel.frame.append(
    ...counts.map((n, i) => textAt(panel.px(i), 279, String(n), { class: "quiet", "text-anchor": "middle" })),
    textAt(440, 298, "examples of each new digit", { class: "quiet", "text-anchor": "end" }),
    svg("path", { d: `M40 ${panel.py(0.2)}h400`, class: "line thin ink dotted" }),
    textAt(436, panel.py(0.2) + 14, "guessing", { class: "quiet", "text-anchor": "end" }),
  );
  panel.node.append(textAt(48, 26, "accuracy on new images", { class: "quiet halo" }));
  const cursor = svg("path", { class: "line thin ink" });
  const steps = counts.map((_, i) => i);
  panel.inside.append(
    cursor,
    ...WAYS.map(([way, , colour, dash]) =>
      svg("path", { d: panel.path(steps, accuracies[way]), class: `line ${colour}${dash}` }),
    ),
  );
  return { panel, cursor };
}

function draw({ accuracies, counts, cursor, images, marks, model, panel, rows, says, sheet }) {
  const place = model.get("place");
  cursor.setAttribute("d", `M${panel.px(place)} 12v250`);
  const found = WAYS.map(([way]) => accuracies[way][place]);
  found.forEach((value, i) => {
    marks[i].setAttribute("transform", `translate(${panel.px(place)} ${panel.py(value)})`);
    rows[i].value.textContent = `${formatNumber(100 * value)} %`;
  });
  paintGrey(sheet, montage(images, Math.min(counts[place], 12)));
  says.textContent = sentence(found, counts[place]);
  return { per_class: counts[place], ...Object.fromEntries(WAYS.map(([way], i) => [way, found[i]])) };
}

// Five rows of twelve images of 12 × 12 pixels. Images that are not used stay empty.
function montage(images, used) {
  return Array.from({ length: 5 * 13 }, (_, y) =>
    Array.from({ length: 12 * 13 }, (_, x) => {
      const [digit, example, row, column] = [Math.floor(y / 13), Math.floor(x / 13), y % 13, x % 13];
      return example < used && row < 12 && column < 12
        ? images[((digit * 12 + example) * 12 + row) * 12 + column] / 255 + 0.06
        : 0;
    }),
  );
}

/** @type {(accuracies: number[], n: number) => string} */
function sentence([frozen, thawed, scratch], n) {
  const best = Math.max(frozen, thawed, scratch);
  const gap = `${formatNumber(100 * Math.abs(frozen - scratch), 2)} percentage points`;
  if (best === frozen)
    return (
      `With ${n} of each digit, frozen layers are best: ${gap} better than random weights. ${5 * n} images are too ` +
      "few to train all layers."
    );
  if (best === thawed)
    return (
      `With ${n} of each digit, it is best to train the kept layers further. Frozen layers are ` +
      `${gap} ${frozen > scratch ? "better" : "worse"} than random weights.`
    );
  return `With ${n} of each digit, random weights are best. The frozen layers were trained for other digits.`;
}

export default { render };
