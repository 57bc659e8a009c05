import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { LossChart } from "../drawing/loss_chart.js";
import { clamp, formatNumber, superscript } from "../drawing/numbers.js";
import { optimizerLine } from "../drawing/optimizer_style.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

function render({ model, el }) {
  const root = createRoot(el, "Optimizers on digits");
  const save = saveDebounced(model);
  const [rates, rules] = [model.get("rates"), model.get("rules")];
  const [losses, accuracies] = [toNumbers(model.get("losses")), toNumbers(model.get("accuracies"))];
  const points = losses.length / rules.length / rates.length;
  const course = (rule, rate) => [
    ...losses.subarray((rule * rates.length + rate) * points, (rule * rates.length + rate + 1) * points),
  ];
  const accuracy = (rule, rate) => accuracies[rule * rates.length + rate];
  const box = { x: 386, y: 40, width: 270, height: 260 };
  const low = -4;
  const [left, right] = [Math.log10(rates[0]), Math.log10(rates.at(-1))];
  const scene = svg("g");
  const surface = svg("g", { style: "cursor: ew-resize" }, svg("rect", { ...box, fill: "transparent" }), scene);
  const picture = svg("svg", { viewBox: "0 0 848 346" }, surface);
  onDrag(surface, picture, (x) => {
    const power = left + ((x - box.x) / box.width) * (right - left);
    if (x > box.x - 20 && x < box.x + box.width + 20)
      save({ chosen: clamp(Math.round((power - left) * 2), 0, rates.length - 1) });
  });
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      slider(
        "learning rate",
        model,
        "chosen",
        { min: 0, max: rates.length - 1, step: 1, text: (i) => formatNumber(rates[i]) },
        save,
      ),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["chosen"], () =>
    draw({ accuracy, box, course, left, low, model, points, rates, right, rules, says, scene }),
  );
}

function draw({ accuracy, box, course, left, low, model, points, rates, right, rules, says, scene }) {
  const chosen = model.get("chosen");
  const chart = new LossChart(
    { x: 44, y: 40, width: 270, height: 260 },
    rules.map((rule, i) => ({ heights: course(i, chosen), rule })),
    { steps: points - 1, title: "training loss after each epoch", unit: "epoch" },
  );
  const panel = byRate(box, [left, right]);
  const power = (loss) => Math.log10(clamp(loss, 10 ** low, 100));
  panel.inside.append(
    ...rules.flatMap((rule, i) => {
      const ends = rates.map((_, r) => course(i, r).at(-1)).map((last) => (Number.isFinite(last) ? power(last) : 1.5));
      const xs = rates.map(Math.log10);
      return optimizerLine(
        rule,
        panel.path(xs, ends),
        xs.map((x, r) => [panel.px(x), panel.py(ends[r])]),
      );
    }),
    svg("path", { d: `M${panel.px(Math.log10(rates[chosen]))} ${box.y}v${box.height}`, class: "line dotted ink" }),
  );
  const found = rules.map((rule, i) => ({ rule, loss: course(i, chosen).at(-1), right: accuracy(i, chosen) }));
  scene.replaceChildren(chart.node, panel.node, ...table(found));
  says.textContent = sentence(found, rates[chosen]) + (model.get("fault") ? ` ✗ ${model.get("fault")}` : "");
  return {
    chosen,
    rate: rates[chosen],
    losses: Object.fromEntries(found.map((f) => [f.rule, f.loss])),
    right: Object.fromEntries(found.map((f) => [f.rule, f.right])),
    says: says.textContent,
  };
}

// The axes for the loss after the last epoch over the learning rate. Both are logarithmic.
function byRate(box, xs) {
  const panel = new Panel({ ...box, xs, ys: [-3, 1.3] });
  for (let p = Math.ceil(xs[0]); p <= xs[1]; p++)
    panel.frame.append(
      svg("path", { d: `M${panel.px(p)} ${box.y}v${box.height}`, class: "hair" }),
      textAt(panel.px(p), box.y + box.height + 15, tenTo(p), { class: "quiet", "text-anchor": "middle" }),
    );
  for (let p = -3; p <= 1; p++)
    panel.frame.append(
      svg("path", { d: `M${box.x} ${panel.py(p)}h${box.width}`, class: "hair" }),
      textAt(box.x - 7, panel.py(p) + 4, tenTo(p), { class: "quiet", "text-anchor": "end" }),
    );
  panel.frame.append(
    textAt(box.x, box.y - 8, "training loss after ten epochs", { class: "quiet" }),
    textAt(box.x + box.width, box.y + box.height + 30, "learning rate (drag)", {
      class: "quiet",
      "text-anchor": "end",
    }),
  );
  return panel;
}
const tenTo = (p) => (p === 0 ? "1" : p === 1 ? "10" : `10${superscript(p)}`);

const cut = (text) => (text.length > 11 ? `${text.slice(0, 10)}…` : text);
const table = (found) => [
  textAt(848, 32, "accuracy, new digits", { class: "quiet", "text-anchor": "end" }),
  ...[...found]
    .sort((a, b) => b.right - a.right)
    .flatMap(({ rule, right }, i) => [
      ...optimizerLine(rule, `M690 ${54 + 30 * i}h28`, [[704, 54 + 30 * i]]),
      textAt(726, 58 + 30 * i, cut(rule)),
      textAt(848, 58 + 30 * i, `${(100 * right).toFixed(1)} %`, { "text-anchor": "end" }),
    ]),
];

function sentence(found, rate) {
  const names = (some) => some.map((f) => f.rule).join(", ");
  const slow = found.filter((f) => f.loss > 1.8 && f.loss < 2.45);
  const lost = found.filter((f) => !(f.loss <= 2.45));
  const good = found.filter((f) => f.right > 0.9);
  return [
    `Learning rate ${formatNumber(rate)}. Accuracy above 90 %: ${good.length ? names(good) : "none"}.`,
    slow.length ? ` Loss hardly smaller than at the start: ${names(slow)}.` : "",
    lost.length ? ` Loss larger than at the start: ${names(lost)}.` : "",
  ].join("");
}

export default { render };
