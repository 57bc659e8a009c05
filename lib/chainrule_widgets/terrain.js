// A loss over two weights as a map: the deeper the bluer, with contour lines; and what walks on it.

// A height at the level of each line: each lies above the same share of the map as on any other map.
const LEVELS = [0.01, 0.04, 0.09, 0.16, 0.25, 0.36, 0.49, 0.64, 0.81, 0.95];

class Terrain {
  constructor({ x, y, side, reach = 1, centre = [0, 0] }) {
    Object.assign(this, { x, y, side, reach, centre });
    this.id = `cr${Math.random().toString(36).slice(2)}`;
    this.image = svg("image", { x, y, width: side, height: side, preserveAspectRatio: "none" });
    this.lines = svg("path", { class: "hair", transform: `translate(${x} ${y})` });
    this.frame = svg("g");
    this.inside = svg("g", { "clip-path": `url(#${this.id})` });
    this.node = svg("g", {}, svg("clipPath", { id: this.id }, svg("rect", { x, y, width: side, height: side })),
      this.image, this.lines, svg("rect", { x, y, width: side, height: side, class: "hair" }), this.frame, this.inside);
    this.canvas = html("canvas");
  }
  px(w) { return this.x + ((w - this.centre[0] + this.reach) / (2 * this.reach)) * this.side; }
  py(w) { return this.y + this.side - ((w - this.centre[1] + this.reach) / (2 * this.reach)) * this.side; }
  // The place on the map under a place on the drawing.
  at(px, py) {
    const part = (v, from) => clamp((v - from) / this.side, 0, 1) * 2 - 1;
    return [this.centre[0] + part(px, this.x) * this.reach, this.centre[1] - part(py, this.y) * this.reach];
  }
  show(field, reach, centre = [0, 0]) {
    Object.assign(this, { reach, centre });
    if (field === this.field) return;
    this.field = field;
    const sorted = [...field].sort((a, b) => a - b);
    const levels = LEVELS.map((share) => sorted[Math.floor(share * (sorted.length - 1))]);
    const rank = (value) => levels.reduce((passed, level) => passed + (value >= level), 0) / levels.length;
    paint(this.canvas, field, (value) => [...OKABE.blue, Math.round(100 * (1 - rank(value)) ** 1.3)]);
    this.image.setAttribute("href", this.canvas.toDataURL());
    this.lines.setAttribute("d", levels.map((level) => contour(field, this.side, level)).join(""));
  }
  ticks(names = ["w₀", "w₁"]) {
    const { x, y, side, reach, centre } = this;
    this.frame.replaceChildren(
      ...ticks(centre[0] - reach, centre[0] + reach, 5).map((t) => words(this.px(t), y + side + 15, written(t), { class: "quiet", "text-anchor": "middle" })),
      ...ticks(centre[1] - reach, centre[1] + reach, 5).map((t) => words(x - 6, this.py(t) + 4, written(t), { class: "quiet", "text-anchor": "end" })),
      words(x, y + side + 30, "bluer = lower", { class: "quiet" }),
      words(x + side, y + side + 29, names[0], { "text-anchor": "end" }), words(x - 6, y - 6, names[1], { "text-anchor": "end" }));
  }
  // A path of places [w₀, w₁]; where it has left the map far behind, it is cut off.
  path(places) {
    return places.filter((place) => place.every(Number.isFinite))
      .map(([a, b], i) => `${i ? "L" : "M"}${clamp(this.px(a), -4000, 4000).toFixed(1)} ${clamp(this.py(b), -4000, 4000).toFixed(1)}`).join("");
  }
}

// A place in the plane that is dragged, or moved by the four arrow keys.
function pin(label, { step, get, put: set, text = ([a, b]) => `w₀ = ${written(a)}, w₁ = ${written(b)}` }) {
  const node = svg("g", { class: "handle", ...OURS, role: "slider", tabindex: 0, "aria-label": label, "aria-roledescription": "place in the plane" },
    svg("circle", { r: 11, class: "ring" }), svg("circle", { r: 6.5, class: "fill orange" }), svg("circle", { r: 2.2, style: "fill: var(--jp-layout-color0, white)" }));
  const moves = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  node.addEventListener("keydown", (event) => {
    if (!(event.key in moves)) return;
    event.preventDefault();
    set(get().map((v, i) => v + moves[event.key][i] * step() * (event.shiftKey ? 5 : 1)));
  });
  node.show = (map) => {
    const [a, b] = get();
    node.setAttribute("transform", `translate(${map.px(a)} ${map.py(b)})`);
    put(node, { "aria-valuemin": map.centre[0] - map.reach, "aria-valuemax": map.centre[0] + map.reach, "aria-valuenow": a }, []);
    node.setAttribute("aria-valuetext", text([a, b]));
  };
  return node;
}

// A map with a start that is moved by hand or by keys, and room for more beside it.
function startingMap(model, wish) {
  const fields = Object.fromEntries(Object.entries(model.get("fields")).map(([name, view]) => [name, floats(view)]));
  const map = new Terrain({ x: 34, y: 22, side: 350 });
  const reach = (surface) => model.get("facts")[surface][0];
  const edge = () => reach(model.get("surface"));
  const moveTo = (place) => wish({ start: place.map((v) => clamp(snap(v, 0.001), -edge(), edge())) });
  const grip = pin("start", { step: () => edge() / 50, get: () => model.get("start"), put: moveTo });
  const ground = svg("g", { style: "cursor: crosshair" }, svg("rect", { x: 34, y: 22, width: 350, height: 350, fill: "transparent" }), map.node, grip);
  const beside = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 406" }, ground, beside);
  dragging(ground, picture, (x, y) => moveTo(map.at(x, y)));
  const show = (surface) => {
    map.show(fields[surface], reach(surface));
    map.ticks();
    grip.show(map);
  };
  return { map, surfaces: Object.keys(fields), beside, picture, show };
}

// The same over a curve: `ends` are those of the weights that it is drawn for.
function startingPoint(model, wish, box, ends, ...shapes) {
  const moveTo = (w) => wish({ start: clamp(snap(w, 0.01), ...ends()) });
  const grip = handle("start", { low: -4, high: 6, step: 0.05, get: () => model.get("start"), put: moveTo },
    svg("circle", { r: 12, class: "ring" }), ...shapes);
  const scene = svg("g");
  const ground = svg("g", {}, svg("rect", { ...box, fill: "transparent", style: "cursor: ew-resize" }), scene, grip);
  const beside = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 320" }, ground, beside);
  dragging(ground, picture, (x) => moveTo(ends()[0] + ((x - box.x) / box.width) * (ends()[1] - ends()[0])));
  const show = (x, y) => {
    grip.setAttribute("transform", `translate(${x} ${y})`);
    grip.show();
  };
  return { scene, beside, picture, show };
}

// Dots of a path, fewer where there would be too many to tell apart.
const footprints = (map, places, attributes, most = 80) =>
  places.slice(0, most).filter((place) => place.every(Number.isFinite))
    .map(([a, b]) => svg("circle", { cx: map.px(a), cy: map.py(b), r: 2, ...attributes }));

// How high each step ended, by powers of ten. `series` are objects { heights, class, ... } or { heights, rule }.
function descentChart(box, series, { steps, title = "loss J after each step", unit = "step" }) {
  const finite = series.flatMap(({ heights }) => heights).filter((h) => Number.isFinite(h) && h > 0);
  const power = (h) => Math.log10(clamp(h, 1e-8, 1e8));
  const [low, high] = [Math.floor(clamp(Math.min(0, ...finite.map(power)), -6, 0)), Math.ceil(Math.max(1, ...finite.map(power)) - 1e-9)];
  const panel = new Panel({ ...box, xs: [0, steps], ys: [low, high] });
  panel.axes(ticks(0, steps, 5).filter(Number.isInteger), [], unit);
  const mark = (p, text) => panel.frame.append(svg("path", { d: `M${box.x} ${panel.py(p)}h${box.width}`, class: "hair" }),
    words(box.x - 7, panel.py(p) + 4, text, { class: "quiet", "text-anchor": "end" }));
  const every = high - low > 6 ? 2 : 1;
  for (let p = low; p <= high; p += every) {
    mark(p, p === 0 ? "1" : p === 1 ? "10" : `10${raised(p)}`);
    if (high - low < 2 && p < high) for (const k of [2, 5]) mark(p + Math.log10(k), written(k * 10 ** p));
  }
  panel.frame.append(words(box.x, box.y - 8, title, { class: "quiet" }));
  for (const { heights, ...attributes } of series) {
    const ys = heights.map((h) => (Number.isFinite(h) ? Math.max(power(h), low) : NaN));
    const d = panel.path(heights.map((_, i) => i), ys);
    panel.inside.append(...("rule" in attributes ? ruled(attributes.rule, d) : [svg("path", { d, ...attributes })]));
  }
  panel.level = (h) => panel.py(clamp(power(h), low, high));
  return panel;
}

const raised = (power) => [...String(power)].map((c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c])).join("");

// A slider over powers of ten; what it tells is rounded to two digits.
function powers(label, model, name, { min, max, text = written }, tell) {
  const value = html("output");
  const input = html("input", { type: "range", min: Math.log10(min), max: Math.log10(max), step: 0.01, "aria-label": label });
  const chosen = () => Number((10 ** Number(input.value)).toPrecision(2));
  const show = () => {
    if (chosen() !== model.get(name)) input.value = Math.log10(Math.max(model.get(name), min));
    value.textContent = text(model.get(name));
    input.setAttribute("aria-valuetext", value.textContent);
  };
  input.addEventListener("input", () => tell({ [name]: chosen() }));
  model.on(`change:${name}`, show);
  show();
  return html("label", {}, label, input, value);
}
