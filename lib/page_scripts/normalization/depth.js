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
    "aria-label": "batch normalization",
    change: () => request({ batch_norm: box.checked }),
  });
  const preset = (name, state) => button(name, () => request(state));
  root.append(
    controlBar(
      select("activation", model, "activation", request),
      slider("layers", model, "depth", { min: 2, max: 30, step: 1 }, request),
      slider("weights, in √(1/n)", model, "scale", { min: 0.05, max: 4, step: 0.05 }, request),
      html("label", {}, box, "batch normalization"),
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
      ["signals", "forward: standard deviation of the outputs", 52, "blue"],
      ["gradients", "backward: root mean square of ∂J/∂W", 490, "orange"],
    ];
    scene.replaceChildren(...panels.map(([name, title, x, colour]) => sizes(shown[name], title, x, colour)));
    says.textContent = sentence(shown);
    return Object.fromEntries([...STATE, "signals", "gradients"].map((name) => [name, shown[name]]));
  });
}

// One panel with a logarithmic y-axis. A value of 0 is a ring at the bottom.
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
    return "All gradients are 0: the last layer is saturated or dead for every example.";
  const most = Math.max(...gradients);
  const back =
    most < 1e-6
      ? `vanishes in every layer: the largest is ${formatNumber(most, 2)}`
      : Math.min(...gradients) > 1e6
        ? `explodes in every layer: the largest is ${formatNumber(most, 2)}`
        : gradient < 1e-3
          ? `vanishes: in the first layer it is ${formatNumber(gradient, 2)} times as large as in the last layer`
          : gradient > 1e3
            ? `explodes: in the first layer it is ${formatNumber(gradient, 2)} times as large as in the last layer`
            : `neither vanishes nor explodes: the first and the last layer differ by a factor of ` +
              `${formatNumber(Math.max(gradient, 1 / gradient), 2)}`;
  const forth = batch_norm
    ? "Batch normalization gives z the standard deviation 1 in each layer. "
    : signal < 1e-3
      ? "The outputs vanish. "
      : signal > 1e3
        ? "The outputs explode. "
        : signals.at(-1) > 0.9 && activation === "tanh"
          ? "The outputs saturate at −1 and 1. "
          : "The outputs neither vanish nor explode. ";
  return `${forth}The gradient ${back}.`;
}

export default { render };
