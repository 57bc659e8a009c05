import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { kernelState } from "../transport/kernel_state.js";

const LAYERS = [4, 6, 6, 2];
const ACROSS = [40, 160, 280, 400];
const tall = (layer, i) => 150 + (i - (LAYERS[layer] - 1) / 2) * 42;

function render({ model, el }) {
  const root = createRoot(el, "Network with dropout");
  const { request, drawWith } = kernelState(model);
  const wires = networkWires();
  const units = networkUnits();
  const panel = new Panel({ x: 500, y: 40, width: 330, height: 220, xs: [0, 6], ys: [0, 2.2] });
  panel.axes([], [0, 0.5, 1, 1.5, 2]);
  const bars = Array.from({ length: 6 }, (_, i) =>
    ["ink", "orange", "green", "blue"].map((colour, k) =>
      svg("rect", {
        x: panel.px(i) + 8 + k * 10,
        width: 8,
        rx: 1.5,
        class: `fill ${colour}`,
        "fill-opacity": k === 0 ? 0.5 : 1,
      }),
    ),
  );
  const over = Array.from({ length: 6 }, (_, i) =>
    textAt(panel.px(i) + 22, 34, "", { class: "fill orange", "text-anchor": "middle" }),
  );
  panel.inside.append(...bars.flat());
  const sums = svg("g");
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 340" },
    ...wires.map((wire) => wire.node),
    ...units.flatMap((unit) => [unit.ring, unit.cross]),
    ...["inputs", "hidden", "hidden", "outputs"].map((name, layer) =>
      textAt(ACROSS[layer], 290, name, { class: "quiet", "text-anchor": "middle" }),
    ),
    textAt(500, 16, "outputs of the first hidden layer", { class: "title" }),
    panel.node,
    ...over,
    ...Array.from({ length: 6 }, (_, i) =>
      textAt(panel.px(i) + 27, 275, `neuron ${i + 1}`, { class: "quiet", "text-anchor": "middle" }),
    ),
    sums,
  );
  const says = html("p", { class: "says", role: "status" });
  const box = html("input", {
    type: "checkbox",
    "aria-label": "training",
    change: () => request({ training: box.checked }),
  });
  root.append(
    controlBar(
      slider("rate", model, "rate", { min: 0, max: 0.9, step: 0.05 }, request),
      button("next step", () => request({ seed: model.get("seed") + 1 })),
      html("label", {}, box, "training"),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { bars, box, over, panel, says, sums, units, wires }));
}

function networkWires() {
  const wires = [0, 1, 2]
    .flatMap((layer) =>
      Array.from({ length: LAYERS[layer] }, (_, a) =>
        Array.from({ length: LAYERS[layer + 1] }, (_, b) => ({
          from: [layer, a],
          to: [layer + 1, b],
          node: svg("path", {
            d: `M${ACROSS[layer]} ${tall(layer, a)}L${ACROSS[layer + 1]} ${tall(layer + 1, b)}`,
            class: "line thin",
          }),
        })),
      ),
    )
    .flat();
  return wires;
}

function networkUnits() {
  const units = LAYERS.flatMap((count, layer) =>
    Array.from({ length: count }, (_, i) => {
      const [x, y] = [ACROSS[layer], tall(layer, i)];
      return {
        layer,
        i,
        ring: svg("circle", { cx: x, cy: y, r: 12 }),
        cross: svg("path", { d: `M${x - 8} ${y - 8}l16 16m0 -16l-16 16`, class: "line red" }),
      };
    }),
  );
  return units;
}

function draw(shown, { bars, box, over, panel, says, sums, units, wires }) {
  box.checked = shown.training;
  const there = ([layer, i]) => (layer === 1 ? shown.now[i] > 0 : layer === 2 ? shown.second[i] : true);
  const alive = wires.filter(({ from, to, node }) => {
    const on = there(from) && there(to);
    node.style.stroke = on ? "var(--quiet)" : "transparent";
    return on;
  }).length;
  units.forEach(({ layer, i, ring, cross }) => {
    const on = there([layer, i]);
    ring.setAttribute("class", on ? (layer % 3 ? "fill orange" : "fill blue") : "hair");
    cross.setAttribute("visibility", on ? "hidden" : "visible");
  });
  const rows = [shown.input, shown.now, shown.mean, shown.unscaled];
  bars.forEach((group, i) => {
    group.forEach((bar, k) => {
      setAttributes(
        bar,
        { y: panel.py(Math.min(rows[k][i], 2.2)), height: panel.py(0) - panel.py(Math.min(rows[k][i], 2.2)) },
        [],
      );
    });
  });
  // At a high rate, the kept units are larger than the plot. An arrow shows their value.
  over.forEach((node, i) => {
    node.textContent = shown.now[i] > 2.2 ? `↑${formatNumber(shown.now[i], 2)}` : "";
  });
  const totals = rows.map((row) => row.reduce((a, b) => a + b));
  sums.replaceChildren(
    ...["without dropout", "this step", "mean of 1000 steps", "mean, not rescaled"].map((label, k) =>
      svg(
        "g",
        {},
        svg("rect", {
          x: 496 + 180 * (k % 2),
          y: k > 1 ? 313 : 293,
          width: 9,
          height: 9,
          rx: 1.5,
          class: `fill ${["ink", "orange", "green", "blue"][k]}`,
          "fill-opacity": k === 0 ? 0.5 : 1,
        }),
        textAt(510 + 180 * (k % 2), k > 1 ? 321 : 301, `${label}: ${totals[k].toFixed(2)}`, { class: "quiet" }),
      ),
    ),
  );
  says.textContent = sentence(shown, totals, units.filter(({ layer, i }) => !there([layer, i])).length);
  return {
    rate: shown.rate,
    seed: shown.seed,
    training: shown.training,
    now: shown.now,
    mean: shown.mean,
    totals,
    wires: alive,
    says: says.textContent,
  };
}

/** @type {(shown: any, totals: number[], gone: number) => string} */
function sentence({ rate, training }, [without, , mean, unscaled], gone) {
  if (!training) return "At inference, no unit is dropped and no unit is rescaled.";
  if (rate === 0) return "A rate of 0 drops nothing.";
  return (
    `${gone} of 12 hidden units are dropped in this step. The kept units are divided by ` +
    `${formatNumber(1 - rate, 2)}, so the mean of the sum is ${mean.toFixed(2)}, close to ` +
    `${without.toFixed(2)} without dropout. Without this division, it would be ${unscaled.toFixed(2)}.`
  );
}

export default { render };
