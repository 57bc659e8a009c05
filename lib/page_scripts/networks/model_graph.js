import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { kernelState } from "../transport/kernel_state.js";

const [BOX, ROW] = [86, 108];

function render({ model, el }) {
  const root = createRoot(el, "Graph of a model");
  const { request, save, drawWith } = kernelState(model);
  const nodes = model.get("nodes");
  const inputs = nodes.filter((node) => !node.takes.length).length;
  const { boxes, wide, height } = layout(nodes);
  const scene = svg("g");
  const picture = svg("svg", { viewBox: `0 0 848 ${height}` }, scene);
  const says = html("p", { class: "says", "aria-live": "polite" });
  const go = (at) => save({ at: clamp(at, inputs, nodes.length) });
  const forth = button("next", () => go(at() + 1));
  const back = button("back", () => go(at() - 1));
  const at = () => clamp(model.get("at"), inputs, nodes.length);
  const entry = (i, j) => ({ get: () => model.get("x")[i][j], on: (_, listener) => model.on("change:x", listener) });
  const move =
    (i, j) =>
    ({ value }) =>
      request({ x: model.get("x").map((row, r) => (r === i ? row.map((old, c) => (c === j ? value : old)) : row)) });
  const knobs = model
    .get("x")
    .flatMap((row, i) =>
      row
        .slice(0, model.get("knobs"))
        .map((_, j) =>
          slider(
            row.length > 1 ? `${nodes[i].name} [${j}]` : nodes[i].name,
            entry(i, j),
            "value",
            { min: -3, max: 3, step: 0.1 },
            move(i, j),
          ),
        ),
    );
  root.append(
    controlBar(
      back,
      forth,
      button("run all", () => go(nodes.length)),
      ...knobs,
    ),
    picture,
    says,
  );

  drawWith(root, ["at"], (shown) => draw(shown, { at, back, boxes, forth, inputs, nodes, says, scene, wide }));
}

function draw({ x, values, sizes }, { at, back, boxes, forth, inputs, nodes, says, scene, wide }) {
  const filled = at();
  const current = filled - 1;
  scene.replaceChildren(
    ...arrows(nodes, boxes, wide, filled, current),
    ...nodes.flatMap((node, i) => box(node, boxes[i], wide, i < filled ? values[i] : null, sizes[i], i === current)),
  );
  [back.disabled, forth.disabled] = [filled === inputs, filled === nodes.length];
  says.replaceChildren(...sentence(nodes, current, inputs, sizes, filled));
  return {
    x,
    at: filled,
    values: values.slice(0, filled),
    sizes,
    names: nodes.map((node) => node.name),
    says: says.textContent,
  };
}

// A column for each depth. Arrows that skip a column need space above or below.
function layout(nodes) {
  const deepest = Math.max(...nodes.map((node) => node.depth));
  const columns = Array.from({ length: deepest + 1 }, (_, depth) =>
    nodes.map((_, i) => i).filter((i) => nodes[i].depth === depth),
  );
  const most = Math.max(...columns.map((column) => column.length));
  const pitch = 848 / (deepest + 1);
  const off = (i) => (columns[nodes[i].depth].indexOf(i) - (columns[nodes[i].depth].length - 1) / 2) * ROW;
  const skipping = nodes.flatMap((node) => node.takes.filter((i) => node.depth - nodes[i].depth > 1));
  const top = skipping.some((i) => off(i) <= 0) ? 48 : 8;
  const bottom = skipping.some((i) => off(i) > 0) ? 30 : 6;
  const boxes = nodes.map((node, i) => ({
    x: (node.depth + 0.5) * pitch,
    y: top + (most * ROW) / 2 + off(i),
    below: off(i) > 0,
  }));
  return { boxes, wide: Math.min(132, pitch - 26), height: top + most * ROW + bottom };
}

function arrows(nodes, boxes, wide, filled, current) {
  return nodes.flatMap((node, i) =>
    node.takes.map((from) => {
      const [a, b] = [boxes[from], boxes[i]];
      const [x1, x2] = [a.x + wide / 2, b.x - wide / 2 - 7];
      const over = node.depth - nodes[from].depth > 1;
      // An arrow that skips a column is drawn around it.
      const side = over ? (a.below ? 1 : -1) : 0;
      const reach = Math.max(20, (x2 - x1) / (over ? 4 : 2));
      const end = b.y + 30 * side;
      const [c1, c2] = [a.y + (side > 0 ? 46 : 96 * side), end + 66 * side];
      const start = a.y + 24 * side;
      const on = i === current;
      const kind = on ? "line blue" : i < filled ? "line thin ink" : "hair";
      return svg(
        "g",
        {},
        svg("path", {
          d: `M${x1} ${start}C${x1 + reach} ${c1} ${x2 - reach} ${c2} ${x2} ${end}`,
          class: kind,
          style: on ? "stroke-width: 3.5" : "",
        }),
        svg("path", {
          d: "M0 -5L9 0L0 5z",
          transform: `translate(${x2 - 2} ${end}) rotate(${-40 * side})`,
          class: on ? "fill blue" : "",
          style: on ? "" : "fill: var(--quiet)",
        }),
      );
    }),
  );
}

function box(node, { x, y }, wide, values, size, current) {
  const left = x - wide / 2;
  const line = (at, text, kind = "") => textAt(left + 8, y - BOX / 2 + 17 + 16 * at, text, { class: kind });
  const rows = values
    ? [values.slice(0, 3), values.slice(3)].map((part) => part.map((v) => formatNumber(v, 2)).join("  "))
    : ["", ""];
  if (values && size > values.length) rows[1] += " …";
  const short = (text, each = 6.8) =>
    text.length * each > wide - 12 ? `${text.slice(0, Math.floor((wide - 20) / each))}…` : text;
  const what = `${node.kind === "Input" ? "Input" : node.kind}${node.output ? ", output" : ""}`;
  return [
    svg("rect", {
      x: left,
      y: y - BOX / 2,
      width: wide,
      height: BOX,
      rx: node.kind === "Input" || node.output ? 14 : 5,
      class: current ? "line ink" : "hair",
      style:
        `fill: ${values ? "color-mix(in srgb, var(--blue) 10%, transparent)" : "transparent"}; ` +
        `${current ? "stroke-width: 2.5" : ""}`,
    }),
    line(0, short(node.name), "title"),
    line(1, short(what, 5.6), "quiet"),
    line(
      2,
      short(`(${node.shape.map((s) => s ?? "None").join(", ")})${node.params ? ` ${node.params} params` : ""}`, 5.6),
      "quiet",
    ),
    line(3, rows[0]),
    line(4, rows[1]),
  ];
}

function sentence(nodes, current, inputs, sizes, filled) {
  const node = nodes[current];
  if (filled <= inputs)
    return [
      html("b", {}, "The example is at the inputs. "),
      "Press “next”. A node is computed when all its inputs are known.",
    ];
  const from = node.takes
    .map((i) => `${sizes[i]} ${sizes[i] === 1 ? "number" : "numbers"} of ${nodes[i].name}`)
    .join(" and ");
  const uses = nodes.filter((other) => other.name === node.name).length;
  const action =
    {
      Dense: `maps ${from} to ${sizes[current]}, with ${node.params} parameters`,
      Concatenate:
        `joins ${from}: ${node.takes.map((i) => sizes[i]).join(" + ")} = ${sizes[current]} numbers. It has no ` +
        "parameters",
      Add: `adds ${from}, entry by entry. It has no parameters`,
    }[node.kind] ?? `maps ${from} to ${sizes[current]}`;
  const shared = uses > 1 ? ` This layer is used ${uses} times, with the same weights each time.` : "";
  const end = node.output ? " This is an output of the model." : "";
  return [html("b", {}, `${node.name} (${node.kind}) `), `${action}.${shared}${end}`];
}

export default { render };
