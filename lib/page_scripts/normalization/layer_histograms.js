import { controlBar } from "../controls/bar.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { kernelState } from "../transport/kernel_state.js";

const STATE = ["activation", "scale", "gamma", "beta"];

function render({ model, el }) {
  const root = createRoot(el, "Layer histograms");
  const { request, drawWith } = kernelState(model);
  const scene = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 300" }, scene);
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      select("activation", model, "activation", request),
      slider("weights, in √(1/n)", model, "scale", { min: 0.1, max: 4, step: 0.1 }, request),
      slider("γ", model, "gamma", { min: 0.1, max: 3, step: 0.1 }, request),
      slider("β", model, "beta", { min: -2, max: 2, step: 0.1 }, request),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => {
    const { layers, heaps, deviations } = shown;
    scene.replaceChildren(
      ...heaps.flatMap((row, r) => [
        textAt(0, 16 + 148 * r, r ? "with batch normalization" : "without batch normalization", {
          class: `fill ${r ? "orange" : "blue"}`,
        }),
        ...row.map((heap, c) =>
          heaped(
            heap,
            6 + 142 * c,
            26 + 148 * r,
            r ? "orange" : "blue",
            `layer ${layers[c]}: σ = ${formatNumber(deviations[r][c], 2)}`,
          ),
        ),
      ]),
    );
    says.textContent = sentence(shown);
    return { ...Object.fromEntries(STATE.map((name) => [name, shown[name]])), heaps, deviations };
  });
}

// A histogram from −3 to 3. Bars that are too high for the panel are cut off.
function heaped(counts, x, y, colour, title) {
  const total = counts.reduce((a, b) => a + b);
  const panel = new Panel({ x, y, width: 124, height: 78, xs: [-3, 3], ys: [0, 0.16] });
  panel.axes([-3, 0, 3], []);
  panel.frame.append(svg("path", { d: `M${x} ${y + 78}h124`, class: "hair" }));
  const wide = 124 / counts.length;
  counts.forEach((count, i) => {
    if (!count) return;
    const tall = clamp((count / total / 0.16) * 78, 1, 78);
    panel.inside.append(
      svg("rect", { x: x + i * wide, y: y + 78 - tall, width: wide - 0.4, height: tall, class: `fill ${colour}` }),
    );
  });
  panel.node.append(textAt(x + 62, y + 110, title, { class: "quiet", "text-anchor": "middle" }));
  return panel.node;
}

function sentence({ deviations, activation }) {
  const [without, normalised] = deviations.map((row) => row.at(-1));
  const start = deviations[0][0];
  const fate =
    without < 0.02
      ? "vanish: they are almost the same for all examples"
      : without > 3 * Math.max(start, 1)
        ? "explode"
        : activation === "tanh" && without > 0.7
          ? "saturate at −1 and 1, where the derivative of tanh is almost 0"
          : "neither vanish nor explode";
  const again = activation === "tanh" && normalised > 0.8 ? " With such a large γ, tanh saturates again." : "";
  return (
    `Without batch normalization, the outputs of layer 10 ${fate} (standard deviation ${formatNumber(without, 2)}). ` +
    `With batch normalization, their standard deviation is ${formatNumber(normalised, 2)}.${again}`
  );
}

export default { render };
