# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: beyond
#
# So far every network began at nothing and learned one thing. Both can be better. What one network has learned, another
# can use; and one network can learn several things at once, which help each other.
#
# This set is short, and it uses all that came before: softmax, cross-entropy, and a walk downhill.
#
# As always, a function must not change its input.

# %%
import numpy as np
from chainrule_grader import check, hint

# %% [markdown]
# If you are stuck, ask for a hint: `hint("beyond/multitask_loss")` names the idea, a second call the formula, a third
# nearly the code.
#
# ## 1. Several tasks, one number: multitask learning
#
# One trunk, several heads: from the same picture of a street one head finds the cars, another tells how far away they
# are. Each head has a loss of its own. But a step downhill needs **one** number, so somebody must say how much each task
# matters:
#
# $$J = \sum_i w_i \, J_i$$
#
# `losses` and `weights` are arrays of shape `(k,)`, one entry for each head; the result is one number. It is a plain
# weighted **sum**: nothing is divided.
#
# For `losses = [0.5, 3]` and `weights = [2, 0.25]` it is 2 · 0.5 + 0.25 · 3 = `1.75`.


# %%
def multitask_loss(losses, weights):
    """Return the weighted sum of the losses."""
    ### BEGIN SOLUTION
    return np.sum(weights * losses)
    ### END SOLUTION


# %%
check("beyond/multitask_loss", multitask_loss)

# %% [markdown]
# ## 2. A new head on an old trunk: transfer
#
# You have thirty pictures of each of your flowers. That is far too little for a deep network. But somebody has trained
# one on a million other pictures, and what its lower layers have found, edges, colours, textures, serves flowers as
# well. So keep those layers as they are, **frozen**, and train a new last layer, the **head**.
#
# What comes out of the frozen layers is given: `features`, shape `(n, m)`. `y` holds the labels `0, 1, …, k − 1`, shape
# `(n,)`, each there at least once. Train a head by softmax regression, that is softmax with cross-entropy and any
# kind of gradient descent, over all examples or in mini-batches:
#
# $$p = \mathrm{softmax}(F W + b), \qquad \frac{\partial J}{\partial W} = \frac{1}{n} F^T (p - Y), \qquad
# \frac{\partial J}{\partial b} = \frac{1}{n} \sum (p - Y)$$
#
# with the sum over the examples, and `Y` the labels one-hot. Return the pair `(W, b)`, of shapes `(m, k)` and `(k,)`. The
# head answers with the largest score, `argmax(features @ W + b)`.
#
# How you begin, how long your steps are and how many you take is yours to choose; `rng` is there if you want to draw
# something. There is not one right `W`. What is asked for: at least 93 of 100 examples right, on those that you were
# given and on new ones. The classes lie far apart, so that 99 can be had. All features lie between −7 and 7.
#
# A small case: for `features = [[1, 1], [3, 3]]` and `y = [0, 1]` one step from zero at a rate of 1 gives
# `W = [[-0.5, 0.5], [-0.5, 0.5]]` and `b = [0, 0]`. Both examples are taken for class 1! They lie in the same direction, and
# only `b` can tell near from far. Take more steps, and it does.


# %%
def transfer(features, y, rng):
    """Return a head (W, b), trained on frozen features by softmax regression."""
    ### BEGIN SOLUTION
    n, m = features.shape
    Y = np.eye(int(np.max(y)) + 1)[y]
    W, b = np.zeros((m, Y.shape[1])), np.zeros(Y.shape[1])
    for _ in range(400):
        scores = features @ W + b
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        error = (powers / powers.sum(axis=1, keepdims=True) - Y) / n
        W = W - 0.5 * features.T @ error
        b = b - 0.5 * error.sum(axis=0)
    return W, b
    ### END SOLUTION


# %%
check("beyond/transfer", transfer)

# %% [markdown]
# ## What you can do now
#
# You have all the parts. In the capstone you put them together, and they read real handwriting.
