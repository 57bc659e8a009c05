# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: losses
#
# A network makes a prediction, and the data contain the correct answer, the **target**. A **loss** is one number that
# says how far the predictions are from their targets. Training changes the weights so that this number gets smaller.
#
# In this set you write four losses and their gradients. Two losses are for quantities, such as tomorrow's temperature.
# The other two are for classes, such as yes or no, or one of ten digits.
#
# After this set you can
#
# * compute the mean absolute error, the mean squared error and two cross-entropies,
# * derive the gradient of a loss with respect to the predictions,
# * keep logarithms and exponentials finite,
# * write a test that finds wrong implementations of softmax.
#
# **Time:** about 90 minutes. **Difficulty:** medium. **Read first:** [lecture 05,
# Losses](../../lectures/05_losses.ipynb).
#
# **How it works.** Write each function where the comment says so, then run the cell below it. The check tells you at
# once whether the function is correct, and if not, what is wrong. You can check as often as you like. Each task gives
# one point.
#
# **In this set**
#
# * The target `y` and the prediction (`y_hat`, or `p` if it is a probability) are NumPy arrays **of the same shape**:
#   `(n,)` or `(n, k)`. They contain floats; `y` may contain integers.
# * A loss is one number: a **mean**. A gradient function returns the gradient of this mean, in the shape of the
#   prediction.
# * A function must not change its arguments.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("losses/mae")` explains the concept, `hint("losses/mae", 2)` says more, and
# `hint("losses/mae", 3)` is nearly the code.
#
# ## 1. Mean absolute error
#
# How far is a prediction from its target, on average? $N$ is the number of **all entries**, in all rows and columns:
#
# $$\mathrm{MAE} = \frac{1}{N} \sum |y - \hat y|$$
#
# The mean absolute error is also called the L1 loss.
#
# **Input:** `y` and `y_hat`, arrays of the same shape.
#
# **Output:** the loss, one number.
#
# **Example:** `mae([1, 2], [0.5, 4])` is `1.25`, the mean of 0.5 and 2.


# %%
def mae(y, y_hat):
    """Compute the mean absolute error over all entries."""
    ### BEGIN SOLUTION
    return np.mean(np.abs(y_hat - y))
    ### END SOLUTION


# %%
check("losses/mae", mae)

# %% [markdown]
# ## 2. Mean squared error
#
# Large errors are often much worse than small ones. If you square the errors, an error of 2 counts four times as much
# as an error of 1:
#
# $$\mathrm{MSE} = \frac{1}{N} \sum (y - \hat y)^2$$
#
# The mean squared error is also called the L2 loss. Some books multiply it by ½; this course does not.
#
# **Input:** `y` and `y_hat`, arrays of the same shape.
#
# **Output:** the loss, one number. The mean is again over all $N$ entries.
#
# **Example:** `mse([1, 2], [0.5, 4])` is `2.125`, the mean of 0.25 and 4.


# %%
def mse(y, y_hat):
    """Compute the mean squared error over all entries."""
    ### BEGIN SOLUTION
    return np.mean((y_hat - y) ** 2)
    ### END SOLUTION


# %%
check("losses/mse", mse)

# %% [markdown]
# ## 3. Binary cross-entropy
#
# Now the target is 0 or 1, and the prediction is the probability `p` that it is 1. If the target is 1, the loss is
# $-\log p$. If the target is 0, the loss is $-\log(1 - p)$. In both cases the loss is small if the correct answer has a
# high probability. One formula covers both cases:
#
# $$\mathrm{BCE} = -\frac{1}{N} \sum \big[\, y \log p + (1 - y) \log(1 - p) \,\big]$$
#
# Note the brackets: the minus sign applies to both terms. Two slides omit the brackets, which is a mistake. Without the
# brackets, the loss for `y = 0` and `p = 0.9` would be negative, so a wrong prediction would reduce the loss.
#
# **Input:** `y`, targets 0 or 1; `p`, probabilities from 0 to 1, of the same shape.
#
# **Output:** the loss, one number: the mean over all $N$ entries. The logarithm is the natural one.
#
# **Example:** `bce([1, 0], [0.9, 0.2])` is `0.16425`, the mean of 0.10536 and 0.22314.
#
# **Note:** $\log 0$ is minus infinity, and a single infinite loss makes the mean infinite. So first clip `p` to the
# range **from 1e-7 to 1 − 1e-7**. Adding 1e-7 inside both logarithms is accepted as well. Then `bce([1], [0])` is
# `16.118`, a large but finite number.


# %%
def bce(y, p):
    """Compute the binary cross-entropy over all entries."""
    ### BEGIN SOLUTION
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    ### END SOLUTION


# %%
check("losses/bce", bce)

# %% [markdown]
# ## 4. Categorical cross-entropy
#
# With `k` classes, each row of `p` contains `k` probabilities that sum to 1, as your softmax returns them. Each row of
# `y` is **one-hot**: 1 at the correct class and 0 elsewhere. Only the probability of the correct class counts:
#
# $$\mathrm{CCE} = -\frac{1}{n} \sum_{i=1}^{n} \sum_{c=1}^{k} y_{ic} \log p_{ic}$$
#
# **Input:** `y`, one-hot targets, and `p`, probabilities, both of shape `(n, k)`.
#
# **Output:** the loss, one number: the mean over the $n$ **examples**, which are the rows.
#
# **Example:** `cce([[0, 1, 0], [1, 0, 0]], [[0.2, 0.7, 0.1], [0.5, 0.25, 0.25]])` is `0.52491`, the mean of $-\log 0.7$
# and $-\log 0.5$.
#
# **Note:** clip `p` as before, or add 1e-7 inside the logarithm. In NumPy, 0 times infinity is NaN, not 0.


# %%
def cce(y, p):
    """Compute the categorical cross-entropy, averaged over the examples."""
    ### BEGIN SOLUTION
    return -np.sum(y * np.log(np.clip(p, 1e-7, 1 - 1e-7))) / len(y)
    ### END SOLUTION


# %%
check("losses/cce", cce)

# %% [markdown]
# ## 5. The gradient of the MAE
#
# The gradient of a loss has one number for each prediction. The number says how fast the loss grows if this prediction
# grows and all the others stay the same. If the number is positive, the prediction should become smaller.
#
# Suppose that a prediction is higher than its target. If you increase the prediction, the absolute error grows by the
# same amount. If the prediction is lower than its target, the absolute error shrinks by the same amount. The size of
# the error makes no difference. Remember that the loss is a mean.
#
# **Input:** `y` and `y_hat`, arrays of the same shape.
#
# **Output:** the gradient of `mae`, in the shape of `y_hat`.
#
# **Example:** `mae_grad([1, 2], [0.5, 4])` is `[-0.5, 0.5]`. There are two predictions, so the entries are −1/2 (the
# prediction is too low) and 1/2 (the prediction is too high).
#
# **Note:** where prediction and target are exactly equal, the derivative does not exist. There, every number between
# the derivatives on the two sides is accepted, for example 0.


# %%
def mae_grad(y, y_hat):
    """Compute the gradient of mae with respect to y_hat."""
    ### BEGIN SOLUTION
    return np.sign(y_hat - y) / y_hat.size
    ### END SOLUTION


# %%
check("losses/mae_grad", mae_grad)

# %% [markdown]
# ## 6. The gradient of the MSE
#
# Here the size of the error matters. Differentiate one term of the sum, $(\hat y - y)^2 / N$, with respect to $\hat y$,
# and keep every factor. You need the gradient of *your* `mse`, not half of it.
#
# **Input:** `y` and `y_hat`, arrays of the same shape.
#
# **Output:** the gradient of `mse`, in the shape of `y_hat`.
#
# **Example:** `mse_grad([1, 2], [0.5, 4])` is `[-0.5, 2]`. The entries are 2 · (0.5 − 1) / 2 and 2 · (4 − 2) / 2.


# %%
def mse_grad(y, y_hat):
    """Compute the gradient of mse with respect to y_hat."""
    ### BEGIN SOLUTION
    return 2 * (y_hat - y) / y_hat.size
    ### END SOLUTION


# %%
check("losses/mse_grad", mse_grad)

# %% [markdown]
# ## 7. The gradient of the binary cross-entropy
#
# Differentiate both logarithms with respect to `p`. The chain rule gives a factor of −1 for $1 - p$:
#
# $$\frac{\partial\,\mathrm{BCE}}{\partial p} = \frac{1}{N} \left( -\frac{y}{p} + \frac{1 - y}{1 - p} \right)
# = \frac{p - y}{p\,(1 - p)\,N}$$
#
# **Input:** `y`, targets 0 or 1; `p`, probabilities from 0 to 1, of the same shape.
#
# **Output:** the gradient of `bce`, in the shape of `p`.
#
# **Example:** `bce_grad([1, 0], [0.9, 0.2])` is `[-0.55556, 0.625]`. The entries are −0.1 / (0.9 · 0.1 · 2) and 0.2 /
# (0.2 · 0.8 · 2).
#
# **Note:** the result must be finite, also where a probability is exactly 0 or 1. Clip `p` as in the loss and compute
# the derivative at the clipped value, or return 0 where `p` was clipped. Both are accepted.


# %%
def bce_grad(y, p):
    """Compute the gradient of bce with respect to p."""
    ### BEGIN SOLUTION
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return (p - y) / (p * (1 - p)) / p.size
    ### END SOLUTION


# %%
check("losses/bce_grad", bce_grad)

# %% [markdown]
# ## 8. The gradient of softmax and cross-entropy together
#
# The last layer of a network computes scores, the **logits**, and softmax turns them into probabilities. So training
# needs the gradient with respect to the logits, through softmax *and* the loss. The chain rule multiplies the gradient
# of the loss, $-y/p$, by the derivatives of softmax, which are a matrix for each example. Almost all terms cancel:
#
# $$\frac{\partial\,\mathrm{CCE}}{\partial z} = \frac{\mathrm{softmax}(z) - y}{n}$$
#
# The result is simply the probability minus the target, divided by the number of examples $n$. This is one reason why
# softmax and cross-entropy are used together.
#
# **Input:** `y`, one-hot targets, and `logits`, both of shape `(n, k)`.
#
# **Output:** the gradient of `cce(y, softmax(logits))` with respect to the logits, of shape `(n, k)`.
#
# **Example:** `softmax_cce_grad([[0, 1, 0]], [[1, 2, 3]])` is `[[0.09003, -0.75527, 0.66524]]`: the softmax is 0.09003,
# 0.24473 and 0.66524, and 0.24473 − 1 = −0.75527. With two examples, the result is divided by 2: `softmax_cce_grad([[0,
# 1], [1, 0]], [[0, 0], [0, 0]])` is `[[0.25, -0.25], [-0.25, 0.25]]`.
#
# **Note:** you need a softmax along each row. Write it again here, inside this function or as a separate function.
# Logits up to ±1000 must give correct results.


# %%
def softmax_cce_grad(y, logits):
    """Compute the gradient of cce(y, softmax(logits)) with respect to the logits."""
    ### BEGIN SOLUTION
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return (e / np.sum(e, axis=1, keepdims=True) - y) / len(y)
    ### END SOLUTION


# %%
check("losses/softmax_cce_grad", softmax_cce_grad)

# %% [markdown]
# ## 9. Catch the bug
#
# In this task you test code that somebody else wrote. You get a function `softmax` that takes an array of scores, of
# shape `(k,)` or `(n, k)`, and should return probabilities. Your function finds out whether `softmax` is correct.
#
# **Input:** `softmax`, a function.
#
# **Output:** `True` if the function is correct, `False` if it is wrong. A failed `assert` counts as `False`.
#
# **Example:** a correct softmax returns `[0.09003, 0.24473, 0.66524]` for `[1, 2, 3]`, and `[1, 0]` for `[1000, 0]`.
#
# **Note:** your function is tested with three correct versions of softmax, which agree to about twelve digits, and with
# a dozen wrong ones. Each is used more than once, in random order. You get part of the point for each wrong version
# that you always reject, but only if you accept all the correct ones. Which mistakes did you make yourself? Is one row
# of scores enough to find all mistakes?


# %%
def checks_softmax(softmax):
    """Return True if softmax is right, and False if it is wrong."""
    ### BEGIN SOLUTION
    scores = np.array([[1.0, 2.0, 3.0], [-1.0, 0.5, -2.0]])
    powers = np.exp(scores)
    if not np.allclose(softmax(scores), powers / powers.sum(axis=1, keepdims=True)):
        return False
    far = np.array([[1000.0, 0.0], [-2000.0, -2000.0]])
    return bool(np.allclose(softmax(far), [[1.0, 0.0], [0.5, 0.5]]))
    ### END SOLUTION


# %%
check("losses/checks_softmax", checks_softmax)

# %% [markdown]
# ## Compare the losses
#
# The target is 1, and a network predicts the probability `p`. The left plot shows your losses, the right plot their
# derivatives. Look at the left end of each plot, where the network is confident and wrong: the squared and the absolute
# error stay bounded, but cross-entropy and its derivative keep growing. This is why classifiers are trained with
# cross-entropy.

# %%
target = np.array([1.0])
probabilities = np.linspace(0.02, 1, 99)
losses = {
    f.__name__: [float(f(target, np.array([p]))) for p in probabilities] for f in (mae, mse, bce)
}
gradients = {
    f.__name__: [float(f(target, np.array([p]))[0]) for p in probabilities[:-1]]
    for f in (mae_grad, mse_grad, bce_grad)
}
with picture(
    "Three losses and their derivatives for a target of 1: cross-entropy and its derivative grow without "
    "limit as p goes to 0; the others stay small.",
    columns=2,
) as axes:
    for name, values in losses.items():
        axes[0].plot(probabilities, values, linestyle="-", label=name)
    for name, values in gradients.items():
        axes[1].plot(probabilities[:-1], values, linestyle="-", label=name)
    axes[0].set(xlabel="p", title="loss")
    axes[1].set(xlabel="p", title="derivative", ylim=(-12, 1))
    axes[0].legend()
    axes[1].legend()

# %% [markdown]
# ## What you can do now
#
# You can measure how wrong a prediction is, in four ways, and you know in which direction each prediction should
# change. But a network cannot change its predictions directly: it can only change its weights. In the problem set on
# gradient descent you change the weights of a model. In the problem set on backpropagation you compute the gradients
# for all layers.
