const STATE = ["scale", "mean", "deviation", "learning_rate"];
const SCALES = ["as it is", "to [0, 1]", "to [−1, 1]", "mean 0, deviation 1"];
const LEVELS = [0.01, 0.04, 0.16, 0.64, 2.56, 10.24, 40.96];

function render({ model, el }) {
  const root = shell(el, "Ravine");
  const { wish, newest, drawn } = answering(model, STATE);
  const panel = new Panel({ x: 44, y: 12, width: 340, height: 340, xs: [-2, 2], ys: [-2, 2] });
  panel.axes([-2, -1, 0, 1, 2], [-2, -1, 0, 1, 2], "w₀, from the minimum");
  const rings = LEVELS.map((level, i) => svg("path", { class: "line thin blue", "stroke-opacity": 1 - 0.11 * i }));
  const walk = svg("path", { class: "line thin orange" });
  const steps = svg("g");
  panel.inside.append(...rings, walk, steps);
  const goal = svg("path", { d: `M${panel.px(0) - 6} ${panel.py(0)}h12m-6 -6v12`, class: "line ink" });
  const start = words(0, 0, "start", { class: "halo" });
  const picture = svg("svg", { viewBox: "0 0 848 386" }, panel.node, goal, start, words(panel.x, 380, "up: w₁, from the minimum", { class: "quiet" }), table());
  const rows = [...picture.querySelectorAll(".value")];
  const says = html("p", { class: "says", role: "status" });
  root.append(html("div", { class: "controls" },
    choice("x", SCALES, model, "scale", wish),
    slider("mean of x", model, "mean", { min: 0, max: 4, step: 0.1 }, wish),
    slider("deviation of x", model, "deviation", { min: 0.2, max: 3, step: 0.1 }, wish),
    slider("learning rate", model, "learning_rate", { min: 0.005, max: 1, step: 0.005 }, wish),
    html("button", { type: "button", click: () => wish({ learning_rate: clamp(snap(newest().best_rate, 0.005), 0.005, 1) }) }, "best rate")),
  picture, says);

  drawn(root, [], (shown) => {
    const { hessian, path, flat, steep } = shown;
    const angle = 0.5 * Math.atan2(2 * hessian[0][1], hessian[0][0] - hessian[1][1]);
    const [along, across] = [steep, flat];
    rings.forEach((ring, i) => ring.setAttribute("d", ellipse(panel, angle, Math.sqrt((2 * LEVELS[i]) / along), Math.sqrt((2 * LEVELS[i]) / across))));
    walk.setAttribute("d", panel.path(path.map((p) => p[0]), path.map((p) => p[1])));
    steps.replaceChildren(...path.slice(0, 60).map(([x, y]) => svg("circle", { cx: clamp(panel.px(x), -500, 1500), cy: clamp(panel.py(y), -500, 1500), r: 2.6, class: "fill orange" })));
    put(start, { x: panel.px(path[0][0]) + 7, y: panel.py(path[0][1]) - 7 }, []);
    const counts = [written(steep), written(flat), written(steep / flat), written(2 / steep), shown.steps === null ? "never" : String(shown.steps), String(shown.fewest)];
    rows.forEach((row, i) => { row.textContent = counts[i]; });
    says.textContent = sentence(shown);
    return { ...Object.fromEntries(STATE.map((name) => [name, shown[name]])), steps: shown.steps, steep, flat, fewest: shown.fewest, last: path.at(-1) };
  });
}

function ellipse(panel, angle, a, b) {
  const points = Array.from({ length: 97 }, (_, i) => (i * Math.PI) / 48).map((t) => [
    a * Math.cos(t) * Math.cos(angle) - b * Math.sin(t) * Math.sin(angle),
    a * Math.cos(t) * Math.sin(angle) + b * Math.sin(t) * Math.cos(angle)]);
  return panel.path(points.map((p) => p[0]), points.map((p) => p[1]));
}

function table() {
  const labels = ["curvature where it is steepest", "curvature where it is flattest", "steepest / flattest", "flies off above a rate of", "steps to the minimum, at this rate", "steps to the minimum, at the best rate"];
  return svg("g", {}, words(440, 40, "The loss around its minimum", { class: "title" }),
    ...labels.flatMap((label, i) => {
      const y = 76 + 30 * i + (i > 3 ? 14 : 0);
      return [words(440, y, label), words(760, y, "", { class: i > 3 ? "value title" : "value", "text-anchor": "end" })];
    }),
    words(440, 322, "Each ring is a height, four times that of the ring inside it.", { class: "quiet" }),
    words(440, 340, "Dots: steps of gradient descent. Cross: the minimum.", { class: "quiet" }));
}

function sentence({ steps, steep, flat, learning_rate, fewest }) {
  const ratio = steep / flat;
  if (steps === null) return `Every step along the steep direction overshoots by more than it was off: ${written(learning_rate)} is above 2 / ${written(steep)} = ${written(2 / steep)}. The descent flies off.`;
  if (ratio < 1.05) return `A bowl: every direction is as steep as any other, so the gradient points straight at the minimum: ${steps} ${steps === 1 ? "step" : "steps"}${steps > fewest ? `, and ${fewest} at the best rate` : ""}.`;
  if (ratio < 20) return `Slightly oval. The descent bends on its way, and needs ${steps} steps.`;
  return `A ravine: the steep walls forbid a rate above ${written(2 / steep)}, and with such small steps the flat floor takes ${steps}.`;
}

export default { render };
