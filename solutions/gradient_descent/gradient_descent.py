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
# You can build a network, and you can say in one number how wrong it is. Now it has to learn.
#
# Imagine that you stand on a hillside in thick fog and want to get down into the valley. You cannot see it. But you
# can feel with your feet which way is up, and step the other way. Do that often enough and you are there. The place
# where you stand is the weights, the height is the loss, and what you feel is the **gradient**.
#
# In this set you take one step, then many. You follow a single weight through the lecture's example. And at the end you
# write a tool that finds the slope of any function without any calculus. In the next set, on backpropagation, it
# will tell you whether your own calculus is right.
#
# Three things hold throughout:
#
# * Weights are NumPy arrays of floats or of integers; results are floats.
# * A function must not change its inputs: whoever called it still needs them.
# * Where a slope is needed, you are given either the numbers or a function that returns them.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("gradient_descent/update")` names the idea, with a `2` behind it the formula,
# and with a `3` nearly the code.
#
# ## 1. One step
#
# The gradient ∂J/∂W has the shape of the weights, and it points uphill. So go the other way, and not too far: how far
# is said by the learning rate η.
#
# $$W \leftarrow W - \eta\,\frac{\partial J}{\partial W}$$
#
# `w` and `grad` are arrays of the same shape, whatever it is. Return the new weights in that shape, and leave the old
# ones as they are.
#
# For `w = [1, -2]`, `grad = [0.5, 4]` and a learning rate of 0.1 the new weights are `[0.95, -2.4]`.


# %%
def update(w, grad, learning_rate):
    """Return the weights after one step against the gradient."""
    ### BEGIN SOLUTION
    return w - learning_rate * grad
    ### END SOLUTION


# %%
check("gradient_descent/update", update)

# %% [markdown]
# ## 2. All the way down
#
# One step is not enough, and after it the slope is another one. So look again, step again:
#
# $$w_{t+1} = w_t - \eta\;\mathrm{grad}(w_t)$$
#
# Here `grad` is a **function**: `grad(w)` returns the gradient at `w`, in the shape of `w`. Return the whole **path**:
# the start `w0` first, then the place after each step, `steps + 1` places in all. For a `w0` of shape `(2,)` the path has
# shape `(steps + 1, 2)`, and for one of shape `(2, 3)` it has shape `(steps + 1, 2, 3)`. With `steps=0` it holds the
# start alone.
#
# Take `grad(w) = 2 (w − 3)`, the slope of `(w − 3)²`. From `w0 = [0, 1]`, with a learning rate of 0.1, two steps give the
# path `[[0, 1], [0.6, 1.4], [1.08, 1.72]]`. Both weights are on their way to 3.
#
# You may call your `update`.


# %%
def descend(grad, w0, learning_rate, steps):
    """Return the path (steps + 1, ...) of gradient descent, the start included."""
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
# Now the smallest network there is: one weight, no bias, no bend. It predicts `x · w`, and it is wrong by
#
# $$E = (x w - y)^2$$
#
# Nobody hands you the slope this time. Find it with the chain rule. The square gives one factor, what is inside it
# another.
#
# `pairs` is a list of pairs `(x, y)`, and `w` is a number. After **each** pair the weight takes one step against the slope of that pair's
# error. Return the list of weights: the first one, then the weight after each pair.
#
# The lecture's example starts with `w = 0.5` and a learning rate of 0.1:
#
# | pair | error before | slope | weight after |
# |---|---|---|---|
# | | | | 0.5 |
# | (2, 4) | 9 | −12 | 1.7 |
# | (1, 2) | 0.09 | −0.6 | 1.76 |
# | (3, 6) | 0.5184 | −4.32 | 2.192 |
#
# So for `pairs = [(2, 4), (1, 2), (3, 6)]` the list is `[0.5, 1.7, 1.76, 2.192]`. The pairs all say `y = 2x`. The last
# step has gone a little too far: remember that for the question of the learning rate.


# %%
def one_weight(pairs, w, learning_rate):
    """Return the weight before the first pair and after each one."""
    ### BEGIN SOLUTION
    path = [w]
    for x, y in pairs:
        slope = 2 * (x * path[-1] - y) * x
        path.append(update(path[-1], slope, learning_rate))
    return path
    ### END SOLUTION


# %%
check("gradient_descent/one_weight", one_weight)

# %% [markdown]
# ## 4. The slope of anything, by trial
#
# You have just worked a slope out by hand. Was it right? There is a way to know that needs no calculus at all: move one
# weight a little up and a little down, and look at what the function does.
#
# $$\frac{\partial f}{\partial w_i} \approx \frac{f(w + h\,e_i) - f(w - h\,e_i)}{2h}$$
#
# Here $e_i$ is 1 at entry $i$ and 0 elsewhere: **one** weight moves, and the others stay where they are. Looking both ways
# is called the central difference, and this task wants that one. Its error shrinks with h², while that of a look ahead
# alone shrinks only with h.
#
# `f` is a function: it takes an array of the shape of `w` and returns a number. `w` has any number of axes. Return
# an array of the shape of `w`.
#
# For `f(w) = Σ wᵢ²` and `w = [1, -2]` the slopes are `[2, -4]`. For `f(w) = Σ wᵢ³`, `w = [2]` and a coarse `h = 0.1`
# it comes out as `[12.01]`. The true slope is 12, and the 0.01 is h².
#
# Work on a copy of `w`, one of **floats**: if you add 0.00001 to the integer 2 and store it among integers, it is still 2.


# %%
def numerical_gradient(f, w, h=1e-5):
    """Return the central difference quotient of f along each entry of w."""
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
# ## See it run
#
# Two of your functions together: `descend` walks, and the slope that it walks by is found by trial. The surface is a
# long valley, steep across and flat along. Each curve is a learning rate, and shows how high the walk still is after
# each step. Which rate is too small, which is right, and what happens with the last one?


# %%
def valley(w):
    """A long valley: ten times as steep across as along."""
    return 0.5 * w[0] ** 2 + 5 * w[1] ** 2


def heights(rate, steps=30):
    """Return how high the walk is at its start and after each step."""
    path = descend(lambda w: numerical_gradient(valley, w), np.array([4.0, 1.0]), rate, steps)
    return [valley(w) for w in path]


# %%
with picture("How high four walks are, step by step: one creeps, two arrive, one climbs") as axes:
    for rate, style in ((0.01, "-"), (0.1, "--"), (0.18, "-."), (0.21, ":")):
        axes.semilogy(heights(rate), linestyle=style, label=f"{rate}")
    axes.set(xlabel="step", ylabel="height")
    axes.legend(title="learning rate")

# %% [markdown]
# ## What you can do now
#
# You walk downhill on any surface whose slope you know, and for a surface that you do not know you can find the slope by
# trial. That is slow: a network with a million weights would have to be run two million times for one step. In the
# next set you find all those slopes in a single sweep. It is called backpropagation, and your `numerical_gradient` will
# check it.
