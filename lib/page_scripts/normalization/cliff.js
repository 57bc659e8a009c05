import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { kernelState } from "../transport/kernel_state.js";

const STATE = ["start", "learning_rate", "limit"];
const [LEFT, RIGHT] = [0.3, 1.3];
const loss = (w) => (w ** 12 - 1) ** 2;
const slope = (w) => 24 * (w ** 12 - 1) * w ** 11;

function render({ model, el }) {
  const root = createRoot(el, "Cliff");
  const { request, drawWith } = kernelState(model);
  const panel = new Panel({ x: 44, y: 12, width: 560, height: 250, xs: [LEFT, RIGHT], ys: [-8, 190] });
  panel.axes([0.4, 0.6, 0.8, 1, 1.2], [0, 50, 100, 150], "the weight w");
  const ws = Array.from({ length: 401 }, (_, i) => LEFT + ((RIGHT - LEFT) * i) / 400);
  const steps = svg("g");
  panel.inside.append(svg("path", { d: panel.path(ws, ws.map(loss)), class: "line blue" }), steps);
  const best = svg(
    "g",
    {},
    svg("path", { d: `M${panel.px(1)} ${panel.py(0)}v-46`, class: "hair" }),
    textAt(panel.px(1), panel.py(0) - 51, "minimum", { class: "quiet", "text-anchor": "middle" }),
  );
  const move = (w) => request({ start: clamp(roundTo(w, 0.01), 0.5, 1.25) });
  const grip = handle(
    "start",
    { low: 0.5, high: 1.25, step: 0.01, get: () => model.get("start"), put: move },
    svg("circle", { r: 12, class: "ring" }),
    svg("circle", { r: 7, class: "fill ink" }),
  );
  const gone = textAt(0, 0, "", { class: "fill red halo", "text-anchor": "end" });
  const surface = svg(
    "g",
    {},
    svg("rect", { x: 44, y: 12, width: 560, height: 250, fill: "transparent", style: "cursor: ew-resize" }),
    panel.node,
    best,
    grip,
    gone,
  );
  const list = svg("g");
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 296" },
    surface,
    textAt(640, 24, "weights and gradients", { class: "title" }),
    list,
  );
  onDrag(surface, picture, (x) => move(LEFT + ((x - 44) / 560) * (RIGHT - LEFT)));
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      slider("learning rate", model, "learning_rate", { min: 0.0005, max: 0.02, step: 0.0005 }, request),
      slider(
        "clip norm to",
        model,
        "limit",
        { min: 0, max: 20, step: 0.5, text: (v) => (v ? formatNumber(v) : "off") },
        request,
      ),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { gone, grip, list, panel, says, steps }));
}

function draw(shown, { gone, grip, list, panel, says, steps }) {
  const { start, path, away, limit } = shown;
  grip.setAttribute("transform", `translate(${panel.px(start)} ${clamp(panel.py(loss(start)), 12, 262)})`);
  grip.show();
  const seen = path.filter((w) => w > LEFT && w < RIGHT);
  steps.replaceChildren(
    svg("path", { d: panel.path(seen, seen.map(loss)), class: "line thin orange dashed" }),
    ...seen.map((w) =>
      svg("circle", { cx: panel.px(w), cy: clamp(panel.py(loss(w)), 12, 262), r: 4, class: "fill orange" }),
    ),
  );
  const out = path.findIndex((w) => w < LEFT || w > RIGHT);
  gone.textContent =
    out < 0
      ? ""
      : `${path[out] < LEFT ? "← " : ""}step ${out}: w = ${formatNumber(path[out])}${path[out] < LEFT ? "" : " →"}`;
  setAttributes(
    gone,
    {
      x: out >= 0 && path[out] < LEFT ? 60 : 590,
      "text-anchor": out >= 0 && path[out] < LEFT ? "start" : "end",
      y: 100,
    },
    [],
  );
  list.replaceChildren(
    ...path
      .slice(0, 9)
      .map((w, i) => textAt(640, 50 + 24 * i, `${i}:  w = ${formatNumber(w, 4)}, gradient ${formatNumber(slope(w))}`)),
  );
  says.textContent = sentence(shown);
  return {
    ...Object.fromEntries(STATE.map((name) => [name, shown[name]])),
    last: path.at(-1),
    steps: path.length - 1,
    away,
    limit,
  };
}

function sentence({ start, path, away, limit, learning_rate }) {
  if (away)
    return (
      `At the start, the gradient is ${formatNumber(slope(start))}. Multiplied by the learning rate ` +
      `${formatNumber(learning_rate)}, this is a step far outside the plot.`
    );
  const off = Math.abs(path.at(-1) - 1);
  if (start < 0.8 && off > 0.1)
    return (
      `The gradient at the start is only ${formatNumber(slope(start), 2)}. Clipping does not help against ` +
      "vanishing gradients."
    );
  if (path.at(-1) < 0.8)
    return (
      `After ${path.length - 1} steps, w is ${formatNumber(path.at(-1))}, in the flat part. The gradient is only ` +
      `${formatNumber(slope(path.at(-1)), 2)} there, so w hardly changes.`
    );
  if (limit && off < learning_rate * limit)
    return (
      `With clipping, no step is longer than ${formatNumber(learning_rate * limit, 2)}. Gradient descent comes close ` +
      "to the minimum."
    );
  if (limit)
    return (
      `With clipping, no step is longer than ${formatNumber(learning_rate * limit, 2)}. After ${path.length - 1} ` +
      `steps, the distance from the minimum is ${formatNumber(off, 2)}.`
    );
  return off < 0.02
    ? "From this start, gradient descent converges without clipping."
    : `After ${path.length - 1} steps, the distance from the minimum is still ${formatNumber(off, 2)}.`;
}

export default { render };
