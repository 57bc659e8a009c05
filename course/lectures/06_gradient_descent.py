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
# # Gradient descent
#
# **The question.** You can measure how wrong a network is: the loss is one number. The network has a thousand weights.
# In which direction should each weight change, and how far, so that the loss becomes smaller?
#
# It is impossible to try all combinations: with ten values for each of a thousand weights there are $10^{1000}$
# networks. Gradient descent needs only a few dozen steps.
#
# After this lecture you can
#
# * say in which direction a weight changes, from the sign of the derivative,
# * compute several steps for one weight by hand,
# * tell from a loss curve whether the learning rate is too small, stable or too large, and explain why,
# * write gradient descent in four lines, and check its gradient numerically,
# * explain what a local minimum is, and what *not convex* means.
#
# **Time:** about 90 minutes. **You need:** [lecture 02](02_perceptron.ipynb), [lecture 05, Losses](05_losses.ipynb),
# and derivatives from school.

# %%
import numpy as np
from chainrule import callbacks, config, losses, optimizers
from chainrule.activations import sigmoid
from chainrule.datasets import breast_cancer, line
from chainrule.gradients import check_gradients, numerical_gradient
from chainrule.layers import Dense, Input
from chainrule.models import Sequential
from chainrule_widgets import picture, question
from chainrule_widgets.gradient_descent import (
    Descent,
    Hillside,
    Landscape,
    LossSurface,
    OneWeight,
)
from chainrule_widgets.gradient_descent.slices import cut
from chainrule_widgets.gradient_descent.slices import points as moon_points

# %% [markdown]
# ## The idea
#
# Imagine that you stand on a hillside in thick fog and want to reach the valley. You cannot see the valley, but you can
# feel in which direction the ground goes down. So you take a step in this direction, and then you feel again.
#
# Your position stands for the weights, and the height for the loss. The **gradient** is the direction in which the loss
# grows, so each step goes in the opposite direction. The next picture shows seven steps.

# %%
w = np.array([-2.4])
positions = [w.copy()]
optimizer = optimizers.SGD(learning_rate=0.35)
for _ in range(7):
    optimizer.apply_gradients([(w - 0.6, w)])  # the derivative of (w − 0.6)² / 2
    positions.append(w.copy())
positions = np.concatenate(positions)

# %% jupyter={"source_hidden": true}
with picture(
    "A parabola; seven steps lead down its left side: long steps where it is steep, and "
    "short steps near the minimum.",
    height=2.4,
) as panel:
    curve = np.linspace(-3, 4.2, 200)
    panel.plot(curve, (curve - 0.6) ** 2 / 2, linestyle="-")
    panel.plot(positions, (positions - 0.6) ** 2 / 2, marker="o", linestyle="--", linewidth=1)
    panel.set(xlabel="weight w", ylabel="loss J", yticks=[0, 2, 4, 6])

# %% [markdown]
# Nobody told the algorithm to take shorter steps near the minimum. The length of each step is the derivative times one
# fixed number, and the derivative is small near the minimum.
#
# ## The loss surface <a id="F1"></a>
#
# We begin with a very small model: a neuron with one input and a bias, $\hat y = w_0 + w_1 x$. It has only two weights,
# so each such neuron is a point in a plane. The loss is the height above this point, and all heights together are the
# **loss surface**. Learning means to find the lowest point:
#
# $$W^* = \operatorname*{argmin}_W J(W)$$
#
# **Try it.** Drag the point, or move it with the arrow keys. The right plot shows the line that belongs to the point.
# Find the lowest loss by hand before you use `steps`.

# %%
LossSurface("a line through points")

# %% [markdown]
# The height is simply the result of `evaluate`: set the weights, and compute the loss on all points.

# %%
X, y = line(40, noise=0.35, slope=2.0, intercept=1.0, seed=3)  # the points above
neuron = Sequential([Input((1,)), Dense(1)])
neuron.compile(loss="mse")
for w0, w1 in [(-2.0, -1.0), (1.0, 2.0)]:
    neuron.set_weights([np.array([[w1]]), np.array([w0])])
    print(f"J({w0:4}, {w1:4}) = {neuron.evaluate(X, y):.4f}")

# %% [markdown]
# For a straight line, the minimum can also be computed by a formula (least squares). Does gradient descent find the
# same point?

# %%
columns = np.column_stack([np.ones(len(X)), X])
best = np.linalg.lstsq(columns, y)[0]
found = LossSurface("a line through points", steps=60, learning_rate=0.5)
last = found.path[-1]
smallest = np.mean((columns @ best - y) ** 2)
print("least squares                  w₀, w₁ =", best.round(4), "  J =", smallest.round(6))
print("60 steps of gradient descent   w₀, w₁ =", last[:2].round(4), "  J =", last[2].round(6))

# %% [markdown]
# It does. Gradient descent also works where no formula for the minimum exists. The next explorable classifies real
# tumours as benign or malignant by one measurement, with a sigmoid and cross-entropy.

# %%
LossSurface("benign or malignant", steps=40)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "In the last plot, w₁ of the trained neuron is far below 0. What does this tell us about the tumours?",
    {
        "the larger the cell nuclei, the less likely benign": "If w₁ is negative, ŷ (the probability of benign) falls as the radius grows.",
        "the larger the cell nuclei, the more likely benign": "Then ŷ would grow with the radius, and w₁ would be positive.",
        "nothing, the sign depends on the start": "Choose any start: every path leads to the same minimum.",
    },
    right="the larger the cell nuclei, the less likely benign",
)

# %% [markdown]
# ## Which direction? <a id="F3"></a>
#
# We begin with one weight. There are only two directions, and the sign of the derivative tells which one is right:
#
# * The derivative is **negative**: the loss falls to the right. Increase the weight.
# * The derivative is **positive**: the loss falls to the left. Decrease the weight.
#
# Because of its minus sign, one formula covers both cases: $w \leftarrow w - \eta\, \frac{dJ}{dw}$.
#
# **Try it.** Drag the start from one side to the other. The slope of the dashed line is the derivative. The arrow at
# the bottom shows the step.

# %%
Descent("parabola", start=-2.0, learning_rate=0.3, steps=1)

# %% [markdown]
# With a thousand weights there are a thousand derivatives, one for each weight. The gradient is the list of all of
# them.
#
# **A common mistake.** Without the minus sign, you have gradient *ascent*. It makes the loss larger and larger:

# %%
for sign, name in [(-1, "w − η · derivative"), (+1, "w + η · derivative")]:
    w, values = -2.0, []
    for _ in range(6):
        values.append((w - 1) ** 2 / 2)
        w = w + sign * 0.3 * (w - 1)
    print(name, "  J =", np.round(values, 2))

# %% [markdown]
# ## One weight, by hand <a id="F4"></a>
#
# The smallest network of all has one weight, no bias and no activation function. It predicts $\hat y = x w$, and its
# loss for one pair is
#
# $$E = (x w - y)^2$$
#
# The chain rule gives the derivative. The square gives the factor $2\,(x w - y)$, and the expression in the brackets
# gives the factor $x$: $\frac{dE}{dw} = 2\,(x w - y)\,x$.
#
# The first weight is $w = 0.5$, and the learning rate is $\alpha = 0.1$. The first pair is $x = 2$, $y = 4$.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "w = 0.5, α = 0.1, and the pair is (2, 4). What is w after this step?",
    {
        "1.7": "The error is 2·0.5 − 4 = −3, the derivative is 2·(−3)·2 = −12, and 0.5 − 0.1·(−12) = 1.7.",
        "1.1": "This is the result if you forget the factor x = 2: the derivative is −12, not −6.",
        "−0.7": "This is 0.5 − 1.2. The derivative is negative, and minus times minus is plus.",
        "2": "2 would be the best weight, because y = 2x. But with a rate of 0.1, one step goes only part of the way.",
    },
    right="1.7",
)

# %%
OneWeight([(2, 4), (1, 2), (3, 6)], w=0.5, learning_rate=0.1, step=1)

# %% [markdown]
# Continue with *next pair*. Each pair has its own parabola. All three have their minimum at $w = 2$, but they are
# differently steep. The library's SGD computes the same numbers:

# %%
w = np.array([0.5])
mse, sgd = losses.MeanSquaredError(), optimizers.SGD(learning_rate=0.1)
for x, y in [(2.0, 4.0), (1.0, 2.0), (3.0, 6.0)]:
    derivative = mse.gradient([y], x * w) * x
    before = float(mse([y], x * w))
    sgd.apply_gradients([(derivative, w)])
    print(f"({x:g}, {y:g})   E = {before:.4f}   dE/dw = {derivative[0]:6.2f}   w → {w[0]:.3f}")

# %% [markdown]
# The weight becomes 1.7, then 1.76, then 2.192. The last pair has the largest $x$ and so the steepest parabola. With
# the same learning rate, the weight goes *past* 2. The next section explains why.
#
# **A common mistake.** Here are the same three pairs with a larger learning rate. The first step goes far past 2, and
# after the third pair the loss is larger than at the start.

# %%
OneWeight(w=0.5, learning_rate=0.25, step=3)

# %% [markdown]
# ## How far? The learning rate <a id="F5"></a>
#
# You choose the **learning rate** $\eta$. It is the most important hyperparameter of a training.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "For the parabola J = (w − 1)²/2, the derivative is w − 1. For which learning rates does gradient descent diverge?",
    {
        "above 1": "With η = 1, one step leads exactly to the minimum. Between 1 and 2 it goes past the minimum, but comes closer to it.",
        "above 2": "Each step multiplies the distance to the minimum by 1 − η. For η > 2 this factor is below −1, so the distance grows.",
        "never, because each step goes downhill": "The derivative describes the loss *at the current point*. A long step can lead to a higher point on the other side.",
    },
    right="above 2",
)

# %% [markdown]
# **Try it.** Increase the learning rate slowly, from 0.02 to 2.2. You will see four cases: too small, stable,
# oscillating, and diverging. A ring marks the first step after which the loss is higher than before.

# %%
Descent("parabola", start=-2.0, learning_rate=0.02, steps=20)

# %% [markdown]
# Why 2? Let $d = w - 1$ be the distance to the minimum. A step changes it to $d - \eta d = (1 - \eta)\, d$. So
# everything depends on one factor:

# %%
print("   η    factor   distance after 0, 1, 2, … steps")
for rate in (0.02, 0.3, 1.0, 1.9, 2.0, 2.2):
    path = Descent("parabola", start=-2.0, learning_rate=rate, steps=5).path
    print(f"{rate:4}   {1 - rate:5.2f}   ", (path - 1).round(3))

# %% [markdown]
# If the parabola is $c$ times as steep, the limit is $2/c$. This explains the example with one weight: for the pair
# $(3, 6)$ the loss is $9 (w-2)^2$, so $c = 18$, and every learning rate above $2/18 \approx 0.11$ diverges. For the
# pair $(1, 2)$, the limit is nine times as large: $c = 2$, and the limit is 1.
#
# **The learning rate is too large.** Gradient descent diverges after a few steps.

# %%
Descent("parabola", start=0.0, learning_rate=2.1, steps=10)

# %% [markdown]
# **The loss is too flat.** Where the loss is almost flat, the derivative is almost 0, and so is every step. A larger
# learning rate helps only a little. Drag the start towards the valley instead: at which start does the loss begin to
# fall?

# %%
Descent("plateau", start=-3.6, learning_rate=0.5, steps=60)

# %% [markdown]
# ### Learning rate schedules
#
# A small learning rate is slow, and a large one is unsteady. So begin with a large learning rate and make it smaller
# during training: this is called a **schedule**. A schedule helps most if the gradient is noisy. In the next cell, each
# update uses only one point, so the gradient is very noisy:

# %%
points, targets = line(40, noise=0.35, slope=2.0, intercept=1.0, seed=3)
for name, rate in [
    ("always 0.4", lambda epoch, now: 0.4),
    ("always 0.02", lambda epoch, now: 0.02),
    ("0.4, then less", lambda epoch, now: 0.4 * 0.7**epoch),
]:
    config.set_random_seed(0)
    neuron = Sequential([Input((1,)), Dense(1)])
    neuron.compile(optimizer=optimizers.SGD(), loss="mse")
    neuron.set_weights([np.array([[-1.0]]), np.array([-2.0])])
    after = []
    for epoch in range(12):
        schedule = callbacks.LearningRateScheduler(rate)
        neuron.fit(
            points,
            targets,
            batch_size=1,
            initial_epoch=epoch,
            epochs=epoch + 1,
            verbose=0,
            callbacks=[schedule],
        )
        after.append(neuron.evaluate(points, targets))
    first, second, fourth, last = after[0], after[1], after[3], after[-1]
    print(
        f"{name:15} J after epoch 1: {first:.3f}   2: {second:.3f}   4: {fourth:.3f}   12: {last:.4f}"
    )

# %% [markdown]
# The smallest possible loss is 0.1240. The large learning rate is fast at first, but its loss does not converge. The
# small one is slow at first. The schedule is as fast as the large learning rate at first, and has the smallest loss of
# the three at the end.
#
# ## The algorithm <a id="F2"></a>
#
# Now with any number of weights:
#
# 1. Initialize the weights with random numbers, $W \sim \mathcal N(0, \sigma^2)$.
# 2. Compute the gradient $\frac{\partial J}{\partial W}$.
# 3. Update the weights: $W \leftarrow W - \eta\, \frac{\partial J}{\partial W}$.
# 4. Repeat from 2 until the loss no longer falls.
#
# The next cell does this for logistic regression. The data are 569 real tumours with 30 measurements each:

# %%
X, y = breast_cancer()
X = (X - X.mean(axis=0)) / X.std(axis=0)
bce = losses.BinaryCrossentropy()


def loss(w):
    return bce(y, sigmoid(X @ w))


def gradient(w):
    return X.T @ (sigmoid(X @ w) - y) / len(y)


rng = np.random.default_rng(0)
w = start = rng.normal(0.0, 0.1, size=30)
for step in range(201):
    if step % 50 == 0:
        right = np.mean((sigmoid(X @ w) > 0.5) == y)
        print(f"step {step:3}   J = {loss(w):.4f}   right: {right:.1%}")
    w = w - 0.5 * gradient(w)

# %% [markdown]
# The library does the same with one dense unit and `SGD`, with all examples in one batch. The first weights are the
# same. Are the weights after 201 steps the same as well?

# %%
net = Sequential([Input((30,)), Dense(1, activation="sigmoid", use_bias=False)])
net.compile(optimizer=optimizers.SGD(0.5), loss="binary_crossentropy")
net.set_weights([start[:, None]])
net.fit(X, y, epochs=201, batch_size=len(X), verbose=0)
print("largest difference between the two:", f"{np.abs(net.get_weights()[0][:, 0] - w).max():.0e}")

# %% [markdown]
# They are, except for the rounding of 32-bit floats. So you know exactly what `fit` does.
#
# But how do we know that `gradient` is right? You can test it with a **numerical gradient**: increase one weight a
# little, decrease it a little, and compare the losses.
#
# $$\frac{\partial J}{\partial w_i} \approx \frac{J(w + h\, e_i) - J(w - h\, e_i)}{2h}$$

# %%
numeric, exact = numerical_gradient(loss, start), gradient(start)
print("numerical gradient", numeric[:4].round(7))
print("by the formula    ", exact[:4].round(7))
print("largest relative error:", f"{check_gradients(loss, gradient, start):.0e}")

# %% [markdown]
# The numerical gradient needs $2 \cdot 30$ losses for one step. A network with a million weights would need two
# million. This is why the next lecture explains backpropagation. The numerical gradient is used to test it.
#
# ### Gradient descent with two weights
#
# With two weights you can watch gradient descent in a plane. The arrow at the start is the gradient: it points in the
# direction in which the loss grows fastest, at a right angle to the contour line. The first step goes exactly in the
# opposite direction.
#
# **Try it.** Click anywhere to choose the start. Then change the surface.

# %%
Hillside("bowl")

# %% [markdown]
# In a round bowl, every start leads straight to the minimum. Real loss surfaces are rarely round. The next one is a
# narrow valley that is twenty times as steep in one direction as in the other:

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "In the flat direction the derivative is w₀, and in the steep direction it is 20 w₁. For which learning rates does gradient descent converge, and which direction sets this limit?",
    {
        "below 0.1; the steep direction": "The limit is 2/20 = 0.1 in the steep direction and 2/1 = 2 in the flat one. Both weights use the same learning rate, so the smaller limit counts.",
        "below 2; the flat direction": "This is right for the flat direction. But in the steep direction the factor is 1 − 20η, which is below −1 if η > 0.1.",
        "below about 1, the middle of both": "There is no average: if one weight diverges, the loss diverges.",
    },
    right="below 0.1; the steep direction",
)

# %%
Hillside("ravine", learning_rate=0.09)

# %% [markdown]
# The weights oscillate in the steep direction, and move slowly in the flat direction. The steepest direction limits the
# learning rate, and the flattest direction determines the time. The optimizers of lecture 09 reduce this problem.
#
# **The learning rate is too large.** With 0.105, the oscillation grows. The ring marks the first step after which the
# loss is higher than before.

# %%
Hillside("ravine", start=(-2.6, 0.3), learning_rate=0.105, steps=40)

# %% [markdown]
# ## Local minima <a id="F6"></a>
#
# Gradient descent uses only the gradient at the current point. So it goes to the minimum of the valley in which it
# starts. The lowest of all minima is the **global minimum**; the others are **local minima**.
#
# **Try it.** Find a start from which gradient descent goes to the left valley. At which start does the result change?
# Then increase the learning rate: can a large step lead from one valley into the other?

# %%
Descent("two valleys", start=2.1, learning_rate=0.05, steps=40)

# %% [markdown]
# The next surface has nine valleys. Click on different places.

# %%
Hillside("several minima")

# %% [markdown]
# **Saddle points.** At a saddle point, the loss falls in one direction and grows in another. The gradient at this point
# is 0, but it is not a minimum. The start below is very close to the ridge. Gradient descent leaves the saddle point,
# but only after many small steps.

# %%
Hillside("saddle", start=(-1.7, 0.002), steps=40)

# %% [markdown]
# Do networks have such loss surfaces? The smallest network with an activation function does. It has two weights: $\hat
# y = w_1 \tanh(w_0 x)$. If you change the sign of both weights, the output stays the same, because $\tanh(-z) = -\tanh
# z$. So **every minimum has a second, equal minimum**, and the loss is higher between them.

# %%
Hillside("two-weight net")

# %% [markdown]
# ## Convex or not? <a id="convex"></a>
#
# A function is **convex** if every chord (a straight line between two of its points) lies above its graph, as in a
# bowl. Then every local minimum is the global minimum. A function is **concave** if every chord lies below the graph,
# as on a hilltop.
#
# The loss of a network with hidden layers is usually *not convex*, so gradient descent can end in a local minimum. The
# next cell compares the loss at the middle of random chords with the loss at their ends:

# %%
x = np.linspace(-2, 2, 9)
target = 1.5 * np.tanh(x)


def tiny_net(w):  # a network with two weights and an activation function between them
    return losses.mean_squared_error(target, w[1] * np.tanh(w[0] * x))


def logistic(w):  # from logits: clipped probabilities would make the loss flat, and not convex
    return losses.BinaryCrossentropy(from_logits=True)(y, X @ w)


rng = np.random.default_rng(1)
print("                        chord above   chord below")
for name, J, size in [("logistic regression", logistic, 30), ("net with two weights", tiny_net, 2)]:
    a, b = rng.normal(0, 2, size=(2, 2000, size))
    middle = np.array([float(J((p + q) / 2)) for p, q in zip(a, b)])
    ends = np.array([float(J(p) + J(q)) / 2 for p, q in zip(a, b)])
    print(f"{name:22}   {np.mean(ends > middle):9.1%}   {np.mean(ends < middle):11.1%}")

# %% [markdown]
# The loss of logistic regression is **convex**: no chord lies below the graph, so there is only one valley. The loss of
# the network with an activation function is neither convex nor concave.
#
# Its two minima show this clearly. Both have the loss 0. In the middle between them is a network that always returns 0,
# with a high loss:

# %%
first, second = np.array([1.0, 1.5]), np.array([-1.0, -1.5])
for w in (first, (first + second) / 2, second):
    print("w =", w, "  J =", round(float(tiny_net(w)), 4))

# %% [markdown]
# ## The loss surface of a real network <a id="F7"></a>
#
# A picture has two directions, but a network has a thousand weights. So we look at a slice: take the trained weights
# $W$, draw two random directions $D_1$ and $D_2$, and compute the loss in the plane through them, as Li et al. (2017)
# did:
#
# $$f(a, b) = J(W + a\, D_1 + b\, D_2)$$
#
# Each direction is scaled: its part for one hidden unit gets the same length as the weights of this unit. Otherwise the
# loss surface of a network with large weights would look too flat, because the same step is small compared with its
# weights.
#
# The explorable below shows three networks with one, four and ten hidden layers, which were just trained on the moons
# data. Each picture consists of 1089 networks, and each of them was evaluated on all points.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The network gets deeper: ten hidden layers instead of one. How does its loss surface change?",
    {
        "it becomes smoother, because there are more weights": "More weights can make the training easier. But in this plane, near this network, the surface becomes rougher.",
        "it becomes rougher, with more local minima": "Each layer multiplies the outputs of the layer before it, so small changes grow from layer to layer.",
        "it stays the same, because only the number of weights changes": "The loss is a different function of the weights. Look at the pictures and count the local minima.",
    },
    right="it becomes rougher, with more local minima",
)

# %%
plane, heights = cut(depth=1, seed=0)
for a, b in [(0.0, 0.0), (0.5, -0.25)]:
    moved = [w + a * d1 + b * d2 for w, d1, d2 in zip(plane.weights, plane.first, plane.second)]
    plane.net.set_weights(moved)
    print(f"f({a}, {b}) = {plane.net.evaluate(*moon_points())[0]:.3f}")

# %%
Landscape(depth=1)

# %% [markdown]
# **Try it.** The cross is the trained network, and the point is another network in the plane. Drag the point: the right
# plot shows the output of this network. Then choose ten hidden layers. Then draw other directions, because one slice
# does not prove much. The next cell counts the local minima in three slices each:

# %%
for depth in (1, 4, 10):
    cuts = [Landscape(depth, seed=seed).seen for seed in range(3)]
    minima = [cut["hollows"] for cut in cuts]
    print(
        f"{depth:2} hidden layers, {cuts[0]['weights']:4} weights: J = {cuts[0]['loss']:.3f} in the middle, "
        f"local minima in three slices: {minima}"
    )

# %% [markdown]
# The deep network reaches a lower loss, but its loss surface is rougher. Note that a slice shows only two of a thousand
# directions. A local minimum in the slice need not be a minimum of the whole loss: in the other directions, the loss
# can still fall. This is one reason why gradient descent works better than such pictures suggest.
#
# ## Your next task
#
# Open the problem set [`gradient_descent`](../exercises/gradient_descent/gradient_descent.ipynb) and begin with
# `update`. Then come `descend`, `one_weight` and `numerical_gradient`. If something is wrong, the check names the
# mistake.
#
# ## Sources
#
# * A. Cauchy, *Méthode générale pour la résolution des systèmes d'équations simultanées*, Comptes rendus 25, 1847: the
#   first description of gradient descent.
# * S. Boyd, L. Vandenberghe, *Convex Optimization*, Cambridge University Press, 2004: convex functions.
# * Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, *Efficient BackProp*, 1998: learning rates and steep directions.
# * Y. Dauphin et al., *Identifying and attacking the saddle point problem in high-dimensional non-convex optimization*,
#   NeurIPS 2014.
# * H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, *Visualizing the Loss Landscape of Neural Nets*, NeurIPS 2018 (on
#   arXiv since 2017).
#
# <details>
# <summary><b>If you use the slides</b></summary>
#
# The [glossary](../glossary.ipynb#decks) says what the decks D0 to D4 contain. This lecture covers D0 and D2 (the
# algorithm), D1 and D2 (the loss surface), D1 (loss surfaces of real networks), D3 and D4 (learning rate, minima), and
# D4 (the sign of the derivative, and the example with one weight: 1.7, 1.76, 2.192).
#
# * D3 warns that $J$ is "not necessarily *concave*". The word must be **convex**: see the section on convex functions.
#
# </details>
