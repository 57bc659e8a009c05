import { controlBar } from "../controls/bar.js";
import { select } from "../controls/select.js";
import { logSlider, slider } from "../controls/slider.js";
import { startLine } from "../controls/start.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { LossChart } from "../drawing/loss_chart.js";
import { clamp } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { toNumbers, toRows } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

function render({ model, el }) {
  const root = createRoot(el, "Gradient descent with one weight");
  const names = ["loss", "start", "learning_rate", "steps"];
  const tables = Object.fromEntries(
    Object.entries(model.get("tables")).map(([name, view]) => {
      const all = toNumbers(view, Float64Array);
      const third = all.length / 3;
      return [name, [0, 1, 2].map((i) => [...all.subarray(i * third, (i + 1) * third)])];
    }),
  );
  const { request, drawWith } = kernelState(model, (said, walked) => ({
    ...said,
    rows: toRows(toNumbers(walked, Float64Array), 3),
  }));
  const box = { x: 40, y: 16, width: 470, height: 262 };
  /** @type {(loss?: string) => [number, number]} */
  const ends = (loss = model.get("loss")) => [tables[loss][0][0], Number(tables[loss][0].at(-1))];
  const says = html("p", { class: "says", role: "status" });
  const { scene, beside, picture, show } = startLine(
    model,
    request,
    box,
    ends,
    svg("circle", { r: 6.5, class: "fill orange" }),
    svg("circle", { r: 2.2, style: "fill: var(--jp-layout-color0, white)" }),
  );
  root.append(
    controlBar(
      select(
        "loss function",
        model,
        "loss",
        ({ loss }) => request({ loss, start: clamp(model.get("start"), ...ends(loss)) }),
        Object.keys(tables),
      ),
      logSlider("learning rate", model, "learning_rate", { min: 0.001, max: 3 }, request),
      slider("steps", model, "steps", { min: 1, max: 60, step: 1 }, request),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { beside, box, names, says, scene, show, tables }));
}

function draw(shown, { beside, box, names, says, scene, show, tables }) {
  const [ws, heights] = tables[shown.loss];
  const peak = Math.max(...heights);
  const panel = new Panel({ ...box, xs: [ws[0], ws.at(-1)], ys: [-0.06 * peak, 1.04 * peak] });
  panel.axes(panel.xTicks(8), ticks(0, peak, 4), "w");
  const places = shown.rows;
  const route = panel.path(
    places.map((r) => r[0]).map((w) => clamp(w, -50, 50)),
    places.map((r) => r[1]),
  );
  panel.inside.append(
    svg("path", { d: panel.path(ws, heights), class: "line blue" }),
    svg("path", { d: route, class: "line thin orange" }),
    ...places.map(([w, h], i) =>
      svg("circle", {
        cx: clamp(panel.px(w), -99, 999),
        cy: clamp(panel.py(h), -99, 999),
        r: i ? 3.4 : 0,
        class: "fill orange",
      }),
    ),
  );
  panel.inside.append(...slope(panel, places));
  if (shown.climb !== null) panel.inside.append(...marked(panel, places, shown.climb));
  scene.replaceChildren(panel.node);
  const [w0, h0] = places[0];
  show(panel.px(w0), panel.py(h0));
  const chart = new LossChart(
    { x: 590, y: 34, width: 236, height: 244 },
    [{ heights: places.map((r) => r[1]), class: "line orange" }],
    { steps: Math.max(shown.steps, 2) },
  );
  if (shown.climb !== null)
    chart.inside.append(
      svg("circle", { cx: chart.px(shown.climb), cy: chart.level(places[shown.climb][1]), r: 6, class: "line red" }),
    );
  beside.replaceChildren(chart.node);
  says.replaceChildren(html("b", {}, `${shown.verdict[0].toUpperCase()}${shown.verdict.slice(1)}. `), shown.says);
  return {
    ...Object.fromEntries(names.map((name) => [name, shown[name]])),
    verdict: shown.verdict,
    climb: shown.climb,
    path: places.map((r) => r[0]),
    says: shown.says,
  };
}

// The tangent at the start, and the first step along the foot of the picture.
function slope(panel, [[w, h, m], second]) {
  const foot = panel.y + panel.height - 9;
  const half = (0.16 * (panel.xs[1] - panel.xs[0])) / Math.hypot(1, m);
  const nodes = [
    svg("path", { d: panel.path([w - half, w + half], [h - half * m, h + half * m]), class: "line thin dashed ink" }),
  ];
  if (second && Math.abs(panel.px(second[0]) - panel.px(w)) > 3) {
    const [x0, x1] = [panel.px(w), clamp(panel.px(second[0]), panel.x, panel.x + panel.width)];
    const tip = x1 > x0 ? -6 : 6;
    nodes.push(svg("path", { d: `M${x0} ${foot}H${x1}m${tip} -4l${-tip} 4l${tip} 4`, class: "line green" }));
  }
  return nodes;
}

// A ring where the first step that climbs has landed; an arrow where that is outside.
function marked(panel, places, climb) {
  const [w, h] = places[climb];
  const [x, y] = [
    clamp(panel.px(w), panel.x + 10, panel.x + panel.width - 10),
    clamp(panel.py(h), panel.y + 10, panel.y + panel.height - 10),
  ];
  const right = x < panel.x + panel.width / 2;
  return [
    svg("circle", { cx: x, cy: y, r: 8, class: "line red" }),
    textAt(x + (right ? 13 : -13), y + 4, `step ${climb} increases the loss`, {
      class: "fill red halo",
      "text-anchor": right ? "start" : "end",
    }),
  ];
}

export default { render };
