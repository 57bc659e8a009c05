import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { select } from "../controls/select.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { kernelState } from "../transport/kernel_state.js";

const [FROM, WIDE, PITCH, TOP] = [130, 230, 42, 44];

function render({ model, el }) {
  const root = createRoot(el, "Empirical loss");
  const { request, drawWith } = kernelState(model);
  const [targets, labels] = [model.get("targets"), model.get("labels")];
  const high = TOP + targets.length * PITCH + 34;
  const place = (p) => FROM + p * WIDE;
  const move = (i, p) =>
    request({ predictions: model.get("predictions").map((old, j) => (i === j ? clamp(roundTo(p, 0.01), 0, 1) : old)) });
  const knobs = targets.map((_, i) =>
    handle(
      `prediction for ${labels[i]}`,
      { low: 0, high: 1, step: 0.01, get: () => model.get("predictions")[i], put: (p) => move(i, p) },
      svg("circle", { r: 12, class: "ring" }),
      svg("circle", { r: 7, class: "fill blue" }),
    ),
  );
  const [back, bars] = [svg("g"), svg("g")];
  const zones = knobs.map((knob, i) =>
    svg(
      "g",
      { style: "cursor: ew-resize" },
      svg("rect", { x: FROM - 14, y: TOP + i * PITCH, width: WIDE + 28, height: PITCH - 6, fill: "transparent" }),
      knob,
    ),
  );
  const picture = svg("svg", { viewBox: `0 0 848 ${high}` }, back, bars, ...zones);
  zones.forEach((zone, i) => {
    onDrag(zone, picture, (x) => move(i, (x - FROM) / WIDE));
  });
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(select("loss", model, "loss", request), select("reduction", model, "reduction", request)),
    picture,
    says,
  );
  const middle = (i) => TOP + i * PITCH + (PITCH - 6) / 2;
  back.append(
    textAt(FROM, 18, "prediction, to be dragged", { class: "title" }),
    textAt(430, 18, "loss of the example", { class: "title" }),
    textAt(700, 18, "all together", { class: "title" }),
    textAt(FROM, 34, "0", { class: "quiet", "text-anchor": "middle" }),
    textAt(FROM + WIDE, 34, "1", { class: "quiet", "text-anchor": "middle" }),
    ...targets.flatMap((y, i) => [
      textAt(FROM - 22, middle(i) + 4, labels[i], { "text-anchor": "end" }),
      svg("path", { d: `M${FROM} ${middle(i)}h${WIDE}`, class: "hair" }),
      svg("path", { d: `M${place(y)} ${middle(i) - 11}v22`, class: "line green", style: "stroke-width: 3" }),
      textAt(place(y) + (y ? 9 : -9), middle(i) + 4, `y = ${y}`, {
        class: "quiet",
        "text-anchor": y ? "start" : "end",
        visibility: y ? "visible" : "hidden",
      }),
    ]),
  );

  drawWith(root, [], (shown) => draw(shown, { bars, high, knobs, labels, middle, place, says, targets }));
}

function draw(
  { predictions, each, whole, mean, loss, reduction },
  { bars, high, knobs, labels, middle, place, says, targets },
) {
  const most = Math.max(...each, 1e-9);
  const total = each.reduce((a, b) => a + b) || 1;
  knobs.forEach((knob, i) => {
    knob.setAttribute("transform", `translate(${place(predictions[i])} ${middle(i)})`);
    knob.show();
  });
  const tall = targets.length * PITCH - 6;
  let top = TOP;
  bars.replaceChildren(
    ...each.flatMap((value, i) => {
      const part = (tall * value) / total;
      const stack = svg("rect", {
        x: 700,
        y: top + 0.5,
        width: 46,
        height: Math.max(part - 1, 0),
        class: `fill ${i % 2 ? "orange" : "blue"}`,
      });
      const name =
        part > 13 ? [textAt(754, top + part / 2 + 4, `${labels[i]}: ${Math.round((100 * value) / total)} %`, {})] : [];
      top += part;
      return [
        svg("path", {
          d: `M${place(targets[i])} ${middle(i)}H${place(predictions[i])}`,
          class: `line ${i % 2 ? "orange" : "blue"}`,
        }),
        svg("rect", {
          x: 430,
          y: middle(i) - 9,
          width: (180 * value) / most,
          height: 18,
          rx: 2,
          class: `fill ${i % 2 ? "orange" : "blue"}`,
        }),
        textAt(436 + (180 * value) / most, middle(i) + 4, formatNumber(value), {}),
        stack,
        ...name,
      ];
    }),
    textAt(700, high - 8, reduction === "none" ? "not reduced" : `J = ${formatNumber(whole[0], 4)}`, {
      class: "title",
    }),
    textAt(
      430,
      high - 8,
      {
        sum_over_batch_size: `(${each.map((v) => formatNumber(v, 2)).join(" + ")}) / ${each.length}`,
        sum: each.map((v) => formatNumber(v, 2)).join(" + "),
        none: "one number for each example",
      }[reduction],
      { class: "quiet" },
    ),
  );
  says.replaceChildren(...sentence(each, total, mean, whole, reduction, loss, labels));
  return { predictions, loss, reduction, each, whole, mean, says: says.textContent };
}

function sentence(each, total, mean, whole, reduction, loss, labels) {
  const worst = each.indexOf(Math.max(...each));
  const share = Math.round((100 * each[worst]) / total);
  const title = {
    sum_over_batch_size: `J = ${formatNumber(mean, 4)} (the average). `,
    sum: `J = ${formatNumber(whole[0], 4)} (the sum). `,
    none: `${each.length} losses, but no J. `,
  }[reduction];
  const remark = {
    sum_over_batch_size: "",
    sum: " The sum grows with the number of examples, and so does the gradient.",
    none: " Gradient descent needs a single number.",
  }[reduction];
  if (Math.max(...each) < 0.02)
    return [html("b", {}, title), `Every prediction is close to its target, so the loss is almost 0.${remark}`];
  const sure =
    share > 60 && loss === "binary cross-entropy" ? ", because this loss is large for confident wrong predictions" : "";
  return [html("b", {}, title), `${labels[worst]} contributes ${share} % of the sum${sure}.${remark}`];
}

export default { render };
