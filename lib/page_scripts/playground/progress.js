// How it goes: both losses by epoch, and the size of the gradient in each layer.

import { html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, superscript } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";

const [LOW, HIGH] = [-9, 3];

export function progressView(session) {
  const losses = new Panel({ x: 42, y: 20, width: 330, height: 74, xs: [0, 1], ys: [0, 1] });
  const train = svg("path", { class: "line blue" });
  const test = svg("path", { class: "line dashed orange" });
  const bars = svg("g");
  const values = svg("g");
  losses.inside.append(test, train);
  const picture = svg(
    "svg",
    { viewBox: "0 0 940 116", role: "img" },
    textAt(42, 12, "loss by epoch", { class: "title" }),
    losses.node,
    bars,
    values,
  );
  const node = html("div", { class: "trace" }, picture);
  const draw = () => {
    const { shown } = session;
    drawLosses(losses, train, test, shown);
    const tops = drawGradients(bars, shown);
    values.replaceChildren(...table(shown));
    picture.setAttribute("aria-label", `Training loss ${said(shown.losses[0])}, test loss ${said(shown.losses[1])}`);
    return { bars: tops, curve: shown.curves.length / 3 };
  };
  return { node, draw };
}

export const said = (value) => (value === null ? "NaN" : formatNumber(value));

function drawLosses(panel, train, test, { curves, epoch, losses }) {
  const rows = [];
  for (let i = 0; i < curves.length; i += 3) rows.push([curves[i], curves[i + 1], curves[i + 2]]);
  if (losses[0] !== null && epoch > (rows.at(-1)?.[0] ?? 0)) rows.push([epoch, ...losses]);
  const finite = rows.flatMap((row) => row.slice(1)).filter(Number.isFinite);
  const start = Math.max(...(rows[0] ?? [0, 1, 1]).slice(1).filter(Number.isFinite), 1e-3);
  const top = clamp(Math.max(...finite, 1e-3), 1e-3, 4 * start) * 1.06;
  panel.xs = [0, Math.max(epoch, 1)];
  panel.ys = [0, top];
  // Text is slow to lay out: the axes are written anew when they are due, not in every frame.
  const due = `${panel.xs[1].toPrecision(2)} ${top.toPrecision(2)} ${curves.length}`;
  if (due !== panel.due) panel.axes(ticks(0, panel.xs[1], 4).filter(Number.isInteger), ticks(0, top, 3));
  panel.due = due;
  const xs = rows.map((row) => row[0]);
  train.setAttribute(
    "d",
    panel.path(
      xs,
      rows.map((row) => row[1]),
    ),
  );
  test.setAttribute(
    "d",
    panel.path(
      xs,
      rows.map((row) => row[2]),
    ),
  );
}

// Bars on a scale of powers of ten; a layer that gets nothing says so.
function drawGradients(group, { sizes, widths }) {
  const [left, wide, floor, tall] = [448, 290, 94, 74];
  const share = (power) => (clamp(power, LOW, HIGH) - LOW) / (HIGH - LOW);
  const nodes = [textAt(left, 12, "size of the gradient, layer by layer", { class: "title" })];
  for (const power of [-9, -6, -3, 0, 3]) {
    const y = floor - tall * share(power);
    nodes.push(
      svg("path", { d: `M${left} ${y}h${wide}`, class: "hair" }),
      textAt(left - 6, y + 4, power ? `10${superscript(power)}` : "1", { class: "quiet", "text-anchor": "end" }),
    );
  }
  const count = widths.length - 1;
  const step = wide / count;
  const tops = [];
  for (let i = 0; i < count; i++) {
    const middle = left + step * (i + 0.5);
    nodes.push(
      textAt(middle, floor + 15, i === count - 1 ? (count > 6 ? "out" : "output") : String(i + 1), {
        class: "quiet",
        "text-anchor": "middle",
      }),
    );
    if (!sizes.length) continue;
    const size = sizes[i];
    const height = size > 0 ? Math.max(tall * share(Math.log10(size)), 1.5) : 0;
    tops.push(height / tall);
    if (size > 0)
      nodes.push(
        svg("rect", {
          x: middle - Math.min(step * 0.36, 22),
          y: floor - height,
          width: 2 * Math.min(step * 0.36, 22),
          height,
          rx: 2,
          class: "fill green",
        }),
      );
    if (!(size > 0) || step > 44) {
      nodes.push(
        textAt(middle, floor - height - 4, size === null ? "NaN" : formatNumber(size, 2), {
          "text-anchor": "middle",
          class: "small halo",
        }),
      );
    }
  }
  if (!sizes.length)
    nodes.push(
      textAt(left + wide / 2, floor - 40, "take a step, and they appear", { class: "quiet", "text-anchor": "middle" }),
    );
  group.replaceChildren(...nodes);
  return tops;
}

function table({ losses, missed, examples, classes }) {
  const rows = [
    ["", "training", "test"],
    ["loss", said(losses[0]), said(losses[1])],
  ];
  if (classes) {
    const right = missed.map((wrong, i) => `${((100 * (examples[i] - wrong)) / examples[i]).toFixed(1)} %`);
    rows.push(["right", ...right], ["wrong", ...missed.map((wrong, i) => `${wrong} of ${examples[i]}`)]);
  }
  const nodes = rows.flatMap(([name, ...values], r) => [
    textAt(752, 12 + 25 * r + (r ? 6 : 0), name, { class: "quiet" }),
    ...values.map((value, c) =>
      textAt(864 + 76 * c, 12 + 25 * r + (r ? 6 : 0), value, { "text-anchor": "end", class: r ? "" : "title" }),
    ),
  ]);
  return [
    ...nodes,
    svg("path", { d: "M812 20h52", class: "line blue" }),
    svg("path", { d: "M896 20h44", class: "line dashed orange" }),
  ];
}
