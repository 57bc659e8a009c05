import { controlBar } from "../controls/bar.js";
import { onDrag } from "../controls/drag.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

function render({ model, el }) {
  const root = createRoot(el, "Growing network");
  const save = saveDebounced(model);
  const sizes = model.get("sizes");
  const all = toNumbers(model.get("losses"));
  const epochs = all.length / sizes.length / 2;
  const curve = (size, kind) => all.subarray((2 * size + kind) * epochs, (2 * size + kind + 1) * epochs);
  const lowest = sizes.map((_, i) => Math.min(...curve(i, 1)));
  const final = sizes.map((_, i) => curve(i, 0)[epochs - 1]);
  const last = sizes.map((_, i) => curve(i, 1)[epochs - 1]);
  const top = 1.05 * Math.max(...last, ...lowest);
  const left = new Panel({ x: 44, y: 26, width: 410, height: 230, xs: [0, epochs], ys: [0, top] });
  left.axes(ticks(0, epochs), ticks(0, top, 4), "epoch");
  const [train, held] = [svg("path", { class: "line dashed blue" }), svg("path", { class: "line orange" })];
  const bottom = svg("path", { class: "fill orange" });
  left.inside.append(train, held, bottom);
  const right = sizePanel({ sizes, top });
  const places = sizes.map((_, i) => i);
  const xs = Array.from({ length: epochs }, (_, i) => i + 1);
  const { stop, cursor } = drawSizes({ final, last, lowest, places, right });
  const { surface, picture } = scene(left, right);
  onDrag(surface, picture, (x) =>
    save({ size: clamp(Math.round(-0.4 + ((x - 530) / 300) * (sizes.length - 0.2)), 0, sizes.length - 1) }),
  );
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      slider(
        "hidden units",
        model,
        "size",
        { min: 0, max: sizes.length - 1, step: 1, text: (i) => String(sizes[i]) },
        save,
      ),
      slider("smallest improvement", model, "gain", { min: 0, max: 0.05, step: 0.001 }, save),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["size", "gain"], () =>
    draw({
      bottom,
      cursor,
      curve,
      epochs,
      final,
      held,
      last,
      left,
      lowest,
      model,
      places,
      right,
      says,
      sizes,
      stop,
      train,
      xs,
    }),
  );
}

function drawSizes({ final, last, lowest, places, right }) {
  const stop = svg("g");
  const cursor = svg("path", { class: "line thin ink" });
  right.inside.append(
    svg("path", { d: right.path(places, final), class: "line dashed blue" }),
    svg("path", { d: right.path(places, last), class: "line dotted red" }),
    svg("path", { d: right.path(places, lowest), class: "line orange" }),
    ...places.map((i) => svg("circle", { cx: right.px(i), cy: right.py(lowest[i]), r: 3.5, class: "fill orange" })),
    stop,
    cursor,
  );
  return { stop, cursor };
}

function sizePanel({ sizes, top }) {
  const right = new Panel({ x: 530, y: 26, width: 300, height: 230, xs: [-0.4, sizes.length - 0.6], ys: [0, top] });
  right.axes([], ticks(0, top, 4), "hidden units");
  sizes.forEach((units, i) => {
    right.frame.append(
      svg("path", { d: `M${right.px(i)} 26v230`, class: "hair" }),
      textAt(right.px(i), 271, String(units), { class: "quiet", "text-anchor": "middle" }),
    );
  });
  return right;
}

function scene(left, right) {
  const surface = svg(
    "g",
    { style: "cursor: ew-resize" },
    svg("rect", { x: 530, y: 26, width: 300, height: 230, fill: "transparent" }),
    right.node,
  );
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 326" },
    left.node,
    surface,
    textAt(44, 14, "this network: loss after each epoch", { class: "title" }),
    textAt(530, 14, "all networks: loss by size", { class: "title" }),
    ...legend(),
  );
  return { surface, picture };
}

function legend() {
  const key = (x, kind, text) => [svg("path", { d: `M${x} 312h30`, class: kind }), textAt(x + 38, 316, text)];
  return [
    ...key(44, "line dashed blue", "training (right: at the end)"),
    ...key(290, "line orange", "validation (right: at its lowest)"),
    ...key(560, "line dotted red", "validation, at the end"),
  ];
}

function draw({
  bottom,
  cursor,
  curve,
  epochs,
  final,
  held,
  last,
  left,
  lowest,
  model,
  places,
  right,
  says,
  sizes,
  stop,
  train,
  xs,
}) {
  const [size, gain] = [model.get("size"), model.get("gain")];
  const found = places.findIndex((i) => i + 1 === sizes.length || lowest[i] - lowest[i + 1] <= gain);
  train.setAttribute("d", left.path(xs, curve(size, 0)));
  held.setAttribute("d", left.path(xs, curve(size, 1)));
  const epoch = curve(size, 1).indexOf(lowest[size]) + 1;
  setAttributes(bottom, { d: `M${left.px(epoch)} ${left.py(lowest[size]) - 7}l7 7l-7 7l-7 -7z` }, []);
  cursor.setAttribute("d", `M${right.px(size)} 26v230`);
  const x = right.px(found);
  stop.replaceChildren(
    svg("circle", { cx: x, cy: right.py(lowest[found]), r: 9, class: "line ink" }),
    textAt(x, right.py(lowest[found]) + 26, `stop at ${sizes[found]}`, {
      class: "title halo",
      "text-anchor": x > 770 ? "end" : x < 570 ? "start" : "middle",
    }),
  );
  says.textContent = sentence({
    units: sizes[size],
    size,
    found,
    epoch,
    epochs,
    lowest: lowest[size],
    end: last[size],
    train: final[size],
    step: size + 1 < sizes.length ? lowest[size] - lowest[size + 1] : null,
    gain,
  });
  return {
    units: sizes[size],
    gain,
    stop: sizes[found],
    lowest: lowest[size],
    epoch,
    train: final[size],
    end: last[size],
    says: says.textContent,
  };
}

function sentence({ units, size, found, epoch, epochs, lowest, end, train, step, gain }) {
  const name = `${units} hidden unit${units === 1 ? "" : "s"}`;
  if (size < found)
    return (
      `${name}: too small. The next size lowers the validation loss by ${formatNumber(step)}, which is more than ` +
      `${formatNumber(gain)}.`
    );
  const late =
    epoch < epochs && end > lowest + 0.02
      ? ` The validation loss is lowest after epoch ${epoch}. Then it rises to ${formatNumber(end)}, while the ` +
        `training loss falls to ${formatNumber(train)}.`
      : "";
  if (size === found)
    return (
      `${name}: the right size. ` +
      (step === null
        ? "No larger network was trained."
        : `The next size lowers the validation loss by at most ${formatNumber(gain)}.`) +
      late
    );
  return `${name}: larger than needed. The lowest validation loss is ${formatNumber(lowest)}.${late}`;
}

export default { render };
