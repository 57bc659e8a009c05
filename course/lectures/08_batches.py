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
# # Batches
#
# **The question.** You have a million examples. The loss is a mean over all of them, and so is its slope. Must you
# read a million lines before you may take a single step?
#
# And if you do not: what do you step along?

# %%
import time

import numpy as np
from chainrule import initializers, layers, models, optimizers
from chainrule.datasets import blobs, digits, line
from chainrule.gradients import numerical_gradient
from chainrule_widgets import picture, question
from chainrule_widgets.batches import Algorithm, BatchSizes, GradientCloud, Orders, deal

# %% [markdown]
# ## The idea
#
# You want to know how tall people are in your town. You can measure everyone. Or you measure thirty, chosen by lot,
# and are off by little, and home before lunch.
#
# A slope is a mean too. So take it over a few examples chosen by lot: a **mini-batch**. Below, each thin line is the
# loss of *one* example, over one weight. The thick line is their mean, the loss that you really want to make small. The
# dashed line is the mean of eight of them.

# %%
X, y = line(40, noise=0.5, seed=0)
w = np.linspace(0, 4, 81)
of_each = (1 + w[:, np.newaxis] * X[:, 0] - y) ** 2  # one column an example
chosen = np.random.default_rng(5).permutation(40)[:8]
with picture(
    "Forty thin parabolas with their lowest points in many places; a thick one, their mean, lowest near 2; and a "
    "dashed one, the mean of eight, lowest not far from there.",
    width=6,
    height=2.8,
) as axes:
    axes.plot(w, of_each, linestyle="-", linewidth=0.5, color="0.6")
    axes.plot(w, of_each.mean(axis=1), linestyle="-", linewidth=3)
    axes.plot(w, of_each[:, chosen].mean(axis=1), linestyle="--", linewidth=2)
    axes.set(ylim=(0, 2.5), xlabel="w", ylabel="loss")
print("lowest for all 40:", round(w[of_each.mean(axis=1).argmin()], 2))
print("lowest for the 8: ", round(w[of_each[:, chosen].mean(axis=1).argmin()], 2))

# %% [markdown]
# ## One, some, or all <a id="H1"></a>
#
# | name | looks at, for one step | its slope |
# |---|---|---|
# | **batch** descent | all examples | exact, for this training set |
# | **stochastic** descent | a single example, by lot | cheap and very noisy |
# | **mini-batch** descent | $B$ of them, by lot | cheap and a little noisy |
#
# (In papers and programs "SGD" mostly means mini-batches. The three are one family: $B = n$, $B = 1$, and what is between.)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "64 examples, the same learning rate, and each may look at 192 examples in all. Which of the four is lowest at the end: "
    "batches of 1, of 8, of 32, or all 64 at once?",
    {
        "all 64 at once, for its slope is exact": "Exact, yes. But 192 examples are only three steps, and three short steps do not lead far.",
        "batches of 1 or 8": "They make 192 and 24 steps of it. Each is a little wrong, and together they get there first.",
        "all the same, for they see the same examples": "They see the same examples. But they make 192, 24, 6 and 3 steps of them.",
    },
    right="batches of 1 or 8",
)

# %% [markdown]
# **Move it.** One loss surface, four walks. Press play. Then choose *steps* instead of *examples*: now every walk may take 24
# of them, whatever they cost.

# %%
BatchSizes()

# %% [markdown]
# At equal work the small ones win in the beginning. At equal steps the large ones go straighter. Both are true, and both
# matter: work is what you pay; but on machines that compute many examples at once, steps are what you wait for.
#
# **When it goes wrong.** The learning rate is now 0.9. All at once, that is fine. One at a time it is not. Look at the
# paths, then pull the learning rate down until all four are calm.

# %%
BatchSizes(learning_rate=0.9, budget="steps")

# %% [markdown]
# Why? The loss of *one* example at $x$ is a parabola whose curvature is $2(1 + x^2)$: up to 4. That of the mean of all is only
# half of it, for their steep directions differ. A step that suits the mean is too long for some of the examples.

# %%
X, y = line(64, noise=0.5, seed=2)
features = np.column_stack([np.ones(64), X[:, 0]])
curvature_of_all = np.linalg.eigvalsh(2 * features.T @ features / 64).max()
curvature_of_one = 2 * (1 + X[:, 0] ** 2)
print(
    f"all at once: steps stay calm below η = 2 / {curvature_of_all:.2f} = {2 / curvature_of_all:.2f}"
)
print(
    f"the steepest single example:      η = 2 / {curvature_of_one.max():.2f} = {2 / curvature_of_one.max():.2f}"
)

# %% [markdown]
# ### The noise
#
# How wrong is the slope of a mini-batch? Stay at one place, and draw 300 batches. Each has a gradient, and each gradient
# is a dot. The cross is the gradient of all 64 examples.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Batches of 4 instead of 1. How much narrower does the cloud become?",
    {
        "four times": "Four numbers are added, but their errors partly cancel and partly do not. It is less than four times.",
        "twice": "The spread of a mean of B falls as 1/√B. And √4 = 2.",
        "not at all, it only moves": "A mean of four is seldom as extreme as one of them can be.",
    },
    right="twice",
)

# %%
GradientCloud(batch_size=1)

# %% [markdown]
# On the right both axes are powers, so $1/\sqrt B$ is a straight line. The measured points lie on it, and then fall below:
# we draw *without repeats*, and a batch of all 64 has no noise left at all.
#
# $$\text{spread}(B) = \frac{\text{spread}(1)}{\sqrt B} \cdot \sqrt{\frac{n - B}{n - 1}}$$

# %%
cloud = GradientCloud(batch_size=1)
measured, one, n = cloud.seen["measured"], cloud.seen["one"], 64
for B in (1, 4, 16, 32, 64):
    theory = one / np.sqrt(B) * np.sqrt((n - B) / (n - 1))
    print(
        f"B = {B:2}   measured {measured[B - 1]:.3f}   one over √B {one / np.sqrt(B):.3f}   without repeats {theory:.3f}"
    )

# %% [markdown]
# Four times the work, half the noise. That is a poor bargain, and one reason why batches are seldom large.
#
# **When it goes wrong.** The same noise at another place. Near the minimum the slope itself is small, and the noise is not.
# How many dots lead downhill now?

# %%
GradientCloud(batch_size=1, place="near the minimum")

# %% [markdown]
# So a walk in small batches comes near the minimum quickly, and then jitters about it for ever. The remedy is to make the
# learning rate smaller on the way. Here, in the library: the same twenty epochs, with a fixed rate and with one that falls.

# %%
lowest = np.linalg.lstsq(features, y)[0]
least = np.mean((features @ lowest - y) ** 2)
falling = optimizers.schedules.InverseTimeDecay(0.3, decay_steps=200, decay_rate=1.0)
for name, rate in (("fixed at 0.3", 0.3), ("falling from 0.3", falling)):
    above = []
    for _ in range(3):
        model = models.Sequential([layers.Dense(1, input_shape=(1,))])
        model.compile(optimizers.SGD(rate), "mean_squared_error")
        model.fit(X, y, batch_size=1, epochs=20, verbose=0)
        above.append(model.evaluate(X, y) - least)
    print(f"{name:17} loss above the least possible: {np.mean(above):.4f}  (mean of three)")

# %% [markdown]
# ### Cost and memory
#
# For one step, every layer keeps what it put out for every example of the batch: the way back needs it. So memory grows
# with $B$. The weights and their gradients are kept once, whatever $B$ is. Let us count, for the digits, 64 → 32 → 10.

# %%
images, labels = digits()
targets = np.eye(10)[labels]
weights = 64 * 32 + 32 + 32 * 10 + 10
print(
    "   B   steps an epoch   numbers kept a step   products a step   ms an epoch   loss after 2 epochs"
)
for B in (1, 8, 32, 256, len(images)):
    model = models.Sequential(
        [layers.Dense(32, "relu", input_shape=(64,)), layers.Dense(10, "softmax")]
    )
    model.compile(optimizers.SGD(0.05), "categorical_crossentropy")
    start = time.perf_counter()
    model.fit(images / images.max(), targets, batch_size=B, epochs=2, verbose=0)
    ms = (time.perf_counter() - start) / 2 * 1e3
    kept = 2 * weights + B * (64 + 32 + 10)
    products = B * (2 * 64 * 32 + 3 * 32 * 10)  # forward and back; the input needs no slope
    steps = -(-len(images) // B)
    loss = model.history.history["loss"][-1]
    print(f"{B:4} {steps:16} {kept:21,} {products:17,} {ms:13.1f} {loss:21.3f}")

# %% [markdown]
# Read the table twice. An epoch in batches of 1 has exactly as many products as one in batches of 256, and takes far longer:
# each step costs some overhead, and large matrix products are what processors are good at. But in the same two epochs the
# small batches have learned more. Batches of 32 or so are a good bargain on both counts. That is why they are everybody's
# first guess, and Keras's default.
#
# ## The algorithm <a id="H2"></a>
#
# The slides' algorithm in six lines. Its heart is the fourth:
#
# $$\frac{\partial J}{\partial W} = \frac 1B \sum_{k=1}^{B} \frac{\partial J_k}{\partial W}$$
#
# Once through all examples is an **epoch**. Before each epoch they are shuffled, and then dealt out like cards: so every
# example gets its turn exactly once an epoch, and its neighbours change.
#
# **Move it.** Go line by line. The bars are the slopes of the examples in the batch; the dashed line is their mean.

# %%
Algorithm(batch_size=4, step=3)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "1000 examples, batches of 32, 5 epochs. How many steps are taken?",
    {
        "155": "1000 / 32 is 31.25. That leaves 8 examples over in every epoch, and they get a step of their own.",
        "156": "That is 5000 / 32. But an epoch ends when the examples are used up; batches do not reach into the next.",
        "160": "31 full batches and one of 8: 32 steps an epoch, five times.",
        "5": "So many epochs. A step is taken after every batch.",
    },
    right="160",
)

# %%
deck = np.arange(1000)
sizes = [len(deck[start : start + 32]) for start in range(0, 1000, 32)]
print(
    "batches an epoch:",
    len(sizes),
    "  the last has",
    sizes[-1],
    "  steps in 5 epochs:",
    5 * len(sizes),
)

# %% [markdown]
# Is the formula what the library does? Take a batch, find the gradient of each example by itself, and average.

# %%
X, y = blobs(50, noise=4.0, classes=2, seed=0)
model = models.Sequential([layers.Input(shape=(2,), dtype="float64")])
for units, bend in ((3, "tanh"), (1, "sigmoid")):
    start = initializers.GlorotUniform(seed=units)  # the same numbers at every run
    model.add(layers.Dense(units, bend, kernel_initializer=start, dtype="float64"))
model.compile(optimizers.SGD(0.1), "binary_crossentropy")

batch = np.random.default_rng(0).permutation(50)[:8]
_, of_the_batch = model.gradients(X[batch], y[batch])
of_each = [model.gradients(X[[k]], y[[k]])[1] for k in batch]
mean = [np.mean(parts, axis=0) for parts in zip(*of_each)]
for weight, a, b in zip(model.weights, of_the_batch, mean):
    print(f"{weight.name:6} {weight.shape!s:7} largest difference {np.abs(a - b).max():.1e}")

# %% [markdown]
# **When it goes wrong: the last batch.** Ten examples, batches of four: the last has two. Below, its sum is divided by four all
# the same. Its step is only half as long as it should be, and those two examples count half.

# %%
Algorithm(batch_size=4, divide_by="batch_size, always", step=9)

# %% [markdown]
# ### Why shuffle?
#
# Data often come sorted: first all the cats, then all the dogs. What does a batch of cats say? *Everything is a cat.*

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "96 examples sorted by class, batches of 8, no shuffling. What does the loss over all examples do within an epoch?",
    {
        "it falls as usual: the same examples are seen": "The same examples, but twelve steps are not one step. The first six all pull to class 0.",
        "it falls, then rises, in every epoch again": "While one class is on, the neuron forgets the other. It swings with the data.",
        "it stays where it is, the pulls cancel": "They would cancel if all were added before the step. Here a step is taken after each batch.",
    },
    right="it falls, then rises, in every epoch again",
)

# %%
Orders(batch_size=8, learning_rate=2.0)

# %% [markdown]
# Pull the batch size up to 96. Now there is one batch, and sorted is as good as shuffled: a sum has no order. But what
# you have then is batch descent, with five steps in all.
#
# **When it goes wrong.** The third line is the most expensive mistake in this lecture: `X` and `y` are shuffled, each by
# itself. Nothing crashes. The shapes are right. And there is nothing left to learn. One *order* must serve both:

# %%
rng = np.random.default_rng(0)
X, y = np.array([[1], [2], [3], [4], [5]]), np.array([10, 20, 30, 40, 50])
order = rng.permutation(5)
print("one order for both:", dict(zip(X[order][:, 0].tolist(), y[order].tolist())))
print(
    "each by itself:    ", dict(zip(rng.permutation(X)[:, 0].tolist(), rng.permutation(y).tolist()))
)


# %% [markdown]
# **Your turn.** Below stands a first attempt at a dealer. A frame is a batch, a number is an example; a ≠ means that it has
# another one's target. Read what it says, and repair it, until the tick appears. Then move the sliders.


# %%
def my_minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X) - batch_size + 1, batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]


deal(my_minibatches)

# %% [markdown]
# **When it goes wrong.** And this one draws each batch by lot, from all examples. It looks random, and it is. But an epoch is a
# deal, not a lottery.


# %%
def lottery(X, y, batch_size, rng):
    for _ in range(-(-len(X) // batch_size)):
        rows = rng.integers(len(X), size=batch_size)
        yield X[rows], y[rows]


deal(lottery, count=12, batch_size=4)

# %% [markdown]
# How many examples does such an epoch miss? Each is left out with probability $(1 - 1/n)^n \approx 1/e$, so more than a third.

# %%
rng = np.random.default_rng(0)
missed = [1 - len(np.unique(rng.integers(1000, size=1000))) / 1000 for _ in range(200)]
print(f"missed on average {np.mean(missed):.3f}   1/e = {np.exp(-1):.3f}")


# %% [markdown]
# ### An epoch by hand
#
# Logistic regression, so small that you can follow it on paper: $x = 1$ with $y = 1$, and $x = -1$ with $y = 0$; $w = 0$,
# $\eta = 1$, both examples in one batch, so that chance has no say. In the first step $p = \tfrac12$ for both, and the slopes
# $(p - y)\,x$ are
#
# $$\tfrac12 \Bigl( (\tfrac12 - 1) \cdot 1 + (\tfrac12 - 0) \cdot (-1) \Bigr) = -\tfrac12
# \qquad\text{so}\qquad w = 0 - 1 \cdot (-\tfrac12) = \tfrac12$$
#
# The library takes the same step, and one more.

# %%
X, y = np.array([[1.0], [-1.0]]), np.array([1.0, 0.0])
output = layers.Dense(
    1, "sigmoid", use_bias=False, kernel_initializer="zeros", input_shape=(1,), dtype="float64"
)
neuron = models.Sequential([output])
neuron.compile(optimizers.SGD(1.0), "binary_crossentropy")
for epoch in (1, 2):
    neuron.fit(X, y, batch_size=2, epochs=1, verbose=0)
    w, loss = neuron.get_weights()[0].item(), neuron.evaluate(X, y)
    print(f"after epoch {epoch}: w = {w:.5f}   loss over all examples = {loss:.5f}")

# %% [markdown]
# ## Where a slide is wrong
#
# Deck D4 speaks of the "approximate gradients" of *batch* descent. It is the other way round. The gradient of the whole batch
# is **exact** for the training set; the gradients of *mini*-batches approximate it. Here are all of them for one network:
# all at once and in mini-batches of 10, each set
# against the gradient by trial.

# %%
X, y = blobs(50, noise=4.0, classes=2, seed=0)
start = [weight.copy() for weight in model.get_weights()]


def loss_with(kernel):
    model.set_weights([kernel, *start[1:]])
    return model.evaluate(X, y)


by_trial = numerical_gradient(loss_with, start[0])
model.set_weights(start)


def distance(gradient):
    return np.linalg.norm(gradient - by_trial) / np.linalg.norm(by_trial)


print(
    f"all 50 at once:       off by {distance(model.gradients(X, y)[1][0]):.1e}, which is the trial's own rounding"
)
order = np.random.default_rng(0).permutation(50)
parts = [model.gradients(X[rows], y[rows])[1][0] for rows in np.split(order, 5)]
for k, part in enumerate(parts, start=1):
    print(f"mini-batch {k} of 10:   off by {distance(part):.0%}")
print(f"the mean of the five: off by {distance(np.mean(parts, axis=0)):.1e}")

# %% [markdown]
# What even the exact gradient does not know is the data that you have *not* got. The training set is itself a sample, of
# everything that could have been measured. In that sense, and only in that one, batch descent is approximate too.
#
# ## What you can now do
#
# * say what an epoch, a step and a batch are, and count them;
# * choose a batch size, and say what a larger one costs and what it brings: noise as $1/\sqrt B$;
# * deal out mini-batches so that every example comes once, with its own target, the last batch included;
# * recognise data in sorted order, and targets that have lost their examples, by their training curves.
#
# ## Your next task
#
# Open the problem set [`training`](../exercises/training/training.ipynb). There you write `minibatches`, the dealer, and then
# `train`, the loop. If your dealer is refused, bring it here to `deal`.
#
# ## Sources
#
# Slides: D0, D2, D4 (stochastic, batch and mini-batch descent), D2 (the algorithm).
#
# * H. Robbins, S. Monro, *A stochastic approximation method*, Annals of Mathematical Statistics 22, 1951: steps along noisy
#   slopes, and why the rate must fall.
# * L. Bottou, F. E. Curtis, J. Nocedal, *Optimization methods for large-scale machine learning*, SIAM Review 60, 2018:
#   when one example beats all of them.
# * N. S. Keskar, D. Mudigere, J. Nocedal, M. Smelyanskiy, P. T. P. Tang, *On large-batch training for deep learning:
#   generalization gap and sharp minima*, ICLR 2017.
# * P. Goyal et al., *Accurate, large minibatch SGD: training ImageNet in 1 hour*, arXiv:1706.02677, 2017: batches of
#   thousands, and what must be done to the learning rate.
