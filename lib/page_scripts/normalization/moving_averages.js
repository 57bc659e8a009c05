import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { kernelState } from "../transport/kernel_state.js";

function render({ model, el }) {
  const root = createRoot(el, "Moving averages");
  const { request, drawWith } = kernelState(model);
  const panel = new Panel({ x: 34, y: 30, width: 420, height: 230, xs: [0, 500], ys: [0, 6] });
  panel.axes([0, 100, 200, 300, 400, 500], [0, 1, 2, 3, 4, 5, 6], "batches seen");
  const truth = svg("path", { d: `M34 ${panel.py(4)}h420`, class: "line thin ink dotted" });
  const [mean, variance] = [svg("path", { class: "line blue" }), svg("path", { class: "line orange dashed" })];
  const cursor = svg("path", { class: "line thin ink" });
  panel.inside.append(truth, mean, variance, cursor);
  const move = (k) => request({ batches: clamp(Math.round(k), 0, 500) });
  const grip = handle(
    "batches seen",
    { low: 0, high: 500, step: 1, get: () => model.get("batches"), put: move },
    svg("circle", { r: 11, class: "ring" }),
    svg("circle", { r: 6, class: "fill ink" }),
  );
  const surface = svg(
    "g",
    {},
    svg("rect", { x: 34, y: 30, width: 420, height: 230, fill: "transparent", style: "cursor: ew-resize" }),
    panel.node,
    grip,
  );
  const rows = [
    ["training: normalized with its own μ and σ²", 84, "disc", "green"],
    ["inference: normalized with the averages", 188, "square", "red"],
  ];
  const scene = svg("g");
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 300" },
    surface,
    textAt(34, 16, "moving mean (solid), moving variance (dashed), right value (dotted)", { class: "title" }),
    scene,
  );
  onDrag(surface, picture, (x) => move(((x - 34) / 420) * 500));
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(slider("momentum", model, "momentum", { min: 0.5, max: 0.999, step: 0.001 }, request)),
    picture,
    says,
  );

  const strip = (values, [title, y, , colour]) => {
    const at = (v) => 500 + ((clamp(v, -3, 9) + 3) / 12) * 330;
    return svg(
      "g",
      {},
      textAt(500, y - 26, title, { class: "title" }),
      svg("path", { d: `M500 ${y}h330M${at(0)} ${y - 14}v28`, class: "hair" }),
      ...[-3, 0, 3, 6, 9].map((v) =>
        textAt(at(v), y + 28, formatNumber(v), { class: "quiet", "text-anchor": "middle" }),
      ),
      ...values.map((v) =>
        colour === "green"
          ? svg("circle", { cx: at(v), cy: y, r: 4, class: "fill green", "fill-opacity": 0.7 })
          : svg("rect", { x: at(v) - 4, y: y - 4, width: 8, height: 8, class: "fill red", "fill-opacity": 0.7 }),
      ),
    );
  };
  drawWith(root, [], (shown) => draw(shown, { cursor, grip, mean, panel, rows, says, scene, strip, variance }));
}

function draw(shown, { cursor, grip, mean, panel, rows, says, scene, strip, variance }) {
  const { momentum, batches, means, variances } = shown;
  const steps = means.map((_, i) => i);
  mean.setAttribute("d", panel.path(steps, means));
  variance.setAttribute("d", panel.path(steps, variances));
  cursor.setAttribute("d", `M${panel.px(batches)} 30v230`);
  grip.setAttribute("transform", `translate(${panel.px(batches)} ${panel.py(clamp(means[batches], 0, 6))})`);
  grip.show();
  scene.replaceChildren(strip(shown.training, rows[0]), strip(shown.inference, rows[1]));
  says.textContent = sentence(shown);
  return {
    momentum,
    batches,
    mean: means[batches],
    variance: variances[batches],
    arrived: shown.arrived,
    training: shown.training,
    inference: shown.inference,
  };
}

function sentence({ momentum, batches, arrived, means }) {
  const way =
    `After ${batches} batches, the moving mean is ${formatNumber(means[batches])}. The influence of its initial ` +
    `value is ${formatNumber(momentum)}${superscript(batches)} = ${formatNumber(momentum ** batches, 2)}.`;
  if (arrived < 0.9) return `${way} The moving averages are not right yet, so training and inference differ.`;
  if (momentum < 0.8) return `${way} The moving averages depend on the last few batches only, so they change a lot.`;
  return `${way} Training and inference almost agree.`;
}

const superscript = (n) => [...String(n)].map((c) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c]).join("");

export default { render };
