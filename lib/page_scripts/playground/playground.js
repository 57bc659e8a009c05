// The playground: knobs change the state, the kernel trains and answers with pictures, newest wins.

import { createRoot, html } from "../drawing/elements.js";
import { formatNumber } from "../drawing/numbers.js";
import { toNumbers } from "../transport/arrays.js";
import { reportDrawn } from "../transport/draw_on_change.js";
import { requestLatest } from "../transport/request_latest.js";
import { saveDebounced } from "../transport/save_debounced.js";
import { throttle } from "../transport/throttle.js";
import { learning, material, options, press, spoken } from "./controls.js";
import { networkView } from "./network.js";
import { progressView } from "./progress.js";
import { sharingView } from "./sharing.js";
import { surfaceView } from "./surface.js";
import { walkView } from "./walk.js";

const KNOBS = [
  "data",
  "noise",
  "points",
  "test",
  "classes",
  "sample",
  "features",
  "layers",
  "initializer",
  "loss",
  "optimizer",
  "learning_rate",
  "schedule",
  "batch_size",
  "l1",
  "l2",
  "dropout",
  "batch_norm",
  "seed",
];
const FRAME = 4; // milliseconds of training for each picture

// The page's colours, found anew when its theme changes.
function colours(root) {
  const style = getComputedStyle(root);
  const probe = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgb = (colour) => {
    probe.clearRect(0, 0, 1, 1);
    probe.fillStyle = colour;
    probe.fillRect(0, 0, 1, 1);
    return [...probe.getImageData(0, 0, 1, 1).data];
  };
  const names = ["blue", "orange", "green", "red", "purple"];
  const look = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  const paper = style.getPropertyValue("--jp-layout-color0").trim() || (rgb(style.color)[0] > 128 ? "#111" : "#fff");
  const all = { ...look, ink: style.color, paper, features: {} };
  return { ...all, rgb: Object.fromEntries([...names, "ink"].map((name) => [name, rgb(all[name])])) };
}

function render({ model, el }) {
  const root = createRoot(el, "Playground");
  root.classList.add("playground");
  const save = saveDebounced(model);
  const lab = {
    model,
    offers: model.get("offers"),
    shown: null,
    hover: null,
    knobs: () => Object.fromEntries(KNOBS.map((name) => [name, model.get(name)])),
    turn: (state) => {
      comment = "";
      save(state);
    },
    get look() {
      return (lab.colours ??= colours(root));
    },
  };
  let [version, target, round, frames, comment, oldest] = [0, 0, null, 0, "", 0];
  let queue = [];
  let [playing, beginning, queued] = [false, false, false];

  // A text that waits to be loaded is asked for until it is answered: no newer question may displace it.
  let loading = null;
  const request = () =>
    ask(
      loading !== null
        ? { load: loading, version }
        : {
            state: lab.knobs(),
            version,
            until: target,
            ms: playing ? FRAME : 40,
            round,
            ...(lab.walking.example === null ? {} : { example: lab.walking.example }),
          },
    );
  const loaded = (answer) => {
    if (loading === null) return;
    loading = null;
    if (answer.loaded) begin(answer.loaded, answer.until);
    const trained = answer.until ? `Loaded, with ${answer.until} steps of training.` : "Loaded.";
    sharing.say(answer.trouble || trained);
  };
  // While a slider is dragged, answers to places that it has passed are drawn too, if they fit.
  const onTheWay = ({ version: old, widths }) => {
    const inputs = model.get("data") === "digits" ? 64 : model.get("features").length;
    const now = [inputs, ...model.get("layers").map(([, units]) => units)];
    return widths && old > Math.max(lab.shown?.version ?? -1, oldest) && String(now) === String(widths.slice(0, -1));
  };
  const receive = (answer, buffers) => {
    if (answer.load) {
      loaded(answer);
      return;
    }
    if (answer.version !== version && !onTheWay(answer)) return;
    if (answer.trouble) {
      pause();
      trouble.textContent = answer.trouble;
      root.dataset.trouble = answer.trouble;
      return;
    }
    trouble.textContent = model.get("trouble");
    delete root.dataset.trouble;
    const [surface, neurons_, weights, points, marks, curves] = buffers;
    const next = {
      ...answer,
      surface: toNumbers(surface, Uint8Array),
      neurons: toNumbers(neurons_, Int8Array),
      weights: toNumbers(weights),
      points: toNumbers(points),
      marks: toNumbers(marks, Uint8Array),
      curves: toNumbers(curves),
    };
    // Answers come in bunches; each waits for a frame of its own, as long as there are few.
    if (answer.version !== version) {
      lab.shown = next;
      soon();
      return;
    }
    if (playing && lab.shown?.version === version) queue.push(next);
    else [queue, lab.shown] = [[], next];
    if (queue.length > 3) queue.shift();
    target = playing ? lab.offers.most : Math.max(target, answer.steps);
    if (answer.ended) pause();
    else if (answer.steps < target) request();
    soon();
  };
  const ask = requestLatest(model, receive);

  const pause = () => {
    playing = false;
    target = lab.shown?.steps ?? 0;
    state();
  };
  const play = () => {
    if (lab.shown?.ended) reset();
    playing = true;
    target = lab.offers.most;
    request();
    request();
    request();
    state();
  };
  const reset = () => {
    round = Math.random();
    oldest = version;
    again();
  };
  // Whatever is on its way belongs to the past now.
  const again = () => {
    version += 1;
    root.dataset.version = version;
    target = playing ? lab.offers.most : 0;
    request();
    if (playing) request();
  };
  const step = (by) => {
    if (playing) pause();
    target = Math.max(target, lab.shown.steps) + by;
    request();
  };
  // A whole state at once: from a preset, or from a text with its number of steps.
  const begin = (knobs_, until = 0) => {
    playing = false;
    beginning = true;
    save(knobs_);
    beginning = false;
    oldest = version;
    version += 1;
    round = Math.random();
    target = until;
    request();
    state();
  };
  lab.load = (text) => {
    pause();
    loading = text;
    request();
  };
  lab.ask = () => request();
  // One turn of a knob may change several traits; it is one question all the same.
  const queueOnce = () => {
    if (queued) return;
    queued = true;
    version += 1;
    queueMicrotask(() => {
      queued = false;
      again();
    });
  };

  const playButton = press("▶ Play", () => (playing ? pause() : play()), { class: "play" });
  const clock = html("output", { class: "clock" });
  const tries = html(
    "select",
    {
      "aria-label": "things to try",
      change: () => {
        const found = lab.offers.presets.find(({ name }) => name === tries.value);
        if (!found) return;
        begin(found.state);
        comment = found.says;
      },
    },
    ...[
      [true, "that learn"],
      [false, "that fail, and why"],
    ].map(([good, label]) =>
      html(
        "optgroup",
        { label },
        ...lab.offers.presets.filter((p) => p.good === good).map(({ name }) => html("option", { value: name }, name)),
      ),
    ),
  );
  tries.value = lab.offers.chosen;
  comment = lab.offers.presets.find(({ name }) => name === lab.offers.chosen)?.says ?? "";
  const state = () => {
    playButton.textContent = playing ? "❚❚ Pause" : "▶ Play";
    playButton.setAttribute("aria-pressed", String(playing));
    soon();
  };
  const soon = throttle(draw);
  lab.soon = soon;
  lab.walking = walkView(lab);
  const [net, surface, progress, sharing] = [networkView(lab), surfaceView(lab), progressView(lab), sharingView(lab)];
  const layers = () => model.get("layers");
  const everywhere = html(
    "select",
    {
      "aria-label": "activation of all layers",
      change: () => {
        if (everywhere.value) lab.turn({ layers: layers().map(([, units]) => [everywhere.value, units]) });
        everywhere.value = "";
      },
    },
    html("option", { value: "" }, "all …"),
    ...options(lab.offers.activation),
  );
  const trouble = html("p", { class: "trouble", role: "alert" }, model.get("trouble"));
  const says = html("p", { class: "says", role: "status" });
  root.append(
    html(
      "div",
      { class: "bar" },
      playButton,
      press("step", () => step(1), { title: "one batch" }),
      press("epoch", () => step(lab.shown.epoch_steps), { title: "all training points once" }),
      press("reset", reset, { title: "the same weights again" }),
      press("other weights", () => lab.turn({ seed: (model.get("seed") + 1) % 10000 })),
      clock,
      press("one example ▸", () => lab.walking.choose(lab.walking.example === null ? 0 : null)),
      html("label", { class: "try" }, "try", tries),
    ),
    learning(lab),
    html(
      "div",
      { class: "stageRow" },
      material(lab),
      html(
        "div",
        { class: "middle" },
        html(
          "div",
          { class: "caption depth" },
          "layers",
          press("−", () => lab.turn({ layers: layers().slice(0, -1) }), { "aria-label": "one layer less" }),
          press(
            "+",
            () => layers().length < 10 && lab.turn({ layers: [...layers(), layers().at(-1) ?? ["tanh", 4]] }),
            { "aria-label": "one layer more" },
          ),
          everywhere,
        ),
        net.node,
      ),
      surface.node,
    ),
    progress.node,
    lab.walking.node,
    says,
    sharing.node,
    trouble,
  );

  function draw() {
    const next = queue.shift();
    if (next?.version === version) lab.shown = next;
    if (queue.length) soon();
    if (!lab.shown) return;
    frames += 1;
    if (frames % 30 === 1) lab.colours = null;
    const { shown } = lab;
    const drawn = { ...net.draw(), ...surface.draw(), ...progress.draw() };
    const walk = lab.walking.draw();
    progress.node.hidden = walk !== null;
    sharing.draw();
    clock.textContent = `epoch ${Math.floor(shown.epoch)} · step ${shown.steps}`;
    says.replaceChildren(...(comment ? [html("b", {}, comment), " "] : []), judgement(shown, lab.knobs()));
    // A regression has no cross-entropy, and the option says what is taken in its place.
    root.querySelector('option[value="cross_entropy"]').textContent = spoken(shown.classes ? "cross_entropy" : "mse");
    const { steps, epoch, losses, missed, examples, sizes, widths, text, rate, ended, diverged } = shown;
    reportDrawn(root, {
      steps,
      epoch,
      losses,
      missed,
      examples,
      sizes,
      widths,
      text,
      rate,
      ended,
      diverged,
      ...drawn,
      walk,
      frames,
      playing,
      version,
      weights: [...shown.weights.subarray(0, 12)],
      says: says.textContent,
    });
  }
  // Whoever turns a knob, the picture that counts is the one of the new state.
  model.on(KNOBS.map((name) => `change:${name}`).join(" "), () => {
    if (!beginning) queueOnce();
  });
  model.on("change:looks", () => request());
  request();
  const follow = () => {
    const sent = decodeURIComponent(location.hash.slice(1));
    if (/^cr\d+~/.test(sent)) lab.load(sent);
  };
  follow();
  globalThis.addEventListener("hashchange", follow);
  return () => globalThis.removeEventListener("hashchange", follow);
}

// What this moment shows, in one sentence.
function judgement({ steps, losses, sizes, diverged, missed, examples, classes, ended, widths }, knobs) {
  if (diverged) return `After ${steps} steps the loss is no number any more: each step was larger than the last.`;
  if (ended) return "That is enough for one run. Reset it, or change something.";
  if (!steps) return "Nothing is trained yet.";
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (sizes.length > 1 && sizes.slice(0, -1).every((size) => size === 0))
    return "No gradient reaches any hidden layer: every slope is exactly 0.";
  if (sizes.length > 3 && first < 1e-4 * last)
    return `Vanishing: the first layer gets ${formatNumber(first / last, 2)} times the gradient of the last.`;
  if (Math.max(...sizes) > 100) return `Exploding: a gradient of ${formatNumber(Math.max(...sizes), 2)}.`;
  const worse = losses[1] > 1.5 * losses[0] + 0.02;
  if (worse && missed[0] === 0 && missed[1] > 0)
    return `Overfitting: every training point is right, and ${missed[1]} of ${examples[1]} test points are wrong.`;
  if (worse) return "The test loss is well above the training loss: what is learned here does not quite carry over.";
  if (classes && missed[0] + missed[1] === 0) return "Every point is on its side.";
  return classes
    ? `${missed[1]} of ${examples[1]} test points are wrong.`
    : `The test loss is ${formatNumber(losses[1])}.`;
}

export default { render };
