import { button } from "../controls/button.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { classPoints } from "../drawing/class_points.js";
import { createRoot, html, svg } from "../drawing/elements.js";
import { classColour, decisionBoundary, paint } from "../drawing/heatmap.js";
import { toNumbers, toRows } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const [SIDE, EDGE, CELLS] = [360, 1.5, 64];

function render({ model, el }) {
  const root = createRoot(el, "Decision boundary");
  const names = ["data", "activation", "hidden", "seed"];
  const canvas = html("canvas", { width: CELLS, height: CELLS, class: "field", "aria-hidden": "true" });
  const scene = svg("g");
  const picture = svg("svg", { viewBox: `0 0 ${SIDE} ${SIDE}`, role: "img" }, scene);
  const says = html("p", { class: "says", role: "status" });
  const { request, drawWith } = kernelState(model, (said, field, dots) => ({
    ...said,
    field: toNumbers(field),
    dots: toNumbers(dots),
  }));
  root.append(
    html(
      "div",
      { class: "split" },
      html("div", { class: "stage" }, canvas, picture),
      html(
        "div",
        { class: "controls tall" },
        select("points", model, "data", request),
        select("activation", model, "activation", request),
        slider("hidden units", model, "hidden", { min: 1, max: 40, step: 1 }, request),
        button("new random hidden layer", () => request({ seed: model.get("seed") + 1 })),
        key(),
        says,
      ),
    ),
  );
  drawWith(root, [], (shown) => {
    paint(canvas, shown.field, classColour);
    const points = toRows(shown.dots, 4).map(([a, b, kind, taken]) => [
      place(a),
      SIDE - place(b),
      kind,
      kind !== taken,
    ]);
    scene.replaceChildren(decisionBoundary(shown.field, SIDE), ...classPoints(points));
    says.replaceChildren(html("b", {}, `${shown.right} of ${shown.of} right. `), sentence(shown));
    picture.setAttribute("aria-label", says.textContent);
    const wrong = points.filter((point) => point[3]).length;
    return {
      wrong,
      ...Object.fromEntries(names.map((name) => [name, shown[name]])),
      right: shown.right,
      of: shown.of,
      says: says.textContent,
    };
  });
}

function sentence({ activation, hidden, right, of }) {
  if (activation === "linear")
    return right === of
      ? "For these points, a straight line is enough."
      : "With linear, the boundary is a straight line for any number of hidden units.";
  if (hidden === 1) return "With one hidden unit, the boundary is straight for every activation.";
  return right === of
    ? "All points are on the right side of the boundary."
    : "This boundary need not be straight. More hidden units often help.";
}

const key = () => {
  const [disc, cross, ring] = [
    [7, 7, 1],
    [7, 7, 0],
    [7, 7, 0, true],
  ].map((point, i) => classPoints([point])[i]);
  const says = [
    [cross, "red, y = 0"],
    [disc, "green, y = 1"],
    [ring, "on the wrong side"],
  ];
  return html(
    "div",
    { class: "key" },
    ...says.map(([mark, text]) => html("span", {}, svg("svg", { viewBox: "0 0 16 16" }, mark), text)),
  );
};
const place = (v) => ((v + EDGE) / (2 * EDGE)) * SIDE;

export default { render };
