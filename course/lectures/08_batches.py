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
# **The question.** You have a million examples. The loss is an average over all of them, and so is its gradient. Must
# you read all examples before you can take a single step? And if you use only a few of them, is the step still good?
#
# After this lecture you can
#
# * say what a batch, a step and an epoch are, and count them,
# * explain how the batch size changes the noise, the time and the memory,
# * divide examples into shuffled batches so that every example is used once, with its own target,
# * recognize wrong batches by their training curves.
#
# **Time:** about 75 minutes. **You need:** [lecture 06, Gradient descent](06_gradient_descent.ipynb).

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
# You want to know the average height of the people in your town. You can measure everybody. Or you measure thirty
# people, drawn at random: the result is only a little wrong, and you save a lot of time.
#
# A gradient is an average, too. So compute it with a few examples, drawn at random: a **batch** (also called a
# mini-batch). In the plot, each thin line is the loss of *one* example as a function of one weight. The thick line is
# their average, which is the loss that you want to minimize. The dashed line is the average of eight examples.

# %%
X, y = line(40, noise=0.5, seed=0)
w = np.linspace(0, 4, 81)
of_each = (1 + w[:, np.newaxis] * X[:, 0] - y) ** 2  # one column for each example
chosen = np.random.default_rng(5).permutation(40)[:8]
with picture(
    "Forty thin parabolas with their minima in many places; a thick one, their average, with its minimum near 2; "
    "and a dashed one, the average of eight, with its minimum not far from there.",
    width=6,
    height=2.8,
) as axes:
    axes.plot(w, of_each, linestyle="-", linewidth=0.5, color="0.6")
    axes.plot(w, of_each.mean(axis=1), linestyle="-", linewidth=3)
    axes.plot(w, of_each[:, chosen].mean(axis=1), linestyle="--", linewidth=2)
    axes.set(ylim=(0, 2.5), xlabel="w", ylabel="loss")
print("minimum for all 40:", round(w[of_each.mean(axis=1).argmin()], 2))
print("minimum for the 8: ", round(w[of_each[:, chosen].mean(axis=1).argmin()], 2))

# %% [markdown]
# ## One example, some, or all <a id="H1"></a>
#
# | name | examples for one step | gradient |
# |---|---|---|
# | **batch** gradient descent | all | exact for this training set |
# | **stochastic** gradient descent | one, drawn at random | fast to compute, very noisy |
# | **mini-batch** gradient descent | $B$, drawn at random | fast to compute, a little noisy |
#
# In papers and programs, "SGD" mostly means mini-batches. All three are the same method with a different batch size: $B
# = n$, $B = 1$, or a number between them.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "There are 64 examples. Each run may use 192 examples in total, with the same learning rate. Which batch size "
    "leads to the lowest loss: 1, 8, 32, or all 64 at once?",
    {
        "all 64 at once, because the gradient is exact": "It is exact. But 192 examples are only three steps, and three steps do not lead far.",
        "batches of 1 or 8": "They take 192 and 24 steps. Each step is a little wrong, but together they are faster.",
        "all the same, because they use the same examples": "They use the same examples, but they take 192, 24, 6 and 3 steps.",
    },
    right="batches of 1 or 8",
)

# %% [markdown]
# **Try it.** The explorable shows four runs of gradient descent on the same loss surface. Press play. Then choose
# *steps* instead of *examples*: now every run takes 24 steps, no matter how many examples they need.

# %%
BatchSizes()

# %% [markdown]
# With the same number of examples, the small batches are better at the beginning. With the same number of steps, the
# large batches go straighter to the minimum. Both comparisons matter: the number of examples determines the amount of
# computation; but a computer that processes many examples at once needs about the same time for each step.
#
# **The learning rate is too large.** The learning rate is now 0.9. It works with all examples at once, but not with one
# example at a time. Look at the paths, then decrease the learning rate until all four runs converge.

# %%
BatchSizes(learning_rate=0.9, budget="steps")

# %% [markdown]
# Why? The loss of *one* example at $x$ is a parabola with the curvature $2(1 + x^2)$, which is up to 4. The curvature
# of the average of all examples is only about half as large, because their steep directions differ. A learning rate
# that is good for the average is too large for some of the examples.

# %%
X, y = line(64, noise=0.5, seed=2)
features = np.column_stack([np.ones(64), X[:, 0]])
of_all = np.linalg.eigvalsh(2 * features.T @ features / 64).max()
of_one = (2 * (1 + X[:, 0] ** 2)).max()
print(f"all at once: largest learning rate           2 / {of_all:.2f} = {2 / of_all:.2f}")
print(f"the steepest single example: learning rate   2 / {of_one:.2f} = {2 / of_one:.2f}")

# %% [markdown]
# ### The noise
#
# How wrong is the gradient of a batch? We keep the weights fixed and draw 300 batches. Each batch has a gradient, and
# each gradient is a dot. The cross is the gradient of all 64 examples.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You use batches of 4 instead of 1. How much smaller does the spread of the gradients become?",
    {
        "four times smaller": "Four numbers are averaged, and their errors cancel only in part. So it is less than four times.",
        "two times smaller": "The spread of an average of B numbers is proportional to 1/√B, and √4 = 2.",
        "not smaller at all": "The average of four numbers is seldom as extreme as a single one.",
    },
    right="two times smaller",
)

# %%
GradientCloud(batch_size=1)

# %% [markdown]
# In the right plot, both axes are logarithmic, so $1/\sqrt B$ is a straight line. The measured points lie on this line
# for small batches, and below it for large ones. The reason is that we draw *without replacement*: a batch of all 64
# examples has no noise at all.
#
# $$\text{spread}(B) = \frac{\text{spread}(1)}{\sqrt B} \cdot \sqrt{\frac{n - B}{n - 1}}$$

# %%
cloud = GradientCloud(batch_size=1)
measured, one, n = cloud.seen["measured"], cloud.seen["one"], 64
for B in (1, 4, 16, 32, 64):
    simple = one / np.sqrt(B)
    exact = simple * np.sqrt((n - B) / (n - 1))
    print(f"B = {B:2}   measured {measured[B - 1]:.3f}   1/√B {simple:.3f}   formula {exact:.3f}")

# %% [markdown]
# Four times as many examples give half the noise. This is one reason why batches are seldom very large.
#
# **Near the minimum.** Here the noise is the same, but the gradient itself is small. How many of the dots still point
# in a direction in which the loss falls?

# %%
GradientCloud(batch_size=1, place="near the minimum")

# %% [markdown]
# So gradient descent with small batches comes near the minimum quickly, and then moves around it at random. The remedy
# is to make the learning rate smaller during training. The next cell compares a constant learning rate with a
# decreasing one, for twenty epochs each.

# %%
lowest = np.linalg.lstsq(features, y)[0]
smallest = np.mean((features @ lowest - y) ** 2)
decreasing = optimizers.schedules.InverseTimeDecay(0.3, decay_steps=200, decay_rate=1.0)
for name, rate in (("constant, 0.3", 0.3), ("decreasing from 0.3", decreasing)):
    above = []
    for _ in range(3):
        model = models.Sequential([layers.Dense(1, input_shape=(1,))])
        model.compile(optimizers.SGD(rate), "mean_squared_error")
        model.fit(X, y, batch_size=1, epochs=20, verbose=0)
        above.append(model.evaluate(X, y) - smallest)
    print(f"{name:20} loss above the minimum: {np.mean(above):.4f}  (average of three runs)")

# %% [markdown]
# ### Time and memory
#
# For one step, every layer keeps its outputs for all examples of the batch, because the backward pass needs them. So
# the memory grows with $B$. The weights and their gradients are stored only once. The next cell counts the numbers for
# a network that reads digits, with the layers 64 → 32 → 10.

# %%
images, labels = digits()
targets = np.eye(10)[labels]
weights = 64 * 32 + 32 + 32 * 10 + 10
print("   B   steps per epoch   numbers stored   products per step   ms per epoch   loss")
for B in (1, 8, 32, 256, len(images)):
    model = models.Sequential(
        [layers.Dense(32, "relu", input_shape=(64,)), layers.Dense(10, "softmax")]
    )
    model.compile(optimizers.SGD(0.05), "categorical_crossentropy")
    start = time.perf_counter()
    model.fit(images / images.max(), targets, batch_size=B, epochs=2, verbose=0)
    ms = (time.perf_counter() - start) / 2 * 1e3
    stored = 2 * weights + B * (64 + 32 + 10)
    products = B * (2 * 64 * 32 + 3 * 32 * 10)  # the input needs no gradient
    steps = -(-len(images) // B)
    loss = model.history.history["loss"][-1]
    print(f"{B:4} {steps:17} {stored:16,} {products:19,} {ms:14.1f} {loss:6.3f}")

# %% [markdown]
# An epoch with batches of 1 has exactly as many products as an epoch with batches of 256, but it takes much longer:
# each step has some extra work, and processors are fast at large matrix products. But in the same two epochs, the small
# batches have reached a lower loss. Batches of about 32 are a good compromise. This is why 32 is the default in Keras.
#
# ## The algorithm <a id="H2"></a>
#
# The algorithm has six lines. The most important one computes the average gradient of the batch:
#
# $$\frac{\partial J}{\partial W} = \frac 1B \sum_{k=1}^{B} \frac{\partial J_k}{\partial W}$$
#
# One pass through all examples is an **epoch**. Before each epoch, the examples are shuffled and then divided into
# batches. So every example is used exactly once in each epoch, and the batches are different in each epoch.
#
# **Try it.** Go through the algorithm line by line. The bars are the gradients of the examples in the batch, and the
# dashed line is their average.

# %%
Algorithm(batch_size=4, step=3)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "There are 1000 examples, and you train for 5 epochs with batches of 32. How many steps are taken?",
    {
        "155": "1000 / 32 is 31.25. In every epoch, 8 examples remain; they form one more batch.",
        "156": "This is 5000 / 32. But a batch never contains examples of two epochs.",
        "160": "In each epoch there are 31 full batches and one batch of 8: 32 steps, five times.",
        "5": "This is the number of epochs. A step is taken after every batch.",
    },
    right="160",
)

# %%
examples = np.arange(1000)
sizes = [len(examples[start : start + 32]) for start in range(0, 1000, 32)]
print("batches per epoch:", len(sizes), "  size of the last batch:", sizes[-1])
print("steps in 5 epochs:", 5 * len(sizes))

# %% [markdown]
# Does the library use this formula? The next cell computes the gradient of each example of a batch separately, and then
# their average.

# %%
X, y = blobs(50, noise=4.0, classes=2, seed=0)
model = models.Sequential([layers.Input(shape=(2,), dtype="float64")])
for units, activation in ((3, "tanh"), (1, "sigmoid")):
    start = initializers.GlorotUniform(seed=units)  # the same numbers in every run
    model.add(layers.Dense(units, activation, kernel_initializer=start, dtype="float64"))
model.compile(optimizers.SGD(0.1), "binary_crossentropy")

batch = np.random.default_rng(0).permutation(50)[:8]
_, of_the_batch = model.gradients(X[batch], y[batch])
of_each = [model.gradients(X[[k]], y[[k]])[1] for k in batch]
mean = [np.mean(parts, axis=0) for parts in zip(*of_each)]
for weight, a, b in zip(model.weights, of_the_batch, mean):
    print(f"{weight.name:6} {weight.shape!s:7} largest difference {np.abs(a - b).max():.1e}")

# %% [markdown]
# **A common mistake: the last batch.** With ten examples and a batch size of four, the last batch has two examples. In
# the explorable below, its sum is divided by four nevertheless. Its step is only half as long as it should be, so these
# two examples count only half.

# %%
Algorithm(batch_size=4, divide_by="batch_size, always", step=9)

# %% [markdown]
# ### Why shuffle?
#
# Data are often sorted: first all the cats, then all the dogs. From a batch of cats, a network learns that *everything
# is a cat*.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "96 examples are sorted by class, and they are not shuffled. The batch size is 8. How does the loss of all examples change within an epoch?",
    {
        "it falls as usual, because the same examples are used": "They are the same examples. But there are twelve steps, and the first six all move towards class 0.",
        "it falls and rises again, in every epoch": "While it learns one class, the neuron forgets the other one.",
        "it stays the same, because the steps cancel": "They would cancel if the gradients were added before the step. But a step is taken after each batch.",
    },
    right="it falls and rises again, in every epoch",
)

# %%
Orders(batch_size=8, learning_rate=2.0)

# %% [markdown]
# Increase the batch size to 96. Now there is only one batch, so sorted data are as good as shuffled data, because a sum
# does not depend on the order. But this is batch gradient descent, with only five steps in total.
#
# **A common mistake.** The third line shows the most expensive mistake in this lecture: `X` and `y` are shuffled
# separately. There is no error message, and the shapes are right. But no example has its own target any more, so there
# is nothing to learn. Use one *order* for both:

# %%
rng = np.random.default_rng(0)
X, y = np.array([[1], [2], [3], [4], [5]]), np.array([10, 20, 30, 40, 50])
order = rng.permutation(5)
print("one order for both:", dict(zip(X[order][:, 0].tolist(), y[order].tolist())))
separately = dict(zip(rng.permutation(X)[:, 0].tolist(), rng.permutation(y).tolist()))
print("separately:        ", separately)


# %% [markdown]
# **Your turn.** Below is a first attempt at a function that makes batches. Each frame is a batch, and each number is an
# example. The sign ≠ means that an example has the target of another one. Read the message and correct the function
# until you see the tick. Then move the sliders.


# %%
def my_minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X) - batch_size + 1, batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]


deal(my_minibatches)

# %% [markdown]
# **A common mistake.** This function draws each batch at random from all examples. But in an epoch every example must
# be used once.


# %%
def draws_each_batch(X, y, batch_size, rng):
    for _ in range(-(-len(X) // batch_size)):
        rows = rng.integers(len(X), size=batch_size)
        yield X[rows], y[rows]


deal(draws_each_batch, count=12, batch_size=4)

# %% [markdown]
# How many examples are not used in such an epoch? The probability that an example is never drawn is $(1 - 1/n)^n
# \approx 1/e$, so more than a third of them.

# %%
rng = np.random.default_rng(0)
missed = [1 - len(np.unique(rng.integers(1000, size=1000))) / 1000 for _ in range(200)]
print(f"missed on average {np.mean(missed):.3f}   1/e = {np.exp(-1):.3f}")


# %% [markdown]
# ### An epoch by hand
#
# This is logistic regression with two examples: $x = 1$ with $y = 1$, and $x = -1$ with $y = 0$. The weight is $w = 0$,
# and $\eta = 1$. Both examples are in one batch, so the result is not random. In the first step $p = \tfrac12$ for
# both, and the average of $(p - y)\,x$ is
#
# $$\tfrac12 \Bigl( (\tfrac12 - 1) \cdot 1 + (\tfrac12 - 0) \cdot (-1) \Bigr) = -\tfrac12
# \qquad\text{so}\qquad w = 0 - 1 \cdot (-\tfrac12) = \tfrac12$$
#
# The library takes the same step, and a second one.

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
# ## Which gradient is exact? <a id="exact"></a>
#
# The gradient of all examples is **exact** for the training set. The gradients of *mini-batches* are approximations of
# it. The next cell shows this for one network: it compares the gradient of all examples, and the gradients of batches
# of 10, with the numerical gradient.

# %%
X, y = blobs(50, noise=4.0, classes=2, seed=0)
start = [weight.copy() for weight in model.get_weights()]


def loss_with(kernel):
    model.set_weights([kernel, *start[1:]])
    return model.evaluate(X, y)


numeric = numerical_gradient(loss_with, start[0])
model.set_weights(start)


def error(gradient):
    return np.linalg.norm(gradient - numeric) / np.linalg.norm(numeric)


exact = error(model.gradients(X, y)[1][0])
print(f"all 50 at once:        relative error {exact:.1e} (rounding)")
order = np.random.default_rng(0).permutation(50)
parts = [model.gradients(X[rows], y[rows])[1][0] for rows in np.split(order, 5)]
for k, part in enumerate(parts, start=1):
    print(f"mini-batch {k} of 10:    relative error {error(part):.0%}")
print(f"average of the five:   relative error {error(np.mean(parts, axis=0)):.1e}")

# %% [markdown]
# The training set itself is only a sample of all possible data. In this sense, even the exact gradient of the training
# set is an approximation.
#
# ## Your next task
#
# Open the problem set [`training`](../exercises/training/training.ipynb). There you write `minibatches`, which makes
# the batches, and then `train`, the training loop. If the check rejects your batches, look at them here with `deal`.
#
# ## Sources
#
# * H. Robbins, S. Monro, *A stochastic approximation method*, Annals of Mathematical Statistics 22, 1951: steps with
#   noisy gradients, and why the learning rate must decrease.
# * L. Bottou, F. E. Curtis, J. Nocedal, *Optimization methods for large-scale machine learning*, SIAM Review 60, 2018:
#   when one example is better than all of them.
# * N. S. Keskar, D. Mudigere, J. Nocedal, M. Smelyanskiy, P. T. P. Tang, *On large-batch training for deep learning:
#   generalization gap and sharp minima*, ICLR 2017.
# * P. Goyal et al., *Accurate, large minibatch SGD: training ImageNet in 1 hour*, arXiv:1706.02677, 2017: batches of
#   thousands, and how to choose the learning rate for them.
#
# <details>
# <summary><b>If you use the slides</b></summary>
#
# The [glossary](../glossary.ipynb#decks) says what the decks D0 to D4 contain. This lecture covers D0, D2 and D4
# (stochastic, batch and mini-batch gradient descent), and D2 (the algorithm).
#
# * D4 says that *batch* gradient descent has "approximate gradients". The gradient of the whole training set is exact;
#   the gradients of mini-batches are approximate.
#
# </details>
