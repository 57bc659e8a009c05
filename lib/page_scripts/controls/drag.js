/**
 * Follow the pointer from press to release, in the drawing's own units.
 *
 * @param {SVGElement} node the element that is pressed
 * @param {SVGSVGElement} picture
 * @param {(x: number, y: number) => void} move
 */
export function onDrag(node, picture, move) {
  /** @param {PointerEvent} event */
  const follow = (event) => {
    const box = picture.getBoundingClientRect();
    const { width, height } = picture.viewBox.baseVal;
    move(((event.clientX - box.left) / box.width) * width, ((event.clientY - box.top) / box.height) * height);
  };
  node.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    node.setPointerCapture(event.pointerId);
    const grip = /** @type {SVGElement | null} */ (node.querySelector("[tabindex]"));
    (grip ?? node).focus?.({ preventScroll: true });
    follow(event);
    node.addEventListener("pointermove", follow);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    node.addEventListener(end, () => node.removeEventListener("pointermove", follow));
  }
}
