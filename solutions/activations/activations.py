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
# A layer of a network multiplies its inputs by weights and adds the products. Several such layers in a row can compute
# only what a single layer can compute. An **activation function** between the layers changes this. In this set you
# write six activation functions. You also write the derivatives of four of them, because training needs derivatives.
#
# After this set you can
#
# * compute the usual activation functions for arrays of any shape,
# * keep large numbers from turning into infinity or NaN,
# * compute the derivatives that backpropagation needs,
# * show why a network needs activation functions.
#
# **Time:** about 60 minutes. **Difficulty:** easy. **Read first:** [lecture 03,
# Activations](../../lectures/03_activations.ipynb).
#
# **How it works.** Write each function where the comment says so, then run the cell below it. The check tells you at
# once whether the function is correct, and if not, what is wrong. You can check as often as you like. Each task gives
# one point.
#
# **In this set**
#
# * `z` is a NumPy array of **any shape**, with integers or floats. The result has the same shape as `z`.
# * A function must not change its argument.
# * Numbers up to ±1000 must give correct results, without infinity or NaN.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets.activations import race

# %% [markdown]
# If you are stuck, ask for a hint: `hint("activations/step")` explains the concept, `hint("activations/step", 2)` says
# more, and `hint("activations/step", 3)` is nearly the code.
#
# ## 1. The step function
#
# The step function is the oldest activation function. Its output is 1 for yes and 0 for no.
#
# **Input:** `z`, an array of any shape.
#
# **Output:** an array of the same shape: 1 where `z` is **greater than** 0, and 0 elsewhere, also at exactly 0. `True`
# and `False` are accepted as well.
#
# **Example:** `step([-2, 0, 3])` is `[0, 0, 1]`.


# %%
def step(z):
    """Compute the step function: 1 where z > 0, else 0."""
    ### BEGIN SOLUTION
    return np.where(z > 0, 1.0, 0.0)
    ### END SOLUTION


# %%
check("activations/step", step)

# %% [markdown]
# ## 2. The sigmoid
#
# The derivative of the step function is 0 almost everywhere, so a network cannot learn with it. The sigmoid is a smooth
# step:
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# **Input:** `z`, an array of any shape.
#
# **Output:** σ(z), an array of the same shape. Each number is between 0 and 1, so it can be a probability.
#
# **Example:** `sigmoid([-6, 0])` is `[0.00247, 0.5]`. The second number is 1 / (1 + e⁰) = 1 / 2.


# %%
def sigmoid(z):
    """Compute the sigmoid, 1 / (1 + e^-z)."""
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)
    ### END SOLUTION


# %%
check("activations/sigmoid", sigmoid)

# %% [markdown]
# ## 3. The hyperbolic tangent
#
# The hyperbolic tangent has the same S-shape as the sigmoid, but its values are between −1 and 1:
#
# $$\tanh(z) = \frac{e^z - e^{-z}}{e^z + e^{-z}}$$
#
# **Input:** `z`, an array of any shape.
#
# **Output:** tanh(z), an array of the same shape.
#
# **Example:** `tanh([-1, 0.5])` is `[-0.76159, 0.46212]`. The second number is (1.64872 − 0.60653) / (1.64872 +
# 0.60653).
#
# **Note:** NumPy's own function is allowed. If you use the formula instead, think about `z = 1000`: $e^{1000}$ is too
# large for a float, and infinity divided by infinity is NaN.


# %%
def tanh(z):
    """Compute the hyperbolic tangent of z."""
    ### BEGIN SOLUTION
    return np.tanh(z)
    ### END SOLUTION


# %%
check("activations/tanh", tanh)

# %% [markdown]
# ## 4. ReLU
#
# Most networks today use the rectified linear unit, ReLU, in their hidden layers:
#
# $$\mathrm{relu}(z) = \max(0, z)$$
#
# **Input:** `z`, an array of any shape.
#
# **Output:** an array of the same shape, with 0 in place of each negative number.
#
# **Example:** `relu([-2, 0, 3])` is `[0, 0, 3]`.


# %%
def relu(z):
    """Compute ReLU: the larger of 0 and z for each entry."""
    ### BEGIN SOLUTION
    return np.maximum(z, 0)
    ### END SOLUTION


# %%
check("activations/relu", relu)

# %% [markdown]
# ## 5. Leaky ReLU
#
# If the input of a ReLU is negative for all examples, its output and its derivative are always 0, and its weights no
# longer change. Leaky ReLU avoids this: it multiplies negative numbers by a small slope.
#
# **Input:** `z`, an array of any shape; `slope`, a number from 0 to 1.
#
# **Output:** an array of the same shape: `z` where `z` is positive, and `slope * z` elsewhere.
#
# **Example:** `leaky_relu([-2, 3])` is `[-0.2, 3]`, because 0.1 · (−2) = −0.2. With a slope of 0.5, `leaky_relu([-2,
# 3], 0.5)` is `[-1, 3]`.


# %%
def leaky_relu(z, slope=0.1):
    """Compute leaky ReLU: z where z is positive, else slope * z."""
    ### BEGIN SOLUTION
    return np.where(z > 0, z, slope * z)
    ### END SOLUTION


# %%
check("activations/leaky_relu", leaky_relu)

# %% [markdown]
# ## 6. Softmax
#
# A network that chooses among several classes computes one score for each class. Softmax turns the scores of one
# example into probabilities, which sum to 1:
#
# $$\mathrm{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$
#
# **Input:** `z`, an array of shape `(k,)` with the scores of one example, or of shape `(n, k)` with one example in each
# row. The scores of one example are always along the **last axis**.
#
# **Output:** the probabilities, an array of the same shape.
#
# **Example:** `softmax([1, 2, 3])` is `[0.0900, 0.2447, 0.6652]`. The exponentials are 2.7183, 7.3891 and 20.0855.
# Their sum is 30.1929, and 2.7183 / 30.1929 = 0.0900.
#
# **Note:** `softmax([1001, 1002, 1003])` gives the same result, because only the differences between the scores count.
# You can use this fact to avoid $e^{1000}$.


# %%
def softmax(z):
    """Compute probabilities from scores along the last axis."""
    ### BEGIN SOLUTION
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
    ### END SOLUTION


# %%
check("activations/softmax", softmax)

# %% [markdown]
# ## 7. The derivative of the sigmoid
#
# If `z` grows a little, how fast does the activation grow? The derivative answers this question. The derivative of the
# sigmoid can be computed from the sigmoid itself:
#
# $$\sigma'(z) = \sigma(z)\,(1 - \sigma(z))$$
#
# **Input:** `z`, an array of any shape. The argument is `z`, **not** σ(z).
#
# **Output:** σ′(z), an array of the same shape.
#
# **Example:** `sigmoid_grad([0, 2])` is `[0.25, 0.10499]`. At 2, σ is 0.88080, and 0.88080 · 0.11920 = 0.10499.


# %%
def sigmoid_grad(z):
    """Compute the derivative of the sigmoid at z."""
    ### BEGIN SOLUTION
    s = sigmoid(z)
    return s * (1 - s)
    ### END SOLUTION


# %%
check("activations/sigmoid_grad", sigmoid_grad)

# %% [markdown]
# ## 8. The derivative of tanh
#
# The derivative of tanh can be computed from tanh itself:
#
# $$\tanh'(z) = 1 - \tanh^2(z)$$
#
# **Input:** `z`, an array of any shape. The argument is `z`, **not** tanh(z).
#
# **Output:** tanh′(z), an array of the same shape.
#
# **Example:** `tanh_grad([0, 1])` is `[1, 0.41997]`. At 1, tanh is 0.761594, and 1 − 0.761594² = 0.41997.


# %%
def tanh_grad(z):
    """Compute the derivative of tanh at z."""
    ### BEGIN SOLUTION
    return 1 - np.tanh(z) ** 2
    ### END SOLUTION


# %%
check("activations/tanh_grad", tanh_grad)

# %% [markdown]
# ## 9. The derivative of ReLU
#
# The graph of ReLU consists of two straight lines, which meet at 0. Each line has its own slope. At exactly 0 the
# derivative does not exist, so we choose a value: in this course it is **0**.
#
# **Input:** `z`, an array of any shape.
#
# **Output:** the derivative, an array of the same shape: 1 where `z` is positive, and 0 elsewhere.
#
# **Example:** `relu_grad([-2, 0, 3])` is `[0, 0, 1]`.


# %%
def relu_grad(z):
    """Compute the derivative of ReLU at z; at 0 it is 0."""
    ### BEGIN SOLUTION
    return np.where(z > 0, 1.0, 0.0)
    ### END SOLUTION


# %%
check("activations/relu_grad", relu_grad)

# %% [markdown]
# ## 10. The derivative of leaky ReLU
#
# At exactly 0 we choose a value again: in this course it is **`slope`**.
#
# **Input:** `z`, an array of any shape; `slope`, a number from 0 to 1.
#
# **Output:** the derivative, an array of the same shape: 1 where `z` is positive, and `slope` elsewhere.
#
# **Example:** `leaky_relu_grad([-2, 0, 3])` is `[0.1, 0.1, 1]`, and `leaky_relu_grad([-2, 0, 3], 0.5)` is `[0.5, 0.5,
# 1]`.


# %%
def leaky_relu_grad(z, slope=0.1):
    """Compute the derivative of leaky ReLU at z; at 0 it is slope."""
    ### BEGIN SOLUTION
    return np.where(z > 0, 1.0, slope)
    ### END SOLUTION


# %%
check("activations/leaky_relu_grad", leaky_relu_grad)

# %% [markdown]
# ## 11. Linear layers collapse into one
#
# Why does a network need activation functions? Without them, a network with the weight matrices $W_0, W_1, W_2$
# computes $x W_0 W_1 W_2$. The single matrix $W_c = W_0 W_1 W_2$ gives the same result for every `x`. So the three
# layers compute only what one layer can compute. Write a function that computes this matrix.
#
# **Input:** `weights`, a list of one or more matrices. Each matrix has as many rows as the matrix before it has
# columns.
#
# **Output:** the product of all the matrices, in the order of the list.
#
# **Example:** `collapse([[[1, 2], [0, 1]], [[3, 0], [1, 2]]])` is `[[5, 4], [1, 2]]`. The first entry is 1 · 3 + 2 · 1
# = 5.
#
# **Note:** do not change the list.


# %%
def collapse(weights):
    """Compute the one matrix that replaces all the layers."""
    ### BEGIN SOLUTION
    product = weights[0]
    for matrix in weights[1:]:
        product = product @ matrix
    return product
    ### END SOLUTION


# %%
check("activations/collapse", collapse)

# %% [markdown]
# ## Compare your functions with the reference
#
# The explorable below draws your function and the course's own function. Drag the slider to see a wider range: the two
# curves should stay together everywhere. Replace `relu` by another function to compare that one.

# %%
race(relu, "relu")

# %%
race(sigmoid_grad, "sigmoid_grad")

# %% [markdown]
# ## What you can do now
#
# You can compute activation functions and their derivatives, and you have shown that layers without activation
# functions collapse into one. In the next problem set, on losses, you measure how wrong the probabilities of `softmax`
# and `sigmoid` are.
