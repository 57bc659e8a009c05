import { controlBar } from "../controls/bar.js";
import { checkbox } from "../controls/checkbox.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { select } from "../controls/select.js";
import { classPoints } from "../drawing/class_points.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const [WIDE, HIGH] = [420, 320];

function render({ model, el }) {
  const root = createRoot(el, "Rule against learning");
  const save = saveDebounced(model);
  const sets = Object.fromEntries(
    Object.entries(model.get("sets")).map(([name, set]) => {
      const all = toNumbers(set.rows, Float64Array);
      return [
        name,
        { ...set, rows: Array.from({ length: all.length / 3 }, (_, i) => [...all.subarray(3 * i, 3 * i + 3)]) },
      ];
    }),
  );
  const picture = svg("svg", { viewBox: "0 0 848 368" });
  const scene = svg("g");
  const [x0, y0] = [40, 10];
  const moved = (name) => (v) => save({ [name]: clamp(roundTo(v, 0.01), 0, 1) });
  const [moveA, moveB] = [moved("a"), moved("b")];
  const upright = handle(
    "first threshold",
    { low: 0, high: 1, step: 0.01, get: () => model.get("a"), put: moveA },
    svg("path", { d: `M0 ${y0}v${HIGH}`, class: "line blue" }),
    svg("circle", { cy: y0, r: 11, class: "ring" }),
    svg("circle", { cy: y0, r: 6, class: "fill blue" }),
  );
  const flat = handle(
    "second threshold",
    { low: 0, high: 1, step: 0.01, vertical: true, get: () => model.get("b"), put: moveB },
    svg("path", { d: `M${x0} 0h${WIDE}`, class: "line blue" }),
    svg("circle", { cx: x0 + WIDE, r: 11, class: "ring" }),
    svg("circle", { cx: x0 + WIDE, r: 6, class: "fill blue" }),
  );
  for (const node of [upright, flat])
    node.prepend(
      svg("path", {
        d: node === upright ? `M-7 ${y0}h14v${HIGH}h-14z` : `M${x0} -7h${WIDE}v14h-${WIDE}z`,
        fill: "transparent",
      }),
    );
  onDrag(upright, picture, (x) => moveA((x - x0) / WIDE));
  onDrag(flat, picture, (_, y) => moveB(1 - (y - y0) / HIGH));
  picture.append(scene, upright, flat);
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      select("data", model, "data", save, Object.keys(sets)),
      select("thresholds combined with", model, "joined", save),
      checkbox("show the learned line", model, "show", save),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["data", "a", "b", "joined", "show"], () =>
    draw({ flat, model, says, scene, sets, upright, x0, y0 }),
  );
}

function draw({ flat, model, says, scene, sets, upright, x0, y0 }) {
  const [name, a, b, joined, show] = ["data", "a", "b", "joined", "show"].map((trait) => model.get(trait));
  const {
    rows,
    frame: [low, high],
    learned: [w0, w1, w2],
    measures,
    classes,
  } = sets[name];
  const cuts = [a, b].map((share, i) => low[i] + share * (high[i] - low[i]));
  const panel = new Panel({ x: x0, y: y0, width: WIDE, height: HIGH, xs: [low[0], high[0]], ys: [low[1], high[1]] });
  panel.axes(ticks(low[0], high[0]), ticks(low[1], high[1]), measures[0]);
  panel.frame.append(textAt(x0 + 6, y0 + 15, measures[1], { class: "quiet halo" }));
  const rule = ([x, y]) => (joined === "or" ? x > cuts[0] || y > cuts[1] : x > cuts[0] && y > cuts[1]);
  const line = ([x, y]) => w0 + w1 * x + w2 * y > 0;
  const count = (says, part) => rows.filter((row, i) => i % 2 === part && says(row) === row[2] > 0).length;
  const counts = { rule: [count(rule, 0), count(rule, 1)], learned: [count(line, 0), count(line, 1)] };
  const of = [0, 1].map((part) => rows.filter((_, i) => i % 2 === part).length);
  const [cx, cy] = [panel.px(cuts[0]), panel.py(cuts[1])];
  const [right, top] = [x0 + WIDE, y0];
  const area =
    joined === "or" ? `M${cx} ${y0 + HIGH}H${right}V${top}H${x0}V${cy}H${cx}z` : `M${cx} ${cy}H${right}V${top}H${cx}z`;
  panel.inside.append(svg("path", { d: area, class: "fill blue", opacity: 0.1 }));
  const known = rows.filter((_, i) => i % 2 === 0);
  panel.inside.append(
    ...classPoints(known.map((row) => [panel.px(row[0]), panel.py(row[1]), row[2], rule(row) !== row[2] > 0])),
  );
  if (show)
    panel.inside.append(
      svg("path", {
        d: panel.path(
          low.slice(0, 1).concat(high[0]),
          [low[0], high[0]].map((x) => -(w0 + w1 * x) / w2),
        ),
        class: "line dashed orange",
      }),
    );
  scene.replaceChildren(
    panel.node,
    ...code(classes, measures, cuts, joined),
    ...board(counts, of, show),
    ...key(classes),
  );
  upright.setAttribute("transform", `translate(${cx} 0)`);
  flat.setAttribute("transform", `translate(0 ${cy})`);
  for (const node of [upright, flat]) node.show();
  says.replaceChildren(...sentence(counts, of, show));
  return { data: name, a, b, joined, cuts, right: counts, of, show };
}

const code = (classes, measures, cuts, joined) => [
  textAt(510, 28, "your rule", { class: "title" }),
  ...[
    `if ${measures[0]} > ${cuts[0].toFixed(2)}`,
    `${joined === "or" ? "or" : "and"} ${measures[1]} > ${cuts[1].toFixed(2)}:`,
    `    predict ${classes[1]}`,
    `else: predict ${classes[0]}`,
  ].map((line, i) =>
    textAt(i === 2 ? 530 : 510, 54 + 20 * i, line, { style: "font-family: var(--jp-code-font-family, monospace)" }),
  ),
];

function board({ rule, learned }, of, show) {
  const cell = (x, y, text, attributes = {}) => textAt(x, y, text, { "text-anchor": "end", ...attributes });
  return [
    cell(720, 178, "training data", { class: "quiet" }),
    cell(830, 178, "new data", { class: "quiet" }),
    textAt(510, 206, "your rule", { class: "fill blue" }),
    ...[0, 1].map((i) => cell(720 + 110 * i, 206, `${rule[i]} of ${of[i]} right`)),
    textAt(510, 234, "learned", { class: "fill orange" }),
    ...[0, 1].map((i) => cell(720 + 110 * i, 234, show ? `${learned[i]} of ${of[i]} right` : "?")),
    svg("path", { d: "M510 188h320", class: "hair" }),
  ];
}

const key = (classes) => [
  ...classPoints([
    [516, 276, 0],
    [616, 276, 1],
  ]),
  textAt(530, 280, classes[0], { class: "quiet" }),
  textAt(630, 280, classes[1], { class: "quiet" }),
  svg("circle", { cx: 726, cy: 276, r: 6.5, class: "line thin ink" }),
  textAt(740, 280, "your rule is wrong", { class: "quiet" }),
];

function sentence({ rule, learned }, of, show) {
  if (!show)
    return [
      `Your rule is wrong for ${of[0] - rule[0]} of the ${of[0]} training examples. Drag the two lines to improve ` +
        "the rule. Then tick the box.",
    ];
  const gap = learned[1] - rule[1];
  return [
    html("b", {}, "The dashed line was learned from the training data. "),
    gap > 0
      ? `On the new data, it is right for ${gap} more ${gap === 1 ? "example" : "examples"} than your rule.`
      : gap < 0
        ? `On the new data, your rule is right for ${-gap} more ${gap === -1 ? "example" : "examples"} than the line.`
        : "On the new data, your rule and the line have the same accuracy.",
  ];
}

export default { render };
