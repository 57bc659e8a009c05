import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { kernelState } from "../transport/kernel_state.js";

const RENT = 20;

function render({ model, el }) {
  const root = createRoot(el, "Codes");
  const { request, drawWith } = kernelState(model);
  const panel = new Panel({ x: 40, y: 12, width: 480, height: 270, xs: [-0.5, 4.5], ys: [0, RENT] });
  panel.axes([0, 1, 2, 3, 4], [0, 5, 10, 15, 20], "");
  const towns = model.get("towns");
  const line = svg("path", { class: "line orange dashed" });
  const scene = svg("g");
  const move = (town, rent) => request({ rents: model.get("rents").with(town, clamp(roundTo(rent, 0.5), 0, RENT)) });
  const knobs = towns.map((name, town) =>
    handle(
      `rent in ${name}`,
      { low: 0, high: RENT, step: 0.5, vertical: true, get: () => model.get("rents")[town], put: (v) => move(town, v) },
      svg("circle", { r: 12, class: "ring" }),
      svg("circle", { r: 7, class: "fill ink" }),
    ),
  );
  const picture = svg("svg", { viewBox: "0 0 848 320" }, panel.node, line, scene);
  knobs.forEach((knob, town) => {
    const zone = svg("g", { style: "cursor: ns-resize" }, knob);
    onDrag(zone, picture, (_, y) => move(town, ((282 - y) / 270) * RENT));
    picture.append(zone);
  });
  const key = [
    ["rents: discs (drag)", "ink"],
    ["predicted from the number: dashed", "orange"],
    ["predicted from the one-hot row: squares", "blue"],
  ];
  picture.append(...key.map(([text, colour], i) => textAt(560, 34 + 26 * i, text, { class: `fill ${colour}` })));
  const rows = svg("g");
  picture.append(textAt(560, 136, "town, number and one-hot row", { class: "title" }), rows);
  const says = html("p", { class: "says", role: "status" });
  const next = () => {
    const [a, b] = [Math.floor(Math.random() * 5), 1 + Math.floor(Math.random() * 4)];
    const order = [...model.get("order")];
    const other = (a + b) % 5;
    [order[a], order[other]] = [order[other], order[a]];
    request({ order });
  };
  const sorted = () =>
    request({ order: [0, 1, 2, 3, 4].sort((p, q) => model.get("rents")[p] - model.get("rents")[q]) });
  root.append(
    controlBar(
      button("swap two numbers", next),
      button("number by rent", sorted),
      button("by alphabet", () => request({ order: [0, 1, 2, 3, 4] })),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { knobs, line, panel, rows, says, scene, towns }));
}

function draw(shown, { knobs, line, panel, rows, says, scene, towns }) {
  const { rents, order, by_number, by_row, errors } = shown;
  line.setAttribute("d", panel.path([0, 1, 2, 3, 4], by_number));
  scene.replaceChildren(
    ...order.flatMap((town, k) => [
      textAt(panel.px(k), 310, towns[town], { "text-anchor": "middle" }),
      svg("rect", { x: panel.px(k) - 11, y: panel.py(by_row[k]) - 11, width: 22, height: 22, class: "line blue" }),
    ]),
  );
  knobs.forEach((knob, town) => {
    knob.setAttribute("transform", `translate(${panel.px(order.indexOf(town))} ${panel.py(rents[town])})`);
    knob.show();
  });
  rows.replaceChildren(
    ...order.map((town, k) =>
      textAt(560, 164 + 24 * k, `${towns[town]}: ${k}, or ${[0, 1, 2, 3, 4].map((i) => (i === k ? 1 : 0)).join(" ")}`),
    ),
  );
  says.textContent =
    errors[0] < 0.05
      ? "With this numbering, the rents are on a straight line, so the numbers are enough. This is a rare case."
      : "From the numbers, the neuron can only learn a straight line: mean squared error " +
        `${formatNumber(errors[0])}. From the one-hot rows, it learns one weight for each town: ` +
        `${formatNumber(errors[1], 1)}.`;
  return { rents, order, by_number, by_row, errors };
}

export default { render };
