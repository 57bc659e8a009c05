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
# So far, every network started with random weights and learned one task. In this set, a network uses weights that
# another network has learned, and one network learns several tasks at once.
#
# After this set you can
#
# * combine the losses of several tasks,
# * train a new last layer on the features of a trained network.
#
# **Time:** about 45 minutes. **Difficulty:** medium. **Read first:** [lecture 13,
# Beyond](../../lectures/13_beyond.ipynb).
#
# **How it works.** Write each function where the comment says so, then run the cell below it. The check tells you at
# once whether the function is correct, and if not, what is wrong. You can check as often as you like. Each task gives
# one point.
#
# **In this set**, a function must not change its arguments.

# %%
import numpy as np
from chainrule_grader import check, hint

# %% [markdown]
# If you are stuck, ask for a hint: `hint("beyond/multitask_loss")` explains the concept, `hint("beyond/multitask_loss",
# 2)` says more, and `hint("beyond/multitask_loss", 3)` is nearly the code.
#
# ## 1. The loss of multitask learning
#
# In multitask learning, one network has several outputs, called heads. For example, from the same image of a street,
# one head finds the cars, and another head estimates their distances. Each head has its own loss. But gradient descent
# needs **one** number, so each loss is multiplied by a weight, which says how important the task is, and the products
# are added:
#
# $$J = \sum_i w_i \, J_i$$
#
# **Input:** `losses` and `weights`, of shape `(k,)`, one entry for each head.
#
# **Output:** the total loss, one number. It is a weighted **sum**; do not divide it.
#
# **Example:** `multitask_loss([0.5, 3], [2, 0.25])` is `1.75`, which is 2 · 0.5 + 0.25 · 3.


# %%
def multitask_loss(losses, weights):
    """Compute the weighted sum of the losses."""
    ### BEGIN SOLUTION
    return np.sum(weights * losses)
    ### END SOLUTION


# %%
check("beyond/multitask_loss", multitask_loss)

# %% [markdown]
# ## 2. Transfer learning
#
# You have thirty images of each kind of flower. These are far too few to train a deep network. But somebody has trained
# a network on a million other images. Its first layers have learned features such as edges, colours and textures, which
# are also useful for flowers. So keep these layers as they are (they are **frozen**), and train only a new last layer,
# the **head**.
#
# The outputs of the frozen layers are given as `features`. Train the head by softmax regression: softmax with the
# categorical cross-entropy, and any kind of gradient descent, with all examples at once or in batches:
#
# $$p = \mathrm{softmax}(F W + b), \qquad \frac{\partial J}{\partial W} = \frac{1}{n} F^T (p - Y), \qquad
# \frac{\partial J}{\partial b} = \frac{1}{n} \sum (p - Y)$$
#
# The sum is over the examples, and `Y` contains the labels as one-hot rows.
#
# **Input:** `features` of shape `(n, m)`, with values between −7 and 7; `y` of shape `(n,)`, labels 0, 1, …, k − 1,
# each at least once; `rng`, a `numpy.random.Generator`, if you want to draw random numbers.
#
# **Output:** the pair `(W, b)`, of shapes `(m, k)` and `(k,)`. The prediction of the head is the class with the largest
# score, `argmax(features @ W + b)`.
#
# **Example:** for `features = [[1, 1], [3, 3]]` and `y = [0, 1]`, one step from zero with a learning rate of 1 gives `W
# = [[-0.5, 0.5], [-0.5, 0.5]]` and `b = [0, 0]`. All probabilities are 0.5 before the step, so the first column of the
# gradient of `W` is (1 · (−0.5) + 3 · 0.5) / 2 = 0.5 in both rows. Then both examples are predicted as class 1. With
# more steps, `b` changes and both predictions are correct.
#
# **Note:** you choose the initial weights, the learning rate and the number of steps; many different results are
# correct. At least 93 of 100 examples must be predicted correctly, both among the given examples and among new ones.
# The classes are far apart, so you can reach 99 of 100.


# %%
def transfer(features, y, rng):
    """Train a head (W, b) on frozen features by softmax regression."""
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
# You have now written all the parts of a network. In the last problem set you combine them into a network that reads
# handwritten digits.
