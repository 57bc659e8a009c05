"""Measure every explorable of every lecture on a stock JupyterLab: from a move to its picture.

    uv run python tests/benchmarks/explorables.py

with --only 03,07 for some of the lectures, --moves N for longer runs. In each explorable up to two
controls are moved, first one move at a time, with a rest before the next, and then in every frame
for a second. A move counts from its event until the last change of the picture is drawn; the screen
shows it with its next frame, and that time is the last column. The goals are 16 ms and 55 pictures
a second where the page computes, 33 ms and 30 where it asks the kernel; 95 % of the moves must be
drawn within.
"""

import argparse
import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
import browsing

GOALS = {"page": (16, 55), "kernel": (33, 30)}
SETTLED = 140
"""Milliseconds in which a move has its picture; 10 more, and the page saves its state."""
REST = 300
"""Milliseconds between two single moves, in which the kernel has saved the state."""
MOVE = """
async ([index, moves, settled, rest]) => {
  const root = [...document.querySelectorAll('.cr[data-drawn]:not(.question)')][index];
  root.scrollIntoView({ block: 'center' });
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const frame = () => new Promise(requestAnimationFrame);
  await wait(400);
  let sent = 0;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...message) { sent += 1; return send.apply(this, message); };
  const seen = (node) => node.offsetParent !== null || node.getClientRects().length;
  const found = [...root.querySelectorAll('input[type=range], [role=slider]')];
  const controls = found.filter(seen).slice(0, 2);
  const turn = (control, i) => {
    if (control.matches('input')) {
      const [low, high, step] = [control.min, control.max, control.step].map(Number);
      const steps = Math.max(1, Math.min(8, Math.round((high - low) / (step || (high - low) / 8))));
      control.value = low + (1 + (i % steps)) * (step || (high - low) / 8);
      control.dispatchEvent(new Event('input', { bubbles: true }));
    } else {
      const key = i % 8 < 4 ? 'ArrowRight' : 'ArrowLeft';
      control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
  };
  const [times, frames, rates] = [[], [], []];
  let asks = 0;
  for (const control of controls) {
    for (let i = 0; i < moves; i++) {
      await wait(rest);
      await frame();
      await wait(8);  // a hand moves at any time: on average, half a frame before the next
      let [drawn, shown] = [null, null];
      const watch = new MutationObserver(() => {
        drawn = performance.now();
        requestAnimationFrame(() => { shown = performance.now(); });
      });
      watch.observe(root, { attributeFilter: ['data-drawn'] });
      const start = performance.now();
      turn(control, i);
      await wait(settled);
      for (let late = 0; drawn === null && late < 30; late++) await wait(10);
      watch.disconnect();
      if (drawn === null) continue;
      await frame();
      times.push(drawn - start);
      frames.push(shown - start);
    }
    await wait(300);
    let pictures = 0;
    sent = 0;
    const watch = new MutationObserver(() => { pictures += 1; });
    watch.observe(root, { attributeFilter: ['data-drawn'] });
    const began = performance.now();
    for (let i = 0; performance.now() - began < 1000; i++) { turn(control, i); await frame(); }
    watch.disconnect();
    asks += sent;
    rates.push(pictures * 1000 / (performance.now() - began));
    await wait(300);
  }
  WebSocket.prototype.send = send;
  const label = root.getAttribute('aria-label');
  return { label, controls: controls.length, times, frames, rates, asks };
}
"""


def computed(found):
    """Tell where the pictures were computed: whom a page asks, it asks with every move."""
    return "kernel" if found["asks"] > 10 * found["controls"] else "page"


def line(lecture, found):
    """Return what was found of one explorable, as a line of the table, and whether it is met."""
    name = f"{lecture[:2]}  {found['label'][:44]:44}"
    if len(found["times"]) < 2:
        return f"{name}  nothing that slides", True
    where = computed(found)
    most, least = GOALS[where]
    middle = statistics.median(found["times"])
    cut, shown = (statistics.quantiles(found[name], n=20)[-1] for name in ("times", "frames"))
    rate = min(found["rates"])
    met = cut <= most and rate >= least
    verdict = "" if met else f"   > {most} ms or < {least}/s"
    return f"{name}  {where:6}  {middle:6.1f}  {cut:6.1f}  {rate:10.0f}  {shown:5.1f}{verdict}", met


def main():
    """Open one lecture after the other, and move things."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--moves", type=int, default=30)
    asked = parser.parse_args()
    lectures = sorted(path.stem for path in (browsing.ROOT / "course" / "lectures").glob("*.py"))
    results, moves = [], {"page": [], "kernel": []}
    print(f"{'lecture and explorable':48}  where   median    95 %  pictures/s  shown")
    with browsing.server() as address, sync_playwright() as playwright:
        for lecture in (name for name in lectures if name.startswith(tuple(asked.only.split(",")))):
            page = browsing.opened(playwright, address, lecture, ".cr")
            page.wait_for_timeout(5000)
            count = page.locator(".cr[data-drawn]:not(.question)").count()
            for index in range(count):
                found = page.evaluate(MOVE, [index, asked.moves, SETTLED, REST])
                moves[computed(found)] += found["times"]
                text, met = line(lecture, found)
                results.append(met)
                print(text, flush=True)
            page.context.browser.close()
    for where, times in moves.items():
        if len(times) > 1:
            cut = statistics.quantiles(times, n=20)[-1]
            print(
                f"{where}, all {len(times)} moves: {statistics.median(times):.1f}, 95 % {cut:.1f}"
            )
    print(f"{sum(results)} of {len(results)} explorables meet both goals")


if __name__ == "__main__":
    main()
