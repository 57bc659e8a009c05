# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: backpropagation
#
# Gradient descent needs the gradient of the loss. You can estimate it numerically, by changing each weight a little.
# But for a network with a million weights, a single step would then need two million forward passes.
#
# Backpropagation computes **all** derivatives in one backward pass. In the forward pass, it stores the output of each
# layer. Then it starts at the loss and applies the chain rule backward, layer by layer. Each layer gets the gradient
# with respect to its output, and computes the gradients with respect to its input and its weights.
#
# In this set you write the backward pass of each kind of layer. Then you apply them to a network with one hidden layer,
# and finally to a network with any number of layers.
#
# After this set you can
#
# * propagate a gradient backward through an activation function and through a dense layer,
# * compute all gradients of a network with any number of layers,
# * compare a gradient with a numerical one, and find mistakes in it.
#
# **Time:** about 120 minutes. **Difficulty:** hard. **Read first:** [lecture 07,
# Backpropagation](../../lectures/07_backpropagation.ipynb).
#
# **How it works.** Write each function where the comment says so, then run the cell below it. The check tells you at
# once whether the function is correct, and if not, what is wrong. You can check as often as you like. Each task gives
# one point.
#
# **In this set**
#
# * Examples are rows: `X` has shape `(n, m)`, weights have shape `(m, k)`, and biases have shape `(k,)`.
# * **A gradient has the shape of the array that it belongs to.** This rule helps you to find most mistakes.
# * The loss is a mean, so the first gradient is already divided by the number of examples. No layer divides again.
# * A function must not change its arguments. The backward pass needs them more than once.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("backprop/dense_backward")` explains the concept,
# `hint("backprop/dense_backward", 2)` says more, and `hint("backprop/dense_backward", 3)` is nearly the code.
#
# ## 1. The distance of two gradients
#
# First you need a function that tells you whether a gradient is correct. It gets the gradient from the chain rule,
# `analytic`, and the numerical gradient, `numeric`. The difference of the two says little: 0.001 is small if the
# gradient is 1000, and large if the gradient is 0.001. So divide the difference by the size of the gradients:
#
# $$\mathrm{error} = \frac{\lVert a - n\rVert}{\lVert a\rVert + \lVert n\rVert}$$
#
# The norm is the square root of the sum of the squares of **all** entries, whatever the shape.
#
# **Input:** `analytic` and `numeric`, arrays of the same shape (any shape).
#
# **Output:** the error, one number. If both gradients are zero everywhere, the error is 0.
#
# **Example:** `gradient_error([3, 4], [3, 3])` is `0.10819`. The difference is `[0, 1]`, with norm 1; the norms of the
# gradients are 5 and 4.2426; and 1 / (5 + 4.2426) = 0.10819.
#
# As a rule of thumb, an error below 10⁻⁷ means that the gradient is correct. An error above 10⁻³ means that there is a
# mistake.


# %%
def gradient_error(analytic, numeric):
    """Compute the relative error of two gradients of the same shape."""
    ### BEGIN SOLUTION
    size = np.linalg.norm(analytic.ravel()) + np.linalg.norm(numeric.ravel())
    if size == 0:
        return 0.0
    return np.linalg.norm((analytic - numeric).ravel()) / size
    ### END SOLUTION


# %%
check("backprop/gradient_error", gradient_error)

# %% [markdown]
# ## 2. Backward through an activation function
#
# An activation function is applied to each number separately: $a = g(z)$. You get `grad_out`, the gradient of the loss
# with respect to $a$. Multiply each of its entries by the derivative of the activation function at the same place:
#
# $$\frac{\partial J}{\partial z} = \frac{\partial J}{\partial a} \odot g'(z)$$
#
# The symbol ⊙ means that the arrays are multiplied entry by entry.
#
# **Input:** `grad_out` and `z`, arrays of the same shape; `name`, which is `"sigmoid"`, `"tanh"` or `"relu"`. The
# argument is **`z`**, not the activation.
#
# **Output:** the gradient with respect to `z`, an array of the same shape.
#
# **Example:** for `grad_out = [[2, -1], [0.5, 4]]` and `z = [[1, -2], [0.5, -0.25]]`:
#
# | name | result |
# |---|---|
# | sigmoid | `[[0.39322, -0.10499], [0.11750, 0.98454]]` |
# | tanh | `[[0.83995, -0.07065], [0.39322, 3.76006]]` |
# | relu | `[[2, 0], [0.5, 0]]` |
#
# For example, the sigmoid has the derivative 0.19661 at 1, and 2 · 0.19661 = 0.39322.
#
# **Note:** the derivative of ReLU at exactly 0 is **0**. Numbers in `z` up to ±1000 must give correct results. You
# wrote these derivatives in the set on activations; write them here again, because each notebook must work without the
# others.


# %%
def activation_backward(grad_out, z, name):
    """Compute the gradient with respect to z from the gradient with respect to g(z)."""
    ### BEGIN SOLUTION
    if name == "sigmoid":
        e = np.exp(-np.abs(z))
        derivative = e / (1 + e) ** 2
    elif name == "tanh":
        derivative = 1 - np.tanh(z) ** 2
    else:
        derivative = z > 0
    return grad_out * derivative
    ### END SOLUTION


# %%
check("backprop/activation_backward", activation_backward)

# %% [markdown]
# ## 3. Backward through a dense layer
#
# A dense layer computes $Z = X W + b$. You get `grad_out`, the gradient $G$ of the loss with respect to $Z$. The result
# $Z$ depends on `X`, `W` and `b`, so there are three gradients:
#
# $$\frac{\partial J}{\partial X} = G\,W^\mathsf{T}, \qquad
#   \frac{\partial J}{\partial W} = X^\mathsf{T} G, \qquad
#   \frac{\partial J}{\partial b} = \sum_i G_i$$
#
# **Input:** `grad_out` of shape `(n, k)`, `X` of shape `(n, m)`, and `W` of shape `(m, k)`.
#
# **Output:** three arrays in this order: `grad_X` of shape `(n, m)`, `grad_W` of shape `(m, k)`, and `grad_b` of shape
# **`(k,)`**.
#
# **Example:** for `grad_out = [[1, 0], [2, -1]]`, `X = [[1, 2], [3, 4]]` and `W = [[1, -1], [0, 2]]`:
#
# * `grad_X = [[1, 0], [3, -2]]`
# * `grad_W = [[7, -3], [10, -4]]`; the first entry is 1 · 1 + 3 · 2 = 7
# * `grad_b = [3, -1]`, the sums of the columns of `grad_out`
#
# **Note:** do **not** divide by n. The gradient of the loss is already divided by n.


# %%
def dense_backward(grad_out, X, W):
    """Compute the gradients (grad_X, grad_W, grad_b) of the layer X @ W + b."""
    ### BEGIN SOLUTION
    return grad_out @ W.T, X.T @ grad_out, grad_out.sum(axis=0)
    ### END SOLUTION


# %%
check("backprop/dense_backward", dense_backward)

# %% [markdown]
# ## 4. Forward pass with one hidden layer
#
# Now a whole network: an input `X`, one hidden layer with h units, and one output, which is a probability. Both layers
# use the sigmoid:
#
# $$H = \sigma(X W_1 + b_1), \qquad p = \sigma(H W_2 + b_2)$$
#
# **Input:** `X` of shape `(n, m)`, `W1` of shape `(m, h)`, `b1` of shape `(h,)`, `W2` of shape `(h, 1)`, and `b2` of
# shape `(1,)`.
#
# **Output:** the pair `(hidden, p)`, of shapes `(n, h)` and **`(n, 1)`**. The backward pass needs both.
#
# **Example:** for `X = [[1, 0], [0, 1]]`, `W1 = [[1, -1], [0.5, 2]]`, `W2 = [[1], [1]]` and all biases 0, `hidden` is
# `[[0.73106, 0.26894], [0.62246, 0.88080]]` and `p` is `[[0.73106], [0.81806]]`. For the first example, the hidden
# units are σ(1) and σ(−1). They sum to 1, so the output is σ(1).


# %%
def sigmoid(z):
    """Compute the sigmoid; the result is finite for any z. You may use it in this notebook."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)


# %%
def two_layer_forward(X, W1, b1, W2, b2):
    """Compute the outputs (hidden, p) of both layers."""
    ### BEGIN SOLUTION
    hidden = sigmoid(X @ W1 + b1)
    return hidden, sigmoid(hidden @ W2 + b2)
    ### END SOLUTION


# %%
check("backprop/two_layer_forward", two_layer_forward)

# %% [markdown]
# ## 5. Backward pass with one hidden layer
#
# The loss is the **mean binary cross-entropy** of `p` and the targets `y`. For a weight of the first layer, the chain
# rule is
#
# $$\frac{\partial J}{\partial w_1} =
#   \frac{\partial J}{\partial \hat y}\cdot\frac{\partial \hat y}{\partial z_1}\cdot\frac{\partial z_1}{\partial w_1}$$
#
# The last factor is ∂z₁/∂w₁. One slide prints ∂ŷ/∂w₁ there, which is a mistake.
#
# At the output, the derivative of the cross-entropy and the derivative of the sigmoid cancel. The gradient with respect
# to the last $z$ is simply
#
# $$\delta_2 = \frac{p - y}{n}$$
#
# **Input:** `X` of shape `(n, m)`; `y`, targets 0 or 1, of shape `(n, 1)`; the weights and biases as in task 4.
#
# **Output:** a dictionary with the keys `"W1"`, `"b1"`, `"W2"` and `"b2"`. Each gradient has the shape of its weights.
#
# **Example:** for the network of task 4 and `y = [[1], [0]]`:
#
# * $\delta_2$ is `[[-0.13447], [0.40903]]`, because (0.73106 − 1) / 2 = −0.13447 and (0.81806 − 0) / 2 = 0.40903
# * `W2`: `[[0.15630], [0.32411]]`, `b2`: `[0.27456]`
# * `W1`: `[[-0.02644, -0.02644], [0.09612, 0.04295]]`, `b1`: `[0.06968, 0.01651]`
#
# **Note:** all gradients must be finite, also if p is exactly 1 and y is 1. There, the derivative of the cross-entropy
# alone is 0 divided by 0, but $\delta_2$ is 0. You may call your earlier functions.


# %%
def two_layer_gradients(X, y, W1, b1, W2, b2):
    """Compute the gradients of the mean binary cross-entropy, by name."""
    ### BEGIN SOLUTION
    hidden, p = two_layer_forward(X, W1, b1, W2, b2)
    delta = (p - y) / len(X)
    grad_hidden, grad_W2, grad_b2 = dense_backward(delta, hidden, W2)
    delta = activation_backward(grad_hidden, X @ W1 + b1, "sigmoid")
    _, grad_W1, grad_b1 = dense_backward(delta, X, W1)
    return {"W1": grad_W1, "b1": grad_b1, "W2": grad_W2, "b2": grad_b2}
    ### END SOLUTION


# %%
check("backprop/two_layer_gradients", two_layer_gradients)

# %% [markdown]
# ## 6. Forward pass with any number of layers
#
# Now the network may have any number of layers. The lists `weights`, `biases` and `activations` have one entry for each
# layer. An activation is one of the three names `"sigmoid"`, `"tanh"` and `"relu"`.
#
# $$a_0 = X, \qquad a_i = g_i(a_{i-1} W_i + b_i)$$
#
# **Input:** `X` of shape `(n, m)`; `weights`, `biases` and `activations`, three lists of the same length.
#
# **Output:** the list $[a_0, a_1, \dots]$: **`X` first**, then the output of each layer.
#
# **Example:** for `X = [[1, -2]]` and one layer with `W = [[1, -1], [0.5, 2]]`, `b = [0.5, 0]` and `"relu"`, the list
# is `[[[1, -2]], [[0.5, 0]]]`. The weighted sums are 1 · 1 − 2 · 0.5 + 0.5 = 0.5 and 1 · (−1) − 2 · 2 + 0 = −5, and
# ReLU turns −5 into 0.


# %%
def forward(X, weights, biases, activations):
    """Compute the outputs of all layers, with X first."""
    ### BEGIN SOLUTION
    functions = {"sigmoid": sigmoid, "tanh": np.tanh, "relu": lambda z: np.maximum(z, 0)}
    outputs = [X]
    for W, b, name in zip(weights, biases, activations):
        outputs.append(functions[name](outputs[-1] @ W + b))
    return outputs
    ### END SOLUTION


# %%
check("backprop/forward", forward)

# %% [markdown]
# ## 7. Backpropagation
#
# Now you combine all parts. The loss is the **mean squared error over all entries** of the output:
#
# $$J = \frac{1}{n k} \sum_{i,j} (a_{ij} - y_{ij})^2$$
#
# So the first gradient is $2\,(a - y)\,/\,(n k)$. Then each layer, from the last to the first, does the same two steps:
# backward through the activation function, then backward through the dense layer. The gradient with respect to the
# layer's input is the `grad_out` of the layer before it.
#
# **Input:** `X` of shape `(n, m)`; `y` of shape `(n, k)`; `weights`, `biases` and `activations` as in task 6.
#
# **Output:** the pair `(list of grad_W, list of grad_b)`. Both lists start with the first layer.
#
# **Example:** for `X = [[1, -2]]`, `y = [[0.5, 1]]` and one layer with `W = [[1, -1], [0.5, 2]]`, `b = [0, 0]` and
# `"tanh"`, the output is `[[0, -0.99991]]`, the gradient of `W` is `[[-0.5, -0.00036], [1, 0.00073]]`, and the gradient
# of `b` is `[-0.5, -0.00036]`.
#
# In this example the second unit has a large error, but its gradient is almost 0, because tanh is almost flat at
# −0.99991. This effect is called a **vanishing gradient**.


# %%
def backprop(X, y, weights, biases, activations):
    """Compute (list of grad_W, list of grad_b) of the mean squared error."""
    ### BEGIN SOLUTION
    outputs = forward(X, weights, biases, activations)
    grad = 2 * (outputs[-1] - y) / y.size
    grads_W, grads_b = [], []
    for i in reversed(range(len(weights))):
        z = outputs[i] @ weights[i] + biases[i]
        grad = activation_backward(grad, z, activations[i])
        grad, grad_W, grad_b = dense_backward(grad, outputs[i], weights[i])
        grads_W.insert(0, grad_W)
        grads_b.insert(0, grad_b)
    return grads_W, grads_b
    ### END SOLUTION


# %%
check("backprop/backprop", backprop)

# %% [markdown]
# ## 8. Catch the bug
#
# Everybody makes mistakes in gradients, so it is important that you can find them. In this task you test somebody
# else's gradient. You get a function `f`, which computes a number from an array of weights of any length, and a
# function `grad`, which should compute the gradient of `f`.
#
# **Input:** `f` and `grad`, two functions of one array of shape `(k,)`, for any `k`.
#
# **Output:** `True` if the gradient is correct, `False` if it is wrong. A failed `assert` counts as `False`. You choose
# the weights at which you compare.
#
# **Example:** for `f(w) = w0² + w1²`, a correct gradient at `[1, -2]` is `[2, -4]`. Would your function notice a
# gradient that is correct for positive weights only?
#
# **Note:** your function is tested with five correct pairs, some with gradients of several thousand and some with
# gradients near 0.0001, and with a dozen wrong ones. Each is used more than once, in random order. You get part of the
# point for each wrong pair that you always reject, but only if you accept all the correct ones. You may call your
# `gradient_error`.


# %%
def checks_gradient(f, grad):
    """Return True if grad is the gradient of f, and False if it is not."""
    ### BEGIN SOLUTION
    w, h = np.array([0.7, -1.3, 2.0]), 1e-5
    steps = h * np.eye(len(w))
    numeric = np.array([(f(w + step) - f(w - step)) / (2 * h) for step in steps])
    return bool(gradient_error(np.asarray(grad(w)), numeric) < 1e-5)
    ### END SOLUTION


# %%
check("backprop/checks_gradient", checks_gradient)

# %% [markdown]
# ## See the network learn
#
# In the XOR problem, the answer is 1 if exactly one of two inputs is 1. No straight line can separate these four
# points. In the next cells a network with one hidden layer of four units learns XOR, with your `forward` and your
# `backprop`.

# %%
X_xor = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y_xor = np.array([[0.0], [1.0], [1.0], [0.0]])


def learn(steps=2000, learning_rate=1.0):
    """Train on XOR, print losses and outputs during training, and return the network."""
    rng = np.random.default_rng(3)
    weights = [rng.normal(size=(2, 4)), rng.normal(size=(4, 1))]
    biases = [np.zeros(4), np.zeros(1)]
    activations = ["tanh", "sigmoid"]
    for step in range(steps + 1):
        if step % (steps // 5) == 0:
            p = forward(X_xor, weights, biases, activations)[-1]
            loss = np.mean((p - y_xor) ** 2)
            print(f"step {step:4d}  loss {loss:.4f}  outputs", np.round(p.ravel(), 2))
        grads_W, grads_b = backprop(X_xor, y_xor, weights, biases, activations)
        weights = [W - learning_rate * g for W, g in zip(weights, grads_W)]
        biases = [b - learning_rate * g for b, g in zip(biases, grads_b)]
    return weights, biases, activations


# %% [markdown]
# The picture shows the output of the trained network at all points, also *between* the four points that it was trained
# on.

# %%
learned = learn()
axis = np.linspace(-0.5, 1.5, 81)
plane = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
answers = np.reshape(forward(plane, *learned)[-1], (81, 81))
with picture(
    "The output of the network in the plane: high around (0, 1) and (1, 0), low between them",
    width=4.2,
    height=3.4,
) as axes:
    axes.contourf(axis, axis, answers, levels=np.linspace(0, 1, 11), cmap="cividis")
    axes.contour(axis, axis, answers, levels=[0.5])
    for (x0, x1), y in zip(X_xor, y_xor.ravel()):
        ink = "black" if y else "white"
        axes.annotate(f"{y:.0f}", (x0, x1), ha="center", va="center", color=ink, weight="bold")
    axes.set(xlabel="x0", ylabel="x1")

# %% [markdown]
# ## What you can do now
#
# In about ten lines you have written the algorithm that all of deep learning uses. Its result is not an approximation:
# it is the exact gradient by the chain rule. In the next set, on training, you give it a few examples at a time.
