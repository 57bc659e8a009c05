"""Slips that are in no catalogue are not right, and most are told what is wrong."""

import functools

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging import registry
from chainrule_grader.judging.verdict import Kind

RIGHT = {
    name: registry.find(f"backprop/{name}").reference
    for name in (
        "gradient_error",
        "activation_backward",
        "dense_backward",
        "two_layer_forward",
        "two_layer_gradients",
        "forward",
        "backprop",
    )
}


def after(name, change):
    """The right result, changed."""
    return lambda *args: change(RIGHT[name](*args))


def before(name, change):
    """The right function of changed arguments."""
    return lambda *args: RIGHT[name](*change(*args))


def each(change):
    """Change every array of a pair of lists."""
    return lambda pair: tuple([change(g) for g in grads] for grads in pair)


def one_layer(change):
    """Change the first layer's arrays only."""
    return lambda pair: tuple([change(grads[0]), *grads[1:]] for grads in pair)


def values(change):
    """Change every array of a dictionary."""
    return lambda grads: {key: change(g) for key, g in grads.items()}


def _leaves_relu_out(grad_out, z, name):
    return None if name == "relu" else RIGHT["activation_backward"](grad_out, z, name)


def _raises(grad_out, z, name):
    raise ValueError(f"unknown activation {name}")


WRONG = {
    "gradient_error": {
        "none": lambda *_: None,
        "both": after("gradient_error", lambda e: (e, e < 1e-7)),
        "boolean": after("gradient_error", lambda e: e < 1e-7),
        "halved": after("gradient_error", lambda e: e / 2),
        "squared": after("gradient_error", lambda e: e**2),
        "root": after("gradient_error", lambda e: e**0.5),
        "percent": after("gradient_error", lambda e: 100 * e),
        "one-at-zero": lambda a, n: RIGHT["gradient_error"](a, n) if a.any() or n.any() else 1.0,
        "array": after("gradient_error", lambda e: np.array([e])),
        "large-epsilon": lambda a, n: (
            np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n) + 1e-2)
        ),
        "rounded": after("gradient_error", lambda e: round(e, 2)),
        "logarithm": after("gradient_error", lambda e: np.log10(e + 1e-12)),
    },
    "activation_backward": {
        "none": lambda *_: None,
        "no-relu": _leaves_relu_out,
        "raises": _raises,
        "halved": after("activation_backward", lambda g: g / 2),
        "doubled": after("activation_backward", lambda g: 2 * g),
        "transposed": after("activation_backward", lambda g: g.T),
        "flat": after("activation_backward", lambda g: g.ravel()),
        "absolute": after("activation_backward", np.abs),
        "swapped": before("activation_backward", lambda g, z, name: (z, g, name)),
        "squared-slope": lambda g, z, name: RIGHT["activation_backward"](
            RIGHT["activation_backward"](g, z, name), z, name
        ),
        "clipped": before("activation_backward", lambda g, z, n: (g, np.clip(z, -1, 1), n)),
        "minus-z": before("activation_backward", lambda g, z, name: (g, z + 1, name)),
        "integers": after("activation_backward", lambda g: g.astype(int)),
    },
    "dense_backward": {
        "none": lambda *_: None,
        "pair": after("dense_backward", lambda t: t[:2]),
        "dictionary": after("dense_backward", lambda t: dict(enumerate(t))),
        "bias-column": after("dense_backward", lambda t: (*t[:2], t[2].reshape(-1, 1))),
        "bias-doubled": after("dense_backward", lambda t: (*t[:2], 2 * t[2])),
        "bias-negative": after("dense_backward", lambda t: (*t[:2], -t[2])),
        "bias-zero": after("dense_backward", lambda t: (*t[:2], 0 * t[2])),
        "bias-max": lambda g, X, W: (g @ W.T, X.T @ g, g.max(axis=0)),
        "weights-halved": after("dense_backward", lambda t: (t[0], t[1] / 2, t[2])),
        "weights-per-example": lambda g, X, W: (g @ W.T, X[:, :, None] * g[:, None], g.sum(0)),
        "inputs-averaged": after("dense_backward", lambda t: (t[0] / len(t[0]), *t[1:])),
        "inputs-absolute": after("dense_backward", lambda t: (np.abs(t[0]), *t[1:])),
        "integers": after("dense_backward", lambda t: tuple(a.astype(int) for a in t)),
        "by-features": lambda g, X, W: (g @ W.T, X.T @ g / X.shape[1], g.sum(0)),
        "with-sigmoid": lambda g, X, W: RIGHT["dense_backward"](g * (g > 0), X, W),
    },
    "two_layer_forward": {
        "none": lambda *_: None,
        "three": after("two_layer_forward", lambda t: (*t, 0)),
        "p-row": after("two_layer_forward", lambda t: (t[0], t[1].T)),
        "hidden-transposed": after("two_layer_forward", lambda t: (t[0].T, t[1])),
        "complement": after("two_layer_forward", lambda t: (t[0], 1 - t[1])),
        "rounded": after("two_layer_forward", lambda t: (t[0], np.round(t[1]))),
        "p-mean": after("two_layer_forward", lambda t: (t[0], t[1].mean())),
        "logit": after("two_layer_forward", lambda t: (t[0], np.log(t[1]))),
        "normalised": after("two_layer_forward", lambda t: (t[0], t[1] / t[1].sum())),
        "weights-added": lambda X, W1, b1, W2, b2: (X + W1 + b1, W2 + b2),
        "step": after("two_layer_forward", lambda t: (t[0] > 0.5, t[1])),
        "hidden-with-ones": after(
            "two_layer_forward", lambda t: (np.hstack([t[0], np.ones_like(t[1])]), t[1])
        ),
    },
    "two_layer_gradients": {
        "none": lambda *_: None,
        "tuple": after("two_layer_gradients", lambda d: tuple(d.values())),
        "other-keys": after("two_layer_gradients", lambda d: {f"d{k}": v for k, v in d.items()}),
        "no-biases": after("two_layer_gradients", lambda d: {"W1": d["W1"], "W2": d["W2"]}),
        "flat": after("two_layer_gradients", values(np.ravel)),
        "transposed-two": after("two_layer_gradients", lambda d: d | {"W2": d["W2"].T}),
        "halved": after("two_layer_gradients", values(lambda g: g / 2)),
        "zeros": after("two_layer_gradients", values(lambda g: 0 * g)),
        "absolute": after("two_layer_gradients", values(np.abs)),
        "clipped": after("two_layer_gradients", values(lambda g: np.clip(g, -0.1, 0.1))),
        "updated": lambda X, y, W1, b1, W2, b2: {
            key: w - 0.1 * g
            for w, (key, g) in zip(
                (W1, b1, W2, b2),
                RIGHT["two_layer_gradients"](X, y, W1, b1, W2, b2).items(),
                strict=True,
            )
        },
        "hidden-sign": after("two_layer_gradients", lambda d: d | {"W1": -d["W1"], "b1": -d["b1"]}),
        "bias-is-weight": after("two_layer_gradients", lambda d: d | {"b2": d["W2"]}),
        "y-flat": lambda X, y, *w: RIGHT["two_layer_gradients"](X, y.ravel(), *w),
        "no-bias-two": lambda X, y, W1, b1, W2, b2: RIGHT["two_layer_gradients"](
            X, y, W1, b1, W2, 0 * b2
        ),
        "labels-reversed": before("two_layer_gradients", lambda X, y, *w: (X, 1 - y, *w)),
    },
    "forward": {
        "none": lambda *_: None,
        "pair": after("forward", lambda outs: (outs, outs[-1])),
        "transposed": after("forward", lambda outs: [a.T for a in outs]),
        "X-twice": after("forward", lambda outs: [outs[0], *outs]),
        "dictionary": after("forward", lambda outs: dict(enumerate(outs))),
        "first-only": after("forward", lambda outs: outs[:2]),
        "rounded": after("forward", lambda outs: [np.round(a, 2) for a in outs]),
        "flat": after("forward", lambda outs: [a.ravel() for a in outs]),
        "doubled-X": before("forward", lambda X, *rest: (2 * X, *rest)),
        "tanh-throughout": before("forward", lambda X, W, b, n: (X, W, b, ["tanh"] * len(n))),
        "index-error": lambda X, W, _b, _n: [X, W[len(W)]],
        "biases-doubled": before("forward", lambda X, W, b, n: (X, W, [2 * v for v in b], n)),
    },
    "backprop": {
        "none": lambda *_: None,
        "with-loss": after("backprop", lambda pair: (0.5, *pair)),
        "weights-only": after("backprop", lambda pair: pair[0]),
        "dictionary": after("backprop", lambda pair: {"W": pair[0], "b": pair[1]}),
        "short": after("backprop", lambda pair: tuple(g[1:] for g in pair)),
        "transposed": after("backprop", each(np.transpose)),
        "flat": after("backprop", each(np.ravel)),
        "third": after("backprop", each(lambda g: g / 3)),
        "absolute": after("backprop", each(np.abs)),
        "zeros": after("backprop", each(lambda g: 0 * g)),
        "first-doubled": after("backprop", one_layer(lambda g: 2 * g)),
        "first-sign": after("backprop", one_layer(lambda g: -g)),
        "biases-column": after("backprop", lambda p: (p[0], [b[:, None] for b in p[1]])),
        "clipped": after("backprop", each(lambda g: np.clip(g, -0.01, 0.01))),
        "normalised": after("backprop", each(lambda g: g / np.linalg.norm(g))),
        "tanh-throughout": before(
            "backprop", lambda X, y, W, b, n: (X, y, W, b, ["tanh"] * len(n))
        ),
        "no-biases": before("backprop", lambda X, y, W, b, n: (X, y, W, [0 * v for v in b], n)),
        "one-example": before("backprop", lambda X, y, *rest: (X[:1], y[:1], *rest)),
    },
}
CASES = [
    pytest.param(task, answer, id=f"{task}-{name}")
    for task, answers in WRONG.items()
    for name, answer in answers.items()
]


@functools.cache
def verdict_on(task, answer):
    """Check an answer once."""
    return check(f"backprop/{task}", answer).verdict


@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_wrong_answer_is_not_right(task, answer):
    """No slip gets every point, and none is blamed on the grader."""
    verdict = verdict_on(task, answer)
    assert verdict.kind not in {Kind.CORRECT, Kind.GRADER_FAULT}, verdict.message
    assert verdict.score < 1


def test_most_wrong_answers_are_told_what_is_wrong():
    """At least 90 of 100 slips get a sentence that says more than that numbers are wrong."""
    sentences = [verdict_on(*case.values).sentence for case in CASES]
    bare = [words for words in sentences if words.endswith("gives the wrong numbers.")]
    print(f"{len(sentences) - len(bare)} of {len(sentences)} are told")
    assert len(bare) <= 0.1 * len(sentences)
