const SUPER = (n) => [...n.toFixed(1).replace(/\.0$/, "")].map((c) => ({ "-": "⁻", ".": "·" })[c] ?? "⁰¹²³⁴⁵⁶⁷⁸⁹"[c]).join("");

function render({ model, el }) {
  const root = shell(el, "Step size of a trial");
  const tell = telling(model);
  const tables = Object.fromEntries(Object.entries(model.get("tables")).map(([name, view]) => [name, floats(view, Float64Array)]));
  const lines = Object.fromEntries(Object.entries(model.get("lines")).map(([name, view]) => [name, floats(view)]));
  const near = new Panel({ x: 44, y: 24, width: 330, height: 236, xs: [-1.5, 2.5], ys: [-0.1, 1.1] });
  const vee = new Panel({ x: 470, y: 24, width: 370, height: 236, xs: [-16, 0], ys: [-16, 2] });
  for (const power of [-15, -10, -5, 0]) {
    vee.frame.append(svg("path", { d: `M${vee.px(power)} 24v236`, class: "hair" }), words(vee.px(power), 275, `10${SUPER(power)}`, { class: "quiet", "text-anchor": "middle" }),
      svg("path", { d: `M470 ${vee.py(power)}h370`, class: "hair" }), words(463, vee.py(power) + 4, `10${SUPER(power)}`, { class: "quiet", "text-anchor": "end" }));
  }
  vee.frame.append(words(840, 291, "h", { class: "quiet", "text-anchor": "end" }));
  const curve = svg("path", { class: "line blue" });
  const true_ = svg("path", { class: "line thin ink dotted" });
  const secant = svg("path", { class: "line orange" });
  const ends = [0, 1].map(() => svg("circle", { r: 4.5, class: "fill orange" }));
  const point = svg("circle", { r: 4.5, class: "fill blue" });
  const [one, two] = [svg("path", { class: "line dashed green" }), svg("path", { class: "line orange" })];
  const cursor = svg("path", { class: "hair" });
  const dot = svg("path", { class: "fill green" });
  const moveTo = (power) => tell({ power: clamp(snap(power, 0.1), -16, 0) });
  const grip = handle("h, as a power of ten", { low: -16, high: 0, step: 0.1, get: () => model.get("power"), put: moveTo, text: (v) => `10 to the ${v}` },
    svg("circle", { r: 11, class: "ring" }), svg("circle", { r: 6, class: "fill orange" }));
  near.inside.append(curve, true_, secant, ...ends, point);
  vee.inside.append(cursor, one, two);
  const surface = svg("g", {}, svg("rect", { x: 470, y: 24, width: 370, height: 236, fill: "transparent", style: "cursor: ew-resize" }), vee.node, dot, grip);
  const picture = svg("svg", { viewBox: "0 0 848 300" }, words(44, 15, "two heights, and the line through them", { class: "title" }),
    words(470, 15, "error of the slope", { class: "title" }), near.node, surface,
    svg("path", { d: "M620 11h26", class: "line dashed green" }), words(652, 15, "one-sided"), svg("path", { d: "M730 11h26", class: "line orange" }), words(762, 15, "central"));
  dragging(surface, picture, (px) => moveTo(-16 + ((px - 470) / 370) * 16));
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(html("div", { class: "controls" },
    choice("J", ["a neuron's loss", "relu near its corner"], model, "function", tell),
    choice("numbers", ["float64", "float32"], model, "precision", tell),
    slider("h", model, "power", { min: -16, max: 0, step: 0.1, text: (v) => `10${SUPER(v)}` }, tell)), picture, says);

  drawing(root, model, ["function", "precision", "power"], () => {
    const [name, kind, power] = ["function", "precision", "power"].map((trait) => model.get(trait));
    const table = tables[`${name}, ${kind}`];
    const [w, slope] = [model.get("places")[name], model.get("slopes")[name]];
    const count = table.length / 6;
    const chosen = clamp(Math.round((power + 16) * 10), 0, count - 1);
    const row = (i) => table.subarray(6 * i, 6 * i + 6);
    const [h, here, up, down, side, central] = row(chosen);
    const places = Array.from({ length: 201 }, (_, i) => -1.5 + i / 50);
    near.ys = name.startsWith("relu") ? [-0.4, 1.6] : [-0.1, 1.1];
    near.axes([-1, 0, 1, 2], ticks(...near.ys, 4), "w");
    curve.setAttribute("d", near.path(places, lines[name]));
    const reach = Math.max(h, 0.5) + 0.4;
    true_.setAttribute("d", near.path([w - reach, w + reach], [here - reach * slope, here + reach * slope]));
    const middle = (up + down) / 2;
    secant.setAttribute("d", near.path([w - reach, w + reach], [middle - reach * central, middle + reach * central]));
    put(ends[0], { cx: near.px(w - h), cy: near.py(down) }, []);
    put(ends[1], { cx: near.px(w + h), cy: near.py(up) }, []);
    put(point, { cx: near.px(w), cy: near.py(here) }, []);
    const error = (value) => Math.abs(value - slope);
    const log = (value) => Math.log10(Math.max(value, 1e-16));
    const powers = Array.from({ length: count }, (_, i) => -16 + i / 10);
    one.setAttribute("d", vee.path(powers, powers.map((_, i) => log(error(row(i)[4])))));
    two.setAttribute("d", vee.path(powers, powers.map((_, i) => log(error(row(i)[5])))));
    const x = vee.px(power);
    cursor.setAttribute("d", `M${x} 24v236`);
    const y = vee.py(log(error(side)));
    dot.setAttribute("d", `M${x} ${y - 6}l6 6l-6 6l-6 -6z`);
    grip.setAttribute("transform", `translate(${x} ${vee.py(log(error(central)))})`);
    grip.show();
    says.replaceChildren(...sentence({ name, kind, h, w, up, down, error: error(central), side: error(side) }));
    return { function: name, precision: kind, power, h, side, central, errors: [error(side), error(central)], says: says.textContent };
  });
}

function sentence({ name, kind, h, w, up, down, error, side }) {
  const off = `One-sided is off by ${written(side, 2)}, central by ${written(error, 2)}.`;
  if (up === down) return [html("b", {}, "Too short. "), `In ${kind} J(w + h) and J(w − h) are the same number. The slope seems to be 0.`];
  if (name.startsWith("relu") && h > w) return [html("b", {}, "Across the corner. "), `w is ${w} from the corner and h is longer: the left foot stands on the flat side. ${off}`];
  const eps = kind === "float64" ? 2.2e-16 : 1.2e-7;
  if (error > 1e-13 && eps / h > error / 30) return [html("b", {}, "Rounding rules. "), `The two heights differ in their last few digits only, and a difference of rounded numbers is divided by a tiny h. Longer is better here. ${off}`];
  if (name.startsWith("relu")) return [html("b", {}, "Right. "), `Both feet stand on the same straight piece, so there is nothing to cut off. ${off}`];
  return [html("b", {}, "The curve bends. "), `A secant is no tangent. The central error falls as h², the one-sided only as h. ${off}`];
}

export default { render };
