import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

function render({ model, el }) {
  const root = createRoot(el, "Cross-entropy curve");
  const { request, drawWith } = kernelState(model, (said, curves) => ({ ...said, curves: toNumbers(curves) }));
  const name = model.get("name");
  const layers = svg("g");
  const move = (at) =>
    request(
      model.get("from_logits") ? { z: clamp(roundTo(at, 0.05), -12, 12) } : { p: clamp(roundTo(at, 0.005), 0, 1) },
    );
  const here = () => model.get(model.get("from_logits") ? "z" : "p");
  const grip = handle(
    "prediction",
    {
      low: -12,
      high: 12,
      step: 0.01,
      get: here,
      put: (v) => move(model.get("from_logits") ? here() + 10 * (v - here()) : v),
    },
    svg("circle", { r: 12, class: "ring" }),
    svg("circle", { r: 6.5, class: "fill ink" }),
  );
  const surface = svg(
    "g",
    { style: "cursor: ew-resize" },
    svg("rect", { x: 46, y: 14, width: 460, height: 280, fill: "transparent" }),
    layers,
    grip,
  );
  const side = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 332" }, surface, side);
  const reach = () => (model.get("from_logits") ? [-12, 12] : [0, 1]);
  onDrag(surface, picture, (x) => {
    const [low, high] = reach();
    move(low + ((x - 46) / 460) * (high - low));
  });
  const says = html("p", { class: "says", "aria-live": "polite" });
  const which = html(
    "select",
    { "aria-label": "target y", change: () => request({ y: Number(which.value) }) },
    html("option", {}, "1"),
    html("option", {}, "0"),
  );
  const logits = html("input", {
    type: "checkbox",
    "aria-label": "from_logits",
    change: () => {
      const p = clamp(model.get("p"), 1e-5, 1 - 1e-5);
      const z = model.get("z");
      request(
        logits.checked
          ? { from_logits: true, z: clamp(roundTo(Math.log(p / (1 - p)), 0.05), -12, 12) }
          : { from_logits: false, p: clamp(roundTo(1 / (1 + Math.exp(-z)), 0.005), 0, 1) },
      );
    },
  });
  root.append(
    controlBar(
      html("label", {}, "target y", which),
      html("label", {}, logits, html("code", {}, "from_logits")),
      slider("label_smoothing", model, "label_smoothing", { min: 0, max: 0.5, step: 0.01 }, request),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { grip, layers, logits, name, says, side, which }));
}

function draw(shown, { grip, layers, logits, name, says, side, which }) {
  const { y, at, value, slope, target, from_logits, label_smoothing, trouble, yours, curves: all } = shown;
  const rows = Array.from({ length: all.length / 201 }, (_, i) => [...all.subarray(201 * i, 201 * (i + 1))]);
  const [places, no, yes, ...mine] = rows;
  which.value = String(y);
  logits.checked = from_logits;
  const low = mine.length ? -5 : 0;
  const panel = new Panel({
    x: 46,
    y: 14,
    width: 460,
    height: 280,
    xs: from_logits ? [-12, 12] : [0, 1],
    ys: [low - 0.2, from_logits ? 12 : 7],
  });
  panel.axes(
    from_logits ? [-12, -8, -4, 0, 4, 8, 12] : [0, 0.25, 0.5, 0.75, 1],
    ticks(low, from_logits ? 12 : 7, 6),
    from_logits ? "logit z, with p = σ(z)" : "prediction p",
  );
  const line = (ys, kind) => svg("path", { d: panel.path(places, ys), class: kind });
  const wide = from_logits ? 3 : 0.16;
  panel.inside.append(
    line(y ? no : yes, `line ${y ? "dashed orange" : "blue"}`),
    line(y ? yes : no, `line ${y ? "blue" : "dashed orange"}`),
    ...mine.map((ys, i) => setAttributes(line(ys, "line dotted red"), { "stroke-opacity": i === y ? 1 : 0.35 }, [])),
    svg("path", {
      d: panel.path([at - wide, at + wide], [value - slope * wide, value + slope * wide]),
      class: "line thin ink",
    }),
    svg("path", { d: `M${panel.px(at)} 14v280`, class: "hair" }),
  );
  const up = value > panel.ys[1];
  layers.replaceChildren(
    panel.node,
    ...(up
      ? [
          textAt(clamp(panel.px(at) + 8, 60, 360), 30, `↑ ${formatNumber(value)} is above the plot`, {
            class: "halo",
          }),
        ]
      : []),
  );
  grip.setAttribute("transform", `translate(${panel.px(at)} ${clamp(panel.py(value), 14, 294)})`);
  setAttributes(grip, { "aria-valuemin": panel.xs[0], "aria-valuemax": panel.xs[1] }, []);
  grip.show();
  side.replaceChildren(...legend(name, mine.length), ...numbers(shown));
  says.replaceChildren(...sentence(shown, name));
  return {
    y,
    at,
    value,
    slope,
    target,
    from_logits,
    label_smoothing,
    trouble,
    yours: yours ?? null,
    curves: rows.length,
    heights: [0, 50, 100, 150, 200].map((i) => [places[i], no[i], yes[i]]),
    says: says.textContent,
  };
}

const legend = (name, mine) => [
  svg("path", { d: "M548 30h34", class: "line blue" }),
  textAt(592, 34, "y = 1: −log p", {}),
  svg("path", { d: "M548 54h34", class: "line dashed orange" }),
  textAt(592, 58, "y = 0: −log(1 − p)", {}),
  ...(mine ? [svg("path", { d: "M548 78h34", class: "line dotted red" }), textAt(592, 82, `${name}, yours`, {})] : []),
];

function numbers({ at, value, slope, target, from_logits, yours }) {
  const rows = [
    [from_logits ? "z" : "p", at],
    ["the target after smoothing", target],
    ["loss", value],
    [from_logits ? "derivative ∂L/∂z" : "derivative ∂L/∂p", slope],
    ...(yours === undefined ? [] : [["your loss", yours]]),
  ];
  return rows.flatMap(([label, number], i) => [
    textAt(548, 128 + 26 * i, label, { class: "quiet" }),
    textAt(830, 128 + 26 * i, number === null ? "NaN" : formatNumber(number, 4), {
      "text-anchor": "end",
      class: label === "loss" ? "title" : "",
    }),
  ]);
}

function sentence({ y, at, value, slope, from_logits, label_smoothing, trouble, yours }, name) {
  if (trouble) return [html("b", {}, "✗ "), trouble];
  if (yours === null)
    return [
      html("b", {}, `✗ ${name} returns NaN here. `),
      "log 0 is −∞, and 0 · −∞ is NaN. The library first clips p to the range from 1e-7 to 1 − 1e-7.",
    ];
  if (yours !== undefined && Math.abs(yours - value) > 1e-3) {
    return [
      html("b", {}, `✗ ${name} returns ${formatNumber(yours)}; the library returns ${formatNumber(value)}. `),
      yours < 0
        ? "The loss is negative, and a worse prediction has a lower loss. A network would learn the opposite."
        : "Drag the point to see where they differ.",
    ];
  }
  if (yours !== undefined)
    return [html("b", {}, "✓ "), `Here ${name} and the library agree. Try the other target, too.`];
  const p = from_logits ? 1 / (1 + Math.exp(-at)) : at;
  const right = y ? p : 1 - p;
  if (label_smoothing > 0 && right > 1 - label_smoothing / 2)
    return [
      html("b", {}, "Too confident. "),
      `The smoothed target is ${formatNumber(y ? 1 - label_smoothing / 2 : label_smoothing / 2)}, so from here ` +
        "on, the loss grows again.",
    ];
  if (from_logits)
    return [
      html("b", {}, `Derivative σ(z) − y = ${formatNumber(slope)}. `),
      Math.abs(slope) > 0.9
        ? "The prediction is confident and wrong, so the derivative is large. It is never larger than 1, and there " +
          "is no division by 0."
        : "As a function of z, the loss is almost a straight line where the prediction is wrong, and flat where it " +
          "is right.",
    ];
  if (right <= 1e-7)
    return [
      html("b", {}, "Cut. "),
      "Here p is clipped to 1e-7 or 1 − 1e-7. So the loss is 16.1 and not infinite, and the derivative " + "is 0.",
    ];
  if (right < 0.1)
    return [
      html("b", {}, "Confident and wrong. "),
      `The right answer has the probability ${formatNumber(100 * right)} %, and the loss is ${formatNumber(value)}. ` +
        "With half this " +
        `probability, the loss is larger by ${formatNumber(Math.log(2))}.`,
    ];
  if (right > 0.9)
    return [
      html("b", {}, "Confident and right. "),
      "The loss is small and almost flat, so there is little left to learn.",
    ];
  return [
    html("b", {}, `The right answer has the probability ${formatNumber(100 * right)} %. `),
    `The loss is −log ${formatNumber(right)} = ${formatNumber(value)}, with the natural logarithm.`,
  ];
}

export default { render };
