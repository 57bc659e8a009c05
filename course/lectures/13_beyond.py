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
# **The question.** So far, the data were plentiful, complete, balanced, numeric and public, and each network started
# with random weights and learned one task. In practice, this is rare. What can you do then?
#
# This lecture gives six short answers. At the end you take your networks to Keras.
#
# After this lecture you can
#
# * keep, freeze and retrain layers, and say when this helps and when it does not,
# * train one network for several tasks, and choose the weights of their losses,
# * fill missing values, weight rare classes, encode labels, and turn a series into examples,
# * reconstruct an image from a gradient, and protect it,
# * transfer weights between this library and Keras.
#
# **Time:** about 100 minutes. **You need:** [lecture 04, Networks](04_networks.ipynb), [lecture 10,
# Evaluation](10_evaluation.ipynb) and [lecture 12, Normalization](12_normalization.ipynb).

# %%
import numpy as np
from chainrule import datasets, layers, models, optimizers, set_random_seed
from chainrule_widgets import picture, question
from chainrule_widgets.beyond import Codes, Forecast, Leak, RareClass, Transfer, TwoHeads

# %% [markdown]
# ## The idea
#
# Look at ten digits. Any two of them have something in common: a stroke, an arc, or a loop.

# %%
X, y = datasets.digits()
first_of_each = np.stack([X[y == digit][1].reshape(8, 8) for digit in range(10)])
strip = np.pad(first_of_each, ((0, 0), (0, 0), (1, 1))).transpose(1, 0, 2).reshape(8, -1)
with picture("The handwritten digits 0 to 9, eight pixels wide.", width=9, height=1.0) as axes:
    # A transparent grey can be read in a light and in a dark theme.
    axes.imshow(np.dstack([np.full((*strip.shape, 3), 0.5), strip / 16]))
    axes.axis("off")

# %% [markdown]
# The features that help to recognize a loop in a 6 also help with an 8. So features that were learned once need not be
# learned again, neither for another class nor for another task. The first two sections use this.
#
# ## Transfer learning <a id="M1"></a>
#
# A network has learned the digits 0 to 4 from many examples. Now you need the digits 5 to 9, but you have only *three*
# images of each. Keep the lower layers and **freeze** them, which means that training does not change them. Train only
# a new last layer, the **head**.

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
lower.trainable = False  # from here on, its weights do not change
new = models.Sequential([lower, layers.Dense(5, activation="softmax", name="new_head")])
new.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
before = lower.get_weights()[0]
new.fit(X[~old] / 16, y[~old] - 5, epochs=10, verbose=0)
print("weights that are trained:", [w.shape for w in new.trainable_weights])
print("the lower layer has changed:", not np.array_equal(before, lower.get_weights()[0]))
new.summary()

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You have three examples of each new digit. Which network is best on other images?",
    {
        "all layers trained from random weights": "It must learn thousands of weights from fifteen images. It overfits.",
        "lower layers kept and frozen": "Only the head is new. It has few weights, and its inputs are features that were "
        "learned from many images.",
        "lower layers kept and trained further": "Fifteen images can make them worse before they make them better.",
    },
    right="lower layers kept and frozen",
)

# %% [markdown]
# **Try it.** To make the task harder, each digit is placed at a random position of a larger image. So a network must
# recognize a stroke at *any* position. For every position of the slider, real networks were trained just now. For which
# number of examples does the order of the three change?

# %%
Transfer(3)

# %% [markdown]
# A rule of thumb: **with few examples, freeze the lower layers; with more, train them further; with many, you can start
# with random weights.**
#
# **When transfer does not help.** For plain digits in the middle of the image, the 64 grey values are good features
# themselves. A frozen layer that was trained for 0 to 4 has lost information that 5 to 9 need.


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
# So transfer learning helps only if the old task needs similar features as the new one. Always compare it with a
# network that starts with random weights.
#
# **A common mistake: frozen too late.** As in Keras, `trainable = False` takes effect at the next `compile`.

# %%
late = models.Sequential([layers.Dense(3, input_shape=(2,)), layers.Dense(1)])
late.compile("sgd", "mse")
data = np.random.default_rng(0).normal(size=(50, 2)), np.ones((50, 1))
late.fit(*data, epochs=1, verbose=0)
start = late.layers[0].get_weights()[0]
late.layers[0].trainable = False
late.compile("sgd", "mse")  # remove this line and see what happens
late.fit(*data, epochs=1, verbose=0)
change = np.abs(late.layers[0].get_weights()[0] - start).max()
print("largest change of a frozen weight:", change)

# %% [markdown]
# ## Multitask learning <a id="M2"></a>
#
# There is one image and there are two questions: *which digit is it?* and *is it odd?* Two separate networks would have
# to learn the same features twice. In multitask learning, they share the lower layers (the **trunk**), and each
# question has its own **head**. Gradient descent needs one number, so the losses are added with weights:
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
by_hand = 0.7 * of_digit + 0.3 * of_odd
print(f"0.7 · {of_digit:.4f} + 0.3 · {of_odd:.4f} = {by_hand:.4f}, and J = {total:.4f}")

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "losses = [0.5, 3], weights = [2, 0.25]. What is J, and which task has the larger weight in the next step?",
    {
        "3.5, the second": "This is the sum without the weights.",
        "1.75, the first": "2 · 0.5 + 0.25 · 3 = 1 + 0.75. The first gradient is multiplied by 2, the second by 0.25.",
        "0.875, the first": "This is divided by the number of tasks. But J is a sum, not a mean.",
    },
    right="1.75, the first",
)

# %% [markdown]
# **Try it.** The trunk has only four units, so it cannot be good at both tasks. Eleven such networks were trained. Move
# the slider to both ends: what does a head predict if its loss has the weight 0?

# %%
TwoHeads(0.5)

# %% [markdown]
# **A common mistake: losses of different size.** One head predicts a price, in thousands. Its squared error is about a
# million times as large as the cross-entropy of the other head. What happens to the digits?


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
    print(f"weight of the price loss {weight:7.0e}   accuracy on digits: {price_head(weight):.3f}")

# %% [markdown]
# So first scale the targets (see lecture 12), and then choose the weights of the losses.
#
# ## Missing data <a id="M3"></a>
#
# A sensor was off for an hour. The data now contain `NaN`, "not a number". Every calculation with NaN gives NaN.

# %%
table = np.array([[1.0, 20.0], [np.nan, 40.0], [4.0, np.nan]])
w = np.array([0.5, 0.1])
print("a weighted sum     ", table @ w)
print("a mean             ", table.mean(axis=0))
print("is NaN == NaN?     ", np.nan == np.nan)

# %% [markdown]
# If a batch contains one NaN, all weights are NaN after one step. If you remove the row, you also lose its known
# values. So replace each missing value by the mean of the known values in its column. This is called **imputation**.

# %%
filled = np.where(np.isnan(table), np.nanmean(table, axis=0), table)
print(filled)

# %% [markdown]
# How much accuracy does this cost? In the next cell, more and more of the 569 · 30 measurements of the tumours are
# removed. The gaps are filled with the means of the *training* rows. For comparison, all rows with a gap are removed.

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


print("missing   filled with the mean   rows without a gap only")
for missing in (0.0, 0.02, 0.1, 0.4):
    gaps = np.where(rng.random(B.shape) < missing, np.nan, B)
    mean = np.nanmean(gaps[train], axis=0)
    full = np.where(np.isnan(gaps), mean, gaps)
    complete = train[~np.isnan(gaps[train]).any(axis=1)]
    by_mean = neuron(full[train], b[train], full[test], b[test])
    if len(complete) > 5:
        removed = neuron(B[complete], b[complete], full[test], b[test])
        result = f"{removed:.3f}  ({len(complete)} rows)"
    else:
        result = f"(only {len(complete)} rows)"
    print(f"{missing:7.0%}   {by_mean:.3f}                  {result}")

# %% [markdown]
# Even if 40 % are missing, filling works well, because the thirty measurements of a tumour are strongly related. (There
# are 169 test rows: a difference of 0.01 means two patients, and may be due to chance.) If you remove rows, soon none
# are left.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "10 % of the values are missing, at random places in 30 columns. How many of 400 rows have no gap?",
    {
        "about 360": "This would be right for one column. But a row has thirty values.",
        "about 200": "A value is known with probability 0.9, and all thirty values of a row with 0.9³⁰.",
        "about 17": "0.9³⁰ ≈ 0.042, and 0.042 · 400 ≈ 17. Almost all rows have a gap.",
    },
    right="about 17",
)

# %% [markdown]
# ### Imbalanced classes
#
# There are two hundred patients, and ten of them are ill. A model that answers "healthy" for everybody is right in 95 %
# of all cases. So give the examples of rare classes a larger weight in the loss:
#
# $$w_c = \frac{n}{k \cdot n_c}$$
#
# $n$ is the number of examples, $k$ the number of classes, and $n_c$ the number of examples of class $c$.

# %%
labels = np.repeat([0, 1], [190, 10])
kinds, counts = np.unique(labels, return_counts=True)
weights = {int(c): float(len(labels) / (len(kinds) * n)) for c, n in zip(kinds, counts)}
print({c: round(w, 4) for c, w in weights.items()}, "  ratio", round(weights[1] / weights[0], 6))

# %% [markdown]
# **Try it.** One neuron with two measurements is trained again while you drag. Watch accuracy and recall: they do not
# agree about which weight is better.

# %%
RareClass(1.0)

# %%
# The weight of the rare class is twice as large as n / (k · n_c). What happens to healthy people?
RareClass(40.0)

# %% [markdown]
# In `chainrule`, as in Keras: `model.fit(X, y, class_weight={0: 0.53, 1: 10.0})`.
#
# ## Names and time series <a id="M4"></a>
#
# A network needs numbers. How can "Bonn" become a number? You could number five towns from 0 to 4.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Towns are numbered in alphabetical order, and a linear neuron learns their rents. What does the numbering assume?",
    {
        "nothing, because a number is only a name": "For us. But the neuron multiplies the number by a weight.",
        "that rents rise or fall evenly with the number": "One weight times the number is a straight line.",
        "that all rents are equal": "This would need a weight of 0.",
    },
    right="that rents rise or fall evenly with the number",
)

# %%
town = np.array([2, 0, 4])
print("numbers      ", town)
print("one-hot rows\n", np.eye(5)[town])

# %% [markdown]
# **Try it.** Drag the rents. Exchange the numbers of two towns: the dashed line of the numbered towns changes, but the
# squares of the one-hot encoding stay.

# %%
Codes()

# %% [markdown]
# ### Time series
#
# A time series is one long sequence. Put a **window** over some of its values, which are the input; the value after the
# window is the target. Then move the window by one step to get the next example.

# %%
series = np.array([10.0, 20, 40, 80, 70])
width = 2
windows = np.lib.stride_tricks.sliding_window_view(series, width)[:-1]
for window, target in zip(windows, series[width:]):
    print(window, "→", target)

# %% [markdown]
# **Try it.** A linear neuron has learned to predict the next month from the months in the window. From month 96 on, its
# own predictions become its inputs. The series is the sum of two waves: how wide must the window be?

# %%
Forecast(2)

# %% [markdown]
# **The window is too narrow.** With only one month, you cannot know whether the wave is rising or falling.

# %%
Forecast(1)

# %% [markdown]
# **A common mistake: shuffled windows.** The order of time matters. The validation data must come after the training
# data. The next cell uses a random walk, for which no prediction is better than the last value. But if the validation
# windows *overlap* with the training windows, a model that memorizes looks good.

# %%
rng = np.random.default_rng(4)
walk = np.cumsum(rng.normal(size=400))
width = 12
W = np.lib.stride_tricks.sliding_window_view(walk, width)[:-6].copy()
target = walk[width + 5 :]  # the value six steps later


def nearest(train, test):
    """Predict the target of the most similar training window; return the mean error."""
    distance = ((W[test][:, None] - W[train][None]) ** 2).sum(axis=2)
    return np.abs(target[train][distance.argmin(axis=1)] - target[test]).mean()


mixed, half = rng.permutation(len(W)), len(W) // 2
by_time = np.arange(half), np.arange(half, len(W))
print("error, validation on shuffled windows:", nearest(mixed[:half], mixed[half:]).round(2))
print("error, validation on later windows:   ", nearest(*by_time).round(2))
print("error of the last value:              ", np.abs(W[:, -1] - target).mean().round(2))

# %% [markdown]
# On a random walk, nothing can be better than the last value. The first result is wrong, because the neighbours of each
# window, and their targets, were in the training data. So split a series *by time*: train on the past and validate on
# the future.

# %% [markdown]
# ## Privacy <a id="M5"></a>
#
# "The data never leave the hospital. Only *gradients* are sent." This sounds safe. But a dense layer computes $z = x W
# + b$. If $\delta$ is the gradient with respect to $z$:
#
# $$\frac{\partial J}{\partial W} = x^T \delta \qquad\qquad \frac{\partial J}{\partial b} = \delta$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You get ∂J/∂W and ∂J/∂b of the first layer, for one patient. What can you find out about x?",
    {
        "nothing, because the gradient is about weights": "Look at the two formulas again. One of them contains x.",
        "roughly which class it is": "You can find out more than this.",
        "x itself, exactly": "Column k of ∂J/∂W is x · δₖ, and ∂J/∂b contains δₖ. Divide one by the other.",
    },
    right="x itself, exactly",
)

# %%
set_random_seed(5)
network = models.Sequential(
    [
        layers.Dense(32, activation="relu", dtype="float64"),
        layers.Dense(10, activation="softmax", dtype="float64"),
    ]
)
network.compile("sgd", "sparse_categorical_crossentropy")
secret, label = X[3:4] / 16, y[3:4]
_, gradients = network.gradients(secret, label)
unit = np.abs(gradients[1]).argmax()
reconstructed = gradients[0][:, unit] / gradients[1][unit]
print("largest error of a pixel:", np.abs(reconstructed - secret[0]).max())

# %% [markdown]
# **Try it.** In a larger batch, the examples are mixed. Does this protect them? Then try the real protection: **clip**
# the gradient of each example, and **add noise**.

# %%
Leak(3)

# %%
# A batch of four. The result is a mixture of the digits for which the unit is active; this may be only one.
Leak(12, batch=4)

# %% [markdown]
# The noise is added in every step. Over a large batch it averages out, but for a single example it does not. So the
# network learns what all examples have in common, and details of one example are hidden. How much accuracy does this
# cost?


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
# Noise of 0.1 hides a single digit. Ten times as much noise, with batches of 32 and sixty steps, costs this small
# network almost no accuracy. Forty times as much costs a lot. How much noise is *enough* is the subject of differential
# privacy; see Abadi and others below.

# %% [markdown]
# ## Keras <a id="M6"></a>
#
# You have used the names, defaults and shapes of Keras all the time. The left column is a program for Keras, and the
# right column the same program for `chainrule`.
#
# | Keras | chainrule |
# |---|---|
# | `from keras import models, layers` | `from chainrule import models, layers` |
# | `model = models.Sequential()` | the same |
# | `model.add(layers.Dense(32, activation="relu", input_shape=(784,)))` | the same |
# | `model.add(layers.Dense(10, activation="softmax"))` | the same |
# | `model.compile(optimizer="rmsprop", loss="mse", metrics=["accuracy"])` | the same |
# | `model.fit(X, Y, batch_size=128, epochs=10)` | the same |
# | `model.get_weights()`, `model.set_weights(weights)` | the same, with the same shapes |
#
# Only the first line differs. So run it:

# %%
model = models.Sequential()
model.add(layers.Dense(32, activation="relu", input_shape=(784,)))
model.add(layers.Dense(10, activation="softmax"))
model.compile(optimizer="rmsprop", loss="mse", metrics=["accuracy"])
inputs = np.random.default_rng(0).random((256, 784))
model.fit(inputs, np.eye(10)[np.arange(256) % 10], batch_size=128, epochs=2, verbose=0)
model.summary()

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "How many parameters does this model have?",
    {
        "25 408": "These are the weights only: 784 · 32 + 32 · 10. Each unit has a bias as well.",
        "25 450": "784 · 32 + 32 = 25 120, and 32 · 10 + 10 = 330.",
        "826": "This is the sum of the sizes. A dense layer has one weight for each pair of input and output.",
    },
    right="25 450",
)

# %% [markdown]
# **Weights can be transferred.** `get_weights` returns a list of arrays: for each layer, the kernel of shape (inputs,
# units), then the bias. A Keras model with the same layers accepts this list:
# `keras_model.set_weights(model.get_weights())`. A batch normalization layer has four arrays: gamma, beta, moving mean
# and moving variance. The next cell transfers weights between two models:

# %%
print([w.shape for w in model.get_weights()])
other = models.Sequential(
    [
        layers.Dense(32, activation="relu", input_shape=(784,)),
        layers.Dense(10, activation="softmax"),
    ]
)
print("equal before:", np.allclose(other.predict(inputs), model.predict(inputs)))
other.set_weights(model.get_weights())
print("equal after: ", np.array_equal(other.predict(inputs), model.predict(inputs)))

# %% [markdown]
# **A common mistake: wrong shapes.** If the list does not fit, the error says where:

# %%
try:
    other.set_weights([w.T for w in model.get_weights()])
except ValueError as error:
    print(error)

# %% [markdown]
# ## Names of older versions <a id="older"></a>
#
# Two lines of older programs do not run in today's Keras, nor here: `models.Model(input=…, output=…)` and
# `layers.Dropout(p=0.5)`.

# %%
a = layers.Input(shape=(4,))
out = layers.Dense(1)(a)
for old_line in (lambda: models.Model(input=a, output=out), lambda: layers.Dropout(p=0.5)):
    try:
        old_line()
    except TypeError as error:
        print("TypeError:", error)

# %%
model = models.Model(inputs=a, outputs=out)
print("today:", model.count_params(), "parameters; rate", layers.Dropout(rate=0.5).rate)

# %% [markdown]
# ## Your next task
#
# There are two short problem sets. First [`data`](../exercises/data/data.ipynb): `impute`, `class_weights`, `one_hot`
# and `windows`. Then [`beyond`](../exercises/beyond/beyond.ipynb): `multitask_loss` and `transfer`.
#
# And then the last one, [`digits`](../exercises/digits/digits.ipynb): `train_digits`. It combines everything that you
# have written in one function, which reads handwritten digits that it has never seen. An accuracy of 95 % gives full
# marks.
#
# ## Sources
#
# * S. J. Pan, Q. Yang, *A survey on transfer learning*, IEEE Transactions on Knowledge and Data Engineering 22, 2010.
# * J. Yosinski, J. Clune, Y. Bengio, H. Lipson, *How transferable are features in deep neural networks?*, NIPS 2014:
#   frozen and retrained layers compared.
# * R. Caruana, *Multitask learning*, Machine Learning 28, 1997.
# * R. Little, D. Rubin, *Statistical analysis with missing data*, Wiley, 1987.
# * H. He, E. Garcia, *Learning from imbalanced data*, IEEE Transactions on Knowledge and Data Engineering 21, 2009.
# * L. Zhu, Z. Liu, S. Han, *Deep leakage from gradients*, NeurIPS 2019.
# * M. Abadi, A. Chu, I. Goodfellow, H. B. McMahan, I. Mironov, K. Talwar, L. Zhang, *Deep learning with differential
#   privacy*, CCS 2016: clip the gradient of each example, then add noise.
# * F. Chollet and others, *Keras*, 2015, keras.io.
#
# <details>
# <summary><b>If you use the slides</b></summary>
#
# The [glossary](../glossary.ipynb#decks) says what the decks D0 to D4 contain. This lecture covers D0 (transfer and
# multitask learning), D1, D2 and D4 (Keras), and D3 (missing and imbalanced data, non-numerical data, time series,
# privacy).
#
# * D4 writes `models.Model(input=…, output=…)`. Today the arguments are `inputs` and `outputs`.
# * D2 writes `layers.Dropout(p=0.5)`. Today the argument is `rate`.
#
# </details>
