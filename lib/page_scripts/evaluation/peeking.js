import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { onDrag } from "../controls/drag.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

function render({ model, el }) {
  const root = createRoot(el, "Peeked test set");
  const { request, save, drawWith } = kernelState(model, (said, curves) => ({ ...said, curves: toNumbers(curves) }));
  const panel = new Panel({ x: 56, y: 16, width: 560, height: 240, xs: [0, Math.log10(500)], ys: [0.4, 1] });
  const axes = svg("g");
  for (const models of [1, 2, 5, 10, 20, 50, 100, 200, 500]) {
    const x = panel.px(Math.log10(models));
    axes.append(
      svg("path", { d: `M${x} 16v240`, class: "hair" }),
      textAt(x, 272, String(models), { class: "quiet", "text-anchor": "middle" }),
    );
  }
  for (const share of [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]) {
    const y = panel.py(share);
    axes.append(
      svg("path", { d: `M56 ${y}h560`, class: "hair" }),
      textAt(48, y + 4, `${Math.round(100 * share)} %`, { class: "quiet", "text-anchor": "end" }),
    );
  }
  const [best, fresh] = [svg("path", { class: "line orange" }), svg("path", { class: "line dashed blue" })];
  const cursor = svg("path", { class: "line thin ink" });
  panel.inside.append(svg("path", { d: `M56 ${panel.py(0.5)}h560`, class: "line dotted ink" }), best, fresh, cursor);
  const dots = [svg("circle", { r: 6, class: "fill orange" }), svg("path", { class: "fill blue" })];
  const labels = ["orange", "blue"].map((colour) => svg("text", { x: 630, class: `fill ${colour}` }));
  const notes = ["best model, test examples", "same model, 1000 new examples"].map((text) =>
    textAt(630, 0, text, { class: "quiet" }),
  );
  const surface = svg(
    "g",
    { style: "cursor: ew-resize" },
    svg("rect", { x: 56, y: 16, width: 560, height: 240, fill: "transparent" }),
    axes,
    panel.node,
    ...dots,
  );
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 296" },
    surface,
    textAt(616, 290, "models tried", { class: "quiet", "text-anchor": "end" }),
    textAt(630, panel.py(0.5) + 46, "⋯ 50 %: true accuracy", { class: "quiet" }),
    ...labels,
    ...notes,
  );
  onDrag(surface, picture, (x) =>
    save({ models: clamp(Math.round(10 ** (((x - 56) / 560) * Math.log10(500))), 1, 500) }),
  );
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      slider("models tried", model, "models", { min: 1, max: 500, step: 1 }, save),
      slider("test examples", model, "examples", { min: 10, max: 1000, step: 10 }, request),
      button("other random labels", () => request({ seed: model.get("seed") + 1 })),
    ),
    picture,
    says,
  );

  drawWith(root, ["models"], (shown) => draw(shown, { best, cursor, dots, fresh, labels, model, notes, panel, says }));
}

function draw(shown, { best, cursor, dots, fresh, labels, model, notes, panel, says }) {
  const k = model.get("models");
  const half = shown.curves.length / 2;
  const xs = Array.from({ length: half }, (_, i) => Math.log10(i + 1));
  best.setAttribute("d", panel.path(xs, shown.curves.subarray(0, half)));
  fresh.setAttribute("d", panel.path(xs, shown.curves.subarray(half)));
  const [high, truth] = [shown.curves[k - 1], shown.curves[half + k - 1]];
  const x = panel.px(Math.log10(k));
  cursor.setAttribute("d", `M${x} 16v240`);
  setAttributes(dots[0], { cx: x, cy: panel.py(high) }, []);
  setAttributes(dots[1], { d: `M${x} ${panel.py(truth) - 7}l7 7l-7 7l-7 -7z` }, []);
  const heights = [panel.py(high), panel.py(truth)];
  if (heights[1] - heights[0] < 40) heights[0] = heights[1] - 40;
  [high, truth].forEach((value, i) => {
    labels[i].setAttribute("y", heights[i] - 4);
    labels[i].textContent = `${i ? "◆" : "●"} ${(100 * value).toFixed(1)} %`;
    notes[i].setAttribute("y", heights[i] + 11);
  });
  says.textContent =
    k === 1
      ? `One model and no choice: with ${shown.examples} test examples, the accuracy is within about ` +
        `${formatNumber(100 / Math.sqrt(shown.examples), 2)} percentage points of the true accuracy.`
      : `The best of ${k} models has an accuracy of ${(100 * high).toFixed(1)} % on the test examples, and ` +
        `${(100 * truth).toFixed(1)} % on new examples. This model was chosen because it was lucky.`;
  return { models: k, examples: shown.examples, seed: shown.seed, best: high, fresh: truth };
}

export default { render };
