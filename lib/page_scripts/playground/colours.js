import { penOf } from "../drawing/canvas.js";

const NAMES = ["blue", "orange", "green", "red", "purple"];

/**
 * Read the page's colours, as CSS colours and as numbers. They change with the page's theme.
 *
 * @param {HTMLElement} root
 */
export function pageColours(root) {
  const style = getComputedStyle(root);
  const sheet = new OffscreenCanvas(1, 1);
  const pen = penOf(sheet, { willReadFrequently: true });
  /** @param {string} colour */
  const rgb = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const look = Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  const paper = style.getPropertyValue("--jp-layout-color0").trim() || (rgb(style.color)[0] > 128 ? "#111" : "#fff");
  const all = { ...look, ink: style.color, paper, features: {} };
  return { ...all, rgb: Object.fromEntries([...NAMES, "ink"].map((name) => [name, rgb(all[name])])) };
}
