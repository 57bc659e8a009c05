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
# # Normalization
#
# **The question.** Two students fit the same line to the same data by gradient descent. One of them needs four steps,
# and the other needs about 150. What did the first student do differently?
#
# She scaled the inputs first. This lecture shows how to keep numbers in a good range in four places: in the inputs,
# inside the network, in the gradients, and in the initial weights.
#
# After this lecture you can
#
# * scale features to [0, 1] or [−1, 1], standardize them, and scale new data in the same way;
# * write batch normalization, forward and backward, and explain why training and inference differ;
# * recognize vanishing and exploding gradients, and name their cause;
# * clip a gradient by value or by norm;
# * explain why weights must not start at zero, and where $\sqrt{1/n}$ comes from.
#
# **Time:** about 110 minutes. **You need:** [lecture 06, Gradient descent](06_gradient_descent.ipynb) and [lecture 07,
# Backpropagation](07_backpropagation.ipynb).

# %%
import numpy as np
from chainrule import datasets, initializers, layers, models, optimizers, set_random_seed
from chainrule_widgets import picture, question
from chainrule_widgets.normalization import (
    Cliff,
    Clipping,
    Depth,
    EqualUnits,
    LayerHistograms,
    MovingAverages,
    Ravine,
)

# %% [markdown]
# ## The idea
#
# Each layer of a network multiplies its inputs by weights. If each layer makes the numbers a little smaller, they are
# almost 0 after a few dozen layers. If each layer makes them a little larger, they become huge.

# %% jupyter={"source_hidden": true}
layer = np.arange(31)
with picture(
    "Three lines on a logarithmic axis, from layer 0 to layer 30: 0.7 to the power k falls to 0.00002, "
    "1 stays constant, and 1.4 to the power k grows to about 24,000.",
    height=2.6,
) as axes:
    for factor, style in [(1.4, "--"), (1.0, "-"), (0.7, ":")]:
        axes.semilogy(layer, factor**layer, style, label=f"times {factor} in each layer")
    axes.set(xlabel="layer", ylabel="size")
    axes.legend()

# %% [markdown]
# All methods in this lecture try to keep the numbers close to the line in the middle.
#
# ## Inputs on one scale <a id="L1"></a>
#
# We begin with a straight line, $\hat y = w_0 + w_1 x$. Its loss has one minimum. In a plot with $w_0$ and $w_1$ on
# the axes, the points with the same loss form an ellipse around this minimum.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "x is a temperature in kelvin, about 293 ± 5. Does it matter for gradient descent whether you first subtract "
    "the mean of x?",
    {
        "no, because w₀ can correct it": "The best line is the same in both cases. But without the subtraction, "
        "gradient descent needs many more steps.",
        "yes, otherwise the ellipses are long and narrow": "In a prediction, a change of w₁ is multiplied by about 293, "
        "and a change of w₀ by 1. So the loss is steep in one direction and flat in another.",
        "yes, otherwise the smallest loss is larger": "Every line for x is also a line for x minus its mean, so "
        "the smallest loss is the same.",
    },
    right="yes, otherwise the ellipses are long and narrow",
)

# %% [markdown]
# **Try it.** The left plot shows the ellipses and the steps of gradient descent. Change the mean of $x$, then its
# standard deviation. Notice how narrow the ellipses become when the mean is large. Then choose another scale in the
# list *x*, and press *best rate* to set the best learning rate. With *mean 0, deviation 1*, the ellipses are circles.

# %%
Ravine("as it is", mean=3.0, deviation=1.0, learning_rate=0.05)

# %% [markdown]
# The list contains these scales:
#
# $$\frac{x - \min}{\max - \min} \in [0, 1] \qquad\quad 2\,\frac{x - \min}{\max - \min} - 1 \in [-1, 1]
# \qquad\quad \frac{x - \mu}{\sigma}$$
#
# Each formula is applied to each column separately: every feature has its own minimum and maximum, its own mean $\mu$
# and its own standard deviation $\sigma$. The first two scales are called **min-max scaling**. The last one is called
# **standardization**.

# %%
X = np.array([[1.0, 200.0], [2.0, 600.0], [4.0, 400.0]])
scaled = (X - X.min(axis=0)) / (X.max(axis=0) - X.min(axis=0))
standard = layers.Normalization()
standard.adapt(X)
print("to [0, 1]\n", scaled.round(4))
print("to [−1, 1]\n", (2 * scaled - 1).round(4))
print("mean 0, standard deviation 1\n", standard(X).round(4))

# %% [markdown]
# How many steps does this save? The **curvature** of the loss says how quickly its slope changes in a direction. For
# each scale, the next cell prints the ratio of the largest to the smallest curvature. It also prints the smallest
# number of steps after which only 5 % of the distance to the minimum is left.

# %%
for scale in ("as it is", "to [0, 1]", "to [−1, 1]", "mean 0, deviation 1"):
    seen = Ravine(scale, mean=3.0, deviation=1.0).seen
    print(f"{scale:20} ratio {seen['steep'] / seen['flat']:6.1f}   fewest steps {seen['fewest']:4}")

# %% [markdown]
# With mean 0 and standard deviation 1, all curvatures are equal, and one step is enough.
#
# **The learning rate is too large.** The same learning rate can be too small for the direction with the small
# curvature and too large for the direction with the large curvature.
#
# **Try it.** In the next explorable, gradient descent diverges. First reduce the learning rate: gradient descent
# converges, but needs many steps. Then set the learning rate back to 0.06, and reduce the mean of $x$ to 0 or choose
# another scale.

# %%
Ravine("as it is", mean=4.0, deviation=2.0, learning_rate=0.06)

# %% [markdown]
# ### Scaling new data
#
# The next cell uses real data: 569 tumours with 30 measurements each. Some measurements are in the hundreds, others in
# the thousandths. One neuron learns to classify the tumours, first without scaling, then with standardization.

# %%
X, y = datasets.breast_cancer()
rng = np.random.default_rng(0)
order = rng.permutation(len(X))
train, test = order[:400], order[400:]
deviations = X.std(axis=0)
print("smallest standard deviation of a column:", deviations.min().round(4))
print("largest standard deviation of a column: ", deviations.max().round(1))


def neuron(X, y, seed=1):
    set_random_seed(seed)
    model = models.Sequential([layers.Dense(1, activation="sigmoid")])
    model.compile(optimizers.SGD(0.1), "binary_crossentropy", metrics=["accuracy"])
    model.fit(X, y, epochs=20, verbose=0)
    return model


mu, sigma = X[train].mean(axis=0), X[train].std(axis=0)
raw = neuron(X[train], y[train])
model = neuron((X[train] - mu) / sigma, y[train])
loss, accuracy = raw.evaluate(X[test], y[test])
print(f"without scaling  loss {loss:8.3f}   accuracy {accuracy:.3f}")
loss, accuracy = model.evaluate((X[test] - mu) / sigma, y[test])
print(f"standardized     loss {loss:8.3f}   accuracy {accuracy:.3f}")

# %% [markdown]
# The test data are standardized with the mean and the standard deviation of the *training* data. Why do we not use the
# statistics of the test data?

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A hospital sends 50 new cases, all of them malignant. We standardize them with their own mean and "
    "standard deviation. What does the neuron predict?",
    {
        "malignant for all of them": "With the statistics of the training data, it predicts this for almost all of them. But with "
        "their own statistics, these cases look average.",
        "benign for many of them": "About half of the values are below the mean of these 50 cases. In the training "
        "data, values below the mean are typical of benign tumours.",
        "nothing, because the shapes differ": "50 rows with 30 columns are a valid input.",
    },
    right="benign for many of them",
)

# %%
serious = X[test][y[test] == 0][:50]
own = (serious - serious.mean(axis=0)) / serious.std(axis=0)
as_in_training = (serious - mu) / sigma
right, wrong = (int((model.predict(data) < 0.5).sum()) for data in (as_in_training, own))
print("malignant with the statistics of the training data:", right, "of", len(serious))
print("malignant with their own statistics:               ", wrong, "of", len(serious))

# %% [markdown]
# What happens with a single patient? The mean of her data is her own value in each column, so $x - \mu = 0$ for every
# patient. This is why the layer `Normalization` *stores* the mean and the variance. Call `adapt` once, with the
# training data:

# %%
scale = layers.Normalization()
scale.adapt(X[train])
print("same as by hand:", np.allclose(scale(X[test]), (X[test] - mu) / sigma, atol=1e-4))

# %% [markdown]
# **A common mistake: outliers.** The minimum and the maximum each depend on a single example. The next cell shows what
# happens to a column if one of its values is wrong:

# %%
column = X[train][:, 0].copy()
with_outlier = column.copy()
with_outlier[0] = 10_000  # somebody forgot a decimal point
for name, x in [("clean", column), ("one outlier", with_outlier)]:
    scaled = (x - x.min()) / (x.max() - x.min())
    low, high = np.quantile(scaled, [0.25, 0.75])
    print(f"{name:12} in [0, 1], the middle half of the values is between {low:.4f} and {high:.4f}")

# %% [markdown]
# With one wrong value, half of the scaled values lie between 0.0005 and 0.0009: they are almost equal. So look for
# outliers before you use min-max scaling.
#
# ## Batch normalization <a id="L2"></a>
#
# The inputs of the first layer are now in a good range. But the inputs of the second layer are the *outputs* of the
# first layer, and these change with every training step. **Batch normalization** standardizes them as well, for each
# feature, with the mean and the variance of the batch:
#
# $$\mu = \frac{1}{n} \sum_i x_i \qquad \sigma^2 = \frac{1}{n} \sum_i (x_i - \mu)^2 \qquad
# \hat x = \frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}} \qquad \text{out} = \gamma\,\hat x + \beta$$
#
# The network learns $\gamma$ and $\beta$. With them, it can choose another mean and another standard deviation for
# each feature.

# %%
x = np.array([[1.0, 10.0], [3.0, 40.0], [8.0, 25.0]])
norm = layers.BatchNormalization(dtype="float64")
norm.connect((2,))
norm.gamma.assign([2.0, 1.0])
norm.beta.assign([0.0, -1.0])
print("out\n", norm(x, training=True).round(4))
by_hand = [2.0, 1.0] * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + 1e-3) + [0.0, -1.0]
print("by hand\n", by_hand.round(4))

# %% [markdown]
# **Try it.** This network has ten layers with 64 units. The upper row shows histograms of the outputs of some layers,
# from layer 1 to layer 10. The lower row shows the same layers with batch normalization before the activation
# function. Move the slider *weights* from 0.1 to 4. In the upper row, the outputs of the last layers become almost 0
# or saturate at −1 and 1. The lower row hardly changes.

# %%
LayerHistograms("tanh", scale=0.5)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You double every weight. What happens to the histograms in the lower row?",
    {
        "they become twice as wide": "z becomes twice as large. But σ also becomes twice as large, and z is divided by σ.",
        "nothing": "μ and σ are proportional to z, so x̂ does not change (except for the very small ε).",
        "the outputs saturate": "This happens in the upper row. In the lower row, batch normalization removes the factor 2 before tanh is applied.",
    },
    right="nothing",
)

# %%
LayerHistograms("tanh", scale=1.0, gamma=3.0)

# %% [markdown]
# ### Training and inference differ
#
# In training, the output for one example depends on the other examples of the batch. At inference (when the trained
# network makes predictions) there may be only one example. So the layer also computes moving averages of $\mu$ and
# $\sigma^2$, and uses them at inference. In each training step it updates them:
#
# $$\text{moving} \leftarrow \text{moving} \cdot \text{momentum} + \text{batch} \cdot (1 - \text{momentum})$$
#
# The moving mean starts at 0, and the moving variance starts at 1. How long does it take until they are close to the
# right values, with a momentum of 0.99?

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The momentum is 0.99. After how many batches is the moving mean halfway between its start and the right value?",
    {
        "2": "After two batches, it has moved by 1 − 0.99² = 2 % of the distance.",
        "about 69": "0.99ᵏ = 1/2 gives k = log 2 / log(1/0.99) ≈ 69. For 99 % of the distance, it needs 459 batches.",
        "about 100": "After 100 batches, it has moved by 63 % of the distance.",
    },
    right="about 69",
)

# %%
for fraction in (0.5, 0.9, 0.99):
    print(f"{fraction:.0%} of the distance: {np.log(1 - fraction) / np.log(0.99):6.1f} batches")

# %% [markdown]
# **Try it.** The left plot shows the moving averages after each batch. Drag the black dot. On the right, the same
# batch is normalized twice: with its own statistics, and with the moving averages. When do both rows agree? Then set
# the momentum to 0.5: the moving averages are right sooner, but they change a lot from batch to batch.

# %%
MovingAverages(momentum=0.99, batches=50)

# %% [markdown]
# **A common mistake: inference too early.** The next cell trains a network with batch normalization on digits. The
# first three networks are trained for three epochs of seven batches, the last one for 60 epochs. All accuracies are
# computed on the training data, once with the statistics of the batch and once with the moving averages.


# %%
def digit_net(momentum, epochs):
    set_random_seed(2)
    digits = models.Sequential(
        [
            layers.Dense(32, use_bias=False),
            layers.BatchNormalization(momentum=momentum),
            layers.Activation("relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    digits.compile(optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
    digits.fit(D[:896], t[:896], batch_size=128, epochs=epochs, verbose=0)
    return digits


D, t = datasets.digits()
print("                           accuracy with the statistics of the batch, with moving averages")
for momentum, epochs in [(0.999, 3), (0.99, 3), (0.9, 3), (0.99, 60)]:
    digits = digit_net(momentum, epochs)
    by_batch = (digits(D[:896], training=True).argmax(axis=1) == t[:896]).mean()
    by_moving = digits.evaluate(D[:896], t[:896])[1]
    print(f"momentum {momentum:5}, {epochs:2} epochs   {by_batch:.3f}   {by_moving:.3f}")

# %% [markdown]
# With a momentum of 0.999 or 0.99 and few batches, the moving averages are still wrong, and the accuracy is lower.
# With a smaller momentum or with more batches, they are right. If a network is good in training and poor at inference
# *on the same data*, check its batch normalization first.
#
# ### Backward through batch normalization
#
# The output depends on $x_i$ in three ways: through $\hat x_i$ itself, through the mean $\mu$, and through the
# variance $\sigma^2$. The gradient is the sum of these three parts. A bar means the average over the batch. With
# $\delta = \gamma \cdot \partial J / \partial \text{out}$:
#
# $$\frac{\partial J}{\partial x_i} = \frac{1}{\sqrt{\sigma^2 + \varepsilon}} \left(\delta_i - \overline{\delta}
# - \hat x_i\, \overline{\delta \hat x}\right)$$

# %%
grad_out = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])
_, cache = norm.forward(x, training=True)
grad_x = norm.backward(grad_out.copy(), cache, needs_input_grad=True)


def loss_of(entry, h):
    changed = x.copy()
    changed.flat[entry] += h
    return (norm(changed, training=True) * grad_out).sum()


numeric = [(loss_of(i, 1e-5) - loss_of(i, -1e-5)) / 2e-5 for i in range(x.size)]
print("by the formula\n", grad_x.round(4))
print("numerical gradient\n", np.reshape(numeric, x.shape).round(4))
print("sums of the columns", (grad_x.sum(axis=0).round(9) + 0.0))

# %% [markdown]
# Each column of the gradient sums to 0. The reason is: if you add the same number to *all* examples, $\mu$ changes by
# the same number, so the output does not change. The derivative in this direction is 0.
#
# ## Vanishing and exploding gradients <a id="L3"></a>
#
# In the backward pass, the gradient is multiplied by the weights of each layer and by the derivative of each
# activation function. In a network with one unit in each layer, this is:
#
# $$\frac{\partial J}{\partial W_1} \;\sim\; \underbrace{W_L\, g'_L \cdots W_3\, g'_3 \; W_2\, g'_2}_{L - 1 \text{ factors}}$$
#
# If most factors are smaller than 1, the gradient **vanishes**. If most factors are larger than 1, the gradient
# **explodes**.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A network has ten layers with sigmoid and weights of size √(1/n). The gradient of the last layer is about 0.1. How "
    "large is the gradient of the first layer?",
    {
        "about 0.1": "Each sigmoid multiplies the gradient by at most 1/4.",
        "about 0.01": "For this, each layer would have to multiply the gradient by about 0.8. But the derivative of the sigmoid is at most 0.25.",
        "below 0.000001": "Nine layers with derivatives of 1/4 give 0.1 · 0.25⁹ = 4·10⁻⁷. "
        "The explorable below shows 7·10⁻⁸, because most derivatives are smaller than 1/4.",
    },
    right="below 0.000001",
)

# %% [markdown]
# **Try it.** This network has 32 units in each layer. The left plot shows the size of the outputs in the forward pass,
# and the right plot shows the size of the gradients in the backward pass. Both axes are logarithmic. Read the right
# plot from right to left, because the backward pass starts at the last layer. Then change the number of layers.

# %%
Depth("sigmoid", depth=10)

# %% [markdown]
# The gradient of the first layer is about a million times smaller than the gradient of the last layer. So the first
# layers hardly change, while the last layers learn.
#
# **Exploding gradients.** The next network has thirty layers with large weights and no batch normalization. (The
# slider measures the weights in units of $\sqrt{1/n}$. The end of this lecture explains why.)
#
# **Try it.** Switch batch normalization on. Notice that the outputs in the left plot then have the same size in every
# layer.

# %%
Depth("relu", depth=30, scale=2.8)

# %% [markdown]
# Without batch normalization, the gradient is huge in *every* layer. The reason is that $\partial J / \partial W_l$ is
# a product of two parts: the gradient from the layers after layer $l$, and the outputs of the layers before it.
# Together, these two parts always contain all thirty layers.
#
# ## Clipping a gradient <a id="L4"></a>
#
# If a gradient is sometimes very large, you can limit it before the step. This is called **gradient clipping**. There
# are two rules. Clipping **by value** limits each entry to the range from $-c$ to $c$. Clipping **by norm** makes the
# whole gradient shorter if its length $\lVert g \rVert$ is larger than $c$:
#
# $$\text{by value: } g_i \leftarrow \min(\max(g_i, -c),\, c) \qquad\qquad
# \text{by norm: } g \leftarrow g \cdot \min\!\left(1, \frac{c}{\lVert g \rVert}\right)$$


# %%
def clipped(g, **rule):
    w = np.zeros_like(g)
    optimizers.SGD(1.0, **rule).apply_gradients([(g, w)])  # one step from 0, learning rate 1
    return -w


g = np.array([0.5, -3.0, 2.0])
print("by value, limit 1     ", clipped(g, clipvalue=1.0))
print("by norm, limit 1      ", clipped(g, global_clipnorm=1.0).round(4))
print("its norm              ", np.linalg.norm(clipped(g, global_clipnorm=1.0)).round(6))

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The gradient is (0.5, −3), and the limit is 1. Which rule keeps the direction of the step?",
    {
        "by value": "The result is (0.5, −1). Only the large entry is changed, so the direction is different.",
        "by norm": "Both entries are divided by the same number, so the gradient becomes shorter but keeps its direction.",
        "both": "Clipping by value changes each entry separately, and only −3 is too large.",
    },
    right="by norm",
)

# %%
Clipping((0.5, -3.0), limit=1.0)

# %% [markdown]
# **Your turn.** The next function clips by norm. It takes a list of arrays, as in the problem set, and contains a
# mistake. The green arrow is the result of your function. Drag the tip of the black arrow: what should happen to a
# gradient that is shorter than the limit? Correct the function, and run the cell again.


# %%
def my_clip_by_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [g * max_norm / norm for g in grads]


Clipping((0.3, 0.4), limit=1.0, function=my_clip_by_norm)

# %% [markdown]
# In this library, as in Keras, the optimizers have three arguments for clipping. `clipvalue` limits each entry,
# `clipnorm` limits the norm of each array, and `global_clipnorm` limits the norm of all gradients together. In the
# problem set, you write the last one.

# %%
first, second = np.array([3.0, -4.0]), np.array([12.0, 0.0])  # norms 5 and 12, together 13
for rule in ("clipnorm", "global_clipnorm"):
    a, b = np.zeros(2), np.zeros(2)
    optimizers.SGD(1.0, **{rule: 6.5}).apply_gradients([(first, a), (second, b)])
    print(f"{rule:16} {0 - a}   {0 - b}")

# %% [markdown]
# **A steep loss.** The prediction is $\hat y = w^{12}$, as if twelve layers used the same weight. The target is 1. The
# loss is almost flat for small $w$ and very steep for large $w$.
#
# **Try it.** Without clipping, the first step leads far outside the plot. Move the slider *clip norm to* to 10: now
# gradient descent reaches the minimum. Then drag the start to $w = 0.6$. Does clipping also help there?

# %%
Cliff(1.2, learning_rate=0.005)

# %% [markdown]
# In the next example, the first step leads from the steep part into the flat part. There the gradient is so small that
# gradient descent almost stops.

# %%
Cliff(1.1, learning_rate=0.005)

# %% [markdown]
# Clipping helps against exploding gradients. It cannot help against vanishing gradients, because it never makes a
# gradient larger.
#
# ## All weights zero? <a id="L5"></a>
#
# Which values should the weights have before training? Why not zeros?

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "All weights of a network with one hidden layer (tanh) start with the same value, 0.5. After training, the "
    "hidden units …",
    {
        "have learned different features": "The units have the same weights, the same inputs and the same output weights, "
        "so they get the same gradient.",
        "are all equal": "Equal units get equal gradients, so they stay equal after every step.",
        "are all zero": "The weights of the units do change. But they change in the same way in all units.",
    },
    right="are all equal",
)

# %% [markdown]
# **Try it.** The network has two hidden units. Each unit is a point in the left plot: the coordinates are its two
# weights. To separate the classes, the network needs two different units. Press *play*. Then choose another
# initialization and press *play* again.

# %%
EqualUnits("constant")

# %%
for initial in ("zero", "constant", "random"):
    print(EqualUnits(initial, step=300))

# %% [markdown]
# With random weights, the two units learn different things, and all 120 examples are right. With equal weights, the
# two units stay equal, and only 108 are right. With zeros, only the bias of the output changes. The gradients of one
# backward pass show why:

# %%
zeros = models.Sequential(
    [
        layers.Dense(4, activation="tanh", kernel_initializer="zeros", input_shape=(2,)),
        layers.Dense(1, activation="sigmoid", kernel_initializer="zeros"),
    ]
)
zeros.compile("sgd", "binary_crossentropy")
P = np.random.default_rng(0).normal(size=(50, 2))
_, gradients = zeros.gradients(P, (P.min(axis=1) > -0.5).astype(float))
for name, g in zip(["W₁", "b₁", "W₂", "b₂"], gradients):
    print(f"largest |∂J/∂{name}|  {np.abs(g).max():.4f}")

# %% [markdown]
# $\partial J / \partial W_1$ and $\partial J / \partial b_1$ contain the factor $W_2$, which is 0. $\partial J /
# \partial W_2$ contains the hidden outputs as a factor, and these are also 0. **Start only the biases at zero.**
#
# ## Random weights: how large? <a id="L6"></a>
#
# So draw the weights at random, from a normal distribution. How large should they be? A neuron with $n$ inputs adds
# $n$ products of an input and a weight. If the inputs are independent with mean 0 and variance 1, and the weights have
# mean 0 and standard deviation $s$, then
#
# $$\operatorname{Var}(z) = n \cdot s^2 \cdot 1 = 1 \quad\Longleftrightarrow\quad s = \sqrt{\tfrac{1}{n}}$$
#
# This is **Xavier initialization**. Here $n$ is the number of inputs of the layer. With $s = \sqrt{1/n}$, the outputs
# have the same variance as the inputs.

# %%
rng = np.random.default_rng(3)
print("              standard deviation of the weights   standard deviation of z")
print("   n   √(1/n)            Xavier                   weights 0.01    Xavier")
for n in (16, 100, 400):
    X = rng.normal(size=(2000, n))
    small = initializers.RandomNormal(stddev=0.01, seed=1)((n, 200))
    xavier = initializers.Xavier(seed=1)((n, 200))
    z_small, z_xavier = (X @ small).std(), (X @ xavier).std()
    print(f"{n:4}   {1 / np.sqrt(n):.4f} {xavier.std():17.4f} {z_small:26.3f} {z_xavier:13.3f}")

# %% [markdown]
# **Try it.** This network has twenty linear layers. At 1, the slider *weights* is at Xavier's $\sqrt{1/n}$. Move it to
# the left and to the right: the outputs soon vanish or explode. The buttons select three common initializations.

# %%
Depth("linear", depth=20, scale=1.0)

# %% [markdown]
# **A common mistake: small random weights in a deep network.** Many tutorials use a standard deviation of 0.01. In a
# network with one hidden layer, this is usually not a problem. In a deep network, the signal vanishes.
#
# **Try it.** The next network has twenty layers with tanh and weights with a standard deviation of 0.01. Press
# *Xavier*. Then choose *relu*, and compare *Xavier* and *He*.

# %%
Depth("tanh", depth=20, scale=0.0566)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "ReLU sets about half of all z to 0. Which standard deviation of the weights keeps the size of the signal?",
    {
        "√(1/n)": "With this value, the mean square becomes half as large in each layer. After twenty layers it is a millionth.",
        "√(2/n)": "ReLU halves the mean square of z, and the factor 2 corrects this. This is called He initialization.",
        "2/n": "This is the right variance. The standard deviation is its square root.",
    },
    right="√(2/n)",
)

# %%
for name, scale in [("Xavier √(1/n)", 1.0), ("He √(2/n)", 2**0.5)]:
    signals = Depth("relu", depth=20, scale=scale).seen["signals"]
    print(f"{name:14} layer 1: {signals[0]:.3f}   layer 20: {signals[-1]:.5f}")

# %% [markdown]
# ## Xavier and Glorot <a id="glorot"></a>
#
# Keras's `GlorotUniform` is named after the same person, Xavier Glorot, but it uses a different formula: its variance
# is $2 / (n_\text{in} + n_\text{out})$, where $n_\text{in}$ and $n_\text{out}$ are the numbers of inputs and outputs
# of the layer. The two formulas give the same value only if these numbers are equal.

# %%
for shape in [(100, 100), (400, 100), (100, 400)]:
    xavier = initializers.Xavier(seed=0)(shape).std()
    glorot = initializers.GlorotUniform(seed=0)(shape).std()
    formula = np.sqrt(2 / sum(shape))
    print(
        f"{shape}   Xavier √(1/n) {xavier:.4f}   Glorot {glorot:.4f}   √(2/(n_in + n_out)) {formula:.4f}"
    )

# %% [markdown]
# $\sqrt{1/n}$ is a good choice if the activation function has a derivative of about 1 near 0, such as tanh. For ReLU
# it is too small: use $\sqrt{2/n}$. This table is the summary of the lecture:
#
# | where | what to do |
# |---|---|
# | inputs | mean 0 and standard deviation 1, computed from the training data; or [0, 1] if the range is known, as for grey values |
# | hidden layers | Xavier for tanh, He for ReLU; batch normalization if the network is deep |
# | biases | 0 |
# | gradients | clip by norm if they are sometimes very large |
#
# ## Your next task
#
# Open the problem set [`normalization`](../exercises/normalization/normalization.ipynb) and begin with `minmax`. Then
# write `standardize`, `clip_by_value`, `clip_by_norm`, `random_init` and `xavier_init`. The last two tasks,
# `batchnorm` and `batchnorm_backward`, are the longest. If something is wrong, the check names the mistake.
#
# ## Sources
#
# * Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, *Efficient BackProp*, 1998: why inputs should be centred and scaled.
# * S. Ioffe, C. Szegedy, *Batch normalization: accelerating deep network training by reducing internal covariate
#   shift*, ICML 2015.
# * S. Santurkar, D. Tsipras, A. Ilyas, A. Mądry, *How does batch normalization help optimization?*, NeurIPS 2018:
#   another explanation why it works.
# * Y. Bengio, P. Simard, P. Frasconi, *Learning long-term dependencies with gradient descent is difficult*, IEEE
#   Transactions on Neural Networks 5, 1994: vanishing gradients.
# * R. Pascanu, T. Mikolov, Y. Bengio, *On the difficulty of training recurrent neural networks*, ICML 2013: steep
#   losses, and clipping by norm.
# * X. Glorot, Y. Bengio, *Understanding the difficulty of training deep feedforward neural networks*, AISTATS 2010.
# * K. He, X. Zhang, S. Ren, J. Sun, *Delving deep into rectifiers*, ICCV 2015: $\sqrt{2/n}$.
#
# <details>
# <summary><b>If you use the slides</b></summary>
#
# The [glossary](../glossary.ipynb#decks) says what the decks D0 to D4 contain. This lecture covers D0 (normalizing
# inputs, batch normalization, vanishing and exploding gradients, clipping, initialization), and D3 (vanishing
# gradients).
#
# * D0 uses the name Xavier for $\sqrt{1/n}$. Glorot initialization in Keras is a different formula. For ReLU,
#   $\sqrt{2/n}$ is better.
#
# </details>
