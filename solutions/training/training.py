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
# You have the slope of the loss, and you can walk down it. Until now, each step looked at **all** the examples. That is
# exact, and it is slow: with a million examples you read a million lines for one small step.
#
# So look at a few of them, and step. The slope of 32 examples points nearly where that of a million points, and costs next
# to nothing. It is noisy, and that even helps: noise shakes a walk out of shallow hollows. One such handful is a
# **mini-batch**. One round through all the examples is an **epoch**.
#
# There are two tasks: deal out the batches, then write the loop that trains. It is the loop that every network in
# this course is trained with. Both draw at random. You are free to draw as you like, as long as you draw from the `rng` that you are
# given, a `numpy.random.Generator`; the check looks at what must hold for any draw.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("training/minibatches")` names the idea, with a `2` behind it the formula, and with
# a `3` nearly the code.
#
# ## 1. A few at a time
#
# `X` is (n, m), with an example in each row; `y` is (n,) or (n, k), with a target for each. Yield one batch `(X_b, y_b)` after
# the other, or return them in a list.
#
# * The examples are **shuffled**, by `rng`. Any two of them may meet in a batch.
# * `X` and `y` are shuffled **together**: a row keeps its target.
# * Every example comes **exactly once**.
# * Every batch has `batch_size` examples, but for the last one, which has what is left. With 10 examples and batches of 4
#   the sizes are 4, 4 and 2. With 12 examples they are 4, 4 and 4, and there is no empty batch at the end. With 3 examples there is one
#   batch of 3.
# * `X` and `y` themselves stay in order.
#
# For `X = [[1], [2], [3]]`, `y = [10, 20, 30]` and `batch_size=2` you might yield `([[3], [1]], [30, 10])` and then
# `([[2]], [20])`.


# %%
def minibatches(X, y, batch_size, rng):
    """Yield shuffled batches (X_b, y_b), every example once."""
    ### BEGIN SOLUTION
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]
    ### END SOLUTION


# %%
check("training/minibatches", minibatches)

# %% [markdown]
# ## 2. The loop
#
# Now train a single neuron, by logistic regression: $p = \sigma(X w + b)$, with the binary cross-entropy as the loss. `w` is (m,),
# `b` is a number, and `y` is **(n,)**, of zeros and ones. The algorithm is the lecture's:
#
# 1. For every epoch, shuffle **anew** and go through the mini-batches.
# 2. For every batch of B examples take one step with the **mean** gradient of that batch:
#
# $$w \leftarrow w - \eta\,\frac{1}{B} X_b^\mathsf{T} (p - y_b), \qquad b \leftarrow b - \eta\,\frac{1}{B}\sum (p - y_b)$$
#
# 3. **After** every epoch compute the loss over **all** of `X`, with the weights as they are then.
#
# B is the batch's own size: a last batch of 2 is divided by 2, whatever `batch_size` is. Return `(w, b, losses)`: the
# trained weights in their shapes, and one loss for each epoch. Start from the `w` and `b` that you are given, and leave
# the array `w` as it is. You may call your `minibatches`.
#
# With `X = [[1], [-1]]`, `y = [1, 0]`, `w = [0]`, `b = 0`, a learning rate of 1, two epochs and batches of 2, there is one
# batch an epoch. So chance has no say: `w` goes to `[0.5]` and then to `[0.87754]`, `b` stays 0, and the losses are
# `[0.47408, 0.34770]`.


# %%
def train(X, y, w, b, learning_rate, epochs, batch_size, rng):
    """Train by mini-batches, and return (w, b, losses)."""

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
# ## See it train
#
# Two clouds of points, and the same ten epochs with three sizes of batch. The curves show the loss after each epoch.
# Which size is down first, and which one walks most smoothly?

# %%
cloud = np.random.default_rng(1)
X_two = np.vstack([cloud.normal(-1, 1, (100, 2)), cloud.normal(1, 1, (100, 2))])
y_two = np.repeat([0.0, 1.0], 100)


def losses_of(batch_size):
    """Train for ten epochs with batches of that size, and return the losses."""
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
# You train by mini-batches: for every epoch shuffle, for every batch step, and look at the loss after each round. One thing in
# that loop is still as plain as can be, the step itself. In the next set, on optimizers, you give it memory and a pace
# of its own.
