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
  const screens = ["the digit", "a column of the gradient", "the reconstructed digit"].map((label) =>
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
        "clip to 1, add noise",
        model,
        "noise",
        { min: 0, max: 0.2, step: 0.002, text: (v) => (v ? formatNumber(v) : "off") },
        request,
      ),
    ),
    html(
      "div",
      { class: "split" },
      frame("private digit", 0),
      frame("sent: column of ∂J/∂W", 1),
      frame("reconstructed: column / ∂J/∂b", 2),
    ),
    says,
  );

  drawWith(root, [], (shown) => {
    const { pixels: truth, column, guess, unit, error, likeness, batch, noise, example } = shown;
    [truth, column, guess].forEach((image, i) => {
      paintGrey(screens[i], toRows(image, 8));
    });
    texts[0].textContent = batch > 1 ? `the first of ${batch} in the batch` : "not sent";
    texts[1].textContent = `unit ${unit}; orange: negative`;
    texts[2].textContent = `correlation ${formatNumber(likeness)}, largest error ${formatNumber(error, 2)}`;
    says.textContent = sentence(shown);
    return { example, batch, noise, unit, likeness, error, guess };
  });
}

function sentence({ batch, noise, likeness, error }) {
  if (!noise && batch === 1)
    return (
      `The reconstruction is exact (largest error ${formatNumber(error, 1)}). The gradient of a weight is the ` +
      "gradient of the bias times the input. So divide by the gradient of the bias."
    );
  if (!noise)
    return (
      `The gradient is the mean over ${batch} digits, so the result is a mixture of the digits for which this ` +
      "unit is active. " +
      (likeness > 0.9
        ? "The first digit is still clearly visible."
        : "The first digit is not clearly visible here, but this is not guaranteed.")
    );
  if (batch > 1)
    return (
      `The gradients of ${batch} digits are clipped and added up, and noise is added to the sum. A single digit has ` +
      "little influence on the result."
    );
  if (likeness > 0.8) return "The digit is still clearly visible. Increase the noise.";
  if (likeness > 0.4) return "Parts of the digit are still visible.";
  return (
    "The digit is hidden. After clipping, the gradient has at most norm 1, spread over more than two thousand " +
    "numbers, and the noise in each number is larger."
  );
}

export default { render };
