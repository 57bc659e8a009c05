import { controlBar } from "../controls/bar.js";
import { slider } from "../controls/slider.js";
import { createRoot, html } from "../drawing/elements.js";
import { greyCanvas, paintGrey } from "../drawing/grey_image.js";
import { formatNumber } from "../drawing/numbers.js";
import { toRows } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

function render({ model, el }) {
  const root = createRoot(el, "Leak");
  const { request, drawWith } = kernelState(model);
  const screens = ["the digit", "a column of the gradient", "what a thief reads off"].map((label) =>
    greyCanvas(label, 170),
  );
  const texts = screens.map(() => html("div", { style: "max-width: 230px; color: var(--quiet)" }));
  const says = html("p", { class: "says", role: "status" });
  const frame = (title, i) =>
    html(
      "div",
      { style: "flex: 0 0 230px" },
      html("div", { style: "font-weight: 600; margin-bottom: 4px" }, title),
      screens[i],
      texts[i],
    );
  root.append(
    controlBar(
      slider("digit", model, "example", { min: 0, max: 200, step: 1 }, request),
      slider("batch size", model, "batch", { min: 1, max: 32, step: 1 }, request),
      slider(
        "clip each to 1, add noise",
        model,
        "noise",
        { min: 0, max: 0.2, step: 0.002, text: (v) => (v ? formatNumber(v) : "off") },
        request,
      ),
    ),
    html(
      "div",
      { class: "split" },
      frame("the private digit", 0),
      frame("sent: a column of ∂J/∂W", 1),
      frame("read off: column / ∂J/∂b", 2),
    ),
    says,
  );

  drawWith(root, [], (shown) => {
    const { pixels: truth, column, guess, unit, error, likeness, batch, noise, example } = shown;
    [truth, column, guess].forEach((image, i) => {
      paintGrey(screens[i], toRows(image, 8));
    });
    texts[0].textContent = batch > 1 ? `the first of ${batch} in the batch` : "it never leaves the computer";
    texts[1].textContent = `of unit ${unit}; orange: below 0`;
    texts[2].textContent = `likeness ${formatNumber(likeness)}, largest error ${formatNumber(error, 2)}`;
    says.textContent = sentence(shown);
    return { example, batch, noise, unit, likeness, error, guess };
  });
}

function sentence({ batch, noise, likeness, error }) {
  if (!noise && batch === 1)
    return (
      `Exact, to ${formatNumber(error, 1)}. The gradient of a weight is the error at its unit times its input. ` +
      "Divide by the error, which is the gradient of the bias, and the input is there."
    );
  if (!noise)
    return (
      `The mean over ${batch} digits: a weighted mixture of those on which this unit is active. ` +
      (likeness > 0.9
        ? "The first one is still plain to see."
        : "The first one is one among many, but nothing promises that it stays hidden.")
    );
  if (batch > 1)
    return (
      `Each of the ${batch} is clipped, all are added up, and noise is added once. What is left is mostly what ` +
      "these digits have in common: that is learned, and no single one need be known for it."
    );
  if (likeness > 0.8) return "There is noise, and the digit is still there for anyone to see. More noise.";
  if (likeness > 0.4) return "Traces are left. Would you recognise it, if you knew what to look for?";
  return (
    "Drowned: the clip lets each example say 1 in all, spread over more than two thousand numbers, and the noise " +
    "in each of them is louder."
  );
}

export default { render };
