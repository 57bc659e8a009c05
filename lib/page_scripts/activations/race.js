import { controlBar } from "../controls/bar.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const SIGNS = { same: "✓ ", parts: "✗ ", unusable: "✗ " };

function render({ model, el }) {
  const root = createRoot(el, `Race of ${model.get("name")} against ${model.get("reference")}`);
  const { request, drawWith } = kernelState(model, (said, curves) => ({
    ...said,
    curves: toNumbers(curves, Float64Array),
  }));
  const top = { x: 56, y: 14, width: 560, height: 190 };
  const low = { x: 56, y: 250, width: 560, height: 74 };
  const layers = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 360" }, layers);
  const says = html("p", { class: "says", role: "status" });
  // The slider sets the exponent of a power of ten.
  const power = { get: () => Math.log10(model.get("reach")), on: (_, listener) => model.on("change:reach", listener) };
  root.append(
    controlBar(
      slider(
        "range of z",
        power,
        "power",
        { min: 0, max: 3, step: 0.02, text: (v) => `±${formatNumber(10 ** v)}` },
        (told) => request({ reach: Number((10 ** told.power).toPrecision(3)) }),
      ),
    ),
    picture,
    says,
  );
  const legend = () =>
    svg(
      "g",
      {},
      svg("path", { d: "M648 28h34", class: "line wide blue" }),
      textAt(692, 32, `${model.get("reference")}, the reference`),
      svg("path", { d: "M648 52h34", class: "line dashed orange" }),
      textAt(692, 56, short(`${model.get("name")}, yours`)),
    );

  drawWith(root, [], (shown) => draw(shown, { layers, legend, low, says, top }));
}

function draw(shown, { layers, legend, low, says, top }) {
  layers.replaceChildren();
  const count = shown.verdict === "unusable" ? 2 : 3;
  const length = shown.curves.length / count;
  const [z, theirs, yours] = [0, 1, 2].map((i) => [...shown.curves.subarray(i * length, (i + 1) * length)]);
  const within = 4 * Math.max(1, ...theirs.map(Math.abs));
  const finite = [...theirs, ...yours.filter((v) => Math.abs(v) < within)].filter(Number.isFinite);
  const [bottom, peak] = [Math.min(...finite), Math.max(...finite)];
  const margin = 0.12 * (peak - bottom || 1);
  const xs = [-shown.reach, shown.reach];
  const above = new Panel({
    ...top,
    xs,
    ys: [bottom - margin * (yours.every(Number.isFinite) ? 1 : 3), peak + margin],
  });
  above.axes(above.xTicks(6), above.yTicks(4));
  above.inside.append(
    svg("path", { d: above.path(z, theirs), class: "line wide blue" }),
    svg("path", { d: above.path(z, yours), class: "line dashed orange" }),
  );
  layers.append(above.node, legend(), table(shown.far));
  const gaps = yours.map((v, i) => v - theirs[i]);
  const largest = Math.max(0, ...gaps.filter(Number.isFinite).map(Math.abs));
  // Differences below a millionth come from rounding, so they are drawn as a flat line.
  const span = 1.2 * Math.max(largest, 1e-6);
  const below = new Panel({ ...low, xs, ys: [-span, span] });
  below.axes(below.xTicks(6), [-span / 1.2, 0, span / 1.2], "z");
  below.inside.append(svg("path", { d: below.path(z, gaps), class: "line thin ink" }));
  if (!yours.length)
    below.inside.append(
      textAt(low.x + low.width / 2, low.y + 24, "your function has no curve", {
        class: "quiet",
        "text-anchor": "middle",
      }),
    );
  layers.append(below.node, textAt(low.x, low.y - 10, "yours − reference", { class: "quiet" }));
  const lost = missing(above, z, yours);
  layers.append(...lost.nodes);
  const at = shown.parts_at;
  if (at !== null && Math.abs(at) <= shown.reach)
    layers.append(mark(above, at, theirs[z.findIndex((v) => v >= at - 1e-9)]));
  says.replaceChildren(html("b", {}, SIGNS[shown.verdict]), shown.says);
  return {
    verdict: shown.verdict,
    reach: shown.reach,
    says: shown.says,
    parts_at: at,
    largest,
    missing: lost.count,
    far: shown.far,
  };
}

const short = (text) => (text.length > 26 ? `${text.slice(0, 12)}…${text.slice(-13)}` : text);

// A circle and a line at the difference that is nearest to z = 0.
function mark(panel, z, height) {
  const [x, y] = [panel.px(z), clamp(panel.py(height), panel.y, panel.y + panel.height)];
  const right = x < panel.x + 0.7 * panel.width;
  return svg(
    "g",
    {},
    svg("path", { d: `M${x} ${panel.y}v310`, class: "line thin dotted red" }),
    svg("circle", { cx: x, cy: y, r: 7, class: "line red" }),
    textAt(x + (right ? 12 : -12), panel.y + 12, `first difference: z = ${formatNumber(z)}`, {
      class: "fill red halo",
      "text-anchor": right ? "start" : "end",
    }),
  );
}

// Where your function returns NaN or ∞ there is no curve, so marks stand at the axis.
function missing(panel, z, yours) {
  const holes = z.map((v, i) => [v, yours[i]]).filter(([, y]) => yours.length && !Number.isFinite(y));
  const foot = panel.y + panel.height;
  const nodes = holes.map(([v]) => svg("path", { d: `M${panel.px(v)} ${foot - 9}v9`, class: "line thin red" }));
  const groups = [holes.filter(([v]) => v < 0), holes.filter(([v]) => v >= 0)].filter((group) => group.length);
  for (const group of groups) {
    const left = group[0][0] < 0;
    const [v, y] = left ? group[0] : group.at(-1);
    nodes.push(
      textAt(panel.px(v) + (left ? 4 : -4), foot - 14, `yours: ${formatNumber(y)}`, {
        class: "fill red halo",
        "text-anchor": left ? "start" : "end",
      }),
    );
  }
  return { nodes, count: holes.length };
}

// Three values of z that are always compared, for every range.
function table(far) {
  const rows = svg("g");
  const row = (y, cells, attributes) =>
    cells.forEach((cell, i) => {
      rows.append(
        textAt([690, 748, 812, 834][i], y, String(cell), { "text-anchor": i < 3 ? "end" : "start", ...attributes }),
      );
    });
  if (far.length) row(104, ["z", "yours", "reference", ""], { class: "quiet" });
  far.forEach(([z, yours, theirs, alike], i) => {
    row(126 + 20 * i, [formatNumber(z), yours, theirs, alike ? "✓" : "✗"], alike ? {} : { class: "fill red" });
  });
  return rows;
}

export default { render };
