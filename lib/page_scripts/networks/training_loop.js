import { controlBar } from "../controls/bar.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { kernelState } from "../transport/kernel_state.js";

const STAGES = ["data and targets", "layers", "loss", "optimizer"];
const BOXES = [
  [2, 24, 150, 290],
  [196, 24, 176, 124],
  [196, 204, 176, 110],
  [428, 96, 176, 146],
];

function render({ model, el }) {
  const root = createRoot(el, "Training loop");
  const { request, save, drawWith } = kernelState(model);
  const scene = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 330" }, scene);
  const says = html("p", { class: "says", "aria-live": "polite" });
  const forward = (by) => save({ clicks: clamp(model.get("clicks") + by, 0, 240) });
  const button = (text, click) => html("button", { type: "button", click }, text);
  root.append(
    controlBar(
      button("next", () => forward(1)),
      button("one step", () => forward(4)),
      button("ten steps", () => forward(40)),
      button("restart", () => forward(-240)),
      select("loss", model, "loss", request),
      select("optimizer", model, "optimizer", request),
      slider("learning rate", model, "learning_rate", { min: 0.01, max: 0.8, step: 0.01 }, request),
    ),
    picture,
    says,
  );
  const [x, y] = [model.get("x"), model.get("y")];

  drawWith(root, ["clicks"], ({ steps, ...state }) => {
    const clicks = model.get("clicks");
    const [step, stage] = [Math.floor(clicks / 4), clicks % 4];
    const [now, next] = [steps[step], steps[Math.min(step + 1, steps.length - 1)]];
    const held = stage === 3 ? next : now;
    scene.replaceChildren(
      ...arrows(stage),
      ...boxes(stage, now, next, held, { ...state, x, y }),
      ...plots(x, y, held, steps.slice(0, step + 1), stage),
    );
    says.replaceChildren(...sentence(stage, step, now, next, steps[step - 1], state));
    return {
      ...state,
      clicks,
      step,
      stage: STAGES[stage],
      w: held.w,
      b: held.b,
      score: now.loss,
      gradient: now.gradient,
      predictions: now.predictions,
      says: says.textContent,
    };
  });
}

function arrows(stage) {
  const all = /** @type {any[][]} */ ([
    [1, "M152 86H186", "x", [170, 78, "middle"], [192, 86, 0]],
    [2, "M152 259H186", "y", [170, 251, "middle"], [192, 259, 0]],
    [2, "M284 148V194", "ŷ", [293, 178, "start"], [284, 200, 90]],
    [3, "M372 259C420 259 450 266 470 252", "gradient", [398, 284, "start"], [478, 245, -40]],
    [3, "M516 96C516 62 450 60 386 66", "new weights", [420, 50, "start"], [376, 67, 175]],
  ]);
  return all.flatMap(([at, d, label, [x, y, anchor], [tipX, tipY, turn]]) => {
    const on = at === stage;
    return [
      svg("path", { d, class: on ? "line blue" : "hair", style: on ? "stroke-width: 3.5" : "" }),
      svg("path", {
        d: "M-9 -5L0 0L-9 5z",
        transform: `translate(${tipX} ${tipY}) rotate(${turn})`,
        class: on ? "fill blue" : "",
        style: on ? "" : "fill: var(--quiet)",
      }),
      textAt(x, y, label, { "text-anchor": anchor, class: on ? "title" : "quiet" }),
    ];
  });
}

function boxes(stage, now, next, held, { x, y, loss, optimizer, learning_rate }) {
  const to = (before, after) => `${formatNumber(before, 4)} → ${formatNumber(after, 4)}`;
  const content = [
    [["x", "y"], ...x.map((value, i) => [formatNumber(value), formatNumber(y[i])])],
    [
      "Dense(1):  ŷ = w x + b",
      `w = ${formatNumber(held.w)}`,
      `b = ${formatNumber(held.b)}`,
      stage > 0 && stage < 3 ? `ŷ = ${now.predictions.map((v) => formatNumber(v, 2)).join(",  ")}` : "",
    ],
    [`${loss}(y, ŷ)`, stage > 1 ? `= ${formatNumber(now.loss, 4)}` : "needs ŷ"],
    [
      `${optimizer}, learning rate ${formatNumber(learning_rate)}`,
      `∂J/∂w = ${stage === 3 ? formatNumber(now.gradient[0]) : "…"}`,
      `∂J/∂b = ${stage === 3 ? formatNumber(now.gradient[1]) : "…"}`,
      stage === 3 ? `w:  ${to(now.w, next.w)}` : "",
      stage === 3 ? `b:  ${to(now.b, next.b)}` : "",
    ],
  ];
  return BOXES.flatMap(([left, top, width, height], i) => [
    svg("rect", {
      x: left,
      y: top,
      width,
      height,
      rx: 6,
      class: i === stage ? "line ink" : "hair",
      style: i === stage ? "fill: var(--wash); stroke-width: 2.5" : "",
    }),
    textAt(left + 10, top + 20, `${i === stage ? "▶ " : ""}${STAGES[i]}`, { class: "title" }),
    ...content[i].flatMap((line, at) =>
      Array.isArray(line)
        ? line.map((cell, c) =>
            textAt(left + 54 + 46 * c, top + 52 + 28 * at, cell, { "text-anchor": "end", class: at ? "" : "quiet" }),
          )
        : [textAt(left + 10, top + 44 + 21 * at, line, {})],
    ),
  ]);
}

function plots(x, y, held, steps, stage) {
  const above = new Panel({ x: 668, y: 24, width: 172, height: 124, xs: [-1.5, 2.5], ys: [-4, 8] });
  above.axes([-1, 0, 1, 2], [-4, 0, 4, 8]);
  above.inside.append(
    svg("path", {
      d: above.path(
        [-1.5, 2.5],
        [-1.5, 2.5].map((v) => held.w * v + held.b),
      ),
      class: "line blue",
    }),
    ...x.flatMap((v, i) => [
      svg("path", {
        d: `M${above.px(v)} ${above.py(y[i])}V${clamp(above.py(held.w * v + held.b), -500, 900)}`,
        class: "line thin dotted red",
        visibility: stage > 1 ? "visible" : "hidden",
      }),
      svg("circle", { cx: above.px(v), cy: above.py(y[i]), r: 4.5, class: "fill ink" }),
    ]),
  );
  const power = (value) => Math.log10(clamp(value, 1e-5, 1e6));
  const below = new Panel({
    x: 668,
    y: 204,
    width: 172,
    height: 96,
    xs: [0, Math.max(10, steps.length - 1)],
    ys: [-4, 4],
  });
  below.axes(ticks(0, Math.max(10, steps.length - 1), 4), []);
  for (const p of [-4, -2, 0, 2, 4])
    below.frame.append(
      svg("path", { d: `M668 ${below.py(p)}h172`, class: "hair" }),
      textAt(661, below.py(p) + 4, p ? `10${p < 0 ? "⁻" : ""}${{ 2: "²", 4: "⁴" }[Math.abs(p)]}` : "1", {
        class: "quiet",
        "text-anchor": "end",
      }),
    );
  const losses = (stage > 1 ? steps : steps.slice(0, -1)).map((s) => power(s.loss));
  below.inside.append(
    svg("path", {
      d: below.path(
        losses.map((_, i) => i),
        losses,
      ),
      class: "line orange",
    }),
    ...losses.map((v, i) => svg("circle", { cx: below.px(i), cy: below.py(v), r: 2.6, class: "fill orange" })),
  );
  return [
    above.node,
    below.node,
    textAt(668, 16, "the line ŷ = w x + b", { class: "title" }),
    textAt(668, 196, "loss at each step", { class: "title" }),
  ];
}

function sentence(stage, step, now, next, before, { loss, optimizer, learning_rate }) {
  const title = html("b", {}, `Step ${step + 1}, ${STAGES[stage]}. `);
  if (stage === 0)
    return [
      title,
      step === 0
        ? "The inputs x of four examples go to the layers. The targets y go only to the loss."
        : "The same four examples are used again. Now the layers have new weights.",
    ];
  if (stage === 1)
    return [
      title,
      `With w = ${formatNumber(now.w)} and b = ${formatNumber(now.b)}, the predictions are ŷ = ` +
        `${now.predictions.map((v) => formatNumber(v)).join(", ")}. The targets are −1, 1, 3, 5.`,
    ];
  if (stage === 2) {
    const than = !before
      ? ""
      : before.loss > now.loss
        ? ` It was ${formatNumber(before.loss)} in the previous step, so it has decreased.`
        : before.loss < now.loss
          ? ` It was ${formatNumber(before.loss)} in the previous step, so it has increased.`
          : "";
    return [title, `The loss measures all four errors in one number: ${loss} = ${formatNumber(now.loss, 4)}.${than}`];
  }
  const change =
    now.gradient[0] === 0
      ? "∂J/∂w is 0."
      : `∂J/∂w is ${formatNumber(now.gradient[0])}. The optimizer ${next.w > now.w ? "increases" : "decreases"} w by ` +
        `${formatNumber(Math.abs(next.w - now.w))}.`;
  const far =
    next.loss > now.loss * 1.0001
      ? ` The step is too large: the loss will increase from ${formatNumber(now.loss)} to ${formatNumber(next.loss)}.`
      : "";
  const rule =
    optimizer === "SGD"
      ? ` SGD multiplies the gradient by the learning rate ${formatNumber(learning_rate)}.`
      : ` ${optimizer} adapts the step size for each weight.`;
  return [title, change + rule + far];
}

export default { render };
