import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

function render({ model, el }) {
  const root = createRoot(el, "Learning curve");
  const save = saveDebounced(model);
  const [sizes, names, losses] = ["sizes", "names", "losses"].map((name) => model.get(name));
  const colours = ["blue", "orange", "green"];
  const places = sizes.map((_, i) => i);
  const last = sizes.length - 1;
  const top = 1.06 * Math.max(...losses.flat(2));
  const panel = new Panel({ x: 48, y: 16, width: 520, height: 250, xs: [-0.2, last + 0.2], ys: [0, top] });
  panel.axes([], ticks(0, top, 5), "training examples");
  sizes.forEach((n, i) => {
    panel.frame.append(
      svg("path", { d: `M${panel.px(i)} 16v250`, class: "hair" }),
      textAt(panel.px(i), 281, String(n), { class: "quiet", "text-anchor": "middle" }),
    );
  });
  const cursor = svg("path", { class: "line thin ink" });
  const gaps = names.map((_, k) => svg("path", { class: `line wide ${colours[k]}`, opacity: 0.5 }));
  panel.inside.append(
    ...losses.flatMap((pairs, k) => [
      svg("path", {
        d: panel.path(
          places,
          pairs.map(([train]) => train),
        ),
        class: `line dashed ${colours[k]}`,
      }),
      svg("path", {
        d: panel.path(
          places,
          pairs.map(([, held]) => held),
        ),
        class: `line ${colours[k]}`,
      }),
    ]),
    cursor,
    ...gaps,
  );
  const rows = legendRows({ colours, names });
  const zone = svg(
    "g",
    { style: "cursor: ew-resize" },
    svg("rect", { x: 48, y: 16, width: 520, height: 250, fill: "transparent" }),
    panel.node,
  );
  const picture = svg("svg", { viewBox: "0 0 848 304" }, zone, ...rows.map((row) => row.node));
  onDrag(zone, picture, (x) => save({ place: clamp(Math.round(-0.2 + ((x - 48) / 520) * (last + 0.4)), 0, last) }));
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      slider("training examples", model, "place", { min: 0, max: last, step: 1, text: (i) => String(sizes[i]) }, save),
    ),
    picture,
    says,
  );
  drawOnChange(root, model, ["place"], () => draw({ cursor, gaps, losses, model, names, panel, rows, says, sizes }));
}

function legendRows({ colours, names }) {
  const rows = names.map((name, k) => {
    const y = 34 + k * 96;
    const values = [0, 1, 2].map((i) => textAt(842, y + 22 * (i + 1), "", { "text-anchor": "end", class: "title" }));
    return {
      values,
      node: svg(
        "g",
        {},
        textAt(596, y, name, { class: `fill ${colours[k]}` }),
        svg("path", { d: `M596 ${y + 40}h30`, class: `line ${colours[k]}` }),
        textAt(634, y + 44, "validation loss"),
        svg("path", { d: `M596 ${y + 18}h30`, class: `line dashed ${colours[k]}` }),
        textAt(634, y + 22, "training loss"),
        textAt(634, y + 66, "difference"),
        ...values,
      ),
    };
  });
  return rows;
}

function draw({ cursor, gaps, losses, model, names, panel, rows, says, sizes }) {
  const place = model.get("place");
  const x = panel.px(place);
  cursor.setAttribute("d", `M${x} 16v250`);
  const now = losses.map((pairs) => pairs[place]);
  rows.forEach(({ values }, k) => {
    [now[k][0], now[k][1], now[k][1] - now[k][0]].forEach((value, i) => {
      values[i].textContent = value.toFixed(3).replace("-", "−");
    });
  });
  gaps.forEach((gap, k) => {
    gap.setAttribute("d", `M${x + 8 * k - 4 * (names.length - 1)} ${panel.py(now[k][0])}V${panel.py(now[k][1])}`);
  });
  const best = now.map(([, held]) => held).indexOf(Math.min(...now.map(([, held]) => held)));
  says.textContent = sentence(sizes[place], now, names, best);
  return { examples: sizes[place], losses: now, best: names[best], says: says.textContent };
}

function sentence(n, now, names, best) {
  const widest = now.map(([train, held]) => held - train);
  const k = widest.indexOf(Math.max(...widest));
  const gap =
    widest[k] > 0.15
      ? `With ${n} examples, the network with ${names[k]} overfits: its validation loss is larger than its training ` +
        `loss by ${formatNumber(widest[k])}.`
      : `With ${n} examples, training and validation loss are similar. The networks hardly overfit.`;
  return names.length > 1 ? `${gap} Smallest validation loss: ${names[best]}, ${formatNumber(now[best][1])}.` : gap;
}

export default { render };
