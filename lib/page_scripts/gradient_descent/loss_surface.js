import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { mapHandle } from "../controls/handle.js";
import { select } from "../controls/select.js";
import { logSlider, slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { LossMap, stepDots } from "../drawing/loss_map.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers, toRows } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

function render({ model, el }) {
  const root = createRoot(el, "Loss surface");
  const names = ["data", "start", "learning_rate", "steps"];
  const grounds = Object.fromEntries(
    Object.entries(model.get("grounds")).map(([name, g]) => [
      name,
      { ...g, field: toNumbers(g.field), points: toRows(toNumbers(g.points), 2) },
    ]),
  );
  const { request, drawWith } = kernelState(model, (said, walked, curves) => ({
    ...said,
    rows: toRows(toNumbers(walked, Float64Array), 3),
    ends: toNumbers(curves),
  }));
  const map = new LossMap({ x: 34, y: 22, side: 350 });
  const here = () => grounds[model.get("data")];
  const moveTo = (place) =>
    request({
      start: place.map((v, i) =>
        clamp(roundTo(v, 0.01), here().centre[i] - here().reach, here().centre[i] + here().reach),
      ),
    });
  const grip = mapHandle("weights", { step: () => here().reach / 50, get: () => model.get("start"), put: moveTo });
  const surface = svg(
    "g",
    { style: "cursor: crosshair" },
    svg("rect", { x: 34, y: 22, width: 350, height: 350, fill: "transparent" }),
    map.node,
    grip,
  );
  const side = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 406" }, surface, side);
  onDrag(surface, picture, (x, y) => moveTo(map.at(x, y)));
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      select(
        "data",
        model,
        "data",
        ({ data }) => request({ data, start: [...grounds[data].start], learning_rate: grounds[data].rate }),
        Object.keys(grounds),
      ),
      logSlider("learning rate", model, "learning_rate", { min: 0.001, max: 10 }, request),
      slider("steps", model, "steps", { min: 0, max: 60, step: 1 }, request),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { grip, grounds, map, names, says, side }));
}

function draw(shown, { grip, grounds, map, names, says, side }) {
  const ground = grounds[shown.data];
  map.show(ground.field, ground.reach, ground.centre);
  map.ticks();
  const places = shown.rows.map(([a, b]) => [a, b]);
  const end = places.at(-1);
  map.inside.replaceChildren(
    svg("path", { d: map.path(places), class: "line thin orange" }),
    ...stepDots(map, places.slice(1), { class: "fill orange" }),
    svg("circle", { cx: map.px(end[0]), cy: map.py(end[1]), r: shown.steps ? 5.5 : 0, class: "line green" }),
  );
  grip.show(map);
  side.replaceChildren(plot(ground, shown));
  const [before, after] = shown.losses;
  const place = ([a, b]) => `w₀ = ${formatNumber(a)}, w₁ = ${formatNumber(b)}`;
  says.replaceChildren(
    html("b", {}, `J(${place(places[0])}) = ${formatNumber(before)}. `),
    shown.steps
      ? after < before
        ? `After ${shown.steps} steps of gradient descent: ${place(end)}, J = ${formatNumber(after)}.`
        : `After ${shown.steps} steps of gradient descent the loss is larger: J = ${formatNumber(after)}. The ` +
          "learning rate is " +
          "too large."
      : "The point on the left is the dashed line on the right. Move the point to where the loss is lowest, or let " +
          "gradient descent do it: increase the steps.",
  );
  return {
    ...Object.fromEntries(names.map((name) => [name, shown[name]])),
    losses: shown.losses,
    path: places,
    says: says.textContent,
  };
}

// The data, and the neuron before and after descent.
function plot({ points }, { ends, steps, data }) {
  const third = ends.length / 3;
  const [x, first, last] = [0, 1, 2].map((i) => [...ends.subarray(i * third, (i + 1) * third)]);
  const ys = points.map((p) => p[1]);
  const room = 0.15 * (Math.max(...ys) - Math.min(...ys));
  const panel = new Panel({
    x: 470,
    y: 40,
    width: 354,
    height: 290,
    xs: [x[0], x.at(-1)],
    ys: [Math.min(...ys) - room, Math.max(...ys) + room],
  });
  const yes = data.includes("benign");
  panel.axes(
    panel.xTicks(5),
    yes ? [0, 1] : panel.yTicks(5),
    yes ? "mean radius of the cell nuclei, standardized" : "x",
  );
  panel.frame.append(
    textAt(470, 30, yes ? "1 = benign, 0 = malignant; ŷ = σ(w₀ + w₁ x)" : "ŷ = w₀ + w₁ x", { class: "quiet" }),
  );
  panel.inside.append(
    ...points.map(([px, py]) =>
      svg("circle", { cx: panel.px(px), cy: panel.py(py), r: 3, class: "fill blue", "fill-opacity": 0.55 }),
    ),
    svg("path", { d: panel.path(x, first), class: "line dashed orange" }),
  );
  if (steps) panel.inside.append(svg("path", { d: panel.path(x, last), class: "line green" }));
  panel.frame.append(svg("path", { d: "M470 385h30", class: "line dashed orange" }), textAt(508, 389, "at the dot"));
  if (steps)
    panel.frame.append(
      svg("path", { d: "M600 385h30", class: "line green" }),
      textAt(638, 389, "after the steps (ring)"),
    );
  return panel.node;
}

export default { render };
