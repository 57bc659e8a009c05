import { controlBar } from "../controls/bar.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { formatNumber } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const [KNOWN, FROM] = [96, 60];

function render({ model, el }) {
  const root = createRoot(el, "Forecast");
  const save = saveDebounced(model);
  const [series, futures, errors] = ["series", "futures", "errors"].map((name) => model.get(name));
  const panel = new Panel({ x: 40, y: 12, width: 560, height: 230, xs: [FROM, 132], ys: [-2, 2] });
  panel.axes([60, 72, 84, 96, 108, 120, 132], [-2, -1, 0, 1, 2], "month");
  const months = series.map((_, i) => i);
  const frame = svg("rect", { y: 12, height: 230, class: "wash", stroke: "var(--ink)", "stroke-dasharray": "2 3" });
  const line = svg("path", { class: "line orange dashed" });
  panel.inside.append(
    frame,
    svg("path", { d: panel.path(months.slice(0, KNOWN), series.slice(0, KNOWN)), class: "line ink" }),
    svg("path", { d: panel.path(months.slice(KNOWN - 1), series.slice(KNOWN - 1)), class: "line thin ink dotted" }),
    line,
  );
  const bars = new Panel({
    x: 660,
    y: 32,
    width: 180,
    height: 210,
    xs: [0.3, 12.7],
    ys: [0, Math.max(...errors) * 1.05],
  });
  bars.axes([1, 4, 8, 12], ticks(0, Math.max(...errors), 4), "window");
  const columns = errors.map((error, i) =>
    svg("rect", {
      x: bars.px(i + 1) - 5,
      width: 10,
      y: bars.py(error),
      height: bars.py(0) - bars.py(error),
      class: "fill blue",
    }),
  );
  const mark = svg("path", { d: "M0 0l6 9h-12z", class: "fill ink" });
  bars.inside.append(...columns);
  const picture = svg(
    "svg",
    { viewBox: "0 0 848 282" },
    panel.node,
    bars.node,
    mark,
    textAt(640, 16, "mean error of the next month", { class: "title" }),
  );
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      slider("width of the window", model, "width", { min: 1, max: 12, step: 1 }, save),
      html("span", { class: "key" }, "solid: known values · dotted: true future · dashed: forecast"),
    ),
    picture,
    says,
  );

  drawOnChange(root, model, ["width"], () =>
    draw({ bars, columns, errors, frame, futures, line, mark, model, panel, says, series }),
  );
}

function draw({ bars, columns, errors, frame, futures, line, mark, model, panel, says, series }) {
  const width = model.get("width");
  const future = futures[width - 1];
  setAttributes(frame, { x: panel.px(KNOWN - width), width: panel.px(KNOWN - 0.5) - panel.px(KNOWN - width) }, []);
  line.setAttribute("d", panel.path([KNOWN - 1, ...future.map((_, i) => KNOWN + i)], [series[KNOWN - 1], ...future]));
  columns.forEach((column, i) => {
    column.setAttribute("fill-opacity", i === width - 1 ? 1 : 0.4);
  });
  mark.setAttribute("transform", `translate(${bars.px(width)} ${bars.py(errors[width - 1]) - 12}) rotate(180)`);
  says.textContent = sentence(width, errors[width - 1]);
  return { width, error: errors[width - 1], future };
}

function sentence(width, error) {
  if (width === 1)
    return (
      `One month does not say whether the series is rising or falling. Mean error ${formatNumber(error)}. The ` +
      "forecast soon approaches the mean."
    );
  if (width < 4)
    return (
      "Two or three months are enough for one wave, but not for the sum of two waves. " +
      `Mean error ${formatNumber(error)}.`
    );
  if (width < 7)
    return (
      "Four months are enough for the sum of two waves, but the noise disturbs the forecast. " +
      `Mean error ${formatNumber(error)}. A wider window reduces the influence of the noise.`
    );
  return `With ${width} months, the mean error is ${formatNumber(error)}. The noise alone causes about 0.04.`;
}

export default { render };
