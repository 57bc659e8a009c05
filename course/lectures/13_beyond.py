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
# # Beyond
#
# **The question.** So far the data were plenty, complete, balanced, numbers, and nobody's secret. And each net
# began at nothing and learned one thing. In the world outside, none of that holds. What then?
#
# Six answers, each one small. At the end you take your nets along to Keras, where the rest of the world is.

# %%
import numpy as np
from chainrule import datasets, layers, models, optimizers, set_random_seed
from chainrule_widgets import picture, question
from chainrule_widgets.beyond import Codes, Forecast, Leak, RareClass, Transfer, TwoHeads

# %% [markdown]
# ## The idea
#
# Look at ten digits. Whichever two you take, they share something: a stroke, a hook, a loop.

# %%
X, y = datasets.digits()
first_of_each = np.stack([X[y == digit][1].reshape(8, 8) for digit in range(10)])
strip = np.pad(first_of_each, ((0, 0), (0, 0), (1, 1))).transpose(1, 0, 2).reshape(8, -1)
with picture("The handwritten digits 0 to 9, eight pixels wide.", width=9, height=1.0) as axes:
    # A middle grey that is more or less see-through: it is ink in a light and in a dark theme.
    axes.imshow(np.dstack([np.full((*strip.shape, 3), 0.5), strip / 16]))
    axes.axis("off")

# %% [markdown]
# What finds a loop in a 6 finds it in an 8. So what a lower layer has learned need not be learned again: not for
# another class, and not for another question. Everything in the first two sections follows from that.
#
# ## Transfer learning <a id="M1"></a>
#
# A net has learned 0 to 4, from thousands of sheets. Now you need 5 to 9, and you have *three* pictures of each. Keep the
# lower layers. Freeze them. Train a new last layer, the **head**.

# %%
set_random_seed(0)
old = y < 5
net = models.Sequential(
    [
        layers.Dense(64, activation="relu", input_shape=(64,), name="lower"),
        layers.Dense(5, activation="softmax", name="old_head"),
    ]
)
net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
net.fit(X[old] / 16, y[old], epochs=10, verbose=0)

lower = net.get_layer("lower")
lower.trainable = False  # from here on it is only read
new = models.Sequential([lower, layers.Dense(5, activation="softmax", name="new_head")])
new.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
before = lower.get_weights()[0]
new.fit(X[~old] / 16, y[~old] - 5, epochs=10, verbose=0)
print("weights that learn:", [w.shape for w in new.trainable_weights])
print("the lower layer has moved:", not np.array_equal(before, lower.get_weights()[0]))
new.summary()

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Three examples of each new digit. Which net will be best on others?",
    {
        "all layers from scratch": "It must find thousands of weights from fifteen pictures. It finds some "
        "that fit those fifteen.",
        "lower layers kept and frozen": "Only the head is new: few weights, and features that thousands of "
        "sheets have paid for.",
        "lower layers kept and thawed": "They may be spoiled by fifteen pictures before they are improved.",
    },
    right="lower layers kept and frozen",
)

# %% [markdown]
# **Move it.** To make it hard, each digit stands somewhere on a larger sheet: a net must learn what a stroke is
# *wherever* it stands. Real nets were trained just now, for every place of the slider. Where does the order change?

# %%
Transfer(3)

# %% [markdown]
# So the rule of thumb: **few examples, freeze; more, thaw; many, you may begin anew.**
#
# **When it goes wrong: nothing to transfer.** On plain digits, centred and clean, the 64 grey values are good
# features themselves. There a frozen layer that was made for 0 to 4 has thrown away what 5 to 9 would have needed.


# %%
def few_shot(from_old, seed, n=3):
    set_random_seed(seed)
    rng = np.random.default_rng(seed)
    Z, t = X[~old] / 16, y[~old] - 5
    chosen = np.concatenate([rng.permutation(np.flatnonzero(t[:400] == c))[:n] for c in range(5)])
    first = layers.Dense(64, activation="relu", input_shape=(64,))
    model = models.Sequential([first, layers.Dense(5, activation="softmax")])
    if from_old:
        first.set_weights(lower.get_weights())
        first.trainable = False
    model.compile(optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(Z[chosen], t[chosen], epochs=40, verbose=0)
    return model.evaluate(Z[400:], t[400:])[1]


for from_old in (True, False):
    name = "frozen " if from_old else "scratch"
    print(name, np.mean([few_shot(from_old, seed) for seed in range(4)]).round(3))

# %% [markdown]
# Transfer is a bet: that the old task needed the same features, and that the new one could not find them alone. Try it
# against a net from scratch, always.
#
# **When it goes wrong: frozen too late.** `trainable = False` holds from the next `compile` on. Here, as in Keras.

# %%
late = models.Sequential([layers.Dense(3, input_shape=(2,)), layers.Dense(1)])
late.compile("sgd", "mse")
data = np.random.default_rng(0).normal(size=(50, 2)), np.ones((50, 1))
late.fit(*data, epochs=1, verbose=0)
start = late.layers[0].get_weights()[0]
late.layers[0].trainable = False
late.compile("sgd", "mse")  # leave this line out, and see
late.fit(*data, epochs=1, verbose=0)
print("moved by", np.abs(late.layers[0].get_weights()[0] - start).max())

# %% [markdown]
# ## Multitask learning <a id="M2"></a>
#
# One picture, two questions: *which digit is it?* and *is it odd?* Two nets would learn to see twice. So let them
# share a **trunk**, and give each question a **head**. A step downhill needs one number:
#
# $$J = \sum_i w_i\, J_i$$

# %%
x = layers.Input(shape=(64,))
trunk = layers.Dense(4, activation="tanh", name="trunk")(x)
digit = layers.Dense(10, activation="softmax", name="digit")(trunk)
odd = layers.Dense(1, activation="sigmoid", name="odd")(trunk)
two = models.Model(inputs=x, outputs=[digit, odd])
two.compile(
    "adam",
    loss={"digit": "sparse_categorical_crossentropy", "odd": "binary_crossentropy"},
    loss_weights={"digit": 0.7, "odd": 0.3},
)
total, of_digit, of_odd = two.evaluate(X / 16, [y, y % 2])
print(
    f"0.7 · {of_digit:.4f} + 0.3 · {of_odd:.4f} = {0.7 * of_digit + 0.3 * of_odd:.4f}, and J = {total:.4f}"
)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "losses = [0.5, 3], weights = [2, 0.25]. What is J, and which task does the next step serve more?",
    {
        "3.5, the second": "Without the weights. They are there to say that a loss of 3 need not weigh more than one of 0.5.",
        "1.75, the first": "2 · 0.5 + 0.25 · 3 = 1 + 0.75. And the first gradient is doubled, the second quartered.",
        "0.875, the first": "That divides by the number of tasks. It is a sum, and not a mean.",
    },
    right="1.75, the first",
)

# %% [markdown]
# **Move it.** A trunk of four units only, so that there is not room for everything. Eleven such nets were trained. Push
# the share to both ends: what does the head say that nobody pays for?

# %%
TwoHeads(0.5)

# %% [markdown]
# **When it goes wrong: losses of different size.** One head tells a price, in thousands. Its squared error is a million
# times the other's cross-entropy. Who is heard?


# %%
def price_head(weight):
    set_random_seed(3)
    x = layers.Input(shape=(64,))
    trunk = layers.Dense(16, activation="relu")(x)
    digit = layers.Dense(10, activation="softmax", name="digit")(trunk)
    price = layers.Dense(1, name="price")(trunk)
    model = models.Model(inputs=x, outputs=[digit, price])
    model.compile(
        optimizers.Adam(0.01),
        loss={"digit": "sparse_categorical_crossentropy", "price": "mse"},
        loss_weights={"digit": 1.0, "price": weight},
    )
    model.fit(X[:1200] / 16, [y[:1200], 1000.0 * y[:1200]], epochs=15, verbose=0)
    return (model.predict(X[1200:] / 16)[0].argmax(axis=1) == y[1200:]).mean()


for weight in (1.0, 1e-7):
    print(f"weight of the price {weight:7.0e}   digit right: {price_head(weight):.3f}")

# %% [markdown]
# Weights of the losses are units as much as wishes. Bring the targets in size first (the last lecture), then say
# what you want.
#
# ## Missing data <a id="M3"></a>
#
# A sensor was off for an hour. In the table there is now `NaN`, "not a number". It is contagious.

# %%
table = np.array([[1.0, 20.0], [np.nan, 40.0], [4.0, np.nan]])
w = np.array([0.5, 0.1])
print("a weighted sum     ", table @ w)
print("a mean             ", table.mean(axis=0))
print("is NaN == NaN?     ", np.nan == np.nan)

# %% [markdown]
# One `NaN` in a batch, and after one step all weights are `NaN`. Throwing its row away throws away what *was* measured.
# So guess: the mean of the known numbers in the column.

# %%
filled = np.where(np.isnan(table), np.nanmean(table, axis=0), table)
print(filled)

# %% [markdown]
# How much does a guess cost? The tumours again. We lose more and more of the 30 × 569 numbers, and fill the
# gaps by the mean of the *training* rows. Beside it: dropping each row that has a gap.

# %%
B, b = datasets.breast_cancer()
rng = np.random.default_rng(1)
order = rng.permutation(len(B))
train, test = order[:400], order[400:]


def neuron(Z, t, Z_test, t_test):
    mu, sigma = Z.mean(axis=0), Z.std(axis=0)
    set_random_seed(1)
    model = models.Sequential([layers.Dense(1, activation="sigmoid")])
    model.compile(optimizers.SGD(0.1), "binary_crossentropy", metrics=["accuracy"])
    model.fit((Z - mu) / sigma, t, epochs=20, verbose=0)
    return model.evaluate((Z_test - mu) / sigma, t_test)[1]


print("lost   mean filled in   rows without a gap")
for lost in (0.0, 0.02, 0.1, 0.4):
    holes = np.where(rng.random(B.shape) < lost, np.nan, B)
    mean = np.nanmean(holes[train], axis=0)
    full = np.where(np.isnan(holes), mean, holes)
    whole = train[~np.isnan(holes[train]).any(axis=1)]
    by_mean = neuron(full[train], b[train], full[test], b[test])
    dropped = (
        f"{neuron(B[whole], b[whole], full[test], b[test]):.3f}  ({len(whole)} rows)"
        if len(whole) > 5
        else f"(only {len(whole)} rows)"
    )
    print(f"{lost:4.0%}   {by_mean:.3f}            {dropped}")

# %% [markdown]
# Even with 40 % lost the guesses do well, for thirty measurements of one tumour say the same thing several times over. (The
# test rows are 169: a difference of a hundredth is two patients, and chance.) Dropping rows runs out of rows.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "10 % of the numbers are missing, here and there, in 30 columns. How many of 400 rows have no gap?",
    {
        "about 360": "That would be so with one column. A row has thirty chances to have a gap.",
        "about 200": "Each entry is there with 0.9, and all thirty of a row with 0.9³⁰.",
        "about 17": "0.9³⁰ ≈ 0.042, and 0.042 · 400 ≈ 17. Nearly all the data would go.",
    },
    right="about 17",
)

# %% [markdown]
# ### Skewed data
#
# Two hundred patients, ten of them sick. Say "healthy" to everyone, and you are right in 95 %. Let each example
# count as much as its class is rare:
#
# $$w_c = \frac{n}{k \cdot n_c}$$

# %%
labels = np.repeat([0, 1], [190, 10])
kinds, counts = np.unique(labels, return_counts=True)
weights = {int(c): float(len(labels) / (len(kinds) * n)) for c, n in zip(kinds, counts)}
print({c: round(w, 4) for c, w in weights.items()}, "  ratio", round(weights[1] / weights[0], 6))

# %% [markdown]
# **Move it.** One neuron, two measurements. It is trained anew while you drag. Watch accuracy and recall: they do not
# agree about what is better.

# %%
RareClass(1.0)

# %%
# The rare class twice as heavy as balanced: what do the healthy say to that?
RareClass(40.0)

# %% [markdown]
# In `chainrule`, as in Keras: `model.fit(X, y, class_weight={0: 0.53, 1: 10.0})`.
#
# ## Names and time <a id="M4"></a>
#
# A net eats numbers. What is "Bonn" as a number? Tempting: number the towns, 0 to 4.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Towns are numbered by alphabet, and a linear neuron is to learn their rents. What does the numbering claim?",
    {
        "nothing, it is only a name": "To us. The neuron multiplies it by a weight: town 4 gets four times what town 1 gets.",
        "that rents rise or fall evenly with the alphabet": "One weight times the number is a straight line through the towns.",
        "that all rents are equal": "Only a weight of 0 would say so.",
    },
    right="that rents rise or fall evenly with the alphabet",
)

# %%
town = np.array([2, 0, 4])
print("numbers      ", town)
print("one-hot rows\n", np.eye(5)[town])

# %% [markdown]
# **Move it.** Drag the rents. Swap two towns' numbers: the dashed line changes its mind, the squares do not.

# %%
Codes()

# %% [markdown]
# ### Time series
#
# A series has no rows. Lay a window over it: *these came, what comes next?* Move it on by one, and there is the next
# example.

# %%
series = np.array([10.0, 20, 40, 80, 70])
width = 2
windows = np.lib.stride_tricks.sliding_window_view(series, width)[:-1]
for window, following in zip(windows, series[width:]):
    print(window, "→", following)

# %% [markdown]
# **Move it.** A linear neuron has learned the next month from the months in the window. From month 96 on it is fed with
# its own guesses. How wide must the window be for two waves, one on the other?

# %%
Forecast(2)

# %% [markdown]
# **When it goes wrong: too narrow.** With one month, is the wave rising or falling? Nobody can know.

# %%
Forecast(1)

# %% [markdown]
# **When it goes wrong: shuffled.** Time has an order, and a validation set must respect it. Take the windows of a random
# walk, which nobody can foretell better than "as today". A net that memorises looks clever if its
# validation windows *overlap* those it was trained on.

# %%
rng = np.random.default_rng(4)
walk = np.cumsum(rng.normal(size=400))
wide = 12
W = np.lib.stride_tricks.sliding_window_view(walk, wide)[:-6].copy()
later = walk[wide + 5 :]  # the value six steps on


def nearest(train, test):
    """Answer with what followed the most similar window of the training part."""
    distance = ((W[test][:, None] - W[train][None]) ** 2).sum(axis=2)
    return np.abs(later[train][distance.argmin(axis=1)] - later[test]).mean()


mixed, half = rng.permutation(len(W)), len(W) // 2
print("validated on shuffled windows:", nearest(mixed[:half], mixed[half:]).round(2))
print("validated on the future:      ", nearest(np.arange(half), np.arange(half, len(W))).round(2))
print("to say 'as today':            ", np.abs(W[:, -1] - later).mean().round(2))

# %% [markdown]
# Better than "as today", on a random walk? That cannot be. The neighbours of each window were in the training part, and
# with them its future. Cut a series in two *by time*: the past to learn from, the future to be tested on.

# %% [markdown]
# ## Privacy <a id="M5"></a>
#
# "The data never leave the hospital. Only *gradients* are sent." That sounds safe. A dense layer computes $z = x W + b$, and
# so, with $\delta$ the slope at $z$:
#
# $$\frac{\partial J}{\partial W} = x^T \delta \qquad\qquad \frac{\partial J}{\partial b} = \delta$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You are sent ∂J/∂W and ∂J/∂b of the first layer, for one patient. What can you know of x?",
    {
        "nothing, the gradient is about weights": "Look at the two formulas again. x stands in one of them.",
        "roughly which class it is": "That too. But there is more.",
        "x itself, to the last digit": "Column k of ∂J/∂W is x · δₖ, and ∂J/∂b tells δₖ. Divide.",
    },
    right="x itself, to the last digit",
)

# %%
set_random_seed(5)
victim = models.Sequential(
    [
        layers.Dense(32, activation="relu", dtype="float64"),
        layers.Dense(10, activation="softmax", dtype="float64"),
    ]
)
victim.compile("sgd", "sparse_categorical_crossentropy")
secret, label = X[3:4] / 16, y[3:4]
_, gradients = victim.gradients(secret, label)
unit = np.abs(gradients[1]).argmax()
stolen = gradients[0][:, unit] / gradients[1][unit]
print("largest error of a pixel:", np.abs(stolen - secret[0]).max())

# %% [markdown]
# **Move it.** Larger batches mix their examples. Is that a protection? Then the real remedy: **clip** the gradient, so that
# nobody can say more than so much, and **add noise** that drowns it.

# %%
Leak(3)

# %%
# A batch of four. The mixture is of those digits on which the unit is active, and that may be one alone.
Leak(12, batch=4)

# %% [markdown]
# The noise goes into every step. Over a batch of many it averages out, over one it does not. That is the bargain:
# *what all have in common is learned, what is one's own is not.* What does it cost?


# %%
def private_accuracy(noise, steps=60, batch=32):
    set_random_seed(6)
    rng = np.random.default_rng(6)
    model = models.Sequential([layers.Dense(10, activation="softmax", input_shape=(64,))])
    model.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
    sgd, weights = optimizers.SGD(0.5), model.get_weights()
    for _ in range(steps):
        total = [np.zeros_like(w) for w in weights]
        for i in rng.integers(0, 1200, batch):
            _, g = model.gradients(X[i : i + 1] / 16, y[i : i + 1])
            norm = np.sqrt(sum((part**2).sum() for part in g))  # each example is clipped by itself
            total = [t + part / max(1, norm) for t, part in zip(total, g)]
        noisy = [(t + rng.normal(0, noise, t.shape)) / batch for t in total]
        sgd.apply_gradients(list(zip(noisy, weights)))
        model.set_weights(weights)
    return model.evaluate(X[1200:] / 16, y[1200:])[1]


for noise in (0.0, 1.0, 4.0):
    print(f"noise {noise:3}   accuracy {private_accuracy(noise):.3f}")

# %% [markdown]
# A noise of 0.1 has drowned a single digit. Ten times as much, spread over a batch of 32 and sixty steps, costs this
# small net nothing. Forty times as much does. How much noise is *enough* is a theory of its own, differential privacy: see
# Abadi and others, below.

# %% [markdown]
# ## Keras <a id="M6"></a>
#
# You have used Keras all along: its names, its defaults, its shapes. Here is the proof, line by line. On the left a program for
# Keras, on the right the same one for `chainrule`.
#
# | Keras | here |
# |---|---|
# | `from keras import models, layers` | `from chainrule import models, layers` |
# | `model = models.Sequential()` | the same |
# | `model.add(layers.Dense(32, activation="relu", input_shape=(784,)))` | the same |
# | `model.add(layers.Dense(10, activation="softmax"))` | the same |
# | `model.compile(optimizer="rmsprop", loss="mse", metrics=["accuracy"])` | the same |
# | `model.fit(X, Y, batch_size=128, epochs=10)` | the same |
# | `model.get_weights()`, `model.set_weights(weights)` | the same, the same shapes |
#
# Only the first line differs. So run it.

# %%
model = models.Sequential()
model.add(layers.Dense(32, activation="relu", input_shape=(784,)))
model.add(layers.Dense(10, activation="softmax"))
model.compile(optimizer="rmsprop", loss="mse", metrics=["accuracy"])
sheet = np.random.default_rng(0).random((256, 784))
model.fit(sheet, np.eye(10)[np.arange(256) % 10], batch_size=128, epochs=2, verbose=0)
model.summary()

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "How many numbers are in that model?",
    {
        "25 408": "The weights alone: 784 · 32 + 32 · 10. Each unit has a bias as well.",
        "25 450": "784 · 32 + 32 = 25 120, and 32 · 10 + 10 = 330.",
        "826": "That adds up the widths. A dense layer has a weight for each pair.",
    },
    right="25 450",
)

# %% [markdown]
# **Weights can move house.** `get_weights` gives a list of arrays, layer by layer, kernel (inputs, units), then bias. A Keras
# model of the same layers takes that very list: `keras_model.set_weights(model.get_weights())`. Batch norm has
# four: gamma, beta, moving mean, moving variance. Between two nets of ours:

# %%
print([w.shape for w in model.get_weights()])
twin = models.Sequential(
    [
        layers.Dense(32, activation="relu", input_shape=(784,)),
        layers.Dense(10, activation="softmax"),
    ]
)
print("alike before:", np.allclose(twin.predict(sheet), model.predict(sheet)))
twin.set_weights(model.get_weights())
print("alike after: ", np.array_equal(twin.predict(sheet), model.predict(sheet)))

# %% [markdown]
# **When it goes wrong: the wrong house.** A list that does not fit is refused, and the sentence says where.

# %%
try:
    twin.set_weights([w.T for w in model.get_weights()])
except ValueError as error:
    print(error)

# %% [markdown]
# ## Where a slide is wrong
#
# Two lines of code on the slides do not run in today's Keras, nor here. Deck D4 writes `models.Model(input=…, output=…)`, deck D2
# `layers.Dropout(p=0.5)`. Both were the spelling of older versions.

# %%
a = layers.Input(shape=(4,))
out = layers.Dense(1)(a)
for slide in (lambda: models.Model(input=a, output=out), lambda: layers.Dropout(p=0.5)):
    try:
        slide()
    except TypeError as error:
        print("TypeError:", error)

# %%
print(
    models.Model(inputs=a, outputs=out).count_params(),
    "parameters;  rate",
    layers.Dropout(rate=0.5).rate,
)

# %% [markdown]
# ## What you can now do
#
# * keep, freeze and thaw layers, and say when that helps and when it does not;
# * train one trunk with several heads, and choose the weights of their losses;
# * fill gaps, weigh rare classes, turn names into columns and a series into examples;
# * read an image out of a gradient, and hide it again;
# * carry a net from here to Keras.
#
# ## Your next task
#
# Two short problem sets. First [`data`](../exercises/data/data.ipynb): `impute`, `class_weights`, `one_hot` and `windows`. Then
# [`beyond`](../exercises/beyond/beyond.ipynb): `multitask_loss` and `transfer`.
#
# And then the last one, the capstone [`digits`](../exercises/digits/digits.ipynb): `train_digits`. Everything that you have
# built, in one function, on handwriting that your notebook never sees. It is full marks from 95 of 100 on.
#
# ## Sources
#
# Slides: D0 (transfer, multitask), D1, D2 and D4 (Keras), D3 (missing and skewed data, non-numerical data, time series,
# privacy).
#
# * S. J. Pan, Q. Yang, *A survey on transfer learning*, IEEE Transactions on Knowledge and Data Engineering 22, 2010.
# * J. Yosinski, J. Clune, Y. Bengio, H. Lipson, *How transferable are features in deep neural networks?*, NIPS 2014:
#   frozen against thawed, layer by layer.
# * R. Caruana, *Multitask learning*, Machine Learning 28, 1997.
# * R. Little, D. Rubin, *Statistical analysis with missing data*, Wiley, 1987.
# * H. He, E. Garcia, *Learning from imbalanced data*, IEEE Transactions on Knowledge and Data Engineering 21, 2009.
# * L. Zhu, Z. Liu, S. Han, *Deep leakage from gradients*, NeurIPS 2019.
# * M. Abadi, A. Chu, I. Goodfellow, H. B. McMahan, I. Mironov, K. Talwar, L. Zhang, *Deep learning with differential
#   privacy*, CCS 2016: clip each example, then add noise.
# * F. Chollet and others, *Keras*, 2015, keras.io.
