"""The lecture on learning in a real JupyterLab: each explorable moves, and shows the library."""

import numpy as np
import pytest
from chainrule.activations import sigmoid
from chainrule_widgets.learning import Experience, Features, Knobs, Levels, Rule, ThreeNeeds


@pytest.fixture(scope="module")
def reader(read):
    """The lecture, opened and run from top to bottom."""
    return read("01_learning", figures=20)


def test_rule(reader):
    """A cut that is moved by keys or mouse changes the rule's counts, not the learner's."""
    node = reader.figure("Rule against learning")
    node.get_by_label("show the learned line").check()
    before = reader.becomes(node, lambda d: d["show"])
    node.get_by_role("slider", name="first threshold").focus()
    reader.page.keyboard.press("PageUp")
    seen = reader.becomes(node, lambda d: d["a"] == 0.4)
    rule = Rule("irises", a=0.4, b=0.75)
    assert [rule.right(new=False), rule.right(new=True)] == seen["right"]["rule"]
    assert before["right"]["learned"] == seen["right"]["learned"]
    assert rule.right(new=True, learnt=True) == seen["right"]["learned"][1]
    box = node.locator("svg").first.bounding_box()
    scale = box["width"] / 848
    x, y = box["x"] + (40 + 0.4 * 420) * scale, box["y"] + 250 * scale
    reader.page.mouse.move(x, y)
    reader.page.mouse.down()
    reader.page.mouse.move(x + 42 * scale, y)
    reader.page.mouse.up()
    assert 0.5 == pytest.approx(reader.becomes(node, lambda d: d["a"] > 0.45)["a"], abs=0.011)
    reader.shot(node, "rule_irises")
    reader.shot(reader.figure("Rule against learning", 2), "rule_tumours")


def test_experience(reader):
    """More examples, better performance; another draw is another net."""
    node = reader.figure("Experience and performance")
    reader.slide(node, "examples", 0)
    few = reader.becomes(node, lambda d: d["examples"] == 10)
    node.get_by_role("slider", name="examples, on the curve").focus()
    reader.page.keyboard.press("End")
    many = reader.becomes(node, lambda d: d["examples"] == 1000)
    assert few["p"] + 0.4 < many["p"]
    assert Experience(1000).accuracy[6][0] == pytest.approx(many["p"])
    reader.slide(node, "sample", 3)
    assert Experience().accuracy[6][3] == reader.becomes(node, lambda d: d["draw"] == 3)["p"]
    reader.slide(node, "examples", 3)
    reader.becomes(node, lambda d: d["examples"] == 100)
    reader.shot(node, "experience")


def test_three_needs(reader):
    """With all three it learns; with one taken away it does not."""
    node = reader.figure("Three needs")
    node.get_by_role("button", name="learn").click()
    seen = reader.becomes(node, lambda d: d["step"] == 60)
    assert ThreeNeeds(step=60).right == seen["right"] > 70
    reader.shot(node, "needs_all")
    node.get_by_label("targets").uncheck()
    seen = reader.becomes(node, lambda d: not d["needs"][1])
    assert ThreeNeeds(targets=False, step=60).right == seen["right"] < 60
    reader.shot(node, "needs_no_answers")
    reader.shot(reader.figure("Three needs", 1), "needs_blind")


def test_features(reader):
    """By hand the circles are parted by a cut, and by learned features too."""
    node = reader.figure("Features")
    assert 0 == reader.drawn(node)["step"]
    node.get_by_role("button", name="train").click()
    assert reader.becomes(node, lambda d: d["step"] == 100)["right"] < 90
    node.get_by_label("features").select_option("made by hand")
    seen = reader.becomes(node, lambda d: d["representation"] == "made by hand")
    assert (120, 1) == (seen["right"], len(seen["weights"]))
    reader.shot(node, "features_by_hand")
    node.get_by_label("features").select_option("learned")
    reader.becomes(node, lambda d: d["representation"] == "learned")
    reader.slide(node, "step", 60)
    seen = reader.becomes(node, lambda d: d["step"] == 60)
    wanted = Features("circles", "learned", step=60).seen
    assert wanted["right"] == seen["right"]
    np.testing.assert_allclose(wanted["weights"], seen["weights"], rtol=1e-6)
    reader.shot(node, "features_learned")
    reader.shot(reader.figure("Features", 1), "features_moons")


def test_levels(reader):
    """The class that lights up is what the net says, right or wrong."""
    node = reader.figure("Levels of features")
    reader.slide(node, "digit", 3)
    seen = reader.becomes(node, lambda d: d["digit"] == 3)
    assert (3, 3) == (seen["label"], seen["read"])
    assert f"p = {seen['p']:.3f}" in repr(Levels(3))
    reader.shot(node, "levels")
    assert (5, 9) == tuple(reader.drawn(reader.figure("Levels", 1))[k] for k in ("label", "read"))


def test_neuron(reader):
    """Signals and weights move the sum; its output is the library's sigmoid."""
    node = reader.figure("Nerve cell")
    reader.slide(node, "x₃", 1)
    reader.slide(node, "w₂", 2)
    seen = reader.becomes(node, lambda d: d["weights"][1] == 2 and d["signals"][2] == 1)
    assert 2 + 1 + 3 - 1 == seen["z"]
    assert float(sigmoid(5.0)) == pytest.approx(seen["y"], abs=1e-6)
    reader.shot(node, "neuron")
    node.get_by_label("part", exact=True).select_option("many cells")
    assert "many cells" == reader.becomes(node, lambda d: d["part"] != "dendrites")["part"]
    reader.shot(node, "neuron_many")


def test_knobs(reader):
    """The count is the library's; learning moves the parameters."""
    node = reader.figure("Parameters and hyperparameters")
    assert 17 == reader.drawn(node)["parameters"]
    reader.slide(node, "hidden layers", 2)
    seen = reader.becomes(node, lambda d: d["depth"] == 2)
    assert Knobs(4, 2).seen["parameters"] == seen["parameters"] == 2 * 4 + 4 + 4 * 4 + 4 + 4 + 1
    node.get_by_role("button", name="learn").click()
    after = reader.becomes(node, lambda d: d["steps"] == 60)
    assert after["first"] != seen["first"]
    assert after["right"] > seen["right"]
    reader.shot(node, "knobs")
    reader.slide(node, "hidden neurons", 10)
    reader.slide(node, "hidden layers", 3)
    reader.becomes(node, lambda d: (d["hidden"], d["depth"]) == (10, 3))
    reader.shot(node, "knobs_large")


def test_whole_lecture(reader):
    """No cell writes to stderr, and the page is kept as a picture."""
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    reader.whole("01_learning")
