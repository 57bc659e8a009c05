import { html } from "../drawing/elements.js";
import { press } from "./controls.js";

/**
 * Make the row of buttons that train, and the list of presets.
 *
 * @param {import("./session.js").Session} session
 * @param {() => void} toggleExample shows one example in numbers, or hides it
 */
export function toolbar(session, toggleExample) {
  const toggle = () => (session.playing ? session.pause() : session.play());
  const play = press("▶ Play", toggle, { class: "play" });
  const clock = html("output", { class: "clock" });
  const other = () => session.set({ seed: (session.model.get("seed") + 1) % 10000 });
  const node = html(
    "div",
    { class: "bar" },
    play,
    press("step", () => session.step(1), { title: "one batch" }),
    press("epoch", () => session.step(session.shown.epoch_steps), { title: "one pass through all training points" }),
    press("reset", () => session.reset(), { title: "start again with the same weights" }),
    press("other weights", other),
    clock,
    press("one example ▸", toggleExample),
    html("label", { class: "try" }, "try", presets(session)),
  );
  const draw = () => {
    play.textContent = session.playing ? "❚❚ Pause" : "▶ Play";
    play.setAttribute("aria-pressed", String(session.playing));
    if (session.shown) clock.textContent = `epoch ${Math.floor(session.shown.epoch)} · step ${session.shown.steps}`;
  };
  return { node, draw };
}

/** @param {import("./session.js").Session} session */
function presets(session) {
  /** @typedef {{ name: string, says: string, good: boolean, state: Record<string, any> }} Preset */
  /** @type {Preset[]} */
  const all = session.offers.presets;
  const node = html("select", { "aria-label": "presets" });
  for (const [good, label] of /** @type {[boolean, string][]} */ ([
    [true, "that learn"],
    [false, "that fail, and why"],
  ])) {
    const some = all.filter((preset) => preset.good === good);
    node.append(html("optgroup", { label }, ...some.map(({ name }) => html("option", { value: name }, name))));
  }
  node.value = session.offers.chosen;
  session.comment = all.find(({ name }) => name === node.value)?.says ?? "";
  node.addEventListener("change", () => {
    const found = all.find(({ name }) => name === node.value);
    if (!found) return;
    session.begin(found.state);
    session.comment = found.says;
  });
  return node;
}
