import { onDrag } from "../controls/drag.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, KEEP_KEYS, setAttributes, svg, textAt } from "../drawing/elements.js";
import { contour } from "../drawing/heatmap.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const [SIDE, REACH] = [360, 2];
const across = (w) => ((w + REACH) / (2 * REACH)) * SIDE;
const down = (w) => SIDE - across(w);

function render({ model, el }) {
  const root = createRoot(el, "Constraint");
  const { request, drawWith } = kernelState(model, (said, field) => ({ ...said, field: toNumbers(field) }));
  const levels = [0.1, 0.4, 1, 2, 4].map(() => svg("path", { class: "hair" }));
  const through = svg("path", { class: "line blue" });
  const region = svg("path", { class: "fill orange", "fill-opacity": 0.22 });
  const rim = svg("path", { class: "line dashed orange" });
  const dot = svg("circle", { r: 6.5, class: "fill ink" });
  const label = svg("text", { class: "title halo" });
  const move = (w1, w2) =>
    request({ w1: clamp(roundTo(w1, 0.05), -REACH, REACH), w2: clamp(roundTo(w2, 0.05), -REACH, REACH) });
  const grip = svg(
    "g",
    {
      class: "handle",
      ...KEEP_KEYS,
      role: "application",
      tabindex: 0,
      "aria-label": "best weights without a penalty: arrow keys move them",
    },
    svg("circle", { r: 13, class: "ring" }),
    svg("path", { d: star(8), class: "fill blue" }),
  );
  grip.addEventListener("keydown", (event) => {
    const by = { ArrowRight: [0.05, 0], ArrowLeft: [-0.05, 0], ArrowUp: [0, 0.05], ArrowDown: [0, -0.05] }[event.key];
    if (!by) return;
    event.preventDefault();
    move(model.get("w1") + by[0], model.get("w2") + by[1]);
  });
  const zone = svg(
    "g",
    { style: "cursor: crosshair" },
    svg("rect", { width: SIDE, height: SIDE, fill: "transparent" }),
    svg("path", { d: `M0 ${down(0)}h${SIDE}M${across(0)} 0v${SIDE}`, class: "hair", style: "stroke: var(--quiet)" }),
    ...levels,
    region,
    rim,
    through,
    grip,
    dot,
    label,
    textAt(SIDE - 6, down(0) - 6, "w₁", { class: "quiet", "text-anchor": "end" }),
    textAt(across(0) + 6, 14, "w₂", { class: "quiet" }),
  );
  const picture = svg("svg", { viewBox: `0 0 ${SIDE} ${SIDE}` }, zone);
  onDrag(zone, picture, (x, y) => move((x / SIDE) * 2 * REACH - REACH, REACH - (y / SIDE) * 2 * REACH));
  const says = html("p", { class: "says", role: "status" });
  root.append(
    html(
      "div",
      { class: "split" },
      html("div", { class: "stage" }, picture),
      html(
        "div",
        { class: "controls tall" },
        select("penalty", model, "kind", request),
        slider("strength λ", model, "strength", { min: 0, max: 3, step: 0.05 }, request),
        legend(),
        says,
      ),
    ),
  );

  drawWith(root, [], (shown) => draw(shown, { dot, grip, label, levels, region, rim, says, through }));
}

function legend() {
  const entry = (viewBox, shape, text) => html("span", {}, svg("svg", { viewBox }, shape), text);
  const line = (look) => svg("path", { d: "M0 7h14", class: look });
  return html(
    "div",
    { class: "key" },
    entry("-9 -9 18 18", svg("path", { d: star(8), class: "fill blue" }), "smallest loss (drag)"),
    entry("0 0 14 14", svg("circle", { cx: 7, cy: 7, r: 6, class: "fill ink" }), "smallest loss + λ · penalty"),
    entry("0 0 14 14", line("line blue"), "same loss as the dot"),
    entry("0 0 14 14", line("line dashed orange"), "same penalty as the dot"),
  );
}

function draw(shown, { dot, grip, label, levels, region, rim, says, through }) {
  const [w1, w2] = shown.solution;
  [0.1, 0.4, 1, 2, 4].forEach((level, i) => {
    levels[i].setAttribute("d", contour(shown.field, SIDE, level));
  });
  through.setAttribute("d", shown.loss > 1e-4 ? contour(shown.field, SIDE, shown.loss) : "");
  const outline = shape(shown.kind, shown.penalty);
  region.setAttribute("d", outline);
  rim.setAttribute("d", outline);
  grip.setAttribute("transform", `translate(${across(shown.w1)} ${down(shown.w2)})`);
  setAttributes(dot, { cx: across(w1), cy: down(w2) }, []);
  const left = w1 > 0.8;
  setAttributes(
    label,
    { x: across(w1) + (left ? -12 : 12), y: down(w2) + 20, "text-anchor": left ? "end" : "start" },
    [],
  );
  label.textContent = `(${formatNumber(w1)}, ${formatNumber(w2)})`;
  says.textContent = sentence(shown);
  return {
    kind: shown.kind,
    strength: shown.strength,
    star: [shown.w1, shown.w2],
    solution: shown.solution,
    loss: shown.loss,
    penalty: shown.penalty,
    says: says.textContent,
  };
}

// A star with five points and the outer radius r.
function star(r) {
  const corners = Array.from({ length: 10 }, (_, i) => {
    const [angle, radius] = [(i * Math.PI) / 5, i % 2 ? r / 2 : r];
    return `${(Math.sin(angle) * radius).toFixed(1)} ${(-Math.cos(angle) * radius).toFixed(1)}`;
  });
  return `M${corners.join("L")}z`;
}

function shape(kind, penalty) {
  const r = ((kind === "l1" ? penalty : Math.sqrt(penalty)) / (2 * REACH)) * SIDE;
  const c = SIDE / 2;
  return kind === "l1"
    ? `M${c - r} ${c}L${c} ${c - r}L${c + r} ${c}L${c} ${c + r}z`
    : `M${c - r} ${c}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

function sentence({ kind, strength, solution: [w1, w2], w1: free1, w2: free2 }) {
  if (free1 === 0 && free2 === 0) return "The loss is smallest at 0, so the penalty changes nothing.";
  if (strength === 0) return "Without a penalty, the dot is on the star.";
  const zeros = [w1, w2].filter((w) => w === 0).length;
  if (zeros === 2) return "The penalty is so large that both weights are exactly 0.";
  if (zeros === 1)
    return (
      `The dot is at a corner of the diamond, on an axis: ${w1 === 0 ? "w₁" : "w₂"} is exactly 0, so this feature is ` +
      "not used."
    );
  return kind === "l1"
    ? "The dot is on an edge of the diamond, and no weight is 0. Increase λ until the dot reaches a corner."
    : "A disc has no corners. The weights are smaller than at the star, but neither of them becomes exactly 0 by " +
        "the penalty.";
}

export default { render };
