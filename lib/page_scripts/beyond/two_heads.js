import { controlBar } from "../controls/bar.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

function render({ model, el }) {
  const root = createRoot(el, "Two heads");
  const save = saveDebounced(model);
  const [lossWeights, digit, odd] = ["loss_weights", "digit", "odd"].map((name) => model.get(name));
  const { panel, cursor } = accuracyPanel({ digit, odd, lossWeights });
  const marks = [
    svg("circle", { r: 6, class: "fill blue" }),
    svg("rect", { x: -5, y: -5, width: 10, height: 10, class: "fill orange" }),
  ];
  const box = (x, y, wide, text, colour) =>
    svg(
      "g",
      {},
      svg("rect", { x, y, width: wide, height: 34, rx: 5, class: `line thin ${colour}` }),
      textAt(x + wide / 2, y + 21, text, { "text-anchor": "middle" }),
    );
  const arrows = [
    svg("path", { d: "M610 118C600 90 590 90 580 66", class: "line blue" }),
    svg("path", { d: "M720 118C730 90 740 90 750 66", class: "line orange dashed" }),
  ];
  const weights = [textAt(540, 96, "", { "text-anchor": "middle" }), textAt(800, 96, "", { "text-anchor": "middle" })];
  const results = [
    textAt(580, 24, "", { class: "title", "text-anchor": "middle" }),
    textAt(750, 24, "", { class: "title", "text-anchor": "middle" }),
  ];
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 304" },
    panel.node,
    ...marks,
    textAt(40, 16, "accuracy on new images: digit (solid, disc), odd or even (dashed, square)", {
      class: "title",
    }),
    svg(
      "g",
      { transform: "translate(0 34)" },
      box(515, 32, 130, "10 × softmax: digit", "blue"),
      box(690, 32, 130, "sigmoid: odd?", "orange"),
      box(590, 118, 150, "trunk: 4 units, tanh", "ink"),
      box(590, 196, 150, "64 grey values", "ink"),
      svg("path", { d: "M665 196v-44", class: "line ink" }),
      ...arrows,
      ...weights,
      ...results,
    ),
  );
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      slider(
        "weight of the digit loss",
        model,
        "place",
        { min: 0, max: lossWeights.length - 1, step: 1, text: (i) => formatNumber(lossWeights[i]) },
        save,
      ),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["place"], () =>
    draw({ arrows, cursor, digit, marks, model, odd, panel, results, says, lossWeights, weights }),
  );
}

function accuracyPanel({ digit, odd, lossWeights }) {
  const steps = lossWeights.map((_, i) => i);
  const panel = new Panel({ x: 40, y: 30, width: 430, height: 230, xs: [-0.2, 10.2], ys: [0, 1] });
  panel.axes([], [0, 0.25, 0.5, 0.75, 1]);
  panel.frame.append(
    ...lossWeights.map((share, i) =>
      textAt(panel.px(i), 277, formatNumber(share), { class: "quiet", "text-anchor": "middle" }),
    ),
    textAt(470, 296, "weight of the digit loss", { class: "quiet", "text-anchor": "end" }),
  );
  const cursor = svg("path", { class: "line thin ink" });
  panel.inside.append(
    cursor,
    svg("path", { d: panel.path(steps, digit), class: "line blue" }),
    svg("path", { d: panel.path(steps, odd), class: "line orange dashed" }),
  );
  return { panel, cursor };
}

function draw({ arrows, cursor, digit, marks, model, odd, panel, results, says, lossWeights, weights }) {
  const place = model.get("place");
  const share = lossWeights[place];
  cursor.setAttribute("d", `M${panel.px(place)} 30v230`);
  [digit, odd].forEach((list, i) => {
    marks[i].setAttribute("transform", `translate(${panel.px(place)} ${panel.py(list[place])})`);
    results[i].textContent = `${formatNumber(100 * list[place])} % right`;
    weights[i].textContent = `× ${formatNumber(i ? 1 - share : share)}`;
    arrows[i].setAttribute("stroke-width", 1 + 7 * (i ? 1 - share : share));
    arrows[i].style.strokeWidth = 1 + 7 * (i ? 1 - share : share);
  });
  says.textContent = sentence(share, digit[place], odd[place], Math.max(...odd), Math.max(...digit));
  return { share, digit: digit[place], odd: odd[place] };
}

function sentence(share, digit, odd, bestOdd, bestDigit) {
  if (share === 0)
    return (
      "Only the loss for odd or even counts. The head for the digit gets no gradient, so it keeps its initial " +
      "weights."
    );
  if (share === 1)
    return "Only the digit loss counts. The other head gets no gradient, so it keeps its initial weights.";
  if (digit < bestDigit - 0.1)
    return (
      "The loss of the head for odd or even has a much larger weight " +
      `(${formatNumber(1 - share, 2)}), so the trunk learns mostly for this head.`
    );
  return (
    `Accuracy ${formatNumber(100 * digit)} % (digit) and ${formatNumber(100 * odd)} % (odd or even). The best ` +
    `accuracies on the slider are ${formatNumber(100 * bestDigit)} % and ${formatNumber(100 * bestOdd)} %.`
  );
}

export default { render };
