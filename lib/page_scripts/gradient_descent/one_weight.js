import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { toNumbers, toRows } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const REACH = [-3, 5];

function render({ model, el }) {
  const root = createRoot(el, "One weight");
  const { request, save, drawWith } = kernelState(model, (_, view) =>
    toRows(toNumbers(view, Float64Array), 7).map(([x, y, w, error, slope, after, left]) => ({
      x,
      y,
      w,
      error,
      slope,
      after,
      left,
    })),
  );
  const scene = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 316", role: "img" }, scene);
  const says = html("p", { class: "says", role: "status" });
  const last = () => model.get("pairs").length;
  const go = (by) => save({ step: clamp(model.get("step") + by, 0, last()) });
  const back = button("previous pair", () => go(-1));
  const next = button("next pair", () => go(1));
  root.append(
    controlBar(
      next,
      back,
      slider("first weight", model, "w", { min: REACH[0], max: REACH[1], step: 0.1 }, request),
      slider("learning rate", model, "learning_rate", { min: 0, max: 0.5, step: 0.01 }, request),
    ),
    picture,
    says,
  );

  drawWith(root, ["step"], (shown) => draw(shown, { back, last, model, next, picture, says, scene }));
}

function draw(shown, { back, last, model, next, picture, says, scene }) {
  const step = clamp(model.get("step"), 0, last());
  const now = shown[Math.max(step - 1, 0)];
  back.disabled = step === 0;
  next.disabled = step === last();
  const panel = new Panel({
    x: 44,
    y: 14,
    width: 420,
    height: 256,
    xs: REACH,
    ys: [-0.6, Math.max(4, 1.25 * now.error, now.left > 4 * now.error ? 0 : 1.1 * now.left)],
  });
  panel.axes([-3, -2, -1, 0, 1, 2, 3, 4, 5], ticks(0, panel.ys[1], 4), "w");
  const ws = Array.from({ length: 161 }, (_, i) => REACH[0] + i / 20);
  // A parabola is known from one place: its height, its slope there, and its curvature 2x².
  const height = (w) => now.error + now.slope * (w - now.w) + now.x ** 2 * (w - now.w) ** 2;
  panel.inside.append(
    svg("path", { d: panel.path(ws, ws.map(height)), class: "line blue" }),
    svg("path", {
      d: panel.path([now.w - 1, now.w + 1], [now.error - now.slope, now.error + now.slope]),
      class: "line thin dashed ink",
    }),
  );
  const [x0, x1, y0, y1] = [panel.px(now.w), panel.px(now.after), panel.py(now.error), panel.py(now.left)];
  const floor = panel.py(0);
  panel.inside.append(
    svg("path", { d: `M${x0} ${y0}V${floor}`, class: "hair" }),
    svg("circle", { cx: x0, cy: y0, r: 6, class: step ? "line blue" : "fill blue" }),
  );
  if (step && Math.abs(x1 - x0) > 1) {
    const tip = x1 > x0 ? -7 : 7;
    panel.inside.append(
      svg("path", { d: `M${x1} ${y1}V${floor}`, class: "hair" }),
      svg("path", { d: `M${x0} ${floor}H${x1}m${tip} -4l${-tip} 4l${tip} 4`, class: "line orange" }),
      svg("circle", { cx: x1, cy: y1, r: 6, class: "fill orange" }),
    );
  }
  panel.frame.append(
    textAt(
      44,
      302,
      step
        ? `pair ${step} of ${last()}: x = ${formatNumber(now.x)}, y = ${formatNumber(now.y)}`
        : `before the first pair: x = ${formatNumber(now.x)}, y = ${formatNumber(now.y)}`,
      { class: "title" },
    ),
    textAt(58, 30, `E = (${formatNumber(now.x)} w − ${formatNumber(now.y)})²`, { class: "fill blue halo" }),
  );
  scene.replaceChildren(panel.node, table(shown, step));
  says.replaceChildren(...sentence(now, step, model.get("learning_rate")));
  picture.setAttribute("aria-label", says.textContent);
  return {
    step,
    w: step ? now.after : now.w,
    slope: now.slope,
    error: now.error,
    path: [shown[0].w, ...shown.map((row) => row.after)],
    says: says.textContent,
  };
}

function table(all, step) {
  const node = svg("g");
  const places = [556, 628, 716, 824];
  const row = (y, cells, attributes) =>
    cells.forEach((cell, i) => {
      node.append(textAt(places[i], y, cell, { "text-anchor": "end", ...attributes }));
    });
  row(34, ["(x, y)", "E before", "dE/dw", "w after"], { class: "quiet" });
  row(60, ["start", "", "", formatNumber(all[0].w, 4)], {});
  all.forEach((r, i) => {
    row(
      86 + 26 * i,
      [
        `(${formatNumber(r.x)}, ${formatNumber(r.y)})`,
        ...(i < step ? [r.error, r.slope, r.after].map((v) => formatNumber(v, 4)) : ["·", "·", "·"]),
      ],
      i === step - 1 ? { class: "title" } : {},
    );
  });
  if (step) node.append(svg("path", { d: `M496 ${60 + 26 * step - 15}h340v22h-340z`, class: "line thin orange" }));
  return node;
}

function sentence(now, step, rate) {
  const side =
    now.slope < 0
      ? "The derivative is negative, so the weight increases"
      : now.slope > 0
        ? "The derivative is positive, so the weight decreases"
        : "The derivative is 0, so the weight does not change";
  if (!step) return [html("b", {}, `E = ${formatNumber(now.error, 4)}. `), `${side}. Press “next pair”.`];
  if (step && rate === 0)
    return [
      html("b", {}, "The learning rate is 0. "),
      `The derivative is ${formatNumber(now.slope, 4)}, but the weight stays at ${formatNumber(now.after, 4)}.`,
    ];
  const sum =
    `${formatNumber(now.w, 4)} − ${formatNumber(rate)} · ` +
    `${now.slope < 0 ? `(${formatNumber(now.slope, 4)})` : formatNumber(now.slope, 4)} = ` +
    `${formatNumber(now.after, 4)}. `;
  const over = now.slope * (now.after * now.x - now.y) * now.x < 0 ? " It went past the minimum of this curve." : "";
  const more = now.left > now.error ? " It went so far that the loss has grown." : "";
  return [html("b", {}, `w ← ${sum}`), `${side}.${over}${more}`];
}

export default { render };
