"""The lecture on optimizers in a real JupyterLab: what is drawn is what the library does."""

import numpy as np
import pytest
from chainrule import optimizers

THEMES = ["light"]


@pytest.fixture(scope="module", params=THEMES)
def reader(request, read):
    """The lecture, opened and run from top to bottom."""
    return read("09_optimizers", figures=21, theme=request.param)


def walked(optimizer, slope, start, steps):
    """Walk with the library's optimizer, independently of the explorables."""
    w = np.array(start, float)
    for _ in range(steps):
        optimizer.apply_gradients([(slope(w), w)])
    return w


def test_race(reader):
    """The step slider shows where each rule is then; a rate and a start are asked of the kernel."""
    node = reader.figure("Race of optimizers")
    assert 7 == len(reader.drawn(node)["here"])
    reader.shot(node, "race")
    reader.slide(node, "step", 10)
    seen = reader.becomes(node, lambda d: d["step"] == 10)
    adam = optimizers.Adam(seen["rates"]["adam"])
    expected = walked(adam, lambda w: w * [1, 20], seen["start"], 10)
    assert list(expected) == pytest.approx(seen["here"]["adam"][:2], rel=1e-5)
    node.get_by_label("show sgd").click()
    reader.becomes(node, lambda d: "sgd" not in d["here"])
    node.get_by_role("slider", name="start").press("ArrowUp")
    assert 1.06 == pytest.approx(reader.becomes(node, lambda d: d["start"][1] > 1)["start"][1])
    reader.slide(node, "all learning rates ×", np.log10(2))
    assert 0.6 == pytest.approx(reader.becomes(node, lambda d: d["factor"] == 2)["rates"]["adam"])
    node.get_by_label("surface").select_option("saddle")
    reader.becomes(node, lambda d: d["surface"] == "saddle")
    node.get_by_role("button", name="play").click()
    reader.becomes(node, lambda d: d["step"] == 60)
    reader.shot(node, "race_saddle")
    reader.shot(reader.figure("Race of optimizers", 1), "race_three")


def test_race_of_your_own(reader):
    """A wrong rule is seen to part; what is wrong is a sentence, and so is an error."""
    adam = reader.figure("Race of my_adam")
    assert ("parts", 1) == tuple(reader.drawn(adam)[k] for k in ("verdict", "parts_at"))
    reader.shot(adam, "race_my_adam")
    reader.slide(adam, "all learning rates ×", np.log10(0.5))
    seen = reader.becomes(adam, lambda d: d["factor"] == 0.5)
    assert (1, 0.15) == (seen["parts_at"], pytest.approx(seen["rates"]["adam"]))
    momentum = reader.figure("Race of my_momentum")
    assert "Your function takes the same steps as sgd." in reader.drawn(momentum)["says"]
    reader.shot(momentum, "race_my_momentum")
    adagrad = reader.figure("Race of my_adagrad")
    assert "my_adagrad raised KeyError at step 1" in reader.drawn(adagrad)["says"]
    reader.shot(adagrad, "race_my_adagrad")


def test_roll(reader):
    """Enough momentum carries the ball over the hill, as the library's SGD says."""
    node = reader.figure("Ball with momentum")
    assert "local" == reader.drawn(node)["verdict"]
    reader.shot(node, "roll_none")
    reader.slide(node, "momentum μ", 0.9)
    seen = reader.becomes(node, lambda d: d["momentum"] == 0.9)
    sgd = optimizers.SGD(0.03, momentum=0.9)
    expected = walked(sgd, lambda w: w**3 - 2 * w + 0.25, [2.2], 120)
    assert "lowest" == seen["verdict"]
    assert expected[0] == pytest.approx(seen["path"][-1])
    reader.shot(node, "roll")
    reader.slide(node, "step", 30)
    assert seen["path"][30] == reader.becomes(node, lambda d: d["step"] == 30)["w"]
    reader.shot(reader.figure("Ball with momentum", 1), "roll_back")
    slide = reader.figure("Ball with momentum", 2)
    assert "gone" == reader.drawn(slide)["verdict"]
    reader.shot(slide, "roll_slide")
    slide.get_by_label("form").select_option("velocity (Nesterov)")
    assert "lowest" == reader.becomes(slide, lambda d: "Nesterov" in d["form"])["verdict"]


def test_state_scope(reader):
    """Adagrad's sum of squares, RMSprop's memory, and Adam's correction are drawn."""
    node = reader.figure("State of an optimizer")
    assert [60**0.5, 0.1 * 60**0.5] == pytest.approx(reader.drawn(node)["roots"])
    reader.shot(node, "scope_adagrad")
    node.get_by_label("gradients").select_option("constant, and every tenth step")
    seen = reader.becomes(node, lambda d: d["signal"].startswith("constant, and"))
    assert [60**0.5, 6**0.5] == pytest.approx(seen["roots"])
    rmsprop = reader.figure("State of an optimizer", 2)
    reader.shot(rmsprop, "scope_rmsprop")
    reader.slide(rmsprop, "decay rate ρ, β₂", 0.99)
    seen = reader.becomes(rmsprop, lambda d: d["decay"] == 0.99)
    squares = np.where(np.arange(60) < 20, 16.0, 0.16)
    expected = np.sqrt(0.01 * np.sum(0.99 ** np.arange(59, -1, -1) * squares))
    assert expected == pytest.approx(seen["roots"][0])
    reader.shot(reader.figure("State of an optimizer", 3), "scope_adadelta")
    adam = reader.figure("State of an optimizer", 4)
    assert 0.1 * 0.1 / 0.001**0.5 == pytest.approx(reader.drawn(adam)["first"][0], rel=1e-4)
    reader.shot(adam, "scope_adam")
    adam.get_by_label("bias correction").check()
    assert [0.1, 0.1] == pytest.approx(
        reader.becomes(adam, lambda d: d["corrected"])["first"], rel=1e-4
    )
    reader.shot(reader.figure("State of an optimizer", 5), "scope_noise")


def test_digits(reader):
    """The slider moves through the rates at which the net was trained."""
    node = reader.figure("Optimizers on digits")
    seen = reader.drawn(node)
    assert seen["right"]["adam"] > 0.9 > seen["right"]["sgd"]
    reader.shot(node, "digits")
    reader.slide(node, "learning rate", 8)
    seen = reader.becomes(node, lambda d: d["rate"] == 1)
    assert seen["right"]["sgd"] > 0.9 > seen["right"]["adam"]
    reader.shot(node, "digits_large")


def test_whole_lecture(reader):
    """No cell shows an error, and the page is kept as a picture."""
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    reader.whole("09_optimizers")
