import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { select } from "../controls/select.js";
import { logSlider, slider } from "../controls/slider.js";
import { startLine } from "../controls/start.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { LossChart } from "../drawing/loss_chart.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { toNumbers, toRows } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

function render({ model, el }) {
  const root = createRoot(el, "Ball with momentum");
  const names = ["loss", "form", "start", "learning_rate", "momentum"];
  const most = 120;
  const tables = Object.fromEntries(
    Object.entries(model.get("tables")).map(([name, view]) => {
      const all = toNumbers(view, Float64Array);
      return [name, [0, 1].map((i) => [...all.subarray((i * all.length) / 3, ((i + 1) * all.length) / 3)])];
    }),
  );
  const { request, save, drawWith } = kernelState(model, (said, walked) => ({
    ...said,
    rows: toRows(toNumbers(walked, Float64Array), 3),
  }));
  const box = { x: 40, y: 16, width: 440, height: 262 };
  /** @type {(loss?: string) => [number, number]} */
  const ends = (loss = model.get("loss")) => [tables[loss][0][0], Number(tables[loss][0].at(-1))];
  const says = html("p", { class: "says", role: "status" });
  const { scene, beside, picture, show } = startLine(
    model,
    request,
    box,
    ends,
    svg("circle", { r: 6.5, class: "line ink" }),
  );
  let playing = null;
  // A change shows the whole path at once.
  const update = (state) => request({ ...state, step: most });
  const play = button("play", () => {
    cancelAnimationFrame(playing);
    let step = 0;
    const tick = () => {
      save({ step: Math.floor(step) });
      step += 0.6;
      if (step <= most && root.isConnected) playing = requestAnimationFrame(tick);
      else save({ step: most });
    };
    tick();
  });
  root.append(
    controlBar(
      select(
        "loss function",
        model,
        "loss",
        ({ loss }) => update({ loss, start: clamp(model.get("start"), ...ends(loss)) }),
        Object.keys(tables),
      ),
      select("form", model, "form", update),
      play,
    ),
    controlBar(
      slider("momentum μ", model, "momentum", { min: 0, max: 0.99, step: 0.01 }, update),
      logSlider("learning rate", model, "learning_rate", { min: 0.001, max: 1 }, update),
      slider("step", model, "step", { min: 0, max: most, step: 1 }, save),
    ),
    picture,
    says,
  );

  drawWith(root, ["step"], (shown) => draw(shown, { beside, box, model, most, names, says, scene, show, tables }));
}

function draw(shown, { beside, box, model, most, names, says, scene, show, tables }) {
  const [ws, heights] = tables[shown.loss];
  const peak = Math.max(...heights);
  const panel = new Panel({ ...box, xs: [ws[0], ws.at(-1)], ys: [-0.06 * peak, 1.04 * peak] });
  panel.axes(panel.xTicks(8), ticks(0, peak, 4), "w");
  const step = Math.min(model.get("step"), shown.rows.length - 1);
  const been = shown.rows.slice(0, step + 1);
  panel.inside.append(
    svg("path", { d: panel.path(ws, heights), class: "line blue" }),
    ...been.map(([w, h]) =>
      svg("circle", {
        cx: clamp(panel.px(w), -99, 999),
        cy: clamp(panel.py(h) - 5, -99, 999),
        r: 3,
        class: "fill orange",
        "fill-opacity": 0.35,
      }),
    ),
  );
  const [w, h] = shown.rows[step];
  const [x, y] = [
    clamp(panel.px(w), box.x + 8, box.x + box.width - 8),
    clamp(panel.py(h) - 9, box.y + 8, box.y + box.height),
  ];
  panel.inside.append(svg("circle", { cx: x, cy: y, r: 8, class: "fill orange" }));
  scene.replaceChildren(panel.node);
  const [w0, h0] = shown.rows[0];
  show(panel.px(w0), panel.py(h0) - 9);
  const chart = new LossChart(
    { x: 560, y: 34, width: 268, height: 104 },
    [{ heights: shown.rows.map((r) => r[1]), class: "line blue" }],
    { steps: most },
  );
  chart.inside.append(svg("path", { d: `M${chart.px(step)} 34v104`, class: "line thin dotted ink" }));
  beside.replaceChildren(chart.node, moves(shown.rows, step, most));
  const here = `Step ${step}: w = ${formatNumber(w)}, J = ${formatNumber(h)}.`;
  says.textContent = step < shown.rows.length - 1 ? `${here}${step ? "" : " Press play."}` : shown.says;
  return {
    ...Object.fromEntries(names.map((name) => [name, shown[name]])),
    verdict: shown.verdict,
    step,
    w,
    path: shown.rows.map((r) => r[0]),
    says: shown.says,
  };
}

// The change of w in each step.
function moves(all, step, most) {
  const far = Math.max(1e-3, ...all.slice(0, 60).map((r) => Math.min(Math.abs(r[2]), 5)));
  const panel = new Panel({ x: 560, y: 196, width: 268, height: 82, xs: [0, most], ys: [-1.1 * far, 1.1 * far] });
  panel.axes(ticks(0, most, 5), [-far, 0, far], "step");
  panel.frame.append(textAt(560, 186, "change of w in each step", { class: "quiet" }));
  panel.inside.append(
    svg("path", {
      d: panel.path(
        all.map((_, i) => i),
        all.map((r) => clamp(r[2], -9 * far, 9 * far)),
      ),
      class: "line orange",
    }),
    svg("path", { d: `M${panel.px(step)} 196v82`, class: "line thin dotted ink" }),
  );
  return panel.node;
}

export default { render };
