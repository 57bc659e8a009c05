import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

function render({ model, el }) {
  const root = createRoot(el, "Gradient cloud");
  const { request, drawWith } = kernelState(model, (said, dots) => ({ ...said, dots: toNumbers(dots) }));
  const cloud = new Panel({ x: 44, y: 26, width: 300, height: 300, xs: [-1, 1], ys: [-1, 1] });
  const scale = new Panel({ x: 440, y: 26, width: 400, height: 270, xs: [-0.1, 1.95], ys: [-2, 1] });
  const [dots, arrow, around] = [
    svg("g"),
    svg("path", { class: "line ink" }),
    svg("circle", { class: "line dashed orange" }),
  ];
  const full = svg("path", { class: "line ink" });
  cloud.inside.append(dots, around, arrow, full);
  const [line, exact, marks, cursor] = [
    svg("path", { class: "line dashed ink thin" }),
    svg("path", { class: "line thin green dotted" }),
    svg("g"),
    svg("circle", { r: 7, class: "line orange" }),
  ];
  scale.inside.append(line, exact, marks, cursor);
  const notes = svg("g");
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 366" },
    textAt(44, 15, "∂J/∂w₁ over ∂J/∂w₀, one dot for each of 300 batches", { class: "title" }),
    cloud.node,
    textAt(440, 15, "how far from the full gradient, over the batch size B", { class: "title" }),
    scale.node,
    notes,
  );
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      slider("batch size B", model, "batch_size", { min: 1, max: 64, step: 1 }, request),
      select("weights", model, "place", request),
      button("other batches", () => request({ seed: model.get("seed") + 1 })),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) =>
    draw(shown, { around, arrow, cloud, cursor, dots, exact, full, line, marks, notes, says, scale }),
  );
}

function draw(shown, { around, arrow, cloud, cursor, dots, exact, full, line, marks, notes, says, scale }) {
  const { batch_size: size, full: g, reach, measured, one, count } = shown;
  // The same window for every batch size, so that the cloud is seen to shrink; 0 is always in it.
  const far = Math.max(reach, 1.15 * Math.hypot(...g));
  cloud.xs = [g[0] - far, g[0] + far];
  cloud.ys = [g[1] - far, g[1] + far];
  cloud.axes(cloud.xTicks(4), cloud.yTicks(4), "∂J/∂w₀");
  const unit = 300 / (2 * far);
  dots.replaceChildren(
    ...Array.from({ length: shown.dots.length / 2 }, (_, i) =>
      svg("circle", {
        cx: cloud.px(shown.dots[2 * i]),
        cy: cloud.py(shown.dots[2 * i + 1]),
        r: 2.6,
        class: "fill blue",
        "fill-opacity": 0.55,
      }),
    ),
  );
  const [cx, cy, ox, oy] = [cloud.px(g[0]), cloud.py(g[1]), cloud.px(0), cloud.py(0)];
  setAttributes(around, { cx, cy, r: Math.max(1, measured[size - 1] * unit) }, []);
  full.setAttribute("d", `M${cx - 8} ${cy}h16M${cx} ${cy - 8}v16`);
  arrow.setAttribute("d", Math.hypot(...g) > 1e-9 ? `M${ox} ${oy}L${cx} ${cy}` : "");
  arrow.style.strokeWidth = 1.2;
  const [lowest, highest] = [Math.log10(one / 12), Math.log10(one) + 0.15];
  scale.ys = [lowest, highest];
  const sizes = [1, 2, 4, 8, 16, 32, 64];
  const finite = measured.map((s, i) => [Math.log10(i + 1), Math.log10(Math.max(s, 1e-9))]);
  line.setAttribute("d", scale.path([0, Math.log10(count)], [Math.log10(one), Math.log10(one / Math.sqrt(count))]));
  const most = Array.from({ length: count - 1 }, (_, i) => i + 1);
  exact.setAttribute(
    "d",
    scale.path(
      most.map(Math.log10),
      most.map((b) => Math.log10((one / Math.sqrt(b)) * Math.sqrt((count - b) / (count - 1)))),
    ),
  );
  marks.replaceChildren(
    ...sizes
      .slice(0, -1)
      .map((b) =>
        svg("circle", { cx: scale.px(finite[b - 1][0]), cy: scale.py(finite[b - 1][1]), r: 3.5, class: "fill blue" }),
      ),
  );
  setAttributes(cursor, { cx: scale.px(Math.log10(size)), cy: clamp(scale.py(finite[size - 1][1]), 26, 296) }, []);
  drawNotes({ highest, lowest, notes, scale, sizes });
  says.replaceChildren(...sentence(shown));
  return {
    batch_size: size,
    place: shown.place,
    full: g,
    spread: measured[size - 1],
    measured,
    one,
    downhill: shown.downhill,
    says: says.textContent,
  };
}

function drawNotes({ highest, lowest, notes, scale, sizes }) {
  const heights = [1, 2, 5]
    .flatMap((m) => [-4, -3, -2, -1, 0, 1].map((p) => m * 10 ** p))
    .filter((v) => Math.log10(v) > lowest && Math.log10(v) < highest);
  notes.replaceChildren(
    ...sizes.flatMap((b) => [
      svg("path", { d: `M${scale.px(Math.log10(b))} 26v270`, class: "hair" }),
      textAt(scale.px(Math.log10(b)), 311, String(b), { class: "quiet", "text-anchor": "middle" }),
    ]),
    ...heights.flatMap((v) => [
      svg("path", { d: `M440 ${scale.py(Math.log10(v))}h400`, class: "hair" }),
      textAt(433, scale.py(Math.log10(v)) + 4, formatNumber(v), { class: "quiet", "text-anchor": "end" }),
    ]),
    svg("circle", { cx: 454, cy: 336, r: 3.5, class: "fill blue" }),
    textAt(464, 340, "measured"),
    svg("path", { d: "M540 336h28", class: "line dashed ink thin" }),
    textAt(575, 340, "1/√B"),
    svg("path", { d: "M670 336h28", class: "line thin green dotted" }),
    textAt(705, 340, "drawn without replacement"),
  );
}

function sentence({ batch_size: size, full, measured, one, count, downhill, of }) {
  if (size === count)
    return [
      html("b", {}, "All examples. "),
      "Every batch is the whole training set, so all 300 dots are at the same place. This gradient is exact.",
    ];
  const spread =
    size === 1
      ? "The typical distance between the gradient of one example and the full gradient is " +
        `${formatNumber(measured[0], 2)}.`
      : "The typical distance between the gradient of a batch and the full gradient is " +
        `${formatNumber(measured[size - 1], 2)}; for one example ` +
        `it is ${formatNumber(one, 2)}.`;
  if (Math.hypot(...full) < 1e-9)
    return [
      html("b", {}, "Only noise. "),
      `The full gradient is 0 here, but the gradients of the batches are not. ${spread}`,
    ];
  return [
    html("b", {}, `${downhill} of ${of} steps reduce the loss. `),
    `${spread} ` +
      (size <= 16
        ? "With four times as many examples, it is about half as large."
        : "Most examples are in every batch now, so it is smaller than by 1/√B."),
  ];
}

export default { render };
