import { controlBar } from "../controls/bar.js";
import { select } from "../controls/select.js";
import { logSlider, slider } from "../controls/slider.js";
import { startMap } from "../controls/start.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { LossChart } from "../drawing/loss_chart.js";
import { stepDots } from "../drawing/loss_map.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { toNumbers, toRows } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

function render({ model, el }) {
  const root = createRoot(el, "Gradient descent with two weights");
  const names = ["surface", "start", "learning_rate", "steps"];
  const { request, drawWith } = kernelState(model, (said, walked) => ({
    ...said,
    rows: toRows(toNumbers(walked, Float64Array), 3),
  }));
  const says = html("p", { class: "says", role: "status" });
  const { map, surfaces, beside, picture, show } = startMap(model, request);
  const visit = ({ surface }) => {
    const [, a, b, rate] = model.get("facts")[surface];
    request({ surface, start: [a, b], learning_rate: rate });
  };
  root.append(
    controlBar(
      select("surface", model, "surface", visit, surfaces),
      logSlider("learning rate", model, "learning_rate", { min: 0.001, max: 3 }, request),
      slider("steps", model, "steps", { min: 1, max: 100, step: 1 }, request),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { beside, map, names, says, show }));
}

function draw(shown, { beside, map, names, says, show }) {
  show(shown.surface);
  const places = shown.rows.map(([a, b]) => [a, b]);
  const heights = shown.rows.map((r) => r[2]);
  map.inside.replaceChildren(
    svg("path", { d: map.path(places), class: "line thin orange" }),
    ...stepDots(map, places.slice(1), { class: "fill orange" }),
    ...uphill(map, places[0], shown.gradient),
  );
  const chart = new LossChart({ x: 470, y: 40, width: 354, height: 200 }, [{ heights, class: "line orange" }], {
    steps: Math.max(shown.steps, 2),
  });
  if (shown.climb !== null) {
    map.inside.append(
      svg("circle", {
        cx: clamp(map.px(places[shown.climb][0]), 40, 378),
        cy: clamp(map.py(places[shown.climb][1]), 28, 366),
        r: 8,
        class: "line red",
      }),
    );
    chart.inside.append(
      svg("circle", { cx: chart.px(shown.climb), cy: chart.level(heights[shown.climb]), r: 7, class: "line red" }),
      textAt(clamp(chart.px(shown.climb), 480, 700) + 12, 54, `step ${shown.climb} increases the loss`, {
        class: "fill red halo",
      }),
    );
  }
  beside.replaceChildren(chart.node, ...numbers(places, shown.gradient, shown.learning_rate));
  says.textContent = shown.says;
  return {
    ...Object.fromEntries(names.map((name) => [name, shown[name]])),
    gradient: shown.gradient,
    climb: shown.climb,
    path: places,
    heights,
    says: shown.says,
  };
}

// Where the gradient points from the start: straight up the hill, away from the path.
function uphill(map, [a, b], [ga, gb]) {
  const length = Math.hypot(ga, gb);
  if (length < 1e-9) return [];
  const [ux, uy] = [ga / length, -gb / length];
  const [x, y] = [map.px(a), map.py(b)];
  const [tx, ty] = [x + 38 * ux, y + 38 * uy];
  return [
    svg("path", {
      d:
        `M${x} ${y}L${tx} ${ty}M${tx - 8 * ux + 4 * uy} ${ty - 8 * uy - 4 * ux}L${tx} ` +
        `${ty}L${tx - 8 * ux - 4 * uy} ${ty - 8 * uy + 4 * ux}`,
      class: "line ink",
    }),
  ];
}

function numbers(places, gradient, rate) {
  const pair = ([a, b]) => `(${formatNumber(a)}, ${formatNumber(b)})`;
  return [
    ["start W", pair(places[0])],
    ["gradient ∂J/∂W at the start (arrow)", pair(gradient)],
    ["first step −η ∂J/∂W", pair(gradient.map((g) => -rate * g))],
    ["end", pair(places.at(-1))],
  ].flatMap(([label, value], i) => [
    textAt(470, 300 + 23 * i, label, { class: "quiet" }),
    textAt(824, 300 + 23 * i, value, { "text-anchor": "end" }),
  ]);
}

export default { render };
