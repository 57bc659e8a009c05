function render({ model, el }) {
  const root = shell(el, "Loss surface");
  const names = ["data", "start", "learning_rate", "steps"];
  const grounds = Object.fromEntries(Object.entries(model.get("grounds")).map(([name, g]) => [name, { ...g, field: floats(g.field), points: rows(floats(g.points), 2) }]));
  const { wish, drawn } = answering(model, names, ["walked", "curves"],
    (said, walked, curves) => ({ ...said, rows: rows(floats(walked, Float64Array), 3), ends: floats(curves) }));
  const map = new Terrain({ x: 34, y: 22, side: 350 });
  const here = () => grounds[model.get("data")];
  const moveTo = (place) => wish({ start: place.map((v, i) => clamp(snap(v, 0.01), here().centre[i] - here().reach, here().centre[i] + here().reach)) });
  const grip = pin("weights", { step: () => here().reach / 50, get: () => model.get("start"), put: moveTo });
  const surface = svg("g", { style: "cursor: crosshair" }, svg("rect", { x: 34, y: 22, width: 350, height: 350, fill: "transparent" }), map.node, grip);
  const side = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 406" }, surface, side);
  dragging(surface, picture, (x, y) => moveTo(map.at(x, y)));
  const says = html("p", { class: "says", role: "status" });
  root.append(html("div", { class: "controls" },
    choice("data", Object.keys(grounds), model, "data",
      ({ data }) => wish({ data, start: [...grounds[data].start], learning_rate: grounds[data].rate })),
    powers("learning rate", model, "learning_rate", { min: 0.001, max: 10 }, wish),
    slider("steps", model, "steps", { min: 0, max: 60, step: 1 }, wish)), picture, says);

  drawn(root, [], (shown) => {
    const ground = grounds[shown.data];
    map.show(ground.field, ground.reach, ground.centre);
    map.ticks();
    const places = shown.rows.map(([a, b]) => [a, b]);
    const end = places.at(-1);
    map.inside.replaceChildren(svg("path", { d: map.path(places), class: "line thin orange" }), ...footprints(map, places.slice(1), { class: "fill orange" }),
      svg("circle", { cx: map.px(end[0]), cy: map.py(end[1]), r: shown.steps ? 5.5 : 0, class: "line green" }));
    grip.show(map);
    side.replaceChildren(plot(ground, shown));
    const [before, after] = shown.losses;
    const place = ([a, b]) => `w₀ = ${written(a)}, w₁ = ${written(b)}`;
    says.replaceChildren(html("b", {}, `J(${place(places[0])}) = ${written(before)}. `), shown.steps
      ? after < before ? `${shown.steps} steps of descent end at ${place(end)}, where J = ${written(after)}.` : `${shown.steps} steps of descent have made it worse: J = ${written(after)}. The learning rate is too large.`
      : "The place on the map is the dashed line beside it. Move it to where the map is bluest, or let descent do it: add steps.");
    return { ...Object.fromEntries(names.map((name) => [name, shown[name]])), losses: shown.losses, path: places, says: says.textContent };
  });
}

// The data, and the neuron before and after descent.
function plot({ points }, { ends, steps, data }) {
  const third = ends.length / 3;
  const [x, first, last] = [0, 1, 2].map((i) => [...ends.subarray(i * third, (i + 1) * third)]);
  const ys = points.map((p) => p[1]);
  const room = 0.15 * (Math.max(...ys) - Math.min(...ys));
  const panel = new Panel({ x: 470, y: 40, width: 354, height: 290, xs: [x[0], x.at(-1)], ys: [Math.min(...ys) - room, Math.max(...ys) + room] });
  const yes = data.includes("benign");
  panel.axes(ticks(...panel.xs, 5), yes ? [0, 1] : ticks(...panel.ys, 5), yes ? "mean radius of the cell nuclei, standardised" : "x");
  panel.frame.append(words(470, 30, yes ? "1 = benign, 0 = malignant; ŷ = σ(w₀ + w₁ x)" : "ŷ = w₀ + w₁ x", { class: "quiet" }));
  panel.inside.append(...points.map(([px, py]) => svg("circle", { cx: panel.px(px), cy: panel.py(py), r: 3, class: "fill blue", "fill-opacity": 0.55 })),
    svg("path", { d: panel.path(x, first), class: "line dashed orange" }));
  if (steps) panel.inside.append(svg("path", { d: panel.path(x, last), class: "line green" }));
  panel.frame.append(svg("path", { d: "M470 385h30", class: "line dashed orange" }), words(508, 389, "at the dot"));
  if (steps) panel.frame.append(svg("path", { d: "M600 385h30", class: "line green" }), words(638, 389, "after the steps (ring)"));
  return panel.node;
}

export default { render };
