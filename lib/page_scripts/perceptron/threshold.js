import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { handle } from "../controls/handle.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

function render({ model, el }) {
  const root = createRoot(el, "Threshold");
  const save = saveDebounced(model);
  const all = toNumbers(model.get("cases"), Float64Array);
  const count = all.length / 2;
  const cases = Array.from({ length: count }, (_, i) => ({ p: all[i], ill: all[count + i] > 0 })).sort(
    (a, b) => a.p - b.p,
  );
  const [left, wide, axis] = [40, 500, 160];
  const px = (p) => left + p * wide;
  const picture = svg("svg", { viewBox: "0 0 848 330" });
  const yes = svg("rect", { y: 14, height: 292, class: "wash" });
  const moved = (t) => save({ threshold: clamp(roundTo(t, 0.01), 0, 1) });
  const grip = handle(
    "threshold, in the picture",
    { low: 0, high: 1, step: 0.01, get: () => model.get("threshold"), put: moved },
    svg("path", { d: "M0 14v292", class: "line orange" }),
    svg("rect", { x: -9, y: 296, width: 18, height: 20, rx: 4, class: "ring" }),
    svg("path", { d: "M0 300l7 12h-14z", class: "fill orange" }),
  );
  const zone = svg(
    "g",
    { style: "cursor: ew-resize" },
    svg("rect", { x: left, y: 14, width: wide, height: 292, fill: "transparent" }),
    grip,
  );
  onDrag(zone, picture, (x) => moved((x - left) / wide));
  // 25 columns of tumours, three in a row: malignant ones above the axis, benign ones below.
  const nodes = stackedPoints({ axis, cases, px });
  const at = textAt(0, 10, "", { class: "fill orange halo", "text-anchor": "middle" });
  const cells = confusionCells();
  const share = textAt(590, 246, "", { class: "title" });
  picture.append(
    yes,
    svg("path", { d: `M${left} ${axis}h${wide}`, class: "hair" }),
    ...[0, 0.25, 0.5, 0.75, 1].map((p) =>
      textAt(px(p), 328, formatNumber(p), { class: "quiet", "text-anchor": "middle" }),
    ),
    textAt(px(1) + 14, 328, "p", { class: "quiet" }),
    ...nodes,
    zone,
    at,
    textAt(px(0.28), 40, "malignant, y = 1", { class: "fill red halo", "text-anchor": "middle" }),
    textAt(px(0.28), 288, "benign, y = 0", { class: "fill green halo", "text-anchor": "middle" }),
    textAt(640, 60, "malignant", { "text-anchor": "middle" }),
    textAt(760, 60, "benign", { "text-anchor": "middle" }),
    textAt(584, 116, "yes", { "text-anchor": "end" }),
    textAt(584, 180, "no", { "text-anchor": "end" }),
    svg("path", { d: "M590 74h230M590 138h230M700 74v128", class: "hair" }),
    ...cells.flatMap(({ number, label }) => [number, label]),
    share,
  );
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(controlBar(slider("threshold", model, "threshold", { min: 0, max: 1, step: 0.01 }, save)), picture, says);

  drawOnChange(root, model, ["threshold"], () =>
    draw({ at, cases, cells, count, grip, model, nodes, px, says, share, yes }),
  );
}

function stackedPoints({ axis, cases, px }) {
  const piles = {};
  const nodes = cases.map(({ p, ill }) => {
    const column = Math.min(24, Math.floor(p * 25));
    const key = `${column} ${ill}`;
    const before = piles[key] ?? 0;
    piles[key] = before + 1;
    const [row, abreast] = [Math.floor(before / 3), before % 3];
    return svg("rect", {
      x: px(column / 25) + 1.5 + 6 * abreast,
      y: ill ? axis - 6.5 - 4 * row : axis + 3.5 + 4 * row,
      width: 5,
      height: 3,
      "stroke-width": 1,
    });
  });
  return nodes;
}

function confusionCells() {
  const cells = [
    { name: "found", x: 640, y: 112 },
    { name: "false_alarms", x: 760, y: 112 },
    { name: "missed", x: 640, y: 176 },
    { name: "cleared", x: 760, y: 176 },
  ].map(({ name, x, y }) => {
    const number = textAt(x, y, "", { class: "title", "text-anchor": "middle", style: "font-size: 20px" });
    return {
      name,
      number,
      label: textAt(x, y + 18, name.replace("_", " "), { class: "quiet", "text-anchor": "middle" }),
    };
  });
  return cells;
}

function draw({ at, cases, cells, count, grip, model, nodes, px, says, share, yes }) {
  const t = model.get("threshold");
  const n = { found: 0, missed: 0, false_alarms: 0, cleared: 0 };
  cases.forEach(({ p, ill }, i) => {
    const said = p > t;
    n[ill ? (said ? "found" : "missed") : said ? "false_alarms" : "cleared"] += 1;
    const colour = ill ? "var(--red)" : "var(--green)";
    setAttributes(nodes[i], said === ill ? { fill: colour, stroke: "none" } : { fill: "none", stroke: colour }, []);
  });
  grip.setAttribute("transform", `translate(${px(t)} 0)`);
  grip.show();
  setAttributes(yes, { x: px(t), width: px(1) - px(t) }, []);
  setAttributes(at, { x: px(t) }, []);
  at.textContent = `yes where p > ${formatNumber(t)}`;
  for (const { name, number } of cells) number.textContent = n[name];
  const right = n.found + n.cleared;
  share.textContent = `${right} of ${count} right`;
  says.textContent = sentence(n, t);
  return { threshold: t, ...n, right };
}

function sentence(n, t) {
  if (n.found + n.false_alarms === 0)
    return (
      `No tumour has p > ${formatNumber(t)}: there is no false alarm, but all ${n.missed} malignant tumours are ` +
      "missed."
    );
  if (n.missed === 0) return `No malignant tumour is missed, but there are ${n.false_alarms} false alarms.`;
  if (n.false_alarms === 0) return `There is no false alarm, but ${n.missed} malignant tumours are missed.`;
  return (
    `The hollow bars are ${n.missed} missed tumours and ${n.false_alarms} false alarms. A lower threshold misses ` +
    "fewer tumours, but gives more false alarms."
  );
}

export default { render };
