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
# # Numbers in size
#
# **The question.** Two people train the same network on the same data, with the same optimizer. One needs
# four steps. The other needs a hundred and fifty, or never arrives. What did the first one do before she began?
#
# She looked after the *size* of her numbers. In this lecture you do so too, in four places: at the
# input, inside the net, on the way back, and on the very first day, when the weights are drawn.

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
# A net multiplies, layer after layer. Multiply by a little less than 1 a few dozen times, and nothing is
# left. Multiply by a little more, and it bursts.

# %%
layer = np.arange(31)
with picture(
    "Three lines on a log axis: 0.7 to the power k falls to two hundred-thousandths after thirty layers, "
    "1 stays, and 1.4 to the power k rises to twenty thousand.",
    height=2.6,
) as axes:
    for factor, style in [(1.4, "--"), (1.0, "-"), (0.7, ":")]:
        axes.semilogy(layer, factor**layer, style, label=f"times {factor} in each layer")
    axes.set(xlabel="layer", ylabel="size")
    axes.legend()

# %% [markdown]
# Everything below is a way to stay on the line in the middle.
#
# ## Inputs on one scale <a id="L1"></a>
#
# Start with the smallest net there is: a straight line, $\hat y = w_0 + w_1 x$. Its loss has one minimum.
# From above, the loss looks like rings around it.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "x is a temperature. In Kelvin it is about 293, give or take 5. Does it matter for gradient descent "
    "that it is not given in degrees from the mean?",
    {
        "no, w₀ makes up for it": "The best line is the same, and w₀ can make up for it. But the way there "
        "is not the same.",
        "yes, the rings become long and narrow": "A change of w₁ is multiplied by 293 in every prediction, "
        "a change of w₀ by 1. One direction is steep, another is flat: a ravine.",
        "yes, the minimum is less deep": "Every line in the one unit is a line in the other. The smallest "
        "loss is the same.",
    },
    right="yes, the rings become long and narrow",
)

# %% [markdown]
# **Move it.** First the mean of $x$, then its deviation. Then choose another scale at the top left, and
# move them again. The button finds the best learning rate there is.

# %%
Ravine("as it is", mean=3.0, deviation=1.0, learning_rate=0.05)

# %% [markdown]
# The four scales are four short formulas. The slides have them all:
#
# $$\frac{x - \min}{\max - \min} \in [0, 1] \qquad\quad 2\,\frac{x - \min}{\max - \min} - 1 \in [-1, 1]
# \qquad\quad \frac{x - \mu}{\sigma}$$
#
# Column by column: each feature has its own minimum, its own $\mu$, its own $\sigma$.

# %%
X = np.array([[1.0, 200.0], [2.0, 600.0], [4.0, 400.0]])
part = (X - X.min(axis=0)) / (X.max(axis=0) - X.min(axis=0))
standard = layers.Normalization()
standard.adapt(X)
print("to [0, 1]\n", part.round(4))
print("to [−1, 1]\n", (2 * part - 1).round(4))
print("mean 0, deviation 1\n", standard(X).round(4))

# %% [markdown]
# How much does it save? For each scale: the ratio of the curvatures, and the fewest steps until only
# a twentieth of the way to the minimum is left.

# %%
for scale in ("as it is", "to [0, 1]", "to [−1, 1]", "mean 0, deviation 1"):
    seen = Ravine(scale, mean=3.0, deviation=1.0).seen
    print(f"{scale:20} ratio {seen['steep'] / seen['flat']:6.1f}   fewest steps {seen['fewest']:4}")

# %% [markdown]
# With mean 0 and deviation 1 the ravine is a bowl. There one step is enough.
#
# **When it goes wrong: too bold for the walls.** The same learning rate that is timid on the floor is
# reckless on the walls.

# %%
# Which of the two sliders saves it: a lower rate, or a smaller mean? Which of the scales?
Ravine("as it is", mean=4.0, deviation=2.0, learning_rate=0.06)

# %% [markdown]
# ### New data, old statistics
#
# Real data now: 569 tumours, 30 measurements each. Some are in the hundreds, some in the thousandths. One
# neuron learns to tell malignant from benign. First without scaling, then with.

# %%
X, y = datasets.breast_cancer()
rng = np.random.default_rng(0)
order = rng.permutation(len(X))
train, test = order[:400], order[400:]
print(
    "smallest and largest deviation of a column:",
    X.std(axis=0).min().round(4),
    X.std(axis=0).max().round(1),
)


def neuron(X, y, seed=1):
    set_random_seed(seed)
    model = models.Sequential([layers.Dense(1, activation="sigmoid")])
    model.compile(optimizers.SGD(0.1), "binary_crossentropy", metrics=["accuracy"])
    model.fit(X, y, epochs=20, verbose=0)
    return model


mu, sigma = X[train].mean(axis=0), X[train].std(axis=0)
raw = neuron(X[train], y[train])
model = neuron((X[train] - mu) / sigma, y[train])
print(
    f"raw           loss {raw.evaluate(X[test], y[test])[0]:8.3f}   accuracy {raw.evaluate(X[test], y[test])[1]:.3f}"
)
loss, accuracy = model.evaluate((X[test] - mu) / sigma, y[test])
print(f"standardised  loss {loss:8.3f}   accuracy {accuracy:.3f}")

# %% [markdown]
# The test data were put on the scale of the *training* data: the same $\mu$ and $\sigma$. Why not on their own?

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A clinic sends its 50 gravest cases, all malignant. We standardise them with their own mean and "
    "deviation. What will the neuron say?",
    {
        "malignant for all": "It would, on the scale that it knows. But on their own scale the gravest "
        "cases are average.",
        "benign for a good part of them": "Measured against each other, about half of them are below "
        "average. And below average is what benign looked like in training.",
        "nothing, the shapes differ": "Fifty rows of thirty columns are as good as any.",
    },
    right="benign for a good part of them",
)

# %%
grave = X[test][y[test] == 0][:50]
theirs = (grave - grave.mean(axis=0)) / grave.std(axis=0)
ours = (grave - mu) / sigma
print(
    "malignant by the training statistics:",
    int((model.predict(ours) < 0.5).sum()),
    "of",
    len(grave),
)
print(
    "malignant by their own statistics:   ",
    int((model.predict(theirs) < 0.5).sum()),
    "of",
    len(grave),
)

# %% [markdown]
# And one patient alone? Her own mean is herself. So $x - \mu = 0$ in every column: whoever she is, the
# neuron is asked about the same row of zeros. That is why the layer `Normalization` *keeps* what
# it has seen. `adapt` it once, on the training data.

# %%
scale = layers.Normalization()
scale.adapt(X[train])
print("same as by hand:", np.allclose(scale(X[test]), (X[test] - mu) / sigma, atol=1e-4))

# %% [markdown]
# **When it goes wrong: one outlier.** Minimum and maximum are the work of two examples. Spoil one entry, and
# see what is left of the column.

# %%
column = X[train][:, 0].copy()
spoiled = column.copy()
spoiled[0] = 10_000  # somebody forgot a decimal point
for name, x in [("clean", column), ("one outlier", spoiled)]:
    part = (x - x.min()) / (x.max() - x.min())
    print(
        f"{name:12} in [0, 1], the middle half of the column lies between "
        f"{np.quantile(part, 0.25):.4f} and {np.quantile(part, 0.75):.4f}"
    )

# %% [markdown]
# ## Batch normalisation <a id="L2"></a>
#
# The input is in size. But the second layer's input is the first layer's *output*, and that moves
# whenever the first layer learns. So do inside what you did outside. For each feature, over the batch:
#
# $$\mu = \frac{1}{n} \sum_i x_i \qquad \sigma^2 = \frac{1}{n} \sum_i (x_i - \mu)^2 \qquad
# \hat x = \frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}} \qquad \text{out} = \gamma\,\hat x + \beta$$
#
# $\gamma$ and $\beta$ are learned. If the net prefers another deviation or mean, it may have them.

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
# **Move it.** Ten layers of 64 units. Above: what comes out of layers 1 to 10. Below: the same layers with
# batch norm before the activation. Turn the size of the weights from 0.1 to 4 and watch both rows.

# %%
LayerHistograms("tanh", scale=0.5)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "In the lower row, you double every weight. What happens to the heaps?",
    {
        "they become twice as wide": "z does. But then σ is twice as large too, and z is divided by it.",
        "nothing": "μ and σ scale with z, so x̂ stays as it was. Only ε notices, and it is tiny.",
        "they saturate": "In the upper row, yes. Batch norm divides the factor out before tanh sees it.",
    },
    right="nothing",
)

# %%
# γ undoes it on purpose: at 3, tanh is saturated again. The net may choose so, and rarely does.
LayerHistograms("tanh", scale=1.0, gamma=3.0)

# %% [markdown]
# ### Training and inference are two functions
#
# In training, an example's output depends on its neighbours in the batch. At inference there may be no
# neighbours. So the layer remembers, batch by batch:
#
# $$\text{moving} \leftarrow \text{moving} \cdot \text{momentum} + \text{batch} \cdot (1 - \text{momentum})$$
#
# It starts at mean 0 and variance 1. With a momentum of 0.99, how long until it has arrived?

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Momentum 0.99. After how many batches has the moving mean come half of its way?",
    {
        "2": "After two batches it has come 1 − 0.99² = 2 % of the way.",
        "about 69": "0.99ᵏ = 1/2 gives k = log 2 / log(1/0.99) ≈ 69. For 99 % of the way it needs 459.",
        "about 100": "The memory is about 1/(1 − 0.99) = 100 batches long. After those, 63 % of the way is done.",
    },
    right="about 69",
)

# %%
for share in (0.5, 0.9, 0.99):
    print(f"{share:.0%} of the way: {np.log(1 - share) / np.log(0.99):6.1f} batches")

# Drag the dot. Where do the two heaps on the right agree? Then try a momentum of 0.5.
MovingAverages(momentum=0.99, batches=50)

# %% [markdown]
# **When it goes wrong: asked too early.** A net with batch norm, trained for three epochs of seven batches.
# Training says that all is well. Inference says otherwise.


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
for momentum, epochs in [(0.999, 3), (0.99, 3), (0.9, 3), (0.99, 60)]:
    digits = digit_net(momentum, epochs)
    by_batch = (digits(D[:896], training=True).argmax(axis=1) == t[:896]).mean()
    by_memory = digits.evaluate(D[:896], t[:896])[1]
    print(
        f"momentum {momentum:5}, {epochs:2} epochs   by the batch {by_batch:.3f}   by the memory {by_memory:.3f}"
    )

# %% [markdown]
# A lower momentum arrives sooner. More batches arrive too. If a net is splendid in training and
# poor at inference *on the same data*, ask its batch norm first.
#
# ### And back
#
# The gradient has three ways from $x_i$ to the loss: through $\hat x_i$, through $\mu$, and through $\sigma^2$.
# Together, with $\delta = \gamma \cdot \partial J / \partial \text{out}$:
#
# $$\frac{\partial J}{\partial x_i} = \frac{1}{\sqrt{\sigma^2 + \varepsilon}} \left(\delta_i - \overline{\delta}
# - \hat x_i\, \overline{\delta \hat x}\right)$$

# %%
grad_out = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])
_, cache = norm.forward(x, training=True)
grad_x = norm.backward(grad_out.copy(), cache, needs_input_grad=True)


def loss_of(entry, h):
    moved = x.copy()
    moved.flat[entry] += h
    return (norm(moved, training=True) * grad_out).sum()


trial = [(loss_of(i, 1e-5) - loss_of(i, -1e-5)) / 2e-5 for i in range(x.size)]
print("the formula\n", grad_x.round(4))
print("by trial\n", np.reshape(trial, x.shape).round(4))
print("columns add up to", (grad_x.sum(axis=0).round(9) + 0.0))

# %% [markdown]
# Each column adds up to 0. It must: move *all* examples by the same amount, and $\mu$ goes with them. The
# output does not change, so the slope along that direction is 0.
#
# ## Vanishing and exploding gradients <a id="L3"></a>
#
# Now the way back. A gradient passes each layer's weights and each activation's slope:
#
# $$\frac{\partial J}{\partial W_1} \;\sim\; \underbrace{W_L\, g'_L \cdots W_3\, g'_3 \; W_2\, g'_2}_{L - 1 \text{ factors}}$$
#
# Factors below 1: it vanishes. Above 1: it explodes.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Ten sigmoid layers, weights of a sensible size. The last layer's gradient is 0.1. How large is "
    "that of the first?",
    {
        "about 0.1": "Each sigmoid on the way multiplies by at most 1/4.",
        "about 0.01": "That would be a factor of 0.8 a layer. A sigmoid lets at most 0.25 through.",
        "below a millionth": "Nine layers, each with a slope of at most 1/4: 0.1 · 0.25⁹ is 4·10⁻⁷. "
        "Measured below: 7·10⁻⁸, for not every slope is at its best.",
    },
    right="below a millionth",
)

# %% [markdown]
# **Move it.** A real net of 32 units a layer, its gradients computed by `chainrule`. On the left, the signal on its
# way forward, on the right the gradient, each on an axis of powers of ten. Read the right one from right to left.

# %%
Depth("sigmoid", depth=10)

# %% [markdown]
# The first layers of such a net hardly move, while the last ones learn. Not because they have
# nothing to learn: nobody tells them.
#
# **When it goes wrong, the other way.** Large weights, thirty layers, no batch norm. (Why the slider counts in
# $\sqrt{1/n}$ is the end of this lecture.)

# %%
# Tick batch normalisation. What does it do to the left side, and what to the right?
Depth("relu", depth=30, scale=2.8)

# %% [markdown]
# Notice: with `relu` and `linear` the gradient explodes in *every* layer alike. $\partial J / \partial W_l$ is what comes
# from above times what comes from below, and together they always pass all thirty layers.
#
# ## Clipping a gradient <a id="L4"></a>
#
# If a gradient explodes now and then, do not follow it that far. Two rules:
#
# $$\text{by value: } g_i \leftarrow \min(\max(g_i, -c),\, c) \qquad\qquad
# \text{by norm: } g \leftarrow g \cdot \min\!\left(1, \frac{c}{\lVert g \rVert}\right)$$


# %%
def clipped(g, **rule):
    w = np.zeros_like(g)
    optimizers.SGD(1.0, **rule).apply_gradients([(g, w)])  # one step of rate 1, from 0
    return -w


g = np.array([0.5, -3.0, 2.0])
print("by value, limit 1     ", clipped(g, clipvalue=1.0))
print("by norm, limit 1      ", clipped(g, global_clipnorm=1.0).round(4))
print("and its length        ", np.linalg.norm(clipped(g, global_clipnorm=1.0)).round(6))

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The gradient is (0.5, −3), the limit is 1. Which rule keeps the direction of the step?",
    {
        "by value": "It gives (0.5, −1): the large entry was cut, the small one was not. That is another direction.",
        "by norm": "Both entries are divided by the same number, so the arrow is shorter and points the same way.",
        "both": "By value cuts entry by entry, and only −3 is too large.",
    },
    right="by norm",
)

# %%
Clipping((0.5, -3.0), limit=1.0)

# %% [markdown]
# **Your turn.** Below stands a first attempt at clipping by norm, for a list of arrays, as your task will ask. It has a
# mistake. Drag the arrow until you see it, repair the function, and run the cell again.


# %%
def my_clip_by_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [g * max_norm / norm for g in grads]


# Short arrows: what should become of them?
Clipping((0.3, 0.4), limit=1.0, function=my_clip_by_norm)

# %% [markdown]
# In `chainrule`, as in Keras, there are three spellings. `clipvalue` works entry by entry, `clipnorm` array by array, and
# `global_clipnorm` takes all weights of the net as one long arrow. Your task asks for the last one.

# %%
one, two = np.array([3.0, -4.0]), np.array([12.0, 0.0])  # lengths 5 and 12, together 13
for rule in ("clipnorm", "global_clipnorm"):
    a, b = np.zeros(2), np.zeros(2)
    optimizers.SGD(1.0, **{rule: 6.5}).apply_gradients([(one, a), (two, b)])
    print(f"{rule:16} {0 - a}   {0 - b}")

# %% [markdown]
# **When it goes wrong: the cliff.** One weight, used twelve times in a row, is to give 1: $\hat y = w^{12}$. The loss is
# a plain on the left and a wall on the right.

# %%
# Off the wall and out of the picture. Then clip the norm to 10. Does it help on the plain, at w = 0.6?
Cliff(1.2, learning_rate=0.005)

# %%
# Worse than flying off, for nothing looks wrong: one step from here, and it lies on the plain for good.
Cliff(1.1, learning_rate=0.005)

# %% [markdown]
# Clipping cures explosion. It cannot cure vanishing: a gradient that is not there cannot be made longer in
# the right direction.
#
# ## All weights zero <a id="L5"></a>
#
# Where should training begin? A natural thought: at zero, in the middle, with no prejudice.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "All weights of a net with one hidden layer of tanh units begin at the same value, 0.5. After training, "
    "its hidden units …",
    {
        "have found different features": "What should make them differ? Same weights, same input, same output, "
        "so the same gradient.",
        "are all still the same": "Equal units get equal gradients and take equal steps, for ever.",
        "have all gone to zero": "They learn. But they learn in step.",
    },
    right="are all still the same",
)

# %% [markdown]
# **Move it.** Two hidden units, each a point in the plane of its two weights. The data want two borders that
# meet in a corner. Press *play*, then choose another beginning.

# %%
EqualUnits("constant")

# %%
for initial in ("zero", "constant", "random"):
    print(EqualUnits(initial, step=300))

# %% [markdown]
# With random weights each unit goes its own way. With a constant, two are one. With zeros nothing moves at all but
# the output's bias. Here is why, in one backward pass:

# %%
twins = models.Sequential(
    [
        layers.Dense(4, activation="tanh", kernel_initializer="zeros", input_shape=(2,)),
        layers.Dense(1, activation="sigmoid", kernel_initializer="zeros"),
    ]
)
twins.compile("sgd", "binary_crossentropy")
P = np.random.default_rng(0).normal(size=(50, 2))
_, gradients = twins.gradients(P, (P.min(axis=1) > -0.5).astype(float))
for name, g in zip(["W₁", "b₁", "W₂", "b₂"], gradients):
    print(f"largest |∂J/∂{name}|  {np.abs(g).max():.4f}")

# %% [markdown]
# $\partial J / \partial W_1$ comes through $W_2$, which is 0. And $\partial J / \partial W_2$ is the hidden output times the error, and
# the hidden output is 0. Each waits for the other. **Zero is right for biases only.**
#
# ## Random, and how large? <a id="L6"></a>
#
# So draw the weights at random, from a bell curve. Each neuron adds up $n$ inputs. If they are independent, of
# variance 1, and the weights have deviation $s$, then
#
# $$\operatorname{Var}(z) = n \cdot s^2 \cdot 1 = 1 \quad\Longleftrightarrow\quad s = \sqrt{\tfrac{1}{n}}$$
#
# That is **Xavier's** initialisation, as on the slides. `n` is the number of inputs.

# %%
rng = np.random.default_rng(3)
for n in (16, 100, 400):
    X = rng.normal(size=(2000, n))
    small = initializers.RandomNormal(stddev=0.01, seed=1)((n, 200))
    xavier = initializers.Xavier(seed=1)((n, 200))
    print(
        f"n = {n:3}   √(1/n) = {1 / np.sqrt(n):.4f}   its weights: {xavier.std():.4f}   "
        f"deviation of z: random 0.01 → {(X @ small).std():.3f}, Xavier → {(X @ xavier).std():.3f}"
    )

# %% [markdown]
# **Move it.** Twenty linear layers. At 1 the slider stands on Xavier's $\sqrt{1/n}$. How far may you go to the left
# or right before the signal is lost? The buttons are three usual choices.

# %%
Depth("linear", depth=20, scale=1.0)

# %% [markdown]
# **When it goes wrong: small random weights, deep net.** 0.01 is what many a tutorial draws. In a net of one
# hidden layer nobody notices.

# %%
# Twenty layers with tanh. Press Xavier. Then choose relu, and compare Xavier with He.
Depth("tanh", depth=20, scale=0.0566)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "ReLU sets about half of all z to 0. Which deviation keeps the signal's size then?",
    {
        "√(1/n)": "With it, the mean square halves in each layer: after twenty layers a millionth is left.",
        "√(2/n)": "The 2 makes up for the half that ReLU throws away. That is He's initialisation.",
        "2/n": "A deviation, not a variance, is asked for: the root belongs to it.",
    },
    right="√(2/n)",
)

# %%
for name, scale in [("Xavier √(1/n)", 1.0), ("He √(2/n)", 2**0.5)]:
    signals = Depth("relu", depth=20, scale=scale).seen["signals"]
    print(f"{name:14} layer 1: {signals[0]:.3f}   layer 20: {signals[-1]:.5f}")

# %% [markdown]
# ## Where a slide needs a footnote
#
# The slides give $\sqrt{1/n}$ and the name Xavier. Two footnotes, with numbers.
#
# *First*, Keras's `GlorotUniform`, which is named after the same person, Xavier Glorot, is something else: its
# variance is $2 / (n_\text{in} + n_\text{out})$. The two agree only where a layer is as wide as its input.

# %%
for shape in [(100, 100), (400, 100), (100, 400)]:
    slides = initializers.Xavier(seed=0)(shape).std()
    keras = initializers.GlorotUniform(seed=0)(shape).std()
    print(
        f"{shape}   slides √(1/n) {slides:.4f}   Glorot {keras:.4f}   √(2/(n_in + n_out)) = {np.sqrt(2 / sum(shape)):.4f}"
    )

# %% [markdown]
# *Second*, $\sqrt{1/n}$ is made for a signal of mean 0 and slope 1, as with tanh near 0. For ReLU it is too small, as you
# have just seen: take $\sqrt{2/n}$.
#
# | where | what to do |
# |---|---|
# | inputs | mean 0, deviation 1, by the training data; or [0, 1] where the range is known, as for grey values |
# | hidden layers | Xavier for tanh, He for ReLU; batch norm where the net is deep |
# | biases | 0 |
# | gradients | clip by norm if they explode now and then |
#
# ## What you can now do
#
# * bring features to [0, 1], to [−1, 1], or to mean 0 and deviation 1, and treat new data as the old;
# * write batch norm forwards and backwards, and say why it answers differently in training and at inference;
# * read from a log axis whether a gradient vanishes or explodes, and name the factor that does it;
# * clip a gradient, with its direction kept or not;
# * say why all zeros is no place to begin, and where the $\sqrt{1/n}$ comes from.
#
# ## Your next task
#
# Open the problem set [`normalization`](../exercises/normalization/normalization.ipynb) and begin with `minmax`. Then
# come `standardize`, `clip_by_value` and `clip_by_norm`, `random_init` and `xavier_init`; and at the end the big ones,
# `batchnorm` and `batchnorm_backward`. You are told at once what is wrong, and by name.
#
# ## Sources
#
# Slides: D0 (normalising inputs, batch norm, vanishing and exploding gradients, clipping, initialisation), D3
# (vanishing gradients).
#
# * Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, *Efficient BackProp*, 1998: why inputs should be centred and scaled.
# * S. Ioffe, C. Szegedy, *Batch normalization: accelerating deep network training by reducing internal
#   covariate shift*, ICML 2015.
# * S. Santurkar, D. Tsipras, A. Ilyas, A. Mądry, *How does batch normalization help optimization?*, NeurIPS 2018:
#   a different explanation of why it works.
# * Y. Bengio, P. Simard, P. Frasconi, *Learning long-term dependencies with gradient descent is difficult*, IEEE
#   Transactions on Neural Networks 5, 1994: vanishing gradients.
# * R. Pascanu, T. Mikolov, Y. Bengio, *On the difficulty of training recurrent neural networks*, ICML 2013: the
#   cliff, and clipping by norm.
# * X. Glorot, Y. Bengio, *Understanding the difficulty of training deep feedforward neural networks*, AISTATS 2010.
# * K. He, X. Zhang, S. Ren, J. Sun, *Delving deep into rectifiers*, ICCV 2015: $\sqrt{2/n}$.
