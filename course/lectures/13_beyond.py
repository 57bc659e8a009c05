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
# **The question.** In the earlier lectures there were enough data. The data were complete, numeric and public, with a
# similar number of examples in each class. Each network started with random weights and learned one task. In practice,
# you rarely have such a problem. What can you do then?
#
# This lecture gives five short answers. At the end, you transfer your networks to Keras.
#
# After this lecture you can
#
# * keep, freeze and retrain layers, and say when this helps;
# * train one network for several tasks, and choose the weights of their losses;
# * fill missing values, weight rare classes, encode labels, and turn a time series into examples;
# * reconstruct an image from a gradient, and protect it;
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
# The next cell draws ten handwritten digits. Many of them have something in common: a stroke, an arc, or a loop.

# %% jupyter={"source_hidden": true}
X, y = datasets.digits()
first_of_each = np.stack([X[y == digit][1].reshape(8, 8) for digit in range(10)])
strip = np.pad(first_of_each, ((0, 0), (0, 0), (1, 1))).transpose(1, 0, 2).reshape(8, -1)
with picture("The handwritten digits 0 to 9, eight pixels wide.", width=9, height=1.0) as axes:
    # A transparent grey can be read in a light and in a dark theme.
    axes.imshow(np.dstack([np.full((*strip.shape, 3), 0.5), strip / 16]))
    axes.axis("off")

# %% [markdown]
# A feature that recognizes the loop of a 6 is also useful for an 8. So a network can use features again that it has
# learned before, for other classes or for another task. The first two sections do this.
#
# ## Transfer learning <a id="M1"></a>
#
# A network has learned the digits 0 to 4 from many examples. Now it should learn the digits 5 to 9, but you have only
# *three* images of each. In **transfer learning**, you keep the lower layers and **freeze** them: training does not
# change their weights. You train only a new last layer, the **head**.

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
    "You have three examples of each new digit. Which network has the highest accuracy on other images?",
    {
        "all layers trained from random weights": "This network must learn thousands of weights from fifteen images, so it overfits.",
        "lower layers kept and frozen": "Only the head is new. It has few weights, and its inputs are features that were "
        "learned from many images.",
        "lower layers kept and trained further": "With only fifteen images, training can make the kept layers worse.",
    },
    right="lower layers kept and frozen",
)

# %% [markdown]
# **Try it.** In this example, each digit is at a random position of a larger image, so the task is harder. The
# explorable has trained three networks for each number of examples. Move the slider. For which numbers are the frozen
# layers best? For which numbers are they the worst?

# %%
Transfer(3)

# %% [markdown]
# A rule of thumb: **with few examples, freeze the lower layers. With more examples, train them further. With many
# examples, you can start with random weights.**
#
# **When transfer does not help.** The next cell uses the original images, with each digit in the middle. Then the 64
# grey values are already good features. The frozen layer was trained for the digits 0 to 4, and has lost information
# that is needed for the digits 5 to 9:


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
# So transfer learning helps only if both tasks need similar features. Always compare it with a network that starts
# with random weights.
#
# **A common mistake: frozen too late.** As in Keras, a change of `trainable` has no effect before the next `compile`.
# Run the next cell. Then remove the line with the second `compile`, and run it again: the weights change although the
# layer should be frozen.

# %%
late = models.Sequential([layers.Dense(3, input_shape=(2,)), layers.Dense(1)])
late.compile("sgd", "mse")
data = np.random.default_rng(0).normal(size=(50, 2)), np.ones((50, 1))
late.fit(*data, epochs=1, verbose=0)
start = late.layers[0].get_weights()[0]
late.layers[0].trainable = False
late.compile("sgd", "mse")  # the second compile
late.fit(*data, epochs=1, verbose=0)
change = np.abs(late.layers[0].get_weights()[0] - start).max()
print("largest change of a frozen weight:", change)

# %% [markdown]
# ## Multitask learning <a id="M2"></a>
#
# Suppose that there are two questions about one image: *which digit is it?* and *is the digit odd?* Two separate
# networks would have to learn the same features twice. In **multitask learning**, both tasks share the lower layers
# (the **trunk**), and each task has its own **head**. Gradient descent needs a single number, so you add the losses,
# each with a weight $w_i$:
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
    "The losses are 0.5 and 3, and their weights are 2 and 0.25. What is J, and which gradient is multiplied by the larger number?",
    {
        "3.5, the second": "3.5 is the sum without the weights.",
        "1.75, the first": "J = 2 · 0.5 + 0.25 · 3 = 1 + 0.75. The first gradient is multiplied by 2, the second by 0.25.",
        "0.875, the first": "0.875 is the mean over the two tasks. But J is the sum.",
    },
    right="1.75, the first",
)

# %% [markdown]
# **Try it.** The trunk has only four units, so it cannot be very good at both tasks. The explorable has trained eleven
# such networks, with different weights of the two losses. Move the slider to both ends. How good is a head if its loss
# has the weight 0?

# %%
TwoHeads(0.5)

# %% [markdown]
# **A common mistake: losses of different size.** In the next cell, the second head predicts a price of several
# thousand. At the start, its squared error is millions of times as large as the cross-entropy of the first head. What
# happens to the accuracy on digits?


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
# With equal weights, the network learns only the price. So first scale the targets as in [lecture
# 12](12_normalization.ipynb#L1). Then choose the weights of the losses.
#
# ## Missing data <a id="M3"></a>
#
# Suppose that a sensor was switched off for an hour. Then the data contain `NaN`, which means "not a number". Almost
# every calculation with NaN gives NaN:

# %%
table = np.array([[1.0, 20.0], [np.nan, 40.0], [4.0, np.nan]])
w = np.array([0.5, 0.1])
print("a weighted sum     ", table @ w)
print("a mean             ", table.mean(axis=0))
print("is NaN == NaN?     ", np.nan == np.nan)

# %% [markdown]
# If a batch contains a single NaN, many weights are NaN after one step, and the predictions are NaN too. You could
# remove the row, but then you also lose its known values. Instead, replace each missing value by the mean of the known
# values in its column. This is called **imputation**.

# %%
filled = np.where(np.isnan(table), np.nanmean(table, axis=0), table)
print(filled)

# %% [markdown]
# How much accuracy does imputation cost? The next cell removes more and more of the 569 · 30 measurements of the
# tumours, and fills the gaps with the means of the *training* rows. For comparison, it also trains on only those rows
# that have no gap.

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
# Even if 40 % of the values are missing, imputation works well here, because the thirty measurements of a tumour are
# strongly related. If you remove rows, soon none are left. (The test data have 169 rows. A difference of 0.01 means
# only two rows, and may be due to chance.)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "10 % of the values are missing, at random places in 30 columns. How many of 400 rows have no gap?",
    {
        "about 360": "This would be right if there were only one column. But a row has thirty values.",
        "about 200": "A value is known with probability 0.9. All thirty values of a row are known with probability 0.9³⁰, which is much less than ½.",
        "about 17": "0.9³⁰ ≈ 0.042, and 0.042 · 400 ≈ 17. Almost all rows have a gap.",
    },
    right="about 17",
)

# %% [markdown]
# ### Imbalanced classes
#
# Of 200 patients, ten are ill. A model that predicts "healthy" for everybody is right in 95 % of the cases. To prevent
# this, give the examples of the rare class a larger weight in the loss. For class $c$, use the **class weight**
#
# $$w_c = \frac{n}{k \cdot n_c}$$
#
# Here $n$ is the number of examples, $k$ is the number of classes, and $n_c$ is the number of examples of class $c$.

# %%
labels = np.repeat([0, 1], [190, 10])
kinds, counts = np.unique(labels, return_counts=True)
weights = {int(c): float(len(labels) / (len(kinds) * n)) for c, n in zip(kinds, counts)}
print({c: round(w, 4) for c, w in weights.items()}, "  ratio", round(weights[1] / weights[0], 6))

# %% [markdown]
# **Try it.** One neuron predicts from two measurements who is ill. While you move the slider, it is trained again.
# Increase the weight of the ill patients. The recall rises, but the accuracy falls.

# %%
RareClass(1.0)

# %% [markdown]
# In the next explorable, the ratio of the class weights is 40. This is about twice the ratio of the formula above. Now
# 84 of 100 ill patients are found, but 148 of 1900 healthy patients are predicted as ill.

# %%
RareClass(40.0)

# %% [markdown]
# In this library, as in Keras, you pass the class weights to `fit`: `model.fit(X, y, class_weight={0: 0.53, 1:
# 10.0})`.
#
# ## Names and time series <a id="M4"></a>
#
# The inputs of a network are numbers. How can you turn the name of a town into numbers? You could number five towns
# from 0 to 4. But there is a better way.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Towns are numbered in alphabetical order, and a linear neuron learns their rents from these numbers. What does this assume about the rents?",
    {
        "nothing, because a number is only a name": "For us, the number is only a name. But the neuron multiplies it by a weight.",
        "that rents rise or fall evenly with the number": "The prediction is a weight times the number, plus a bias: a straight line.",
        "that all rents are equal": "Then the weight would have to be 0. But the neuron can learn any weight.",
    },
    right="that rents rise or fall evenly with the number",
)

# %%
town = np.array([2, 0, 4])
print("numbers      ", town)
print("one-hot rows\n", np.eye(5)[town])

# %% [markdown]
# **One-hot encoding** gives each town its own column: the row of a town has a 1 in this column and 0 in all others.
#
# **Try it.** Drag the black discs to change the rents. The dashed line shows the predictions from the numbers, and the
# squares show the predictions from the one-hot rows. Then press *swap two numbers*: the dashed line changes, but the
# squares stay on the discs.

# %%
Codes()

# %% [markdown]
# ### Time series
#
# A **time series** is a sequence of values in the order of time. To get examples from it, put a **window** over a few
# neighbouring values: they are the input. The value after the window is the target. Then move the window by one step
# to get the next example.

# %%
series = np.array([10.0, 20, 40, 80, 70])
width = 2
windows = np.lib.stride_tricks.sliding_window_view(series, width)[:-1]
for window, target in zip(windows, series[width:]):
    print(window, "→", target)

# %% [markdown]
# **Try it.** A linear neuron has learned to predict the next month from the months in the window. After month 96, its
# own predictions become its inputs. The series is the sum of two waves and a little noise. Move the slider: how wide
# must the window be before the forecast follows the series?

# %%
Forecast(2)

# %% [markdown]
# **The window is too narrow.** From a single month, the neuron cannot know whether the series is rising or falling.

# %%
Forecast(1)

# %% [markdown]
# **A common mistake: shuffled windows.** Validation data must come later in time than the training data. The next cell
# uses a **random walk**: each value is the last value plus random noise. No prediction of a random walk is better than
# its last value. But if you shuffle the windows before you split them, the validation windows *overlap* with training
# windows, and a model that memorizes its examples looks good:

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
# The first error is smaller than the error of the last value, which is impossible for new data. The reason is that the
# neighbours of each validation window, and their targets, are in the training data. So split a time series *by time*:
# train on the past and validate on the future.

# %% [markdown]
# ## Privacy <a id="M5"></a>
#
# "The data never leave the hospital. We send only the *gradients*." This sounds safe, but it is not. A dense layer
# computes $z = x W + b$. If $\delta$ is the gradient of the loss with respect to $z$, then for one example
#
# $$\frac{\partial J}{\partial W} = x^T \delta \qquad\qquad \frac{\partial J}{\partial b} = \delta$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You get ∂J/∂W and ∂J/∂b of the first layer, for one patient. What can you find out about x?",
    {
        "nothing, because the gradient is about weights": "Look at the two formulas again: one of them contains x.",
        "only which class x belongs to": "You can find out more than the class.",
        "x itself, exactly": "Column k of ∂J/∂W is x · δₖ, and entry k of ∂J/∂b is δₖ. Divide the column by the entry.",
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
# **Try it.** The left image is private, and the right image is computed from the gradient. Choose other digits. Then
# increase the noise: the gradient of each example is **clipped**, and **noise** is added. How much noise hides the
# digit?

# %%
Leak(3)

# %% [markdown]
# Does a larger batch protect the examples? The next explorable uses a batch of four digits. The result is a mixture of
# the digits for which the chosen unit is active. This can be a single digit, so a larger batch is no reliable
# protection.

# %%
Leak(12, batch=4)

# %% [markdown]
# The noise is added to the sum of the gradients of a batch. In a large batch, this sum is much larger than the noise.
# The gradient of a single example is not. So the network can learn what many examples have in common, but the noise
# hides the details of one example. How much accuracy does this cost?


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
            norm = np.sqrt(sum((part**2).sum() for part in g))  # clip each example separately
            total = [t + part / max(1, norm) for t, part in zip(total, g)]
        noisy = [(t + rng.normal(0, noise, t.shape)) / batch for t in total]
        sgd.apply_gradients(list(zip(noisy, weights)))
        model.set_weights(weights)
    return model.evaluate(X[1200:] / 16, y[1200:])[1]


for noise in (0.0, 1.0, 4.0):
    print(f"noise {noise:3}   accuracy {private_accuracy(noise):.3f}")

# %% [markdown]
# As you can see in the explorable, noise of 0.1 hides a single digit. Ten times as much noise, with batches of 32 and
# sixty steps, costs this small network no accuracy. Forty times as much costs a lot. The theory of *differential
# privacy* says how much noise is enough: see the paper by Abadi and others below.

# %% [markdown]
# ## Keras <a id="M6"></a>
#
# You have used the names, defaults and shapes of Keras in the whole course. The left column of this table is a program
# for Keras, and the right column is the same program for this library.
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
# Only the first line is different. The next cell runs the program:

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
        "25 408": "784 · 32 + 32 · 10 = 25 408 is the number of weights. Each unit also has a bias.",
        "25 450": "784 · 32 + 32 = 25 120, and 32 · 10 + 10 = 330.",
        "826": "826 = 784 + 32 + 10 is the number of units. A dense layer has one weight for each pair of input and output.",
    },
    right="25 450",
)

# %% [markdown]
# **Weights can be transferred.** `get_weights` returns a list of arrays: for each dense layer, first the kernel of
# shape (inputs, units), then the bias. A Keras model with the same layers accepts this list:
# `keras_model.set_weights(model.get_weights())`. A batch normalization layer has four arrays: gamma, beta, moving mean
# and moving variance. The next cell transfers the weights from one model to another:

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
# **A common mistake: wrong shapes.** If the shapes in the list are wrong, the error message names the layer:

# %%
try:
    other.set_weights([w.T for w in model.get_weights()])
except ValueError as error:
    print(error)

# %% [markdown]
# ## Names of older versions <a id="older"></a>
#
# Two lines from older programs do not run in today's Keras, and they do not run here: `models.Model(input=…,
# output=…)` and `layers.Dropout(p=0.5)`.

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
# There are two short problem sets. Begin with [`data`](../exercises/data/data.ipynb): `impute`, `class_weights`,
# `one_hot` and `windows`. Then open [`beyond`](../exercises/beyond/beyond.ipynb): `multitask_loss` and `transfer`.
#
# The last problem set is [`digits`](../exercises/digits/digits.ipynb), with `train_digits`. In this function, you
# combine everything that you have written, and train a network that recognizes handwritten digits. An accuracy of 95 %
# on new digits gives full marks.
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
