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
# You can walk downhill once you know the slope. And you can find a slope by trial, by moving each weight a little. But a
# network with a million weights would have to be run two million times for a single step.
#
# Backpropagation finds **all** slopes in one sweep. The idea is the chain rule, and one piece of book-keeping. Go forward and
# keep what every layer puts out. Then begin at the loss and walk back. Every station asks the same question: if what
# I put out grew a little, the loss would change by so much. So by how much does it change if what **I was given** grows?
#
# In this set you write the stations one by one. Then you go by hand through a network with one hidden layer, and at the end
# through one with any number of layers. Every network that you train from here on is trained by what you write today.
#
# Four things hold throughout:
#
# * Examples are rows. `X` is (n, m), weights are (m, k), biases are (k,).
# * **A gradient has the shape of what it belongs to.** If you remember one thing, remember this one.
# * The loss is a mean, and so the first gradient is divided already. No layer divides again.
# * A function must not change its inputs. The way back needs them more than once.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("backprop/dense_backward")` names the idea, with a `2` behind it the formula, and
# with a `3` nearly the code.
#
# ## 1. How far apart are two gradients?
#
# First the measuring tool, because you will want to know whether you are right. You have one gradient from the chain
# rule, `analytic`, and one by trial, `numeric`. Their difference alone says little: 0.001 is nothing for slopes of 1000
# and a disaster for slopes of 0.001. So set it against their size:
#
# $$\mathrm{error} = \frac{\lVert a - n\rVert}{\lVert a\rVert + \lVert n\rVert}$$
#
# The norm is the root of the sum of the squares of **all** entries, whatever the shape. Where both gradients are zero
# everywhere, the error is 0. Return one number.
#
# For `analytic = [3, 4]` and `numeric = [3, 3]` it is 1 / (5 + 4.2426) = 0.10819. As a rule of thumb, below 10⁻⁷ all is
# well, and above 10⁻³ there is a mistake.


# %%
def gradient_error(analytic, numeric):
    """Return the relative distance of two gradients of the same shape."""
    ### BEGIN SOLUTION
    size = np.linalg.norm(analytic.ravel()) + np.linalg.norm(numeric.ravel())
    if size == 0:
        return 0.0
    return np.linalg.norm((analytic - numeric).ravel()) / size
    ### END SOLUTION


# %%
check("backprop/gradient_error", gradient_error)

# %% [markdown]
# ## 2. Back through a bend
#
# An activation works on each number by itself: $a = g(z)$. So the way back is as simple. The gradient that comes from
# above, `grad_out`, is that of the loss with respect to $a$. Scale each of its numbers by the slope at its place:
#
# $$\frac{\partial J}{\partial z} = \frac{\partial J}{\partial a} \odot g'(z)$$
#
# `grad_out` and `z` have the same shape, and so does the result. The function is given **`z`**, not the activation, and
# `name` is `"sigmoid"`, `"tanh"` or `"relu"`. As before, the slope of relu at exactly 0 is **0**, and numbers in `z` up to
# ±1000 must come out right.
#
# For `grad_out = [[2, -1], [0.5, 4]]` and `z = [[1, -2], [0.5, -0.25]]`:
#
# | name | result |
# |---|---|
# | sigmoid | `[[0.39322, -0.10499], [0.11750, 0.98454]]` |
# | tanh | `[[0.83995, -0.07065], [0.39322, 3.76006]]` |
# | relu | `[[2, 0], [0.5, 0]]` |
#
# You wrote these slopes in the set on activations. Write them here once more: a notebook stands on its own.


# %%
def activation_backward(grad_out, z, name):
    """Return the gradient at z from the one at the activation of z."""
    ### BEGIN SOLUTION
    if name == "sigmoid":
        e = np.exp(-np.abs(z))
        slope = e / (1 + e) ** 2
    elif name == "tanh":
        slope = 1 - np.tanh(z) ** 2
    else:
        slope = z > 0
    return grad_out * slope
    ### END SOLUTION


# %%
check("backprop/activation_backward", activation_backward)

# %% [markdown]
# ## 3. Back through a dense layer
#
# A dense layer computes $Z = X W + b$. From above comes `grad_out`, the gradient $G$ with respect to $Z$, of shape (n, k).
# Three things went into $Z$, and each of them gets its share of the blame:
#
# $$\frac{\partial J}{\partial X} = G\,W^\mathsf{T}, \qquad
#   \frac{\partial J}{\partial W} = X^\mathsf{T} G, \qquad
#   \frac{\partial J}{\partial b} = \sum_i G_i$$
#
# Return the three in this order: `grad_X` of shape (n, m), `grad_W` of shape (m, k), and `grad_b` of shape **(k,)**. Do
# **not** divide by n: the loss has done that.
#
# For `grad_out = [[1, 0], [2, -1]]`, `X = [[1, 2], [3, 4]]` and `W = [[1, -1], [0, 2]]`:
#
# * `grad_X = [[1, 0], [3, -2]]`
# * `grad_W = [[7, -3], [10, -4]]`
# * `grad_b = [3, -1]`


# %%
def dense_backward(grad_out, X, W):
    """Return (grad_X, grad_W, grad_b) of the layer X @ W + b."""
    ### BEGIN SOLUTION
    return grad_out @ W.T, X.T @ grad_out, grad_out.sum(axis=0)
    ### END SOLUTION


# %%
check("backprop/dense_backward", dense_backward)

# %% [markdown]
# ## 4. One hidden layer, forward
#
# Now a whole network: `X` of shape (n, m), a hidden layer of h units, and one output that is read as a probability. Both
# layers end in a sigmoid:
#
# $$H = \sigma(X W_1 + b_1), \qquad p = \sigma(H W_2 + b_2)$$
#
# `W1` is (m, h), `b1` is (h,), `W2` is (h, 1) and `b2` is (1,). Return the pair `(hidden, p)`, of shapes (n, h) and
# **(n, 1)**. The way back will need both.
#
# For `X = [[1, 0], [0, 1]]`, `W1 = [[1, -1], [0.5, 2]]`, `W2 = [[1], [1]]` and biases of zero, `hidden` is
# `[[0.73106, 0.26894], [0.62246, 0.88080]]` and `p` is `[[0.73106], [0.81806]]`.


# %%
def sigmoid(z):
    """Yours to use in this notebook: finite for any z."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)


# %%
def two_layer_forward(X, W1, b1, W2, b2):
    """Return (hidden, p)."""
    ### BEGIN SOLUTION
    hidden = sigmoid(X @ W1 + b1)
    return hidden, sigmoid(hidden @ W2 + b2)
    ### END SOLUTION


# %%
check("backprop/two_layer_forward", two_layer_forward)

# %% [markdown]
# ## 5. One hidden layer, back
#
# The loss is the **mean binary cross-entropy** of `p` and the targets `y`, which are 0 or 1 and of shape (n, 1). The
# lecture's chain for a weight of the first layer is
#
# $$\frac{\partial J}{\partial w_1} =
#   \frac{\partial J}{\partial \hat y}\cdot\frac{\partial \hat y}{\partial z_1}\cdot\frac{\partial z_1}{\partial w_1}$$
#
# (One slide prints the last factor as ∂ŷ/∂w₁. That cannot be: ŷ has had its turn in the factor before.)
#
# Something pleasant happens at the output. The slope of the cross-entropy and that of the sigmoid cancel, and what is
# left at the last $z$ is simply
#
# $$\delta_2 = \frac{p - y}{n}$$
#
# This is also why the network may be **certain**: where p is exactly 1 and y is too, the two slopes one by one are 0
# divided by 0, but $\delta_2$ is just 0. All gradients must come out finite there.
#
# Return a dictionary with the keys `"W1"`, `"b1"`, `"W2"`, `"b2"`; each gradient has the shape of its weights. You may call
# your earlier functions.
#
# For the network above and `y = [[1], [0]]`:
#
# * `W2`: `[[0.15630], [0.32411]]`, `b2`: `[0.27456]`
# * `W1`: `[[-0.02644, -0.02644], [0.09612, 0.04295]]`, `b1`: `[0.06968, 0.01651]`


# %%
def two_layer_gradients(X, y, W1, b1, W2, b2):
    """Return the gradients of the mean binary cross-entropy, by name."""
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
# ## 6. Any number of layers, forward
#
# Two layers by hand were instructive. Twenty would be tedious. So let lists hold the layers: `weights`, `biases` and
# `activations` have one entry for each, and an activation is one of the three names.
#
# $$a_0 = X, \qquad a_i = g_i(a_{i-1} W_i + b_i)$$
#
# Return the list $[a_0, a_1, \dots]$: **`X` first**, then what each layer puts out.
#
# For `X = [[1, -2]]`, one layer with `W = [[1, -1], [0.5, 2]]`, `b = [0.5, 0]` and `"relu"`, the list is
# `[[[1, -2]], [[0.5, 0]]]`.


# %%
def forward(X, weights, biases, activations):
    """Return the outputs of all layers, X first."""
    ### BEGIN SOLUTION
    bend = {"sigmoid": sigmoid, "tanh": np.tanh, "relu": lambda z: np.maximum(z, 0)}
    outputs = [X]
    for W, b, name in zip(weights, biases, activations):
        outputs.append(bend[name](outputs[-1] @ W + b))
    return outputs
    ### END SOLUTION


# %%
check("backprop/forward", forward)

# %% [markdown]
# ## 7. Backpropagation
#
# Here it comes together. The loss is the **mean squared error over every entry** of the output, which is (n, k) like `y`:
#
# $$J = \frac{1}{n k} \sum_{i,j} (a_{ij} - y_{ij})^2$$
#
# So the gradient that you begin with is $2\,(a - y)\,/\,(n k)$. From there on each layer does the same two things, last
# layer first: back through the bend, back through the dense layer. What comes out for the layer's input is the
# `grad_out` of the layer before. "Repeat for every weight, using the gradients of later layers", says the slide; that is
# the whole algorithm.
#
# Return the pair `(list of grad_W, list of grad_b)`, both in the order of the layers, first layer first.
#
# For `X = [[1, -2]]`, `y = [[0.5, 1]]` and one layer with `W = [[1, -1], [0.5, 2]]`, `b = [0, 0]` and `"tanh"`, the output
# is `[[0, -0.99991]]`, the gradient of `W` is `[[-0.5, -0.00036], [1, 0.00073]]` and that of `b` is `[-0.5, -0.00036]`.
#
# The second unit is as wrong as can be, and hardly learns: where tanh is flat, the chain has a factor of nearly 0. You will meet
# that again, as the vanishing gradient.


# %%
def backprop(X, y, weights, biases, activations):
    """Return (list of grad_W, list of grad_b) of the mean squared error."""
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
# Nobody gets every gradient right at once. Whoever can *find* the mistake need not. So here the tables are turned: you
# are handed a function `f`, which makes one number of a row of weights of any length, and `grad`, which is said to give its
# slopes. You find out whether it does.
#
# `checks_gradient(f, grad)` returns `True` where the slopes are right and `False` where they are not. Choose for yourself
# at which weights you look. Your check is shown five right pairs, some with slopes in the thousands and some with
# slopes near 0.0001, and a dozen wrong ones, each more than once and in any order. Each wrong one that you refuse every
# time earns a part of the points, as long as you accept all that are right. A failed `assert` counts as `False`. Your
# `gradient_error` from above is at hand.
#
# For `f(w) = w0² + w1²` the slopes at `[1, -2]` are `[2, -4]`. Would you notice a `grad` that is right for positive weights
# only?


# %%
def checks_gradient(f, grad):
    """Return True if grad gives the slopes of f, and False if it does not."""
    ### BEGIN SOLUTION
    w, h = np.array([0.7, -1.3, 2.0]), 1e-5
    steps = h * np.eye(len(w))
    numeric = np.array([(f(w + step) - f(w - step)) / (2 * h) for step in steps])
    return bool(gradient_error(np.asarray(grad(w)), numeric) < 1e-5)
    ### END SOLUTION


# %%
check("backprop/checks_gradient", checks_gradient)

# %% [markdown]
# ## See it learn
#
# XOR: the answer is 1 where exactly one of two inputs is 1. No straight line can part these four points. Here a network
# with one hidden layer of four units learns it, by your `forward` and your `backprop`.

# %%
X_xor = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y_xor = np.array([[0.0], [1.0], [1.0], [0.0]])


def learn(steps=2000, learning_rate=1.0):
    """Train on XOR, print the loss and the outputs on the way, and return what was learned."""
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
# The picture shows what it then answers for everything *between* the four points, which nobody told it.

# %%
learned = learn()
axis = np.linspace(-0.5, 1.5, 81)
plane = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
answers = np.reshape(forward(plane, *learned)[-1], (81, 81))
with picture(
    "The network's answer over the plane: high around (0, 1) and (1, 0), low in the band between",
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
# You have written the algorithm that all of deep learning runs on, in some ten lines. What it computes is no
# approximation: it is the chain rule, kept tidy. In the next set, on training, you feed it a few examples at a time.
