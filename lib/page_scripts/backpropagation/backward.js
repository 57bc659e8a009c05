import { controlBar } from "../controls/bar.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { kernelState } from "../transport/kernel_state.js";

const SPAN = 760;

function render({ model, el }) {
  const root = createRoot(el, "Backward pass, layer by layer");
  const { request, save, latest, drawWith } = kernelState(model);
  const count = () => latest().gradients.length;
  const go = (back) => save({ back: clamp(back, 0, count()) });
  const scene = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 330" }, scene);
  const says = html("p", { class: "says", role: "status" });
  const button = (text, label, by) =>
    html("button", { type: "button", "aria-label": label, click: () => go(by()) }, text);
  const back = () => clamp(model.get("back"), 0, count());
  root.append(
    controlBar(
      button("◀ one layer back", "one layer back", () => back() + 1),
      button("to the first layer", "go back to the first layer", () => count()),
      button("restart", "restart at the loss", () => 0),
      select("activation of the hidden layers", model, "activation", request),
    ),
    controlBar(
      slider("hidden layers", model, "hidden", { min: 1, max: 6, step: 1 }, request),
      slider("training steps", model, "steps", { min: 0, max: 30, step: 1 }, request),
      html("button", { type: "button", click: () => request({ seed: model.get("seed") + 1 }) }, "other weights"),
    ),
    picture,
    says,
  );

  drawWith(root, ["back"], (shown) => draw(shown, { back, count, says, scene }));
}

function draw(shown, { back, count, says, scene }) {
  const { gradients, sizes } = shown;
  const gone = back();
  const widths = [gradients[0].length, ...gradients.map((kernel) => kernel[0].length)];
  const pitch = SPAN / widths.length;
  const x = (k) => 60 + k * pitch;
  const y = (k, i) => 116 + (i - (widths[k] - 1) / 2) * 48;
  const largest = Math.max(...gradients.flat(2).map(Math.abs), 1e-300);
  const lines = [];
  gradients.forEach((kernel, k) => {
    kernel.forEach((row, i) => {
      row.forEach((slope, j) => {
        const known = k >= count() - gone;
        const way = svg("path", {
          d: `M${x(k) + 9} ${y(k, i)}L${x(k + 1) - 9} ${y(k + 1, j)}`,
          class: known ? `line ${slope < 0 ? "dashed orange" : "blue"}` : "hair",
        });
        if (known) way.style.strokeWidth = String(Math.max(0.4, (9 * Math.abs(slope)) / largest));
        way.append(
          svg(
            "title",
            {},
            known ? `from ${i + 1} to ${j + 1} in layer ${k + 1}: ${formatNumber(slope)}` : "not computed yet",
          ),
        );
        lines.push(way);
      });
    });
  });
  const units = widths.flatMap((width, k) =>
    Array.from({ length: width }, (_, i) => svg("circle", { cx: x(k), cy: y(k, i), r: 8, class: "line thin ink" })),
  );
  const heads = widths.map((_, k) =>
    textAt(x(k), 14, k === 0 ? "x" : k === widths.length - 1 ? "ŷ" : `layer ${k}`, {
      class: "quiet",
      "text-anchor": "middle",
    }),
  );
  const loss = [
    svg("path", {
      d: `M${x(widths.length - 1) + 9} 116H${x(widths.length) - 30}`,
      class: gone === 0 ? "line orange" : "hair",
    }),
    textAt(x(widths.length) - 26, 112, "J", { class: "title" }),
    textAt(x(widths.length) - 26, 128, formatNumber(shown.loss), { class: "quiet" }),
  ];
  scene.replaceChildren(...lines, ...units, ...heads, ...loss, ...bars(sizes, gone, (k) => (x(k) + x(k + 1)) / 2));
  says.replaceChildren(...sentence(shown, gone));
  return {
    back: gone,
    sizes,
    gradients,
    loss: shown.loss,
    activation: shown.activation,
    hidden: shown.hidden,
    steps: shown.steps,
    says: says.textContent,
  };
}

// Sizes on a scale of powers of ten: from 10⁻⁶ to 1.
function bars(sizes, gone, middle) {
  const scale = (size) => 70 * clamp((Math.log10(size) + 6) / 6, 0, 1.05);
  const nodes = [0, -3, -6].flatMap((power) => {
    const y = 305 - scale(10 ** power);
    return [
      svg("path", { d: `M60 ${y}H800`, class: "hair" }),
      textAt(52, y + 4, ["1", "10⁻³", "10⁻⁶"][-power / 3], { class: "quiet", "text-anchor": "end" }),
    ];
  });
  nodes.push(textAt(60, 225, "size of each layer's gradient ∂J/∂W", { class: "title" }));
  sizes.forEach((size, k) => {
    const known = k >= sizes.length - gone;
    const tall = known ? scale(size) : 0;
    nodes.push(
      svg("rect", { x: middle(k) - 16, y: 305 - tall, width: 32, height: tall, rx: 2, class: "fill orange" }),
      textAt(middle(k), 300 - tall, known ? formatNumber(size, 2) : "?", { "text-anchor": "middle", class: "halo" }),
      textAt(middle(k), 322, `W${"₁₂₃₄₅₆₇"[k]}`, { class: "quiet", "text-anchor": "middle" }),
    );
  });
  return nodes;
}

function sentence({ sizes, activation }, gone) {
  const all = sizes.length;
  if (gone === 0) return [html("b", {}, "At the loss. "), "Only ∂J/∂ŷ is computed. Go one layer back."];
  const here = all - gone + 1;
  const size = formatNumber(sizes[here - 1], 2);
  if (gone === 1)
    return [
      html("b", {}, `Layer ${here}, the last. `),
      "Its δ comes from the loss. Each derivative is the input of the weight times δ, averaged over the " +
        `examples. The norm is ${size}.`,
    ];
  const smaller =
    sizes[here - 1] > 0 && sizes.at(-1) / sizes[here - 1] > 1000
      ? ` This is ${formatNumber(sizes.at(-1) / sizes[here - 1], 2)} times smaller than at the output, because the ` +
        "derivatives " +
        `of ${activation} are multiplied.`
      : "";
  return [
    html("b", {}, `Layer ${here} of ${all}. `),
    `Its δ is computed from the δ of layer ${here + 1}, the weights W${"₁₂₃₄₅₆₇"[here]}, and the derivative of the ` +
      "activation of " +
      `layer ${here}. Nothing is computed twice. The norm is ${size}.${smaller}`,
  ];
}

export default { render };
