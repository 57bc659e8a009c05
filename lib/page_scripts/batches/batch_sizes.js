import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { contour } from "../drawing/heatmap.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const [PITCH, SQUARE, TOP] = [214, 196, 40];
const KINDS = ["red", "orange dashed", "green dotted", "blue"];

/** Cut the numbers that came along into the paths of the batch sizes; a path has so many steps of three numbers. */
function cut(view, lengths) {
  const all = toNumbers(view);
  let start = 0;
  return lengths.map((length) => {
    const part = all.subarray(3 * start, 3 * (start + length));
    start += length;
    return part;
  });
}

function render({ model, el }) {
  const root = createRoot(el, "Batch sizes");
  const surface = model.get("surface");
  const { low, high, sizes } = surface;
  const field = toNumbers(surface.field);
  const { request, save, drawWith } = kernelState(model, (said, paths) => ({
    ...said,
    paths: cut(paths, said.lengths),
  }));
  const panels = comparisonPanels({ field, high, low, sizes, surface });
  const chart = new Panel({ x: 44, y: TOP + SQUARE + 52, width: 700, height: 130, xs: [0, 1], ys: [-2, 1] });
  const curves = KINDS.map((kind) => svg("path", { class: `line ${kind}` }));
  const tags = KINDS.map((kind) => svg("text", { class: `fill ${kind.split(" ")[0]} halo` }));
  chart.inside.append(...curves);
  const axis = svg("g");
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 460" },
    ...panels.flatMap((p) => [p.panel.node, p.head, p.foot]),
    textAt(4, TOP + SQUARE + 20, "w₀ to the right, w₁ upwards; the cross is the lowest point", { class: "quiet" }),
    textAt(44, TOP + SQUARE + 43, "loss over all 64 examples, above the least possible", { class: "title" }),
    chart.node,
    axis,
    ...tags,
  );
  const says = html("p", { class: "says", "aria-live": "polite" });
  let timer = null;
  const stop = () => {
    clearInterval(timer);
    timer = null;
    play.textContent = "▶ play";
  };
  const play = button(
    "▶ play",
    () => {
      if (timer) {
        stop();
        return;
      }
      if (model.get("spent") >= 100) save({ spent: 0 });
      play.textContent = "❚❚ pause";
      timer = setInterval(() => {
        save({ spent: Math.min(100, model.get("spent") + 1) });
        if (model.get("spent") >= 100) stop();
      }, 50);
    },
    { "aria-label": "play or pause" },
  );
  root.append(
    controlBar(
      play,
      slider("shown", model, "spent", { min: 0, max: 100, step: 1, text: (v) => `${v} %` }, save),
      select("compare at equal", model, "budget", save),
      slider("learning rate", model, "learning_rate", { min: 0.02, max: 1, step: 0.02 }, request),
      button("shuffle again", () => request({ seed: model.get("seed") + 1 })),
    ),
    picture,
    says,
  );

  drawWith(root, ["spent", "budget"], (shown) =>
    draw(shown, { axis, chart, curves, model, panels, says, sizes, surface, tags }),
  );
}

function comparisonPanels({ field, high, low, sizes, surface }) {
  const rings = [0.05, 0.3, 1, 2.5, 5, 9].map((more) => contour(field, SQUARE, surface.least + more)).join("");
  const panels = sizes.map((size, i) => {
    const panel = new Panel({
      x: 4 + i * PITCH,
      y: TOP,
      width: SQUARE,
      height: SQUARE,
      xs: [low[0], high[0]],
      ys: [low[1], high[1]],
    });
    panel.frame.append(
      svg("rect", { x: panel.x, y: TOP, width: SQUARE, height: SQUARE, class: "hair" }),
      svg("path", { d: rings, transform: `translate(${panel.x} ${TOP})`, class: "hair" }),
    );
    const [cx, cy] = [panel.px(surface.lowest[0]), panel.py(surface.lowest[1])];
    const path = svg("path", { class: `line thin ${KINDS[i].split(" ")[0]}` });
    const steps = svg("path", { class: `fill ${KINDS[i].split(" ")[0]}` });
    const end = svg("circle", { r: 5, class: `fill ${KINDS[i].split(" ")[0]}` });
    panel.inside.append(
      svg("path", { d: `M${cx - 6} ${cy}h12M${cx} ${cy - 6}v12`, class: "line thin ink" }),
      path,
      steps,
      end,
    );
    const head = textAt(
      panel.x,
      14,
      size === sizes.at(-1) ? `all ${size} at once` : size === 1 ? "batches of 1" : `batches of ${size}`,
      { class: "title" },
    );
    const foot = textAt(panel.x, 31, "", { class: "quiet" });
    return { panel, path, steps, end, head, foot };
  });
  return panels;
}

function draw(shown, { axis, chart, curves, model, panels, says, sizes, surface, tags }) {
  const [spent, budget] = [model.get("spent"), model.get("budget")];
  const whole = budget === "examples" ? surface.examples : surface.steps;
  const results = sizes.map((size, i) => {
    const most = budget === "examples" ? surface.examples / size : surface.steps;
    const taken = Math.floor((most * spent) / 100);
    const rows = Array.from({ length: taken + 1 }, (_, k) => shown.paths[i].subarray(3 * k, 3 * k + 3));
    return {
      size,
      taken,
      most,
      rows,
      examples: taken * size,
      w: [...rows.at(-1).subarray(0, 2)],
      loss: rows.at(-1)[2],
    };
  });
  const above = (loss) => clamp(Math.log10(Math.max(loss - surface.least, 1e-4)), -4, 12);
  const tops = results.flatMap(({ rows }) => rows.map((row) => above(row[2]))).filter(Number.isFinite);
  chart.ys = [-3.2, Math.max(1.5, ...tops) + 0.2];
  drawAxis({ axis, budget, chart, whole });
  results.forEach(({ rows, taken, most, size, examples, w, loss }, i) => {
    const { panel, path, steps, end, foot } = panels[i];
    const [xs, ys] = [rows.map((row) => row[0]), rows.map((row) => row[1])];
    path.setAttribute("d", panel.path(xs, ys));
    steps.setAttribute(
      "d",
      taken > 64
        ? ""
        : rows.map((row) => mark(clamp(panel.px(row[0]), -2000, 4000), clamp(panel.py(row[1]), -2000, 4000))).join(""),
    );
    setAttributes(end, { cx: clamp(panel.px(w[0]), -2000, 4000), cy: clamp(panel.py(w[1]), -2000, 4000) }, []);
    foot.textContent = `${taken} ${taken === 1 ? "step" : "steps"}, ${examples} examples, loss ${formatNumber(loss)}`;
    const heights = rows.map((row) => above(row[2]));
    curves[i].setAttribute(
      "d",
      chart.path(
        rows.map((_, k) => k / most),
        heights,
      ),
    );
    setAttributes(tags[i], { x: clamp(chart.px(taken / most) + 6, 50, 750), y: 0 }, []);
    tags[i].textContent = size === sizes.at(-1) ? "all" : String(size);
  });
  // Labels at the ends of the lines, moved apart where they would lie on each other.
  const order = results
    .map(({ loss }, i) => [clamp(chart.py(above(loss)), chart.y, chart.y + 130), i])
    .sort((a, b) => a[0] - b[0]);
  let last = -Infinity;
  for (const [y, i] of order) {
    last = Math.max(y + 4, last + 13);
    tags[i].setAttribute("y", last);
  }
  says.replaceChildren(...sentence(results, budget, surface.least));
  return {
    spent,
    budget,
    learning_rate: shown.learning_rate,
    seed: shown.seed,
    ends: results.map(({ size, taken, examples, w, loss }) => ({ size, steps: taken, examples, w, loss })),
    says: says.textContent,
  };
}

function drawAxis({ axis, budget, chart, whole }) {
  axis.replaceChildren(
    ...[-3, -2, -1, 0, 1, 3, 6, 9]
      .filter((p) => p < chart.ys[1] && (chart.ys[1] < 4 || p % 3 === 0))
      .flatMap((p) => [
        svg("path", { d: `M44 ${chart.py(p)}h700`, class: "hair" }),
        textAt(37, chart.py(p) + 4, formatNumber(10 ** p), { class: "quiet", "text-anchor": "end" }),
      ]),
    ...[0, 0.25, 0.5, 0.75, 1].map((part) =>
      textAt(chart.px(part), chart.y + 146, String(part * whole), { class: "quiet", "text-anchor": "middle" }),
    ),
    textAt(744, chart.y + 161, budget === "examples" ? "examples used" : "steps", {
      class: "quiet",
      "text-anchor": "end",
    }),
  );
}

const mark = (x, y) => `M${(x - 2.4).toFixed(1)} ${y.toFixed(1)}a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0`;

function sentence(results, budget, least) {
  const lost = results.filter(({ loss }) => !(loss < 20));
  const name = ({ size }) => (size === 1 ? "batches of 1" : size === 64 ? "all at once" : `batches of ${size}`);
  if (lost.length)
    return [
      html("b", {}, "Some runs diverge. "),
      `The loss of ${lost.map(name).join(" and ")} is now ` +
        `${lost.map(({ loss }) => formatNumber(loss)).join(" and ")}. Smaller batches need a smaller ` +
        "learning rate.",
    ];
  const best = results.reduce((a, b) => (b.loss < a.loss ? b : a));
  if (results[0].taken === 0)
    return [html("b", {}, "At the start. "), "All four runs start with the same weights. Press play."];
  if (budget === "examples")
    return [
      html("b", {}, "The same number of examples. "),
      `Each run has used about ${results[0].examples} examples. Batches of 1 have taken ${results[0].taken} ` +
        `steps, and all at once ${results.at(-1).taken}. The lowest loss: ${name(best)}, ` +
        `${formatNumber(best.loss - least, 2)} above the minimum.`,
    ];
  return [
    html("b", {}, "The same number of steps. "),
    `Each run has taken ${results[0].taken} steps. Batches of 1 have used ${results[0].examples} ` +
      `examples, and all at once ${results.at(-1).examples}. Large batches go straight; small batches are noisy.`,
  ];
}

export default { render };
