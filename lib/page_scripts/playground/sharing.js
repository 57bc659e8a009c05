// A run as a line of text: copy it, send it, paste it here.

import { html } from "../drawing/elements.js";
import { press } from "./controls.js";

export function sharingView(session) {
  const field = html("input", {
    type: "text",
    "aria-label": "this state as text",
    spellcheck: "false",
    autocomplete: "off",
  });
  const heard = html("span", { class: "heard", role: "status" });
  const copied = async (text, what) => {
    try {
      await navigator.clipboard.writeText(text);
      heard.textContent = `${what} copied.`;
    } catch {
      field.value = text;
      field.select();
      heard.textContent = "Press Ctrl+C to copy.";
    }
  };
  // Nothing of the address but its path goes along: a server's token is nobody's business.
  const link = () => `${location.origin}${location.pathname}#${session.shown.text}`;
  const load = () => {
    if (!field.value.trim() || field.value === session.shown?.text) return;
    heard.textContent = "";
    session.load(field.value);
  };
  field.addEventListener("change", load);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") load();
  });
  field.addEventListener("focus", () => field.select());
  const node = html(
    "div",
    { class: "share" },
    html("label", {}, "send this", field),
    press("copy text", () => copied(session.shown.text, "Text")),
    press("copy link", () => copied(link(), "Link")),
    heard,
  );
  const draw = () => {
    if (document.activeElement !== field) field.value = session.shown.text;
  };
  const say = (sentence) => {
    heard.textContent = sentence;
  };
  return { node, draw, say, field };
}
