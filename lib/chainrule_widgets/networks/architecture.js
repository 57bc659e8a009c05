const TOP = 22;
const STATE = ["widths", "activation", "seed"];

function render({ model, el }) {
  const root = shell(el, "Architecture");
  const { wish, tell, drawn } = answering(model, STATE, ["weights"], (said, weights) => ({ ...said, weights: floats(weights) }));
  let high = 300;
  const scene = svg("g");
  const picture = svg("svg", { viewBox: `0 0 848 ${TOP + high + 66}` }, scene);
  const columns = html("div", { style: "display: grid; margin: 2px 0 6px" });
  const says = html("p", { class: "says", "aria-live": "polite" });
  const settle = (widths) => {
    const [column] = model.get("poked");
    tell({ poked: [Math.min(Math.max(column, 1), widths.length - 1), 0] });
    wish({ widths });
  };
  const resize = (column, by) => settle(model.get("widths").map((width, i) => (i === column ? clamp(width + by * pace(width, by), 1, 1000) : width)));
  const deeper = () => settle([...model.get("widths").slice(0, -1), 3, ...model.get("widths").slice(-1)]);
  const flatter = () => settle([...model.get("widths").slice(0, -2), ...model.get("widths").slice(-1)]);
  const [add, remove] = [["add a hidden layer", deeper], ["take one away", flatter]].map(([text, click]) => html("button", { type: "button", click }, text));
  root.append(html("div", { class: "controls" }, add, remove,
    choice("activation of hidden layers", ["relu", "tanh", "sigmoid", "linear"], model, "activation", wish),
    html("button", { type: "button", click: () => wish({ seed: model.get("seed") + 1 }) }, "other weights")),
  picture, columns, says);

  function walk(event, places) {
    const [column, neuron] = model.get("poked");
    const at = places[column].indexOf(neuron);
    const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    if (!dx && !dy) return;
    event.preventDefault();
    const to = clamp(column + dx, 0, places.length - 1);
    tell({ poked: [to, places[to][clamp(at + dy, 0, places[to].length - 1)]] });
    requestAnimationFrame(() => requestAnimationFrame(() => scene.querySelector("[tabindex='0']")?.focus()));
  }

  drawn(root, ["poked"], ({ widths, places, layers, total, weights }) => {
    const poked = model.get("poked")[0] < widths.length && places[model.get("poked")[0]].includes(model.get("poked")[1]) ? model.get("poked") : [1, 0];
    high = clamp(44 * Math.max(...places.map((column) => column.length)), 150, 300);
    picture.setAttribute("viewBox", `0 0 848 ${TOP + high + 66}`);
    const x = (column) => ((column + 0.5) / widths.length) * 848;
    const y = (column, at) => TOP + high / 2 + (at - (places[column].length - 1) / 2) * Math.min(44, high / places[column].length);
    scene.replaceChildren(...lines(places, weights, poked, x, y), ...circles(places, widths, poked, x, y), ...names(widths, layers, x));
    const half = widths.length;
    columns.style.gridTemplateColumns = `repeat(${half}, 1fr)`;
    if (columns.children.length !== half) columns.replaceChildren(...widths.map((_, column) => steppers(column, half)));
    add.disabled = half >= 7;
    remove.disabled = half <= 2;
    says.replaceChildren(...sentence(poked, widths, layers, total));
    return { widths, params: layers.map((layer) => layer.params), shapes: layers.map((layer) => layer.shape), total, poked, weights: [...weights].slice(0, 200),
      drawn: places.map((column) => column.length), says: says.textContent };
  });

  function lines(places, weights, poked, x, y) {
    const most = Math.max(...weights.map(Math.abs), 1e-9);
    let at = 0;
    const faint = [];
    const bold = [];
    for (let k = 0; k + 1 < places.length; k++) {
      places[k].forEach((_, i) => places[k + 1].forEach((to, j) => {
        const w = weights[at++];
        const mine = poked[0] === k + 1 && poked[1] === to;
        (mine ? bold : faint).push(svg("path", { d: `M${x(k)} ${y(k, i)}L${x(k + 1)} ${y(k + 1, j)}`, class: `line ${w < 0 ? "orange dashed" : "blue"}`,
          style: `stroke-width: ${0.4 + (3.2 * Math.abs(w)) / most}; stroke-opacity: ${mine ? 1 : 0.28}` }));
      }));
    }
    return [...faint, ...bold];
  }

  function circles(places, widths, poked, x, y) {
    return places.flatMap((column, k) => [...column.map((neuron, at) => {
      const mine = poked[0] === k && poked[1] === neuron;
      const what = k === 0 ? "input" : k === widths.length - 1 ? "output" : `hidden layer ${k}, neuron`;
      return svg("g", { class: "handle", ...OURS, role: "button", tabindex: mine ? 0 : -1, "aria-pressed": mine, "aria-label": `${what} ${neuron + 1}`, style: "cursor: pointer",
        click: () => tell({ poked: [k, neuron] }), keydown: (event) => walk(event, places) },
      svg("circle", { cx: x(k), cy: y(k, at), r: 15, class: "ring" }),
      svg("circle", { cx: x(k), cy: y(k, at), r: 10, class: mine ? "line ink" : "line thin ink", style: "fill: var(--jp-layout-color0, Canvas)" }),
      mine ? svg("circle", { cx: x(k), cy: y(k, at), r: 4, class: "fill ink" }) : "");
    }), widths[k] > column.length ? words(x(k) + 18, (y(k, column.length - 2) + y(k, column.length - 1)) / 2 + 4, `⋮ ${widths[k] - column.length} more`, { class: "quiet halo" }) : ""]);
  }

  function names(widths, layers, x) {
    const text = (column, line, content, kind = "") => words(x(column), TOP + high + 22 + 17 * line, content, { class: kind, "text-anchor": "middle" });
    return widths.flatMap((width, k) => {
      if (k === 0) return [text(0, 0, "inputs", "title"), text(0, 1, `(None, ${width})`, "quiet"), text(0, 2, "nothing to learn", "quiet")];
      const { activation, params } = layers[k - 1];
      return [text(k, 0, `Dense(${width}, ${activation})`, "title"), text(k, 1, `(None, ${width})`, "quiet"), text(k, 2, `${widths[k - 1]}·${width} + ${width} = ${params}`)];
    });
  }

  function steppers(column, count) {
    const of = column === 0 ? "inputs" : column === count - 1 ? "outputs" : `hidden layer ${column}`;
    return html("div", { style: "text-align: center" },
      ...[["−", -1, "fewer in"], ["+", 1, "more in"]].map(([text, by, what]) =>
        html("button", { type: "button", "aria-label": `${what} ${of}`, style: "width: 30px; margin: 0 3px", click: () => resize(column, by) }, text)));
  }
}

// One by one where neurons are drawn one by one, faster where they are not.
const pace = (width, by) => (width + (by < 0 ? -1 : 0) < 16 ? 1 : width + (by < 0 ? -1 : 0) < 128 ? 16 : 112);

function sentence([column, neuron], widths, layers, total) {
  const sum = layers.map((layer) => layer.params).join(" + ");
  const whole = layers.length > 1 ? `The whole network: ${sum} = ${total} numbers.` : `That is the whole network: ${total} numbers.`;
  if (column === 0) return [html("b", {}, `Input ${neuron + 1}. `), `It holds a number of the example and learns nothing itself. ${widths[1]} weights take it on. ${whole}`];
  const before = widths[column - 1];
  const who = column === widths.length - 1 ? `Output ${neuron + 1}` : `Neuron ${neuron + 1} of hidden layer ${column}`;
  return [html("b", {}, `${who}. `), `It takes ${before === 1 ? "the one number" : `all ${before} numbers`} from the column before, so it owns ${before} ${before === 1 ? "weight" : "weights"} and 1 bias. `
    + `Its layer has ${widths[column]} such ${widths[column] === 1 ? "neuron" : "neurons"}: ${widths[column]} · (${before} + 1) = ${layers[column - 1].params}. ${whole}`];
}

export default { render };
