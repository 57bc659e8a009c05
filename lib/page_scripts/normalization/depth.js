import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { kernelState } from "../transport/kernel_state.js";

const STATE = ["activation", "depth", "scale", "batch_norm"];
const [LOW, HIGH] = [-20, 20];

function render({ model, el }) {
  const root = createRoot(el, "Depth");
  const { request, drawWith } = kernelState(model);
  const scene = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 330" }, scene);
  const says = html("p", { class: "says", role: "status" });
  const box = html("input", {
    type: "checkbox",
    "aria-label": "batch normalisation",
    change: () => request({ batch_norm: box.checked }),
  });
  const preset = (name, state) => button(name, () => request(state));
  root.append(
    controlBar(
      select("activation", model, "activation", request),
      slider("layers", model, "depth", { min: 2, max: 30, step: 1 }, request),
      slider("weights, in √(1/n)", model, "scale", { min: 0.05, max: 4, step: 0.05 }, request),
      html("label", {}, box, "batch normalisation"),
      preset("std 0.01", { scale: 0.0566 }),
      preset("Xavier √(1/n)", { scale: 1 }),
      preset("He √(2/n)", { scale: 1.4 }),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => {
    box.checked = shown.batch_norm;
    const panels = [
      ["signals", "Forward: how large is the signal after each layer?", 52, "blue"],
      ["gradients", "Backward: how large is ∂J/∂W in each layer?", 490, "orange"],
    ];
    scene.replaceChildren(...panels.map(([name, title, x, colour]) => sizes(shown[name], title, x, colour)));
    says.textContent = sentence(shown);
    return Object.fromEntries([...STATE, "signals", "gradients"].map((name) => [name, shown[name]]));
  });
}

// One panel: powers of ten upwards, layers to the right. What is 0 stands at the bottom as a ring.
function sizes(values, title, x, colour) {
  const panel = new Panel({ x, y: 30, width: 345, height: 255, xs: [0.5, values.length + 0.5], ys: [LOW, HIGH] });
  const places = ticks(1, values.length, 6).filter(Number.isInteger);
  panel.axes(places, [], "layer");
  for (let power = LOW; power <= HIGH; power += 5) {
    panel.frame.append(
      svg("path", { d: `M${x} ${panel.py(power)}h345`, class: "hair" }),
      textAt(
        x - 7,
        panel.py(power) + 4,
        power
          ? formatNumber(10 ** power, 1)
              .replace("1·", "")
              .replace("1.0·", "")
          : "1",
        { class: "quiet", "text-anchor": "end" },
      ),
    );
  }
  panel.frame.append(
    textAt(x, 18, title, { class: "title" }),
    svg("path", { d: `M${x} ${panel.py(0)}h345`, class: "line thin ink dotted" }),
  );
  const heights = values.map((v) => clamp(Math.log10(v), LOW, HIGH));
  const layers = values.map((_, i) => i + 1);
  panel.inside.append(
    svg("path", { d: panel.path(layers, heights), class: `line ${colour}${colour === "orange" ? " dashed" : ""}` }),
  );
  layers.forEach((layer, i) => {
    const [px, py] = [panel.px(layer), panel.py(heights[i])];
    panel.inside.append(
      colour === "orange"
        ? svg("path", { d: `M${px} ${py - 5}l5 5l-5 5l-5 -5z`, class: `fill ${colour}` })
        : svg("circle", { cx: px, cy: py, r: 4, class: `fill ${colour}` }),
    );
  });
  const [first, last] = [values[0], values.at(-1)];
  panel.node.append(
    textAt(panel.px(1), clamp(panel.py(heights[0]) - 12, 44, 280), formatNumber(first, 2), { class: "halo" }),
    textAt(panel.px(values.length), clamp(panel.py(heights.at(-1)) - 12, 44, 280), formatNumber(last, 2), {
      class: "halo",
      "text-anchor": "end",
    }),
  );
  return panel.node;
}

function sentence({ signals, gradients, batch_norm, activation }) {
  const [signal, gradient] = [signals.at(-1) / signals[0], gradients[0] / gradients.at(-1)];
  if (!Number.isFinite(gradient) || gradients.at(-1) === 0)
    return "Nothing arrives at all: the last layer is saturated or dead for every example.";
  const most = Math.max(...gradients);
  const back =
    most < 1e-6
      ? `is gone: no layer gets more than ${formatNumber(most, 2)}, and none learns`
      : Math.min(...gradients) > 1e6
        ? `has exploded in every layer, to ${formatNumber(most, 2)}`
        : gradient < 1e-3
          ? `vanishes: the first layer gets ${formatNumber(gradient, 2)} of what the last one gets, and hardly learns`
          : gradient > 1e3
            ? `explodes: the first layer gets ${formatNumber(gradient, 2)} times what the last one gets. No ` +
              "learning rate suits both"
            : `keeps its size within a factor of ${formatNumber(Math.max(gradient, 1 / gradient), 2)}: every ` +
              "layer can learn";
  const forth = batch_norm
    ? "Each layer's z is brought back to deviation 1, so the scale of the weights no longer matters forward. "
    : signal < 1e-3
      ? "The signal dies on its way forward. "
      : signal > 1e3
        ? "The signal explodes on its way forward. "
        : signals.at(-1) > 0.9 && activation === "tanh"
          ? "Forward, tanh is saturated at ±1. "
          : "Forward, the signal lives. ";
  return `${forth}Backward, the gradient ${back}.`;
}

export default { render };
