"""Wrong optimizers of every kind."""

import math

import numpy as np


def forgets_the_pair(w, g, _state, learning_rate, *_options):
    return w - learning_rate * g


def state_first(w, g, state, learning_rate, *_options):
    return state, w - learning_rate * g


def state_is_none(w, g, _state, learning_rate, *_options):
    return w - learning_rate * g, None


def state_is_an_array(w, g, _state, learning_rate, *_options):
    return w - learning_rate * g, np.zeros_like(w)


def in_place_and_nothing(w, g, _state, learning_rate, *_options):
    w -= learning_rate * g


def wants_a_key(w, g, state, learning_rate, *_options):
    return w - learning_rate * (g + state["v"]), state


def wants_two_weights(w, g, state, learning_rate, *_options):
    new = np.array([w[0] - learning_rate * g[0], w[1] - learning_rate * g[1]])
    return new[:1], state


def flattened(w, g, state, learning_rate, *_options):
    return (w - learning_rate * g).flatten()[::-1], state


def rounded(w, g, state, learning_rate, *_options):
    return np.round(w - learning_rate * g, 1), state


def cut_off(w, g, state, learning_rate, *_options):
    return (w - learning_rate * g).astype(int), state


def decayed_weights(w, g, state, learning_rate, *_options):
    return w - learning_rate * (g + 0.01 * w), state


def clipped(w, g, state, learning_rate, *_options):
    return w - learning_rate * np.clip(g, -1, 1), state


def summed(w, g, state, learning_rate, *_options):
    return w - learning_rate * np.sum(g), state


def two_steps(w, g, state, learning_rate, *_options):
    return w - 2 * learning_rate * g, state


def own_rate(w, g, state, _learning_rate, *_options):
    return w - 0.01 * g, state


EVERYWHERE = (
    forgets_the_pair,
    state_first,
    state_is_none,
    state_is_an_array,
    in_place_and_nothing,
    wants_a_key,
    wants_two_weights,
    flattened,
    rounded,
    cut_off,
    decayed_weights,
    clipped,
    summed,
    two_steps,
    own_rate,
)


def accumulating(gather, move):
    """Gather one thing, and move by it: most slips are in one of the two."""

    def rule(w, g, state, learning_rate, mu=0.9):
        a = gather(state.get("a", 0 * g), g, mu, learning_rate)
        return w + move(a, g, mu, learning_rate), {"a": a}

    return rule


def scaled(gather, move, default=0.9, start=0.0):
    """Gather squares, and divide by their root."""

    def rule(w, g, state, learning_rate, *options):
        *rho, epsilon = (*([default], options[:-1])[len(options) > 1], (options or (1e-7,))[-1])
        a = gather(state.get("a", start + 0 * g), g, rho[0])
        return w - move(a, g, learning_rate, epsilon), {"a": a}

    return rule


def usual_move(a, g, rate, eps):
    return rate * g / np.sqrt(a + eps)


def adam(
    gather=None,
    move=None,
    state_of=None,
    t_of=lambda t: t + 1,
    correct=lambda m, b, t: m / (1 - b**t),
):
    """Adam, of which one piece is another."""

    def rule(w, g, state, rate, b1=0.9, b2=0.999, eps=1e-7):
        t = t_of(state.get("t", 0))
        m, v = state.get("m", 0 * g), state.get("v", 0 * g)
        m, v = (
            gather(m, v, g, b1, b2)
            if gather
            else (b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g * g)
        )
        mh, vh = correct(m, b1, t), correct(v, b2, t)
        step = move(mh, vh, g, eps, t) if move else mh / (np.sqrt(vh) + eps)
        kept = {"m": m, "v": v, "t": t}
        return w - rate * step, state_of(kept, mh, vh) if state_of else kept

    return rule


def adadelta(move=None, order="right", keep=lambda d: d):
    """Adadelta, of which one piece is another."""

    def rule(w, g, state, rate, rho=0.95, eps=1e-7):
        a, u = state.get("a", 0 * g), state.get("u", 0 * g)
        a = rho * a + (1 - rho) * g**2
        d = move(a, u, g, eps) if move else g * np.sqrt((u + eps) / (a + eps))
        new_u = rho * u + (1 - rho) * keep(d) ** 2
        after = {"a": a, "u": new_u} if order == "right" else {"a": new_u, "u": a}
        return w - rate * d, after

    return rule


MOMENTUM = {
    "root-of-momentum": accumulating(
        lambda a, g, mu, _r: math.sqrt(mu) * a + g, lambda a, _g, _mu, r: -r * a
    ),
    "accumulates-twice": accumulating(
        lambda a, g, mu, _r: mu * a + 2 * g, lambda a, _g, _mu, r: -r * a
    ),
    "one-minus-momentum-on-the-old": accumulating(
        lambda a, g, mu, _r: (1 - mu) * a + g, lambda a, _g, _mu, r: -r * a
    ),
    "keeps-the-last-only": accumulating(
        lambda _a, g, _mu, _r: g, lambda a, g, mu, r: -r * (g + mu * a)
    ),
    "divides-by-one-minus": accumulating(
        lambda a, g, mu, _r: mu * a + g / (1 - mu), lambda a, _g, _mu, r: -r * a
    ),
    "velocity-plus": accumulating(lambda a, g, mu, r: mu * a + r * g, lambda a, _g, _mu, _r: a),
    "velocity-minus": accumulating(lambda a, g, mu, r: mu * a + r * g, lambda a, _g, _mu, _r: -a),
    "sign": accumulating(lambda a, g, mu, _r: mu * a + g, lambda a, _g, _mu, r: -r * np.sign(a)),
    "subtracts-gradient": accumulating(
        lambda a, g, mu, _r: mu * a - g, lambda a, _g, _mu, r: -r * a
    ),
    "half": accumulating(lambda a, g, mu, _r: mu * a + g, lambda a, _g, _mu, r: -r * a / 2),
    "mixed": accumulating(
        lambda a, g, mu, _r: mu * a + g, lambda a, g, mu, r: -r * (mu * a + (1 - mu) * g)
    ),
    "state-swapped-with-step": accumulating(
        lambda a, g, mu, r: r * (mu * a + g), lambda a, _g, _mu, _r: -a
    ),
}
NESTEROV = {
    "plus-one": accumulating(lambda v, g, mu, r: mu * v - r * g, lambda v, _g, mu, _r: mu * v + v),
    "forgets-rate-in-v": accumulating(
        lambda v, g, mu, _r: mu * v - g, lambda v, g, mu, r: mu * v - r * g
    ),
    "forgets-rate-in-w": accumulating(
        lambda v, g, mu, r: mu * v - r * g, lambda v, g, mu, _r: mu * v - g
    ),
    "rate-of-everything": accumulating(
        lambda v, g, mu, r: mu * v - r * g, lambda v, g, mu, r: r * (mu * v - g)
    ),
    "minus-everything": accumulating(
        lambda v, g, mu, r: mu * v - r * g, lambda v, g, mu, r: -(mu * v - r * g)
    ),
    "no-look": accumulating(lambda v, g, mu, r: mu * v - r * g, lambda v, _g, _mu, _r: v / 2),
    "one-minus": accumulating(
        lambda v, g, mu, r: mu * v - r * g, lambda v, g, mu, r: (1 - mu) * v - r * g
    ),
    "gradient-only-second": accumulating(
        lambda v, g, mu, r: mu * v - r * g if v.any() else -r * g,
        lambda v, g, _mu, r: v - mu_free(r, g),
    ),
    "squared-rate": accumulating(
        lambda v, g, mu, r: mu * v - r * r * g, lambda v, g, mu, r: mu * v - r * g
    ),
}


def mu_free(rate, g):
    return 0.5 * rate * g


ADAGRAD = {
    "cubed": scaled(lambda a, g, _r: a + np.abs(g) ** 3, usual_move),
    "root-forgotten-twice": scaled(
        lambda a, g, _r: a + g**2, lambda a, g, r, e: r * g / (a + e) ** 2
    ),
    "fourth-root": scaled(lambda a, g, _r: a + g**2, lambda a, g, r, e: r * g / (a + e) ** 0.25),
    "half-of-squares": scaled(lambda a, g, _r: a + g**2 / 2, usual_move),
    "double": scaled(lambda a, g, _r: 2 * a + g**2, usual_move),
    "maximum": scaled(lambda a, g, _r: np.maximum(a, g**2), usual_move),
    "one-plus": scaled(lambda a, g, _r: a + g**2, lambda a, g, r, e: r * g / (1 + np.sqrt(a + e))),
    "rate-inside": scaled(lambda a, g, _r: a + g**2, lambda a, g, r, e: g / np.sqrt(a / r + e)),
    "minus": scaled(lambda a, g, _r: a - g**2, usual_move),
    "large-epsilon": scaled(
        lambda a, g, _r: a + g**2, lambda a, g, r, e: r * g / (np.sqrt(a) + max(e, 1e-2))
    ),
    "starts-at-epsilon-one": scaled(lambda a, g, _r: a + g**2, usual_move, start=0.01),
    "squared-mean": scaled(lambda a, g, _r: a + np.mean(g) ** 2, usual_move),
}
RMSPROP = {
    "half-weight": scaled(lambda a, g, rho: rho * a + (1 - rho) / 2 * g**2, usual_move),
    "cubed": scaled(lambda a, g, rho: rho * a + (1 - rho) * np.abs(g) ** 3, usual_move),
    "fourth-root": scaled(
        lambda a, g, rho: rho * a + (1 - rho) * g**2, lambda a, g, r, e: r * g / (a + e) ** 0.25
    ),
    "plain-mean": scaled(lambda a, g, _rho: (a + g**2) / 2, usual_move),
    "rho-doubled": scaled(lambda a, g, rho: rho * rho * a + (1 - rho * rho) * g**2, usual_move),
    "maximum": scaled(lambda a, g, rho: np.maximum(rho * a, g**2), usual_move),
    "one-plus": scaled(
        lambda a, g, rho: rho * a + (1 - rho) * g**2,
        lambda a, g, r, e: r * g / (1 + np.sqrt(a + e)),
    ),
    "large-epsilon": scaled(
        lambda a, g, rho: rho * a + (1 - rho) * g**2,
        lambda a, g, r, e: r * g / (np.sqrt(a) + max(e, 1e-2)),
    ),
    "default-of-a-half": scaled(
        lambda a, g, rho: rho * a + (1 - rho) * g**2, usual_move, default=0.95
    ),
    "starts-at-a-tenth": scaled(
        lambda a, g, rho: rho * a + (1 - rho) * g**2, usual_move, start=0.1
    ),
    "minus-old": scaled(lambda a, g, rho: (1 - rho) * g**2 - rho * a, usual_move),
}
ADADELTA = {
    "states-swapped": adadelta(order="swapped"),
    "negative": adadelta(keep=lambda d: 1 + d),
    "half-kept": adadelta(keep=lambda d: d / 2),
    "difference": adadelta(lambda a, u, g, e: g * (np.sqrt(u + e) - np.sqrt(a + e))),
    "sum-below": adadelta(lambda a, u, g, e: g * np.sqrt(u + e) / np.sqrt(a + u + e)),
    "epsilon-above-only": adadelta(lambda a, u, g, e: g * np.sqrt(u + e) / np.sqrt(a + 1)),
    "one-root-of-all": adadelta(lambda a, u, g, e: np.sqrt(np.abs(g) * (u + e) / (a + e))),
    "root-of-epsilon": adadelta(lambda a, u, g, e: g * (np.sqrt(u) + e**0.25) / np.sqrt(a + e)),
    "plain": adadelta(lambda _a, _u, g, _e: g),
    "kept-absolutely-nothing": adadelta(keep=lambda d: 0 * d + 0.1),
}
ADAM = {
    "epsilon-before-division": adam(move=lambda m, v, _g, e, _t: m / np.sqrt(v) + e),
    "gradient-for-m-at-first": adam(
        move=lambda m, v, g, e, t: (g if t < 3 else m) / (np.sqrt(v) + e)
    ),
    "square-root-of-m": adam(move=lambda m, v, _g, e, _t: np.sqrt(np.abs(m)) / (np.sqrt(v) + e)),
    "squares-below": adam(move=lambda m, v, _g, e, _t: m / (v**2 + e)),
    "t-by-two": adam(t_of=lambda t: t + 2),
    "t-stops-at-three": adam(t_of=lambda t: min(t + 1, 3)),
    "no-old-m": adam(gather=lambda _m, v, g, b, c: ((1 - b) * g, c * v + (1 - c) * g * g)),
    "no-old-v": adam(gather=lambda m, _v, g, b, c: (b * m + (1 - b) * g, (1 - c) * g * g)),
    "m-squared-in-v": adam(
        gather=lambda m, v, g, b, c: (
            b * m + (1 - b) * g,
            c * v + (1 - c) * (b * m + (1 - b) * g) ** 2,
        )
    ),
    "old-m-squared-in-v": adam(
        gather=lambda m, v, g, b, c: (b * m + (1 - b) * g, c * v + (1 - c) * (g * m))
    ),
    "m-corrected-in-state": adam(state_of=lambda kept, mh, _vh: {**kept, "m": mh}),
    "v-corrected-in-state": adam(state_of=lambda kept, _mh, vh: {**kept, "v": vh}),
    "correction-plus": adam(correct=lambda m, b, t: m / (1 + b**t)),
    "correction-of-root": adam(correct=lambda m, b, t: m / np.sqrt(1 - b**t)),
    "correction-by-t": adam(correct=lambda m, _b, t: m / t),
    "norm-of-v": adam(move=lambda m, v, _g, e, _t: m / (np.linalg.norm(np.sqrt(v)) + e)),
    "nadam": adam(move=lambda m, v, g, e, t: (0.9 * m + 0.1 * g / (1 - 0.9**t)) / (np.sqrt(v) + e)),
    "adamax": adam(gather=lambda m, v, g, b, c: (b * m + (1 - b) * g, np.maximum(c * v, g * g))),
}
SGD = {
    "plus-then-minus": lambda w, g, s, r: (w + r * g - 3 * r * g, s),
    "power": lambda w, g, s, r: (w - r**2 * g, s),
    "root": lambda w, g, s, r: (w - math.sqrt(r) * g, s),
    "in-percent": lambda w, g, s, r: (w * (1 - r * g / 100), s),
    "stops-at-zero": lambda w, g, s, r: (
        np.where(np.sign(w - r * g) == np.sign(w), w - r * g, 0),
        s,
    ),
    "matrix-product": lambda w, g, s, r: (w - r * (w @ g.T) * g, s),
    "largest-only": lambda w, g, s, r: (w - r * g * (np.abs(g) == np.abs(g).max()), s),
    "last-row-only": lambda w, g, s, r: (np.concatenate([w[:-1], (w - r * g)[-1:]]), s),
}
RULES = {
    "sgd": SGD,
    "momentum": MOMENTUM,
    "nesterov": NESTEROV,
    "adagrad": ADAGRAD,
    "rmsprop": RMSPROP,
    "adadelta": ADADELTA,
    "adam": ADAM,
}
WRONG = {
    task: answers | {answer.__name__: answer for answer in EVERYWHERE}
    for task, answers in RULES.items()
}
NAMED = 0.2
