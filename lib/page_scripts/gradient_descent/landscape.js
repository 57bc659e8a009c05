import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { onDrag } from "../controls/drag.js";
import { mapHandle } from "../controls/handle.js";
import { classPoints } from "../drawing/class_points.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { classColour, contour, paint } from "../drawing/heatmap.js";
import { LossMap } from "../drawing/loss_map.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { toNumbers, toRows } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const MOONS = { centre: [0.5, 0.25], reach: 1.9 };

function render({ model, el }) {
  const root = createRoot(el, "Loss surface of a network");
  const which = (depth, seed) => `${depth} ${seed}`;
  /** @type {{ field: Float32Array, depthAndSeed: string }} */
  const received = { field: new Float32Array(), depthAndSeed: "" };
  const { request, drawWith } = kernelState(
    model,
    (answer, response, other) => {
      if (other) {
        received.field = toNumbers(other);
        received.depthAndSeed = which(answer.depth, answer.seed);
      }
      return { ...answer, response: toNumbers(response) };
    },
    // The kernel sends the map only when the page lacks it.
    () => ({ field: received.depthAndSeed !== which(model.get("depth"), model.get("seed")) }),
  );
  const dots = toRows(toNumbers(model.get("dots")), 3);
  const map = new LossMap({ x: 34, y: 22, side: 350 });
  const net = new LossMap({ x: 474, y: 22, side: 350, ...MOONS });
  const moveTo = (place) => request({ at: place.map((v) => clamp(roundTo(v, 0.01), -1, 1)) });
  const grip = mapHandle("network", {
    step: () => 0.05,
    get: () => model.get("at"),
    put: moveTo,
    text: ([a, b]) => `a = ${formatNumber(a)}, b = ${formatNumber(b)}`,
  });
  const ground = svg(
    "g",
    { style: "cursor: crosshair" },
    svg("rect", { x: 34, y: 22, width: 350, height: 350, fill: "transparent" }),
    map.node,
    grip,
  );
  const picture = svg("svg", { viewBox: "0 0 848 406" }, ground, net.node);
  onDrag(ground, picture, (x, y) => moveTo(map.at(x, y)));
  const says = html("p", { class: "says", role: "status" });
  const depth = html(
    "select",
    { "aria-label": "hidden layers", change: () => request({ depth: Number(depth.value) }) },
    ...[1, 4, 10].map((d) => html("option", { value: d }, String(d))),
  );
  root.append(
    controlBar(
      html("label", {}, "hidden layers", depth),
      button("draw other directions", () => request({ seed: model.get("seed") + 1 })),
      button("back to the trained network", () => moveTo([0, 0])),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { depth, dots, grip, map, net, received, says }));
}

function draw(shown, { depth, dots, grip, map, net, received, says }) {
  depth.value = shown.depth;
  map.show(received.field, 1);
  map.ticks(["a · D₁", "b · D₂"]);
  map.inside.replaceChildren(svg("path", { d: `M${map.px(0) - 7} ${map.py(0)}h14m-7 -7v14`, class: "line ink" }));
  grip.show(map);
  answer(net, shown.response, dots);
  const [a, b] = shown.at;
  const same = a === 0 && b === 0;
  says.replaceChildren(
    html("b", {}, `J = ${formatNumber(shown.loss)}, ${Math.round(100 * shown.accuracy)} % accuracy. `),
    same
      ? `This is the trained network with ${shown.weights} weights. In this plane the loss goes up to ` +
          `${formatNumber(shown.highest)}, and ` +
          `there ${shown.hollows === 1 ? "is one local minimum" : `are ${shown.hollows} local minima`}.`
      : `This network has the weights W ${a < 0 ? "−" : "+"} ${formatNumber(Math.abs(a))} D₁ ` +
          `${b < 0 ? "−" : "+"} ${formatNumber(Math.abs(b))} D₂. The trained network, at the cross, has J = ` +
          `${formatNumber(shown.centre)}.`,
  );
  return {
    depth: shown.depth,
    seed: shown.seed,
    at: shown.at,
    loss: shown.loss,
    accuracy: shown.accuracy,
    hollows: shown.hollows,
    highest: shown.highest,
    says: says.textContent,
  };
}

// What the net at the dot answers in the plane of its two inputs: a border, and each side's wash.
function answer(net, response, dots) {
  paint(net.canvas, response, classColour);
  net.image.setAttribute("href", net.canvas.toDataURL());
  net.frame.replaceChildren(
    textAt(474, 14, "output of the network at the point, and its decision boundary", { class: "quiet" }),
  );
  net.lines.setAttribute("d", contour(response, net.side, 0));
  net.lines.setAttribute("class", "line ink");
  net.inside.replaceChildren(...classPoints(dots.map(([x, y, kind]) => [net.px(x), net.py(y), kind])));
}

export default { render };
