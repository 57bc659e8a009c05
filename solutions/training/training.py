# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: training
#
# So far, each step of gradient descent used **all** examples. The gradient is exact, but computing it is slow: with a
# million examples, you must use all of them for one small step.
#
# It is enough to use a few examples for each step. The gradient of 32 examples points in nearly the same direction as
# the gradient of a million examples, and computing it takes much less time. This gradient is noisy. The noise can even
# help training to leave a poor local minimum. Such a small group of examples is a **batch** (also called a mini-batch).
# One pass through all examples is an **epoch**.
#
# This set has two tasks: make the batches, then write the training loop. Every network in this course is trained by
# such a loop.
#
# After this set you can
#
# * divide examples into shuffled batches,
# * train a neuron with gradient descent on batches,
# * compare the effect of different batch sizes.
#
# **Time:** about 60 minutes. **Difficulty:** medium. **Read first:** [lecture 08,
# Batches](../../lectures/08_batches.ipynb).
#
# **How it works.** Write each function where the comment says so, then run the cell below it. The check tells you at
# once whether the function is correct, and if not, what is wrong. You can check as often as you like. Each task gives
# one point.
#
# **In this set**
#
# * Both functions use random numbers. Draw them from the given `rng`, a `numpy.random.Generator`, and from no other
#   source. Every correct way to draw is accepted, because the check tests only what must hold for all of them.
# * A function must not change its arguments.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("training/minibatches")` explains the concept, `hint("training/minibatches",
# 2)` says more, and `hint("training/minibatches", 3)` is nearly the code.
#
# ## 1. Shuffled batches
#
# Divide the examples into batches in random order. The training loop of task 2 takes one step for each batch.
#
# **Input:** `X` of shape `(n, m)`, one example in each row; `y` of shape `(n,)` or `(n, k)`, one target for each
# example; `batch_size`, an integer ≥ 1; `rng`, a `numpy.random.Generator`.
#
# **Output:** the batches. Either yield the pairs `(X_b, y_b)` one after another, or return them in a list.
#
# * The examples are **shuffled** with `rng`. Any two examples can be in the same batch.
# * `X` and `y` are shuffled **together**: each row keeps its target.
# * Every example occurs **exactly once**.
# * Every batch has `batch_size` examples, except the last one, which may be smaller. With 10 examples and a batch size
#   of 4, the sizes are 4, 4 and 2. With 12 examples they are 4, 4 and 4; there is no empty batch at the end. With 3
#   examples there is one batch of 3.
# * The order of the arrays `X` and `y` themselves does not change.
#
# **Example:** for `X = [[1], [2], [3]]`, `y = [10, 20, 30]` and `batch_size=2`, one possible result is `([[3], [1]],
# [30, 10])` and then `([[2]], [20])`.


# %%
def minibatches(X, y, batch_size, rng):
    """Yield shuffled batches (X_b, y_b); every example occurs once."""
    ### BEGIN SOLUTION
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]
    ### END SOLUTION


# %%
check("training/minibatches", minibatches)

# %% [markdown]
# ## 2. The training loop
#
# Now train a single neuron for logistic regression: $p = \sigma(X w + b)$. The loss is the binary cross-entropy.
#
# 1. In every epoch, shuffle the examples **again** and go through the batches.
# 2. For every batch with B examples, take one step with the **mean** gradient of this batch:
#
# $$w \leftarrow w - \eta\,\frac{1}{B} X_b^\mathsf{T} (p - y_b), \qquad b \leftarrow b - \eta\,\frac{1}{B}\sum (p - y_b)$$
#
# 3. **After** every epoch, compute the loss of **all** examples, with the current weights.
#
# **Input:** `X` of shape `(n, m)`; `y` of shape **`(n,)`** with zeros and ones; `w` of shape `(m,)` and `b`, a number,
# the initial weights and bias; `learning_rate`, a number; `epochs` and `batch_size`, integers ≥ 1; `rng`, a
# `numpy.random.Generator`.
#
# **Output:** three values: `(w, b, losses)`. These are the trained weights, the trained bias, and a list with one loss
# for each epoch.
#
# **Example:** for `X = [[1], [-1]]`, `y = [1, 0]`, `w = [0]`, `b = 0`, a learning rate of 1, two epochs and batches of
# 2, each epoch has only one batch, so the result is not random. In the first epoch both probabilities are 0.5, and the
# gradient for `w` is (1 · (0.5 − 1) + (−1) · 0.5) / 2 = −0.5. So `w` becomes `[0.5]` and then `[0.87754]`, `b` stays 0,
# and the losses are `[0.47408, 0.34770]`.
#
# **Note:** B is the number of examples in the batch. If the last batch has 2 examples, divide by 2. Do not change the
# array `w`. You may call your `minibatches`.


# %%
def train(X, y, w, b, learning_rate, epochs, batch_size, rng):
    """Train with batches; return (w, b, losses)."""

    ### BEGIN SOLUTION
    def predict(X):
        return 1 / (1 + np.exp(-(X @ w + b)))

    losses = []
    for _ in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng):
            error = predict(X_b) - y_b
            w = w - learning_rate * X_b.T @ error / len(y_b)
            b = b - learning_rate * np.mean(error)
        p = np.clip(predict(X), 1e-7, 1 - 1e-7)
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
    return w, b, losses
    ### END SOLUTION


# %%
check("training/train", train)

# %% [markdown]
# ## See the training
#
# There are two classes of points. The next cell trains for ten epochs with three batch sizes, and draws the loss after
# each epoch. With which batch size does the loss fall fastest? With which one is the curve smoothest?

# %%
rng_data = np.random.default_rng(1)
X_two = np.vstack([rng_data.normal(-1, 1, (100, 2)), rng_data.normal(1, 1, (100, 2))])
y_two = np.repeat([0.0, 1.0], 100)


def losses_of(batch_size):
    """Train for ten epochs with this batch size and return the losses."""
    rng = np.random.default_rng(0)
    return train(X_two, y_two, np.array([-1.0, 1.0]), 0.0, 0.1, 10, batch_size, rng)[2]


# %%
with picture("The loss after each of ten epochs, with batches of 200, 20 and 2 examples") as axes:
    for batch_size, marker in ((200, "o"), (20, "s"), (2, "^")):
        axes.plot(range(1, 11), losses_of(batch_size), marker=marker, label=f"{batch_size}")
    axes.set(xlabel="epoch", ylabel="loss")
    axes.legend(title="batch size")

# %% [markdown]
# ## What you can do now
#
# You can train with batches: shuffle in every epoch, take one step for every batch, and compute the loss after each
# epoch. The step itself is still plain gradient descent. In the next set, on optimizers, you write better update rules.
