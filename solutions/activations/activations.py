# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: activations
#
# A layer of a network multiplies and adds. That alone is not enough: however many such layers you stack, they
# do no more than one of them could. You will prove it in the last task. What makes a network more than its first
# layer is a small function between the layers, the **activation**.
#
# In this set you write six of them, and the slopes that learning will need. Later sets build on them: the
# losses take what your softmax gives, and backpropagation multiplies by your slopes.
#
# How it works: write each function where it says so, then run the cell below it. You see at once whether it is
# right, and if not, what is wrong with it. Check as often as you like. All tasks give one point.
#
# Three things hold throughout:
#
# * `z` is a NumPy array **of any shape**, a row of numbers or a table, of floats or of integers. The result has the
#   same shape.
# * A function must not change its input: whoever called it still needs those numbers.
# * Numbers up to ±1000 must come out right. Networks do produce them, usually at the worst moment.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets.activations import race

# %% [markdown]
# If you are stuck, ask for a hint: `hint("activations/step")` names the idea, `hint("activations/step", 2)` the
# formula, `hint("activations/step", 3)` nearly the code.
#
# ## 1. All or nothing: the step
#
# The oldest activation decides: 1 where `z` is **greater than** 0, and 0 elsewhere, at exactly 0 as well.
#
# For `z = [-2, 0, 3]` that is `[0, 0, 1]`. Booleans are as good as 0 and 1.


# %%
def step(z):
    """Return 1 where z > 0, else 0."""
    ### BEGIN SOLUTION
    return np.where(z > 0, 1.0, 0.0)
    ### END SOLUTION


# %%
check("activations/step", step)

# %% [markdown]
# ## 2. A soft step: the sigmoid
#
# A step has no slope, and what has no slope cannot be learned by following slopes. The sigmoid is a step that takes
# its time:
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# For `z = [-6, 0]` it gives `[0.00247, 0.5]`. It always lies between 0 and 1, so it can be read as a probability.


# %%
def sigmoid(z):
    """Return 1 / (1 + e^-z)."""
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)
    ### END SOLUTION


# %%
check("activations/sigmoid", sigmoid)

# %% [markdown]
# ## 3. A soft step about zero: tanh
#
# The same shape, from −1 to 1:
#
# $$\tanh(z) = \frac{e^z - e^{-z}}{e^z + e^{-z}}$$
#
# For `z = [-1, 0.5]` it gives `[-0.76159, 0.46212]`. NumPy may help you here. If you use the formula, think about
# `z = 1000` first: how large is $e^{1000}$, and what is infinity divided by infinity?


# %%
def tanh(z):
    """Return the hyperbolic tangent of z."""
    ### BEGIN SOLUTION
    return np.tanh(z)
    ### END SOLUTION


# %%
check("activations/tanh", tanh)

# %% [markdown]
# ## 4. Simply not negative: ReLU
#
# The rectified linear unit is what most networks use today:
#
# $$\mathrm{relu}(z) = \max(0, z)$$
#
# For `z = [-2, 0, 3]` that is `[0, 0, 3]`.


# %%
def relu(z):
    """Return the larger of 0 and z, for each number."""
    ### BEGIN SOLUTION
    return np.maximum(z, 0)
    ### END SOLUTION


# %%
check("activations/relu", relu)

# %% [markdown]
# ## 5. A little leaks: leaky ReLU
#
# A ReLU whose input is always negative gives 0 for ever and has no slope to learn from. So let a little through:
# `z` where it is positive, and `slope · z` elsewhere.
#
# For `z = [-2, 3]` and the usual slope of 0.1 that is `[-0.2, 3]`; with `slope=0.5` it is `[-1, 3]`. The slope is
# never negative and never above 1.


# %%
def leaky_relu(z, slope=0.1):
    """Return z where it is positive, else slope * z."""
    ### BEGIN SOLUTION
    return np.where(z > 0, z, slope * z)
    ### END SOLUTION


# %%
check("activations/leaky_relu", leaky_relu)

# %% [markdown]
# ## 6. Scores into probabilities: softmax
#
# A network that chooses among classes gives each a score. Softmax turns the scores of one example into
# probabilities that add up to 1:
#
# $$\mathrm{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$
#
# The scores of one example lie along the **last axis**: a `z` of shape `(k,)` is one example, one of shape `(n, k)`
# has an example in each row.
#
# For `z = [1, 2, 3]` it gives `[0.0900, 0.2447, 0.6652]`, and for `z = [1001, 1002, 1003]` the same: only
# differences count. That is more than a curiosity. It is how you keep $e^{1000}$ out of your program.


# %%
def softmax(z):
    """Return probabilities along the last axis."""
    ### BEGIN SOLUTION
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
    ### END SOLUTION


# %%
check("activations/softmax", softmax)

# %% [markdown]
# ## 7. How steep? The slope of the sigmoid
#
# Learning asks one question over and over: if `z` grew a little, how much would the activation grow? The answer is
# the derivative, and for the sigmoid it can be had from the activation itself:
#
# $$\sigma'(z) = \sigma(z)\,(1 - \sigma(z))$$
#
# The function takes **`z`**, not the activation. For `z = [0, 2]` it gives `[0.25, 0.10499]`.


# %%
def sigmoid_grad(z):
    """Return the slope of the sigmoid at z."""
    ### BEGIN SOLUTION
    s = sigmoid(z)
    return s * (1 - s)
    ### END SOLUTION


# %%
check("activations/sigmoid_grad", sigmoid_grad)

# %% [markdown]
# ## 8. The slope of tanh
#
# $$\tanh'(z) = 1 - \tanh^2(z)$$
#
# It takes `z` as well. For `z = [0, 1]` it gives `[1, 0.41997]`.


# %%
def tanh_grad(z):
    """Return the slope of tanh at z."""
    ### BEGIN SOLUTION
    return 1 - np.tanh(z) ** 2
    ### END SOLUTION


# %%
check("activations/tanh_grad", tanh_grad)

# %% [markdown]
# ## 9. The slope of ReLU
#
# Two straight lines, two slopes. Where they meet, at exactly 0, there is a choice: in this course the slope there
# is **0**.
#
# For `z = [-2, 0, 3]` it is `[0, 0, 1]`.


# %%
def relu_grad(z):
    """Return the slope of relu at z: 0 at 0."""
    ### BEGIN SOLUTION
    return np.where(z > 0, 1.0, 0.0)
    ### END SOLUTION


# %%
check("activations/relu_grad", relu_grad)

# %% [markdown]
# ## 10. The slope of leaky ReLU
#
# The same choice again: at exactly 0 it is **`slope`**.
#
# For `z = [-2, 0, 3]` it is `[0.1, 0.1, 1]`, and with `slope=0.5` it is `[0.5, 0.5, 1]`.


# %%
def leaky_relu_grad(z, slope=0.1):
    """Return the slope of leaky_relu at z: `slope` at 0."""
    ### BEGIN SOLUTION
    return np.where(z > 0, 1.0, slope)
    ### END SOLUTION


# %%
check("activations/leaky_relu_grad", leaky_relu_grad)

# %% [markdown]
# ## 11. Why all this? Linear layers collapse
#
# Now the proof that was promised. Without activations, a network with weights $W_0, W_1, W_2$ computes
# $x W_0 W_1 W_2$. There is one matrix $W_c$ that does the same in one step, $x W_c$, for every `x`. Write the
# function that finds it, for a list of any number of matrices, each of any size that fits the one before.
#
# For `weights = [[[1, 2], [0, 1]], [[3, 0], [1, 2]]]` (as arrays) it is `[[5, 4], [1, 2]]`. Leave the list as it is.


# %%
def collapse(weights):
    """Return the one matrix that does what all the layers do in turn."""
    ### BEGIN SOLUTION
    product = weights[0]
    for matrix in weights[1:]:
        product = product @ matrix
    return product
    ### END SOLUTION


# %%
check("activations/collapse", collapse)

# %% [markdown]
# ## See them run
#
# Here your functions race the course's own. Pull the slider: they should stay together as far as it goes. Try it
# with the others as well.

# %%
race(relu, "relu")

# %%
race(sigmoid_grad, "sigmoid_grad")

# %% [markdown]
# ## What you can do now
#
# You have bent the line, you know how steep it is at every point, and you have seen what a network without bends
# comes to. Next, in the problem set on losses, your `softmax` and `sigmoid` meet the question of how wrong a
# probability is.
