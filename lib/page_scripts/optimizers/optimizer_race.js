import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { select } from "../controls/select.js";
import { logSlider, slider } from "../controls/slider.js";
import { startMap } from "../controls/start.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { LossChart } from "../drawing/loss_chart.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { legendLine, OPTIMIZER_STYLES, optimizerLine } from "../drawing/optimizer_style.js";
import { toNumbers, toRows } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

const SIGNS = { same: "✓ ", parts: "✗ ", unusable: "✗ ", alone: "" };

function render({ model, el }) {
  const name = model.get("name");
  const root = createRoot(el, name ? `Race of ${name} against the library's optimizers` : "Race of optimizers");
  const most = 60;
  const unpack = (view) => {
    const all = toRows(toNumbers(view), 3);
    return Array.from({ length: all.length / (most + 1) }, (_, i) => all.slice(i * (most + 1), (i + 1) * (most + 1)));
  };
  const { request, save, drawWith } = kernelState(model, (said, paths) => ({ ...said, paths: unpack(paths) }));
  const known = Object.keys(OPTIMIZER_STYLES).filter(Boolean);
  const says = html("p", { class: "says", role: "status" });
  // A change shows the whole path at once.
  const update = (state) => request({ ...state, step: most });
  const { map, surfaces, beside, picture, show } = startMap(model, update);
  const toggle = (rule) => {
    const rules = model.get("rules");
    save({ rules: known.filter((each) => (each === rule ? !rules.includes(each) : rules.includes(each))) });
  };
  const boxes = Object.fromEntries(
    known.map((rule) => [
      rule,
      html("input", { type: "checkbox", "aria-label": `show ${rule}`, change: () => toggle(rule) }),
    ]),
  );
  let playing = null;
  const play = button("play", () => {
    if (playing) {
      cancelAnimationFrame(playing);
      playing = null;
      play.textContent = "play";
      return;
    }
    let step = model.get("step") >= most ? 0 : model.get("step");
    const tick = () => {
      step += 0.5;
      save({ step: Math.floor(step) });
      if (step < most && root.isConnected) playing = requestAnimationFrame(tick);
      else {
        playing = null;
        play.textContent = "play";
      }
    };
    play.textContent = "pause";
    playing = requestAnimationFrame(tick);
  });
  root.append(
    controlBar(
      select(
        "surface",
        model,
        "surface",
        ({ surface }) => update({ surface, start: model.get("facts")[surface].slice(1) }),
        surfaces,
      ),
      logSlider("all learning rates ×", model, "factor", { min: 0.05, max: 20 }, update),
      slider("step", model, "step", { min: 0, max: most, step: 1 }, save),
      play,
    ),
    picture,
    html(
      "div",
      { class: "controls", style: "margin: 6px 0 0; gap: 4px 13px" },
      ...known.map((rule) => html("label", { style: "gap: 5px" }, boxes[rule], legendLine(rule), rule)),
    ),
    says,
  );

  drawWith(root, ["step", "rules"], (shown) =>
    draw(shown, { beside, boxes, known, map, model, most, name, says, show }),
  );
}

function draw(shown, { beside, boxes, known, map, model, most, name, says, show }) {
  const [rules, step] = [model.get("rules"), model.get("step")];
  for (const rule of known) boxes[rule].checked = rules.includes(rule);
  show(shown.surface);
  const drawn = [...known.map((rule, i) => ({ rule, all: shown.paths[i] })).filter(({ rule }) => rules.includes(rule))];
  if (shown.paths.length > known.length) drawn.unshift({ rule: name, all: shown.paths[known.length] });
  const upTo = (all) => all.slice(0, step + 1);
  const here = (all) =>
    upTo(all)
      .filter((r) => r.every(Number.isFinite))
      .at(-1);
  map.inside.replaceChildren(
    ...drawn.flatMap(({ rule, all }) =>
      optimizerLine(rule, map.path(upTo(all).map(([a, b]) => [a, b])), [[map.px(here(all)[0]), map.py(here(all)[1])]]),
    ),
  );
  const chart = new LossChart(
    { x: 452, y: 40, width: 228, height: 300 },
    drawn.map(({ rule, all }) => ({ heights: all.map((r) => r[2]), rule })),
    { steps: most },
  );
  chart.inside.append(
    svg("path", { d: `M${chart.px(step)} 40v300`, class: "line thin dotted ink" }),
    ...drawn.flatMap(({ rule, all }) => optimizerLine(rule, "", [[chart.px(step), chart.level(here(all)[2])]])),
  );
  const parted = shown.parts_at;
  if (parted !== null) {
    const [a, b, j] = shown.paths[known.length][parted];
    if ([a, b].every(Number.isFinite)) {
      const [x, y] = [clamp(map.px(a), 42, 376), clamp(map.py(b), 30, 364)];
      map.inside.append(
        svg("circle", { cx: x, cy: y, r: 10, class: "line red" }),
        textAt(x + (x > 200 ? -15 : 15), y - 10, `first difference: step ${parted}`, {
          class: "fill red halo",
          "text-anchor": x > 200 ? "end" : "start",
        }),
      );
      chart.inside.append(svg("circle", { cx: chart.px(parted), cy: chart.level(j), r: 9, class: "line red" }));
    }
  }
  beside.replaceChildren(chart.node, ...ranking(drawn, here, shown.rates));
  says.replaceChildren(
    html("b", {}, name ? SIGNS[shown.verdict] : ""),
    name ? shown.says : sentence(drawn, here, step),
  );
  return {
    surface: shown.surface,
    start: shown.start,
    factor: shown.factor,
    step,
    rules,
    rates: shown.rates,
    verdict: shown.verdict,
    parts_at: parted,
    here: Object.fromEntries(drawn.map(({ rule, all }) => [rule, here(all)])),
    says: says.textContent,
  };
}

const cut = (text) => (text.length > 15 ? `${text.slice(0, 14)}…` : text);

// List the optimizers with their learning rates, the smallest loss at this step first.
function ranking(drawn, here, rates) {
  const order = [...drawn].sort((a, b) => here(a.all)[2] - here(b.all)[2]);
  return [
    textAt(848, 32, "loss J at this step", { class: "quiet", "text-anchor": "end" }),
    ...order.flatMap(({ rule, all }, i) => [
      ...optimizerLine(rule, "", [[712, 51 + 40 * i]]),
      textAt(726, 55 + 40 * i, cut(rule), rule in OPTIMIZER_STYLES ? {} : { class: "title" }),
      textAt(848, 70 + 40 * i, formatNumber(here(all)[2]), { "text-anchor": "end" }),
      textAt(726, 70 + 40 * i, rule in rates ? `η = ${formatNumber(rates[rule])}` : "yours", {
        class: "quiet",
      }),
    ]),
  ];
}

function sentence(drawn, here, step) {
  if (!drawn.length) return "Select at least one optimizer.";
  const order = [...drawn].sort((a, b) => here(a.all)[2] - here(b.all)[2]);
  const lost = drawn.filter(({ all }) => here(all)[2] > 2 * all[0][2]).map(({ rule }) => rule);
  if (step === 0) return "All optimizers are at the start. Press play.";
  const loss = ({ rule, all }) => `${rule} (J = ${formatNumber(here(all)[2])})`;
  const gone = lost.length ? ` The learning rate is too large, so the loss grows: ${lost.join(", ")}.` : "";
  if (order.length === 1) return gone ? gone.trim() : `At step ${step}: ${loss(order[0])}.`;
  return `Smallest loss at step ${step}: ${loss(order[0])}. Largest loss: ${loss(order.at(-1))}.${gone}`;
}

export default { render };
