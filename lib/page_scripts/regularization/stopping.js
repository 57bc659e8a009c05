import { controlBar } from "../controls/bar.js";
import { select } from "../controls/select.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { formatNumber, roundTo } from "../drawing/numbers.js";
import { Panel } from "../drawing/panel.js";
import { ticks } from "../drawing/ticks.js";
import { kernelState } from "../transport/kernel_state.js";

function render({ model, el }) {
  const root = createRoot(el, "Early stopping");
  const names = ["monitor", "min_delta", "patience", "mode", "baseline", "restore_best_weights", "start_from_epoch"];
  const history = model.get("history");
  const epochs = history.val_loss.length;
  const { request, drawWith } = kernelState(model);
  const frame = { x: 48, y: 16, width: 560, height: 260 };
  const surface = svg("g");
  const table = svg("g");
  const picture = svg("svg", { viewBox: "0 0 848 320" }, surface, table);
  const says = html("p", { class: "says", role: "status" });
  const tick = (label, get, put_) => {
    const input = html("input", { type: "checkbox", "aria-label": label, change: () => request(put_(input.checked)) });
    const show = () => {
      input.checked = get();
    };
    for (const name of names) model.on(`change:${name}`, show);
    show();
    return html("label", {}, input, label);
  };
  // The first baseline is halfway between the smallest and the largest value.
  const middle = () => {
    const values = history[model.get("monitor")];
    return roundTo((Math.min(...values) + Math.max(...values)) / 2, 0.01);
  };
  const level = html("input", {
    type: "number",
    step: 0.01,
    "aria-label": "value of the baseline",
    input: () => {
      if (level.value !== "") request({ baseline: Number(level.value) });
    },
  });
  const levels = () => {
    level.disabled = model.get("baseline") === null;
    if (!level.disabled && Number(level.value) !== model.get("baseline")) level.value = model.get("baseline");
  };
  model.on("change:baseline", levels);
  levels();
  root.append(
    controlBar(
      slider("patience", model, "patience", { min: 0, max: 60, step: 1 }, request),
      slider(
        "min_delta",
        model,
        "min_delta",
        { min: 0, max: Math.max(0.1, model.get("min_delta")), step: 0.005 },
        request,
      ),
      slider("start_from_epoch", model, "start_from_epoch", { min: 0, max: 100, step: 1 }, request),
      select("monitor", model, "monitor", request, Object.keys(history)),
      select("mode", model, "mode", request),
      tick(
        "baseline",
        () => model.get("baseline") !== null,
        (on) => ({ baseline: on ? middle() : null }),
      ),
      level,
      tick(
        "restore_best_weights",
        () => model.get("restore_best_weights"),
        (on) => ({ restore_best_weights: on }),
      ),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { epochs, frame, history, says, surface, table }));
}

function draw(shown, { epochs, frame, history, says, surface, table }) {
  const watched = history[shown.monitor];
  const other =
    shown.monitor === "val_loss" || shown.monitor === "loss"
      ? (history[shown.monitor === "loss" ? "val_loss" : "loss"] ?? [])
      : [];
  const all = [...watched, ...other, ...(shown.baseline === null ? [] : [shown.baseline])];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const panel = new Panel({
    ...frame,
    xs: [0, epochs - 1],
    ys: [Math.max(0, low - 0.08 * (high - low)), high + 0.05 * (high - low)],
  });
  panel.axes(ticks(0, epochs - 1, 8), panel.yTicks(5), "epoch, counted from 0");
  const xs = watched.map((_, i) => i);
  const at = (epoch) => [panel.px(epoch), panel.py(watched[epoch])];
  const [sx] = at(shown.last);
  const [bx, by] = at(shown.best);
  const [kx, ky] = at(shown.kept);
  panel.inside.append(
    ...(shown.stopped
      ? [
          svg("rect", { x: sx, y: 16, width: 608 - sx, height: 260, class: "wash" }),
          svg("rect", { x: bx, y: 16, width: sx - bx, height: 260, class: "fill orange", "fill-opacity": 0.12 }),
        ]
      : []),
    ...(shown.start_from_epoch > 0
      ? [svg("path", { d: `M${panel.px(shown.start_from_epoch)} 16v260`, class: "line thin dotted ink" })]
      : []),
    ...(shown.baseline === null
      ? []
      : [
          svg("path", { d: `M48 ${panel.py(shown.baseline)}h560`, class: "line thin dashed red" }),
          textAt(54, panel.py(shown.baseline) + 15, "baseline", { class: "fill red halo" }),
        ]),
    svg("path", { d: panel.path(xs, other), class: "line dashed blue" }),
    svg("path", { d: panel.path(xs, watched), class: "line orange" }),
    svg("path", { d: `M${sx} 16v260`, class: "line thin ink", visibility: shown.stopped ? "visible" : "hidden" }),
    svg("circle", { cx: kx, cy: ky, r: 9, class: "line ink" }),
    svg("path", { d: `M${bx} ${by - 6}l6 6l-6 6l-6 -6z`, class: "fill green" }),
  );
  const own = Array.isArray(shown.mine) ? shown.mine : null;
  if (own && own[0] >= 0 && own[0] < epochs)
    panel.inside.append(
      svg("path", { d: `M${panel.px(own[0])} 16v260`, class: "line dashed red" }),
      textAt(panel.px(own[0]) + 5, 30, "yours", { class: "fill red halo" }),
    );
  surface.replaceChildren(panel.node);
  const lowest = watched.indexOf(
    shown.mode === "max" || (shown.mode === "auto" && shown.monitor.includes("acc"))
      ? Math.max(...watched)
      : Math.min(...watched),
  );
  drawTable({ epochs, lowest, other, shown, table, watched });
  says.replaceChildren(...sentence(shown, epochs, watched, lowest));
  return { ...shown, says: says.textContent };
}

function drawTable({ epochs, lowest, other, shown, table, watched }) {
  const other_name = shown.monitor === "val_loss" ? "loss" : "val_loss";
  const rows = [
    ["line orange", shown.monitor, ""],
    ...(other.length ? [["line dashed blue", other_name, ""]] : []),
    ["", "ends after epoch", String(shown.last)],
    ["", "◆ best epoch", String(shown.best)],
    ["", "○ weights of epoch", String(shown.kept)],
    ["", `${shown.monitor} of these weights`, formatNumber(watched[shown.kept], 4)],
    ["", "best of all epochs", formatNumber(watched[lowest], 4)],
    ["", "epochs saved", String(epochs - 1 - shown.last)],
  ];
  table.replaceChildren(
    ...rows.map(([kind, label, value], i) =>
      svg(
        "g",
        {},
        ...(kind ? [svg("path", { d: `M630 ${30 + 27 * i}h26`, class: kind })] : []),
        textAt(kind ? 664 : 630, 34 + 27 * i, label),
        textAt(842, 34 + 27 * i, value, { "text-anchor": "end", class: "title" }),
      ),
    ),
  );
}

function sentence(shown, epochs, watched, lowest) {
  const parts = [];
  if (!shown.stopped)
    parts.push(
      html("b", {}, "Not stopped. "),
      `In ${epochs} epochs, there were never enough epochs in a row without an improvement. ` +
        (shown.restore_best_weights
          ? `At the end, the weights of epoch ${shown.kept} are restored.`
          : "The weights of the last epoch are kept."),
    );
  else {
    const wait = shown.last - shown.best;
    const upward = shown.mode === "max" || (shown.mode === "auto" && shown.monitor.includes("acc"));
    const beaten =
      shown.baseline === null || (upward ? watched[shown.best] > shown.baseline : watched[shown.best] < shown.baseline);
    if (!beaten)
      parts.push(
        html("b", {}, `Stopped after epoch ${shown.last}. `),
        `No value was better than the baseline, ${formatNumber(shown.baseline)}. Until then, an improvement does not ` +
          "restart the patience. ",
      );
    else
      parts.push(
        html("b", {}, `Stopped after epoch ${shown.last}. `),
        `${wait} epoch${wait === 1 ? "" : "s"} without an improvement` +
          `${shown.min_delta ? ` of more than ${formatNumber(shown.min_delta)}` : ""} since epoch ${shown.best}. `,
      );
    if (shown.best !== lowest && lowest > shown.last)
      parts.push(`The best of all epochs, ${lowest}, comes later: a larger patience would find it. `);
    else if (shown.best !== lowest) parts.push(`Epoch ${lowest} was a little better, but by too little to count. `);
    parts.push(
      shown.restore_best_weights
        ? `The weights of epoch ${shown.kept} are restored.`
        : shown.kept === shown.best
          ? ""
          : `The weights of the last epoch are kept, because restore_best_weights is off.`,
    );
  }
  const accuracy = shown.monitor.includes("acc");
  if (shown.mode === "min" && accuracy) parts.push(" With mode “min”, a smaller accuracy counts as better.");
  if (shown.mode === "max" && !accuracy) parts.push(" With mode “max”, a larger loss counts as better.");
  if (typeof shown.mine === "string") parts.push(" ", shown.mine);
  else if (shown.mine && shown.patience > 0)
    parts.push(
      shown.mine[0] === shown.last && shown.mine[1] === shown.best
        ? " Your function returns the same."
        : ` Your function returns: stop after epoch ${shown.mine[0]}, best epoch ${shown.mine[1]}.`,
    );
  return parts;
}

export default { render };
