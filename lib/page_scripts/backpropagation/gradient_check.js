import { controlBar } from "../controls/bar.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { kernelState } from "../transport/kernel_state.js";

const BASE = { x: 60, y: 30, width: 520, height: 210 };

function render({ model, el }) {
  const root = createRoot(el, `Gradient check of ${model.get("name")}`);
  const { request, drawWith } = kernelState(model);
  const scene = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 284" }, scene);
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(slider("h", model, "power", { min: -12, max: 0, step: 1, text: (v) => formatNumber(10 ** v) }, request)),
    picture,
    says,
  );

  drawWith(root, [], (shown) => {
    const { analytic, numeric, error } = shown;
    const all = [...analytic, ...numeric].filter(Number.isFinite);
    const reach = 1.15 * Math.max(1e-9, ...all.map(Math.abs));
    const count = Math.max(numeric.length, 1);
    const panel = new Panel({ ...BASE, xs: [-0.5, count - 0.5], ys: [-reach, reach] });
    panel.axes([], ticks(-reach, reach, 4));
    const wide = Math.min(30, (BASE.width / count) * 0.34);
    let wrong = 0;
    numeric.forEach((slope, i) => {
      const x = panel.px(i);
      const bar = (value, left, kind) =>
        svg("rect", {
          x: left,
          y: Math.min(panel.py(value), panel.py(0)),
          width: wide,
          height: Math.max(1, Math.abs(panel.py(value) - panel.py(0))),
          class: kind,
        });
      panel.inside.append(bar(slope, x - wide - 1, "line thin blue"));
      if (Number.isFinite(analytic[i])) panel.inside.append(bar(analytic[i], x + 1, "fill orange"));
      const bad = analytic.length && !(Math.abs(analytic[i] - slope) <= 1e-4 * reach);
      wrong += bad ? 1 : 0;
      panel.frame.append(
        textAt(x, 258, `${i}${bad ? " ✗" : ""}`, { class: bad ? "fill red" : "quiet", "text-anchor": "middle" }),
      );
    });
    panel.frame.append(textAt(60 + BASE.width, 276, "entry of w", { class: "quiet", "text-anchor": "end" }));
    scene.replaceChildren(panel.node, ...side(model.get("name"), error, analytic.length));
    says.replaceChildren(html("b", {}, shown.agrees ? "✓ " : "✗ "), shown.says);
    return { power: shown.power, analytic, numeric, error, wrong, says: shown.says };
  });
}

// The legend, and the error on a scale from 10⁻¹² to 1 with the two marks of the rule of thumb.
function side(name, error, given) {
  const place = (value) => 620 + 210 * clamp((Math.log10(Math.max(value, 1e-12)) + 12) / 12, 0, 1);
  const nodes = [
    svg("rect", { x: 620, y: 34, width: 14, height: 12, class: "line thin blue" }),
    textAt(644, 45, "numerical"),
    svg("rect", { x: 620, y: 56, width: 14, height: 12, class: "fill orange" }),
    textAt(644, 67, name.length > 26 ? `${name.slice(0, 25)}…` : name),
    textAt(620, 122, "‖a − n‖ / (‖a‖ + ‖n‖)", { class: "title" }),
    svg("path", { d: "M620 172h210", class: "line thin ink" }),
  ];
  for (const [text, value] of Object.entries({ "10⁻¹²": 1e-12, "10⁻⁷": 1e-7, "10⁻³": 1e-3, 1: 1 })) {
    nodes.push(
      svg("path", { d: `M${place(value)} 166v12`, class: "line thin ink" }),
      textAt(place(value), 194, text, { class: "quiet", "text-anchor": "middle" }),
    );
  }
  nodes.push(
    textAt((place(1e-12) + place(1e-7)) / 2, 212, "well", { class: "quiet", "text-anchor": "middle" }),
    textAt((place(1e-3) + 830) / 2, 212, "mistake", { class: "quiet", "text-anchor": "middle" }),
  );
  if (error !== null)
    nodes.push(
      svg("path", { d: `M${place(error)} 170l-6 -11h12z`, class: `fill ${error < 1e-6 ? "green" : "red"}` }),
      textAt(place(error), 153, formatNumber(error, 2), {
        class: `fill ${error < 1e-6 ? "green" : "red"}`,
        "text-anchor": "middle",
      }),
    );
  else nodes.push(textAt(620, 153, given ? "no number" : "nothing to compare", { class: "quiet" }));
  return nodes;
}

export default { render };
