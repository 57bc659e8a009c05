/**
 * Return a function that calls `draw` at the end of the current task, and then once a frame at most.
 *
 * @param {() => void} draw
 */
export function throttle(draw) {
  let drawn = false;
  let late = false;
  const now = () => {
    late = false;
    draw();
  };
  return () => {
    late = true;
    if (drawn) return;
    drawn = true;
    queueMicrotask(now);
    requestAnimationFrame(function next() {
      drawn = late;
      if (!late) return;
      now();
      requestAnimationFrame(next);
    });
  };
}
