# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Backpropagation
#
# **The question.** A network has a million weights. One step of gradient descent needs a million derivatives: how much
# does the loss change if the first weight grows a little, and the second, and the third?
#
# You could try each weight separately. This needs a million runs of the network for one step. How many runs are really
# necessary? Make a guess; you will find the answer below.
#
# After this lecture you can
#
# * draw a formula as a computation graph, and compute values forward and derivatives backward by hand,
# * write the gradients of a dense layer and of an activation function, with the right shapes,
# * explain why all derivatives together need only one forward and one backward pass,
# * find out whether a gradient is right.
#
# **Time:** about 100 minutes. **You need:** [lecture 04, Networks](04_networks.ipynb), [lecture 05,
# Losses](05_losses.ipynb) and [lecture 06, Gradient descent](06_gradient_descent.ipynb).

# %%
import time

import numpy as np
from chainrule import layers, losses, models
from chainrule.activations import relu, sigmoid
from chainrule.datasets import xor
from chainrule.gradients import GradientError, check_gradients, numerical_gradient
from chainrule_widgets import picture, question
from chainrule_widgets.backpropagation import (
    Backward,
    ComputationGraph,
    Factors,
    StepSize,
    check_my_gradient,
)

# %% [markdown]
# ## The idea
#
# Imagine three gears. If the first turns once, the second turns twice. If the second turns once, the third turns three
# times. So if the first turns once, the third turns *six* times.
#
# In the same way, the derivatives of nested functions are **multiplied**. This is the **chain rule**. The plots show
# two functions, one after the other, and on the right both together. Its derivative is the product of the other two.

# %%
x = np.linspace(-2, 2, 201)
at = 0.5
with picture(
    "Three plots. u is x squared, with a tangent of slope 1 at x = 0.5. J is sigmoid of 3u, with a tangent of "
    "slope 0.654 at u = 0.25. J over x has a tangent whose slope is the product, 0.654, at x = 0.5.",
    columns=3,
    width=9.5,
    height=2.4,
) as axes:
    first, second = 2 * at, float(3 * sigmoid.derivative(3 * at**2))
    panels = [
        ("u = x²", x, x**2, at, first),
        ("J = σ(3u)", x, sigmoid(3 * x), at**2, second),
        ("J as a function of x", x, sigmoid(3 * x**2), at, first * second),
    ]
    for panel, (title, across, up, place, slope) in zip(axes, panels):
        height = np.interp(place, across, up)
        near = np.array([place - 0.7, place + 0.7])
        panel.plot(across, up, linestyle="-")
        panel.plot(near, height + slope * (near - place), linestyle="--")
        panel.plot([place], [height], "o", linestyle="")
        panel.set(title=f"{title}:  slope {slope:.3f}", ylim=(-0.3, 1.6), xticks=[-2, 0, 2])

# %% [markdown]
# ## Computation graphs <a id="G1"></a>
#
# A network looks complicated in one line: $J = (\sigma(w x + b) - y)^2$. So divide the formula into simple operations,
# and draw an arrow from each result to the operation that uses it. This is a **computation graph**.
#
# Each node needs to know very little. In the forward pass it computes its value. In the backward pass it needs its
# **local derivatives**: how fast its value changes with each of its inputs. It need not know anything about the rest of
# the graph.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A node computes p = w · x, with w = 0.5 and x = 2. In the backward pass it gets ∂J/∂p = −0.3. "
    "What is ∂J/∂w?",
    {
        "−0.15": "This is −0.3 · w, which is ∂J/∂x. The derivative of w · x with respect to w is the *other* number, x.",
        "−0.6": "The derivative of p with respect to w is x = 2, and ∂J/∂p is −0.3. The product is −0.6.",
        "1.7": "You added the two numbers. Along one path, derivatives are multiplied.",
        "−0.3": "This needs ∂p/∂w = 1, which is right for a sum but not for a product.",
    },
    right="−0.6",
)

# %% [markdown]
# **Try it.** Click *step* again and again. First, the values are computed from left to right (solid). Then the
# derivatives are computed from right to left (dashed): each is the derivative from the right times the number on the
# edge. You can also click a node to go there.

# %%
ComputationGraph("one neuron")

# %% [markdown]
# The table at the end compares two ways to compute the derivatives. The chain rule needs one forward and one backward
# pass. The numerical gradient needs two forward passes for *each* number. The results agree.
#
# Three kinds of node are enough here. In the backward pass, each does something simple:
#
# | node | what it passes back |
# |---|---|
# | sum | the derivative, unchanged, to both inputs |
# | product | to each input, the derivative times the value of the **other** input |
# | activation function $g$ | the derivative times $g'(z)$ |
#
# Here are the same computations in five lines, and then by the library:

# %%
x, w, b, y = 2.0, 0.5, -1.5, 1.0
z = w * x + b
y_hat = float(sigmoid(z))
grad_z = 2 * (y_hat - y) * float(sigmoid.derivative(z))
print(f"by hand      ∂J/∂w = {grad_z * x:.6f}   ∂J/∂b = {grad_z:.6f}")

neuron = models.Sequential([layers.Dense(1, "sigmoid", input_shape=(1,), dtype="float64")])
neuron.set_weights([[[w]], [b]])
neuron.compile(loss="mean_squared_error")
loss, (grad_w, grad_b) = neuron.gradients([[x]], [[y]])
print(f"chainrule    ∂J/∂w = {grad_w.item():.6f}   ∂J/∂b = {grad_b.item():.6f}")

# %% [markdown]
# ### When a number is used twice
#
# A number can be used more than once. Below, $w$ is used in $u = w x$, and again in $\hat y = w u$. So there are two
# paths from $w$ to $J$.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Two paths lead from w to J. What is ∂J/∂w?",
    {
        "the product of the derivatives of the two paths": "Derivatives are multiplied along *one* path.",
        "the derivative of the shorter path": "Then the longer path would have no effect. But if w changes, u changes.",
        "the sum of the derivatives of the two paths": "Each path changes J, and small changes add up.",
    },
    right="the sum of the derivatives of the two paths",
)

# %%
# This is the step at which only one of the two paths has reached w.
ComputationGraph("a fork", step=6)

# %% [markdown]
# Check the result by hand. Here $\hat y = w^2 x$, so $\partial J/\partial w = 2(\hat y - y) \cdot 2 w x$. With $x = 2$,
# $w = 1.5$ and $y = 3$ this is $2 \cdot 1.5 \cdot 6 = 18$. Each of the two paths contributes 9.
#
# **A common mistake.** In many first implementations of backpropagation, the second path *overwrites* the first:


# %%
def gradient_that_overwrites(w, x=2.0, y=3.0):
    u = w * x
    grad_y_hat = 2 * (w * u - y)
    grad_w = grad_y_hat * u  # the short path
    grad_w = grad_y_hat * w * x  # the long path: this should be +=
    return grad_w


check_my_gradient(lambda w: ((w**2 * 2.0 - 3.0) ** 2).sum(), gradient_that_overwrites, [1.5])

# %% [markdown]
# Add the missing `+` and run the cell again: the mark moves from one end of the scale to the other.
#
# ### The same for a whole layer
#
# A layer does this with matrices. $G$ is the gradient with respect to the output $Z$, with one row for each example:
#
# $$Z = X W + b \qquad\Rightarrow\qquad
#   \frac{\partial J}{\partial W} = X^\mathsf{T} G, \quad
#   \frac{\partial J}{\partial b} = \sum_i G_i, \quad
#   \frac{\partial J}{\partial X} = G\,W^\mathsf{T}$$
#
# This is the rule for a product: each input gets the gradient times the other input. The transposes only make the
# shapes fit. The bias $b$ is used once for every example, so its gradients are added.

# %%
X = np.array([[1.0, 2.0], [3.0, 4.0]])
W = np.array([[1.0, -1.0], [0.0, 2.0]])
G = np.array([[1.0, 0.0], [2.0, -1.0]])
print("by hand    ∂J/∂W", (X.T @ G).tolist())
print("           ∂J/∂b", G.sum(axis=0).tolist(), "  ∂J/∂X", (G @ W.T).tolist())

dense = layers.Dense(2, input_shape=(2,), dtype="float64")
dense(X)  # makes its weights
dense.set_weights([W, np.zeros(2)])
_, cache = dense.forward(X, training=True)
grad_X = dense.backward(G.copy(), cache, needs_input_grad=True)
kernel, bias = dense.weights
print("chainrule  ∂J/∂W", kernel.gradient.tolist())
print("           ∂J/∂b", bias.gradient.tolist(), "  ∂J/∂X", grad_X.tolist())

# %% [markdown]
# ## Two weights, two products <a id="G2"></a>
#
# This is a network with two weights: $x \to z_1 \to \hat y \to J$. The weight $w_1$ belongs to the first arrow, and
# $w_2$ to the second.
#
# $$\frac{\partial J}{\partial w_2} = \frac{\partial J}{\partial \hat y}\cdot\frac{\partial \hat y}{\partial w_2}
# \qquad\qquad
# \frac{\partial J}{\partial w_1} = \frac{\partial J}{\partial \hat y}\cdot\frac{\partial \hat y}{\partial z_1}
#   \cdot\frac{\partial z_1}{\partial w_1}$$
#
# Read the second product from right to left: $w_1$ changes $z_1$, $z_1$ changes $\hat y$, and $\hat y$ changes $J$. In
# the example, both layers use a sigmoid: $z_1 = \sigma(w_1 x)$ and $\hat y = \sigma(w_2 z_1)$.

# %%
x, w1, w2, y = 1.0, 1.0, -1.0, 1.0
z1 = float(sigmoid(w1 * x))
y_hat = float(sigmoid(w2 * z1))
dJ_dyhat = 2 * (y_hat - y)
dyhat_dw2 = float(sigmoid.derivative(w2 * z1)) * z1
dyhat_dz1 = float(sigmoid.derivative(w2 * z1)) * w2
dz1_dw1 = float(sigmoid.derivative(w1 * x)) * x
dJ_dw2, dJ_dw1 = dJ_dyhat * dyhat_dw2, dJ_dyhat * dyhat_dz1 * dz1_dw1
print(f"∂J/∂w₂ = {dJ_dyhat:.5f} · {dyhat_dw2:.5f}            = {dJ_dw2:.5f}")
print(f"∂J/∂w₁ = {dJ_dyhat:.5f} · {dyhat_dz1:.5f} · {dz1_dw1:.5f} = {dJ_dw1:.5f}")

pair = models.Sequential(
    [
        layers.Dense(1, "sigmoid", use_bias=False, input_shape=(1,), dtype="float64"),
        layers.Dense(1, "sigmoid", use_bias=False, dtype="float64"),
    ]
)
pair.set_weights([[[w1]], [[w2]]])
pair.compile(loss="mean_squared_error")
_, (first, second) = pair.gradients([[x]], [[y]])
print(f"chainrule: {second.item():.5f} and {first.item():.5f}")

# %% [markdown]
# The next explorable shows this network as a graph, at the end of the backward pass. Follow the dashed numbers from $J$
# to $w_1$. The product of the five numbers is the product of the three factors. ($\partial \hat y/\partial z_1$
# consists of two edges: one through the activation function and one through the product.)

# %%
ComputationGraph("two layers", x=1.0, w1=1.0, w2=-1.0, y=1.0, step=11)

# %% [markdown]
# **Try it.** The curve is the loss as a function of one weight. Drag the point along it. The slope of the straight line
# is the product of the factors. If the factors are right, the line touches the curve.

# %%
Factors(w1=1.0, w2=-1.0, x=1.0, y=1.0)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Set w₂ = 0 in the picture, with any w₁. Which of the two weights can still learn?",
    {
        "both": "Look at ∂ŷ/∂z₁ = σ′(w₂z₁) · w₂. It is 0, and it is a factor of ∂J/∂w₁.",
        "only w₂": "∂ŷ/∂w₂ = σ′(0) · z₁ is not 0. But z₁ influences ŷ only through w₂, and w₂ is 0.",
        "only w₁": "w₁ influences ŷ only through w₂. If w₂ is 0, a change of w₁ has no effect.",
        "neither": "The factor w₂ is in only one of the two products.",
    },
    right="only w₂",
)

# %% [markdown]
# **Saturation.** Here $w_1 = -6$ and the input is 2, so $z_1 = \sigma(-12)$. The output is as wrong as before. But look
# at the third factor: it is almost 0, so $w_1$ hardly changes.

# %%
Factors(w1=-6.0, w2=-3.0, x=2.0, y=1.0)

# %% [markdown]
# ## Repeat for every weight <a id="G3"></a>
#
# Look at the two products again: $\partial J / \partial \hat y$ is in both of them. In a deep network, almost *all*
# factors of an early weight were already computed for later weights. So we start at the last layer and reuse what we
# have computed.
#
# We go from the last layer to the first and keep one quantity, $\delta$: the gradient of the loss with respect to the
# current $z$.
#
# $$\delta_k = \bigl(\delta_{k+1} W_{k+1}^\mathsf{T}\bigr) \odot g'(z_k)
# \qquad\qquad \frac{\partial J}{\partial W_k} = a_{k-1}^\mathsf{T}\,\delta_k$$
#
# **Try it.** This is a real network for the *xor* data. Click *one layer back*. A thick line is a weight with a large
# derivative, and a dashed line means that the derivative is negative. Grey lines are not computed yet.

# %%
Backward(hidden=2, activation="tanh", back=1)

# %% [markdown]
# Now the same in code, for any number of layers, and then by the library.


# %%
def backprop(model, X, y):
    outputs = [X]
    for layer in model.layers:  # forward pass: keep the output of every layer
        outputs.append(layer(outputs[-1]))
    grad = losses.MeanSquaredError().gradient(y, outputs[-1])  # ∂J/∂ŷ, already divided by n
    gradients = []
    for layer, x, out in zip(model.layers[::-1], outputs[-2::-1], outputs[::-1]):
        delta = layer.activation.backward(grad.copy(), out)  # backward through the activation
        gradients = [x.T @ delta, delta.sum(axis=0), *gradients]
        grad = delta @ np.asarray(layer.kernel).T  # for the layer before
    return gradients


X, y = xor(60, seed=1)
y = y[:, np.newaxis].astype(float)
deep = models.Sequential([layers.Input(shape=(2,), dtype="float64")])
for units in (8, 8, 8):
    deep.add(layers.Dense(units, "tanh", dtype="float64"))
deep.add(layers.Dense(1, "sigmoid", dtype="float64"))
deep.compile(loss="mean_squared_error")
mine, (loss, library) = backprop(deep, X, y), deep.gradients(X, y)
for k, (a, b) in enumerate(zip(mine[::2], library[::2]), start=1):
    print(f"layer {k}: {a.size:3} derivatives, largest difference {np.abs(a - b).max():.1e}")

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "This network has 177 weights and biases. How many forward or backward passes are needed for all "
    "177 derivatives by the chain rule? And for the numerical gradient, with two losses for each weight?",
    {
        "177 and 354": "354 is right. But the backward pass computes all derivatives of a layer at once.",
        "2 and 354": "One forward pass and one backward pass give all derivatives. The numerical gradient needs two forward passes for each weight.",
        "8 and 354": "There are four layers, forward and backward. But one pass goes through all four.",
    },
    right="2 and 354",
)

# %% [markdown]
# This answers the first question. For any number of weights, **one forward pass and one backward pass** are enough. The
# next cell counts the passes and measures the time.


# %%
def loss_at(flat):
    loss_at.passes += 1
    shapes = [weight.shape for weight in deep.weights]
    cuts = np.cumsum([np.prod(shape, dtype=int) for shape in shapes])[:-1]
    deep.set_weights([part.reshape(s) for part, s in zip(np.split(flat, cuts), shapes)])
    return deep.evaluate(X, y)


loss_at.passes = 0
flat = np.concatenate([weight.ravel() for weight in deep.get_weights()])
start = time.perf_counter()
numeric = numerical_gradient(loss_at, flat)
numeric_time = time.perf_counter() - start
loss_at(flat)  # restore the weights
start = time.perf_counter()
_, exact = deep.gradients(X, y)
exact_time = time.perf_counter() - start
exact = np.concatenate([grad.ravel() for grad in exact])
print(f"numerical gradient: {loss_at.passes - 1} passes,  {numeric_time * 1e3:7.2f} ms")
print(f"backpropagation:      2 passes,  {exact_time * 1e3:7.2f} ms")
print(f"largest difference: {np.abs(numeric - exact).max():.1e}")

# %% [markdown]
# **Vanishing gradients.** This network has six hidden layers with sigmoids. Each δ is the δ of the next layer, times
# the weights, times a derivative of at most 1/4. Go back to the first layer and look at the bars; their scale is
# logarithmic. Then choose `tanh` or `relu`.

# %%
Backward(hidden=6, activation="sigmoid", back=7)

# %% [markdown]
# The first layers hardly learn. [Lecture 12](12_normalization.ipynb) shows what helps; here you see the reason.
#
# **A dead ReLU.** If $z$ is negative, the derivative of ReLU is 0. The graph below is at the end of the backward pass:
# all derivatives to the left of the ReLU are 0.

# %%
ComputationGraph("one neuron", activation="relu", w=-1.0, b=-0.5, step=9)

# %% [markdown]
# ## Check your gradient <a id="G4"></a>
#
# If backpropagation contains a mistake, the program still runs. The network often even learns, only worse, and there is
# no error message. So check the gradient. Change one weight by a small $h$ in both directions, and compare the losses:
#
# $$\frac{\partial J}{\partial w} \approx \frac{J(w + h) - J(w - h)}{2h}$$
#
# This is the *central difference*. There is also a one-sided difference, $\bigl(J(w + h) - J(w)\bigr)/h$. How small
# should $h$ be?

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Which h gives the best central difference in float64?",
    {
        "the smallest possible, 10⁻¹⁶": "w + 10⁻¹⁶ is rounded, and so are both losses. Their difference is mostly rounding error.",
        "about 10⁻⁵": "The formula has an error of about h², and rounding adds about 10⁻¹⁶/h. Near 10⁻⁵ both are about 10⁻¹⁰.",
        "about 0.1": "Then the line through the two points differs visibly from the tangent.",
    },
    right="about 10⁻⁵",
)

# %% [markdown]
# **Try it.** Drag the point in the right plot, or use the slider. Both axes are logarithmic. In the right half of the
# plot, the error of the formula is larger; in the left half, the rounding error is larger.

# %%
StepSize(power=-1.0)

# %%
for power in (-1, -2, -3, -5, -9, -13):
    one, central = StepSize(power=power).errors()
    print(f"h = 1e{power:<4} error one-sided {one:.1e}   central {central:.1e}")

# %% [markdown]
# From $10^{-1}$ to $10^{-2}$ the one-sided error becomes ten times smaller, and the central error a hundred times
# smaller. They are proportional to $h$ and to $h^2$.
#
# **Single precision.** Most graphics cards use float32. With $h = 10^{-8}$, both losses are the same number.

# %%
StepSize(power=-8.0, precision="float32")

# %% [markdown]
# **A corner.** Here the *numerical* gradient is wrong, not the formula. Near a corner, the two points are on different
# parts of the graph.

# %%
StepSize(function="relu near its corner", power=-0.3)

# %% [markdown]
# ### One number for all entries
#
# A gradient has many entries. Compare all of them at once, relative to their size:
#
# $$\text{error} = \frac{\lVert a - n \rVert}{\lVert a \rVert + \lVert n \rVert}$$
#
# For $a = (3, 4)$ and $n = (3, 3)$ this is $1 / (5 + 4.2426)$. If the error is below $10^{-7}$, the gradient is right.
# If it is above $10^{-3}$, there is a mistake. Between these limits, first look for a corner or for single precision.

# %%
analytic, estimate = np.array([3.0, 4.0]), np.array([3.0, 3.0])
distance = np.linalg.norm(analytic - estimate)
print(f"1 / (5 + 4.2426) = {distance / (np.linalg.norm(analytic) + np.linalg.norm(estimate)):.5f}")

distance = np.linalg.norm(exact - numeric)
size = np.linalg.norm(exact) + np.linalg.norm(numeric)
print(f"for the 177 derivatives of the deep network: {distance / size:.1e}")

# %% [markdown]
# **Find the mistake.** This is a neuron with four inputs. Its gradient looks right, and the neuron would learn. But
# something is missing. Read the message and correct the gradient.

# %%
rng = np.random.default_rng(4)
inputs, targets = rng.normal(size=(20, 4)), rng.uniform(size=20)


def neuron_loss(w):
    return np.mean((sigmoid(inputs @ w) - targets) ** 2)


def neuron_gradient(w):
    p = sigmoid(inputs @ w)
    return inputs.T @ ((p - targets) * sigmoid.derivative(inputs @ w)) / len(inputs)


check_my_gradient(neuron_loss, neuron_gradient, [0.5, -1.0, 0.2, 1.5])

# %% [markdown]
# In the next gradient a single entry is wrong, because of a wrong index:


# %%
def one_entry_wrong(w):
    grad = 2 * neuron_gradient(w)
    grad[2] = grad[1]
    return grad


check_my_gradient(neuron_loss, one_entry_wrong, [0.5, -1.0, 0.2, 1.5])

# %% [markdown]
# The library has a check for a whole model. How strict is it? The cell tests a right gradient, and one that is larger
# by 0.1 %.

# %%
print("the deep network, all layers:", f"{check_gradients(deep, X, y):.1e}")

w = np.array([1.0, -2.0])
error = check_gradients(lambda w: (w**2).sum(), lambda w: 2 * w, w)
print("a right gradient:            ", f"{error:.1e}")
try:
    check_gradients(lambda w: (w**2).sum(), lambda w: 1.001 * 2 * w, w)
except GradientError as refused:
    print("times 1.001:                  rejected.", refused)

# %% [markdown]
# **Your turn.** Use any loss and any gradient. The cell below is an example. `check_my_gradient` tells you what it
# finds: a wrong factor, sign or shape, an error, or a single wrong entry.


# %%
def my_loss(w):
    return np.sum(relu(w) ** 2)


def my_gradient(w):
    return 2 * w  # and where w is negative?


check_my_gradient(my_loss, my_gradient, [1.0, -1.0, 2.0, -0.5])

# %% [markdown]
# ## A factor that is counted twice
#
# The third factor of $\partial J/\partial w_1$ is $\partial z_1/\partial w_1$. It is sometimes printed as $\partial
# \hat y / \partial w_1$. This cannot be right, because the derivative of $\hat y$ is already in the factor before. The
# numbers show it clearly:

# %%
x, w1, w2, y = 1.0, 1.0, -1.0, 1.0
dyhat_dw1 = dyhat_dz1 * dz1_dw1
printed = dJ_dyhat * dyhat_dz1 * dyhat_dw1
right = dJ_dyhat * dyhat_dz1 * dz1_dw1
estimate = numerical_gradient(lambda w: (sigmoid(w2 * sigmoid(w * x)) - y) ** 2, w1)
print(f"with ∂ŷ/∂w₁ as the third factor: {printed:9.5f}")
print(f"with ∂z₁/∂w₁:                    {right:9.5f}")
print(f"numerical gradient:              {float(estimate):9.5f}")
print(f"wrong / right = {printed / right:.5f}, which is ∂ŷ/∂z₁ = {dyhat_dz1:.5f}")

# %% [markdown]
# Even the *sign* is wrong: if $w_2 < 0$, the wrong product would increase the loss. In the explorable, the line does
# not touch the curve. Clear the checkbox to see the right product.

# %%
Factors(w1=1.0, w2=-3.0, x=1.0, y=1.0, printed=True)

# %% [markdown]
# ## Your next task
#
# Open the problem set [`backprop`](../exercises/backprop/backprop.ipynb). It begins with `gradient_error`, which
# compares two gradients. Then come `activation_backward` and `dense_backward`, one hidden layer in `two_layer_forward`
# and `two_layer_gradients`, and any number of layers in `forward` and `backprop`. The numerical gradient is the task
# `numerical_gradient` of the set [`gradient_descent`](../exercises/gradient_descent/gradient_descent.ipynb). If the
# check rejects one of your gradients, test it here with `check_my_gradient`.
#
# ## Sources
#
# * D. E. Rumelhart, G. E. Hinton, R. J. Williams, *Learning representations by back-propagating errors*, Nature 323,
#   1986: the paper that made backpropagation known.
# * S. Linnainmaa, *Taylor expansion of the accumulated rounding error*, BIT 16, 1976: the backward pass through a
#   graph, ten years earlier and for another purpose.
# * A. G. Baydin, B. A. Pearlmutter, A. A. Radul, J. M. Siskind, *Automatic differentiation in machine learning: a
#   survey*, Journal of Machine Learning Research 18, 2018.
# * A. Griewank, A. Walther, *Evaluating Derivatives*, second edition, SIAM, 2008: why a backward pass needs no more
#   time than a few forward passes.
# * W. H. Press, S. A. Teukolsky, W. T. Vetterling, B. P. Flannery, *Numerical Recipes*, third edition, Cambridge
#   University Press, 2007: numerical derivatives, and the best h.
#
# <details>
# <summary><b>If you use the slides</b></summary>
#
# The [glossary](../glossary.ipynb#decks) says what the decks D0 to D4 contain. This lecture covers D0 and D3 (chain
# rule, computation graph), and D1 and D2 (the two products, "repeat for every weight").
#
# * D1 prints the third factor of $\partial J/\partial w_1$ as $\partial \hat y / \partial w_1$. It must be $\partial
#   z_1 / \partial w_1$.
#
# </details>
