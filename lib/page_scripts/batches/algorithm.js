import { controlBar } from "../controls/bar.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { kernelState } from "../transport/kernel_state.js";

const [CARD, LEFT] = [44, 366];

function render({ model, el }) {
  const root = createRoot(el, "Mini-batch algorithm");
  const [lines, x, y] = ["lines", "x", "y"].map((name) => model.get(name));
  const { request, save, latest, drawWith } = kernelState(model);
  const at = () => clamp(model.get("step"), 0, latest().moments.length - 1);
  const go = (step) => save({ step: clamp(step, 0, latest().moments.length - 1) });
  const button = (text, label, step) =>
    html("button", { type: "button", "aria-label": label, click: () => go(step()) }, text);
  const next = (line) => {
    const i = latest().moments.findIndex((m, k) => k > at() && m.line === line);
    return i < 0 ? latest().moments.length - 1 : i;
  };
  const scene = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 330" }, scene);
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      button("◀", "previous line", () => at() - 1),
      button("line ▶", "one line on", () => at() + 1),
      button("next batch", "next batch", () => next(2)),
      button("next epoch", "next epoch", () => next(1)),
      button("restart", "restart", () => 0),
      html("button", { type: "button", click: () => request({ seed: model.get("seed") + 1 }) }, "shuffle again"),
    ),
    controlBar(
      slider("batch size B", model, "batch_size", { min: 1, max: 10, step: 1 }, request),
      slider("learning rate η", model, "learning_rate", { min: 0.01, max: 1, step: 0.01 }, request),
      select("divide by", model, "divide_by", request),
    ),
    picture,
    says,
  );

  drawWith(root, ["step"], (shown) => draw(shown, { at, lines, says, scene, x, y }));
}

function draw(shown, { at, lines, says, scene, x, y }) {
  const moment = shown.moments[at()];
  const order = moment.order.length ? moment.order : x.map((_, i) => i);
  const code = lines.flatMap((line, i) => {
    const here = i === moment.line;
    const indent = line.length - line.trimStart().length;
    return [
      ...(here
        ? [
            svg("rect", { x: 0, y: 22 + i * 30, width: 330, height: 25, rx: 5, class: "wash" }),
            textAt(4, 39 + i * 30, "▶", { class: "fill orange" }),
          ]
        : []),
      textAt(22 + indent * 5, 39 + i * 30, line.trim(), { class: here ? "title" : "" }),
    ];
  });
  const cards = order.flatMap((k, i) => card(k, i, moment, x[k], y[k]));
  scene.replaceChildren(
    textAt(0, 12, "the algorithm", { class: "title" }),
    ...code,
    textAt(LEFT, 12, moment.epoch < 0 ? "ten examples" : `ten examples, epoch ${moment.epoch + 1} of 2`, {
      class: "title",
    }),
    ...cards,
    ...bars(moment, order),
    ...journey(shown.moments, at()),
  );
  says.replaceChildren(html("b", {}, `Line ${moment.line + 1}. `), moment.sentence);
  return {
    step: at(),
    of: shown.moments.length,
    ...moment,
    batch_size: shown.batch_size,
    learning_rate: shown.learning_rate,
    divide_by: shown.divide_by,
  };
}

// One example as a card: framed when it is in the batch, faded when it has had its turn.
function card(k, i, { batch, done }, x, y) {
  const left = LEFT + i * (CARD + 4.5);
  const [now, past] = [batch.includes(k), done.includes(k)];
  const group = svg(
    "g",
    { opacity: past ? 0.35 : 1 },
    svg("rect", {
      x: left,
      y: 24,
      width: CARD,
      height: 56,
      rx: 5,
      class: now ? "line blue" : "line thin ink",
      ...(now ? {} : { "stroke-opacity": 0.4 }),
    }),
    textAt(left + CARD / 2, 39, `${past ? "✓ " : ""}${k}`, {
      "text-anchor": "middle",
      class: now ? "fill blue" : "quiet",
    }),
    textAt(left + CARD / 2, 56, `x ${formatNumber(x)}`, { "text-anchor": "middle", class: "quiet" }),
    textAt(left + CARD / 2, 72, `y ${formatNumber(y)}`, { "text-anchor": "middle", class: "quiet" }),
  );
  return [group];
}

// The slope of each example in the batch under its card, and their mean as a line through them.
function bars({ gradients, mean, batch }, order) {
  const zero = 148;
  const largest = Math.max(1e-9, ...gradients.map(Math.abs), Math.abs(mean ?? 0));
  const nodes = [
    svg("path", { d: `M${LEFT} ${zero}h482`, class: "hair" }),
    textAt(LEFT - 6, zero + 4, "0", { class: "quiet", "text-anchor": "end" }),
  ];
  gradients.forEach((slope, i) => {
    const left = LEFT + order.indexOf(batch[i]) * (CARD + 4.5);
    const tall = (Math.abs(slope) / largest) * 44;
    nodes.push(
      svg("rect", {
        x: left + 8,
        y: slope < 0 ? zero : zero - tall,
        width: CARD - 16,
        height: tall,
        rx: 2,
        class: "fill orange",
      }),
      textAt(left + CARD / 2, slope < 0 ? zero - 6 : zero + 14, formatNumber(slope, 2), {
        "text-anchor": "middle",
        class: "halo quiet",
      }),
    );
  });
  if (mean !== null) {
    const first = LEFT + order.indexOf(batch[0]) * (CARD + 4.5);
    const height = zero - (mean / largest) * 44;
    nodes.push(
      svg("path", { d: `M${first - 2} ${height}h${batch.length * (CARD + 4.5)}`, class: "line ink dashed" }),
      textAt(
        first < LEFT + 300 ? first + batch.length * (CARD + 4.5) + 4 : first - 8,
        height + 4,
        `∂J/∂w = ${formatNumber(mean)}`,
        { class: "title halo", "text-anchor": first < LEFT + 300 ? "start" : "end" },
      ),
    );
  } else if (!gradients.length)
    nodes.push(textAt(LEFT + 8, zero - 8, "gradients ∂Jₖ/∂w of the examples in the batch", { class: "quiet" }));
  return nodes;
}

// The weight over the steps so far.
function journey(moments, now) {
  const steps = moments.map((m, i) => [m, i]).filter(([m]) => m.line === 0 || m.line === 4);
  const taken = steps.filter(([, i]) => i <= now).map(([m]) => m.w);
  const panel = new Panel({ x: LEFT, y: 232, width: 400, height: 74, xs: [0, steps.length - 1], ys: [-0.3, 3] });
  panel.axes(ticks(0, steps.length - 1, 5).filter(Number.isInteger), [0, 1, 2, 3], "steps");
  panel.inside.append(
    svg("path", {
      d: panel.path(
        taken.map((_, i) => i),
        taken,
      ),
      class: "line blue",
    }),
    ...taken.map((w, i) => svg("circle", { cx: panel.px(i), cy: panel.py(w), r: 3.2, class: "fill blue" })),
  );
  const w = moments[now].w;
  return [
    textAt(LEFT, 222, "the weight", { class: "title" }),
    panel.node,
    textAt(848, 256, `w = ${formatNumber(w, 4)}`, { class: "fill blue", "text-anchor": "end" }),
    textAt(848, 276, `loss ${formatNumber(moments[now].loss)}`, { "text-anchor": "end" }),
  ];
}

export default { render };
