const [SIDE, EDGE, CELLS] = [360, 1.5, 64];

function render({ model, el }) {
  const root = shell(el, "Decision boundary");
  const names = ["data", "activation", "hidden", "seed"];
  const canvas = html("canvas", { width: CELLS, height: CELLS, class: "field", "aria-hidden": "true" });
  const scene = svg("g");
  const picture = svg("svg", { viewBox: `0 0 ${SIDE} ${SIDE}`, role: "img" }, scene);
  const says = html("p", { class: "says", role: "status" });
  const { wish, drawn } = answering(model, names, ["field", "dots"], (said, field, dots) => ({ ...said, field: floats(field), dots: floats(dots) }));
  root.append(
    html("div", { class: "split" }, html("div", { class: "stage" }, canvas, picture),
      html("div", { class: "controls tall" },
        choice("points", ["two heaps", "ring", "moons", "four corners"], model, "data", wish),
        choice("activation", ["linear", "relu", "leaky_relu", "tanh", "sigmoid", "step"], model, "activation", wish),
        slider("hidden units", model, "hidden", { min: 1, max: 40, step: 1 }, wish),
        html("button", { type: "button", click: () => wish({ seed: model.get("seed") + 1 }) }, "draw another hidden layer"),
        key(), says)));
  drawn(root, [], (shown) => {
    paint(canvas, shown.field, sides);
    scene.replaceChildren(border(shown.field, SIDE), ...dots(shown.dots));
    says.replaceChildren(html("b", {}, `${shown.right} of ${shown.of} right. `), sentence(shown));
    picture.setAttribute("aria-label", says.textContent);
    const wrong = scene.querySelectorAll(".wrong").length;
    return { wrong, ...Object.fromEntries(names.map((name) => [name, shown[name]])), right: shown.right, of: shown.of, says: says.textContent };
  });
}

function sentence({ activation, right, of }) {
  if (activation === "linear") return right === of ? "A straight line is enough here." : "The boundary is a straight line, however many units there are.";
  return right === of ? "The boundary bends, and every point is on its side." : "The boundary bends. More units let it bend in more places.";
}

const key = () => html("div", { class: "key" },
  html("span", {}, svg("svg", { viewBox: "0 0 14 14" }, cross(7, 7)), "red, y = 0"),
  html("span", {}, svg("svg", { viewBox: "0 0 14 14" }, disc(7, 7)), "green, y = 1"),
  html("span", {}, svg("svg", { viewBox: "0 0 14 14" }, svg("circle", { cx: 7, cy: 7, r: 6, class: "line thin ink" })), "on the wrong side"));
const cross = (x, y) => svg("path", { d: `M${x - 3.5} ${y - 3.5}l7 7m0 -7l-7 7`, class: "line red" });
const disc = (x, y) => svg("circle", { cx: x, cy: y, r: 3.8, class: "fill green" });
const place = (v) => ((v + EDGE) / (2 * EDGE)) * SIDE;

function dots(rows) {
  const nodes = [];
  for (let i = 0; i < rows.length; i += 4) {
    const [x, y] = [place(rows[i]), SIDE - place(rows[i + 1])];
    nodes.push(rows[i + 2] ? disc(x, y) : cross(x, y));
    if (rows[i + 2] !== rows[i + 3]) nodes.push(svg("circle", { cx: x, cy: y, r: 7.5, class: "line thin ink wrong" }));
  }
  return nodes;
}

export default { render };
