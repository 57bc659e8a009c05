"""What the tests of the lectures share: a reader with a browser, who moves things and looks."""

import json
import shutil
import time

import pytest

GALLERY = {
    *("played", "levels", "line_moved", "race_far", "responses", "score_gradient"),
    *("hillside_ravine", "graph_two_layers", "batch_sizes", "race_my_adam", "mistakes"),
    *("stopping", "ravine_raw", "leak"),
}
"""The pictures that .github/GALLERY.md shows, one of each lecture."""


class Reader:
    """Someone who opened a lecture in JupyterLab and ran all of it."""

    def __init__(self, page, theme, folder, gallery=None):
        """Keep the page, and where pictures of it go."""
        self.page, self.theme, self._folder, self._gallery = page, theme, folder, gallery

    def figure(self, label, nth=0):
        """Return the nth explorable whose label begins so, scrolled into view."""
        node = self.page.locator(f'.cr[aria-label^="{label}"]').nth(nth)
        node.scroll_into_view_if_needed()
        return node

    def drawn(self, node):
        """Return what an explorable says it has drawn."""
        return json.loads(node.get_attribute("data-drawn"))

    def becomes(self, node, promise, seconds=8):
        """Wait until what is drawn keeps the promise, and return it."""
        end = time.monotonic() + seconds
        while not promise(self.drawn(node)) and time.monotonic() < end:
            time.sleep(0.05)
        assert promise(self.drawn(node)), self.drawn(node)
        return self.drawn(node)

    def slide(self, node, label, value):
        """Move the slider of that label, as a hand does."""
        node.get_by_label(label, exact=True).evaluate(
            "(input, value) => { input.value = value; for (const kind of ['input', 'change'])"
            " input.dispatchEvent(new Event(kind, { bubbles: true })); }",
            value,
        )

    def shot(self, node, name):
        """Keep a picture of an explorable for people to look at."""
        node.screenshot(path=self._folder / f"{name}-{self.theme}.png")
        if self._gallery and self.theme == "light" and name in GALLERY:
            shutil.copy(self._folder / f"{name}-light.png", self._gallery / f"{name}.png")

    def whole(self, name):
        """Keep a picture of the whole lecture."""
        self.page.set_viewport_size({"width": 1200, "height": 12_000})
        self.page.locator("h1").scroll_into_view_if_needed()
        self.page.wait_for_timeout(1000)
        self.page.screenshot(path=self._folder / f"{name}-{self.theme}.png")


@pytest.fixture(scope="session")
def lab(root, jupyter, tmp_path_factory):
    """A function that returns the address of a JupyterLab on the lectures, in a theme."""
    servers = {}

    def address(theme):
        if theme not in servers:
            folder = tmp_path_factory.mktemp("lectures")
            for notebook in (root / "course" / "lectures").glob("*.ipynb"):
                shutil.copy(notebook, folder)
            servers[theme] = jupyter(folder, theme=theme)
        return servers[theme]

    return address


@pytest.fixture(scope="module")
def watch(tmp_path_factory, request):
    """A function that waits in a page for so many explorables, and returns its reader.

    The pictures lie in pytest's temporary folder, or where --basetemp says.
    """
    folder = tmp_path_factory.mktemp("shots")

    def watching(page, *, figures, theme="light"):
        page.wait_for_function(
            f"document.querySelectorAll('.cr[data-drawn]').length >= {figures}", timeout=60_000
        )
        return Reader(page, theme, folder, request.config.getoption("--pictures"))

    return watching


@pytest.fixture(scope="module")
def read(lab, run_in_lab, watch):
    """A function that opens a lecture, waits for so many explorables, and returns its reader."""
    pages = []

    def opened(name, *, figures, theme="light"):
        pages.append(run_in_lab(lab(theme), f"{name}.ipynb", width=1200, height=900))
        return watch(pages[-1], figures=figures, theme=theme)

    yield opened
    for page in pages:
        page.close()
