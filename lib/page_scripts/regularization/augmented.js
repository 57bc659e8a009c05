import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, setAttributes, svg, textAt } from "../drawing/elements.js";
import { paint } from "../drawing/heatmap.js";
import { clamp } from "../drawing/numbers.js";
import { toNumbers } from "../transport/arrays.js";
import { kernelState } from "../transport/kernel_state.js";

function render({ model, el }) {
  const root = createRoot(el, "Augmented digits");
  const names = ["place", "flip", "dx", "dy", "noise"];
  const nets = model.get("names");
  const { request, drawWith } = kernelState(model, (said, pair) => ({ ...said, pair: toNumbers(pair) }));
  const box = html("input", { type: "checkbox", "aria-label": "mirror", change: () => request({ flip: box.checked }) });
  const screens = ["before", "after"].map((label) =>
    html("canvas", {
      width: 8,
      height: 8,
      role: "img",
      "aria-label": label,
      style:
        "width: 150px; height: 150px; image-rendering: pixelated; border: 1px solid var(--hair); border-radius: 4px",
    }),
  );
  const still = (canvas, caption) =>
    html("figure", { style: "margin: 0" }, canvas, html("figcaption", { style: "color: var(--quiet)" }, caption));
  const tall = 20 + nets.length * 118;
  const chart = svg("svg", { viewBox: `0 0 480 ${tall}` });
  const rows = nets.map((name, i) => bars(name, i));
  chart.append(...rows.map((row) => row.node));
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      html("label", {}, box, "mirror"),
      slider("move right", model, "dx", { min: -4, max: 4, step: 1 }, request),
      slider("move down", model, "dy", { min: -4, max: 4, step: 1 }, request),
      slider("noise", model, "noise", { min: 0, max: 1, step: 0.05 }, request),
      button("next digit", () => request({ place: (model.get("place") + 1) % model.get("count") })),
    ),
    html(
      "div",
      { class: "split", style: "align-items: center" },
      html(
        "div",
        { style: "display: flex; gap: 18px; flex: 0 0 auto" },
        still(screens[0], "before"),
        still(screens[1], "after"),
      ),
      html("div", { style: "flex: 1 1 380px; min-width: 0" }, chart),
    ),
    says,
  );

  drawWith(root, [], (shown) => draw(shown, { box, names, nets, rows, says, screens }));
}

function draw(shown, { box, names, nets, rows, says, screens }) {
  box.checked = shown.flip;
  const half = shown.pair.length / 2;
  const side = Math.sqrt(half);
  // A blue that can be read on white and on black. `paint` takes the lowest row first, an image its highest.
  [shown.pair.subarray(0, half), shown.pair.subarray(half)].forEach((image, i) => {
    const turned = Float32Array.from(image, (_, j) => image[(side - 1 - Math.floor(j / side)) * side + (j % side)]);
    paint(screens[i], turned, (v) => [58, 143, 208, 255 * clamp(v, 0, 1)]);
  });
  const read = rows.map((row, i) => row.show(shown.shares[i], shown.accuracy[i], shown.true));
  says.textContent = sentence(shown, read, nets);
  return {
    ...Object.fromEntries(names.map((name) => [name, shown[name]])),
    true: shown.true,
    read,
    accuracy: shown.accuracy,
    says: says.textContent,
  };
}

function bars(name, i) {
  const top = 20 + i * 118;
  const parts = Array.from({ length: 10 }, (_, k) => ({
    bar: svg("rect", { x: 10 + k * 30, width: 22, rx: 2 }),
    label: textAt(21 + k * 30, top + 92, String(k), { "text-anchor": "middle" }),
  }));
  const verdict = textAt(330, top + 40, "", { class: "title" });
  const score = textAt(330, top + 62, "", { class: "quiet" });
  const node = svg(
    "g",
    {},
    textAt(10, top - 4, name, { class: "title" }),
    svg("path", { d: `M6 ${top + 77}h304`, class: "hair" }),
    ...parts.flatMap(({ bar, label }) => [bar, label]),
    verdict,
    score,
  );
  const show = (shares, accuracy, true_) => {
    const said = shares.indexOf(Math.max(...shares));
    parts.forEach(({ bar, label }, k) => {
      setAttributes(
        bar,
        { y: top + 77 - 70 * shares[k], height: 70 * shares[k], class: `fill ${k === true_ ? "green" : "orange"}` },
        [],
      );
      label.setAttribute("class", k === true_ ? "title" : "quiet");
    });
    verdict.textContent = `${said === true_ ? "✓" : "✗"} predicts ${said}, ${(100 * shares[said]).toFixed(0)} %`;
    score.textContent = `all digits: ${(100 * accuracy).toFixed(1)} %`;
    return said;
  };
  return { node, show };
}

function sentence({ flip, dx, dy, noise, true: digit, accuracy }, read, nets) {
  const quiet = dx === 0 && dy === 0 && noise === 0;
  if (quiet && !flip) return `This is an original ${digit}. Change it: which network still predicts ${digit}?`;
  const mirrored = flip
    ? digit === 0 || digit === 8
      ? `The mirror image of this ${digit} is still a ${digit}. `
      : `The mirror image of a ${digit} is in general not a ${digit}, but its label is still ${digit}. `
    : "";
  const far =
    Math.max(Math.abs(dx), Math.abs(dy)) > 2 ? "The shift is so large that a part of the digit is lost. " : "";
  const best = accuracy.indexOf(Math.max(...accuracy));
  const right = read.filter((said) => said === digit).length;
  return (
    `${mirrored}${far}${right} of ${nets.length} networks ${right === 1 ? "predicts" : "predict"} ${digit}. On all ` +
    `digits, changed in the same way, “${nets[best]}” has the highest accuracy: ${(100 * accuracy[best]).toFixed(1)} %.`
  );
}

export default { render };
