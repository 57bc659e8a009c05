const MOONS = { centre: [0.5, 0.25], reach: 1.9 };

function render({ model, el }) {
  const root = shell(el, "Loss landscape");
  const which = (depth, seed) => `${depth} ${seed}`;
  let [field, known] = [];
  const { wish, drawn } = answering(model, ["depth", "seed", "at"], ["response", "field"], (said, response, other) => {
    if (other) [field, known] = [floats(other), which(said.depth, said.seed)];
    return { ...said, response: floats(response) };
  });
  const dots = rows(floats(model.get("dots")), 3);
  const map = new Terrain({ x: 34, y: 22, side: 350 });
  const net = new Terrain({ x: 474, y: 22, side: 350, ...MOONS });
  // The map comes along only where it is to be another one, or one that is not there yet.
  const turn = (state) => wish(state, { field: true });
  const moveTo = (place) => wish({ at: place.map((v) => clamp(snap(v, 0.01), -1, 1)) },
    { field: known !== which(model.get("depth"), model.get("seed")) });
  const grip = pin("network", { step: () => 0.05, get: () => model.get("at"), put: moveTo, text: ([a, b]) => `a = ${written(a)}, b = ${written(b)}` });
  const ground = svg("g", { style: "cursor: crosshair" }, svg("rect", { x: 34, y: 22, width: 350, height: 350, fill: "transparent" }), map.node, grip);
  const picture = svg("svg", { viewBox: "0 0 848 406" }, ground, net.node);
  dragging(ground, picture, (x, y) => moveTo(map.at(x, y)));
  const says = html("p", { class: "says", role: "status" });
  const depth = html("select", { "aria-label": "hidden layers", change: () => turn({ depth: Number(depth.value) }) },
    ...[1, 4, 10].map((d) => html("option", { value: d }, String(d))));
  root.append(html("div", { class: "controls" }, html("label", {}, "hidden layers", depth),
    html("button", { type: "button", click: () => turn({ seed: model.get("seed") + 1 }) }, "two other random directions"),
    html("button", { type: "button", click: () => moveTo([0, 0]) }, "back to the trained net")), picture, says);

  drawn(root, [], (shown) => {
    depth.value = shown.depth;
    map.show(field, 1);
    map.ticks(["a · D₁", "b · D₂"]);
    map.inside.replaceChildren(svg("path", { d: `M${map.px(0) - 7} ${map.py(0)}h14m-7 -7v14`, class: "line ink" }));
    grip.show(map);
    answer(net, shown.response, dots);
    const [a, b] = shown.at;
    const same = a === 0 && b === 0;
    says.replaceChildren(html("b", {}, `J = ${written(shown.loss)}, ${Math.round(100 * shown.accuracy)} % right. `), same
      ? `The trained net of ${shown.weights} weights. On this map, up to J = ${written(shown.highest)}, there ${shown.hollows === 1 ? "is one hollow" : `are ${shown.hollows} hollows`}.`
      : `Here every weight is another one: W ${a < 0 ? "−" : "+"} ${written(Math.abs(a))} D₁ ${b < 0 ? "−" : "+"} ${written(Math.abs(b))} D₂. The trained net, at the cross, has J = ${written(shown.centre)}.`);
    return { depth: shown.depth, seed: shown.seed, at: shown.at, loss: shown.loss, accuracy: shown.accuracy, hollows: shown.hollows, highest: shown.highest, says: says.textContent };
  });
}

// What the net at the dot answers in the plane of its two inputs: a border, and each side's wash.
function answer(net, response, dots) {
  paint(net.canvas, response, sides);
  net.image.setAttribute("href", net.canvas.toDataURL());
  net.frame.replaceChildren(words(474, 14, "the network at the dot, and its border between × and ●", { class: "quiet" }));
  net.lines.setAttribute("d", contour(response, net.side, 0));
  net.lines.setAttribute("class", "line ink");
  net.inside.replaceChildren(...twoClasses(dots.map(([x, y, kind]) => [net.px(x), net.py(y), kind])));
}

export default { render };
