"""Measure the playground on a stock JupyterLab: pictures a second, and slider to picture.

    uv run python tests/benchmarks/playground.py

with --seconds N for longer runs, --preset NAME for another net. A headless Chromium opens the
lecture on a server that knows nothing of the user's settings. While playing, pictures are counted;
then a slider is moved: dragged, with an event in each frame, and in single moves. What counts is
the time from the event to the frame in which its state, or a newer one, has been drawn.
"""

import argparse
import json
import statistics
import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
import browsing

GOALS = {"pictures a second": 30, "slider to picture": 33}
SLIDE = """
async ([label, moves, pause]) => {
  const root = document.querySelector('.cr.playground');
  const input = root.querySelector(`input[aria-label="${label}"]`);
  const frame = () => new Promise(requestAnimationFrame);
  const [open, times] = [[], []];
  const look = () => {
    const { version } = JSON.parse(root.dataset.drawn);
    const now = performance.now();
    while (open.length && version >= open[0].version) times.push(now - open.shift().start);
  };
  const watch = new MutationObserver(look);
  watch.observe(root, { attributeFilter: ['data-drawn'] });
  for (let i = 0; i < moves; i++) {
    const start = performance.now();
    input.value = Number(input.min) + 1 + (i % (Number(input.max) - 1));
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
    open.push({ start, version: Number(root.dataset.version) });
    await frame();
    if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  watch.disconnect();
  return times;
}
"""


def drawn(page):
    """Return what the playground says it has drawn."""
    return json.loads(page.locator(".cr.playground").get_attribute("data-drawn"))


def pictures(page, seconds):
    """Play, and return pictures and steps a second."""
    page.locator(".cr.playground button.play").click()
    page.wait_for_timeout(700)
    before, start = drawn(page), time.perf_counter()
    page.wait_for_timeout(1000 * seconds)
    after, span = drawn(page), time.perf_counter() - start
    page.locator(".cr.playground button.play").click()
    return [(after[name] - before[name]) / span for name in ("frames", "steps")]


def report(name, values, unit):
    """Print the median and the 95th percentile."""
    cut = statistics.quantiles(values, n=20)[-1]
    print(f"{name}: median {statistics.median(values):.1f} {unit}, 95 % within {cut:.1f} {unit}")


def main():
    """Start, measure, stop."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--preset", default="two moons")
    asked = parser.parse_args()
    with browsing.server() as address, sync_playwright() as playwright:
        page = browsing.opened(playwright, address, "00_playground", ".cr.playground")
        page.get_by_label("presets").select_option(asked.preset)
        page.wait_for_timeout(500)
        print("network:", "-".join(map(str, drawn(page)["widths"])))
        rate, steps = pictures(page, asked.seconds)
        print(f"playing: {rate:.1f} pictures a second, {steps:.0f} steps a second")
        for label in ("noise", "learning rate"):
            for how, pause in (("dragged", 0), ("one by one", 300)):
                times = page.evaluate(SLIDE, [label, asked.rounds, pause])
                report(f"slider to picture, {label}, {how}", times, "ms")
        print("goals:", GOALS)


if __name__ == "__main__":
    main()
