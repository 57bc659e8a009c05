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
# # Activations
#
# **The question.** A layer multiplies and adds. Stack ten such layers, or a hundred.
# Is that more than one layer?
#
# Hold on to your guess. In this lecture you take the small curve that stands between two layers
# into your hands. You bend it, break it, and see what a gradient makes of it.

# %%
import numpy as np
from chainrule.activations import leaky_relu, linear, relu, sigmoid, softmax, step, tanh
from chainrule_widgets import picture, question
from chainrule_widgets.activations import (
    ActivationExplorer,
    Boundary,
    Collapse,
    SoftmaxMixer,
    race,
)

# %% [markdown]
# ## The idea
#
# A neuron first adds up what it is told: $z = w_0 + \sum_j x_j w_j$. Then it decides how loudly to
# pass that on: $\hat y = g(z)$. The function $g$ is its **activation**.
#
# Six of them, side by side. Look for two things: where a curve is *flat*, and where it has a *corner*.

# %%
z = np.linspace(-4, 4, 401)
with picture(
    "Six activations: step jumps from 0 to 1, sigmoid and tanh are S-shaped, relu and leaky relu "
    "have a corner at 0, linear is a straight line.",
    columns=6,
    width=9.5,
    height=1.9,
) as axes:
    for panel, g in zip(axes, [linear, step, sigmoid, tanh, relu, leaky_relu]):
        panel.plot(z, g(z), linestyle="-")
        panel.set(
            title=g.name.replace("_", " "), xticks=[-4, 0, 4], yticks=[-1, 0, 1], ylim=(-1.4, 2)
        )

# %% [markdown]
# ## Sigmoid <a id="C1"></a>
#
# The perceptron's step says *yes* or *no*. The sigmoid says *how much*: it squeezes any number into
# the space between 0 and 1, and so it can be read as a probability.
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}} \qquad\qquad \sigma'(z) = \sigma(z)\,\bigl(1 - \sigma(z)\bigr)$$
#
# In the slides' example $z = 1 + 3 x_1 - 2 x_2$. At $x = (-1, 2)$ that is $1 - 3 - 4 = -6$.

# %%
x, w0, w = np.array([-1, 2]), 1, np.array([3, -2])
float(sigmoid(w0 + x @ w))

# %% [markdown]
# So $g(-6) \approx 0.00247$. (The slide rounds to 0.002.) Now the derivative.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Where is the sigmoid steepest, and how steep is it there?",
    {
        "at 0, with slope 1": "Steepest at 0 it is. But σ(0) = 1/2, so σ′(0) = 1/2 · (1 − 1/2).",
        "at 0, with slope 1/4": "σ (1 − σ) is largest where σ = 1/2. There it is 1/2 · 1/2 = 1/4.",
        "far out, where σ is close to 1": "There 1 − σ is almost 0, and so is the product σ (1 − σ).",
    },
    right="at 0, with slope 1/4",
)

# %%
for at in (0, 2, 6):
    print(f"z = {at}   σ = {float(sigmoid(at)):.5f}   σ′ = {float(sigmoid.derivative(at)):.5f}")

# %% [markdown]
# One quarter is the *most* that a sigmoid ever lets through. Remember that number.
#
# **Move it.** Drag the dot, or press Tab until it has a ring and use the arrow keys. The solid line is
# $f$, the dashed one is $f'$, and the thin one through the dot is the tangent.

# %%
ActivationExplorer("sigmoid", z=-2.0)

# %% [markdown]
# ## Tanh <a id="C2"></a>
#
# A sigmoid never gives a negative number, so what it sends on is never balanced about zero.
# Stretch it, move it down, and it is:
#
# $$\tanh z = \frac{e^z - e^{-z}}{e^z + e^{-z}} = 2\,\sigma(2z) - 1 \qquad\qquad \tanh'(z) = 1 - \tanh^2 z$$
#
# Its values lie in $(-1, 1)$, and its slope at 0 is a full 1: four times that of the sigmoid.

# %%
z = np.array([-2.0, -0.5, 0.0, 0.5, 2.0])
print("tanh z       ", tanh(z).round(5))
print("2 σ(2z) − 1  ", (2 * sigmoid(2 * z) - 1).round(5))
print("tanh′ z      ", tanh.derivative(z).round(5))
print("1 − tanh² z  ", (1 - tanh(z) ** 2).round(5))

# %% [markdown]
# **When it goes wrong.** The formula above is right. Typed in as it stands, it is still a bad program.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "What does the formula `(eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)` give in floating point at z = 1000?",
    {
        "1": "That is the right value of tanh. But the computer must get through e¹⁰⁰⁰ first.",
        "∞": "The numerator is ∞, but so is the denominator.",
        "NaN": "e¹⁰⁰⁰ is larger than any float, so it becomes ∞. And ∞ / ∞ is not a number.",
    },
    right="NaN",
)


# %%
def tanh_by_formula(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


# Near 0 the two agree. Pull the slider to the right, and watch the dashed line end.
race(tanh_by_formula, "tanh")

# %% [markdown]
# ## ReLU <a id="C3"></a>
#
# The simplest bend there is: what is negative becomes nothing, the rest passes unchanged.
#
# $$\operatorname{relu}(z) = \max(0, z) \qquad\qquad \operatorname{relu}'(z) = \begin{cases} 1 & z > 0 \\ 0 & \text{else} \end{cases}$$

# %%
z = np.array([-2.0, -0.1, 0.0, 0.1, 3.0])
print("relu   ", relu(z))
print("relu′  ", relu.derivative(z))


# %% [markdown]
# **Your turn.** Below stands a first attempt. It has a mistake. Run the race and read what it says.
# Then repair the function and run the cell again, until the race finds no difference.


# %%
def my_relu(z):
    return np.abs(z)


race(my_relu, "relu")

# %% [markdown]
# **When it goes wrong.** A function for one number meets an array of them.


# %%
def relu_of_one_number(z):
    return z if z > 0 else 0.0


# Fine for 3.0. But a layer hands over all its z at once: compare with np.maximum or np.where.
race(relu_of_one_number, "relu")

# %% [markdown]
# **When it goes wrong.** A ReLU can die. Let one large step push its bias far down, and from then on
# its $z$ is negative for *every* example.

# %%
rng = np.random.default_rng(0)
X = rng.normal(size=(1000, 2))
w, bias = np.array([0.5, -0.3]), -6.0  # one unlucky update brought the bias here
z = X @ w + bias
print("largest z                 ", z.max().round(2))
print("examples with an output   ", int((relu(z) > 0).sum()), "of", len(X))
print("slopes that are not 0     ", int((relu.derivative(z) > 0).sum()), "of", len(X))

# %% [markdown]
# The output is 0, and the slope too. No gradient comes through, so no step will ever bring the unit
# back. It is dead.
#
# ## Leaky ReLU <a id="C4"></a>
#
# The cure: let a little through on the left as well.
#
# $$\operatorname{leaky}(z) = \max(0.1\,z,\; z)$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The dead unit above becomes a leaky ReLU. How many of the 1000 slopes are now different from 0?",
    {
        "none": "On the left the slope of a leaky ReLU is 0.1, and 0.1 is not 0.",
        "about half": "It would be so if half of the z were positive. But the slope on the left counts too.",
        "all 1000": "0.1 on the left, 1 on the right, 0 nowhere. The unit can learn its way back.",
    },
    right="all 1000",
)

# %%
print("leaky relu   ", leaky_relu([-2.0, 0.0, 3.0]))
print("max(0.1z, z) ", np.maximum(0.1 * np.array([-2.0, 0.0, 3.0]), [-2.0, 0.0, 3.0]))
print("slopes that are not 0:", int((leaky_relu.derivative(z) > 0).sum()), "of", len(X))


# %% [markdown]
# Race your own, or this one. Is it right for a slope of 0.1?


# %%
def my_leaky_relu(z):
    return np.where(z > 0, z, 0.01 * z)


race(my_leaky_relu, "leaky_relu", reach=3)

# %% [markdown]
# ## Softmax <a id="C5"></a>
#
# Ten digits, one answer. The last layer gives ten scores; we want ten probabilities. So: make each
# score positive, then share one whole among them.
#
# $$\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$

# %%
scores = np.array([1.0, 2.0, 3.0])
print("softmax     ", softmax(scores).round(4))
print("by hand     ", (np.exp(scores) / np.exp(scores).sum()).round(4))
print("together    ", softmax(scores).sum().round(12))

# %%
SoftmaxMixer([1.0, 2.0, 3.0], ["cat", "dog", "owl"])

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Add 1000 to every score. What happens to the probabilities?",
    {
        "nothing": "e¹⁰⁰⁰ stands above and below the fraction bar, and cancels. Only differences count.",
        "the largest becomes 1": "Stretching the differences would push it there. A shift keeps them.",
        "they become equal": "The differences between the scores are still 1 and 2.",
    },
    right="nothing",
)

# %% [markdown]
# **When it goes wrong.** On paper the factor cancels. In the computer it overflows before it can.

# %%
with np.errstate(over="ignore", invalid="ignore"):
    naive = np.exp(scores + 1000) / np.exp(scores + 1000).sum()
print("without the shift  ", naive)
print("chainrule's        ", softmax(scores + 1000).round(4))

# %% [markdown]
# The remedy uses the very fact you have just seen. Subtract the largest score first: nothing changes,
# and no power is larger than $e^0 = 1$.
#
# ## Why an activation must bend <a id="C6"></a>
#
# Back to the first question. Three layers without activations are three matrix products,
# and products may be bracketed as one likes:
#
# $$x_0 W_0 W_1 W_2 = x_0\,(W_0 W_1 W_2) = x_0 W_c$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "x₀ has 4 entries, W₀ is 4×100, W₁ is 100×100, W₂ is 100×3. Without activations: how many "
    "numbers does a single layer need to do the same?",
    {
        "10 700": "So many weights there are in the stack. But their product has the shape of one matrix.",
        "203": "That adds widths. The product W₀W₁W₂ goes from 4 to 3.",
        "12": "W_c is 4×3. The other 10 688 numbers add nothing that one layer could not do.",
    },
    right="12",
)

# %%
rng = np.random.default_rng(1)
x0 = rng.normal(size=(5, 4))
W0, W1, W2 = (rng.normal(size=shape) for shape in [(4, 100), (100, 100), (100, 3)])
Wc = W0 @ W1 @ W2
print("shape of W_c                  ", Wc.shape)
print("x₀W₀W₁W₂ is x₀W_c             ", np.allclose(x0 @ W0 @ W1 @ W2, x0 @ Wc))
print("and with relu in between      ", np.allclose(relu(relu(x0 @ W0) @ W1) @ W2, x0 @ Wc))

# %% [markdown]
# **Move it.** The solid grid goes through the stack. The dashed one goes through $W_c$ alone. Change
# any weight, and they stay together. Then choose an activation *between the layers*.

# %%
Collapse()

# %% [markdown]
# A linear stack can turn, stretch and flatten the plane. It can never bend a line.
#
# ## Where the border runs <a id="C7"></a>
#
# And bending is what is needed. Here are red and green points. Start with `linear` and add as many
# hidden units as you like. Then choose another activation.

# %%
Boundary("ring", "linear", hidden=12)

# %% [markdown]
# To be honest about this net: its hidden layer is drawn at random and left alone, and only the output
# layer is fitted, by least squares. Training the hidden layer too is what the next lectures are
# about. It needs far fewer units then. The bend is needed either way.

# %%
for activation in ("linear", "tanh", "relu"):
    print(Boundary("ring", activation, hidden=30))

# %% [markdown]
# ## Choosing one <a id="C8"></a>
#
# A weight learns from a gradient, and the gradient comes through the activation:
#
# $$\frac{\partial J}{\partial w_1} = \frac{\partial J}{\partial c} \cdot \frac{\partial c}{\partial z} \cdot \frac{\partial z}{\partial w_1}
# \qquad \text{with } z = w_1 x,\; c = g(z)$$
#
# The middle factor is the slope that you have been dragging about. Here it is again, where it hurts: the
# output is 0.00247, the wanted one is 1. As wrong as can be.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A sigmoid gives 0.00247 where 1 was wanted. Compared with an output of 0.5, its weight moves …",
    {
        "more, for the error is larger": "The first factor is twice as large. But look at the second one.",
        "much less": "The error doubles, but the slope falls from 0.25 to 0.0025. The unit is saturated.",
        "the same": "Two of the three factors depend on z.",
    },
    right="much less",
)

# %%
for at in (0.0, -6.0):
    c = float(sigmoid(at))
    error, slope, x = 2 * (c - 1), float(sigmoid.derivative(at)), 1.0
    print(f"z = {at:4}   {error:.3f} · {slope:.5f} · {x} = {error * slope * x:.5f}")

# Try z = −6 with each activation. Which of them lets the error through?
ActivationExplorer("sigmoid", z=-6.0)

# %% [markdown]
# **When it goes wrong: ten deep.** One flat piece is a pity. Ten in a row multiply.

# %%
for g, at in [(sigmoid, 0.0), (sigmoid, 2.0), (tanh, 2.0), (leaky_relu, -2.0), (relu, 2.0)]:
    print(
        f"{g.name:11} at z = {at:4}   slope {float(g.derivative(at)):.4f}   "
        f"ten deep {float(g.derivative(at)) ** 10:.1e}"
    )

# %% [markdown]
# Even at its very best, a sigmoid leaves less than a millionth after ten layers: $(1/4)^{10}$. A ReLU
# that is on leaves all of it. That is why it took over inside deep networks.
#
# | where | take | because |
# |---|---|---|
# | hidden layers | ReLU, or leaky ReLU if units die | slope 1 where it is on |
# | output, yes or no | sigmoid | a probability |
# | output, one of many | softmax | probabilities that add up to 1 |
# | output, any number | linear | nothing to squeeze |
# | small or recurrent nets | tanh | balanced about 0 |
#
# ## Where a slide is wrong
#
# Deck D4 says that tanh and sigmoid "make backpropagation possible". They do not hold the patent:
# **any differentiable function does**. And even ReLU's corner is harmless. Gradients through it agree
# with difference quotients wherever $z$ is not exactly 0; at 0 one picks a slope from 0 to 1, and goes on.

# %%
rng = np.random.default_rng(2)
z, h = rng.normal(size=1000), 1e-6
for g in (sigmoid, tanh, relu, leaky_relu):
    quotient = (g(z + h) - g(z - h)) / (2 * h)
    print(
        f"{g.name:11} largest error of the derivative: {np.abs(quotient - g.derivative(z)).max():.0e}"
    )
print("z that are exactly 0:", int((z == 0).sum()), "of", len(z))

# %% [markdown]
# And it learns. One ReLU unit, $\hat y = \operatorname{relu}(w x)$, is to become $\operatorname{relu}(2x)$:

# %%
x = np.linspace(-1, 1, 21)  # one of these is exactly 0, at the corner
w = 0.5
for epoch in range(61):
    error = relu(w * x) - relu(2 * x)
    if epoch % 20 == 0:
        print(f"epoch {epoch:2}   w = {w:.6f}   loss = {np.mean(error**2):.1e}")
    w -= 0.5 * np.mean(2 * error * relu.derivative(w * x) * x)

# %% [markdown]
# What *does* make it impossible is a slope that is 0 everywhere, as that of the step:

# %%
print("slopes of step that are not 0:", int((step.derivative(z) != 0).sum()), "of", len(z))

# %% [markdown]
# ## What you can now do
#
# * write each activation and its derivative, finite and right from −1000 to 1000;
# * say where one saturates, and what that does to $\partial J / \partial w_1$;
# * explain why a hundred linear layers are one;
# * choose an activation for a hidden layer and for an output.
#
# ## Your next task
#
# Open the problem set [`activations`](../exercises/activations/activations.ipynb) and begin with `step`.
# Then come `sigmoid`, `tanh`, `relu`, `leaky_relu` and `softmax`; the slopes `sigmoid_grad`, `tanh_grad`,
# `relu_grad` and `leaky_relu_grad`; and `collapse`. You are told at once what is wrong, and by name.
# Stuck? Bring your function here and race it.
#
# ## Sources
#
# Slides: D0 (activations, collapse, chain rule), D2 (sigmoid, decision boundaries), D3 (differentiability,
# saturation), D4 (softmax, step, non-linearity).
#
# * Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, *Efficient BackProp*, 1998: why an activation balanced about 0.
# * M. Leshno, V. Lin, A. Pinkus, S. Schocken, *Multilayer feedforward networks with a nonpolynomial
#   activation function can approximate any function*, Neural Networks 6, 1993: what the bend is good for.
# * X. Glorot, Y. Bengio, *Understanding the difficulty of training deep feedforward neural networks*,
#   AISTATS 2010: saturation, measured layer by layer.
# * V. Nair, G. Hinton, *Rectified linear units improve restricted Boltzmann machines*, ICML 2010.
# * A. Maas, A. Hannun, A. Ng, *Rectifier nonlinearities improve neural network acoustic models*, 2013: the leak.
