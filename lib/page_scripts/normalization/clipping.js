import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { kernelState } from "../transport/kernel_state.js";

function render({ model, el }) {
  const root = createRoot(el, "Clipping");
  const { request, drawWith } = kernelState(model);
  const panel = new Panel({ x: 40, y: 12, width: 340, height: 340, xs: [-4, 4], ys: [-4, 4] });
  panel.axes([-4, -2, 0, 2, 4], [-4, -2, 0, 2, 4], "∂J/∂w₁");
  const square = svg("rect", { class: "line thin blue dashed" });
  const circle = svg("circle", { class: "line thin orange dotted", cx: panel.px(0), cy: panel.py(0) });
  const [whole, value, norm] = [
    svg("path", { class: "line thin ink" }),
    svg("path", { class: "line blue dashed" }),
    svg("path", { class: "line orange wide" }),
  ];
  const mine = svg("path", { class: "line green dotted" });
  panel.inside.append(square, circle, norm, value, whole, mine);
  const set = (x, y) => request({ gradient: [clamp(roundTo(x, 0.05), -4, 4), clamp(roundTo(y, 0.05), -4, 4)] });

  const grips = [along("gradient of w₁", 0, false, { model, set }), along("gradient of w₂", 1, true, { model, set })];
  const tip = svg("g", { style: "cursor: grab" }, svg("circle", { r: 6, class: "fill ink" }), ...grips);
  const ends = [
    svg("rect", { width: 10, height: 10, class: "fill blue" }),
    svg("circle", { r: 6, class: "fill orange" }),
    svg("path", { d: "M-7 6h14l-7 -13z", class: "fill green" }),
  ];
  const surface = svg(
    "g",
    {},
    svg("rect", { x: 40, y: 12, width: 340, height: 340, fill: "transparent", style: "cursor: crosshair" }),
    panel.node,
    ...ends,
    tip,
  );
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 384" },
    surface,
    textAt(panel.x + 6, panel.y + 14, "∂J/∂w₂", { class: "quiet halo" }),
  );
  onDrag(surface, picture, (x, y) => set(((x - 40) / 340) * 8 - 4, 4 - ((y - 12) / 340) * 8));
  const lines = [
    ["gradient", "ink", "disc, thin arrow"],
    ["by value", "blue", "square, dashed arrow"],
    ["by norm", "orange", "disc, broad arrow"],
  ].map(([name, colour, shape], i) => {
    const y = 50 + 92 * i;
    const [text, turn] = [textAt(450, y + 24, ""), textAt(450, y + 46, "")];
    picture.append(
      textAt(450, y, name, { class: `fill ${colour}` }),
      textAt(560, y, shape, { class: "quiet" }),
      text,
      turn,
    );
    return { text, turn };
  });
  const yours = textAt(450, 326, "", { class: "fill green" });
  picture.append(yours);
  const says = html("p", { class: "says", role: "status" });
  root.append(controlBar(slider("limit", model, "limit", { min: 0.2, max: 4, step: 0.1 }, request)), picture, says);

  drawWith(root, [], (shown) =>
    draw(shown, { circle, ends, grips, lines, mine, norm, panel, says, square, tip, value, whole, yours }),
  );
}

function along(label, i, vertical, { model, set }) {
  return handle(
    label,
    {
      low: -4,
      high: 4,
      step: 0.1,
      vertical,
      get: () => model.get("gradient")[i],
      put: (v) => set(...model.get("gradient").with(i, v)),
    },
    i
      ? svg("path", { d: "M0 -14l4 7h-8z", class: "fill ink" })
      : svg("path", { d: "M14 0l-7 4v-8z", class: "fill ink" }),
    svg(
      "rect",
      i
        ? { x: -9, y: -18, width: 18, height: 12, class: "ring" }
        : { x: 6, y: -9, width: 12, height: 18, class: "ring" },
    ),
  );
}

function draw(
  { gradient, limit, by_value, by_norm, turned, own, verdict },
  { circle, ends, grips, lines, mine, norm, panel, says, square, tip, value, whole, yours },
) {
  const arrow = ([x, y]) => `M${panel.px(0)} ${panel.py(0)}L${panel.px(x)} ${panel.py(y)}`;
  setAttributes(
    square,
    {
      x: panel.px(-limit),
      y: panel.py(limit),
      width: panel.px(limit) - panel.px(-limit),
      height: panel.py(-limit) - panel.py(limit),
    },
    [],
  );
  circle.setAttribute("r", panel.px(limit) - panel.px(0));
  [
    [whole, gradient],
    [value, by_value],
    [norm, by_norm],
  ].forEach(([node, v]) => {
    node.setAttribute("d", arrow(v));
  });
  setAttributes(ends[0], { x: panel.px(by_value[0]) - 5, y: panel.py(by_value[1]) - 5 }, []);
  setAttributes(ends[1], { cx: panel.px(by_norm[0]), cy: panel.py(by_norm[1]) }, []);
  mine.setAttribute("d", own ? arrow(own) : "");
  ends[2].setAttribute("transform", own ? `translate(${panel.px(own[0])} ${panel.py(own[1])})` : "translate(-99 -99)");
  ends[2].setAttribute("visibility", own ? "visible" : "hidden");
  yours.textContent = own
    ? `your function: (${formatNumber(own[0])}, ${formatNumber(own[1])}), triangle, dotted arrow`
    : "";
  tip.setAttribute("transform", `translate(${panel.px(gradient[0])} ${panel.py(gradient[1])})`);
  grips.forEach((grip) => {
    grip.show();
  });
  [gradient, by_value, by_norm].forEach((v, i) => {
    lines[i].text.textContent =
      `(${formatNumber(v[0])}, ${formatNumber(v[1])}), length ${formatNumber(Math.hypot(...v))}`;
    lines[i].turn.textContent = i ? `turned by ${formatNumber(turned[i - 1], 2)}°` : "";
  });
  says.textContent = verdict || sentence(gradient, limit, turned);
  return { gradient, limit, by_value, by_norm, turned, own, verdict };
}

function sentence(g, limit, turned) {
  if (Math.hypot(...g) <= limit) return "The gradient is shorter than the limit, so neither rule changes it.";
  if (Math.max(...g.map(Math.abs)) <= limit)
    return "The norm is larger than the limit, but no entry is. Clipping by value changes nothing.";
  if (turned[0] < 0.5)
    return "Here both rules keep the direction, because both entries have the same size or one of them is 0.";
  return (
    `Clipping by value changes the direction by ${formatNumber(turned[0], 2)}°. Clipping by norm makes the gradient ` +
    "shorter and keeps its direction."
  );
}

export default { render };
