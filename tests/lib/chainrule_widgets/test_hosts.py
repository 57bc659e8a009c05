"""Explorables need nothing of JupyterLab: they live in any page that keeps anywidget's promises.

The host here is a page of its own that offers a script its model, and nothing else: `get`, `set`,
`on`, `send` and `save_changes`, as anywidget promises in every front end. What the page says goes
to the widget's Python half in the test, and back. Two of the pages wear the marks by which VS Code
and Colab are told to be dark.
"""

import base64
import contextlib
import json
from unittest.mock import Mock

import numpy as np
import pytest
from chainrule_widgets import question
from chainrule_widgets.activations import ActivationExplorer, race
from chainrule_widgets.playground import Playground
from chainrule_widgets.regularization import Stopping

HOSTS = {
    "plain": "<body style='background: white; color: black'>",
    "VS Code": "<body data-vscode-theme-kind='vscode-dark' style='background: #1f1f1f; color: #ccc;"
    " --vscode-editor-foreground: #cccccc'>",
    "Colab": "<body style='background: #383838; color: #eee'>"
    "<script>document.documentElement.setAttribute('theme', 'dark')</script>",
}
HOST = """
(() => {
  globalThis.chainruleTest = true;
  const bytes = (text) => new DataView(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer);
  const opened = (state, buffers) => {
    for (const [path, text] of buffers) {
      const last = path.pop();
      path.reduce((inside, name) => inside[name], state)[last] = bytes(text);
    }
    return state;
  };
  const state = {};
  let heard = {};
  let unsaved = {};
  const call = (event, ...news) => (heard[event] ?? []).slice().forEach((react) => react(...news));
  const put = (names) => {
    Object.assign(state, names);
    for (const name of Object.keys(names)) call(`change:${name}`, model, state[name]);
    call("change", model);
  };
  const model = {
    get: (name) => state[name],
    set: (name, value) => {
      if (JSON.stringify(state[name]) === JSON.stringify(value)) return;
      unsaved[name] = value;
      put({ [name]: value });
    },
    on: (events, react) => events.split(" ").forEach((event) => (heard[event] ??= []).push(react)),
    off: () => { heard = {}; },
    save_changes: () => {
      hear({ method: "update", state: unsaved, buffer_paths: [] });
      unsaved = {};
    },
    send: (content) => { hear({ method: "custom", content }); },
  };
  globalThis.host = {
    receive: ({ method, state: news, content }, buffers) => {
      if (method === "update") put(opened(news, buffers));
      if (method === "custom") call("msg:custom", content, buffers.map(([, text]) => bytes(text)));
    },
    show: async (news, buffers, css, script) => {
      Object.assign(state, opened(news, buffers));
      document.head.append(Object.assign(document.createElement("style"), { textContent: css }));
      const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
      const { default: widget } = await import(url);
      const el = document.body.appendChild(document.createElement("div"));
      await widget.render({ model, el });
    },
  };
})()
"""


class Comm:
    """Takes what a widget says to its page there, as a kernel's channel would."""

    comm_id = "test"

    def __init__(self, page):
        self.page, self.said, self.heard = page, [], []
        page.expose_function("hear", self.hear)

    def send(self, data=None, buffers=None, **_rest):
        """Keep a message; a browser that waits for an answer cannot be told another thing."""
        texts = [base64.b64encode(part).decode() for part in buffers or []]
        paths = data.get("buffer_paths") or [[]] * len(texts)
        self.said.append((data, list(zip(paths, texts, strict=True))))

    def on_msg(self, handle):
        """Keep what the widget hears with."""
        self.handle = handle

    def hear(self, data):
        """Hear what the page says."""
        self.heard.append(data)
        self.handle({"content": {"data": data}, "buffers": []})

    def deliver(self):
        """Tell the page what was said."""
        while self.said:
            self.page.evaluate("([data, buffers]) => host.receive(data, buffers)", self.said.pop(0))

    def close(self, **_rest):
        """Do nothing."""


class Hosted:
    """A widget in a page."""

    def __init__(self, widget, page):
        """Open it there, with all of its state."""
        self.page, self.errors = page, []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.comm = Comm(page)
        widget.comm = self.comm
        page.evaluate(HOST)
        widget.send_state()
        data, buffers = self.comm.said.pop()
        state = {name: value for name, value in data["state"].items() if not name.startswith("_")}
        page.evaluate(
            "(all) => host.show(...all)", [state, buffers, str(widget._css), str(widget._esm)]
        )
        self.node = page.locator(".cr").first

    def drawn(self):
        """Return what the page says is drawn."""
        self.comm.deliver()
        assert not self.errors
        return json.loads(self.node.get_attribute("data-drawn") or "null")

    def becomes(self, promise):
        """Wait until what is drawn keeps a promise, and return it."""
        for _ in range(100):
            if promise(self.drawn()):
                return self.drawn()
            self.page.wait_for_timeout(20)
        pytest.fail(f"it stayed {self.drawn()}")


def is_dark(node):
    """Tell whether the browser's own boxes and menus are drawn for the dark."""
    return node.evaluate("n => getComputedStyle(n).colorScheme") == "dark"


@pytest.fixture(params=HOSTS)
def hosted(request, browser):
    """A function that opens a widget in a page of some front end."""
    with contextlib.ExitStack() as pages:

        def show(widget):
            page = browser.new_page(viewport={"width": 1000, "height": 1000})
            pages.callback(page.close)
            page.set_content(f"<!doctype html><html>{HOSTS[request.param]}</body></html>")
            return Hosted(widget, page)

        yield show


def contrast(node):
    """Return how far ink and paper are apart, from 1 to 21, as WCAG 2 counts."""
    ink, paper = node.evaluate(
        "n => [getComputedStyle(n).color, getComputedStyle(document.body).backgroundColor]"
    )

    def light(colour):
        parts = [float(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, bright = sorted([light(ink), light(paper)])
    return (bright + 0.05) / (dark + 0.05)


def test_page_computed(hosted, request):
    """A grip moves by keys, and the ink can be read on the front end's paper."""
    seen = hosted(ActivationExplorer("sigmoid"))
    assert 7 < contrast(seen.node)
    assert ("plain" not in request.node.name) == is_dark(seen.node)
    before = seen.drawn()["z"]
    seen.node.get_by_role("slider", name="z", exact=True).press("ArrowRight")
    assert before < seen.becomes(lambda d: d["z"] != before)["z"]


def test_kernel_computed(hosted):
    """A slider asks the Python half, which runs a function of the student's."""

    def my_relu(z):
        return abs(z)

    seen = hosted(race(my_relu, "relu"))
    assert "parts" == seen.drawn()["verdict"]
    seen.node.get_by_label("range of z").fill("2")
    assert 100 == seen.becomes(lambda d: d["reach"] > 50)["reach"]


def test_function_is_called_once_for_each_move(hosted):
    """Neither the state that the page saves at rest nor its echo computes the picture again."""
    calls = []

    def my_relu(z):
        calls.append(z)
        return np.maximum(z, 0)

    widget = race(my_relu, "relu")
    seen = hosted(widget)
    for moves, power in enumerate((0.5, 1, 1.5), start=1):
        seen.node.get_by_label("range of z").fill(str(power))
        seen.becomes(lambda d, power=power: d["reach"] == pytest.approx(10**power, rel=0.01))
        seen.page.wait_for_timeout(300)  # the page saves when the slider has rested for 150 ms
        seen.drawn()
        seen.page.wait_for_timeout(50)
        assert (10**power, 1 + moves) == (pytest.approx(widget.reach, rel=0.01), len(calls))


def test_interrupted(hosted, monkeypatch):
    """Questions that the kernel was kept from answering do not stop those that come after."""
    widget = race(np.tanh, "tanh")
    seen = hosted(widget)
    with monkeypatch.context() as patch:
        patch.setattr(widget, "answer", Mock(side_effect=RuntimeError("interrupted")))
        for power in (0.5, 1, 1.5, 2.5):
            seen.node.get_by_label("range of z").fill(str(power))
            seen.drawn()
    seen.node.get_by_label("range of z").fill("2")
    assert 100 == seen.becomes(lambda d: d["reach"] > 50)["reach"]
    assert 5 == sum("ask" in data.get("content", {}) for data in seen.comm.heard)


def test_history_of_one_curve(hosted):
    """Early stopping is drawn where only the validation loss was kept, too."""
    seen = hosted(Stopping({"val_loss": [3.0, 2.0, 1.0, 1.5, 1.6]}, patience=2))
    assert "val_loss" == seen.drawn()["monitor"]


def test_question(hosted):
    """A choice is explained at once, and Python knows it."""
    asked = question("What is 1 + 1?", {"2": "Yes.", "3": "That is 1 + 2."}, right="2")
    seen = hosted(asked)
    seen.node.get_by_role("button").nth(1).click()
    assert "✗ Wrong. That is 1 + 2." == seen.becomes(lambda d: d["chosen"])["says"]
    assert "3" == asked.chosen


def test_playground(hosted):
    """It trains, draws, and takes another preset."""
    playground = Playground("two moons")
    seen = hosted(playground)
    seen.becomes(lambda d: d and d["steps"] == 0)
    seen.node.get_by_role("button", name="epoch").click()
    losses = seen.becomes(lambda d: d["steps"] > 0)["losses"]
    assert losses[0] < 1
    seen.node.get_by_label("presets").select_option("two spirals")
    assert 2 == len(seen.becomes(lambda d: d["text"] != "" and d["steps"] == 0)["losses"])
