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
    const points = rows(shown.dots, 4).map(([a, b, kind, taken]) => [place(a), SIDE - place(b), kind, kind !== taken]);
    scene.replaceChildren(border(shown.field, SIDE), ...twoClasses(points));
    says.replaceChildren(html("b", {}, `${shown.right} of ${shown.of} right. `), sentence(shown));
    picture.setAttribute("aria-label", says.textContent);
    const wrong = points.filter((point) => point[3]).length;
    return { wrong, ...Object.fromEntries(names.map((name) => [name, shown[name]])), right: shown.right, of: shown.of, says: says.textContent };
  });
}

function sentence({ activation, right, of }) {
  if (activation === "linear") return right === of ? "A straight line is enough here." : "The boundary is a straight line, however many units there are.";
  return right === of ? "The boundary bends, and every point is on its side." : "The boundary bends. More units let it bend in more places.";
}

const key = () => {
  const [disc, cross, ring] = [[7, 7, 1], [7, 7, 0], [7, 7, 0, true]].map((point, i) => twoClasses([point])[i]);
  const says = [[cross, "red, y = 0"], [disc, "green, y = 1"], [ring, "on the wrong side"]];
  return html("div", { class: "key" }, ...says.map(([mark, text]) => html("span", {}, svg("svg", { viewBox: "0 0 16 16" }, mark), text)));
};
const place = (v) => ((v + EDGE) / (2 * EDGE)) * SIDE;

export default { render };
