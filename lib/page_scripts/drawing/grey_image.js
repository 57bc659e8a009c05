import { penOf } from "./canvas.js";
import { html } from "./elements.js";
import { clamp } from "./numbers.js";

/**
 * Paint an image in the colour of the page's text: 0 is transparent, 1 opaque, and a negative value is orange.
 *
 * A canvas that is not in the page yet has no text colour; then this waits for the next frames.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {number[][]} rows
 * @param {number} [frames] how many frames to wait at most
 */
export function paintGrey(canvas, rows, frames = 100) {
  if (!canvas.isConnected) {
    if (frames) requestAnimationFrame(() => paintGrey(canvas, rows, frames - 1));
    return;
  }
  const [height, width] = [rows.length, rows[0].length];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const ink = (getComputedStyle(canvas).color.match(/[\d.]+/g) ?? ["0", "0", "0"]).slice(0, 3).map(Number);
  const image = new ImageData(width, height);
  for (const [y, row] of rows.entries()) {
    for (const [x, value] of row.entries()) {
      const colour = value < 0 ? [230, 159, 0] : ink;
      image.data.set([...colour, 255 * clamp(Math.abs(value), 0, 1)], 4 * (y * width + x));
    }
  }
  penOf(canvas).putImageData(image, 0, 0);
}

/**
 * Make a canvas for such an image. Its pixels stay sharp when it is enlarged.
 *
 * @param {string} label
 * @param {number} width on the page
 * @param {number} [height]
 */
export function greyCanvas(label, width, height = width) {
  const size = `width: ${width}px; height: ${height}px`;
  const look = "image-rendering: pixelated; border: 1px solid var(--hair); border-radius: 3px";
  return html("canvas", { role: "img", "aria-label": label, style: `${size}; ${look}` });
}
