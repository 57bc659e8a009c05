"""A right optimizer is right however it keeps its memory."""

import math

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


def sgd_plain(w, g, state, learning_rate):
    return w - learning_rate * g, state


def sgd_loop(w, g, state, learning_rate):
    out = np.zeros_like(w)
    for index in np.ndindex(w.shape):
        out[index] = w[index] - learning_rate * g[index]
    return [out.tolist(), {}]


def sgd_copy(w, g, state, learning_rate):
    w = w.copy()
    w -= np.multiply(learning_rate, g)
    return w, {"steps": state.get("steps", 0) + 1, "nothing": None}


def sgd_single(w, g, state, learning_rate):
    return w.astype(np.float32) - np.float32(learning_rate) * g.astype(np.float32), {}


def momentum_get(w, g, state, learning_rate, momentum=0.9):
    a = momentum * state.get("accumulator", 0) + g
    return w - learning_rate * a, {"accumulator": a}


def momentum_writes_state(w, g, state, learning_rate, momentum=0.9):
    if "v" not in state:
        state["v"] = np.zeros_like(w)
    state["v"] *= momentum
    state["v"] += g
    return w - learning_rate * state["v"], state


def momentum_list(w, g, state, learning_rate, momentum=0.9):
    history = [*state.get("history", []), g]
    total = sum(momentum**i * old for i, old in enumerate(reversed(history)))
    return w - learning_rate * total, {"history": history}


def momentum_single(w, g, state, learning_rate, momentum=0.9):
    a = np.float32(momentum) * state.get(0, np.float32(0)) + g.astype(np.float32)
    return w.astype(np.float32) - np.float32(learning_rate) * a, {0: a}


def momentum_minus(w, g, state, learning_rate, momentum=0.9):
    v = momentum * state.setdefault("v", 0.0) - g
    state.update(v=v)
    return w + learning_rate * v, state


class Memory:
    """What is remembered, as an object."""

    def __init__(self):
        self.v = 0.0


def momentum_object(w, g, state, learning_rate, momentum=0.9):
    memory = state.get("memory") or Memory()
    memory.v = momentum * memory.v + g
    return w - learning_rate * memory.v, {"memory": memory}


def nesterov_slide(w, g, state, learning_rate, momentum=0.9):
    v = state.get("v", np.zeros(w.shape))
    v = momentum * v - learning_rate * g
    return w + momentum * v - learning_rate * g, {"v": v}


def nesterov_two_velocities(w, g, state, learning_rate, momentum=0.9):
    old = state.get("v", 0)
    v = momentum * old - learning_rate * g
    return w - momentum * old + (1 + momentum) * v, {"v": v, "old": old}


def nesterov_uphill_velocity(w, g, state, learning_rate, momentum=0.9):
    u = momentum * state.get("u", 0) + learning_rate * g
    return w - momentum * u - learning_rate * g, {"u": u}


def nesterov_loop(w, g, state, learning_rate, momentum=0.9):
    v = np.array(state.get("v", np.zeros(w.shape)))
    out = w.copy()
    for i in np.ndindex(w.shape):
        v[i] = momentum * v[i] - learning_rate * g[i]
        out[i] += momentum * v[i] - learning_rate * g[i]
    return out, {"v": v.tolist()}


def adagrad_inside(w, g, state, learning_rate, epsilon=1e-7):
    a = state.get("a", 0) + g**2
    return w - learning_rate * g / np.sqrt(a + epsilon), {"a": a}


def adagrad_outside(w, g, state, learning_rate, eps=1e-7):
    cache = state.get("cache", np.zeros_like(g)) + np.square(g)
    return w - learning_rate / (np.sqrt(cache) + eps) * g, {"cache": cache}


def adagrad_history(w, g, state, learning_rate, epsilon=1e-7):
    seen = [*state.get("seen", ()), g]
    total = np.einsum("s...,s...->...", np.array(seen), np.array(seen))
    return w - learning_rate * g * (total + epsilon) ** -0.5, {"seen": seen}


def adagrad_math(w, g, state, learning_rate, epsilon=1e-7):
    a = [old + x * x for old, x in zip(state.get("a", [0.0] * g.size), g.flat, strict=True)]
    new = [
        v - learning_rate * x / (math.sqrt(s) + epsilon)
        for v, x, s in zip(w.flat, g.flat, a, strict=True)
    ]
    return np.reshape(new, w.shape), {"a": a}


def adadelta_usual(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    a = rho * state.get("a", 0) + (1 - rho) * g**2
    u = state.get("u", 0)
    d = g * np.sqrt(u + epsilon) / np.sqrt(a + epsilon)
    return w - learning_rate * d, {"a": a, "u": rho * u + (1 - rho) * d**2}


def adadelta_signed(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    if not state:
        state = {"Eg": np.zeros_like(g), "Ex": np.zeros_like(g)}
    Eg = rho * state["Eg"] + (1 - rho) * g * g
    dx = -np.sqrt((state["Ex"] + epsilon) / (Eg + epsilon)) * g
    return w + learning_rate * dx, {"Eg": Eg, "Ex": rho * state["Ex"] + (1 - rho) * dx * dx}


def adadelta_outside(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    a, u = state.get("pair", (0, 0))
    a = rho * a + (1 - rho) * g**2
    d = (np.sqrt(u) + epsilon) / (np.sqrt(a) + epsilon) * g
    return w - learning_rate * d, {"pair": (a, rho * u + (1 - rho) * d**2)}


def adadelta_single(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    w, g = w.astype("f4"), g.astype("f4")
    new, state = adadelta_usual(w, g, state, np.float32(learning_rate), rho, epsilon)
    return new.astype("f4"), {key: kept.astype("f4") for key, kept in state.items()}


def rmsprop_inside(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    a = rho * state.get("a", 0) + (1 - rho) * g**2
    return w - learning_rate * g / np.sqrt(a + epsilon), {"a": a}


def rmsprop_outside(w, g, state, learning_rate, decay=0.9, eps=1e-7):
    state.setdefault("s", np.zeros(g.shape))
    state["s"] = decay * state["s"] + (1 - decay) * np.power(g, 2)
    return w - learning_rate * g / (np.sqrt(state["s"]) + eps), state


def rmsprop_step_towards(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    a = state["mean"] if "mean" in state else np.zeros_like(g)
    a = a + (1 - rho) * (g * g - a)
    return w - learning_rate * g * (epsilon + a) ** -0.5, {"mean": a}


def rmsprop_single(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    g = g.astype(np.float32)
    a = np.float32(rho) * state.get("a", np.float32(0)) + np.float32(1 - rho) * g**2
    return (w - learning_rate * g / np.sqrt(a + epsilon)).astype(np.float32), {"a": a}


def adam_paper(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    t = state.get("t", 0) + 1
    m = beta_1 * state.get("m", 0) + (1 - beta_1) * g
    v = beta_2 * state.get("v", 0) + (1 - beta_2) * g**2
    m_hat, v_hat = m / (1 - beta_1**t), v / (1 - beta_2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), {"m": m, "v": v, "t": t}


def adam_keras(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    if not state:
        state.update(iterations=0, momentum=np.zeros_like(w), velocity=np.zeros_like(w))
    state["iterations"] += 1
    t = state["iterations"]
    state["momentum"] += (g - state["momentum"]) * (1 - beta_1)
    state["velocity"] += (g**2 - state["velocity"]) * (1 - beta_2)
    alpha = learning_rate * math.sqrt(1 - beta_2**t) / (1 - beta_1**t)
    return w - alpha * state["momentum"] / (np.sqrt(state["velocity"]) + epsilon), state


def adam_inside(w, g, state, learning_rate, b1=0.9, b2=0.999, eps=1e-7):
    m, v, power_1, power_2 = state.get("all", (0, 0, 1, 1))
    m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g * g
    power_1, power_2 = power_1 * b1, power_2 * b2
    step = m / (1 - power_1) / np.sqrt(v / (1 - power_2) + eps)
    return w - learning_rate * step, {"all": (m, v, power_1, power_2)}


def adam_history(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    seen = [*state.get("seen", []), g]
    m = sum(beta_1**i * old for i, old in enumerate(seen[::-1]))
    v = sum(beta_2**i * old**2 for i, old in enumerate(seen[::-1]))
    m /= sum(beta_1**i for i in range(len(seen)))
    v /= sum(beta_2**i for i in range(len(seen)))
    return (w - learning_rate * m / (v**0.5 + epsilon)).tolist(), {"seen": seen}


def adam_odd_keys(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    inner = {key[1]: kept for key, kept in state.items()}
    new, inner = adam_paper(w, g, inner, learning_rate, beta_1, beta_2, epsilon)
    return new, {("adam", key): kept for key, kept in inner.items()}


def adam_single(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    new, state = adam_paper(w, g.astype("f4"), state, learning_rate, beta_1, beta_2, epsilon)
    kept = {key: np.asarray(state[key], np.float32) for key in ("m", "v")}
    return new.astype("f4"), {**kept, "t": state["t"]}


ANSWERS = [
    answer
    for name, answer in list(globals().items())
    if name.partition("_")[0]
    in {"sgd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam"}
]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.__name__)
def test_a_right_answer_is_right(answer):
    """Whoever takes the right steps gets every point, whatever is kept, and how."""
    result = check(f"optimizers/{answer.__name__.partition('_')[0]}", answer)
    assert (Kind.CORRECT, 1.0) == (result.verdict.kind, float(result)), result.verdict.message


def test_there_are_three_right_answers_for_each_task():
    """Every task is answered in at least three styles."""
    names = [answer.__name__.partition("_")[0] for answer in ANSWERS]
    assert min(names.count(name) for name in names) >= 3
