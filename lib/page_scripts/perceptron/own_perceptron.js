import { controlBar } from "../controls/bar.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { classColour, contour, heatmap } from "../drawing/heatmap.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const [SIDE, REACH] = [300, 3];
const SIGNS = { same: "✓ Same. ", parts: "✗ Different. ", unusable: "✗ Nothing to plot. " };

function render({ model, el }) {
  const root = createRoot(el, `Your perceptron: ${model.get("name")}`);
  const names = ["w0", "w1", "w2"];
  const { request, drawWith } = kernelState(model, (said, fields) => ({ ...said, fields: toNumbers(fields) }));
  const picture = svg("svg", { viewBox: "0 0 848 362", role: "img" });
  const sheets = [panelAt(34), panelAt(450)];
  const grounds = sheets.map((panel) => heatmap(panel.x, panel.y, SIDE));
  const lines = sheets.map((panel) => svg("g", { transform: `translate(${panel.x} ${panel.y})` }));
  const mark = svg("g");
  const none = textAt(600, 174, "", { class: "quiet", "text-anchor": "middle" });
  picture.append(
    textAt(34, 16, "the library", { class: "title" }),
    textAt(450, 16, `${model.get("name")}, yours`, { class: "title" }),
    ...grounds.map(({ node }) => node),
    ...sheets.map(({ node }) => node),
    ...lines,
    mark,
    none,
  );
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      slider("w₀", model, "w0", { min: -6, max: 6, step: 0.1 }, request),
      slider("w₁", model, "w1", { min: -4, max: 4, step: 0.1 }, request),
      slider("w₂", model, "w2", { min: -4, max: 4, step: 0.1 }, request),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { grounds, lines, mark, names, none, picture, says, sheets }));
}

function draw(shown, { grounds, lines, mark, names, none, picture, says, sheets }) {
  const { fields, verdict, wrong, at } = shown;
  const usable = verdict !== "unusable";
  const size = usable ? fields.length / 2 : fields.length;
  const both = [fields.slice(0, size), fields.slice(size)];
  both.forEach((field, i) => {
    const there = field.length > 0;
    grounds[i].node.setAttribute("visibility", there ? "visible" : "hidden");
    lines[i].replaceChildren();
    if (!there) return;
    // Values that are no numbers from 0 to 1 are grey.
    grounds[i].show(field, (p) =>
      Number.isFinite(p) && p >= -1e-6 && p <= 1 + 1e-6 ? classColour(2 * p - 1) : [128, 128, 128, 110],
    );
    lines[i].append(svg("path", { d: contour(field, SIDE, 0.5), class: "line ink" }));
    if (i) lines[i].append(svg("path", { d: contour(both[0], SIDE, 0.5), class: "line dashed blue" }));
  });
  none.textContent = usable ? "" : "your function has no result to plot";
  mark.replaceChildren();
  if (at)
    mark.append(
      ...sheets.map((panel) => svg("circle", { cx: panel.px(at[0]), cy: panel.py(at[1]), r: 8, class: "line red" })),
    );
  says.replaceChildren(
    html("b", {}, SIGNS[verdict]),
    shown.says,
    usable ? " The dashed line is the library's decision boundary." : "",
  );
  picture.setAttribute("aria-label", says.textContent);
  return { w: names.map((name) => shown[name]), verdict, wrong, at, says: shown.says };
}

function panelAt(x) {
  const panel = new Panel({ x, y: 26, width: SIDE, height: SIDE, xs: [-REACH, REACH], ys: [-REACH, REACH] });
  panel.axes([-3, 0, 3], [-3, 0, 3], "x₁");
  panel.inside.append(textAt(x + 6, 42, "x₂", { class: "quiet halo" }));
  return panel;
}

export default { render };
