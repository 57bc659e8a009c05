import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const STEPS = 61;
const strength = (i) => 10 ** (-2 + (3 * i) / 60);
const DASHES = ["", "7 4", "2 3", "10 3 2 3", "14 4", "4 2"];

function render({ model, el }) {
  const root = createRoot(el, "Paths of the weights");
  const save = saveDebounced(model);
  const names = model.get("names");
  const all = toNumbers(model.get("paths"));
  const weight = (kind, i, j) => all[(kind * STEPS + i) * names.length + j];
  const top = 1.1 * Math.max(...all.map(Math.abs));
  const panels = ["L1: λ Σ |w|", "L2: λ Σ w²"].map((title, kind) => side(title, kind, { names, weight, top }));
  const picture = svg("svg", { viewBox: "0 0 848 316" }, ...panels.map((panel) => panel.node));
  panels.forEach(({ zone, x }) => {
    onDrag(zone, picture, (px) => save({ place: clamp(Math.round(((px - x) / 228) * 60), 0, 60) }));
  });
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      slider(
        "strength λ",
        model,
        "place",
        { min: 0, max: 60, step: 1, text: (i) => formatNumber(strength(i), 2) },
        save,
      ),
    ),
    picture,
    says,
  );
  drawOnChange(root, model, ["place"], () => {
    const place = model.get("place");
    const zeros = panels.map((panel) => panel.show(place));
    const kept = names.filter((_, j) => weight(0, place, j) !== 0);
    const smallest = Math.min(...names.map((_, j) => Math.abs(weight(1, place, j))));
    says.textContent =
      zeros[0] === 0
        ? `With λ = ${formatNumber(strength(place), 2)}, no weight is exactly 0.`
        : `L1 makes ${zeros[0]} of ${names.length} weights exactly 0` +
          `${kept.length ? ` (not 0: ${kept.join(", ")})` : ""}. L2 makes no weight exactly 0. The smallest ` +
          `absolute value is ${formatNumber(smallest)}.`;
    return {
      place,
      strength: strength(place),
      zeros,
      weights: [0, 1].map((kind) => names.map((_, j) => weight(kind, place, j))),
      says: says.textContent,
    };
  });
}

function side(title, kind, { names, weight, top }) {
  const x = 40 + kind * 428;
  const panel = new Panel({ x, y: 26, width: 228, height: 236, xs: [0, 60], ys: [-top, top] });
  panel.axes([], ticks(-top, top, 4), "λ");
  for (const i of [0, 20, 40, 60]) {
    panel.frame.append(
      svg("path", { d: `M${panel.px(i)} 26v236`, class: "hair" }),
      textAt(panel.px(i), 277, String(strength(i)), { class: "quiet", "text-anchor": "middle" }),
    );
  }
  const places = Array.from({ length: STEPS }, (_, i) => i);
  const hues = ["blue", "orange", "green", "red", "ink"];
  names.forEach((_, j) => {
    panel.inside.append(
      svg("path", {
        d: panel.path(
          places,
          places.map((i) => weight(kind, i, j)),
        ),
        class: `line ${hues[j % 5]}`,
        "stroke-dasharray": DASHES[j % 6],
      }),
    );
  });
  panel.inside.append(svg("path", { d: `M${x} ${panel.py(0)}h228`, class: "line thin ink" }));
  const cursor = svg("path", { class: "line thin ink" });
  const values = names.map((name, j) => {
    const value = textAt(x + 378, 0, "", { "text-anchor": "end" });
    return {
      value,
      key: svg("path", { class: `line ${hues[j % 5]}`, "stroke-dasharray": DASHES[j % 6] }),
      label: textAt(x + 264, 0, name),
    };
  });
  const lines = values.flatMap(({ value, key, label }, j) => {
    const y = 46 + j * Math.min(27, 230 / names.length);
    value.setAttribute("y", y);
    label.setAttribute("y", y);
    key.setAttribute("d", `M${x + 236} ${y - 4}h22`);
    return [key, label, value];
  });
  const count = textAt(x, 302, "", { class: "title" });
  const zone = svg(
    "g",
    { style: "cursor: ew-resize" },
    svg("rect", { x, y: 26, width: 228, height: 236, fill: "transparent" }),
    panel.node,
    cursor,
  );
  const show = (place) => {
    cursor.setAttribute("d", `M${panel.px(place)} 26v236`);
    values.forEach(({ value }, j) => {
      const w = weight(kind, place, j);
      value.textContent = w === 0 ? "0" : w.toFixed(3).replace("-", "−");
      value.setAttribute("class", w === 0 ? "quiet" : "title");
    });
    const zeros = names.filter((_, j) => weight(kind, place, j) === 0).length;
    count.textContent = `exactly 0: ${zeros} of ${names.length}`;
    return zeros;
  };
  return { node: svg("g", {}, textAt(x, 14, title, { class: "title" }), zone, ...lines, count), zone, x, show };
}

export default { render };
