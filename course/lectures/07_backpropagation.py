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
# **The question.** A network has a million weights. For a step downhill you need a million slopes: how much does
# the loss change if *this* weight grows a little, and this one, and this one?
#
# You could try each of them. That is a million runs of the network, for one step. How many does it really take?
#
# Hold on to your guess.

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
# Three people stand in a row. The first pushes the second, the second pushes the third. If the second moves twice as
# far as the first, and the third three times as far as the second, then the third moves *six* times as far as the first.
#
# Slopes in a row **multiply**. That is the whole chain rule. Here are two curves, one after the other. What a small
# step becomes on its way through both is the product of their slopes.

# %%
x = np.linspace(-2, 2, 201)
at = 0.5
with picture(
    "Three panels. u is x squared, with a tangent of slope 1 at x = 0.5. J is sigmoid of 3u, with a tangent of "
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
# ## A graph of small steps <a id="G1"></a>
#
# A network looks complicated because we write it in one line: $J = (\sigma(w x + b) - y)^2$. So take it apart, until
# every piece does *one* thing. Draw an arrow from each piece to whatever uses it. That is a **computation graph**.
#
# Each node needs to know very little. Going forward: its value. Going back: how steep it is in its own inputs, its
# **local slope**. It never needs to know what the rest of the graph is about.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A node computes p = w · x, with w = 0.5 and x = 2. From the right it hears that ∂J/∂p = −0.3. "
    "What is ∂J/∂w?",
    {
        "−0.15": "That is −0.3 · w, which is the slope in x. The slope of w · x in w is the *other* number.",
        "−0.6": "p changes x = 2 times as much as w does, and J changes −0.3 times as much as p: −0.3 · 2.",
        "1.7": "That adds. Slopes in a row multiply; they add where ways come together.",
        "−0.3": "That would need ∂p/∂w = 1. It is so for a plus, not for a times.",
    },
    right="−0.6",
)

# %% [markdown]
# **Move it.** Click *step* again and again. First values flow to the right (solid). At $J$ the walk turns round, and
# slopes flow to the left (dashed): what comes from the right, times the number on the edge. Or click a node to go there.

# %%
ComputationGraph("one neuron")

# %% [markdown]
# At the end the table compares. By the chain rule: one walk there, one walk back. By trial: two walks for *each*
# number. They agree.
#
# Three kinds of node are enough here, and each treats the slope in its own way.
#
# | node | what it does to the slope from the right |
# |---|---|
# | plus | hands it on to both, unchanged |
# | times | hands each side the slope times the **other** side's value |
# | a bend $g$ | hands it on, times $g'(z)$ |
#
# The same walk in five lines, beside the library:

# %%
x, w, b, y = 2.0, 0.5, -1.5, 1.0
z = w * x + b
y_hat = float(sigmoid(z))
slope_z = 2 * (y_hat - y) * float(sigmoid.derivative(z))
print(f"by hand      ∂J/∂w = {slope_z * x:.6f}   ∂J/∂b = {slope_z:.6f}")

neuron = models.Sequential([layers.Dense(1, "sigmoid", input_shape=(1,), dtype="float64")])
neuron.set_weights([[[w]], [b]])
neuron.compile(loss="mean_squared_error")
loss, (grad_w, grad_b) = neuron.gradients([[x]], [[y]])
print(f"chainrule    ∂J/∂w = {grad_w.item():.6f}   ∂J/∂b = {grad_b.item():.6f}")

# %% [markdown]
# ### Where ways come together
#
# A number may be used twice. Below, $w$ enters $u = w x$, and then $\hat y = w u$ again. So it moves $J$ in two ways.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Two ways lead from w to J. What is ∂J/∂w?",
    {
        "the product of the slopes of the two ways": "Products are for steps that follow each other on *one* way.",
        "the slope of the shorter way": "Then the longer way would do nothing. But turning w does change u.",
        "the sum of the slopes of the two ways": "Each way moves J by itself, and small moves add up.",
    },
    right="the sum of the slopes of the two ways",
)

# %%
# Stop at the step where w has heard from one side only.
ComputationGraph("a fork", step=6)

# %% [markdown]
# Check it on paper. Here $\hat y = w^2 x$, so $\partial J/\partial w = 2(\hat y - y) \cdot 2 w x$, and with $x = 2$,
# $w = 1.5$, $y = 3$ that is $2 \cdot 1.5 \cdot 6 = 18$. The two ways bring 9 each.
#
# **When it goes wrong.** The most frequent mistake in home-made backpropagation: the second way *overwrites* the first.


# %%
def slope_that_overwrites(w, x=2.0, y=3.0):
    u = w * x
    back = 2 * (w * u - y)
    grad_w = back * u  # the short way
    grad_w = back * w * x  # the long way. It should be +=
    return grad_w


check_my_gradient(lambda w: ((w**2 * 2.0 - 3.0) ** 2).sum(), slope_that_overwrites, [1.5])

# %% [markdown]
# Put in the missing `+`, run the cell again, and the mark moves from one end of the scale to the other.
#
# ### The same, for a whole layer
#
# A layer does it for a matrix at once. With $G$ the slopes that come from the right, one row an example:
#
# $$Z = X W + b \qquad\Rightarrow\qquad
#   \frac{\partial J}{\partial W} = X^\mathsf{T} G, \quad
#   \frac{\partial J}{\partial b} = \sum_i G_i, \quad
#   \frac{\partial J}{\partial X} = G\,W^\mathsf{T}$$
#
# It is the rule of the *times* node: each side gets the slope times the other side. The transposes only put the shapes
# in order. And $b$ is used once for every example, so its ways come together in a sum.

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
# Now the slides' picture: $x \to z_1 \to \hat y \to J$, with $w_1$ on the first arrow and $w_2$ on the second.
#
# $$\frac{\partial J}{\partial w_2} = \frac{\partial J}{\partial \hat y}\cdot\frac{\partial \hat y}{\partial w_2}
# \qquad\qquad
# \frac{\partial J}{\partial w_1} = \frac{\partial J}{\partial \hat y}\cdot\frac{\partial \hat y}{\partial z_1}
#   \cdot\frac{\partial z_1}{\partial w_1}$$
#
# Read it from the right: $w_1$ moves $z_1$, that moves $\hat y$, that moves $J$. To have numbers, let both arrows end in a
# sigmoid: $z_1 = \sigma(w_1 x)$ and $\hat y = \sigma(w_2 z_1)$.

# %%
x, w1, w2, y = 1.0, 1.0, -1.0, 1.0
z1 = float(sigmoid(w1 * x))
y_hat = float(sigmoid(w2 * z1))
dJ_dyhat = 2 * (y_hat - y)
dyhat_dw2 = float(sigmoid.derivative(w2 * z1)) * z1
dyhat_dz1 = float(sigmoid.derivative(w2 * z1)) * w2
dz1_dw1 = float(sigmoid.derivative(w1 * x)) * x
print(f"∂J/∂w₂ = {dJ_dyhat:.5f} · {dyhat_dw2:.5f}            = {dJ_dyhat * dyhat_dw2:.5f}")
print(
    f"∂J/∂w₁ = {dJ_dyhat:.5f} · {dyhat_dz1:.5f} · {dz1_dw1:.5f} = {dJ_dyhat * dyhat_dz1 * dz1_dw1:.5f}"
)

pair = models.Sequential(
    [
        layers.Dense(1, "sigmoid", use_bias=False, input_shape=(1,), dtype="float64"),
        layers.Dense(1, "sigmoid", use_bias=False, dtype="float64"),
    ]
)
pair.set_weights([[[w1]], [[w2]]])
pair.compile(loss="mean_squared_error")
_, (first, second) = pair.gradients([[x]], [[y]])
print(f"chainrule says {second.item():.5f} and {first.item():.5f}")

# %% [markdown]
# The same network as a graph, at the end of the way back. Follow the dashed numbers from $J$ to $w_1$: the five of them,
# multiplied, are the three factors. ($\partial \hat y/\partial z_1$ is two edges, through the bend and through the
# product.)

# %%
ComputationGraph("two layers", x=1.0, w1=1.0, w2=-1.0, y=1.0, step=11)

# %% [markdown]
# **Move it.** The curve is the loss over one weight; drag the dot along it. The straight line has the slope that the
# product of the factors gives. If the factors are right, it touches the curve.

# %%
Factors(w1=1.0, w2=-1.0, x=1.0, y=1.0)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Set w₂ = 0 in the picture, whatever w₁ is. Which of the two weights can still learn?",
    {
        "both": "Look at ∂ŷ/∂z₁ = σ′(w₂z₁) · w₂. It is 0, and it stands in the product for w₁.",
        "only w₂": "∂ŷ/∂w₂ = σ′(0) · z₁ is not 0. But what z₁ does reaches ŷ only through w₂, and w₂ is 0.",
        "only w₁": "w₁ acts through w₂. If w₂ lets nothing through, w₁ moves nothing.",
        "neither": "The factor w₂ is in one of the two products only.",
    },
    right="only w₂",
)

# %% [markdown]
# **When it goes wrong.** Here $w_1 = -6$ and the input is 2, so $z_1 = \sigma(-12)$. The output is as wrong as before. Read the
# third factor.

# %%
Factors(w1=-6.0, w2=-3.0, x=2.0, y=1.0)

# %% [markdown]
# ## Repeat for every weight <a id="G3"></a>
#
# "Repeat for every weight, using the gradients of later layers", say the slides. The second half of this sentence is
# what makes it an algorithm. Look at the two products again: $\partial J / \partial \hat y$ is in both. In a deep network nearly *all*
# factors of an early weight have been found already, for the weights behind it.
#
# So go from the last layer to the first, and carry one thing along: $\delta$, the slope of the loss at the present $z$.
#
# $$\delta_k = \bigl(\delta_{k+1} W_{k+1}^\mathsf{T}\bigr) \odot g'(z_k)
# \qquad\qquad \frac{\partial J}{\partial W_k} = a_{k-1}^\mathsf{T}\,\delta_k$$
#
# **Move it.** A real network, on the points of *xor*. Click *one layer back*. A thick line is a weight with a large
# slope; dashed means negative. Grey lines are not known yet.

# %%
Backward(hidden=2, activation="tanh", back=1)

# %% [markdown]
# Now in code, for any number of layers. It is short. Then beside the library.


# %%
def backprop(model, X, y):
    outputs = [X]
    for layer in model.layers:  # forward: keep what every layer puts out
        outputs.append(layer(outputs[-1]))
    slope = losses.MeanSquaredError().gradient(y, outputs[-1])  # ∂J/∂ŷ, divided by n already
    found = []
    for layer, x, out in zip(model.layers[::-1], outputs[-2::-1], outputs[::-1]):
        delta = layer.activation.backward(slope.copy(), out)  # back through the bend
        found = [x.T @ delta, delta.sum(axis=0), *found]
        slope = delta @ np.asarray(layer.kernel).T  # for the layer before
    return found


X, y = xor(60, seed=1)
y = y[:, np.newaxis].astype(float)
deep = models.Sequential([layers.Input(shape=(2,), dtype="float64")])
for units in (8, 8, 8):
    deep.add(layers.Dense(units, "tanh", dtype="float64"))
deep.add(layers.Dense(1, "sigmoid", dtype="float64"))
deep.compile(loss="mean_squared_error")
mine, (loss, theirs) = backprop(deep, X, y), deep.gradients(X, y)
for k, (a, t) in enumerate(zip(mine[::2], theirs[::2]), start=1):
    print(
        f"layer {k}: {a.size:3} slopes, largest difference to chainrule's {np.abs(a - t).max():.1e}"
    )

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "This network has 177 weights and biases. How many runs through it, forward or back, does it take to find all "
    "177 slopes by the chain rule? And by trial, with two heights for each?",
    {
        "177 and 354": "By trial it is 354. But the way back finds all slopes of a layer as it passes, not one at a time.",
        "2 and 354": "Once forward, once back, and every slope is known. By trial each weight needs two runs of its own.",
        "8 and 354": "There are four layers, forward and back. But one run goes through all four.",
    },
    right="2 and 354",
)

# %% [markdown]
# So that was the answer to the first question. It does not matter how many weights there are: **one run forward, one run
# back**. Let us count the runs, and look at the clock.


# %%
def loss_at(flat):
    loss_at.runs += 1
    shapes = [weight.shape for weight in deep.weights]
    cuts = np.cumsum([np.prod(shape, dtype=int) for shape in shapes])[:-1]
    deep.set_weights([part.reshape(s) for part, s in zip(np.split(flat, cuts), shapes)])
    return deep.evaluate(X, y)


loss_at.runs = 0
flat = np.concatenate([weight.ravel() for weight in deep.get_weights()])
start = time.perf_counter()
by_trial = numerical_gradient(loss_at, flat)
trial_time = time.perf_counter() - start
loss_at(flat)  # put the weights back
start = time.perf_counter()
_, by_rule = deep.gradients(X, y)
rule_time = time.perf_counter() - start
by_rule = np.concatenate([grad.ravel() for grad in by_rule])
print(f"by trial: {loss_at.runs - 1} runs,  {trial_time * 1e3:7.2f} ms")
print(f"by rule:    2 runs,  {rule_time * 1e3:7.2f} ms")
print(f"largest difference: {np.abs(by_trial - by_rule).max():.1e}")

# %% [markdown]
# **When it goes wrong.** Six hidden layers of sigmoids. Each δ is the one behind it, times a slope of at most 1/4. Go all the
# way back, and read the bars on their scale of powers of ten. Then choose `tanh` or `relu`.

# %%
Backward(hidden=6, activation="sigmoid", back=7)

# %% [markdown]
# The first layers hardly learn at all. What to do about it is the matter of a later lecture; here you have seen *where* it
# comes from.
#
# **When it goes wrong.** A ReLU whose $z$ is negative lets nothing back. Here is the end of such a walk: every slope left of it
# is 0.

# %%
ComputationGraph("one neuron", activation="relu", w=-1.0, b=-0.5, step=9)

# %% [markdown]
# ## Trust, and check <a id="G4"></a>
#
# Backpropagation with a mistake still runs. It often even learns, only worse. Nothing crashes. So do not trust it: try.
# Move one weight by a little $h$ to both sides, and look how much the loss has changed:
#
# $$\frac{\partial J}{\partial w} \approx \frac{J(w + h) - J(w - h)}{2h}$$
#
# This is the *central* difference. There is a one-sided one too, $\bigl(J(w + h) - J(w)\bigr)/h$. And how small is a little?

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "In float64, which h gives the best central difference?",
    {
        "the smallest there is, 10⁻¹⁶": "On paper. But w + 10⁻¹⁶ is rounded, and so are both heights; their difference is mostly noise.",
        "about 10⁻⁵": "The bend of the curve costs about h², rounding about 10⁻¹⁶/h. Near 10⁻⁵ both are about 10⁻¹⁰.",
        "about 0.1": "Then the secant is visibly not the tangent: the curve bends between the two feet.",
    },
    right="about 10⁻⁵",
)

# %% [markdown]
# **Move it.** Drag the dot on the right, or the slider. Both axes there are powers of ten. On the right of the V the curve's
# bend is to blame, on the left the computer's rounding.

# %%
StepSize(power=-1.0)

# %%
for power in (-1, -2, -3, -5, -9, -13):
    one, central = StepSize(power=power).errors()
    print(f"h = 1e{power:<4} one-sided off by {one:.1e}   central off by {central:.1e}")

# %% [markdown]
# From $10^{-1}$ to $10^{-2}$ the one-sided error falls ten times, the central one a hundred times: that is $h$ against $h^2$.
#
# **When it goes wrong.** Single precision, as on most graphics cards: with $h = 10^{-8}$ both heights are the same number.

# %%
StepSize(power=-8.0, precision="float32")

# %% [markdown]
# **When it goes wrong.** And here the *trial* is wrong, not the formula. Next to a corner, the two feet stand on different
# pieces of the curve.

# %%
StepSize(function="relu near its corner", power=-0.3)

# %% [markdown]
# ### One number for all
#
# A gradient has many entries. Compare them all at once, and relative to their size:
#
# $$\text{error} = \frac{\lVert a - n \rVert}{\lVert a \rVert + \lVert n \rVert}$$
#
# For $a = (3, 4)$ and $n = (3, 3)$ that is $1 / (5 + 4.2426)$. Below $10^{-7}$ all is well. Above $10^{-3}$ there is a mistake. In between: look at a corner, or at single precision, before
# you look at your code.

# %%
analytic, numeric = np.array([3.0, 4.0]), np.array([3.0, 3.0])
distance = np.linalg.norm(analytic - numeric)
print(f"1 / (5 + 4.2426) = {distance / (np.linalg.norm(analytic) + np.linalg.norm(numeric)):.5f}")

distance = np.linalg.norm(by_rule - by_trial)
size = np.linalg.norm(by_rule) + np.linalg.norm(by_trial)
print(f"and for the 177 slopes of the deep network: {distance / size:.1e}")

# %% [markdown]
# **When it goes wrong: a bug is planted.** This is a neuron with four inputs. Its gradient looks fine, and it would train. One
# thing is missing. What does the sentence say? Repair it.

# %%
rng = np.random.default_rng(4)
inputs, wanted = rng.normal(size=(20, 4)), rng.uniform(size=20)


def neuron_loss(w):
    return np.mean((sigmoid(inputs @ w) - wanted) ** 2)


def neuron_gradient(w):
    p = sigmoid(inputs @ w)
    return inputs.T @ ((p - wanted) * sigmoid.derivative(inputs @ w)) / len(inputs)


check_my_gradient(neuron_loss, neuron_gradient, [0.5, -1.0, 0.2, 1.5])

# %% [markdown]
# And a single wrong entry, as from an index that is off by one:


# %%
def one_entry_wrong(w):
    grad = 2 * neuron_gradient(w)
    grad[2] = grad[1]
    return grad


check_my_gradient(neuron_loss, one_entry_wrong, [0.5, -1.0, 0.2, 1.5])

# %% [markdown]
# The library has a check for a whole model. How strict is it? Let us give it a gradient that is right, and one that is a
# thousandth too large.

# %%
print("the deep network, all layers:", f"{check_gradients(deep, X, y):.1e}")

w = np.array([1.0, -2.0])
print(
    "a right gradient:            ",
    f"{check_gradients(lambda w: (w**2).sum(), lambda w: 2 * w, w):.1e}",
)
try:
    check_gradients(lambda w: (w**2).sum(), lambda w: 1.001 * 2 * w, w)
except GradientError as refused:
    print("times 1.001:                  refused.", refused)

# %% [markdown]
# **Your turn.** Bring any loss and any gradient. The three lines below are a place to start. `check_my_gradient` says what it
# sees: a factor, a sign, a shape, an error, a single entry.


# %%
def my_loss(w):
    return np.sum(relu(w) ** 2)


def my_gradient(w):
    return 2 * w  # and where w is negative?


check_my_gradient(my_loss, my_gradient, [1.0, -1.0, 2.0, -0.5])

# %% [markdown]
# ## Where a slide is wrong
#
# Deck D1 writes the chain for $w_1$, and prints its third factor as $\partial \hat y / \partial w_1$. It must be
# $\partial z_1 / \partial w_1$. One sees it without numbers: $\hat y$ has had its turn in the factor before. With numbers it is plain:

# %%
x, w1, w2, y = 1.0, 1.0, -1.0, 1.0
dyhat_dw1 = dyhat_dz1 * dz1_dw1  # what "∂ŷ/∂w₁" really is
printed = dJ_dyhat * dyhat_dz1 * dyhat_dw1
right = dJ_dyhat * dyhat_dz1 * dz1_dw1
tried = numerical_gradient(lambda w: (sigmoid(w2 * sigmoid(w * x)) - y) ** 2, w1)
print(f"as printed, third factor ∂ŷ/∂w₁: {printed:9.5f}")
print(f"third factor ∂z₁/∂w₁:            {right:9.5f}")
print(f"by trial:                        {float(tried):9.5f}")
print(f"printed / right = {printed / right:.5f}, and ∂ŷ/∂z₁ = {dyhat_dz1:.5f}: it is counted twice")

# %% [markdown]
# Even the *sign* is wrong: with $w_2 < 0$ the printed product would send $w_1$ uphill. See how its line cuts the curve, and
# take the mark out of the box.

# %%
Factors(w1=1.0, w2=-3.0, x=1.0, y=1.0, printed=True)

# %% [markdown]
# ## What you can now do
#
# * take a formula apart into a graph, and walk it forward and back by hand;
# * write the slopes of a dense layer and of an activation, in matrices, with the right shapes;
# * say why all slopes together cost about as much as one or two runs of the network;
# * find out whether a gradient is right, with an $h$ that you can defend.
#
# ## Your next task
#
# Open the problem set [`backprop`](../exercises/backprop/backprop.ipynb). It begins with the measuring tool, `gradient_error`.
# Then come `activation_backward` and `dense_backward`; one hidden layer in `two_layer_forward` and `two_layer_gradients`; and
# any number of them in `forward` and `backprop`. The slope by trial is `numerical_gradient` in the set
# [`gradient_descent`](../exercises/gradient_descent/gradient_descent.ipynb). If a gradient of yours is refused, bring it here to
# `check_my_gradient`.
#
# ## Sources
#
# Slides: D0 and D3 (chain rule, computation graph), D1 and D2 (the two products, repeat for every weight).
#
# * D. E. Rumelhart, G. E. Hinton, R. J. Williams, *Learning representations by back-propagating errors*,
#   Nature 323, 1986: the paper that made it known.
# * S. Linnainmaa, *Taylor expansion of the accumulated rounding error*, BIT 16, 1976: the way back through a graph, ten
#   years before, for quite another purpose.
# * A. G. Baydin, B. A. Pearlmutter, A. A. Radul, J. M. Siskind, *Automatic differentiation in machine learning: a
#   survey*, Journal of Machine Learning Research 18, 2018.
# * A. Griewank, A. Walther, *Evaluating Derivatives*, second edition, SIAM, 2008: why the way back costs no more than a few
#   runs forward.
# * W. H. Press, S. A. Teukolsky, W. T. Vetterling, B. P. Flannery, *Numerical Recipes*, third edition, Cambridge
#   University Press, 2007: the chapter on numerical derivatives, and the best h.
