"""Wide inputs for optimizers: walks from many places; what is in the state is not looked at."""

import numpy as np

from wide.case import Case, accepts, written

RNG = np.random.default_rng(9)
STATE = 2
"""The place of the state among the arguments, which a function may change."""


def _walk(w0, slopes, rates, options=()):
    """Look at the weights after every step, and whether the state is a dict."""

    def run(f):
        w, state, path = np.array(w0), {}, []
        for i, g in enumerate(slopes):
            rate = rates[i % len(rates)]
            w, state = f(w, np.array(g, float), state, rate, *options, unguarded=(STATE,))
            path.append(np.array(w, float))
            w = path[-1]
        return path, isinstance(state, dict)

    more = "".join(f", {option:g}" for option in options)
    what = f"{len(slopes)} steps from {written(np.array(w0))} along {written(np.array(slopes))}"
    return Case(f"{what}, at {written(list(rates))}{more}", run)


def _in_turns(rates):
    """Look at two parameters that take turns, each with a state of its own."""
    slopes = RNG.normal(size=(4, 2, 3))

    def run(f):
        weights, states, path = [np.zeros(3), np.ones(3)], [{}, {}], []
        for both in slopes:
            for i, g in enumerate(both):
                given = (weights[i], g, states[i], rates[0])
                weights[i], states[i] = f(*given, unguarded=(STATE,))
                weights[i] = np.array(weights[i], float)
                path.append(weights[i])
        return path

    return Case(f"two parameters in turn, at {written(list(rates))}", run)


def _walks(rates, options=()):
    """Walk by each of several rates, with the usual options and with each of the others."""
    start = np.array([1.0, -2.0])
    textbook = [[0.5, -4.0], [0.5, 1.0], [-0.25, 3.0]]
    idle = [[0.5, 0.0], [0.0, 0.0], [0.25, 0.0]]
    cases = [
        _walk(start, textbook[:1], rates[:1]),
        _walk(start, textbook, rates[:1]),
        _walk(start, textbook * 4, rates),
        _walk(start, idle, rates[:1]),
        _walk(np.array([3.0, -1.0]), [[1, 2], [-1, 4], [0, 1]], rates[1:2]),
        _walk(np.array([0.3]), RNG.normal(size=(6, 1)), rates),
        _walk(RNG.normal(size=(2, 3)), RNG.normal(size=(5, 2, 3)), rates[:1]),
        _walk(RNG.normal(size=(3, 1)), RNG.normal(size=(3, 3, 1)), rates),
        _walk(np.zeros(3), 1e-3 * RNG.normal(size=(4, 3)), rates),
        _walk(np.zeros(2), 1e-6 * RNG.normal(size=(4, 2)), rates),
        _walk(np.zeros(2), 1e3 * RNG.normal(size=(4, 2)), rates),
        _walk(np.zeros(2), np.ones((6, 2)), rates[:1]),
        _walk(np.zeros(2), RNG.normal(size=(40, 2)), rates),
        _in_turns(rates),
    ]
    for option in options:
        cases += [
            _walk(start, textbook * 2, rates[:1], option),
            _walk(start, RNG.normal(size=(5, 2)), rates, option),
            _walk(start, idle, rates[:1], option),
            _walk(np.zeros(2), 1e-2 * RNG.normal(size=(4, 2)), rates[:1], option),
        ]
    return cases


def _suspects():
    """A check of Adam accepts these right rules, and refuses these wrong ones."""

    def rule(change):
        def adam(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
            w, g = np.asarray(w, float), np.asarray(g, float)
            now = {"rate": learning_rate, "b1": beta_1, "b2": beta_2, "e": epsilon, "g": g}
            now |= {"t": state.get("t", 0) + 1, "sign": -1, "keeps": True, "root": np.sqrt}
            now |= {"old m": state.get("m", 0), "old v": state.get("v", 0), "inside": False}
            now |= {"correct m": True, "correct v": True, "square": np.square}
            change(now)
            m = now["b1"] * now["old m"] + (1 - now["b1"]) * now["g"]
            v = now["b2"] * now["old v"] + (1 - now["b2"]) * now["square"](now["g"])
            m_hat = m / (1 - now["b1"] ** now["t"]) if now["correct m"] else m
            v_hat = v / (1 - now["b2"] ** now["t"]) if now["correct v"] else v
            size = (
                np.sqrt(v_hat + now["e"] ** 2) if now["inside"] else now["root"](v_hat) + now["e"]
            )
            new = w + now["sign"] * now["rate"] * m_hat / size
            return new, {"m": m, "v": v, "t": state.get("t", 0) + 1} if now["keeps"] else {}

        return adam

    def to(**values):
        spelled = {key.replace("_", " "): value for key, value in values.items()}
        return lambda now: now.update(spelled)

    def exchanged(now):
        now["b1"], now["b2"] = now["b2"], now["b1"]

    def first_time(now):
        now["t"] = 1

    def one_late(now):
        now["t"] += 1

    def forgets_m(now):
        now["old m"] = 0

    def forgets_v(now):
        now["old v"] = 0

    def mean_root(now):
        now["root"] = lambda v: np.sqrt(np.mean(v))

    good = {"plain": to(), "inside the root": to(inside=True)}
    bad = {
        "climbs": to(sign=1),
        "forgets": to(keeps=False),
        "no correction": to(correct_m=False, correct_v=False),
        "m is not corrected": to(correct_m=False),
        "v is not corrected": to(correct_v=False),
        "always the first step": first_time,
        "one step late": one_late,
        "forgets m": forgets_m,
        "forgets v": forgets_v,
        "no root": to(root=lambda v: v),
        "one size": mean_root,
        "exchanged": exchanged,
        "own rate": to(rate=0.001),
        "own betas": to(b1=0.9, b2=0.999),
        "own first beta": to(b1=0.9),
        "own second beta": to(b2=0.999),
        "sizes for squares": to(square=np.abs),
        "no epsilon": to(e=0.0),
        "half the rate": lambda now: now.update(rate=now["rate"] / 2),
    }
    return [
        Case(f"f({kind}: {what})", lambda check, change=change: accepts(check, rule(change)))
        for kind, suspects in {"right": good, "wrong": bad}.items()
        for what, change in suspects.items()
    ]


RATES = (0.1, 0.3, 0.02)
CASES = {
    "sgd": lambda: _walks(RATES),
    "momentum": lambda: _walks(RATES, [(0.5,), (0.0,), (0.99,)]),
    "nesterov": lambda: _walks(RATES, [(0.5,), (0.0,), (0.99,)]),
    "adagrad": lambda: _walks(RATES, [(0.25,), (1e-3,)]),
    "rmsprop": lambda: _walks(RATES, [(0.5,), (0.8, 0.25), (0.99, 1e-3)]),
    "adadelta": lambda: _walks((1000.0, 3000.0, 1.0), [(0.5,), (0.8, 0.25), (0.99, 1e-3)]),
    "adam": lambda: _walks(RATES, [(0.5,), (0.8, 0.9), (0.5, 0.9, 0.25), (0.9, 0.999, 1e-3)]),
    "checks_adam": _suspects,
}
