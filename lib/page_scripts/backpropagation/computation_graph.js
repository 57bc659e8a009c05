import { controlBar } from "../controls/bar.js";
import { select } from "../controls/select.js";
import { createRoot, html, KEEP_KEYS, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { kernelState } from "../transport/kernel_state.js";

const [WIDE, TALL, GAP, TOP] = [90, 46, 100, 8];

function render({ model, el }) {
  const root = createRoot(el, "Computation graph");
  const nodes = model.get("nodes");
  const { request, save, latest, drawWith } = kernelState(model);
  const at = () => clamp(model.get("step"), 0, latest().states.length - 1);
  const go = (step) => save({ step: clamp(step, 0, latest().states.length - 1) });
  const last = Math.max(...nodes.map((node) => node.column));
  const pitch = Math.min(186, (840 - WIDE) / last);
  const place = Object.fromEntries(nodes.map((n) => [n.name, { x: 4 + n.column * pitch, y: TOP + n.row * GAP }]));
  const ways = svg("g");
  const boxes = Object.fromEntries(nodes.map((node) => [node.name, box(node, { at, go, latest, place })]));
  const height = TOP + 1.5 * GAP + TALL + 26;
  const picture = svg("svg", { viewBox: `0 0 848 ${height}` }, ways, ...Object.values(boxes).map((part) => part.node));
  const says = html("p", { class: "says", role: "status" });
  const table = html("table");
  const button = (text, label, step) =>
    html("button", { type: "button", "aria-label": label, click: () => go(step()) }, text);
  const turn = () => latest().states.findIndex((state) => Object.keys(state.gradients).length);
  const fields = nodes.filter((node) => !node.inputs.length).map(({ name }) => number(name, model, request));
  const hasActivation = nodes.some((node) => node.kind === "activation");
  root.append(
    controlBar(
      ...fields.map((part) => part.node),
      ...(hasActivation ? [select("g", model, "activation", request)] : []),
    ),
    controlBar(
      button("◀", "previous step", () => at() - 1),
      button("step ▶", "next step", () => at() + 1),
      button("forward pass", "all values", () => turn() - 1),
      button("backward pass", "all derivatives", () => latest().states.length - 1),
      button("restart", "restart", () => 0),
    ),
    picture,
    says,
    table,
  );

  drawWith(root, ["step"], (shown) => draw(shown, { at, boxes, fields, nodes, place, says, table, ways }));
}

// From the right edge of a node to the left edge of the next; its local slope stands on it.
function edge(place, from, to, slope, current, back) {
  const [a, b] = [place[from], place[to]];
  const [x1, y1, x2, y2] = [a.x + WIDE, a.y + TALL / 2, b.x, b.y + TALL / 2];
  const steep = Math.abs(y2 - y1) > 60;
  const below = steep && x2 - x1 < 40 && y1 > y2;
  const [sx, sy] = below ? [a.x + WIDE, a.y + TALL / 2] : [x1, y1];
  const [ex, ey] = [x2, y2 + clamp((sy - y2) / 6, -14, 14)];
  const kind = current ? (back ? "line orange" : "line blue") : "hair";
  /** @type {SVGElement[]} */
  const parts = [
    svg("path", {
      d: `M${sx} ${sy}L${ex} ${ey}`,
      class: kind,
      ...(current && back ? { "stroke-dasharray": "6 4" } : {}),
    }),
  ];
  const angle = Math.atan2(ey - sy, ex - sx) + (back && current ? Math.PI : 0);
  const [tx, ty] = back && current ? [sx, sy] : [ex, ey];
  const wing = (turn) => `${tx - 9 * Math.cos(angle + turn)} ${ty - 9 * Math.sin(angle + turn)}`;
  parts.push(svg("path", { d: `M${wing(0.4)}L${tx} ${ty}L${wing(-0.4)}`, class: kind }));
  const part = Math.abs(ey - sy) > 50 ? 0.36 : 0.5;
  if (slope !== undefined)
    parts.push(
      textAt(sx + part * (ex - sx), sy + part * (ey - sy) - 7, `×${formatNumber(slope)}`, {
        class: "fill orange halo",
        "text-anchor": "middle",
      }),
    );
  return parts;
}

// A click goes to where that node has its value, and on the way back to where it passes its slope on.
function box(node, { at, go, latest, place }) {
  const value = textAt(WIDE / 2, 37, "", { "text-anchor": "middle", class: "fill blue" });
  const slope = textAt(WIDE / 2, TALL + 17, "", { "text-anchor": "middle", class: "fill orange halo" });
  const frame = svg("rect", { width: WIDE, height: TALL, rx: node.inputs.length ? 8 : 23, class: "line thin ink" });
  const visit = () => {
    const steps = latest()
      .states.map((state, i) => [state.node, i])
      .filter(([name]) => name === node.name)
      .map(([, i]) => i);
    if (steps.length) go(at() < steps[0] ? steps[0] : steps.at(-1));
  };
  const active = node.inputs.length
    ? {
        role: "button",
        tabindex: 0,
        ...KEEP_KEYS,
        "aria-label": `go to ${node.name}`,
        class: "handle",
        style: "cursor: pointer",
        click: visit,
        keydown: (event) => {
          if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            visit();
          }
        },
      }
    : {};
  const { x, y } = place[node.name];
  const label = node.inputs.length ? node.formula : node.kind === "data" ? `${node.name} (target)` : node.name;
  const group = svg(
    "g",
    { ...active, transform: `translate(${x} ${y})` },
    ...(node.inputs.length
      ? [svg("rect", { x: -4, y: -4, width: WIDE + 8, height: TALL + 8, rx: 11, class: "ring" })]
      : []),
    frame,
    textAt(WIDE / 2, 18, label, { "text-anchor": "middle", class: "quiet" }),
    value,
    slope,
  );
  return { node: group, value, slope, frame };
}

function draw(shown, { at, boxes, fields, nodes, place, says, table, ways }) {
  const state = shown.states[at()];
  const back = Object.keys(state.gradients).length > 0;
  ways.replaceChildren();
  for (const node of nodes) {
    const passed = state.local[node.name];
    node.inputs.forEach((name, i) => {
      ways.append(
        ...edge(
          place,
          name,
          node.name,
          passed?.[i],
          state.node === node.name && (!back || passed),
          back && passed?.[i] !== undefined,
        ),
      );
    });
    const part = boxes[node.name];
    const value = state.values[node.name];
    part.value.textContent = value === undefined ? "?" : formatNumber(value, 4);
    const slope = state.gradients[node.name];
    part.slope.textContent = slope === undefined ? "" : `∂J/∂${node.name} = ${formatNumber(slope)}`;
    part.frame.style.strokeWidth = state.node === node.name ? 3 : 1.2;
  }
  fields.forEach((part) => {
    part.show(shown.inputs);
  });
  says.replaceChildren(html("b", {}, `Step ${at()} of ${shown.states.length - 1}. `), state.sentence);
  table.replaceChildren(...summary(shown, at() === shown.states.length - 1));
  return {
    step: at(),
    values: state.values,
    slopes: state.gradients,
    local: state.local,
    trial: shown.trial,
    activation: shown.activation,
    says: state.sentence,
  };
}

function number(name, model, request) {
  const input = html("input", {
    type: "number",
    step: 0.1,
    "aria-label": name,
    input: () => {
      const value = Number(input.value);
      if (input.value === "" || !Number.isFinite(value)) return;
      request({ inputs: { ...model.get("inputs"), [name]: clamp(value, -10, 10) } });
    },
  });
  const show = (inputs) => {
    if ((document.activeElement !== input && Number(input.value) !== inputs[name]) || input.value === "")
      input.value = inputs[name];
  };
  return { node: html("label", {}, name, input), show };
}

// At the end of the way back: the same slopes, found without the chain rule.
function summary({ trial, states }, done) {
  const names = Object.keys(trial);
  const row = (head, cells) => html("tr", {}, html("th", {}, head), ...cells.map((cell) => html("td", {}, cell)));
  return [
    row(
      "derivative of J with respect to",
      names.map((name) => html("b", {}, name)),
    ),
    row(
      "by the chain rule",
      names.map((name) => (done ? formatNumber(states.at(-1).gradients[name], 5) : "?")),
    ),
    row(
      "numerical, h = 10⁻⁵",
      names.map((name) => formatNumber(trial[name], 5)),
    ),
  ];
}

export default { render };
