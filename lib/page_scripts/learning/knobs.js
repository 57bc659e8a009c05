import { controlBar } from "../controls/bar.js";
import { playButton } from "../controls/play_button.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { formatNumber } from "../drawing/numbers.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const STEPS = 60;

function render({ model, el }) {
  const root = createRoot(el, "Parameters and hyperparameters");
  const names = ["hidden", "depth", "activation", "rate", "steps"];
  const { request, drawWith } = kernelState(model, (said, numbers) => ({ ...said, numbers: toNumbers(numbers) }));
  let before = [];
  const picture = svg("svg", { viewBox: "0 0 848 262", role: "img" });
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      html("b", {}, "hyperparameters:"),
      slider("hidden neurons", model, "hidden", { min: 1, max: 10, step: 1 }, request),
      slider("hidden layers", model, "depth", { min: 1, max: 3, step: 1 }, request),
      select("activation", model, "activation", request),
      slider("learning rate", model, "rate", { min: 0, max: 2, step: 0.01 }, request),
      playButton("learn", model, "steps", () => STEPS, request),
      slider("steps", model, "steps", { min: 0, max: STEPS, step: 1 }, request),
    ),
    picture,
    says,
  );
  drawWith(root, [], (shown) => {
    const { shapes, numbers, parameters, right, of, loss } = shown;
    const nodes = [textAt(0, 14, `${parameters} parameters`, { class: "title" })];
    let [start, left] = [0, 0];
    const cell = 15;
    shapes.forEach((shape, k) => {
      const [rows, columns] = shape.length === 2 ? shape : [1, shape[0]];
      const top = k % 2 ? 66 + cell * shapes[k - 1][0] : 44;
      nodes.push(
        textAt(left, top - 6, `${k % 2 ? "b" : "W"}${"₁₂₃₄"[k >> 1]}  ${shape.join("×")}`, { class: "quiet" }),
      );
      for (let i = 0; i < rows * columns; i++)
        nodes.push(...square(left + (i % columns) * cell, top + Math.floor(i / columns) * cell, numbers[start + i]));
      start += rows * columns;
      if (k % 2) left += Math.max(columns * cell, 64) + 24;
    });
    nodes.push(
      textAt(0, 256, `loss ${formatNumber(loss)},  ${right} of ${of} points right`),
      textAt(848, 256, "blue: above 0; orange with a bar: below 0; pale: close to 0", {
        class: "quiet",
        "text-anchor": "end",
      }),
    );
    picture.replaceChildren(...nodes);
    says.textContent = sentence(shown);
    picture.setAttribute("aria-label", `${parameters} parameters. ${says.textContent}`);
    const moved = before.length === numbers.length ? largest(before, numbers) : null;
    before = numbers;
    return {
      ...Object.fromEntries(names.map((name) => [name, shown[name]])),
      parameters,
      shapes,
      right,
      of,
      loss,
      first: numbers[0],
      moved,
    };
  });
}

const largest = (a, b) => a.reduce((most, v, i) => Math.max(most, Math.abs(v - b[i])), 0);

function square(x, y, value) {
  const colour = value < 0 ? "orange" : "blue";
  /** @type {SVGElement[]} */
  const parts = [
    svg("rect", {
      x,
      y,
      width: 13,
      height: 13,
      rx: 2,
      class: `fill ${colour}`,
      opacity: 0.12 + 0.88 * Math.min(1, Math.abs(value) / 2),
    }),
  ];
  if (value < 0) parts.push(svg("path", { d: `M${x + 3} ${y + 6.5}h7`, class: "line thin ink" }));
  return parts;
}

function sentence({ parameters, steps, rate, right, of, hidden, depth }) {
  if (steps === 0)
    return (
      `With these hyperparameters, the network has ${parameters} parameters. They are not trained yet. ` +
      "Press “learn”."
    );
  if (rate === 0) return "With the learning rate 0, training does not change any parameter.";
  if (rate > 0.8 && right < 0.9 * of)
    return (
      `${of - right} of ${of} points are wrong, because the learning rate is too large. Training does not ` +
      "change the learning rate."
    );
  if (hidden === 1 && depth === 1)
    return (
      `${right} of ${of} points are right. With one hidden neuron, the boundary is a straight line. Training does ` +
      "not change the number of neurons."
    );
  return `${steps} steps changed the parameters, but no hyperparameter. ${right} of ${of} points are right.`;
}

export default { render };
