// The playground: the controls set the state, and the kernel trains and answers with pictures.

import { createRoot, html } from "../drawing/elements.js";
import { reportDrawn } from "../transport/draw_on_change.js";
import { throttle } from "../transport/throttle.js";
import { dataControls, spoken, trainingControls } from "./controls.js";
import { exampleView } from "./example.js";
import { layerControls } from "./layer_controls.js";
import { networkView } from "./network.js";
import { progressView } from "./progress.js";
import { Session } from "./session.js";
import { sharingView } from "./sharing.js";
import { summary } from "./summary.js";
import { surfaceView } from "./surface.js";
import { toolbar } from "./toolbar.js";

// The theme may change at any time; the colours are read again after so many pictures.
const FRAMES_PER_THEME = 30;

/** @type {import("@anywidget/types").Render} */
function render({ model, el }) {
  const root = createRoot(el, "Playground");
  root.classList.add("playground");
  const session = new Session(model, root);
  session.exampleView = exampleView(session);
  const views = {
    bar: toolbar(session, () => session.exampleView.choose(session.example === null ? 0 : null)),
    net: networkView(session),
    surface: surfaceView(session),
    progress: progressView(session),
    sharing: sharingView(session),
  };
  const says = html("p", { class: "says", role: "status" });
  root.append(
    views.bar.node,
    trainingControls(session),
    html(
      "div",
      { class: "stageRow" },
      dataControls(session),
      html("div", { class: "middle" }, layerControls(session), views.net.node),
      views.surface.node,
    ),
    views.progress.node,
    session.exampleView.node,
    says,
    views.sharing.node,
    troubleLine(session),
  );
  session.showLoaded = views.sharing.say;
  let frames = 0;
  session.redraw = throttle(() => {
    views.bar.draw();
    session.takeQueued();
    if (!session.shown) return;
    frames += 1;
    if (frames % FRAMES_PER_THEME === 1) session.colours = null;
    const drawn = draw(session, views, says);
    reportDrawn(root, { ...drawn, frames, playing: session.playing, version: session.version });
  });
  session.request();
  return followAddress(session);
}

// A sentence about what could not be used.
function troubleLine(session) {
  const node = html("p", { class: "trouble", role: "alert" }, session.model.get("trouble"));
  session.showTrouble = (text) => {
    node.textContent = text || session.model.get("trouble");
    if (text) session.root.dataset.trouble = text;
    else delete session.root.dataset.trouble;
  };
  return node;
}

// A link to the page may bring a state along.
function followAddress(session) {
  const follow = () => {
    const sent = decodeURIComponent(location.hash.slice(1));
    if (/^cr\d+~/.test(sent)) session.load(sent);
  };
  follow();
  globalThis.addEventListener("hashchange", follow);
  return () => globalThis.removeEventListener("hashchange", follow);
}

function draw(session, { bar, net, surface, progress, sharing }, says) {
  const { shown, comment, root } = session;
  const drawn = { ...net.draw(), ...surface.draw(), ...progress.draw() };
  const walk = session.exampleView.draw();
  progress.node.hidden = walk !== null;
  sharing.draw();
  bar.draw();
  says.replaceChildren(...(comment ? [html("b", {}, comment), " "] : []), summary(shown));
  // A regression has no cross-entropy, and the option says what is taken in its place.
  const option = root.querySelector('option[value="cross_entropy"]');
  option.textContent = spoken(shown.classes ? "cross_entropy" : "mse");
  const { steps, epoch, losses, missed, examples, sizes, widths, text, rate, ended, diverged } = shown;
  const numbers = { steps, epoch, losses, missed, examples, sizes, widths, text, rate, ended, diverged };
  return { ...numbers, ...drawn, walk, weights: [...shown.weights.subarray(0, 12)], says: says.textContent };
}

export default { render };
