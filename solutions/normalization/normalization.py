# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: normalization
#
# Some networks hardly learn because their numbers are too large or too small. One input is measured in thousands,
# another in thousandths. The outputs of the hidden layers become larger from layer to layer, until the sigmoid
# saturates. A gradient explodes, and a single update makes the weights useless.
#
# In this set you keep four kinds of numbers in a good range: the inputs, the outputs of the layers, the gradients, and
# the initial weights. The hardest tasks are the forward pass and the backward pass of batch normalization. For them you
# need only the methods from the set on backpropagation.
#
# After this set you can
#
# * scale and standardize features, also of new data,
# * clip gradients by value and by norm,
# * initialize weights so that the outputs of the layers neither vanish nor explode,
# * implement batch normalization and derive its gradients.
#
# **Time:** about 120 minutes. **Difficulty:** medium; tasks 7 and 8 are hard. **Read first:** [lecture 12,
# Normalization](../../lectures/12_normalization.ipynb).
#
# **How it works.** Write each function where the comment says so, then run the cell below it. The check tells you at
# once whether the function is correct, and if not, what is wrong. You can check as often as you like. Each task gives
# one point.
#
# **In this set**
#
# * `X` and `x` have one example in each row and one feature in each column: shape `(n, m)`.
# * A function must not change its arguments.
# * Inputs may be integers. The results are floats, not rounded to integers.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("normalization/minmax")` explains the concept, `hint("normalization/minmax",
# 2)` says more, and `hint("normalization/minmax", 3)` is nearly the code.
#
# ## 1. Min-max scaling
#
# Min-max scaling is the simplest way to bring features to the same scale. In each **column**, the smallest number
# becomes `low`, the largest number becomes `high`, and all others are scaled between them.
#
# $$x' = \mathrm{low} + (\mathrm{high} - \mathrm{low})\,\frac{x - \min}{\max - \min}$$
#
# **Input:** `X` of shape `(n, m)`; `low` and `high`, two numbers.
#
# **Output:** the scaled features, of shape `(n, m)`.
#
# **Example:** `minmax([[1, 200], [2, 600], [4, 400]])` is `[[0, 0], [0.3333, 1], [1, 0.5]]`, and `minmax([[1, 200], [2,
# 600], [4, 400]], -1, 1)` is `[[-1, -1], [-0.3333, 1], [1, 0]]`. The number 2 becomes (2 − 1) / (4 − 1) = 0.3333 in the
# first case, and −1 + 2 · 0.3333 = −0.3333 in the second.
#
# **Note:** no column is constant here, so you never divide by 0.


# %%
def minmax(X, low=0.0, high=1.0):
    """Scale each column of X to the range from low to high."""
    ### BEGIN SOLUTION
    smallest, largest = X.min(axis=0), X.max(axis=0)
    return low + (high - low) * (X - smallest) / (largest - smallest)
    ### END SOLUTION


# %%
check("normalization/minmax", minmax)

# %% [markdown]
# ## 2. Standardization
#
# A single outlier changes the range of a feature a lot. So features are more often standardized: subtract the **mean**
# of each column, and divide by its **standard deviation** (with division by n, as `np.std` does).
#
# Standardize new data **like the training data**: use the mean and the standard deviation of the training data, not
# those of the new data. With its own mean, a single new example would become 0 before the division. So the function
# also returns the mean and the standard deviation. If you pass them as arguments, the function uses them.
#
# **Input:** `X` of shape `(n, m)`; `mean` and `std`, either both `None` or both of shape `(m,)`.
#
# **Output:** three arrays `(Z, mean, std)`: the standardized features of shape `(n, m)`, and the mean and the standard
# deviation that were used, of shape `(m,)`. If `mean` and `std` are given, use them and return them.
#
# **Example:** for `X = [[1, 200], [2, 600], [4, 400]]`, mean is `[2.3333, 400]`, std is `[1.2472, 163.2993]`, and the
# first row of `Z` is `[-1.0690, -1.2247]`. With this mean and std, the new example `[[3, 500]]` becomes `[[0.5345,
# 0.6124]]`. The first number is (3 − 2.3333) / 1.2472.
#
# **Note:** no column is constant here.


# %%
def standardize(X, mean=None, std=None):
    """Compute (Z, mean, std), with the given mean and std or with those of X."""
    ### BEGIN SOLUTION
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / std, mean, std
    ### END SOLUTION


# %%
check("normalization/standardize", standardize)

# %% [markdown]
# ## 3. Clip by value
#
# If a gradient is a thousand times too large, one step with it can destroy the weights. The simplest solution is to
# limit every entry of the gradient to the range from `-limit` to `limit`.
#
# **Input:** `g`, an array of any shape; `limit`, a positive number.
#
# **Output:** an array of the same shape with all entries between `-limit` and `limit`.
#
# **Example:** `clip_by_value([0.5, -3, 2], 1)` is `[0.5, -1, 1]`. Only 0.5 is already between −1 and 1.


# %%
def clip_by_value(g, limit):
    """Limit every entry of g to the range from -limit to limit."""
    ### BEGIN SOLUTION
    return np.clip(g, -limit, limit)
    ### END SOLUTION


# %%
check("normalization/clip_by_value", clip_by_value)

# %% [markdown]
# ## 4. Clip by norm
#
# Clipping by value changes the direction of the gradient: `[0.5, -3]` becomes `[0.5, -1]`. It is better to keep the
# direction and to reduce only the length. All gradients of a network together form one long vector. Its length is the
# **global norm**:
#
# $$\|g\| = \sqrt{\sum_{\text{all arrays}} \sum_{\text{all entries}} g^2}$$
#
# **Input:** `grads`, a **list** of arrays of any shapes, one for each weight matrix and each bias of a network;
# `max_norm`, a positive number.
#
# **Output:** a list of arrays of the same shapes. If the global norm is larger than `max_norm`, every array is
# multiplied by `max_norm / norm`; otherwise the arrays stay as they are.
#
# **Example:** `clip_by_norm([[[3, 0], [0, -4]], [12, 0]], 6.5)` has the global norm √(9 + 16 + 144) = 13. So every
# array is multiplied by 6.5 / 13 = 0.5, and the result is `[[[1.5, 0], [0, -2]], [6, 0]]`.
#
# **Note:** all gradients may be zero. You may add a small ε (up to 1e-6) in the denominator.


# %%
def clip_by_norm(grads, max_norm):
    """Scale all gradients together so that their global norm is at most max_norm."""
    ### BEGIN SOLUTION
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    if norm <= max_norm:
        return list(grads)
    return [g * (max_norm / norm) for g in grads]
    ### END SOLUTION


# %%
check("normalization/clip_by_norm", clip_by_norm)

# %% [markdown]
# ## 5. Random initialization
#
# If all weights start at zero, all hidden units of a layer compute the same output and get the same gradient, so they
# always stay equal. A hundred equal units can compute only what one unit can compute. So the initial weights are random
# numbers.
#
# **Input:** `n_in` and `n_out`, the numbers of inputs and outputs; `rng`, a `numpy.random.Generator`; `std`, a number.
#
# **Output:** an array of shape `(n_in, n_out)`, drawn from the **normal distribution** with mean 0 and standard
# deviation `std`.
#
# **Example:** with `np.random.default_rng(0)` and `std=0.01`, the first weight is `0.00126` if you draw all weights at
# once.
#
# **Note:** draw from `rng` only, so that the same seed gives the same weights. The order in which you draw is free.


# %%
def random_init(n_in, n_out, rng, std=0.01):
    """Draw weights (n_in, n_out) from the normal distribution N(0, std²)."""
    ### BEGIN SOLUTION
    return rng.normal(0.0, std, size=(n_in, n_out))
    ### END SOLUTION


# %%
check("normalization/random_init", random_init)

# %% [markdown]
# ## 6. Xavier initialization
#
# If the standard deviation of the weights is 0.01, the outputs become smaller from layer to layer. If it is 1, they
# become larger. Which value keeps their size constant? A neuron adds `n_in` products, and their variances add up. If
# each weight has the variance $1/n_{in}$, the sum has the same variance as one input. The standard deviation is the
# square root:
#
# $$\mathrm{std} = \sqrt{1 / n_{in}}$$
#
# **Input:** `n_in` and `n_out`, the numbers of inputs and outputs; `rng`, a `numpy.random.Generator`.
#
# **Output:** an array of shape `(n_in, n_out)` with random weights of mean 0 and this standard deviation. A normal
# distribution and a uniform distribution are both accepted.
#
# **Example:** for `n_in = 100` the standard deviation is √(1 / 100) = 0.1.
#
# **Note:** other texts use other formulas, for example with $n_{out}$, or with a 2 for ReLU. They are **not** accepted
# here.


# %%
def xavier_init(n_in, n_out, rng):
    """Draw weights (n_in, n_out) with mean 0 and standard deviation sqrt(1 / n_in)."""
    ### BEGIN SOLUTION
    return random_init(n_in, n_out, rng, np.sqrt(1 / n_in))
    ### END SOLUTION


# %%
check("normalization/xavier_init", xavier_init)

# %% [markdown]
# ## 7. Batch normalization
#
# You can standardize the inputs of the first layer once. But the inputs of the second layer change with every update of
# the weights. Batch normalization standardizes them again for each **batch**, feature by feature:
#
# $$\hat x = \frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}}, \qquad \mathrm{out} = \gamma\,\hat x + \beta$$
#
# μ and σ² are the mean and the variance of the batch (with division by n). ε is **inside the square root** and prevents
# a division by 0. γ and β are learned, so the network can also undo the normalization.
#
# At inference there may be only a single example, so the mean of the batch is not useful. For this reason, two moving
# averages are updated during training, one for the mean and one for the **variance** (with division by n):
#
# $$\mathrm{moving} \leftarrow \mathrm{momentum} \cdot \mathrm{moving} + (1 - \mathrm{momentum}) \cdot \mathrm{batch}$$
#
# **Input:** `x` of shape `(n, m)`; `gamma`, `beta`, `moving_mean` and `moving_var` of shape `(m,)`; `training`, `True`
# or `False`; `momentum` and `epsilon`, two numbers.
#
# **Output:** four values: `(out, moving_mean, moving_var, cache)`. With `training=False`, the moving averages replace μ
# and σ², and are returned unchanged. The `cache` contains whatever your function of task 8 needs, in any form. At
# inference it may be `None`.
#
# **Example:** for `x = [[1, 10], [3, 40], [8, 25]]`, `gamma = [2, 1]`, `beta = [0, -1]`, moving averages `[0, 0]` and
# `[1, 1]`, and `training=True`:
#
# * `out` is `[[-2.0380, -2.2247], [-0.6793, 0.2247], [2.7173, -1]]`,
# * `moving_mean` is `[0.04, 0.25]`, and `moving_var` is `[1.0767, 2.49]`. The batch has the mean `[4, 25]`, and 0.99 ·
#   0 + 0.01 · 4 = 0.04.
#
# With `training=False` and the same arguments, the moving averages `[0, 0]` and `[1, 1]` are used, and the first row of
# `out` is `[1.9990, 8.9950]`. The first number is 2 · (1 − 0) / √1.001 + 0.


# %%
def batchnorm(x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3):
    """Compute (out, moving_mean, moving_var, cache) of batch normalization."""
    ### BEGIN SOLUTION
    if training:
        mean, var = x.mean(axis=0), x.var(axis=0)
        moving_mean = momentum * moving_mean + (1 - momentum) * mean
        moving_var = momentum * moving_var + (1 - momentum) * var
    else:
        mean, var = moving_mean, moving_var
    std = np.sqrt(var + epsilon)
    x_hat = (x - mean) / std
    return gamma * x_hat + beta, moving_mean, moving_var, (x_hat, std, gamma)
    ### END SOLUTION


# %%
check("normalization/batchnorm", batchnorm)

# %% [markdown]
# ## 8. Backward through batch normalization
#
# Training needs the gradients with respect to `x`, γ and β. Compute them for batch normalization during training.
#
# **Input:** `grad_out`, the gradient with respect to `out`, of shape `(n, m)`; `cache`, which your `batchnorm` returned
# during **training**.
#
# **Output:** three arrays `(grad_x, grad_gamma, grad_beta)`, of shapes `(n, m)`, `(m,)` and `(m,)`.
#
# γ and β are used for all examples of the batch, so their gradients are **sums** over the examples. The gradient with
# respect to x has three parts, because one example influences the loss in three ways: through its own $\hat x$, through
# the mean μ, and through the variance σ². Apply the chain rule to each part and add them. The sum can be simplified to
# a formula of one line, but you do not have to find this formula.
#
# **Example:** for the batch of task 7 and `grad_out = [[1, 0], [0, 1], [0, 0]]`:
#
# * `grad_x` is `[[0.2178, 0.0136], [-0.3048, 0.0136], [0.0871, -0.0272]]`,
# * `grad_gamma` is `[-1.0190, 1.2247]`, and `grad_beta` is `[1, 1]`, the sums of the columns of `grad_out`.
#
# Each column of `grad_x` sums to 0. Can you explain why?


# %%
def batchnorm_backward(grad_out, cache):
    """Compute (grad_x, grad_gamma, grad_beta) of batch normalization."""
    ### BEGIN SOLUTION
    x_hat, std, gamma = cache
    n = len(x_hat)
    grad_gamma = np.sum(grad_out * x_hat, axis=0)
    grad_beta = np.sum(grad_out, axis=0)
    grad_x = gamma / std * (grad_out - grad_beta / n - x_hat * grad_gamma / n)
    return grad_x, grad_gamma, grad_beta
    ### END SOLUTION


# %%
check("normalization/batchnorm_backward", batchnorm_backward)

# %% [markdown]
# ## See the effect
#
# The next cell computes the outputs of thirty layers with a hundred neurons each, and draws the standard deviation of
# the outputs after each layer. With small weights the outputs vanish. With Xavier initialization their size decreases
# only slowly. With your `batchnorm` between the layers, the size no longer depends on the initial weights.


# %%
def sizes(init, normalize=False):
    """Compute the standard deviation of a signal after each of thirty layers."""
    rng = np.random.default_rng(1)
    signal, found = rng.normal(size=(64, 100)), []
    one, zero = np.ones(100), np.zeros(100)
    for _ in range(30):
        signal = signal @ init(100, 100, rng)
        if normalize:
            signal = batchnorm(signal, one, zero, zero, one, True)[0]
        signal = np.tanh(signal)
        found.append(np.std(signal))
    return found


# %%
with picture(
    "The standard deviation of a signal after each of thirty layers, for three initializations"
) as axes:
    axes.semilogy(sizes(random_init), "-", label="std 0.01")
    axes.semilogy(sizes(xavier_init), "--", label="Xavier")
    axes.semilogy(sizes(random_init, normalize=True), ":", label="std 0.01, batch normalization")
    axes.set(xlabel="layer", ylabel="standard deviation")
    axes.legend()

# %% [markdown]
# ## What you can do now
#
# You can keep numbers in a good range everywhere in a network. The moving averages of task 7 are similar to those of
# the optimizers: older numbers count less. In the last set, on digits, you decide which of these methods your network
# needs.
