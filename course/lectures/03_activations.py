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
# **The question.** A layer multiplies its inputs by weights and adds the products. Can a stack of ten
# such layers compute more than one layer can?
#
# After this lecture you can
#
# * write six activation functions and their derivatives, with finite and right results from −1000 to 1000;
# * say where an activation function saturates, and how this changes the gradient $\partial J / \partial w_1$;
# * explain why a stack of linear layers is only one linear layer;
# * choose an activation function for a hidden layer and for an output layer.
#
# **Time:** about 45 minutes. **You need:** [lecture 02, The perceptron](02_perceptron.ipynb), and the derivative of
# a function of one number.

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
# A neuron works in two steps. First it computes the weighted sum $z = w_0 + \sum_j x_j w_j$. Then it applies a
# function $g$ to the sum and returns $\hat y = g(z)$. The function $g$ is the **activation function**, or
# activation for short.
#
# The next cell plots six activation functions. Where is each curve *flat*? Where does it have a *corner*?

# %% jupyter={"source_hidden": true}
z = np.linspace(-4, 4, 401)
with picture(
    "Six activation functions: step jumps from 0 to 1, sigmoid and tanh are S-shaped, relu and leaky relu "
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
# This lecture also looks at the **derivative** $g'(z)$, which is the slope of the curve at $z$. It tells you how
# much $g$ changes when $z$ changes a little. Training needs this number, and three terms say why:
#
# * The **loss** $J$ is a number that measures how wrong the outputs of a network are.
# * The **gradient** of the loss has one entry for each weight $w$: the derivative $\partial J / \partial w$. It
#   tells you how much $J$ changes when only this weight changes a little.
# * In training, each **step** subtracts a small multiple of the gradient from the weights, so that the loss
#   decreases. If $\partial J / \partial w = 0$, the weight $w$ does not change.
#
# [Lecture 06](06_gradient_descent.ipynb) and [lecture 07](07_backpropagation.ipynb) explain the details. Here you
# only need to know that $g'(z)$ is a factor of the gradient.
#
# ## Sigmoid <a id="C1"></a>
#
# The step function of the perceptron has only two outputs, 0 and 1. The **sigmoid** function has a smooth output
# between 0 and 1, so you can read its output as a probability.
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}} \qquad\qquad \sigma'(z) = \sigma(z)\,\bigl(1 - \sigma(z)\bigr)$$
#
# Lecture 02 used the weighted sum $z = 1 + 3 x_1 - 2 x_2$. At $x = (-1, 2)$ it is $1 - 3 - 4 = -6$.

# %%
x, w0, w = np.array([-1, 2]), 1, np.array([3, -2])
float(sigmoid(w0 + x @ w))

# %% [markdown]
# So $\sigma(-6) \approx 0.00247$. The next question is about the derivative.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "At which z is the sigmoid steepest, and what is its slope there?",
    {
        "at 0, with slope 1": "The place is right, but the slope is not: σ(0) = 1/2, so σ′(0) = 1/2 · (1 − 1/2).",
        "at 0, with slope 1/4": "σ (1 − σ) is largest where σ = 1/2. There it is 1/2 · 1/2 = 1/4.",
        "at a large z, where σ is close to 1": "There 1 − σ is almost 0, so the product σ (1 − σ) is almost 0 too.",
    },
    right="at 0, with slope 1/4",
)

# %%
for at in (0, 2, 6):
    print(f"z = {at}   σ = {float(sigmoid(at)):.5f}   σ′ = {float(sigmoid.derivative(at)):.5f}")

# %% [markdown]
# The largest slope of the sigmoid is 1/4. Remember this number: you need it again at the end of the lecture.
#
# **Try it.** Drag the blue dot to change $z$. With the keyboard, press Tab until the dot has a ring, then use the
# arrow keys. The solid blue line is $f$, the dashed orange line is $f'$, and the thin line is the tangent at the dot.

# %%
ActivationExplorer("sigmoid", z=-2.0)

# %% [markdown]
# Look at the dashed line. It is highest at $z = 0$ and almost 0 for $|z| > 6$. Where the derivative is almost 0, the
# sigmoid **saturates**: its output hardly changes when $z$ changes.
#
# On the right, the upper bars are the factors of one gradient, for the loss $J = (c - y)^2$ of one neuron with output
# $c = f(z)$ and target $y$. The section *Choosing an activation* below explains them.
#
# ## Tanh <a id="C2"></a>
#
# The outputs of a sigmoid are always positive, so their average is never 0. The next layer learns more easily
# from inputs whose average is close to 0. The **tanh** function is a sigmoid that is stretched and moved down, so
# that it is symmetric about 0:
#
# $$\tanh z = \frac{e^z - e^{-z}}{e^z + e^{-z}} = 2\,\sigma(2z) - 1 \qquad\qquad \tanh'(z) = 1 - \tanh^2 z$$
#
# Its values lie in $(-1, 1)$. Its slope at 0 is 1, which is four times the slope of the sigmoid there.

# %%
z = np.array([-2.0, -0.5, 0.0, 0.5, 2.0])
print("tanh z       ", tanh(z).round(5))
print("2 σ(2z) − 1  ", (2 * sigmoid(2 * z) - 1).round(5))
print("tanh′ z      ", tanh.derivative(z).round(5))
print("1 − tanh² z  ", (1 - tanh(z) ** 2).round(5))

# %% [markdown]
# **A common mistake.** The first formula of tanh is right, but code that follows it exactly fails for large $z$.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "NumPy computes `(np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))` at z = 1000. What is the result?",
    {
        "1": "1 is the right value of tanh, but NumPy must compute e¹⁰⁰⁰ first.",
        "∞": "The numerator is ∞, but the denominator is ∞ too.",
        "NaN": "e¹⁰⁰⁰ is larger than any float, so NumPy returns ∞. Then ∞ / ∞ gives NaN (not a number).",
    },
    right="NaN",
)

# %% [markdown]
# The function `race` compares your function with the function of the library, the *reference*. Run the cell. Near 0
# the two curves agree. Then move the slider to the right until the dashed line ends.


# %%
def tanh_by_formula(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


race(tanh_by_formula, "tanh")

# %% [markdown]
# Above $z \approx 709.8$, $e^z$ is larger than the largest float, so `tanh_by_formula` returns NaN. `np.tanh` returns
# the right value everywhere.
#
# ## ReLU <a id="C3"></a>
#
# **ReLU** means *rectified linear unit*. It replaces each negative number by 0 and leaves the other numbers
# unchanged.
#
# $$\operatorname{relu}(z) = \max(0, z) \qquad\qquad \operatorname{relu}'(z) = \begin{cases} 1 & z > 0 \\ 0 & \text{else} \end{cases}$$

# %%
z = np.array([-2.0, -0.1, 0.0, 0.1, 3.0])
print("relu   ", relu(z))
print("relu′  ", relu.derivative(z))


# %% [markdown]
# **Exercise.** The function below has a mistake. Run the cell and read what `race` reports. Then correct the
# function and run the cell again, until `race` finds no difference.


# %%
def my_relu(z):
    return np.abs(z)


race(my_relu, "relu")

# %% [markdown]
# **A common mistake.** The next function works for one number, such as 3.0. But a layer passes an array with many
# values of $z$, and `if z > 0` needs a single truth value. Run the cell and read the error.


# %%
def relu_of_one_number(z):
    return z if z > 0 else 0.0


race(relu_of_one_number, "relu")

# %% [markdown]
# **Exercise.** Correct `relu_of_one_number` with `np.maximum` or `np.where`. Both work on whole arrays.
#
# **When ReLU fails.** Suppose that one large step makes the bias of a ReLU unit very negative. Then $z$ is negative
# for *every* example.

# %%
rng = np.random.default_rng(0)
X = rng.normal(size=(1000, 2))
w, bias = np.array([0.5, -0.3]), -6.0
z = X @ w + bias
print("largest z                    ", z.max().round(2))
print("examples with output > 0     ", int((relu(z) > 0).sum()), "of", len(X))
print("examples with derivative > 0 ", int((relu.derivative(z) > 0).sum()), "of", len(X))

# %% [markdown]
# For all 1000 examples the output is 0 and the derivative is 0. So the gradient of the weights and of the bias is 0,
# and no step changes them while the inputs stay the same. Such a unit is called a **dead ReLU**.
#
# ## Leaky ReLU <a id="C4"></a>
#
# **Leaky ReLU** has a small slope for negative $z$, so its derivative is never 0:
#
# $$\operatorname{leaky}(z) = \max(0.1\,z,\; z)$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You replace the dead ReLU above by a leaky ReLU. For how many of the 1000 examples is the derivative not 0?",
    {
        "none": "For negative z, the derivative of leaky ReLU is 0.1, which is not 0.",
        "about half": "You count only positive z. The derivative 0.1 for negative z counts too.",
        "all 1000": "The derivative is 0.1 for negative z and 1 for positive z, so the unit can learn again.",
    },
    right="all 1000",
)

# %%
print("leaky relu   ", leaky_relu([-2.0, 0.0, 3.0]))
print("max(0.1z, z) ", np.maximum(0.1 * np.array([-2.0, 0.0, 3.0]), [-2.0, 0.0, 3.0]))
print("examples with derivative > 0:", int((leaky_relu.derivative(z) > 0).sum()), "of", len(X))


# %% [markdown]
# **Exercise.** The next function should have slope 0.1 for negative $z$. Run the cell, find the mistake and
# correct it.


# %%
def my_leaky_relu(z):
    return np.where(z > 0, z, 0.01 * z)


race(my_leaky_relu, "leaky_relu", reach=3)

# %% [markdown]
# ## Softmax <a id="C5"></a>
#
# A network that recognizes digits has ten classes, so its last layer computes ten scores. You want ten
# probabilities. **Softmax** makes each score positive with the exponential function. Then it divides by the sum, so
# that the results add up to 1.
#
# $$\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$

# %%
scores = np.array([1.0, 2.0, 3.0])
print("softmax       ", softmax(scores).round(4))
print("by the formula", (np.exp(scores) / np.exp(scores).sum()).round(4))
print("sum           ", softmax(scores).sum().round(12))

# %% [markdown]
# **Try it.** Drag the blue bars to change the scores. The orange bars show the probabilities.

# %%
SoftmaxMixer([1.0, 2.0, 3.0], ["cat", "dog", "owl"])

# %% [markdown]
# When you raise one score, its probability increases and all other probabilities decrease. A high **temperature**
# divides the scores by a large number, so the probabilities become almost equal. A low temperature moves almost all
# probability to the largest score.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You add 1000 to every score. What happens to the probabilities?",
    {
        "nothing": "The factor e¹⁰⁰⁰ appears in the numerator and in the denominator, and cancels.",
        "the largest becomes 1": "That happens when you multiply the scores by a large number. Adding keeps the differences.",
        "they become equal": "The differences between the scores are still 1 and 2, so the probabilities stay different.",
    },
    right="nothing",
)

# %% [markdown]
# **A common mistake.** On paper the factor cancels. In code, $e^{1001}$ overflows before the division.

# %%
with np.errstate(over="ignore", invalid="ignore"):
    naive = np.exp(scores + 1000) / np.exp(scores + 1000).sum()
print("by the formula     ", naive)
print("chainrule's        ", softmax(scores + 1000).round(4))

# %% [markdown]
# The solution: subtract the largest score from all scores first. The probabilities do not change, and no
# exponential is larger than $e^0 = 1$.
#
# ## Why a network needs a nonlinear activation <a id="C6"></a>
#
# Now you can answer the question of this lecture. Three layers without activation functions and biases are three
# matrix products. Matrix multiplication is associative, so you can multiply the weight matrices first:
#
# $$x_0 W_0 W_1 W_2 = x_0\,(W_0 W_1 W_2) = x_0 W_c$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "x₀ has 4 entries, W₀ is 4×100, W₁ is 100×100, W₂ is 100×3. There are no activation functions. How many "
    "weights does a single layer need to compute the same outputs?",
    {
        "10 700": "10 700 is the number of weights in the three layers. Their product has the shape of one small matrix.",
        "203": "You added sizes of the layers. The product W₀W₁W₂ has 4 rows and 3 columns.",
        "12": "W_c is 4×3. One layer with these 12 weights computes the same as the three layers.",
    },
    right="12",
)

# %%
rng = np.random.default_rng(1)
x0 = rng.normal(size=(5, 4))
W0, W1, W2 = (rng.normal(size=shape) for shape in [(4, 100), (100, 100), (100, 3)])
Wc = W0 @ W1 @ W2
print("shape of W_c               ", Wc.shape)
print("x₀W₀W₁W₂ equals x₀W_c      ", np.allclose(x0 @ W0 @ W1 @ W2, x0 @ Wc))
print("with relu between layers   ", np.allclose(relu(relu(x0 @ W0) @ W1) @ W2, x0 @ Wc))

# %% [markdown]
# **Try it.** The solid grid shows the points after each layer. In the last panel, the dashed grid shows $x_0 W_c$.
# Change some weights: the two grids stay the same. Then choose an activation between the layers.

# %%
Collapse()

# %% [markdown]
# Linear layers can rotate, stretch and flatten the grid, but straight lines stay straight. With a nonlinear
# activation such as tanh, the lines become curves, and the last grid differs from $x_0 W_c$.
#
# ## Linear and nonlinear decision boundaries <a id="C7"></a>
#
# The **decision boundary** separates the region where a network predicts one class from the region where it
# predicts the other class. Here the red points form a ring around the green points.
#
# **Try it.** Start with `linear` and add hidden units. Then choose another activation.

# %%
Boundary("ring", "linear", hidden=12)

# %% [markdown]
# With `linear`, the boundary is a straight line for any number of hidden units, and at least 53 of the 120 points are
# on the wrong side. With 14 or more `tanh` units, or 5 or more `relu` units, all points are on the right side.
#
# This network is simpler than a trained network: the weights of its hidden layer are random and stay fixed. Only
# the output layer is fitted, by least squares. Later lectures train the hidden layer too.

# %%
for activation in ("linear", "tanh", "relu"):
    print(Boundary("ring", activation, hidden=30))

# %% [markdown]
# ## Choosing an activation <a id="C8"></a>
#
# Consider one neuron with one weight: $z = w_1 x$ and $c = g(z)$. The **chain rule** says that the gradient is a
# product of three derivatives:
#
# $$\frac{\partial J}{\partial w_1} = \frac{\partial J}{\partial c} \cdot \frac{\partial c}{\partial z} \cdot \frac{\partial z}{\partial w_1}$$
#
# The middle factor is $\partial c / \partial z = g'(z)$, the slope of the activation. Suppose that the output is
# $c = \sigma(-6) = 0.00247$ and the target is 1. This output is very wrong.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The output of a sigmoid is 0.00247, but the target is 1. Compare the gradient of its weight with the gradient at an "
    "output of 0.5, for the loss (c − y)² and the same input x. It is …",
    {
        "larger, because the error is larger": "The first factor is about twice as large. The second factor is about 100 times smaller.",
        "much smaller": "The error doubles, but the derivative of σ falls from 0.25 to 0.0025. The unit is saturated.",
        "the same": "The factors ∂J/∂c and ∂c/∂z both depend on z, so the gradient changes.",
    },
    right="much smaller",
)

# %%
for at in (0.0, -6.0):
    c = float(sigmoid(at))
    dJ_dc, dc_dz, dz_dw = 2 * (c - 1), float(sigmoid.derivative(at)), 1.0
    print(
        f"z = {at:4}   ∂J/∂w₁ = {dJ_dc:.3f} · {dc_dz:.5f} · {dz_dw} = {dJ_dc * dc_dz * dz_dw:.5f}"
    )

# %% [markdown]
# **Exercise.** Choose each activation in the list and compare the four bars. For which activations is the gradient
# at $z = -6$ large? For which is it exactly 0?

# %%
ActivationExplorer("sigmoid", z=-6.0)

# %% [markdown]
# At $z = -6$, the gradient is large for `linear` and, with slope 0.1, for `leaky_relu`. It is exactly 0 for `relu`
# and `step`. It is almost 0 for `sigmoid` and `tanh`, which saturate.
#
# **Many layers.** In a deep network, the gradient of an early weight contains one factor $g'(z)$ for each later
# layer, besides the weights of these layers. The next cell computes the product of ten equal derivatives.

# %%
for g, at in [(sigmoid, 0.0), (sigmoid, 2.0), (tanh, 2.0), (leaky_relu, -2.0), (relu, 2.0)]:
    slope = float(g.derivative(at))
    print(f"{g.name:11} z = {at:4}   derivative {slope:.4f}   to the power 10: {slope**10:.1e}")

# %% [markdown]
# For the sigmoid, the product of ten derivatives is at most $(1/4)^{10}$, which is less than a millionth: the gradient
# **vanishes**. For ReLU with positive $z$, each factor is 1, so the product stays 1. This is one reason why ReLU is
# the usual choice for hidden layers.
#
# | layer | activation | reason |
# |---|---|---|
# | hidden layer | ReLU, or leaky ReLU if units die | the derivative is 1 for positive $z$ |
# | hidden layer of a small network | tanh also works | the outputs are symmetric about 0 |
# | output: two classes | sigmoid | the output is a probability |
# | output: one of many classes | softmax | the probabilities add up to 1 |
# | output: any number | linear | the output has no limits |
#
# ## Can a network learn with a corner?
#
# Gradients need a derivative, but ReLU has a corner at $z = 0$ and no derivative there. In practice this does not
# matter. The next cell compares each derivative with a **difference quotient**,
# $\bigl(g(z + h) - g(z - h)\bigr) / 2h$ with a small $h$, at 1000 random values of $z$.

# %%
rng = np.random.default_rng(2)
z, h = rng.normal(size=1000), 1e-6
for g in (sigmoid, tanh, relu, leaky_relu):
    quotient = (g(z + h) - g(z - h)) / (2 * h)
    largest = np.abs(quotient - g.derivative(z)).max()
    print(f"{g.name:11} largest difference: {largest:.0e}")
print("values of z that are exactly 0:", int((z == 0).sum()), "of", len(z))

# %% [markdown]
# The derivatives agree with the quotients. At exactly 0, you may use any slope from 0 to 1 for ReLU; this course
# uses 0.
#
# ReLU units also learn. The next cell trains one unit, $\hat y = \operatorname{relu}(w x)$, until it computes
# $\operatorname{relu}(2x)$. One of its 21 inputs is exactly 0, at the corner.

# %%
x = np.linspace(-1, 1, 21)
w = 0.5
for epoch in range(61):
    error = relu(w * x) - relu(2 * x)
    if epoch % 20 == 0:
        print(f"epoch {epoch:2}   w = {w:.6f}   loss = {np.mean(error**2):.1e}")
    w -= 0.5 * np.mean(2 * error * relu.derivative(w * x) * x)

# %% [markdown]
# The weight converges to 2. Learning is impossible with a function whose derivative is 0 everywhere except at the
# jump, such as the step function:

# %%
print("derivatives of step that are not 0:", int((step.derivative(z) != 0).sum()), "of", len(z))

# %% [markdown]
# ## Your next task
#
# Open the problem set [`activations`](../exercises/activations/activations.ipynb) and begin with `step`.
# Then write `sigmoid`, `tanh`, `relu`, `leaky_relu` and `softmax`, the derivatives `sigmoid_grad`, `tanh_grad`,
# `relu_grad` and `leaky_relu_grad`, and `collapse`. The notebook checks each function immediately and names your mistake.
# You can also copy your function into this lecture and compare it with `race`.
#
# ## Sources
#
# * Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, *Efficient BackProp*, 1998: why outputs should be symmetric about 0.
# * M. Leshno, V. Lin, A. Pinkus, S. Schocken, *Multilayer feedforward networks with a nonpolynomial
#   activation function can approximate any function*, Neural Networks 6, 1993: what nonlinear activations make possible.
# * X. Glorot, Y. Bengio, *Understanding the difficulty of training deep feedforward neural networks*,
#   AISTATS 2010: saturation, measured in each layer.
# * V. Nair, G. Hinton, *Rectified linear units improve restricted Boltzmann machines*, ICML 2010: ReLU.
# * A. Maas, A. Hannun, A. Ng, *Rectifier nonlinearities improve neural network acoustic models*, 2013: leaky ReLU.
#
# <details>
# <summary><b>If you use the slides</b></summary>
#
# The [glossary](../glossary.ipynb#decks) says what the decks D0 to D4 contain. This lecture covers D0 (activations,
# collapse, chain rule), D2 (sigmoid, decision boundaries), D3 (differentiability, saturation) and D4 (softmax, step,
# nonlinearity).
#
# | deck | the slide says | right |
# |---|---|---|
# | D2 | $g(-6) \approx 0.002$ | rounded to one digit; $g(-6) = 0.00247$ |
# | D4 | tanh and sigmoid "make backpropagation possible" | any function that is differentiable almost everywhere works, if its derivative is not 0 everywhere; ReLU works too |
#
# </details>
