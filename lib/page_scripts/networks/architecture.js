import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { select } from "../controls/select.js";
import { createRoot, html, KEEP_KEYS, svg, textAt } from "../drawing/elements.js";
import { clamp } from "../drawing/numbers.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const TOP = 22;

function render({ model, el }) {
  const root = createRoot(el, "Architecture");
  const { request, save, drawWith } = kernelState(model, (said, weights) => ({ ...said, weights: toNumbers(weights) }));
  const scene = svg("g");
  const picture = svg("svg", {}, scene);
  const columns = html("div", { style: "display: grid; margin: 2px 0 6px" });
  const says = html("p", { class: "says", "aria-live": "polite" });
  const settle = (widths) => {
    const [column] = model.get("selected");
    save({ selected: [Math.min(Math.max(column, 1), widths.length - 1), 0] });
    request({ widths });
  };
  const resize = (column, by) =>
    settle(
      model.get("widths").map((width, i) => (i === column ? clamp(width + by * pace(width, by), 1, 1000) : width)),
    );
  const deeper = () => settle([...model.get("widths").slice(0, -1), 3, ...model.get("widths").slice(-1)]);
  const flatter = () => settle([...model.get("widths").slice(0, -2), ...model.get("widths").slice(-1)]);
  const add = button("add a hidden layer", deeper);
  const remove = button("remove a hidden layer", flatter);
  const actions = {
    resize,
    choose: (column, neuron) => save({ selected: [column, neuron] }),
    focus: () => /** @type {SVGElement | null} */ (scene.querySelector("[tabindex='0']"))?.focus(),
  };
  root.append(
    controlBar(
      add,
      remove,
      select("activation of hidden layers", model, "activation", request),
      button("random weights", () => request({ seed: model.get("seed") + 1 })),
    ),
    picture,
    columns,
    says,
  );

  drawWith(root, ["selected"], (shown) => draw(shown, { actions, add, columns, model, picture, remove, says, scene }));
}

// The positions of the neurons that are drawn.
function layout(places) {
  const high = clamp(44 * Math.max(...places.map((column) => column.length)), 150, 300);
  const x = (column) => ((column + 0.5) / places.length) * 848;
  const y = (column, at) =>
    TOP + high / 2 + (at - (places[column].length - 1) / 2) * Math.min(44, high / places[column].length);
  return { high, x, y };
}

function draw(
  { widths, places, layers, total, weights },
  { actions, add, columns, model, picture, remove, says, scene },
) {
  const [column, neuron] = model.get("selected");
  const selected = places[column]?.includes(neuron) ? [column, neuron] : [1, 0];
  const at = layout(places);
  picture.setAttribute("viewBox", `0 0 848 ${TOP + at.high + 66}`);
  scene.replaceChildren(
    ...lines(places, weights, selected, at),
    ...circles(places, widths, selected, at, actions),
    ...names(widths, layers, at),
  );
  const half = widths.length;
  columns.style.gridTemplateColumns = `repeat(${half}, 1fr)`;
  if (columns.children.length !== half)
    columns.replaceChildren(...widths.map((_, column) => steppers(column, half, actions)));
  add.disabled = half >= 7;
  remove.disabled = half <= 2;
  says.replaceChildren(...sentence(selected, widths, layers, total));
  return {
    widths,
    params: layers.map((layer) => layer.params),
    shapes: layers.map((layer) => layer.shape),
    total,
    selected,
    weights: [...weights].slice(0, 200),
    drawn: places.map((column) => column.length),
    says: says.textContent,
  };
}

// Move to the neighbour in the direction of an arrow key.
function walk(event, places, [column, neuron], { choose, focus }) {
  const at = places[column].indexOf(neuron);
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
  if (!dx && !dy) return;
  event.preventDefault();
  const to = clamp(column + dx, 0, places.length - 1);
  choose(to, places[to][clamp(at + dy, 0, places[to].length - 1)]);
  requestAnimationFrame(() => requestAnimationFrame(focus));
}

function lines(places, weights, selected, { x, y }) {
  const most = Math.max(...weights.map(Math.abs), 1e-9);
  let next = 0;
  const faint = [];
  const bold = [];
  for (let k = 0; k + 1 < places.length; k++) {
    places[k].forEach((_, i) => {
      places[k + 1].forEach((to, j) => {
        const w = weights[next++];
        const mine = selected[0] === k + 1 && selected[1] === to;
        (mine ? bold : faint).push(
          svg("path", {
            d: `M${x(k)} ${y(k, i)}L${x(k + 1)} ${y(k + 1, j)}`,
            class: `line ${w < 0 ? "orange dashed" : "blue"}`,
            style: `stroke-width: ${0.4 + (3.2 * Math.abs(w)) / most}; stroke-opacity: ${mine ? 1 : 0.28}`,
          }),
        );
      });
    });
  }
  return [...faint, ...bold];
}

function circles(places, widths, selected, { x, y }, actions) {
  return places.flatMap((column, k) => [
    ...column.map((neuron, at) => {
      const mine = selected[0] === k && selected[1] === neuron;
      const what = k === 0 ? "input" : k === widths.length - 1 ? "output" : `hidden layer ${k}, neuron`;
      return svg(
        "g",
        {
          class: "handle",
          ...KEEP_KEYS,
          role: "button",
          tabindex: mine ? 0 : -1,
          "aria-pressed": mine,
          "aria-label": `${what} ${neuron + 1}`,
          style: "cursor: pointer",
          click: () => actions.choose(k, neuron),
          keydown: (event) => walk(event, places, selected, actions),
        },
        svg("circle", { cx: x(k), cy: y(k, at), r: 15, class: "ring" }),
        svg("circle", {
          cx: x(k),
          cy: y(k, at),
          r: 10,
          class: mine ? "line ink" : "line thin ink",
          style: "fill: var(--jp-layout-color0, Canvas)",
        }),
        mine ? svg("circle", { cx: x(k), cy: y(k, at), r: 4, class: "fill ink" }) : "",
      );
    }),
    widths[k] > column.length
      ? textAt(
          x(k) + 18,
          (y(k, column.length - 2) + y(k, column.length - 1)) / 2 + 4,
          `⋮ ${widths[k] - column.length} more`,
          { class: "quiet halo" },
        )
      : "",
  ]);
}

function names(widths, layers, { x, high }) {
  const text = (column, line, content, kind = "") =>
    textAt(x(column), TOP + high + 22 + 17 * line, content, { class: kind, "text-anchor": "middle" });
  return widths.flatMap((width, k) => {
    if (k === 0)
      return [
        text(0, 0, "inputs", "title"),
        text(0, 1, `(None, ${width})`, "quiet"),
        text(0, 2, "no parameters", "quiet"),
      ];
    const { activation, params } = layers[k - 1];
    return [
      text(k, 0, `Dense(${width}, ${activation})`, "title"),
      text(k, 1, `(None, ${width})`, "quiet"),
      text(k, 2, `${widths[k - 1]}·${width} + ${width} = ${params}`),
    ];
  });
}

function steppers(column, count, { resize }) {
  const stepper = (text, by, label) =>
    button(text, () => resize(column, by), { "aria-label": label, style: "width: 30px; margin: 0 3px" });
  const of = column === 0 ? "inputs" : column === count - 1 ? "outputs" : `hidden layer ${column}`;
  return html(
    "div",
    { style: "text-align: center" },
    stepper("−", -1, `fewer in ${of}`),
    stepper("+", 1, `more in ${of}`),
  );
}

// Steps of 1 for small layers, larger steps for large ones.
const pace = (width, by) => (width + (by < 0 ? -1 : 0) < 16 ? 1 : width + (by < 0 ? -1 : 0) < 128 ? 16 : 112);

/** @type {(selected: number[], widths: number[], layers: any[], total: number) => (Node | string)[]} */
function sentence([column, neuron], widths, layers, total) {
  const sum = layers.map((layer) => layer.params).join(" + ");
  const whole =
    layers.length > 1
      ? `The whole network has ${sum} = ${total} parameters.`
      : `The whole network has ${total} parameters.`;
  if (column === 0)
    return [
      html("b", {}, `Input ${neuron + 1}. `),
      `It holds one number of the example and has no parameters. It has ${widths[1]} outgoing ` +
        `${widths[1] === 1 ? "weight" : "weights"}. ${whole}`,
    ];
  const before = widths[column - 1];
  const who = column === widths.length - 1 ? `Output ${neuron + 1}` : `Neuron ${neuron + 1} of hidden layer ${column}`;
  return [
    html("b", {}, `${who}. `),
    `It receives ${before === 1 ? "one number" : `all ${before} numbers`} from the previous layer, so it has ` +
      `${before} ${before === 1 ? "weight" : "weights"} and 1 bias. ` +
      `Its layer has ${widths[column]} such ${widths[column] === 1 ? "neuron" : "neurons"}: ${widths[column]} ` +
      `· (${before} + 1) = ${layers[column - 1].params}. ${whole}`,
  ];
}

export default { render };
