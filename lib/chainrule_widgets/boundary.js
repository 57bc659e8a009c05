const [SIDE, EDGE, CELLS] = [360, 1.5, 64];

function render({ model, el }) {
  const root = shell(el, "Decision boundary");
  const tell = telling(model);
  const names = ["data", "activation", "hidden", "seed"];
  const canvas = html("canvas", { width: CELLS, height: CELLS, class: "field", "aria-hidden": "true" });
  const scene = svg("g");
  const picture = svg("svg", { viewBox: `0 0 ${SIDE} ${SIDE}`, role: "img" }, scene);
  const says = html("p", { class: "says", role: "status" });
  const settled = () => ({ ...model.get("seen"), field: floats(model.get("field")), dots: floats(model.get("dots")) });
  let shown = settled();
  const ask = asking(model, (answer, [field, dots]) => {
    shown = { ...answer, field: floats(field), dots: floats(dots) };
    soon();
  });
  // The kernel draws what was asked last; its own record of the state follows when the hand rests.
  const wish = (state) => {
    tell(state);
    ask(Object.fromEntries(names.map((name) => [name, model.get(name)])));
  };
  root.append(
    html("div", { class: "split" }, html("div", { class: "stage" }, canvas, picture),
      html("div", { class: "controls tall" },
        choice("points", ["two heaps", "ring", "moons", "four corners"], model, "data", wish),
        choice("activation", ["linear", "relu", "leaky_relu", "tanh", "sigmoid", "step"], model, "activation", wish),
        slider("hidden units", model, "hidden", { min: 1, max: 40, step: 1 }, wish),
        html("button", { type: "button", click: () => wish({ seed: model.get("seed") + 1 }) }, "draw another hidden layer"),
        key(), says)));
  const draw = () => {
    paint(canvas, shown.field);
    scene.replaceChildren(border(shown.field), ...dots(shown.dots));
    says.replaceChildren(html("b", {}, `${shown.right} of ${shown.of} right. `), sentence(shown));
    picture.setAttribute("aria-label", says.textContent);
    const wrong = scene.querySelectorAll(".wrong").length;
    return { wrong, ...Object.fromEntries(names.map((name) => [name, shown[name]])), right: shown.right, of: shown.of, says: says.textContent };
  };
  const soon = drawing(root, model, [], draw);
  model.on("change:seen change:field change:dots", () => { shown = settled(); soon(); });
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

// Both sides are washed with see-through colour, so that the page's own background stays.
function paint(canvas, field) {
  const image = new ImageData(CELLS, CELLS);
  for (let row = 0; row < CELLS; row++) {
    for (let column = 0; column < CELLS; column++) {
      const score = field[(CELLS - 1 - row) * CELLS + column];
      const sure = clamp(Math.abs(score), 0, 1);
      const [r, g, b] = score > 0 ? [0, 158, 115] : [213, 94, 0];
      image.data.set([r, g, b, 20 + 75 * sure], 4 * (row * CELLS + column));
    }
  }
  canvas.getContext("2d").putImageData(image, 0, 0);
}

// The border is where the score passes 0: in each little square, from edge to edge.
function border(field) {
  const at = (row, column) => field[row * CELLS + column];
  const step = SIDE / (CELLS - 1);
  let d = "";
  for (let row = 0; row < CELLS - 1; row++) {
    for (let column = 0; column < CELLS - 1; column++) {
      const corners = [[row, column], [row, column + 1], [row + 1, column + 1], [row + 1, column]];
      const cuts = [];
      corners.forEach(([r, c], i) => {
        const [r2, c2] = corners[(i + 1) % 4];
        const [a, b] = [at(r, c), at(r2, c2)];
        if (a > 0 === b > 0) return;
        const part = a / (a - b);
        cuts.push(`${((c + part * (c2 - c)) * step).toFixed(1)} ${(SIDE - (r + part * (r2 - r)) * step).toFixed(1)}`);
      });
      for (let i = 0; i + 1 < cuts.length; i += 2) d += `M${cuts[i]}L${cuts[i + 1]}`;
    }
  }
  return svg("path", { d, class: "line ink" });
}

export default { render };
