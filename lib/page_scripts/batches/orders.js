import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { kernelState } from "../transport/kernel_state.js";

const LOOK = { sorted: "orange dashed", shuffled: "blue", "x without y": "red dotted" };

function render({ model, el }) {
  const root = createRoot(el, "Orders of the examples");
  const { request, drawWith } = kernelState(model);
  const scene = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 366" }, scene);
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      slider("batch size", model, "batch_size", { min: 4, max: 96, step: 4 }, request),
      slider("learning rate", model, "learning_rate", { min: 0.1, max: 4, step: 0.1 }, request),
      button("shuffle again", () => request({ seed: model.get("seed") + 1 })),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { says, scene }));
}

function draw(shown, { says, scene }) {
  const { losses, classes, batch_size: size, epochs } = shown;
  const orders = Object.keys(losses);
  const highest = Math.max(...Object.values(losses).flat());
  const panel = new Panel({
    x: 44,
    y: 156,
    width: 670,
    height: 170,
    xs: [0, epochs],
    ys: [0, Math.max(0.8, 1.05 * Math.min(highest, 5))],
  });
  panel.axes(
    Array.from({ length: epochs + 1 }, (_, i) => i),
    panel.yTicks(4),
    "epochs",
  );
  const strips = orders.flatMap((order, i) => strip(order, classes[order], size, 22 + i * 36));
  const ends = orders.map((order) => ({ y: panel.py(losses[order].at(-1)), order })).sort((a, b) => a.y - b.y);
  let last = -Infinity;
  const tags = ends.map(({ y, order }) => {
    last = Math.max(clamp(y, 156, 326) + 4, last + 15);
    return textAt(722, last, `${order} ${formatNumber(losses[order].at(-1))}`, {
      class: `fill ${LOOK[order].split(" ")[0]}`,
    });
  });
  for (const order of [...orders].reverse()) {
    const line = losses[order];
    const places = line.map((_, i) => (i * epochs) / (line.length - 1));
    panel.inside.append(svg("path", { d: panel.path(places, line), class: `line ${LOOK[order]}` }));
  }
  scene.replaceChildren(
    ...strips,
    textAt(44, 146, "loss over all 96 examples, after each step", { class: "title" }),
    panel.node,
    ...tags,
  );
  says.replaceChildren(...sentence(shown));
  return {
    batch_size: size,
    learning_rate: shown.learning_rate,
    seed: shown.seed,
    ends: Object.fromEntries(orders.map((o) => [o, losses[o].at(-1)])),
    steps: losses.sorted.length - 1,
    says: says.textContent,
  };
}

// The first epoch as a row of marks: a bar up for class 1, a dot below for class 0, a gap between batches.
function strip(order, classes, size, y) {
  const gaps = Math.ceil(classes.length / size) - 1;
  const gap = Math.min(6, 120 / Math.max(gaps, 1));
  const pitch = (715 - gaps * gap) / classes.length;
  const nodes = [textAt(130, y + 9, order, { "text-anchor": "end", class: `fill ${LOOK[order].split(" ")[0]}` })];
  classes.forEach((kind, i) => {
    const x = 140 + (i * pitch + Math.floor(i / size) * gap) * (700 / 715);
    nodes.push(
      svg("rect", {
        x,
        y: kind ? y - 6 : y + 8,
        width: pitch * 0.72,
        height: kind ? 20 : 6,
        class: kind ? "fill green" : "fill ink",
        "fill-opacity": kind ? 1 : 0.55,
      }),
    );
  });
  return order === "sorted"
    ? [
        textAt(44, 8, "targets of the first epoch, batch by batch: tall = class 1, short = class 0", {
          class: "title",
        }),
        ...nodes,
      ]
    : nodes;
}

function sentence({ losses, batch_size: size, classes }) {
  const [sorted, shuffled] = [losses.sorted, losses.shuffled];
  if (size >= classes.sorted.length)
    return [
      html("b", {}, "One batch. "),
      "The sum is the same for sorted and for shuffled examples, so the order makes no difference. Wrong targets " +
        "still do.",
    ];
  const swing = (line) => {
    const tail = line.slice(-Math.ceil((line.length - 1) / 5) - 1);
    return Math.max(...tail) - Math.min(...tail);
  };
  return [
    html("b", {}, "Order matters. "),
    "With sorted data, each batch contains only one class. Within the last epoch, the loss changes by " +
      `${formatNumber(swing(sorted), 2)}; with shuffled data, by ${formatNumber(swing(shuffled), 2)}. If x is ` +
      "shuffled but " +
      `y is not, there is nothing to learn: the loss ends at ${formatNumber(losses["x without y"].at(-1))}, and ` +
      "guessing " +
      "gives ln 2 ≈ 0.693.",
  ];
}

export default { render };
