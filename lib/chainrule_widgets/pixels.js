// Grey images in the page's own ink: 0 is the paper, 1 is full ink; below 0 is orange.
// A canvas that is not in the page yet has no ink: then they wait for the next frames.
function pixels(canvas, rows, frames = 100) {
  if (!canvas.isConnected) {
    if (frames) requestAnimationFrame(() => pixels(canvas, rows, frames - 1));
    return;
  }
  const [height, width] = [rows.length, rows[0].length];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const ink = getComputedStyle(canvas).color.match(/[\d.]+/g).slice(0, 3).map(Number);
  const image = new ImageData(width, height);
  rows.forEach((row, y) => row.forEach((value, x) => {
    image.data.set([...(value < 0 ? [230, 159, 0] : ink), 255 * clamp(Math.abs(value), 0, 1)], 4 * (y * width + x));
  }));
  canvas.getContext("2d").putImageData(image, 0, 0);
}

// A canvas for them, as large as `side` on the page, its squares kept sharp.
const screen = (label, side, tall = side) => html("canvas", { role: "img", "aria-label": label,
  style: `width: ${side}px; height: ${tall}px; image-rendering: pixelated; border: 1px solid var(--hair); border-radius: 3px` });
