import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const [KINDS, GRID_] = [["l1", "l2"], Array.from({ length: 101 }, (_, i) => -1 + i / 50)];

function render({ model, el }) {
  const root = createRoot(el, "Network with a penalty");
  const save = saveDebounced(model);
  const strengths = model.get("strengths");
  const PLACES = strengths.length;
  const [fits, weights, dots] = ["fits", "weights", "dots"].map((name) => toNumbers(model.get(name)));
  const slice = (array, kind, place, length) => [
    ...array.subarray((kind * PLACES + place) * length, (kind * PLACES + place + 1) * length),
  ];
  const left = new Panel({ x: 36, y: 26, width: 380, height: 230, xs: [-1, 1], ys: [-2, 2] });
  left.axes([-1, 0, 1], [-2, -1, 0, 1, 2], "x");
  const right = strengthPanel({ strengths });
  const strip = new Panel({ x: 490, y: 218, width: 340, height: 38, xs: [-16, 16], ys: [0, 1] });
  strip.axes([-15, -10, -5, 0, 5, 10, 15], [], "values of the 80 weights");
  const paint = (kind) => svg("path", { class: kind });
  const [fit, real, marks, train, fresh, cursor, ink] = [
    "line blue",
    "line dashed ink",
    "line thin ink",
    "line dotted green",
    "line orange",
    "line thin ink",
    "line thin blue",
  ].map(paint);
  left.inside.append(real, fit, marks);
  right.inside.append(train, fresh, cursor);
  strip.inside.append(ink);
  drawExamples({ dots, left, marks, real });
  const count = textAt(830, 210, "", { "text-anchor": "end" });
  const zone = svg(
    "g",
    { style: "cursor: ew-resize" },
    svg("rect", { x: 490, y: 26, width: 340, height: 130, fill: "transparent" }),
    right.node,
  );
  const picture = svg("svg", { viewBox: "0 0 848 326" }, left.node, zone, strip.node, count, ...captions());
  onDrag(zone, picture, (x) =>
    save({ place: clamp(Math.round(-0.3 + ((x - 490) / 340) * (PLACES - 0.4)), 0, PLACES - 1) }),
  );
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      select("penalty", model, "kind", save),
      slider(
        "strength λ",
        model,
        "place",
        { min: 0, max: PLACES - 1, step: 1, text: (i) => formatNumber(strengths[i]) },
        save,
      ),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["kind", "place"], () =>
    draw({ count, cursor, fits, fit, fresh, ink, left, model, right, says, slice, strengths, strip, train, weights }),
  );
}

function drawExamples({ dots, left, marks, real }) {
  const n = dots.length / 2;
  marks.setAttribute(
    "d",
    Array.from(
      { length: n },
      (_, i) => `M${left.px(dots[i]) - 4} ${left.py(dots[n + i])}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`,
    ).join(""),
  );
  real.setAttribute(
    "d",
    left.path(
      GRID_,
      GRID_.map((x) => Math.sin(Math.PI * x)),
    ),
  );
}

function captions() {
  return [
    textAt(36, 14, "output of the network; true function (dashed)", { class: "title" }),
    textAt(490, 14, "mean squared error by λ", { class: "title" }),
    svg("path", { d: "M466 314h30", class: "line orange" }),
    textAt(504, 318, "distance from the true function"),
    svg("path", { d: "M722 314h30", class: "line dotted green" }),
    textAt(760, 318, "training error"),
  ];
}

function strengthPanel({ strengths }) {
  const right = new Panel({
    x: 490,
    y: 26,
    width: 340,
    height: 130,
    xs: [-0.3, strengths.length - 0.7],
    ys: [-2.4, 0],
  });
  strengths.forEach((at, i) => {
    right.frame.append(
      svg("path", { d: `M${right.px(i)} 26v130`, class: "hair" }),
      ...(i % 2 || i === 0
        ? [textAt(right.px(i), 171, at === 0 ? "0" : String(at), { class: "quiet", "text-anchor": "middle" })]
        : []),
    );
  });
  [0, -1, -2].forEach((power) => {
    right.frame.append(
      svg("path", { d: `M490 ${right.py(power)}h340`, class: "hair" }),
      textAt(484, right.py(power) + 4, String(10 ** power), { class: "quiet", "text-anchor": "end" }),
    );
  });
  return right;
}

function draw({
  count,
  cursor,
  fits,
  fit,
  fresh,
  ink,
  left,
  model,
  right,
  says,
  slice,
  strengths,
  strip,
  train,
  weights,
}) {
  const [kind, place] = [KINDS.indexOf(model.get("kind")), model.get("place")];
  const [training, distance] = model.get("errors").map((error) => error[kind]);
  const mine = slice(weights, kind, place, 80);
  const places = strengths.map((_, i) => i);
  fit.setAttribute("d", left.path(GRID_, slice(fits, kind, place, 101)));
  train.setAttribute("d", right.path(places, training.map(Math.log10)));
  fresh.setAttribute("d", right.path(places, distance.map(Math.log10)));
  cursor.setAttribute("d", `M${right.px(place)} 26v130`);
  ink.setAttribute("d", mine.map((w) => `M${strip.px(w)} 218v38`).join(""));
  const small = mine.filter((w) => Math.abs(w) < 0.02).length;
  const largest = Math.max(...mine.map(Math.abs));
  count.textContent = `${small} of 80 within ±0.02; largest ${formatNumber(largest)}`;
  const best = distance.indexOf(Math.min(...distance));
  says.textContent = sentence(place, best, training[place], distance[place]);
  return {
    kind: KINDS[kind],
    strength: strengths[place],
    training: training[place],
    distance: distance[place],
    best: strengths[best],
    small,
    largest,
    says: says.textContent,
  };
}

function sentence(place, best, training, distance) {
  const numbers = `training error ${formatNumber(training)}, distance from the true function ${formatNumber(distance)}`;
  if (place < best) return `The penalty is too small, and the network follows the noise: ${numbers}.`;
  if (place === best)
    return (
      "With this penalty, the network is closest to the true function. " +
      `${numbers[0].toUpperCase()}${numbers.slice(1)}.`
    );
  return `The penalty is too large, and the network is underfitting: ${numbers}.`;
}

export default { render };
