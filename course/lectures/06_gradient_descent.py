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
# **The question.** You can say in one number how wrong a network is. A network has a thousand weights.
# Which way should each of them move, and how far, so that the number gets smaller?
#
# Trying all possibilities is out of the question: ten values for each of a thousand weights make
# $10^{1000}$ networks. What follows needs a few dozen steps.

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
# You stand on a hillside in thick fog and want to get down into the valley. You cannot see it. But your
# feet feel which way the ground falls. So you take a step that way. Then you feel again.
#
# The place where you stand is the weights. The height is the loss. What your feet feel is the **gradient**.
# And here is the whole walk, seven steps of it:

# %%
w = np.array([-2.4])
walked = [w.copy()]
optimizer = optimizers.SGD(learning_rate=0.35)
for _ in range(7):
    optimizer.apply_gradients([(w - 0.6, w)])  # the slope of (w − 0.6)² / 2 is w − 0.6
    walked.append(w.copy())
walked = np.concatenate(walked)

# %% jupyter={"source_hidden": true}
with picture(
    "A valley-shaped curve; seven steps lead down its left side, long ones where it is steep and "
    "short ones near the floor.",
    height=2.4,
) as panel:
    curve = np.linspace(-3, 4.2, 200)
    panel.plot(curve, (curve - 0.6) ** 2 / 2, linestyle="-")
    panel.plot(walked, (walked - 0.6) ** 2 / 2, marker="o", linestyle="--", linewidth=1)
    panel.set(xlabel="weight w", ylabel="loss J", yticks=[0, 2, 4, 6])

# %% [markdown]
# Nobody told it to take shorter steps near the floor. Each step is *as long as the ground is steep*, times
# one fixed number. Hold on to that.
#
# ## Every network is a place on a map <a id="F1"></a>
#
# Take the smallest model worth drawing: a neuron with one input and a bias, $\hat y = w_0 + w_1 x$. Two
# numbers say all about it. So every such neuron is a place on a map, and the loss is the height there.
# To learn is to find the lowest place:
#
# $$W^* = \operatorname*{argmin}_W J(W)$$
#
# **Move it.** Drag the dot over the map; arrow keys move it too. Beside it you see the line that belongs to that
# place. Look for the bluest spot by hand, before you let `steps` do it.

# %%
LossSurface("a line through points")

# %% [markdown]
# The height is nothing but `evaluate`: set the weights, and ask for the loss on all points.

# %%
X, y = line(40, noise=0.35, slope=2.0, intercept=1.0, seed=3)  # the points above
neuron = Sequential([Input((1,)), Dense(1)])
neuron.compile(loss="mse")
for w0, w1 in [(-2.0, -1.0), (1.0, 2.0)]:
    neuron.set_weights([np.array([[w1]]), np.array([w0])])
    print(f"J({w0:4}, {w1:4}) = {neuron.evaluate(X, y):.4f}")

# %% [markdown]
# For a straight line the lowest place can even be computed, by least squares. Does descent find it?

# %%
columns = np.column_stack([np.ones(len(X)), X])
best = np.linalg.lstsq(columns, y)[0]
found = LossSurface("a line through points", steps=60, learning_rate=0.5)
path = found.path
print(
    "least squares            w₀, w₁ =",
    best.round(4),
    "  J =",
    round(np.mean((columns @ best - y) ** 2), 6),
)
print("sixty steps of descent   w₀, w₁ =", path[-1, :2].round(4), "  J =", round(path[-1, 2], 6))

# %% [markdown]
# It does. And descent goes on working where no formula for the lowest place exists. Here is a yes or no:
# real tumours, told apart by one measurement, with a sigmoid and cross-entropy.

# %%
LossSurface("benign or malignant", steps=40)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "In the last map, w₁ of the trained neuron is far below 0. What does that say about the tumours?",
    {
        "the larger the nuclei, the less likely benign": "A negative w₁ means that ŷ, the probability of benign, falls as the radius grows.",
        "the larger the nuclei, the more likely benign": "Then ŷ would rise with the radius, and w₁ would be positive.",
        "nothing, the sign depends on the start": "Start wherever you like on that map: every path bends to the same blue place.",
    },
    right="the larger the nuclei, the less likely benign",
)

# %% [markdown]
# ## Which way? <a id="F3"></a>
#
# One weight first. There are only two ways to go, and the sign of the slope says which:
#
# * slope **negative**: the curve falls to the right. Go **right**.
# * slope **positive**: it falls to the left. Go **left**.
#
# One formula does both, because of its minus sign: $w \leftarrow w - \eta\, \frac{dJ}{dw}$.
#
# **Move it.** Drag the start from one side to the other. The dashed line is the slope; the arrow at the foot of the picture is
# the one step.

# %%
Descent("parabola", start=-2.0, learning_rate=0.3, steps=1)

# %% [markdown]
# The slide calls this picture oversimplified, and it is: with a thousand weights there are a thousand slopes. But
# each weight looks only at its own. That is all that a gradient is, the list of those slopes.
#
# **When it goes wrong.** Forget the minus, and you have written gradient *ascent*. It looks for the worst network there is:

# %%
for sign, name in [(-1, "w − η · slope"), (+1, "w + η · slope")]:
    w, heights = -2.0, []
    for _ in range(6):
        heights.append((w - 1) ** 2 / 2)
        w = w + sign * 0.3 * (w - 1)
    print(name, "  J =", np.round(heights, 2))

# %% [markdown]
# ## One weight, by hand <a id="F4"></a>
#
# The smallest network that there is: one weight, no bias, no bend. It says $\hat y = x w$, and it is wrong by
#
# $$E = (x w - y)^2$$
#
# The chain rule gives the slope. The square gives one factor, its inside the other: $\frac{dE}{dw} = 2\,(x w - y)\,x$.
#
# It starts with $w = 0.5$ and the learning rate $\alpha = 0.1$. The first pair is $x = 2$, $y = 4$.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "w = 0.5, α = 0.1, and the pair is (2, 4). Where is w after this one step?",
    {
        "1.7": "The error is 2·0.5 − 4 = −3, the slope 2·(−3)·2 = −12, and 0.5 − 0.1·(−12) = 1.7.",
        "1.1": "So it would be if the inner factor x = 2 were forgotten: the slope is −12, not −6.",
        "−0.7": "That is 0.5 − 1.2. The slope is negative, and minus times minus is plus: go right.",
        "2": "2 would be perfect, as y = 2x. But the rate is 0.1: one step goes a part of the way.",
    },
    right="1.7",
)

# %%
OneWeight([(2, 4), (1, 2), (3, 6)], w=0.5, learning_rate=0.1, step=1)

# %% [markdown]
# Go on with *next pair*. Each pair has a parabola of its own: the same floor at $w = 2$, but three different steepnesses.
# These are the slides' numbers, and here is the library's SGD making them:

# %%
w = np.array([0.5])
mse, sgd = losses.MeanSquaredError(), optimizers.SGD(learning_rate=0.1)
for x, y in [(2.0, 4.0), (1.0, 2.0), (3.0, 6.0)]:
    slope = mse.gradient([y], x * w) * x
    before = float(mse([y], x * w))
    sgd.apply_gradients([(slope, w)])
    print(f"({x:g}, {y:g})   E = {before:.4f}   slope = {slope[0]:6.2f}   w → {w[0]:.3f}")

# %% [markdown]
# 1.7, then 1.76, then 2.192. The last pair has the largest $x$, so the steepest parabola, and the same learning rate carries
# the weight *past* 2. Why it can do that, and how bad it can get, comes next.
#
# **When it goes wrong.** The same three pairs with a larger rate. The first step goes far past 2, and the third pair makes
# things worse than they were at the start.

# %%
OneWeight(w=0.5, learning_rate=0.25, step=3)

# %% [markdown]
# ## How far? <a id="F5"></a>
#
# The number $\eta$, the **learning rate**, is chosen by you. It is the most important number that you will ever choose for a
# network.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "On the parabola J = (w − 1)²/2 the slope is w − 1. From which learning rate on does descent run away?",
    {
        "above 1": "At η = 1 one step lands exactly on the floor. Between 1 and 2 it jumps over, and still lands lower.",
        "above 2": "The distance to the floor is multiplied by 1 − η each step. Beyond η = 2 that factor is below −1: farther each time.",
        "never, the slope always points downhill": "It points downhill *where you stand*. A long step does not notice that the ground rises again.",
    },
    right="above 2",
)

# %% [markdown]
# **Move it.** Go slowly through the learning rate, from 0.02 up to 2.2. You will meet four behaviours: too small, stable,
# swinging from side to side, and running away. The first step that ends higher than it began gets a ring.

# %%
Descent("parabola", start=-2.0, learning_rate=0.02, steps=20)

# %% [markdown]
# Why 2? Write $d = w - 1$ for the distance to the floor. A step makes it $d - \eta d = (1 - \eta)\, d$. So everything hangs on one
# factor:

# %%
print("   η    factor   distance after 0, 1, 2, … steps")
for rate in (0.02, 0.3, 1.0, 1.9, 2.0, 2.2):
    path = Descent("parabola", start=-2.0, learning_rate=rate, steps=5).path
    print(f"{rate:4}   {1 - rate:5.2f}   ", (path - 1).round(3))

# %% [markdown]
# On a parabola that is $c$ times as steep the bound is $2/c$. Now you can say what happened in F4: pair $(3, 6)$ has the error
# $9 (w-2)^2$, so $c = 18$, and every rate above $2/18 \approx 0.11$ runs away on it. The pair $(1, 2)$ would have borne nearly ten
# times as much.
#
# **When it goes wrong: too large.** The walk is over after a few steps, and not at the bottom.

# %%
Descent("parabola", start=0.0, learning_rate=2.1, steps=10)

# %% [markdown]
# **When it goes wrong: too flat.** Where the ground is level, the slope is close to 0 and so is every step. A larger learning
# rate helps little: drag the start towards the valley instead, and see where it wakes up.

# %%
Descent("plateau", start=-3.6, learning_rate=0.5, steps=60)

# %% [markdown]
# ### A rate that shrinks
#
# Too small is slow, too large is unsteady. So begin large and get smaller: a **schedule**. It shows where the slope is noisy. Here the line is
# fitted to one point at a time, and each point pulls its own way:

# %%
points, heights = line(40, noise=0.35, slope=2.0, intercept=1.0, seed=3)
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
            heights,
            batch_size=1,
            initial_epoch=epoch,
            epochs=epoch + 1,
            verbose=0,
            callbacks=[schedule],
        )
        after.append(neuron.evaluate(points, heights))
    print(
        f"{name:15} J after epoch 1: {after[0]:.3f}   2: {after[1]:.3f}   4: {after[3]:.3f}   12: {after[-1]:.4f}"
    )

# %% [markdown]
# The least squares line has 0.1240. The large rate is quick at first and never comes to rest. The small one begins slowly. The schedule has the
# large rate's beginning and, in the end, the lowest loss of the three.
#
# ## The whole algorithm <a id="F2"></a>
#
# Now with as many weights as you like.
#
# 1. Initialise the weights at random, $W \sim \mathcal N(0, \sigma^2)$.
# 2. Compute the gradient $\frac{\partial J}{\partial W}$.
# 3. Update: $W \leftarrow W - \eta\, \frac{\partial J}{\partial W}$.
# 4. Go back to 2, until the loss no longer falls.
#
# Four lines on a slide, four lines of Python. Here they are for logistic regression, on 569 real tumours with 30 measurements each:

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
# The same with the library: one dense unit, `SGD`, all examples in one batch. Same start, so the same place after the same number of steps?

# %%
net = Sequential([Input((30,)), Dense(1, activation="sigmoid", use_bias=False)])
net.compile(optimizer=optimizers.SGD(0.5), loss="binary_crossentropy")
net.set_weights([start[:, None]])
net.fit(X, y, epochs=201, batch_size=len(X), verbose=0)
print("largest difference between the two:", f"{np.abs(net.get_weights()[0][:, 0] - w).max():.0e}")

# %% [markdown]
# The same, up to the rounding of 32-bit floats. There is no magic in `fit`.
#
# But how do we know that `gradient` *is* the gradient? Somebody worked it out on paper. Try it: move one weight a little up,
# a little down, and look at what the loss does.
#
# $$\frac{\partial J}{\partial w_i} \approx \frac{J(w + h\, e_i) - J(w - h\, e_i)}{2h}$$

# %%
slow, quick = numerical_gradient(loss, start), gradient(start)
print("by trial     ", slow[:4].round(7))
print("by formula   ", quick[:4].round(7))
print("largest relative error:", f"{check_gradients(loss, gradient, start):.0e}")

# %% [markdown]
# By trial it takes $2 \cdot 30$ losses for one step. A net with a million weights would need two million. That is why the next lecture,
# backpropagation, exists. This check is what it will be tested with.
#
# ### On the map
#
# With two weights you can watch. The arrow at the start is the gradient: it points straight uphill, square to the contour line. The first step goes
# exactly the other way.
#
# **Move it.** Click anywhere. Then change the surface.

# %%
Hillside("bowl")

# %% [markdown]
# In a bowl every start leads straight to the middle. Real losses are rarely round. Here is a valley that is twenty times as steep across as it
# is along:

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Along the floor the slope is w₀, across it 20 w₁. Which learning rates are stable, and which direction decides?",
    {
        "below 0.1, and across decides": "2/20 = 0.1 across, 2/1 = 2 along. One rate serves both weights, so the steepest direction sets the limit.",
        "below 2, and along decides": "Along the floor, yes. But across it the factor is 1 − 20η, and that leaves −1 … 1 at η = 0.1.",
        "below about 1, the middle of both": "There is no averaging: if one weight runs away, the loss does.",
    },
    right="below 0.1, and across decides",
)

# %%
Hillside("ravine", learning_rate=0.09)

# %% [markdown]
# It bounces from wall to wall and creeps along the floor. The rate is limited by the steepest direction, the time is set by the flattest.
# Optimizers, three lectures from here, exist because of this picture.
#
# **When it goes wrong.** A little more, 0.105, and the bouncing grows. The first step that climbs has the ring.

# %%
Hillside("ravine", start=(-2.6, 0.3), learning_rate=0.105, steps=40)

# %% [markdown]
# ## Which valley? <a id="F6"></a>
#
# Descent sees only the ground at its feet. So it goes down into the valley where it happens to be. The lowest valley of all is the **global
# minimum**; any other is a **local** one.
#
# **Move it.** Find a start that leads to the left valley. Where exactly is the watershed? Then raise the learning rate: can a large step carry the weight
# across?

# %%
Descent("two valleys", start=2.1, learning_rate=0.05, steps=40)

# %% [markdown]
# And here is a map with nine valleys. Click about.

# %%
Hillside("several minima")

# %% [markdown]
# **When it goes wrong: a saddle.** Down in one direction, up in the other. The gradient at its middle is 0 and yet it is no minimum. A start that
# is a hair's breadth off the ridge gets away, but only after a long rest.

# %%
Hillside("saddle", start=(-1.7, 0.002), steps=40)

# %% [markdown]
# Do networks have such landscapes? The smallest one with a bend does. It has two weights, $\hat y = w_1 \tanh(w_0 x)$. Turn both signs, and nothing
# changes at all, because $\tanh(-z) = -\tanh z$. So **every minimum has a twin**, and between the twins lies a ridge.

# %%
Hillside("two-weight net")

# %% [markdown]
# ## Where a slide is wrong
#
# Deck D3 warns that $J$ is "not necessarily *concave*". The word is **convex**.
#
# A curve is *convex* if every chord lies above it, like a bowl: then a local minimum is the global one. It is *concave* if every chord lies below
# it, like a hilltop. A loss that can be learned is never concave, so the slide's sentence warns of nothing. Let us look at chords between random pairs of
# networks:

# %%
x = np.linspace(-2, 2, 9)
target = 1.5 * np.tanh(x)


def tiny_net(w):  # two weights, and a bend between them
    return losses.mean_squared_error(target, w[1] * np.tanh(w[0] * x))


def logistic(w):  # from z itself: probabilities are cut off at 1e-7, and a flat end is not convex
    return losses.BinaryCrossentropy(from_logits=True)(y, X @ w)


rng = np.random.default_rng(1)
print("                        chord above   chord below")
for name, J, size in [("logistic regression", logistic, 30), ("net with two weights", tiny_net, 2)]:
    a, b = rng.normal(0, 2, size=(2, 2000, size))
    middle = np.array([float(J((p + q) / 2)) for p, q in zip(a, b)])
    ends = np.array([float(J(p) + J(q)) / 2 for p, q in zip(a, b)])
    print(f"{name:22}   {np.mean(ends > middle):9.1%}   {np.mean(ends < middle):11.1%}")

# %% [markdown]
# Logistic regression is **convex**: no chord lies below, so it has one valley. And it is as far from concave as can be, which makes the slide's sentence true
# of it and useless. The net with a bend is *neither*. It is not **convex**: that is the warning.
#
# Its two minima show it best. Both are perfect, and half-way between them is a poor network, one that always says 0:

# %%
one, twin = np.array([1.0, 1.5]), np.array([-1.0, -1.5])
for w in (one, (one + twin) / 2, twin):
    print("w =", w, "  J =", round(float(tiny_net(w)), 4))

# %% [markdown]
# ## The landscape of a real network <a id="F7"></a>
#
# A map has two directions, a network a thousand. So cut: take the trained weights $W$, draw two random directions $D_1$ and $D_2$, and look at the loss on
# the plane through them, as Li et al. (2017) did:
#
# $$f(a, b) = J(W + a\, D_1 + b\, D_2)$$
#
# Their trick: each filter of a direction is made as long as the same filter of the net. Otherwise a net with large weights would look flat only because the same step is
# small to it.
#
# Below are three nets, trained a moment ago on the moons, with one, four and ten hidden layers. The map is made of 1089 networks, each tried on all points.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The net gets deeper: ten hidden layers instead of one. What becomes of its landscape?",
    {
        "smoother, as there are more weights to get around obstacles": "More directions do help descent. But this plane, near this net, becomes rougher.",
        "rougher, with more hollows": "Each layer multiplies what the ones before it do. Small changes grow, and bends fall on bends.",
        "the same, as depth only changes the number of weights": "The loss is a different function of them. Look, and count the hollows.",
    },
    right="rougher, with more hollows",
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
# **Move it.** The cross is the trained net, and the dot is another one: drag it, and see on the right what that network makes of the plane. Then choose ten hidden layers. Then draw other
# directions, for one cut proves little. So count, on three cuts each:

# %%
for depth in (1, 4, 10):
    cuts = [Landscape(depth, seed=seed).seen for seed in range(3)]
    print(
        f"{depth:2} hidden layers, {cuts[0]['weights']:4} weights: J = {cuts[0]['loss']:.3f} in the middle, "
        f"hollows on three cuts: {[cut['hollows'] for cut in cuts]}"
    )

# %% [markdown]
# The deep net reaches a lower loss, in a rougher country. And a caution: a cut shows two directions of a thousand. A hollow of the cut need not be a minimum
# of the whole, for there are a thousand other ways out. That is one reason why descent works so much better than its pictures suggest.
#
# ## What you can now do
#
# * say in which direction a weight moves, from the sign of its slope;
# * follow one weight through three pairs by hand: 0.5, 1.7, 1.76, 2.192;
# * tell from a loss curve whether the learning rate is too small, stable or too large, and say why 2 divided by the steepness is the limit;
# * write the algorithm in four lines, and check its gradient by trial;
# * explain what *not convex* means, and why a net with a hidden layer always has more than one minimum.
#
# ## Your next task
#
# Open the problem set [`gradient_descent`](../exercises/gradient_descent/gradient_descent.ipynb) and begin with `update`. Then come
# `descend`, `one_weight` and `numerical_gradient`. You are told at once what is wrong, and by name.
#
# ## Sources
#
# Slides: D0 and D2 (the algorithm), D1 and D2 (the loss surface, argmin), D1 (landscapes), D3 and D4 (learning rate, minima), D4 (the sign of the slope,
# the one-weight example).
#
# * A. Cauchy, *Méthode générale pour la résolution des systèmes d'équations simultanées*, Comptes rendus 25, 1847: where it all began.
# * S. Boyd, L. Vandenberghe, *Convex Optimization*, Cambridge University Press, 2004: chords, and what convexity is good for.
# * Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, *Efficient BackProp*, 1998: learning rates and steep directions.
# * Y. Dauphin et al., *Identifying and attacking the saddle point problem in high-dimensional non-convex optimization*, NeurIPS 2014.
# * H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, *Visualizing the Loss Landscape of Neural Nets*, NeurIPS 2018 (on arXiv since 2017).
