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
# # Regularisation
#
# **The question.** A network has forty neurons and sixteen examples. It can learn them by heart, so it does.
# How do you keep it from doing so, *without* telling it less?
#
# There are six answers in this lecture. None of them takes more than a line.

# %%
import numpy as np
from chainrule import (
    config,
    datasets,
    initializers,
    layers,
    losses,
    models,
    optimizers,
    regularizers,
)
from chainrule.callbacks import EarlyStopping
from chainrule_widgets import picture, question
from chainrule_widgets.regularization import (
    Augmented,
    Constraint,
    DroppedUnits,
    LearningCurve,
    PricedNet,
    Stopping,
    WeightPaths,
)

# %% [markdown]
# ## The idea
#
# The same network twice, trained on the same sixteen points. On the right it has to pay for its weights. The dotted
# curve is the one that the noise hides.

# %%
rng = np.random.default_rng(5)
x = np.sort(rng.uniform(-1, 1, 16))
y = np.sin(np.pi * x) + rng.normal(0, 0.3, 16)
fine = np.linspace(-1, 1, 201)


def fitted(price):
    """Return the curve of a net with forty neurons, trained with a price on its weights."""
    config.set_random_seed(1)
    hidden = layers.Dense(
        40,
        "tanh",
        kernel_initializer=initializers.RandomNormal(stddev=6.0, seed=1),  # it begins wild
        bias_initializer=initializers.RandomNormal(stddev=4.0, seed=2),
        kernel_regularizer=price,
    )
    output = layers.Dense(1, kernel_regularizer=price)
    model = models.Sequential([layers.Input(shape=(1,)), hidden, output])
    model.compile(optimizers.Adam(0.02), "mse")
    model.fit(x[:, None], y, epochs=1000, batch_size=16, verbose=0)
    return model.predict(fine[:, None], verbose=0).ravel()


with picture(
    "Sixteen noisy points of a sine, twice. Without a price the net's curve makes extra bends to come "
    "near single points; with a price it is smooth and close to the sine.",
    columns=2,
    width=9.0,
    height=2.6,
) as axes:
    for panel, price, title in zip(
        axes, (None, regularizers.l2(0.001)), ("weights are free", "weights have a price")
    ):
        panel.plot(fine, fitted(price), linestyle="-")
        panel.plot(fine, np.sin(np.pi * fine), linestyle=":", color="#010203", linewidth=1.2)
        panel.plot(x, y, "o", color="#010203", markersize=4)
        panel.set(title=title, ylim=(-2, 2), xticks=[-1, 0, 1], yticks=[-2, 0, 2])

# %% [markdown]
# Whatever makes learning by heart *harder than understanding* is called **regularisation**. One can put a price on
# the weights. One can take neurons away at random, stop in time, or change the examples a little each time.
#
# ## L1: a price on size <a id="K1"></a>
#
# Add to the loss what the weights cost, each by its size:
#
# $$J(W) + \lambda \sum |w| \qquad\qquad \text{slope of the price: } \lambda\,\operatorname{sign}(w)$$

# %%
w = np.array([3.0, -4.0, 0.0])
price = regularizers.l1(0.1)
print("price  ", price(w).round(6), "   by hand: 0.1 · (3 + 4 + 0)")
print("slopes ", price.gradient(w))

# %% [markdown]
# The slope does not care how large a weight is. A weight of 4 is pulled towards 0 with the same force as one of 0.004.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A weight hardly helps: at w = 0 the loss would fall by 0.05 for each unit of w. L1 asks λ = 0.1 a unit. Where does the weight end?",
    {
        "at exactly 0": "Every unit of it costs 0.1 and saves 0.05. So not even the first bit of it is worth having.",
        "close to 0, but not at 0": "That is what a price on w² does: near 0 its slope fades away. This one does not fade.",
        "at half of its former size": "It would have to be paid for down to the last bit, and no bit is worth it.",
    },
    right="at exactly 0",
)

# %% [markdown]
# **Move it.** The plane of two weights. Thin lines join weights with the same loss; the star has the least. The
# orange diamond holds all weights that cost no more than the dot. Raise λ until the dot reaches a corner. Then
# drag the star about, or move it with the arrow keys.

# %%
Constraint("l1", strength=1.0)

# %% [markdown]
# Corners lie on the axes, and on an axis one weight is 0. A feature with weight 0 is not used. So L1 *chooses features*.
#
# **When it goes wrong.** The formula for the slope is right. Used in plain gradient descent, it never arrives.

# %%
w, rate, price = 0.037, 0.1, regularizers.l1(0.1)
path = []
for _ in range(12):
    w = w - rate * float(price.gradient(w))
    path.append(w)
print(np.round(path, 3))

# %% [markdown]
# Each step is $\eta\lambda = 0.01$ long, even if 0 is nearer than that. So the weight hops from one side to the other for
# ever. With such steps you count the weights that are *small*. The pictures here take the price in a step of its own,
# which stops at 0: $w \leftarrow \operatorname{sign}(w)\,\max(|w| - \eta\lambda,\ 0)$.
#
# ## L2: a price on squares <a id="K2"></a>
#
# $$J(W) + \lambda \sum w^2 \qquad\qquad \text{slope of the price: } 2\lambda w$$

# %%
w = np.array([3.0, -4.0])
price = regularizers.l2(0.1)
print("price  ", price(w), "   by hand: 0.1 · (9 + 16)")
print("slopes ", price.gradient(w).round(6))

# %% [markdown]
# Now a weight twice as large is pulled twice as hard. One step of descent on the price alone multiplies every weight by the
# same number, $1 - 2\eta\lambda$. That is why it is also called **weight decay**.

# %%
print(w - 0.5 * price.gradient(w), "=", (1 - 2 * 0.5 * 0.1) * w)

# %% [markdown]
# Some books write $\frac{\lambda}{2} \sum w^2$, and then the slope has no 2. Keras, the slides and this course have no ½.
#
# The same plane again. A disc has no corners.

# %%
Constraint("l2", strength=1.0)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Eight features, of which only three matter. You raise λ from 0.01 to 1. How many weights are exactly 0?",
    {
        "five under L1, none under L2": "L1 lets go of what does not pay for itself. L2 shrinks all of them and lets go of none.",
        "five under both": "The slope of w² is 2w. Near 0 there is no force left that would push it the last bit.",
        "none under either": "The force of L1 is the same down to 0. What is not worth it arrives there.",
    },
    right="five under L1, none under L2",
)

# %%
rng = np.random.default_rng(0)
features = rng.standard_normal((60, 8))
targets = features @ [2.0, -1.5, 1.0, 0, 0, 0, 0, 0] + rng.normal(0, 1, 60)
WeightPaths(features, targets, ["a = 2", "b = −1.5", "c = 1", "d", "e", "f", "g", "h"], place=40)

# %% [markdown]
# Read the paths from left to right. Under L1 they end one after the other, the useless ones first. Under L2 they come closer
# and closer to 0, all together.
#
# **In a network** it is one argument of the layer, as on the slide of deck D4:

# %%
X, kind = datasets.breast_cancer()
Z = (X - X[:300].mean(axis=0)) / X[:300].std(axis=0)
config.set_random_seed(0)
model = models.Sequential()
model.add(
    layers.Dense(
        16, kernel_regularizer=regularizers.l2(0.001), activation="relu", input_shape=(30,)
    )
)
model.add(layers.Dense(16, kernel_regularizer=regularizers.l2(0.001), activation="relu"))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(Z[:300], kind[:300], epochs=10, batch_size=64, verbose=0)

loss, _ = model.evaluate(Z[300:], kind[300:], verbose=0)
p = model.predict(Z[300:], verbose=0)
plain = float(losses.BinaryCrossentropy()(kind[300:, None], p))
squares = sum(float((kernel**2).sum()) for kernel in model.get_weights()[:4:2])
print(f"evaluate says {loss:.5f}")
print(f"cross-entropy {plain:.5f} + 0.001 · {squares:.3f} = {plain + 0.001 * squares:.5f}")

# %% [markdown]
# So the loss that is printed has the price in it, the validation loss too. The biases and the last
# layer are free: only a *kernel* that was given a price pays one.
#
# **Move it.** Sixteen points, forty neurons that begin wild, and a net trained for each λ.

# %%
PricedNet("l2")

# %% [markdown]
# **When it goes wrong.** Look at both ends of the slider. With λ = 0 the net follows the noise. With λ = 0.3 it would rather
# be a flat line than pay: that is underfitting, made by hand. The training error only ever rises with λ, so it
# cannot tell you which λ to take. The validation data can.
#
# ## Dropout <a id="K3"></a>
#
# In a team where anyone may be ill tomorrow, nobody can be the only one who knows. Dropout does that to neurons: in every
# step of training, each is left out with probability **rate**. Usual rates are 0.2 to 0.5.
#
# **Move it.** Press *another draw*: each step trains another, thinner network. All of them share their weights.

# %%
DroppedUnits(0.5)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Dropout(0.2) keeps four of five numbers. By what does it multiply those that it keeps, while training?",
    {
        "1, they stay as they are": "Then the next layer would get a fifth less than at inference, where nothing is dropped.",
        "0.8": "So they would become still smaller. That is what one did at *inference* in the first papers.",
        "1.25": "Divided by 0.8. So the sum stays on average what it is without dropout.",
    },
    right="1.25",
)

# %%
a = np.full((1, 10), 2.0)
drop = layers.Dropout(0.2, seed=1)
print("training   ", np.asarray(drop(a, training=True))[0])
print("inference  ", np.asarray(drop(a, training=False))[0])
many = np.asarray(layers.Dropout(0.2, seed=2)(np.full((100_000, 1), 2.0), training=True))
print(f"mean of 100 000 in training: {many.mean():.3f}    share dropped: {(many == 0).mean():.3f}")

# %% [markdown]
# This is *inverted* dropout: all the scaling is done while training, and **at inference it is off**. `fit` switches it on,
# `predict` and `evaluate` switch it off, all by themselves.
#
# On the way back the gradient goes through the same holes. What was dropped had no part in the loss and gets 0; what was
# multiplied by 1.25 gets its gradient times 1.25.

# %%
out, mask = drop.forward(np.ones((1, 10), "f4"), training=True)
print("forwards   ", out[0])
print("backwards  ", drop.backward(np.ones((1, 10), "f4"), mask, needs_input_grad=True)[0])

# %% [markdown]
# **When it goes wrong.** Let us forget to switch it off.

# %%
digits_X, digits_y = datasets.digits()
order = np.random.default_rng(0).permutation(len(digits_X))
digits_X, digits_y = digits_X[order] / 16, digits_y[order]
config.set_random_seed(0)
reader = models.Sequential(
    [
        layers.Input(shape=(64,)),
        layers.Dense(64, "relu"),
        layers.Dropout(0.5),
        layers.Dense(10, "softmax"),
    ]
)
reader.compile(optimizers.Adam(0.01), "sparse_categorical_crossentropy")
reader.fit(digits_X[:1000], digits_y[:1000], epochs=10, batch_size=32, verbose=0)
for name, training in (("off, as it should be", False), ("left on", True)):
    said = np.asarray(reader(digits_X[1000:], training=training)).argmax(axis=1)
    print(f"dropout {name:21} accuracy {(said == digits_y[1000:]).mean():.3f}")

# %% [markdown]
# ## Early stopping <a id="K4"></a>
#
# The cheapest of all. Watch the loss on the validation data, and stop when it no longer falls.
#
# Here is a real training: two moons, 60 points, 32 neurons, 150 epochs.

# %%
X_train, y_train = datasets.moons(60, noise=0.3, seed=1)
X_val, y_val = datasets.moons(60, noise=0.3, seed=2)


def moons_net(*extra, units=32, price=None):
    """Return a network for the moons, compiled."""
    config.set_random_seed(3)
    hidden = layers.Dense(units, "tanh", kernel_regularizer=price)
    model = models.Sequential(
        [layers.Input(shape=(2,)), hidden, *extra, layers.Dense(1, "sigmoid")]
    )
    model.compile(optimizers.Adam(0.03), "binary_crossentropy", metrics=["accuracy"])
    return model


history = (
    moons_net()
    .fit(X_train, y_train, epochs=150, batch_size=10, validation_data=(X_val, y_val), verbose=0)
    .history
)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The validation loss jumps up and down from epoch to epoch. What does a patience of 2 do?",
    {
        "it stops too early": "Two unlucky epochs in a row come soon, long before the curve really turns.",
        "it stops at the lowest point": "Nobody knows that a point was the lowest before they have gone on a while.",
        "it stops too late": "Too late is what a very long patience does. Two epochs are short.",
    },
    right="it stops too early",
)

# %% [markdown]
# **Move it.** The diamond is the best epoch so far, the ring shows whose weights are kept, and what is grey is never
# trained. Find the patience that gets over the flat part at the beginning.

# %%
Stopping(history, patience=2)

# %% [markdown]
# The rule is Keras's, with every argument:
#
# | argument | what it says |
# |---|---|
# | `monitor` | which loss or metric is watched |
# | `min_delta` | what a gain must *exceed* to count: better is `loss + min_delta < best` |
# | `patience` | after so many epochs in a row without a better one it stops |
# | `mode` | whether less ("min") or more ("max") is better; "auto" knows it by the metric |
# | `baseline` | a value to be beaten: until it is, even a better epoch does not set the waiting back |
# | `restore_best_weights` | go back to the best epoch at the end, instead of keeping the last |
# | `start_from_epoch` | so many first epochs are not looked at |
#
# Epochs count from 0. On the task's own example:

# %%
example = {"val_loss": [0.9, 0.6, 0.5, 0.55, 0.52, 0.51, 0.4]}
for min_delta in (0.0, 0.1, 0.2):
    print(Stopping(example, patience=3, min_delta=min_delta))

# %% [markdown]
# Look at the second line again. From 0.6 to 0.5 the loss falls by 0.1, and 0.1 is not *more than* 0.1. (With
# other numbers, rounding may decide such a tie either way.)
#
# In use it is one line:

# %%
model = moons_net()
stop = EarlyStopping(monitor="val_loss", patience=20, restore_best_weights=True)
seen = model.fit(
    X_train,
    y_train,
    epochs=150,
    batch_size=10,
    validation_data=(X_val, y_val),
    callbacks=[stop],
    verbose=0,
)
loss, _ = model.evaluate(X_val, y_val, verbose=0)
print(f"stopped after epoch {seen.epoch[-1]}, best was epoch {stop.best_epoch}")
print(f"validation loss of what is kept {loss:.4f}; at the end of 150 epochs it was", end=" ")
print(round(history["val_loss"][-1], 4))

# %% [markdown]
# **When it goes wrong: the wrong mode.** Accuracy is watched, and somebody says that less is better.

# %%
Stopping(history, monitor="val_accuracy", mode="min", patience=10, restore_best_weights=True)

# %% [markdown]
# It goes back to the *worst* epoch of all, and says nothing. Choose "auto" in the picture, and it is cured.
#
# **Your turn.** Here is a first attempt at the rule. It has a mistake. The picture shows where *yours* stops beside the
# library's. Find it, repair it, run the cell again, and try other sliders.


# %%
def my_early_stopping(val_losses, patience, min_delta=0.0):
    best, best_epoch, wait = np.inf, 0, 0
    for epoch, loss in enumerate(val_losses):
        if loss + min_delta < best:
            best, best_epoch = loss, epoch
        else:
            wait += 1
            if wait >= patience:
                return epoch, best_epoch
    return len(val_losses) - 1, best_epoch


Stopping(history, function=my_early_stopping, patience=20)

# %% [markdown]
# ## Data augmentation <a id="K5"></a>
#
# A three that stands one pixel further to the left is still a three. *You* know that. A network of dense layers does not:
# to it, every pixel is another feature. So show it, and every epoch brings examples that it has never seen.

# %%
images = digits_X.reshape(-1, 8, 8)


def digits_net(*changes):
    """Return a net trained on 300 digits, with layers in front that change them while training."""
    config.set_random_seed(0)
    model = models.Sequential(
        [
            layers.Input(shape=(8, 8)),
            *changes,
            layers.Flatten(),
            layers.Dense(64, "relu"),
            layers.Dense(10, "softmax"),
        ]
    )
    model.compile(optimizers.Adam(0.01), "sparse_categorical_crossentropy")
    model.fit(images[:300], digits_y[:300], epochs=30, batch_size=32, verbose=0)
    return model


nets = {
    "as they are": digits_net(),
    "moved": digits_net(layers.RandomTranslation(0.15, 0.15, fill_mode="constant", seed=1)),
    "trembling": digits_net(layers.GaussianNoise(0.2, seed=1)),
}

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The net “as they are” reads 95 % of new digits. All new digits are moved one pixel to the right. Now it reads about …",
    {
        "95 %": "To us nothing has changed. But every weight of the net belongs to one pixel, and now it meets its neighbour's value.",
        "80 %": "It is worse than that: most strokes are only one or two pixels wide, so nearly all weights meet the wrong value.",
        "40 %": "One pixel is an eighth of the picture, and nobody ever showed it a digit that is not in the middle.",
    },
    right="40 %",
)

# %% [markdown]
# **Move it.** The same digit goes to three nets, which differ only in how their training examples were changed.

# %%
Augmented(images[1397:], digits_y[1397:], nets, dx=1)

# %% [markdown]
# What it does to the accuracy, on 797 digits that no net has seen:


# %%
def accuracy(model, pictures):
    return (model.predict(pictures, verbose=0).argmax(axis=1) == digits_y[1000:]).mean()


new = images[1000:]
right = np.pad(new, ((0, 0), (0, 0), (1, 0)))[:, :, :8]
noisy = new + np.random.default_rng(0).normal(0, 0.3, new.shape)
print("trained on        as they are   moved right   noisy")
for name, net in nets.items():
    print(f"{name:17} {accuracy(net, new):9.3f} {accuracy(net, right):13.3f}", end="")
    print(f" {accuracy(net, noisy):9.3f}")

# %% [markdown]
# Read it honestly. Each net is best at what it was shown. The net that knows moved digits has paid for that: on digits in
# the middle it is *worse*, for it had more to learn from the same 300. Augmentation is worth it **where the new examples will
# differ in just this way**, and for nothing else.
#
# **When it goes wrong.** A mirrored cat is a cat. A mirrored digit?

# %%
flipped = digits_net(layers.RandomFlip("horizontal", seed=1))
print(
    f"as they are: {accuracy(nets['as they are'], new):.3f}   with mirrored digits in training:",
    end=" ",
)
print(f"{accuracy(flipped, new):.3f}")

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Which digits can be mirrored left to right and still be themselves?",
    {
        "all of them": "Look at a mirrored 3, or a 7. Whoever trains on those teaches the net something that is not so.",
        "0 and 8, and a plain 1": "They are alike on both sides. For every other digit the label becomes a lie.",
        "none of them": "A 0 does not mind a mirror.",
    },
    right="0 and 8, and a plain 1",
)

# %% [markdown]
# Go through the digits, and take the tick off *mirror* and put it back. Watch a 2 and a 5 become strangers.

# %%
both = {"as they are": nets["as they are"], "with mirrored ones": flipped}
Augmented(images[1397:], digits_y[1397:], both, place=4, flip=True)

# %% [markdown]
# ## More data, a smaller network <a id="K6"></a>
#
# All remedies so far make do with the examples at hand. The surest one is to get more. Each point below is the mean of three
# trainings on noisy moons, judged on 1000 new points.

# %%
X_new, y_new = datasets.moons(1000, noise=0.3, seed=99)


def both_losses(units, n, seed):
    """Return training and validation loss after 300 epochs on n points."""
    points, labels = datasets.moons(n, noise=0.3, seed=seed)
    config.set_random_seed(seed)
    model = models.Sequential(
        [layers.Input(shape=(2,)), layers.Dense(units, "tanh"), layers.Dense(1, "sigmoid")]
    )
    model.compile(optimizers.Adam(0.05), "binary_crossentropy")
    model.fit(points, labels, epochs=300, batch_size=n, verbose=0)
    return [model.evaluate(a, b, verbose=0) for a, b in ((points, labels), (X_new, y_new))]


sizes = [20, 40, 80, 160, 320, 640, 1280]
curves = {
    f"{units} hidden units": [
        np.mean([both_losses(units, n, seed) for seed in range(3)], axis=0) for n in sizes
    ]
    for units in (4, 32)
}
LearningCurve(sizes, curves, place=1)

# %% [markdown]
# Three things to see:
#
# * the gap between training and validation loss closes as the data grow;
# * with few examples the **smaller network** is the better one: it has no room for the noise;
# * with many examples the larger one is at least as good. Its room is now filled with what is true.
#
# So *smaller* is a remedy for having too little data. If the data grow, let the network grow as well.
#
# ## All of them, side by side
#
# The moons once more, 60 points. One remedy at a time, one training each, and the loss on 1000 new points. (So
# few trainings make no ranking: a few hundredths are luck.)

# %%
remedies = {
    "nothing": moons_net(),
    "L1, λ = 0.003": moons_net(price=regularizers.l1(0.003)),
    "L2, λ = 0.01": moons_net(price=regularizers.l2(0.01)),
    "dropout 0.5": moons_net(layers.Dropout(0.5)),
    "noise 0.3 on the inputs": None,
    "stopping, patience 20": moons_net(),
    "4 units instead of 32": moons_net(units=4),
    "600 points instead of 60": moons_net(),
}
config.set_random_seed(3)
trembling = models.Sequential(
    [
        layers.Input(shape=(2,)),
        layers.GaussianNoise(0.3),
        layers.Dense(32, "tanh"),
        layers.Dense(1, "sigmoid"),
    ]
)
trembling.compile(optimizers.Adam(0.03), "binary_crossentropy")
remedies["noise 0.3 on the inputs"] = trembling
for name, model in remedies.items():
    points, labels = datasets.moons(600, noise=0.3, seed=1) if "600" in name else (X_train, y_train)
    stop = EarlyStopping(patience=20, restore_best_weights=True)
    model.fit(
        points,
        labels,
        epochs=150,
        batch_size=len(points) // 6,  # the same number of steps for all
        validation_data=(X_val, y_val),
        callbacks=[stop] if "patience" in name else [],
        verbose=0,
    )
    p = model.predict(X_new, verbose=0)
    print(f"{name:26} {float(losses.BinaryCrossentropy()(y_new[:, None], p)):.3f}")

# %% [markdown]
# They can be combined, and in practice they are: more data first, then stopping in time, which costs nothing; then a price,
# dropout or changed examples, with strengths chosen on the validation data.
#
# ## Where a slide is wrong
#
# Deck D2 writes `tf.keras.layers.Dropout(p=0.5)`. The argument's name is **`rate`**, and an unknown name is refused:

# %%
try:
    layers.Dropout(p=0.5)
except TypeError as error:
    print("TypeError:", error)
print("today:", layers.Dropout(rate=0.5).rate)

# %% [markdown]
# The letter matters, for `p` is read in two ways. In the paper of 2014, $p$ is the probability to *keep* a neuron; `rate` is
# the one to *drop* it. At 0.5 nobody sees the difference. At 0.2 it is the difference between one neuron
# in five gone and four in five gone:

# %%
for rate in (0.2, 1 - 0.2):
    out = np.asarray(layers.Dropout(rate, seed=0)(np.ones((1, 100_000)), training=True))
    print(f"rate {rate:.1f}: {(out == 0).mean():.3f} of the neurons are dropped")

# %% [markdown]
# ## What you can now do
#
# * price weights by L1 or L2, with their slopes, and say which of them leaves zeros and why;
# * build dropout that keeps the mean, send gradients back through its holes, and switch it off;
# * stop in time by Keras's rule, and set each of its arguments on purpose;
# * make new examples from old ones, and say which changes a label survives;
# * choose among the remedies by two curves.
#
# ## Your next task
#
# Open the problem set [`regularization`](../exercises/regularization/regularization.ipynb) and begin with `l1_penalty`.
# Then come `l1_grad`, `l2_penalty` and `l2_grad`; `dropout` and `dropout_backward`; `early_stopping`; and `flip`, `shift` and
# `add_noise`. Stuck at the rule for stopping? Bring your function here: `Stopping(history, function=early_stopping)`.
#
# ## Sources
#
# Slides: D0 (L1, L2, dropout, early stopping, augmentation, more data), D1 and D2 (dropout, early stopping), D3 (dropout, early
# stopping, augmentation), D4 (L1, L2, dropout, a smaller network).
#
# * R. Tibshirani, *Regression shrinkage and selection via the lasso*, Journal of the Royal Statistical Society B 58, 1996: L1,
#   and the diamond.
# * A. Hoerl, R. Kennard, *Ridge regression: biased estimation for nonorthogonal problems*, Technometrics 12, 1970: L2.
# * A. Krogh, J. Hertz, *A simple weight decay can improve generalization*, NIPS 1991.
# * N. Parikh, S. Boyd, *Proximal algorithms*, Foundations and Trends in Optimization 1, 2014: the step that stops at 0.
# * N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever, R. Salakhutdinov, *Dropout: a simple way to prevent neural networks
#   from overfitting*, Journal of Machine Learning Research 15, 2014.
# * L. Prechelt, *Early stopping, but when?*, in: Neural Networks: Tricks of the Trade, Springer 1998.
# * C. Bishop, *Training with noise is equivalent to Tikhonov regularization*, Neural Computation 7, 1995.
# * P. Simard, D. Steinkraus, J. Platt, *Best practices for convolutional neural networks applied to visual document analysis*,
#   ICDAR 2003: digits, moved and bent.
