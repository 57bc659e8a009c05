import { penOf } from "../drawing/canvas.js";
import { createRoot, html, KEEP_KEYS, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber } from "../drawing/numbers.js";
import { toNumbers } from "../transport/arrays.js";
import { drawOnChange } from "../transport/draw_on_change.js";
import { saveDebounced } from "../transport/save_debounced.js";

const [CELL, FOOT] = [30, 34];

function render({ model, el }) {
  const root = createRoot(el, "Confusion matrix");
  const save = saveDebounced(model);
  const matrix = model.get("matrix");
  const k = matrix.length;
  const [tall, wide] = model.get("size");
  const pixels = new Uint8Array(toNumbers(model.get("images"), Uint8Array));
  const choose = (r, c) => {
    const [row, column] = [clamp(r, 0, k - 1), clamp(c, 0, k - 1)];
    save({ chosen: [row, column] });
    cells[row][column].focus({ preventScroll: true });
  };
  const most = Math.max(1, ...matrix.flatMap((line, r) => line.filter((_, c) => c !== r)));
  const cells = matrix.map((line, r) => line.map((count, c) => cell(r, c, count, most, choose)));
  const side = k * CELL;
  const middle = { class: "quiet", "text-anchor": "middle" };
  const picture = svg(
    "svg",
    {
      viewBox: `0 0 ${side + FOOT + 4} ${side + FOOT + 4}`,
      role: "group",
      "aria-label": "confusion matrix, choose a cell with the arrow keys",
    },
    textAt(FOOT + side / 2, 11, "predicted", middle),
    textAt(8, FOOT + side / 2, "true", { ...middle, transform: `rotate(-90 8 ${FOOT + side / 2})` }),
    ...matrix.flatMap((_, i) => [
      textAt(FOOT + i * CELL + CELL / 2, FOOT - 6, String(i), middle),
      textAt(FOOT - 8, FOOT + i * CELL + CELL / 2 + 4, String(i), middle),
    ]),
    ...cells.flat(),
  );
  const frame = svg("rect", { width: CELL, height: CELL, rx: 3, class: "line ink", "pointer-events": "none" });
  picture.append(frame);
  const gallery = html("div", {
    style: "display: flex; flex-wrap: wrap; gap: 10px; margin-top: 10px; min-height: 236px; align-content: flex-start",
  });
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    html(
      "div",
      { class: "split" },
      html("div", { style: "flex: 0 0 338px" }, picture),
      html("div", { style: "flex: 1 1 340px; min-width: 0" }, says, gallery),
    ),
  );

  drawOnChange(root, model, ["chosen"], () => draw({ cells, frame, gallery, matrix, model, pixels, says, tall, wide }));
}

function cell(r, c, count, most, choose) {
  const place = { x: FOOT + c * CELL + 1, y: FOOT + r * CELL + 1, width: CELL - 2, height: CELL - 2, rx: 2 };
  const shade =
    r === c
      ? { class: "fill blue", "fill-opacity": 0.16 }
      : { class: "fill orange", "fill-opacity": count ? 0.2 + (0.55 * count) / most : 0.03 };
  const moves = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  return svg(
    "g",
    {
      ...KEEP_KEYS,
      role: "button",
      tabindex: -1,
      style: "cursor: pointer; outline: none",
      "aria-label": `true ${r}, predicted ${c}: ${count}`,
      click: () => choose(r, c),
      keydown: (event) => {
        if (!(event.key in moves)) return;
        event.preventDefault();
        const [down, right] = moves[event.key];
        choose(r + down, c + right);
      },
    },
    svg("rect", { ...place, ...shade }),
    ...(count || r === c
      ? [
          textAt(place.x + CELL / 2 - 1, place.y + CELL / 2 + 3, String(count), {
            "text-anchor": "middle",
            "pointer-events": "none",
          }),
        ]
      : []),
  );
}

function draw({ cells, frame, gallery, matrix, model, pixels, says, tall, wide }) {
  const [r, c] = model.get("chosen");
  cells.flat().forEach((node) => {
    node.setAttribute("tabindex", -1);
  });
  cells[r][c].setAttribute("tabindex", 0);
  setAttributes(frame, { x: FOOT + c * CELL, y: FOOT + r * CELL }, []);
  const here = model
    .get("examples")
    .map((example, i) => [...example, i])
    .filter(([y, said]) => y === r && said === c);
  gallery.replaceChildren(
    ...here.map(([, said, p, i]) =>
      html(
        "figure",
        { style: "margin: 0; width: 76px" },
        image(pixels.subarray(i * tall * wide, (i + 1) * tall * wide), tall, wide, `image of a ${r}`),
        html("figcaption", { style: "color: var(--quiet); font-size: 12px" }, `“${said}”, ${p.toFixed(2)}`),
      ),
    ),
  );
  const count = matrix[r][c];
  const all = matrix[r].reduce((a, b) => a + b);
  says.replaceChildren(
    html("b", {}, r === c ? "Right. " : count ? "Wrong. " : "None. "),
    sentence(r, c, count, all, here),
  );
  return {
    chosen: [r, c],
    count,
    shown: here.length,
    probabilities: here.map((example) => example[2]),
    says: says.textContent,
  };
}

function sentence(r, c, count, all, here) {
  if (!count) return `No ${r} was predicted as ${c}.`;
  const share = `${count} of ${all} examples of class ${r} ${count === 1 ? "was" : "were"} predicted as ${c}`;
  if (r === c) return `${share}. The images show the smallest predicted probabilities.`;
  const [, , sure] = here[0];
  return (
    `${share}. ` +
    (sure > 0.9
      ? `The network was very confident: the largest probability is ${formatNumber(sure)}.`
      : `The network was not confident: the largest probability is ${formatNumber(sure)}.`)
  );
}

// A blue that can be read on white and on black, as opaque as the grey value is high.
function image(grey, tall, wide, label) {
  const canvas = html("canvas", {
    width: wide,
    height: tall,
    role: "img",
    "aria-label": label,
    style: "width: 76px; height: 76px; image-rendering: pixelated; border: 1px solid var(--hair); border-radius: 3px",
  });
  const data = new ImageData(wide, tall);
  grey.forEach((v, i) => {
    data.data.set([58, 143, 208, v], 4 * i);
  });
  penOf(canvas).putImageData(data, 0, 0);
  return canvas;
}

export default { render };
