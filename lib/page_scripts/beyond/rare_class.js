import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { kernelState } from "../transport/kernel_state.js";

function render({ model, el }) {
  const root = createRoot(el, "Rare class");
  const { request, drawWith } = kernelState(model);
  const panel = new Panel({ x: 34, y: 12, width: 400, height: 320, xs: [-2.5, 2.5], ys: [-2, 2] });
  panel.axes([-2, -1, 0, 1, 2], [-2, -1, 0, 1, 2], "first measurement");
  panel.node.append(textAt(panel.x + 6, panel.y + 14, "second measurement", { class: "quiet halo" }));
  const line = svg("path", { class: "line ink" });
  const side = svg("path", { class: "wash", stroke: "none" });
  panel.inside.append(
    side,
    ...model.get("points").map(([x, y, sick]) => {
      const [px, py] = [panel.px(x), panel.py(y)];
      return sick
        ? svg("path", { d: `M${px - 4} ${py - 4}l8 8m0 -8l-8 8`, class: "line red" })
        : svg("circle", { cx: px, cy: py, r: 3, class: "fill green", "fill-opacity": 0.6 });
    }),
    line,
  );
  const cells = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ].map(([r, c]) => textAt(680 + 110 * c, 104 + 34 * r, "", { "text-anchor": "end" }));
  const metrics = [0, 1, 2].map((i) => textAt(480, 216 + 28 * i, "", { class: i === 1 ? "title" : "" }));
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 362" },
    panel.node,
    textAt(480, 30, "2000 new patients", { class: "title" }),
    textAt(680, 70, "predicted healthy", { class: "quiet", "text-anchor": "end" }),
    textAt(790, 70, "predicted ill", { class: "quiet", "text-anchor": "end" }),
    textAt(480, 104, "1900 healthy (dots)"),
    textAt(480, 138, "100 ill (crosses)"),
    ...cells,
    ...metrics,
  );
  const says = html("p", { class: "says", role: "status" });
  const preset = (name, weight) => button(name, () => request({ weight }));
  root.append(
    controlBar(
      slider(
        "weight of ill patients",
        model,
        "weight",
        { min: 1, max: 60, step: 0.5, text: (v) => `${formatNumber(v)} ×` },
        request,
      ),
      preset("equal: 1", 1),
      preset("balanced: 19", 19),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { cells, line, metrics, panel, says, side }));
}

function draw({ weight, line: [w1, w2, b], table }, { cells, line, metrics, panel, says, side }) {
  const at = (y) => -(b + w2 * y) / w1;
  line.setAttribute("d", panel.path([at(-2), at(2)], [-2, 2]));
  side.setAttribute("d", `${panel.path([at(-2), at(2), 9, 9], [-2, 2, 2, -2])}Z`);
  const [[healthy, alarms], [missed, found]] = table;
  [healthy, alarms, missed, found].forEach((count, i) => {
    cells[i].textContent = String(count);
  });
  const [accuracy, recall, precision] = [(healthy + found) / 2000, found / 100, found / Math.max(found + alarms, 1)];
  metrics[0].textContent = `accuracy ${formatNumber(100 * accuracy)} %`;
  metrics[1].textContent = `recall ${formatNumber(100 * recall)} % (of the ill patients)`;
  metrics[2].textContent = `precision ${formatNumber(100 * precision)} % (of the predictions "ill")`;
  says.textContent =
    recall < 0.6
      ? `The accuracy is ${formatNumber(100 * accuracy)} %, but ${missed} of 100 ill patients are not found. The ` +
        `prediction "healthy" for everybody has an accuracy of 95 %.`
      : weight > 30
        ? `${found} of 100 ill patients are found, but ${alarms} healthy people are predicted as ill. Only you can ` +
          "decide which mistake is worse."
        : `The decision boundary has moved towards the healthy people. ${found} of 100 ill patients are found, and ` +
          `${alarms} healthy people are predicted as ill.`;
  return { weight, line: [w1, w2, b], table, accuracy, recall };
}

export default { render };
