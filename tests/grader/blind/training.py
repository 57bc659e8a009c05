"""Answers to the set on training, written from its statements alone."""

import numpy as np


def batches_split(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    parts = np.split(order, range(batch_size, len(X), batch_size))
    return [(X[part], y[part]) for part in parts]


def batches_popped(X, y, batch_size, rng):
    left = list(range(len(X)))
    while left:
        taken = [left.pop(rng.integers(len(left))) for _ in range(min(batch_size, len(left)))]
        yield [X[i].tolist() for i in taken], [y[i].tolist() for i in taken]


def batches_in_order(X, y, batch_size, rng):
    for i in range(0, len(X), batch_size):
        yield X[i : i + batch_size], y[i : i + batch_size]


def batches_apart(X, y, batch_size, rng):
    X, y = rng.permutation(X), rng.permutation(y)
    for i in range(0, len(X), batch_size):
        yield X[i : i + batch_size], y[i : i + batch_size]


def batches_drop_last(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for i in range(len(X) // batch_size):
        part = order[i * batch_size : (i + 1) * batch_size]
        yield X[part], y[part]


def batches_empty_end(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    return [
        (
            X[order[i * batch_size : (i + 1) * batch_size]],
            y[order[i * batch_size : (i + 1) * batch_size]],
        )
        for i in range(len(X) // batch_size + 1)
    ]


def batches_replaced(X, y, batch_size, rng):
    for _ in range(0, len(X), batch_size):
        part = rng.integers(0, len(X), batch_size)
        yield X[part], y[part]


def batches_of_order(X, y, batch_size, rng):
    parts = [np.arange(i, min(i + batch_size, len(X))) for i in range(0, len(X), batch_size)]
    rng.shuffle(parts) if len({len(p) for p in parts}) == 1 else parts.reverse()
    for part in parts:
        yield X[part], y[part]


def batches_first_only(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for i in range(0, len(X), batch_size):
        part = order[i : i + batch_size]
        return [(X[part], y[part])]
    return []


def batches_one_short(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for i in range(0, len(X), batch_size):
        part = order[i : i + batch_size - 1]
        yield X[part], y[part]


def sigmoid(z):
    return 0.5 + 0.5 * np.tanh(np.asarray(z) / 2)


def trained(  # noqa: C901  each slip has its branch
    X,
    y,
    w,
    b,
    learning_rate,
    epochs,
    batch_size,
    rng,
    *,
    size=None,
    shuffled="anew",
    loss="after",
    bias=True,
):
    w, losses = np.array(w, float), []
    order = rng.permutation(len(X)) if shuffled == "once" else np.arange(len(X))

    def bce(X, y):
        z = X @ w + b
        return np.mean(np.logaddexp(0, z) - y * z)

    for _ in range(epochs):
        if shuffled == "anew":
            order = rng.permutation(len(X))
        if loss == "before":
            losses.append(bce(X, y))
        each = []
        for i in range(0, len(X), batch_size):
            part = order[i : i + batch_size]
            d = (sigmoid(X[part] @ w + b) - y[part]) / (size or len(part))
            w = w - learning_rate * X[part].T @ d
            if bias:
                b = b - learning_rate * d.sum()
            each.append(bce(X[part], y[part]))
        if loss == "after":
            losses.append(bce(X, y))
        elif loss == "last":
            losses.append(each[-1])
        elif loss == "batches":
            losses.append(np.mean(each))
        elif loss == "steps":
            losses.extend(each)
    return w, b, losses


def train_plain(X, y, w, b, learning_rate, epochs, batch_size, rng):
    w, b, losses = trained(X, y, w, b, learning_rate, epochs, batch_size, rng)
    return [w.tolist(), np.float64(b), np.array(losses)]


def train_augmented(X, y, w, b, learning_rate, epochs, batch_size, rng):
    table, v, losses = np.c_[X, np.ones(len(X))], np.append(w, b).astype(float), []
    for _ in range(epochs):
        for rows, targets in batches_split(table, y, batch_size, rng):
            v = v - learning_rate * np.mean((sigmoid(rows @ v) - targets)[:, None] * rows, axis=0)
        z = table @ v
        losses.append(float(np.mean(np.logaddexp(0, np.where(y == 1, -z, z)))))
    return v[:-1], v[-1], losses


def train_full_size(X, y, w, b, learning_rate, epochs, batch_size, rng):
    return trained(X, y, w, b, learning_rate, epochs, batch_size, rng, size=batch_size)


def train_by_n(X, y, w, b, learning_rate, epochs, batch_size, rng):
    return trained(X, y, w, b, learning_rate, epochs, batch_size, rng, size=len(X))


def train_sum(X, y, w, b, learning_rate, epochs, batch_size, rng):
    return trained(X, y, w, b, learning_rate, epochs, batch_size, rng, size=1)


def train_shuffles_once(X, y, w, b, learning_rate, epochs, batch_size, rng):
    return trained(X, y, w, b, learning_rate, epochs, batch_size, rng, shuffled="once")


def train_never_shuffles(X, y, w, b, learning_rate, epochs, batch_size, rng):
    return trained(X, y, w, b, learning_rate, epochs, batch_size, rng, shuffled="never")


def train_loss_before(X, y, w, b, learning_rate, epochs, batch_size, rng):
    return trained(X, y, w, b, learning_rate, epochs, batch_size, rng, loss="before")


def train_loss_of_last_batch(X, y, w, b, learning_rate, epochs, batch_size, rng):
    return trained(X, y, w, b, learning_rate, epochs, batch_size, rng, loss="last")


def train_loss_of_batches(X, y, w, b, learning_rate, epochs, batch_size, rng):
    return trained(X, y, w, b, learning_rate, epochs, batch_size, rng, loss="batches")


def train_loss_each_step(X, y, w, b, learning_rate, epochs, batch_size, rng):
    return trained(X, y, w, b, learning_rate, epochs, batch_size, rng, loss="steps")


def train_no_bias(X, y, w, b, learning_rate, epochs, batch_size, rng):
    return trained(X, y, w, b, learning_rate, epochs, batch_size, rng, bias=False)


def train_uphill(X, y, w, b, learning_rate, epochs, batch_size, rng):
    return trained(X, y, w, b, -learning_rate, epochs, batch_size, rng)


def train_whole(X, y, w, b, learning_rate, epochs, batch_size, rng):
    return trained(X, y, w, b, learning_rate, epochs, len(X), rng)


RIGHT = {
    "minibatches": [batches_split, batches_popped],
    "train": [train_plain, train_augmented],
}
WRONG = {
    "minibatches": [
        batches_in_order,
        batches_apart,
        batches_drop_last,
        batches_empty_end,
        batches_replaced,
        batches_of_order,
        batches_first_only,
        batches_one_short,
    ],
    "train": [
        train_full_size,
        train_by_n,
        train_sum,
        train_shuffles_once,
        train_never_shuffles,
        train_loss_before,
        train_loss_of_last_batch,
        train_loss_of_batches,
        train_loss_each_step,
        train_no_bias,
        train_uphill,
        train_whole,
    ],
}
