import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { select } from "../controls/select.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { kernelState } from "../transport/kernel_state.js";

const [LEFT, TOP, SIDE, UNIT] = [34, 8, 380, 38];

function render({ model, el }) {
  const root = createRoot(el, "Errors as bars and squares");
  const { request, save, latest, drawWith } = kernelState(model);
  const x = model.get("x");
  const panel = new Panel({ x: LEFT, y: TOP, width: SIDE, height: SIDE, xs: [0, 10], ys: [0, 10] });
  panel.axes([0, 2, 4, 6, 8, 10], [0, 2, 4, 6, 8, 10], "x");
  const [errors, fits, right] = [svg("g"), svg("g"), svg("g")];
  const own = svg("path", { class: "line ink" });
  panel.inside.append(errors, fits, own);
  const raise = (i, value) =>
    request({ y: model.get("y").map((old, j) => (i === j ? clamp(roundTo(value, 0.1), 0, 10) : old)) });
  const turn = (i, value) =>
    request({ ends: model.get("ends").map((old, j) => (i === j ? clamp(roundTo(value, 0.1), 0, 10) : old)) });
  const dots = x.map((_, i) =>
    handle(
      `y of point ${i + 1}`,
      { low: 0, high: 10, step: 0.1, vertical: true, get: () => model.get("y")[i], put: (v) => raise(i, v) },
      svg("circle", { r: 11, class: "ring" }),
      svg("circle", { r: 6, class: "fill ink" }),
    ),
  );
  const grips = ["left", "right"].map((name, i) =>
    handle(
      `${name} end of the line`,
      { low: 0, high: 10, step: 0.1, vertical: true, get: () => model.get("ends")[i], put: (v) => turn(i, v) },
      svg("circle", { r: 13, class: "ring" }),
      svg("rect", { x: -6, y: -6, width: 12, height: 12, rx: 2, class: "fill blue" }),
    ),
  );
  const picture = svg("svg", { viewBox: "0 0 848 414" }, panel.node, ...dots, ...grips, right);
  const value = (y) => (10 * (TOP + SIDE - y)) / SIDE;
  dots.forEach((dot, i) => {
    onDrag(dot, picture, (_, y) => raise(i, value(y)));
  });
  grips.forEach((grip, i) => {
    onDrag(grip, picture, (_, y) => turn(i, value(y)));
  });
  const box = html("input", {
    type: "checkbox",
    "aria-label": "show the best lines",
    change: () => save({ best: box.checked }),
  });
  const says = html("p", { class: "says", "aria-live": "polite" });
  const jump = (loss) =>
    button(`move the line to the smallest ${loss.toUpperCase()}`, () =>
      request({ ends: latest().fitted[loss].map((end) => clamp(roundTo(end, 0.01), 0, 10)) }),
    );
  root.append(
    controlBar(
      select("loss", model, "loss", save),
      html("label", {}, box, "show the best lines"),
      jump("mse"),
      jump("mae"),
    ),
    picture,
    says,
  );

  drawWith(root, ["loss", "best"], (shown) =>
    draw(shown, { box, dots, errors, fits, grips, model, own, panel, right, says, x }),
  );
}

function draw(shown, { box, dots, errors, fits, grips, model, own, panel, right, says, x }) {
  const [loss, best] = [model.get("loss"), model.get("best")];
  const { y, ends, heights, losses, fitted, least } = shown;
  box.checked = best;
  own.setAttribute("d", panel.path([0, 10], ends));
  errors.replaceChildren(...x.map((at, i) => (loss === "mse" ? square : bar)(panel, at, y[i], heights[i])));
  fits.replaceChildren(
    ...(best
      ? [
          svg("path", { d: panel.path([0, 10], fitted.mse), class: "line wide blue" }),
          svg("path", { d: panel.path([0, 10], fitted.mae), class: "line dashed orange" }),
        ]
      : []),
  );
  dots.forEach((dot, i) => {
    dot.setAttribute("transform", `translate(${panel.px(x[i])} ${panel.py(y[i])})`);
    dot.show();
  });
  grips.forEach((grip, i) => {
    grip.setAttribute("transform", `translate(${panel.px(10 * i)} ${panel.py(ends[i])})`);
    grip.show();
  });
  const each = shown[`${loss}_each`];
  right.replaceChildren(
    ...shares(each, losses[loss], loss),
    ...mean(losses[loss], loss),
    ...(best ? legend(least) : []),
  );
  says.replaceChildren(...sentence(each, losses, loss, least));
  return { loss, best, y, ends, heights, losses, fitted, least, each, says: says.textContent };
}

function square(panel, x, y, height) {
  const side = Math.abs(y - height);
  const left = x + side > 10 ? x - side : x;
  return svg("rect", {
    x: panel.px(left),
    y: panel.py(Math.max(y, height)),
    width: side * UNIT,
    height: side * UNIT,
    class: "line thin blue",
    style: "fill: var(--blue); fill-opacity: 0.16",
  });
}

function bar(panel, x, y, height) {
  const side = Math.abs(y - height);
  return svg("rect", {
    x: panel.px(x) - 4,
    y: panel.py(Math.max(y, height)),
    width: 8,
    height: side * UNIT,
    class: "line thin orange",
    style: "fill: var(--orange); fill-opacity: 0.35",
  });
}

// What every example adds to the mean.
function shares(each, whole, loss) {
  const colour = loss === "mse" ? "blue" : "orange";
  const most = Math.max(...each, 1e-9);
  const pitch = Math.min(22, 190 / each.length);
  return [
    textAt(470, 20, `${loss === "mse" ? "squared" : "absolute"} error of each point, and its part of the sum`, {
      class: "title",
    }),
    ...each.flatMap((value, i) => {
      const y = 34 + i * pitch;
      return [
        textAt(482, y + 11, String(i + 1), { class: "quiet", "text-anchor": "end" }),
        svg("rect", { x: 490, y, width: (190 * value) / most, height: pitch - 6, rx: 2, class: `fill ${colour}` }),
        textAt(
          496 + (190 * value) / most,
          y + 11,
          `${formatNumber(value)}${whole > 0 ? ` (${Math.round((100 * value) / each.length / whole)} %)` : ""}`,
          {},
        ),
      ];
    }),
  ];
}

function mean(whole, loss) {
  const side = Math.min(loss === "mse" ? Math.sqrt(whole) * UNIT : whole * UNIT, 150);
  const shape =
    loss === "mse"
      ? svg("rect", {
          x: 490,
          y: 246,
          width: side,
          height: side,
          class: "line blue",
          style: "fill: var(--blue); fill-opacity: 0.16",
        })
      : svg("rect", {
          x: 490,
          y: 246,
          width: 12,
          height: side,
          class: "line orange",
          style: "fill: var(--orange); fill-opacity: 0.35",
        });
  return [
    textAt(
      470,
      236,
      `${loss.toUpperCase()} = ${formatNumber(whole, 4)}: the average ${loss === "mse" ? "square" : "bar"}, same scale`,
      { class: "title" },
    ),
    shape,
  ];
}

function legend(least) {
  const row = (at, kind, text) => [svg("path", { d: `M640 ${at}h34`, class: kind }), textAt(682, at + 4, text, {})];
  return [
    ...row(296, "line ink", "your line"),
    ...row(322, "line wide blue", `least MSE: ${formatNumber(least.mse)}`),
    ...row(348, "line dashed orange", `least MAE: ${formatNumber(least.mae)}`),
  ];
}

function sentence(each, losses, loss, least) {
  const total = each.reduce((a, b) => a + b);
  const worst = each.indexOf(Math.max(...each));
  const share = total ? Math.round((100 * each[worst]) / total) : 0;
  const title = html("b", {}, `${loss.toUpperCase()} = ${formatNumber(losses[loss], 4)}. `);
  if (losses[loss] <= least[loss] * 1.001 + 1e-6)
    return [title, `No line has a smaller loss. Point ${worst + 1} contributes ${share} % of the sum.`];
  const why =
    loss === "mse"
      ? "at twice the distance, the square is four times as large"
      : "at twice the distance, the bar is twice as long";
  return [
    title,
    `Point ${worst + 1} contributes ${share} % of the sum: ${why}. The smallest possible loss is ` +
      `${formatNumber(least[loss])}.`,
  ];
}

export default { render };
