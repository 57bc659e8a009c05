"""Answers to the set on optimizers, written from its statements alone."""

import numpy as np


def sgd_listed(w, g, state, learning_rate):
    return [np.subtract(w, np.multiply(learning_rate, g)).tolist(), state]


def sgd_new_state(w, g, state, learning_rate):
    return np.einsum("a,a...->...", [1, -learning_rate], np.array([w, g], float)), {"t": 1}


def sgd_uphill(w, g, state, learning_rate):
    return w + learning_rate * g, state


def sgd_in_place(w, g, state, learning_rate):
    w -= learning_rate * g
    return w, state


def sgd_only_w(w, g, state, learning_rate):
    return w - learning_rate * g


def sgd_first_rate(w, g, state, learning_rate):
    rate = state.setdefault("rate", learning_rate)
    return w - rate * g, state


def sgd_normalised(w, g, state, learning_rate):
    return w - learning_rate * g / (np.linalg.norm(g) + 1e-12), state


def momentum_list(w, g, state, learning_rate, momentum=0.9):
    past = [*state.get("g", []), np.array(g)]
    a = sum(momentum**i * old for i, old in enumerate(reversed(past)))
    return w - learning_rate * a, {"g": past}


def momentum_float32(w, g, state, learning_rate, momentum=0.9):
    a = np.add(g, np.multiply(momentum, state.pop("a", 0)), dtype=np.float64)
    return w - np.float32(learning_rate) * a, {**state, "a": a}


def momentum_velocity(w, g, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) - learning_rate * g
    return w + v, {"v": v}


def momentum_average(w, g, state, learning_rate, momentum=0.9):
    a = momentum * state.get("a", 0) + (1 - momentum) * g
    return w - learning_rate * a, {"a": a}


def momentum_old(w, g, state, learning_rate, momentum=0.9):
    a = state.get("a", np.zeros_like(g))
    return w - learning_rate * a, {"a": momentum * a + g}


def momentum_forgets(w, g, state, learning_rate, momentum=0.9):
    a = momentum * state.get("a", 0) + g
    return w - learning_rate * a, state


def momentum_on_g(w, g, state, learning_rate, momentum=0.9):
    a = state.get("a", 0) + momentum * g
    return w - learning_rate * a, {"a": a}


def momentum_starts_with_g(w, g, state, learning_rate, momentum=0.9):
    a = momentum * state.get("a", g) + g
    return w - learning_rate * a, {"a": a}


def nesterov_accumulator(w, g, state, learning_rate, momentum=0.9):
    old = state.get("v", np.zeros(np.shape(w)))
    v = momentum * old - learning_rate * g
    state["v"] = v
    return w + v + momentum * (v - old), state


def nesterov_listed(w, g, state, learning_rate, momentum=0.9):
    v = np.asarray(state.get("v", 0)) * momentum - np.multiply(g, learning_rate)
    return (w + momentum * v - learning_rate * g).tolist(), {"v": v.tolist()}


def nesterov_old_v(w, g, state, learning_rate, momentum=0.9):
    v = state.get("v", 0)
    state["v"] = momentum * v - learning_rate * g
    return w + momentum * v - learning_rate * g, state


def nesterov_plain(w, g, state, learning_rate, momentum=0.9):
    state["v"] = momentum * state.get("v", 0) - learning_rate * g
    return w + state["v"], state


def nesterov_slide(w, g, state, learning_rate, momentum=0.9):
    state["v"] = momentum * state.get("v", 0) + learning_rate * g
    return w + momentum * state["v"] - learning_rate * g, state


def nesterov_plus_g(w, g, state, learning_rate, momentum=0.9):
    state["v"] = momentum * state.get("v", 0) - learning_rate * g
    return w + state["v"] - learning_rate * g, state


def nesterov_no_gradient(w, g, state, learning_rate, momentum=0.9):
    state["v"] = momentum * state.get("v", 0) - learning_rate * g
    return w + momentum * state["v"], state


def nesterov_stores_all(w, g, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) - learning_rate * g
    step = momentum * v - learning_rate * g
    return w + step, {"v": step}


def adagrad_outside(w, g, state, learning_rate, epsilon=1e-7):
    a = state.get("sum", 0.0) + np.square(g, dtype=np.float64)
    return w - learning_rate / (a**0.5 + epsilon) * g, {"sum": a}


def adagrad_hypot(w, g, state, learning_rate, epsilon=1e-7):
    root = np.hypot(state.get("root", 0.0), g)
    return w - learning_rate * g / np.hypot(root, epsilon**0.5), {"root": root}


def adagrad_no_root(w, g, state, learning_rate, epsilon=1e-7):
    a = state.get("a", 0) + g**2
    return w - learning_rate * g / (a + epsilon), {"a": a}


def adagrad_no_square(w, g, state, learning_rate, epsilon=1e-7):
    a = state.get("a", 0) + np.abs(g)
    return w - learning_rate * g / np.sqrt(a + epsilon), {"a": a}


def adagrad_shared(w, g, state, learning_rate, epsilon=1e-7):
    a = state.get("a", 0) + np.sum(g**2)
    return w - learning_rate * g / np.sqrt(a + epsilon), {"a": a}


def adagrad_late(w, g, state, learning_rate, epsilon=1e-7):
    a = state.get("a", np.zeros(w.shape))
    return w - learning_rate * g / np.sqrt(a + epsilon), {"a": a + g**2}


def adagrad_mean(w, g, state, learning_rate, epsilon=1e-7):
    a, t = state.get("a", 0) + g**2, state.get("t", 0) + 1
    return w - learning_rate * g / np.sqrt(a / t + epsilon), {"a": a, "t": t}


def adagrad_sign(w, g, state, learning_rate, epsilon=1e-7):
    return w - learning_rate * g / np.sqrt(g**2 + epsilon), state


def rms_lerp(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    a = np.asarray(state.get("a", np.zeros_like(w, dtype=float)))
    a = a + (1 - rho) * (g * g - a)
    return np.asarray(w - learning_rate * (a + epsilon) ** -0.5 * g).tolist(), {"a": a}


def rms_history(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    past = (*state.get("past", ()), np.array(g, float))
    a = sum((1 - rho) * rho**i * h**2 for i, h in enumerate(past[::-1]))
    return w - learning_rate * g / (np.sqrt(a) + epsilon), {"past": past}


def rms_swapped(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    a = (1 - rho) * state.get("a", 0) + rho * g**2
    return w - learning_rate * g / np.sqrt(a + epsilon), {"a": a}


def rms_no_share(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    a = rho * state.get("a", 0) + g**2
    return w - learning_rate * g / np.sqrt(a + epsilon), {"a": a}


def rms_no_root(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    a = rho * state.get("a", 0) + (1 - rho) * g**2
    return w - learning_rate * g / (a + epsilon), {"a": a}


def rms_corrected(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    a, t = rho * state.get("a", 0) + (1 - rho) * g**2, state.get("t", 0) + 1
    return w - learning_rate * g / np.sqrt(a / (1 - rho**t) + epsilon), {"a": a, "t": t}


def rms_starts_full(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    a = rho * state.get("a", g**2) + (1 - rho) * g**2
    return w - learning_rate * g / np.sqrt(a + epsilon), {"a": a}


def rms_linear(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    a = rho * state.get("a", 0) + (1 - rho) * g
    return w - learning_rate * g / np.sqrt(a**2 + epsilon), {"a": a}


def delta_arrays(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    a, u = np.array(state.get("au", np.zeros((2, *np.shape(w)))))
    a = rho * a + (1 - rho) * np.square(g)
    d = g * np.sqrt((u + epsilon) / (a + epsilon))
    return w - learning_rate * d, {"au": [a, rho * u + (1 - rho) * d * d]}


def delta_outside(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    state["a"] = rho * state.get("a", 0) + (1 - rho) * g**2
    d = (np.sqrt(state.get("u", 0)) + epsilon) / (np.sqrt(state["a"]) + epsilon) * g
    state["u"] = rho * state.get("u", 0) + (1 - rho) * d**2
    return w - learning_rate * d, state


def delta_new_u(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    a = rho * state.get("a", 0) + (1 - rho) * g**2
    d = g * np.sqrt((state.get("u", 0) + epsilon) / (a + epsilon))
    u = rho * state.get("u", 0) + (1 - rho) * d**2
    d = g * np.sqrt((u + epsilon) / (a + epsilon))
    return w - learning_rate * d, {"a": a, "u": u}


def delta_eta_in_u(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    a = rho * state.get("a", 0) + (1 - rho) * g**2
    d = learning_rate * g * np.sqrt((state.get("u", 0) + epsilon) / (a + epsilon))
    return w - d, {"a": a, "u": rho * state.get("u", 0) + (1 - rho) * d**2}


def delta_no_u(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    a = rho * state.get("a", 0) + (1 - rho) * g**2
    return w - learning_rate * g / np.sqrt(a + epsilon), {"a": a}


def delta_no_eta(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    a, u = state.get("a", 0), state.get("u", 0)
    a = rho * a + (1 - rho) * g**2
    d = g * np.sqrt((u + epsilon) / (a + epsilon))
    return w - d, {"a": a, "u": rho * u + (1 - rho) * d**2}


def delta_old_a(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    a, u = state.get("a", 0), state.get("u", 0)
    d = g * np.sqrt((u + epsilon) / (a + epsilon))
    return w - learning_rate * d, {
        "a": rho * a + (1 - rho) * g**2,
        "u": rho * u + (1 - rho) * d**2,
    }


def delta_inverted(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    a, u = rho * state.get("a", 0) + (1 - rho) * g**2, state.get("u", 0)
    d = g * np.sqrt((a + epsilon) / (u + epsilon))
    return w - learning_rate * d, {"a": a, "u": rho * u + (1 - rho) * d**2}


def moments(g, state, beta_1, beta_2):
    m = beta_1 * state.get("m", 0) + (1 - beta_1) * g
    v = beta_2 * state.get("v", 0) + (1 - beta_2) * g**2
    return m, v, state.get("t", 0) + 1


def adam_keras(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m, v, t = moments(g, state, beta_1, beta_2)
    rate = learning_rate * (1 - beta_2**t) ** 0.5 / (1 - beta_1**t)
    return w - rate * m / (v**0.5 + epsilon), {"m": m, "v": v, "t": t}


def adam_powers(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m, v, _ = moments(g, state, beta_1, beta_2)
    p1, p2 = state.get("p1", 1.0) * beta_1, state.get("p2", 1.0) * beta_2
    step = m / (1 - p1) / (np.sqrt(v / (1 - p2)) + epsilon)
    return (w - learning_rate * step).tolist(), {"m": m, "v": v, "p1": p1, "p2": p2}


def adam_uncorrected(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m, v, t = moments(g, state, beta_1, beta_2)
    return w - learning_rate * m / (np.sqrt(v) + epsilon), {"m": m, "v": v, "t": t}


def adam_t_from_zero(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m, v, _ = moments(g, state, beta_1, beta_2)
    m_hat, v_hat = m / (1 - beta_1), v / (1 - beta_2)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), {"m": m, "v": v}


def adam_keeps_corrected(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m, v, t = moments(g, state, beta_1, beta_2)
    m, v = m / (1 - beta_1**t), v / (1 - beta_2**t)
    return w - learning_rate * m / (np.sqrt(v) + epsilon), {"m": m, "v": v, "t": t}


def adam_no_root(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m, v, t = moments(g, state, beta_1, beta_2)
    m_hat, v_hat = m / (1 - beta_1**t), v / (1 - beta_2**t)
    return w - learning_rate * m_hat / (v_hat + epsilon), {"m": m, "v": v, "t": t}


def adam_same_beta(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m, v, t = moments(g, state, beta_1, beta_1)
    m_hat, v_hat = m / (1 - beta_1**t), v / (1 - beta_1**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), {"m": m, "v": v, "t": t}


def adam_half_corrected(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m, v, t = moments(g, state, beta_1, beta_2)
    return w - learning_rate * m / (1 - beta_1**t) / (np.sqrt(v) + epsilon), {
        "m": m,
        "v": v,
        "t": t,
    }


def adam_times_t(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m, v, t = moments(g, state, beta_1, beta_2)
    m_hat, v_hat = m / (1 - beta_1 * t), v / (1 - beta_2 * t)
    return w - learning_rate * m_hat / (np.sqrt(np.abs(v_hat)) + epsilon), {
        "m": m,
        "v": v,
        "t": t,
    }


def walks(rule, adam, w, gradients, **settings):
    """Compare two rules step by step."""
    mine, its = {}, {}
    a, b = w.copy(), w.copy()
    for g in gradients:
        a, mine = adam(a, g.copy(), mine, 0.1, **settings)
        b, its = rule(b, g.copy(), its, 0.1, **settings)
        if not np.allclose(a, b, rtol=1e-4, atol=1e-5):
            return False
    return True


def checks_settings(rule):
    rng = np.random.default_rng(3)
    gradients = rng.normal(size=(6, 2, 3))
    gradients[:, 0, 0] = 0
    w = rng.normal(size=(2, 3))
    return all(
        walks(rule, adam_keras, w, gradients, **settings)
        for settings in ({}, {"beta_1": 0.5}, {"beta_2": 0.7}, {"beta_1": 0.3, "beta_2": 0.9})
    )


def checks_list_of_walks(rule):
    found = [
        walks(rule, adam_keras, np.array([1.0, -2.0, 0.0]), np.array(g, float), beta_1=b, beta_2=c)
        for g in ([[0.5, -4, 0], [0.5, 1, 0], [3, -1, 2]], [[1e2, 1, -1]] * 9)
        for b, c in ((0.9, 0.999), (0.6, 0.8))
    ]
    return np.bool(np.all(found))


def checks_one_step(rule):
    w, _ = rule(np.array([1.0, -2.0]), np.array([0.5, -4.0]), {}, 0.1)
    return np.allclose(w, [0.9, -1.9], atol=1e-5)


def checks_fresh_state(rule):
    w, _ = rule(np.array([1.0, -2.0]), np.array([0.5, -4.0]), {}, 0.1)
    w, _ = rule(w, np.array([0.5, 1.0]), {}, 0.1)
    return np.allclose(w, [0.8, -1.85305], atol=1e-5)


def checks_two_steps(rule):
    w, state = rule(np.array([1.0, -2.0]), np.array([0.5, -4.0]), {}, 0.1)
    w, _ = rule(w, np.array([0.5, 1.0]), state, 0.1)
    return np.allclose(w, [0.8, -1.85305], atol=1e-5)


def checks_descends(rule):
    w, state = np.array([3.0]), {}
    for _ in range(200):
        w, state = rule(w, 2 * w, state, 0.1)
    return bool(abs(w[0]) < 0.5)


def checks_too_exact(rule):
    w, _ = rule(np.array([1.0, -2.0]), np.array([0.5, -4.0]), {}, 0.1)
    return w.tolist() == [0.9, -1.9]


RIGHT = {
    "sgd": [sgd_listed, sgd_new_state],
    "momentum": [momentum_list, momentum_float32],
    "nesterov": [nesterov_accumulator, nesterov_listed],
    "adagrad": [adagrad_outside, adagrad_hypot],
    "rmsprop": [rms_lerp, rms_history],
    "adadelta": [delta_arrays, delta_outside],
    "adam": [adam_keras, adam_powers],
    "checks_adam": [checks_settings, checks_list_of_walks],
}
WRONG = {
    "sgd": [sgd_uphill, sgd_in_place, sgd_only_w, sgd_first_rate, sgd_normalised],
    "momentum": [
        momentum_velocity,
        momentum_average,
        momentum_old,
        momentum_forgets,
        momentum_on_g,
        momentum_starts_with_g,
    ],
    "nesterov": [
        nesterov_old_v,
        nesterov_plain,
        nesterov_slide,
        nesterov_plus_g,
        nesterov_no_gradient,
        nesterov_stores_all,
    ],
    "adagrad": [
        adagrad_no_root,
        adagrad_no_square,
        adagrad_shared,
        adagrad_late,
        adagrad_mean,
        adagrad_sign,
    ],
    "rmsprop": [
        rms_swapped,
        rms_no_share,
        rms_no_root,
        rms_corrected,
        rms_starts_full,
        rms_linear,
    ],
    "adadelta": [
        delta_new_u,
        delta_eta_in_u,
        delta_no_u,
        delta_no_eta,
        delta_old_a,
        delta_inverted,
    ],
    "adam": [
        adam_uncorrected,
        adam_t_from_zero,
        adam_keeps_corrected,
        adam_no_root,
        adam_same_beta,
        adam_half_corrected,
        adam_times_t,
    ],
    "checks_adam": [
        checks_one_step,
        checks_fresh_state,
        checks_two_steps,
        checks_descends,
        checks_too_exact,
    ],
}
