"""The front door, through the eyes of a browser: it plays, and what it draws is the library's."""

import numpy as np
import pytest
from chainrule_widgets.playground import Playground

SLIDERS = {
    "noise": (30, "noise-30"),
    "points": (7, "points-120"),
    "test share": (4, "test-30"),
    "learning rate": (12, "learning_rate-0.1"),
    "batch size": (7, "batch_size-32"),
    "L1": (4, "l1-0.0003"),
    "L2": (5, "l2-0.001"),
    "dropout": (2, "dropout-0.2"),
}
CHOICES = {
    "data": ("circles", "data-circles"),
    "schedule": ("cosine", "schedule-cosine"),
    "optimizer": ("rmsprop", "optimizer-rmsprop"),
    "loss": ("mse", "loss-mse"),
    "first weights": ("he_normal", "initializer-he_normal"),
    "activation of layer 2": ("relu", "layers-tanh-8.relu-8"),
}


@pytest.fixture(scope="module")
def reader(read):
    """The playground, opened and run."""
    return read("00_playground", figures=1)


@pytest.fixture
def node(reader):
    """The playground, on two moons, before any step."""
    node = reader.figure("Playground")
    tries(reader, node, "two spirals")
    tries(reader, node, "two moons")
    return node


def tries(reader, node, preset):
    """Choose something to try, and wait until it is shown."""
    text = Playground(preset).as_text()
    node.get_by_label("presets").select_option(preset)
    return reader.becomes(node, lambda d: d["text"] == text)


def agree(drawn):
    """The text that is drawn leads to the numbers that are drawn."""
    again = Playground.from_text(drawn["text"])
    weights = np.concatenate([w.ravel() for layer in dense(again) for w in layer.get_weights()])
    np.testing.assert_array_equal(weights[:12], np.float32(drawn["weights"]))
    cut = drawn["examples"][0]
    loss = again.model.evaluate(again.inputs[cut:], again.targets[cut:])
    assert loss == pytest.approx(drawn["losses"][1], rel=1e-5)
    return again


def dense(playground):
    return [layer for layer in playground.model.layers if hasattr(layer, "kernel")]


@pytest.mark.parametrize("browser_open", [True, False])
def test_first_screen_shows_all_of_it(reader, browser_open):
    """Whoever opens the lecture sees the whole playground without scrolling, in a usual window."""
    page = reader.page
    toggle = "window.jupyterapp.commands.execute('application:toggle-left-area')"
    if browser_open:
        page.evaluate(toggle)
        page.wait_for_timeout(600)
    page.locator("h1").scroll_into_view_if_needed()
    box = page.locator(".cr.playground").bounding_box()
    page.screenshot(path=reader._folder / f"first-{browser_open}-{reader.theme}.png")
    if browser_open:
        page.evaluate(toggle)
        page.wait_for_timeout(400)
    assert 0 < box["y"] < box["y"] + box["height"] <= 900 - 24


def test_play_pause_step_reset(reader, node):
    """Each button does what it says, and every number drawn is that of the library."""
    node.get_by_role("button", name="Play").click()
    assert reader.becomes(node, lambda d: d["steps"] > 400)["playing"]
    node.get_by_role("button", name="Pause").click()
    reader.page.wait_for_timeout(400)
    rested = reader.drawn(node)
    reader.page.wait_for_timeout(300)
    assert (rested["steps"], False) == (reader.drawn(node)["steps"], reader.drawn(node)["playing"])
    agree(rested)
    reader.shot(node, "played")
    node.get_by_role("button", name="step", exact=True).click()
    assert (
        rested["steps"] + 1
        == reader.becomes(node, lambda d: d["steps"] != rested["steps"])["steps"]
    )
    node.get_by_role("button", name="reset", exact=True).click()
    assert [] == reader.becomes(node, lambda d: d["steps"] == 0)["sizes"]
    node.get_by_role("button", name="epoch", exact=True).click()
    after = reader.becomes(node, lambda d: d["epoch"] == 1)
    assert 9 == after["steps"]
    agree(after)


def test_points_on_the_wrong_side_are_ringed(reader, node):
    """There is a ring for every test point that the network gets wrong."""
    drawn = reader.drawn(node)
    again = agree(drawn)
    right = (again.model.predict(again.inputs) > 0.5) == again.targets
    assert (~right[140:]).sum() == drawn["rings"] == drawn["missed"][1] > 0


@pytest.mark.parametrize("label", SLIDERS)
def test_slider(reader, node, label):
    """Each slider turns its knob, and the run begins anew."""
    place, wanted = SLIDERS[label]
    reader.slide(node, label, place)
    text = "steps" if wanted == "test-30" else wanted  # 30 % is the default, which is not written
    drawn = reader.becomes(node, lambda d: (text in d["text"]) == (wanted != "test-30"))
    agree(drawn)


@pytest.mark.parametrize("label", CHOICES)
def test_choice(reader, node, label):
    """Each choice turns its knob."""
    value, wanted = CHOICES[label]
    node.get_by_label(label, exact=True).select_option(value)
    agree(reader.becomes(node, lambda d: wanted in d["text"]))


def test_network_by_clicking(reader, node):
    """Layers and neurons come and go, features are switched, batch norm is ticked."""
    node.get_by_role("button", name="add a layer").click()
    reader.becomes(node, lambda d: d["widths"] == [2, 8, 8, 8, 1])
    node.get_by_role("button", name="remove a neuron from layer 1").click()
    reader.becomes(node, lambda d: d["widths"] == [2, 7, 8, 8, 1])
    node.get_by_role("button", name="add a neuron to layer 3").click()
    reader.becomes(node, lambda d: d["widths"] == [2, 7, 8, 9, 1])
    node.get_by_role("button", name="remove a layer").click()
    node.get_by_role("button", name="feature x₁²").click()
    drawn = reader.becomes(node, lambda d: d["widths"] == [3, 7, 8, 1])
    assert (3 * 7 + 7 * 8 + 8, 16) == (drawn["lines"], drawn["pictures"])
    node.get_by_label("batch norm").check()
    agree(reader.becomes(node, lambda d: "batch_norm-1" in d["text"]))
    node.get_by_role("button", name="other points").click()
    node.get_by_role("button", name="other weights").click()
    agree(reader.becomes(node, lambda d: "seed-1" in d["text"] and "sample-1" in d["text"]))
    node.get_by_label("activation of all layers").select_option("relu")
    reader.becomes(node, lambda d: "layers-relu-7.relu-8" in d["text"])


def test_a_neuron_stands_large(reader, node):
    """Whoever points at a neuron, with the mouse or by Tab, sees its answers on the right."""
    node.get_by_label("layer 2, neuron 3", exact=True).focus()
    reader.becomes(node, lambda d: d["large"] == 8 + 2)
    reader.shot(node, "neuron")
    node.get_by_label("layer 1, neuron 1", exact=True).hover()
    reader.becomes(node, lambda d: d["large"] == 0)
    node.get_by_role("button", name="reset", exact=True).hover()
    reader.becomes(node, lambda d: d["large"] is None)


def test_runs_that_fail(reader, node):
    """Too large a rate leaves no number; ten sigmoids leave the first layer nothing."""
    tries(reader, node, "learning rate too large")
    node.get_by_role("button", name="Play").click()
    drawn = reader.becomes(node, lambda d: d["diverged"])
    assert ([None, None], False) == (drawn["losses"], drawn["playing"])
    assert "the loss is NaN" in drawn["says"]
    reader.shot(node, "diverged")
    tries(reader, node, "ten sigmoids deep")
    node.get_by_role("button", name="epoch", exact=True).click()
    drawn = reader.becomes(node, lambda d: d["epoch"] == 1)
    assert drawn["sizes"][0] < 1e-5 * drawn["sizes"][-1]
    assert drawn["bars"] == sorted(drawn["bars"])
    assert "Vanishing" in drawn["says"]
    reader.shot(node, "vanishing")


@pytest.mark.parametrize("preset", ["handwritten digits", "four classes", "a landscape"])
def test_other_kinds_of_data(reader, node, preset):
    """Digits, several classes and a regression train as two moons do."""
    tries(reader, node, preset)
    for _ in range(6):
        node.get_by_role("button", name="epoch", exact=True).click()
    drawn = reader.becomes(node, lambda d: d["epoch"] >= 6)
    agree(drawn)
    reader.shot(node, preset.replace(" ", "_"))


def test_one_example_forward_and_back(reader, node):
    """The numbers at the neurons are the library's, and so is the gradient that flows back."""
    node.get_by_role("button", name="epoch", exact=True).click()
    reader.becomes(node, lambda d: d["epoch"] == 1)
    node.get_by_role("button", name="one example").click()
    node.get_by_label("number of the example").fill("5")
    drawn = reader.becomes(node, lambda d: d["walk"] and d["walk"]["example"] == 5)
    walk, again = drawn["walk"], agree(drawn)
    x, y = again.inputs[5:6], again.targets[5:6]
    loss, gradients = again.model.gradients(x, y)
    assert loss == pytest.approx(walk["loss"], rel=1e-5)
    # The slope at z is that of the bias, which is added to z.
    for stage, slope in zip(walk["stages"], gradients[1::2], strict=True):
        np.testing.assert_allclose(slope, stage["dz"], rtol=1e-4, atol=1e-7)
    assert again.model.predict(x)[0, 0] == pytest.approx(walk["stages"][-1]["a"][0], rel=1e-5)
    kinds = []
    for _ in range(7):
        seen = reader.becomes(node, lambda d: d["walk"]["at"] == len(kinds))["walk"]
        kinds.append((seen["kind"], seen["layer"]))
        if len(kinds) in {2, 6}:
            reader.shot(node, f"example_{seen['kind']}")
        node.get_by_role("button", name="next stage").click()
    forward, back = [("forward", i) for i in range(3)], [("backward", i) for i in (2, 1, 0)]
    assert [("input", None), *forward, ("loss", None), *back][:7] == kinds
    node.get_by_role("button", name="close").click()


def test_text_brings_a_run_back(reader, node):
    """A pasted text gives that very run, as far trained as it was; a damaged one says so."""
    sent = Playground("two spirals", learning_rate=0.03)
    sent.train(250)
    field = node.get_by_label("this state as text")
    field.fill(sent.as_text())
    field.press("Enter")
    drawn = reader.becomes(node, lambda d: d["steps"] == 250)
    assert sent.as_text() == drawn["text"]
    np.testing.assert_array_equal(sent.get_weights()[0].ravel()[:12], np.float32(drawn["weights"]))
    field.fill(sent.as_text()[:-4])
    field.press("Enter")
    damaged = node.get_by_text("this text is damaged")
    damaged.wait_for()
    assert 250 == reader.drawn(node)["steps"]


def test_link_brings_a_run_back(reader, node):
    """What stands behind the # of an address is loaded, when it is opened or changed."""
    sent = Playground("four classes", seed=4)
    sent.train(30)
    reader.page.evaluate("text => { location.hash = text }", sent.as_text())
    assert sent.as_text() == reader.becomes(node, lambda d: d["steps"] == 30)["text"]
    reader.page.evaluate("location.hash = ''")


def test_dark_theme(read):
    """In the dark the ink is light, and the paper stays the page's."""
    reader = read("00_playground", figures=1, theme="dark")
    node = reader.figure("Playground")
    reader.page.screenshot(path=reader._folder / "first-dark.png")
    tries(reader, node, "handwritten digits")
    node.get_by_role("button", name="epoch", exact=True).click()
    agree(reader.becomes(node, lambda d: d["epoch"] == 1))
    reader.shot(node, "digits")
    ink, paper = node.evaluate(
        "n => [getComputedStyle(n).color, getComputedStyle(n).backgroundColor]"
    )
    assert "rgba(0, 0, 0, 0)" == paper
    assert sum(map(float, ink[ink.index("(") + 1 : -1].split(",")[:3])) > 3 * 128


def test_whole_lecture(reader):
    """Nothing is on stderr, and the page is kept as a picture."""
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    reader.whole("00_playground")
