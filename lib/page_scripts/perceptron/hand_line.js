import { controlBar } from "../controls/bar.js";
import { checkbox } from "../controls/checkbox.js";
import { onDrag } from "../controls/drag.js";
import { handle, pointHandle } from "../controls/handle.js";
import { slider } from "../controls/slider.js";
import { classPoints } from "../drawing/class_points.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { interpolate } from "../drawing/function_table.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers, toRows } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const [SIDE, REACH, ARROW] = [340, 3, 0.5];

function render({ model, el }) {
  const root = createRoot(el, "Perceptron's line");
  const save = saveDebounced(model);
  const sigmoid = interpolate(toNumbers(model.get("table")), -40, 0.02);
  const dots = toRows(toNumbers(model.get("dots")), 3);
  const panel = new Panel({ x: 28, y: 10, width: SIDE, height: SIDE, xs: [-REACH, REACH], ys: [-REACH, REACH] });
  panel.axes([-3, -2, -1, 0, 1, 2, 3], [-3, -2, -1, 0, 1, 2, 3], "x₁");
  panel.frame.append(textAt(panel.x + 5, 24, "x₂", { class: "quiet halo" }));
  const picture = svg("svg", { viewBox: "0 0 848 388" });
  const yes = svg("path", { class: "fill green", opacity: 0.14 });
  const line = svg("path", { class: "line ink" });
  const soft = svg("path", { class: "line thin dotted ink" });
  const shaft = svg("path", { class: "line blue" });
  const marks = svg("g");
  const sides = [
    textAt(0, 0, "ŷ > ½", { class: "fill green halo", "text-anchor": "middle" }),
    textAt(0, 0, "ŷ < ½", { class: "fill red halo", "text-anchor": "middle" }),
  ];
  const get = (...names) => names.map((name) => model.get(name));
  const tip = pointHandle(
    "weights w₁, w₂",
    panel,
    picture,
    { low: -4, high: 4, step: 0.1, scale: ARROW, get: () => get("w1", "w2"), put: ([w1, w2]) => save({ w1, w2 }) },
    svg("circle", { r: 11, class: "ring" }),
    svg("circle", { r: 6, class: "fill blue" }),
  );
  const point = pointHandle(
    "point x₁, x₂",
    panel,
    picture,
    { low: -REACH, high: REACH, step: 0.1, get: () => get("x1", "x2"), put: ([x1, x2]) => save({ x1, x2 }) },
    svg("circle", { r: 12, class: "ring" }),
    svg("path", { d: "M0 -8l8 8l-8 8l-8 -8z", class: "fill ink" }),
  );
  const moved = (w0) => save({ w0: clamp(roundTo(w0, 0.1), -6, 6) });
  const slide = handle(
    "bias w₀",
    { low: -6, high: 6, step: 0.1, get: () => model.get("w0"), put: moved },
    svg("circle", { r: 11, class: "ring" }),
    svg("rect", { x: -6, y: -6, width: 12, height: 12, class: "fill orange" }),
  );
  onDrag(slide, picture, (x, y) => {
    const at = [((x - panel.x) / SIDE) * 2 * REACH - REACH, REACH - ((y - panel.y) / SIDE) * 2 * REACH];
    moved(-(model.get("w1") * at[0] + model.get("w2") * at[1]));
  });
  const sum = workings({ sigmoid });
  panel.inside.append(yes, soft, line, marks, shaft, ...sides);
  picture.append(panel.node, slide, tip, point, sum.node);
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      slider("w₀", model, "w0", { min: -6, max: 6, step: 0.1 }, save),
      slider("w₁", model, "w1", { min: -4, max: 4, step: 0.1 }, save),
      slider("w₂", model, "w2", { min: -4, max: 4, step: 0.1 }, save),
      checkbox("with bias", model, "bias", save),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["w0", "w1", "w2", "x1", "x2", "bias"], () =>
    draw({ dots, get, line, marks, panel, point, says, shaft, sides, sigmoid, slide, soft, sum, tip, yes }),
  );
}

// One bar for each term of the sum and one for the sum, above a plot of the sigmoid.
function workings({ sigmoid }) {
  const [left, zero, unit] = [420, 690, 10];
  const node = svg("g");
  const rows = ["orange", "blue", "blue", "ink"].map((colour, i) => {
    const y = 30 + i * 30 + (i === 3 ? 8 : 0);
    const bar = svg("rect", { y: y - 9, height: 16, rx: 2, class: `fill ${colour}` });
    const label = textAt(left, y + 4, "", { class: i === 3 ? "title" : "" });
    const value = svg("text", { y: y + 4 });
    node.append(label, bar, value);
    return { bar, label, value };
  });
  const plot = new Panel({ x: 450, y: 190, width: 380, height: 140, xs: [-10, 10], ys: [-0.1, 1.1] });
  plot.axes([-10, -5, 0, 5, 10], [0, 0.5, 1], "z");
  const zs = Array.from({ length: 201 }, (_, i) => -10 + i / 10);
  const place = svg("circle", { r: 6, class: "fill ink" });
  const drop = svg("path", { class: "line thin dotted ink" });
  const output = textAt(left, 176, "", { class: "title" });
  plot.inside.append(svg("path", { d: plot.path(zs, zs.map(sigmoid)), class: "line green" }), drop);
  node.append(svg("path", { d: `M${zero} 12v128M${left} 110h428`, class: "hair" }), output, plot.node, place);
  const show = ({ w0, w1, w2, x1, x2, z, y, bias }) => {
    const n = (v) => (v < 0 ? `(${formatNumber(v)})` : formatNumber(v));
    const labels = [
      bias ? `w₀ = ${formatNumber(w0)}` : "no bias",
      `w₁ x₁ = ${n(w1)} · ${n(x1)} = ${formatNumber(w1 * x1)}`,
      `w₂ x₂ = ${n(w2)} · ${n(x2)} = ${formatNumber(w2 * x2)}`,
      `sum z = ${formatNumber(z)}`,
    ];
    [w0, w1 * x1, w2 * x2, z].forEach((v, i) => {
      const length = Math.min(Math.abs(v) * unit, v < 0 ? 110 : 128);
      setAttributes(rows[i].bar, { x: v < 0 ? zero - length : zero, width: length }, []);
      rows[i].label.textContent = labels[i];
      setAttributes(rows[i].value, { x: v < 0 ? zero + 6 : zero - 6, "text-anchor": v < 0 ? "start" : "end" }, []);
      rows[i].value.textContent = "";
    });
    const at = clamp(z, -10, 10);
    setAttributes(place, { cx: plot.px(at), cy: plot.py(y) }, []);
    drop.setAttribute("d", `M${plot.px(at)} ${plot.py(-0.1)}V${plot.py(y)}`);
    output.textContent = `ŷ = σ(z) = ${formatNumber(y)}`;
  };
  return { node, show };
}

function draw({ dots, get, line, marks, panel, point, says, shaft, sides, sigmoid, slide, soft, sum, tip, yes }) {
  const [given, w1, w2, x1, x2, bias] = get("w0", "w1", "w2", "x1", "x2", "bias");
  const w0 = bias ? given : 0;
  const long = Math.hypot(w1, w2);
  // The point of the line z = level that is nearest to the origin, and the line through it.
  const foot = (level) => (long ? [((level - w0) * w1) / long ** 2, ((level - w0) * w2) / long ** 2] : [0, 0]);
  const along = (level) => {
    const [fx, fy] = foot(level);
    const [dx, dy] = [(-w2 / long) * 20, (w1 / long) * 20];
    return [
      [fx - dx, fy - dy],
      [fx + dx, fy + dy],
    ];
  };
  const path = (points) =>
    panel.path(
      points.map((p) => p[0]),
      points.map((p) => p[1]),
    );
  const far = along(0);
  /** @type {(place: number[]) => number[]} */
  const beyond = ([x, y]) => [x + (w1 / long) * 20, y + (w2 / long) * 20];
  line.setAttribute("d", long ? path(far) : "");
  // Where ŷ is 0.1 and 0.9: the sum there is ∓2.197.
  soft.setAttribute("d", long ? path(along(2.1972)) + path(along(-2.1972)) : "");
  yes.setAttribute("d", long ? `${path([...far, beyond(far[1]), beyond(far[0])])}Z` : "");
  shaft.setAttribute("d", panel.path([0, w1 * ARROW], [0, w2 * ARROW]));
  const [fx, fy] = foot(0);
  sides.forEach((label, i) => {
    const away = (i ? -1 : 1) * 0.75;
    const shift = 1.5;
    const at = long
      ? [fx + (w1 / long) * away + (w2 / long) * shift, fy + (w2 / long) * away - (w1 / long) * shift]
      : [0, 9];
    setAttributes(
      label,
      {
        x: clamp(panel.px(at[0]), panel.x + 24, panel.x + SIDE - 24),
        y: clamp(panel.py(at[1]), panel.y + 14, panel.y + SIDE - 6),
      },
      [],
    );
  });
  const crosses = Math.abs(w0) < REACH * (Math.abs(w1) + Math.abs(w2));
  const inside = long > 0 && Math.abs(fx) <= REACH && Math.abs(fy) <= REACH;
  slide.setAttribute("visibility", bias && inside ? "visible" : "hidden");
  slide.setAttribute("transform", `translate(${panel.px(fx)} ${panel.py(fy)})`);
  for (const node of [slide, tip, point]) node.show();
  const wrong = dots.filter(([a, b, kind]) => w0 + w1 * a + w2 * b > 0 !== kind > 0);
  marks.replaceChildren(
    ...classPoints(dots.map((dot) => [panel.px(dot[0]), panel.py(dot[1]), dot[2], wrong.includes(dot)])),
  );
  const z = w0 + w1 * x1 + w2 * x2;
  const y = sigmoid(z);
  sum.show({ w0, w1, w2, x1, x2, z, y, bias });
  const right = dots.length - wrong.length;
  says.replaceChildren(...sentence({ long, crosses, bias, w0, w1, w2, right, of: dots.length, y }));
  return {
    w: [w0, w1, w2],
    x: [x1, x2],
    z,
    y,
    line: w2 ? [-1, 0, 1].map((a) => -(w0 + w1 * a) / w2) : null,
    right,
    of: dots.length,
  };
}

function sentence({ long, crosses, bias, w0, w1, w2, right, of, y }) {
  const count = of ? [html("b", {}, `${right} of ${of} right. `)] : [];
  if (!long) return [...count, "Both weights are 0, so ŷ does not depend on x, and there is no decision boundary."];
  if (!bias) return [...count, "Without a bias, z is 0 at the origin, so the line always goes through the origin."];
  if (!crosses)
    return [...count, "The line is outside of the picture, so the prediction is the same for all x in the picture."];
  if (of && right === of)
    return [...count, "All points are on the right side of the line. Other lines can do this too."];
  if (of)
    return [
      ...count,
      "Circles mark points on the wrong side. Drag the arrow to turn the line, and the square to move it.",
    ];
  const formula =
    `${formatNumber(w0)} ${w1 < 0 ? "−" : "+"} ${formatNumber(Math.abs(w1))} x₁ ${w2 < 0 ? "−" : "+"} ` +
    `${formatNumber(Math.abs(w2))} x₂ = 0`;
  const side =
    Math.abs(y - 0.5) < 0.005
      ? "x lies on the line, so ŷ = ½."
      : `x lies on the side where ŷ ${y > 0.5 ? ">" : "<"} ½.`;
  return [`The line is ${formula}. ${side} On the dotted lines ŷ is 0.1 and 0.9.`];
}

export default { render };
