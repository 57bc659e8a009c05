import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const SUPER = (n) =>
  [...n.toFixed(1).replace(/\.0$/, "")].map((c) => ({ "-": "⁻", ".": "·" })[c] ?? "⁰¹²³⁴⁵⁶⁷⁸⁹"[c]).join("");

function render({ model, el }) {
  const root = createRoot(el, "Step size of a numerical derivative");
  const save = saveDebounced(model);
  const tables = Object.fromEntries(
    Object.entries(model.get("tables")).map(([name, view]) => [name, toNumbers(view, Float64Array)]),
  );
  const lines = Object.fromEntries(Object.entries(model.get("lines")).map(([name, view]) => [name, toNumbers(view)]));
  const near = new Panel({ x: 44, y: 24, width: 330, height: 236, xs: [-1.5, 2.5], ys: [-0.1, 1.1] });
  const vee = drawScale();
  vee.frame.append(textAt(840, 291, "h", { class: "quiet", "text-anchor": "end" }));
  const curve = svg("path", { class: "line blue" });
  const true_ = svg("path", { class: "line thin ink dotted" });
  const secant = svg("path", { class: "line orange" });
  const ends = [0, 1].map(() => svg("circle", { r: 4.5, class: "fill orange" }));
  const point = svg("circle", { r: 4.5, class: "fill blue" });
  const [one, two] = [svg("path", { class: "line dashed green" }), svg("path", { class: "line orange" })];
  const cursor = svg("path", { class: "hair" });
  const dot = svg("path", { class: "fill green" });
  const moveTo = (power) => save({ power: clamp(roundTo(power, 0.1), -16, 0) });
  const grip = handle(
    "h, as a power of ten",
    { low: -16, high: 0, step: 0.1, get: () => model.get("power"), put: moveTo, text: (v) => `10 to the ${v}` },
    svg("circle", { r: 11, class: "ring" }),
    svg("circle", { r: 6, class: "fill orange" }),
  );
  near.inside.append(curve, true_, secant, ...ends, point);
  vee.inside.append(cursor, one, two);
  const surface = svg(
    "g",
    {},
    svg("rect", { x: 470, y: 24, width: 370, height: 236, fill: "transparent", style: "cursor: ew-resize" }),
    vee.node,
    dot,
    grip,
  );
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 300" },
    textAt(44, 15, "two heights, and the line through them", { class: "title" }),
    textAt(470, 15, "error of the derivative", { class: "title" }),
    near.node,
    surface,
    svg("path", { d: "M620 11h26", class: "line dashed green" }),
    textAt(652, 15, "one-sided"),
    svg("path", { d: "M730 11h26", class: "line orange" }),
    textAt(762, 15, "central"),
  );
  onDrag(surface, picture, (px) => moveTo(-16 + ((px - 470) / 370) * 16));
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      select("J", model, "function", save),
      select("numbers", model, "precision", save),
      slider("h", model, "power", { min: -16, max: 0, step: 0.1, text: (v) => `10${SUPER(v)}` }, save),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["function", "precision", "power"], () =>
    draw({ cursor, curve, dot, ends, grip, lines, model, near, one, point, says, secant, tables, true_, two, vee }),
  );
}

function drawScale() {
  const vee = new Panel({ x: 470, y: 24, width: 370, height: 236, xs: [-16, 0], ys: [-16, 2] });
  for (const power of [-15, -10, -5, 0]) {
    vee.frame.append(
      svg("path", { d: `M${vee.px(power)} 24v236`, class: "hair" }),
      textAt(vee.px(power), 275, `10${SUPER(power)}`, { class: "quiet", "text-anchor": "middle" }),
      svg("path", { d: `M470 ${vee.py(power)}h370`, class: "hair" }),
      textAt(463, vee.py(power) + 4, `10${SUPER(power)}`, { class: "quiet", "text-anchor": "end" }),
    );
  }
  return vee;
}

function draw({
  cursor,
  curve,
  dot,
  ends,
  grip,
  lines,
  model,
  near,
  one,
  point,
  says,
  secant,
  tables,
  true_,
  two,
  vee,
}) {
  const [name, kind, power] = ["function", "precision", "power"].map((trait) => model.get(trait));
  const table = tables[`${name}, ${kind}`];
  const [w, slope] = [model.get("places")[name], model.get("derivatives")[name]];
  const count = table.length / 6;
  const chosen = clamp(Math.round((power + 16) * 10), 0, count - 1);
  const row = (i) => table.subarray(6 * i, 6 * i + 6);
  const [h, here, up, down, side, central] = row(chosen);
  const places = Array.from({ length: 201 }, (_, i) => -1.5 + i / 50);
  near.ys = name.startsWith("relu") ? [-0.4, 1.6] : [-0.1, 1.1];
  near.axes([-1, 0, 1, 2], near.yTicks(4), "w");
  curve.setAttribute("d", near.path(places, lines[name]));
  const reach = Math.max(h, 0.5) + 0.4;
  true_.setAttribute("d", near.path([w - reach, w + reach], [here - reach * slope, here + reach * slope]));
  const middle = (up + down) / 2;
  secant.setAttribute("d", near.path([w - reach, w + reach], [middle - reach * central, middle + reach * central]));
  setAttributes(ends[0], { cx: near.px(w - h), cy: near.py(down) }, []);
  setAttributes(ends[1], { cx: near.px(w + h), cy: near.py(up) }, []);
  setAttributes(point, { cx: near.px(w), cy: near.py(here) }, []);
  const error = (value) => Math.abs(value - slope);
  const log = (value) => Math.log10(Math.max(value, 1e-16));
  const powers = Array.from({ length: count }, (_, i) => -16 + i / 10);
  one.setAttribute(
    "d",
    vee.path(
      powers,
      powers.map((_, i) => log(error(row(i)[4]))),
    ),
  );
  two.setAttribute(
    "d",
    vee.path(
      powers,
      powers.map((_, i) => log(error(row(i)[5]))),
    ),
  );
  const x = vee.px(power);
  cursor.setAttribute("d", `M${x} 24v236`);
  const y = vee.py(log(error(side)));
  dot.setAttribute("d", `M${x} ${y - 6}l6 6l-6 6l-6 -6z`);
  grip.setAttribute("transform", `translate(${x} ${vee.py(log(error(central)))})`);
  grip.show();
  says.replaceChildren(...sentence({ name, kind, h, w, up, down, error: error(central), side: error(side) }));
  return {
    function: name,
    precision: kind,
    power,
    h,
    side,
    central,
    errors: [error(side), error(central)],
    says: says.textContent,
  };
}

function sentence({ name, kind, h, w, up, down, error, side }) {
  const off = `Errors: one-sided ${formatNumber(side, 2)}, central ${formatNumber(error, 2)}.`;
  if (up === down)
    return [
      html("b", {}, "h is too small. "),
      `In ${kind}, J(w + h) and J(w − h) are the same number, so the result is 0.`,
    ];
  if (name.startsWith("relu") && h > w)
    return [
      html("b", {}, "On both sides of the corner. "),
      `The distance from w to the corner is ${w}, and h is larger: the left point is on the flat side. ${off}`,
    ];
  const eps = kind === "float64" ? 2.2e-16 : 1.2e-7;
  if (error > 1e-13 && eps / h > error / 30)
    return [
      html("b", {}, "Rounding errors. "),
      "The two losses differ only in their last digits, and the difference of rounded numbers is divided by " +
        `a very small h. A larger h is better here. ${off}`,
    ];
  if (name.startsWith("relu"))
    return [html("b", {}, "Right. "), `Both points are on the same straight line, so the difference is exact. ${off}`];
  return [
    html("b", {}, "The curve is not straight. "),
    "The line through two points is not the tangent. The central error is proportional to h², the one-sided error " +
      `to h. ${off}`,
  ];
}

export default { render };
