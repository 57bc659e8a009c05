import { createRoot, html } from "./drawing/elements.js";
import { drawOnChange } from "./transport/draw_on_change.js";

// Words in `backticks` are shown as code.
const coded = (text) => text.split("`").map((part, i) => (i % 2 ? html("code", {}, part) : part));

function render({ model, el }) {
  const root = createRoot(el, "Question");
  const right = model.get("right");
  const choose = (text) => {
    model.set("chosen", text);
    model.save_changes();
  };
  const marks = {};
  const buttons = model.get("choices").map(([text], i, all) => {
    marks[text] = html("span", { "aria-hidden": "true", class: "mark" }, "abcdef"[i]);
    return html(
      "button",
      {
        type: "button",
        class: "choice",
        "aria-pressed": "false",
        click: () => choose(text),
        keydown: (event) => {
          const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
          if (!by) return;
          event.preventDefault();
          buttons[(i + by + all.length) % all.length].focus();
        },
      },
      marks[text],
      html("span", {}, ...coded(text)),
    );
  });
  const says = html("p", { class: "says", role: "status" });
  root.classList.add("question");
  root.append(
    html("p", { class: "prompt" }, html("b", {}, "Predict, then run. "), ...coded(model.get("prompt"))),
    html("div", { class: "choices" }, ...buttons),
    says,
  );
  drawOnChange(root, model, ["chosen"], () => {
    const chosen = model.get("chosen");
    model.get("choices").forEach(([text], i) => {
      const mark = marks[text];
      const sign = text === right ? "✓" : "✗";
      mark.textContent = text === chosen ? sign : "abcdef"[i];
      buttons[i].setAttribute("aria-pressed", String(text === chosen));
      buttons[i].classList.toggle("right", text === chosen && text === right);
      buttons[i].classList.toggle("wrong", text === chosen && text !== right);
    });
    says.replaceChildren();
    if (chosen)
      says.append(
        html("b", {}, chosen === right ? "✓ Right. " : "✗ Wrong. "),
        ...coded(model.get("choices").find(([text]) => text === chosen)[1]),
      );
    return { chosen, right: chosen === right, says: says.textContent };
  });
}

export default { render };
