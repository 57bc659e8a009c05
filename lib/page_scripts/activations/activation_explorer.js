import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { FunctionTable } from "../drawing/function_table.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

function render({ model, el }) {
  const root = createRoot(el, "Activation explorer");
  const save = saveDebounced(model);
  const curves = Object.fromEntries(
    Object.entries(model.get("tables")).map(([name, view]) => [name, new FunctionTable(view)]),
  );
  const panel = new Panel({ x: 40, y: 12, width: 430, height: 270, xs: [-8, 8], ys: [-1.5, 2.5] });
  panel.axes([-8, -4, 0, 4, 8], [-1, 0, 1, 2], "z = w₁ · x");
  const tangent = svg("path", { class: "line thin ink" });
  const slopes = svg("path", { class: "line dashed orange" });
  const heights = svg("path", { class: "line blue" });
  const cursor = svg("path", { class: "hair" });
  const foot = svg("path", { class: "fill orange" });
  const height = textAt(88, 32, "", { class: "fill blue" });
  const slope = textAt(88, 52, "", { class: "fill orange" });
  const key = svg(
    "g",
    {},
    svg("path", { d: "M52 28h28", class: "line blue" }),
    svg("path", { d: "M52 48h28", class: "line dashed orange" }),
  );
  const moveTo = (z) => save({ z: clamp(roundTo(z, 0.01), -8, 8) });
  const grip = handle(
    "z",
    { low: -8, high: 8, step: 0.1, get: () => model.get("z"), put: moveTo },
    svg("circle", { r: 11, class: "ring" }),
    svg("circle", { r: 6, class: "fill blue" }),
  );
  const chain = bars();
  panel.inside.append(cursor, tangent, slopes, heights);
  const surface = svg(
    "g",
    {},
    svg("rect", { x: 40, y: 12, width: 430, height: 270, fill: "transparent", style: "cursor: ew-resize" }),
    panel.node,
    key,
    height,
    slope,
    foot,
    grip,
  );
  const picture = svg("svg", { viewBox: "0 0 848 316" }, surface, chain.node);
  onDrag(surface, picture, (x) => moveTo(-8 + ((x - 40) / 430) * 16));
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      select("activation", model, "activation", save),
      slider("input x", model, "x", { min: -2, max: 2, step: 0.1 }, save),
      slider("target y", model, "y", { min: -1, max: 1, step: 0.1 }, save),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["activation", "z", "x", "y"], () =>
    draw({ chain, cursor, curves, foot, grip, height, heights, model, panel, says, slope, slopes, tangent }),
  );
}

function draw({ chain, cursor, curves, foot, grip, height, heights, model, panel, says, slope, slopes, tangent }) {
  const [name, z, x, y] = ["activation", "z", "x", "y"].map((trait) => model.get(trait));
  const curve = curves[name];
  const [c, m] = [curve.at(z), curve.derivative(z)];
  const zs = Array.from({ length: 641 }, (_, i) => -8 + i / 40);
  heights.setAttribute(
    "d",
    panel.path(
      zs,
      zs.map((v) => curve.at(v)),
    ),
  );
  slopes.setAttribute(
    "d",
    panel.path(
      zs,
      zs.map((v) => curve.derivative(v)),
    ),
  );
  tangent.setAttribute("d", panel.path([z - 2.5, z + 2.5], [c - 2.5 * m, c + 2.5 * m]));
  const [px, py, qy] = [panel.px(z), clamp(panel.py(c), 12, 282), panel.py(m)];
  cursor.setAttribute("d", `M${px} 12v270`);
  grip.setAttribute("transform", `translate(${px} ${py})`);
  grip.show();
  foot.setAttribute("d", `M${px} ${qy - 6}l6 6l-6 6l-6 -6z`);
  height.textContent = `f(z) = ${formatNumber(c)}`;
  slope.textContent = `f′(z) = ${formatNumber(m)}`;
  const factors = [2 * (c - y), m, x];
  chain.show(factors, m);
  says.textContent = sentence(name, factors);
  return { activation: name, z, height: c, slope: m, factors, gradient: factors[0] * m * x, ten: m ** 10 };
}

/** @type {(name: string, factors: number[]) => string} */
function sentence(name, [error, slope]) {
  if (Math.abs(error) < 0.02) return "The output c is close to the target y, so the gradient is small.";
  if (slope === 0) return "f′(z) = 0, so the gradient ∂J/∂w₁ is 0. This example does not change w₁.";
  const product = `the gradient ∂J/∂w₁ is ${formatNumber(slope)} times ∂J/∂c · x.`;
  return Math.abs(slope) < 0.05 ? `${name} saturates at this z: ${product}` : `At this z, ${product}`;
}

// Three bars for the factors of the chain rule, one for their product, and ten for the powers of f′(z).
function bars() {
  const [left, zero, unit] = [520, 712, 31];
  const rows = [
    ["∂J/∂c = 2(c − y)", "blue"],
    ["∂c/∂z = f′(z)", "orange"],
    ["∂z/∂w₁ = x", "green"],
    ["∂J/∂w₁ = product", "ink"],
  ];
  const node = svg("g");
  const parts = rows.map(([label, colour], i) => {
    const y = 26 + i * 31 + (i === 3 ? 8 : 0);
    const bar = svg("rect", { y: y - 8, height: 15, rx: 2, class: `fill ${colour}` });
    const value = svg("text", { y: y + 4 });
    node.append(textAt(left, y + 4, label, { class: i === 3 ? "title" : "" }), bar, value);
    return { bar, value };
  });
  node.append(
    svg("path", { d: `M${zero} 10v146`, class: "hair" }),
    svg("path", { d: `M${left} 105h328`, class: "hair" }),
    textAt(left, 191, "Product of k equal derivatives: f′(z)ᵏ", { class: "title" }),
  );
  const scale = (value) => 74 * clamp(1 + Math.log10(value) / 10, 0, 1.25);
  for (const power of [0, -5, -10]) {
    const y = 280 - scale(10 ** power);
    node.append(
      svg("path", { d: `M${left + 38} ${y}h290`, class: "hair" }),
      textAt(left + 32, y + 4, ["1", "10⁻⁵", "10⁻¹⁰"][-power / 5], { class: "quiet", "text-anchor": "end" }),
    );
  }
  const stairs = Array.from({ length: 10 }, (_, i) => {
    const x = left + 46 + i * 28.5;
    const step = svg("rect", { x, width: 20, rx: 2, class: "fill orange" });
    const none = textAt(x + 10, 276, "0", { "text-anchor": "middle" });
    node.append(step, none, textAt(x + 10, 296, String(i + 1), { class: "quiet", "text-anchor": "middle" }));
    return { step, none };
  });
  const ten = textAt(848, 312, "", { class: "fill orange", "text-anchor": "end" });
  node.append(ten);
  const show = (factors, slope) => {
    [...factors, factors.reduce((a, b) => a * b)].forEach((value, i) => {
      const length = clamp(Math.abs(value) * unit, value === 0 ? 0 : 1, 134);
      const negative = value < 0;
      setAttributes(
        parts[i].bar,
        { x: negative ? Math.max(zero - length, zero - 66) : zero, width: negative ? Math.min(length, 66) : length },
        [],
      );
      setAttributes(parts[i].value, { x: negative ? zero + 6 : zero + length + 6 }, []);
      parts[i].value.textContent = formatNumber(value);
    });
    stairs.forEach(({ step, none }, i) => {
      const tall = slope > 0 ? scale(slope ** (i + 1)) : 0;
      setAttributes(step, { y: 280 - tall, height: tall }, []);
      none.setAttribute("visibility", slope === 0 ? "visible" : "hidden");
    });
    ten.textContent = `f′(z)¹⁰ = ${formatNumber(slope ** 10)}`;
  };
  return { node, show };
}

export default { render };
