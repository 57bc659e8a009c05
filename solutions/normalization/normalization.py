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
# A network that could learn often does not, and the reason is a matter of size. One input is measured in
# thousands and drowns another. A hidden layer's numbers grow from layer to layer until a sigmoid is flat. A
# gradient explodes, and one step throws away an hour of training.
#
# In this set you keep things in size everywhere: at the input, inside the network, on the way back, and at the very
# start, when the weights are drawn. The one hard task is batch normalisation, forwards and backwards. If you have
# done the set on backpropagation, you have all that it takes.
#
# Three things hold throughout:
#
# * `X` and `x` have an example in each row and a feature in each column, shape `(n, m)`.
# * A function must not change its input: whoever called it still needs those numbers.
# * Inputs may hold integers. Results are floats then, not cut off.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("normalization/minmax")` names the idea, a second call the formula, a third
# nearly the code.
#
# ## 1. From here to there: min and max
#
# The simplest way to bring columns to one scale: the smallest number of each **column** becomes `low`, the largest
# `high`, and all others keep their place between them.
#
# $$x' = \mathrm{low} + (\mathrm{high} - \mathrm{low})\,\frac{x - \min}{\max - \min}$$
#
# For `X = [[1, 200], [2, 600], [4, 400]]` it gives `[[0, 0], [0.3333, 1], [1, 0.5]]`, and with `low=-1, high=1` it gives
# `[[-1, -1], [-0.3333, 1], [1, 0]]`. No column is constant here: what becomes of one is not asked.


# %%
def minmax(X, low=0.0, high=1.0):
    """Return X with each column stretched from low to high."""
    ### BEGIN SOLUTION
    smallest, largest = X.min(axis=0), X.max(axis=0)
    return low + (high - low) * (X - smallest) / (largest - smallest)
    ### END SOLUTION


# %%
check("normalization/minmax", minmax)

# %% [markdown]
# ## 2. Mean 0, deviation 1: standardize
#
# A single outlier spoils the range. So more often a column's **mean** is taken away, and the rest is divided by its
# **standard deviation**, the root of the mean square (divided by n, as `np.std` does).
#
# Now the trap. New data must be treated **as the training data were**: with their mean and deviation, not with its
# own. A patient does not become average because he is measured alone. So your function returns three things,
# `(Z, mean, std)`, with `mean` and `std` of shape `(m,)`; and where it is *given* a mean and a std, it uses those, and
# returns them. Either both are given or none.
#
# For the `X` above, mean is `[2.3333, 400]`, std is `[1.2472, 163.2993]`, and the first row of `Z` is `[-1.0690, -1.2247]`.
# The new example `[[3, 500]]`, with that mean and std, becomes `[[0.5345, 0.6124]]`. Again, no column is constant.


# %%
def standardize(X, mean=None, std=None):
    """Return (Z, mean, std), by the given mean and std, or else by those of X."""
    ### BEGIN SOLUTION
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / std, mean, std
    ### END SOLUTION


# %%
check("normalization/standardize", standardize)

# %% [markdown]
# ## 3. No number too large: clip by value
#
# Now the way back. A gradient that is a thousand times too large is worse than none: one step along it, and the
# weights are somewhere else. The bluntest remedy: no entry of `g` may lie beyond `limit` or `-limit`. `g` has any shape.
#
# For `g = [0.5, -3, 2]` and `limit = 1` it is `[0.5, -1, 1]`.


# %%
def clip_by_value(g, limit):
    """Return g with every entry between -limit and limit."""
    ### BEGIN SOLUTION
    return np.clip(g, -limit, limit)
    ### END SOLUTION


# %%
check("normalization/clip_by_value", clip_by_value)

# %% [markdown]
# ## 4. The same way, but not as far: clip by norm
#
# Look at what you have just done: `[0.5, -3]` became `[0.5, -1]`, which points elsewhere. Better to keep the direction
# and shorten the step. `grads` is a **list** of arrays of any shapes, one for each weight and bias of a network. All of
# them together are one long arrow, whose length is the **global norm**:
#
# $$\|g\| = \sqrt{\sum_{\text{all arrays}} \sum_{\text{all entries}} g^2}$$
#
# If it is larger than `max_norm`, multiply every array by `max_norm / norm`; if not, leave them all as they are.
# Return a list. A network may have nothing to learn, so all gradients may be zero; a small ε in the
# denominator (up to 1e-6) is welcome.
#
# For `grads = [[[3, 0], [0, -4]], [12, 0]]` (as arrays) the norm is 13, and with `max_norm = 6.5` everything is halved:
# `[[[1.5, 0], [0, -2]], [6, 0]]`.


# %%
def clip_by_norm(grads, max_norm):
    """Return the list of gradients, shortened together to max_norm at most."""
    ### BEGIN SOLUTION
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    if norm <= max_norm:
        return list(grads)
    return [g * (max_norm / norm) for g in grads]
    ### END SOLUTION


# %%
check("normalization/clip_by_norm", clip_by_norm)

# %% [markdown]
# ## 5. Where to begin: small and different
#
# If all weights start at zero, all hidden neurons compute the same, get the same gradient, and stay alike for
# ever: a hundred of them are worth one. So weights start at random. Return a table of shape `(n_in, n_out)`, drawn from
# the **bell curve** with mean 0 and deviation `std`.
#
# Draw from `rng`, a `numpy.random.Generator`, and from nothing else: whoever has its seed can then draw the same weights
# again. In which order you draw is up to you. An example is hard to give for what is random: with
# `np.random.default_rng(0)` and `std=0.01`, the first weight may be `0.00126`, if you draw row by row.


# %%
def random_init(n_in, n_out, rng, std=0.01):
    """Return weights (n_in, n_out) from the bell curve N(0, std²)."""
    ### BEGIN SOLUTION
    return rng.normal(0.0, std, size=(n_in, n_out))
    ### END SOLUTION


# %%
check("normalization/random_init", random_init)

# %% [markdown]
# ## 6. How small? Xavier
#
# With 0.01 a signal shrinks from layer to layer until nothing is left; with 1 it grows. What keeps it? A neuron adds
# up `n_in` products. Variances add up too, so if each weight has variance $1/n_{in}$, the sum has the variance of one
# input. The deviation is the root of it:
#
# $$\mathrm{std} = \sqrt{1 / n_{in}}$$
#
# For `n_in = 100` it is 0.1. This is the form on the slides; the literature has others, with $n_{out}$ in them or a 2
# for ReLU, and they are **not** asked for here. Shape, mean and `rng` are as before. A bell curve and an even
# spread are both right, as long as the *deviation* is.


# %%
def xavier_init(n_in, n_out, rng):
    """Return weights (n_in, n_out) with mean 0 and deviation sqrt(1 / n_in)."""
    ### BEGIN SOLUTION
    return random_init(n_in, n_out, rng, np.sqrt(1 / n_in))
    ### END SOLUTION


# %%
check("normalization/xavier_init", xavier_init)

# %% [markdown]
# ## 7. In size all the way: batch normalisation
#
# You can standardise what goes into the first layer. What goes into the second changes with every step of
# training. Batch normalisation standardises it again and again, by the **batch** that is passing, feature by feature:
#
# $$\hat x = \frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}}, \qquad \mathrm{out} = \gamma\,\hat x + \beta$$
#
# with the batch's mean μ and variance σ² (divided by n). ε stands **under the root**, and keeps a constant feature
# from a division by 0. γ and β are learned, so that the network can undo it all where that is better.
#
# At inference there may be no batch, only one example. So while training, two moving averages follow along:
#
# $$\mathrm{moving} \leftarrow \mathrm{momentum} \cdot \mathrm{moving} + (1 - \mathrm{momentum}) \cdot \mathrm{batch}$$
#
# one for the mean and one for the **variance** (the same one, divided by n). With `training=False` they take the place of
# μ and σ² and come back unchanged.
#
# Return four things, `(out, moving_mean, moving_var, cache)`. `gamma`, `beta` and the two averages have shape `(m,)`. The
# cache is yours: put in whatever task 8 will need, in any form. At inference it may be `None`.
#
# For `x = [[1, 10], [3, 40], [8, 25]]`, `gamma = [2, 1]`, `beta = [0, -1]`, moving averages of `[0, 0]` and `[1, 1]`, training:
#
# * `out` is `[[-2.0380, -2.2247], [-0.6793, 0.2247], [2.7173, -1]]`,
# * `moving_mean` is `[0.04, 0.25]`, and `moving_var` is `[1.0767, 2.49]`.
#
# At inference the first row of `out` is `[1.9990, 8.9950]`.


# %%
def batchnorm(x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3):
    """Return (out, moving_mean, moving_var, cache)."""
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
# ## 8. And back: batch normalisation's gradients
#
# `grad_out` says how much the loss would grow with each entry of `out`; the cache is what your `batchnorm` kept while
# **training**. Return `(grad_x, grad_gamma, grad_beta)`, of the shapes of `x`, `gamma` and `beta`: `(n, m)`, `(m,)`, `(m,)`.
#
# γ and β are easy: each serves all examples of the batch, so what comes in **adds up**. For `grad_x` remember that one
# example reaches the loss on three ways: by its own $\hat x$; by the mean μ, which it shifts for all; and by the
# variance σ², which it widens for all. Follow the chain rule along each and add up. When all is done, it can
# be written in one line, but you need not.
#
# For the batch above, with `grad_out = [[1, 0], [0, 1], [0, 0]]`:
#
# * `grad_x` is `[[0.2178, 0.0136], [-0.3048, 0.0136], [0.0871, -0.0272]]`,
# * `grad_gamma` is `[-1.0190, 1.2247]`, and `grad_beta` is `[1, 1]`.
#
# The columns of `grad_x` add up to 0. Why must they?


# %%
def batchnorm_backward(grad_out, cache):
    """Return (grad_x, grad_gamma, grad_beta)."""
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
# ## See them work
#
# Thirty layers of a hundred neurons, and a signal that runs through them. How large is it after each? With small
# weights it dies, with large ones tanh is flat; with Xavier's it lives, and with your `batchnorm` between the layers
# it no longer matters how the weights began.


# %%
def sizes(init, normalise=False):
    """Return the deviation of a signal after each of thirty layers."""
    rng = np.random.default_rng(1)
    signal, found = rng.normal(size=(64, 100)), []
    one, zero = np.ones(100), np.zeros(100)
    for _ in range(30):
        signal = signal @ init(100, 100, rng)
        if normalise:
            signal = batchnorm(signal, one, zero, zero, one, True)[0]
        signal = np.tanh(signal)
        found.append(np.std(signal))
    return found


# %%
with picture("The size of a signal after each of thirty layers, for three ways to begin") as axes:
    axes.semilogy(sizes(random_init), "-", label="std 0.01")
    axes.semilogy(sizes(xavier_init), "--", label="Xavier")
    axes.semilogy(sizes(random_init, normalise=True), ":", label="std 0.01, batch normalised")
    axes.set(xlabel="layer", ylabel="deviation")
    axes.legend()

# %% [markdown]
# ## What you can do now
#
# You can keep numbers in size on every stage of their way. The moving averages of task 7 will remind you of the
# optimizers: both remember what they have seen, and forget slowly. In the capstone, on digits, you choose for
# yourself which of these tools the network needs.
