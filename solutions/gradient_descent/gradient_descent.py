# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: gradient descent
#
# You can compute the output of a network, and you can measure its loss. Now the network has to learn.
#
# Imagine that you stand on a hillside in thick fog and want to reach the valley. You cannot see the valley, but you can
# feel which direction goes up, so you step in the opposite direction, again and again. In the same way, gradient
# descent changes the weights step by step: the **gradient** is the direction in which the loss grows, and each step
# goes against it.
#
# After this set you can
#
# * update weights with a gradient and a learning rate,
# * run gradient descent for many steps,
# * derive a gradient with the chain rule for one weight,
# * estimate the gradient of any function numerically.
#
# **Time:** about 60 minutes. **Difficulty:** medium. **Read first:** [lecture 06, Gradient
# descent](../../lectures/06_gradient_descent.ipynb).
#
# **How it works.** Write each function where the comment says so, then run the cell below it. The check tells you at
# once whether the function is correct, and if not, what is wrong. You can check as often as you like. Each task gives
# one point.
#
# **In this set**
#
# * Weights are NumPy arrays of floats or integers. Results are floats.
# * A function must not change its arguments.
# * If a task needs a gradient, you get it as an array or as a function, or the task asks you to compute it.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("gradient_descent/update")` explains the concept,
# `hint("gradient_descent/update", 2)` says more, and `hint("gradient_descent/update", 3)` is nearly the code.
#
# ## 1. One update
#
# The gradient ∂J/∂W has the shape of the weights and points in the direction in which the loss grows. So the update
# goes in the opposite direction. The learning rate η decides how long the step is:
#
# $$W \leftarrow W - \eta\,\frac{\partial J}{\partial W}$$
#
# **Input:** `w` and `grad`, arrays of the same shape (any shape); `learning_rate`, a number.
#
# **Output:** the new weights, an array of the same shape.
#
# **Example:** `update([1, -2], [0.5, 4], 0.1)` is `[0.95, -2.4]`. The entries are 1 − 0.1 · 0.5 and −2 − 0.1 · 4.
#
# **Note:** do not change `w`; return a new array.


# %%
def update(w, grad, learning_rate):
    """Compute the weights after one step against the gradient."""
    ### BEGIN SOLUTION
    return w - learning_rate * grad
    ### END SOLUTION


# %%
check("gradient_descent/update", update)

# %% [markdown]
# ## 2. Many updates
#
# One step is not enough, and after each step the gradient is different. So compute the gradient again before every
# step:
#
# $$w_{t+1} = w_t - \eta\;\mathrm{grad}(w_t)$$
#
# **Input:** `grad`, a **function**: `grad(w)` returns the gradient at `w`, in the shape of `w`; `w0`, the initial
# weights; `learning_rate`, a number; `steps`, the number of steps.
#
# **Output:** the whole **path**: `w0`, then the weights after each step, `steps + 1` arrays in one array. If `w0` has
# shape `(2,)`, the path has shape `(steps + 1, 2)`; if `w0` has shape `(2, 3)`, it has shape `(steps + 1, 2, 3)`. With
# `steps=0` the path contains only `w0`.
#
# **Example:** let `grad(w) = 2 (w − 3)`, the gradient of Σ (w − 3)². From `w0 = [0, 1]`, with a learning rate of 0.1,
# two steps give the path `[[0, 1], [0.6, 1.4], [1.08, 1.72]]`. In the first step, the first weight becomes 0 − 0.1 · 2
# · (0 − 3) = 0.6. Both weights move towards 3.
#
# **Note:** you may call your `update`.


# %%
def descend(grad, w0, learning_rate, steps):
    """Compute the path of gradient descent, of shape (steps + 1, ...), with w0 first."""
    ### BEGIN SOLUTION
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(update(path[-1], grad(path[-1]), learning_rate))
    return np.array(path)
    ### END SOLUTION


# %%
check("gradient_descent/descend", descend)

# %% [markdown]
# ## 3. One weight, three pairs
#
# The smallest possible network has one weight, no bias and no activation function. It predicts `x * w`. Its loss for
# one pair is the squared error:
#
# $$E = (x w - y)^2$$
#
# This time you derive the gradient yourself. Use the chain rule: the square gives one factor, and the expression in the
# brackets gives another factor.
#
# **Input:** `pairs`, a list of pairs `(x, y)`; `w`, a number; `learning_rate`, a number.
#
# **Output:** the list of weights: the initial weight, then the weight after **each** pair. After each pair, `w` takes
# one step against the gradient of this pair's loss.
#
# **Example:** `one_weight([(2, 4), (1, 2), (3, 6)], 0.5, 0.1)` is `[0.5, 1.7, 1.76, 2.192]`. The steps are:
#
# | pair | loss before | gradient | weight after |
# |---|---|---|---|
# | | | | 0.5 |
# | (2, 4) | 9 | −12 | 1.7 |
# | (1, 2) | 0.09 | −0.6 | 1.76 |
# | (3, 6) | 0.5184 | −4.32 | 2.192 |
#
# All three pairs satisfy `y = 2x`, so the best weight is 2. The last step goes too far, because the learning rate is
# rather large for this pair.


# %%
def one_weight(pairs, w, learning_rate):
    """Compute the weight before the first pair and after each pair."""
    ### BEGIN SOLUTION
    path = [w]
    for x, y in pairs:
        gradient = 2 * (x * path[-1] - y) * x
        path.append(update(path[-1], gradient, learning_rate))
    return path
    ### END SOLUTION


# %%
check("gradient_descent/one_weight", one_weight)

# %% [markdown]
# ## 4. The numerical gradient
#
# You have just derived a gradient by hand. Is it correct? You can test it without any calculus: increase one weight a
# little, decrease it a little, and compare the two values of the function.
#
# $$\frac{\partial f}{\partial w_i} \approx \frac{f(w + h\,e_i) - f(w - h\,e_i)}{2h}$$
#
# Here $e_i$ is 1 at entry $i$ and 0 elsewhere: only **one** weight changes, and all others stay the same. This formula
# is called the **central difference**. Its error is proportional to h². A one-sided difference has an error
# proportional to h, which is larger; use the central difference.
#
# **Input:** `f`, a function that takes an array of the shape of `w` and returns a number; `w`, an array of any shape;
# `h`, a small number.
#
# **Output:** the numerical gradient, an array of the shape of `w`.
#
# **Example:** for `f(w) = Σ wᵢ²` and `w = [1, -2]` the gradient is `[2, -4]`. For `f(w) = Σ wᵢ³`, `w = [2]` and a large
# `h = 0.1` the result is `[12.01]`. The exact derivative is 12, and the error 0.01 is h².
#
# **Note:** work on a copy of `w` that contains **floats**. If you add 0.00001 to the integer 2 and store the sum in an
# integer array, NumPy cuts off the decimals, and the entry is still 2.


# %%
def numerical_gradient(f, w, h=1e-5):
    """Compute the central differences of f for each entry of w."""
    ### BEGIN SOLUTION
    gradient = np.zeros(w.shape)
    for index in np.ndindex(w.shape):
        up, down = w.astype(float), w.astype(float)
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient
    ### END SOLUTION


# %%
check("gradient_descent/numerical_gradient", numerical_gradient)

# %% [markdown]
# ## See gradient descent
#
# The next cell uses two of your functions together: `descend` takes the steps, and `numerical_gradient` computes the
# gradients. The loss surface is a long valley: it is steep in one direction and almost flat in the other. Each curve
# belongs to one learning rate and shows the loss after each step. Which learning rate is too small? What happens with
# the largest learning rate?


# %%
def valley(w):
    """Compute a loss that is ten times as steep in one direction as in the other."""
    return 0.5 * w[0] ** 2 + 5 * w[1] ** 2


def losses(rate, steps=30):
    """Compute the loss before the first step and after each step."""
    path = descend(lambda w: numerical_gradient(valley, w), np.array([4.0, 1.0]), rate, steps)
    return [valley(w) for w in path]


# %%
with picture(
    "The losses of four runs: one falls slowly, two become almost 0, and one grows"
) as axes:
    for rate, style in ((0.01, "-"), (0.1, "--"), (0.18, "-."), (0.21, ":")):
        axes.semilogy(losses(rate), linestyle=style, label=f"{rate}")
    axes.set(xlabel="step", ylabel="loss")
    axes.legend(title="learning rate")

# %% [markdown]
# ## What you can do now
#
# You can run gradient descent if you know the gradient, and you can estimate the gradient of any function numerically.
# But the numerical gradient is slow: for a network with a million weights, one step would need two million forward
# passes. In the set on backpropagation you compute all derivatives in one backward pass, and check them with your
# `numerical_gradient`.
