const SIGNALS = ["steady, one ten times the other", "always, and every tenth step", "steep, then flat", "noise about 0.3, and noise alone"];
const ROOTS = { adagrad: "√(sum of g²)", rmsprop: "√(average of g²)", adadelta: "√(average of g²)", adam: "√v, and m thin" };

function render({ model, el }) {
  const root = shell(el, "State of an optimizer");
  const names = ["rule", "signal", "memory", "corrected"];
  const { wish, drawn } = answering(model, names, ["traces"], (said, traces) => ({ ...said, rows: rows(floats(traces, Float64Array), 8) }));
  const scene = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 372" }, scene);
  const says = html("p", { class: "says", role: "status" });
  const memory = slider("memory ρ, β₂", model, "memory", { min: 0.5, max: 0.999, step: 0.001 }, wish);
  const box = html("input", { type: "checkbox", "aria-label": "bias correction", change: () => wish({ corrected: box.checked }) });
  root.append(html("div", { class: "controls" },
    choice("rule", ["adagrad", "rmsprop", "adadelta", "adam"], model, "rule", wish),
    choice("gradients", SIGNALS, model, "signal", wish), memory, html("label", {}, box, "bias correction")), picture, says);

  drawn(root, [], (shown) => {
    const { rule } = shown;
    box.checked = model.get("corrected");
    box.disabled = rule !== "adam";
    memory.querySelector("input").disabled = rule === "adagrad";
    const column = (i) => shown.rows.map((r) => r[i]);
    const panels = [
      ["the gradient g that each weight meets", [0, 1], []],
      [`what is remembered: ${ROOTS[rule]}${rule === "adadelta" ? ", and thin: √(average of steps²)" : ""}`, [2, 3], rule === "adam" || rule === "adadelta" ? [4, 5] : []],
      ["the step that each weight takes: its length", [6, 7], []],
    ];
    scene.replaceChildren(...panels.map(([title, thick, thin], k) => {
      const size = k === 2 ? Math.abs : (v) => v;
      const lines = [...thick, ...thin].map((i) => column(i).map(size));
      const all = lines.flat();
      const [low, high] = [Math.min(0, ...all), Math.max(1e-9, ...all)];
      const panel = new Panel({ x: 62, y: 22 + 118 * k, width: 560, height: 82, xs: [1, 60], ys: [low - 0.05 * (high - low), high + 0.08 * (high - low)] });
      panel.axes(k === 2 ? [1, 10, 20, 30, 40, 50, 60] : [], low < 0 ? [low, 0, high] : [0, high], k === 2 ? "step" : "");
      panel.frame.append(words(62, 14 + 118 * k, title, { class: "quiet" }));
      panel.inside.append(...lines.map((line, i) => svg("path", { d: panel.path(line.map((_, j) => j + 1), line), class: `line ${i % 2 ? "dashed orange" : "blue"} ${i > 1 ? "thin" : ""}` })));
      return panel.node;
    }), key(), ...numbers(shown.rows));
    says.replaceChildren(html("b", {}, `${rule}. `), shown.says);
    return { ...Object.fromEntries(names.map((name) => [name, shown[name]])), roots: [column(2).at(-1), column(3).at(-1)], first: shown.first, last: shown.last, says: says.textContent };
  });
}

const key = () => svg("g", {},
  svg("path", { d: "M650 40h34", class: "line blue" }), words(694, 44, "the first weight"),
  svg("path", { d: "M650 64h34", class: "line dashed orange" }), words(694, 68, "the second weight"));

function numbers(all) {
  const line = (y, label, first, second, attributes) => [words(650, y, label, { class: "quiet" }),
    words(780, y, first, { "text-anchor": "end", ...attributes }), words(846, y, second, { "text-anchor": "end", ...attributes })];
  const [first, last] = [all[0], all.at(-1)];
  return [words(650, 276, "60th step", { class: "title" }), ...line(298, "remembered", written(last[2]), written(last[3])), ...line(320, "step", written(Math.abs(last[6])), written(Math.abs(last[7]))),
    words(650, 160, "1st step", { class: "title" }), ...line(182, "remembered", written(first[2]), written(first[3])), ...line(204, "step", written(Math.abs(first[6])), written(Math.abs(first[7])))];
}

export default { render };
