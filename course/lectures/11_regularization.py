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
# # Regularization
#
# **The question.** A network with forty hidden units is trained on only sixteen examples. It can memorize all of them,
# including their noise. How can you prevent this *without* removing examples?
#
# This lecture gives six answers. Most of them need only one line of code.
#
# After this lecture you can
#
# * compute L1 and L2 penalties and their gradients, and explain why only L1 makes weights exactly 0;
# * implement the forward and the backward pass of dropout, and say when dropout must be off;
# * use early stopping with the arguments of Keras;
# * make new examples by data augmentation, and say which changes keep the label;
# * choose between these methods by comparing training and validation loss.
#
# **Time:** about 100 minutes. **You need:** [lecture 10, Evaluation](10_evaluation.ipynb), for overfitting, and
# [lecture 07, Backpropagation](07_backpropagation.ipynb).

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
# The next cell trains the same network twice on the same sixteen points, and plots its output (solid line). In the
# right plot, a penalty keeps the weights small. The dotted line is the true function, without noise.

# %% jupyter={"source_hidden": true}
rng = np.random.default_rng(5)
x = np.sort(rng.uniform(-1, 1, 16))
y = np.sin(np.pi * x) + rng.normal(0, 0.3, 16)
fine = np.linspace(-1, 1, 201)


def fitted(regularizer):
    """Return the output of a network with forty hidden units, trained with a penalty."""
    config.set_random_seed(1)
    hidden = layers.Dense(
        40,
        "tanh",
        kernel_initializer=initializers.RandomNormal(stddev=6.0, seed=1),  # large initial weights
        bias_initializer=initializers.RandomNormal(stddev=4.0, seed=2),
        kernel_regularizer=regularizer,
    )
    output = layers.Dense(1, kernel_regularizer=regularizer)
    model = models.Sequential([layers.Input(shape=(1,)), hidden, output])
    model.compile(optimizers.Adam(0.02), "mse")
    model.fit(x[:, None], y, epochs=1000, batch_size=16, verbose=0)
    return model.predict(fine[:, None], verbose=0).ravel()


with picture(
    "Sixteen noisy points of a sine curve, drawn twice. Without a penalty, the output of the network follows "
    "single points. With an L2 penalty, it is smooth and close to the sine curve.",
    columns=2,
    width=9.0,
    height=2.6,
) as axes:
    for panel, regularizer, title in zip(
        axes, (None, regularizers.l2(0.001)), ("without a penalty", "with an L2 penalty")
    ):
        panel.plot(fine, fitted(regularizer), linestyle="-")
        panel.plot(fine, np.sin(np.pi * fine), linestyle=":", color="#010203", linewidth=1.2)
        panel.plot(x, y, "o", color="#010203", markersize=4)
        panel.set(title=title, ylim=(-2, 2), xticks=[-1, 0, 1], yticks=[-2, 0, 2])

# %% [markdown]
# If a network memorizes its training examples instead of learning what they have in common, it overfits. A method that
# reduces overfitting is called **regularization**. You can add a penalty for large weights, drop hidden units at
# random, stop the training in time, or change the examples a little.
#
# ## L1 penalty <a id="K1"></a>
#
# The **L1 penalty** is the sum of the absolute values of the weights, multiplied by a **strength** $\lambda$. It is
# added to the loss:
#
# $$J(W) + \lambda \sum |w| \qquad\qquad \text{gradient of the penalty: } \lambda\,\operatorname{sign}(w)$$

# %%
w = np.array([3.0, -4.0, 0.0])
penalty = regularizers.l1(0.1)
print("penalty ", penalty(w).round(6), "   by hand: 0.1 · (3 + 4 + 0)")
print("gradient", penalty.gradient(w))

# %% [markdown]
# The size of the gradient does not depend on the size of the weight. In each step, a weight of 4 and a weight of 0.004
# move towards 0 by the same amount.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A weight w ≥ 0 reduces the loss by 0.05 · w. Its L1 penalty is 0.1 · w. Which value of w is best?",
    {
        "exactly 0": "The sum of loss and penalty grows by 0.05 · w. So w = 0 is best.",
        "close to 0, but not 0": "This happens with a penalty on w², because its gradient is almost 0 near w = 0. The gradient of the L1 penalty stays 0.1.",
        "half of its value without the penalty": "Every positive value of w is worse than 0, because the penalty grows faster than the loss falls.",
    },
    right="exactly 0",
)

# %% [markdown]
# **Try it.** Each point of the plot is a pair of weights $(w_1, w_2)$. The loss is smallest at the star, and each thin
# line connects points with the same loss. The dot has the smallest sum of loss and penalty. The orange diamond
# contains all points whose penalty is at most the penalty of the dot.
#
# Increase λ until the dot reaches a corner of the diamond. Then drag the star, or move it with the arrow keys. Notice
# how often the dot stays at a corner.

# %%
Constraint("l1", strength=1.0)

# %% [markdown]
# All corners are on the axes, where one of the weights is exactly 0. The network does not use a feature with weight 0.
# So an L1 penalty *selects features*.
#
# **A common mistake.** With plain gradient descent, the penalty does not make a weight exactly 0, even though the
# formula of the gradient is right:

# %%
w, rate, penalty = 0.037, 0.1, regularizers.l1(0.1)
path = []
for _ in range(12):
    w = w - rate * float(penalty.gradient(w))
    path.append(w)
print(np.round(path, 3))

# %% [markdown]
# Each step has the length $\eta\lambda = 0.01$, even if the weight is closer to 0. So the weight oscillates around 0.
# The explorables in this lecture use a special step for the penalty, which never jumps over 0: $w \leftarrow
# \operatorname{sign}(w)\,\max(|w| - \eta\lambda,\ 0)$.
#
# ## L2 penalty <a id="K2"></a>
#
# The **L2 penalty** is the sum of the squares of the weights, multiplied by the strength $\lambda$:
#
# $$J(W) + \lambda \sum w^2 \qquad\qquad \text{gradient of the penalty: } 2\lambda w$$

# %%
w = np.array([3.0, -4.0])
penalty = regularizers.l2(0.1)
print("penalty ", penalty(w), "   by hand: 0.1 · (9 + 16)")
print("gradient", penalty.gradient(w).round(6))

# %% [markdown]
# Now the gradient is proportional to the weight. One step of gradient descent on the penalty alone multiplies every
# weight by the same factor, $1 - 2\eta\lambda$. This is why an L2 penalty is also called **weight decay**.

# %%
print(w - 0.5 * penalty.gradient(w), "=", (1 - 2 * 0.5 * 0.1) * w)

# %% [markdown]
# Some books define the penalty as $\frac{\lambda}{2} \sum w^2$. Then its gradient is $\lambda w$, without the factor
# 2. Keras and this course do not use the ½.
#
# **Try it.** The next plot shows the same two weights with an L2 penalty. Increase λ. The points with at most the
# penalty of the dot form a disc. A disc has no corners, so the dot does not stop on an axis.

# %%
Constraint("l2", strength=1.0)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A model has eight features, and only three of them are useful. You increase λ from 0.01 to 1. How many weights become exactly 0?",
    {
        "five with L1, none with L2": "With L1, the weights of the five useless features become 0. With L2, all weights become smaller, but none becomes 0.",
        "five with both": "The gradient of w² is 2w. Near w = 0, this gradient is too small to make a weight exactly 0.",
        "none with either": "The gradient of the L1 penalty has the same size for all w > 0, so it makes the weights of useless features exactly 0.",
    },
    right="five with L1, none with L2",
)

# %%
rng = np.random.default_rng(0)
features = rng.standard_normal((60, 8))
targets = features @ [2.0, -1.5, 1.0, 0, 0, 0, 0, 0] + rng.normal(0, 1, 60)
WeightPaths(features, targets, ["a = 2", "b = −1.5", "c = 1", "d", "e", "f", "g", "h"], place=40)

# %% [markdown]
# **Try it.** Each line is the path of one weight. Drag in a plot to increase λ from left to right. With L1, the
# weights become 0 one after the other, and the weights of the useless features become 0 first. With L2, all weights
# come closer to 0, but none of them reaches it.
#
# **In a network**, you pass the penalty to each layer as `kernel_regularizer`:

# %%
X, kind = datasets.breast_cancer()
Z = (X - X[:300].mean(axis=0)) / X[:300].std(axis=0)
config.set_random_seed(0)
l2 = regularizers.l2(0.001)
model = models.Sequential()
model.add(layers.Dense(16, kernel_regularizer=l2, activation="relu", input_shape=(30,)))
model.add(layers.Dense(16, kernel_regularizer=l2, activation="relu"))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(Z[:300], kind[:300], epochs=10, batch_size=64, verbose=0)

loss, _ = model.evaluate(Z[300:], kind[300:], verbose=0)
p = model.predict(Z[300:], verbose=0)
cross_entropy = float(losses.BinaryCrossentropy()(kind[300:, None], p))
squares = sum(float((kernel**2).sum()) for kernel in model.get_weights()[:4:2])
total = cross_entropy + 0.001 * squares
print(f"loss of evaluate {loss:.5f}")
print(f"cross-entropy    {cross_entropy:.5f} + 0.001 · {squares:.3f} = {total:.5f}")

# %% [markdown]
# So the loss that `evaluate` returns includes the penalty. This is also true of the loss and the validation loss of
# `fit`. The penalty counts only the kernels (the weight matrices) of layers with a regularizer. Here it does not count
# the biases and the last layer.
#
# **Try it.** The explorable has trained a network with forty hidden units and large initial weights on sixteen points,
# once for each λ. Drag in the right plot to change λ. The orange line is the distance from the true function. The
# dotted green line is the training error.

# %%
PricedNet("l2")

# %% [markdown]
# **Both extremes are bad.** Compare both ends of the slider. With λ = 0, the network follows the noise: overfitting.
# With λ = 0.3, its output is almost a flat line: underfitting. The training error is smallest with λ = 0, so it cannot
# tell you which λ is best. Use the validation data to choose λ.
#
# ## Dropout <a id="K3"></a>
#
# In each training step, **dropout** sets every hidden unit to 0 with a certain probability, the **rate**. The network
# cannot rely on any single unit, because this unit may be dropped in the next step. Typical rates are between 0.2 and
# 0.5.
#
# **Try it.** Press *next step* a few times. In each step, other units are dropped (red crosses), and only the rest of
# the network is trained. All steps share the same weights. Then change the rate, and switch *training* off.

# %%
DroppedUnits(0.5)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Dropout(0.2) keeps about four of five units. By which factor does it multiply the kept units during training?",
    {
        "1": "Then the inputs of the next layer would be smaller during training than at inference, where no unit is dropped.",
        "0.8": "This would make the units smaller, not larger. The paper of 2014 uses this factor at *inference*.",
        "1.25": "The kept units are divided by 0.8. So on average their sum is the same as without dropout.",
    },
    right="1.25",
)

# %%
a = np.full((1, 10), 2.0)
drop = layers.Dropout(0.2, seed=1)
print("training   ", np.asarray(drop(a, training=True))[0])
print("inference  ", np.asarray(drop(a, training=False))[0])
many = np.asarray(layers.Dropout(0.2, seed=2)(np.full((100_000, 1), 2.0), training=True))
print(f"average of 100 000 in training: {many.mean():.3f}    dropped: {(many == 0).mean():.1%}")

# %% [markdown]
# In this form of dropout, the kept units are multiplied by $1/(1 - \text{rate})$ during training. **At inference,
# dropout is off**, and nothing is multiplied. *Inference* means that the trained network makes predictions. `fit`
# switches dropout on; `predict` and `evaluate` switch it off.
#
# In the backward pass, the gradient of a dropped unit is 0, because the unit has no effect on the loss. The gradient
# of a kept unit is multiplied by the same factor as its output, here 1.25.

# %%
out, mask = drop.forward(np.ones((1, 10), "f4"), training=True)
print("forward    ", out[0])
print("backward   ", drop.backward(np.ones((1, 10), "f4"), mask, needs_input_grad=True)[0])

# %% [markdown]
# **A common mistake.** What happens if you do not switch dropout off at inference?

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
for name, training in (("off (right)", False), ("on (wrong)", True)):
    predicted = np.asarray(reader(digits_X[1000:], training=training)).argmax(axis=1)
    print(f"dropout {name:12} accuracy {(predicted == digits_y[1000:]).mean():.3f}")

# %% [markdown]
# ## Early stopping <a id="K4"></a>
#
# **Early stopping** is the simplest method: after each epoch, compute the loss on the validation data, and stop the
# training when this loss no longer falls. The **patience** is the number of epochs that you wait for an improvement.
#
# The next cell trains a network with 32 hidden units on 60 points in the shape of two moons. It records the losses of
# 150 epochs.

# %%
X_train, y_train = datasets.moons(60, noise=0.3, seed=1)
X_val, y_val = datasets.moons(60, noise=0.3, seed=2)


def moons_net(*extra, units=32, regularizer=None):
    """Return a compiled network for the moons."""
    config.set_random_seed(3)
    hidden = layers.Dense(units, "tanh", kernel_regularizer=regularizer)
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
    "The validation loss goes up and down from epoch to epoch. What happens with a patience of 2?",
    {
        "training stops too early": "Two epochs in a row without improvement happen soon, long before the loss is at its lowest.",
        "training stops at the lowest point": "You can know that a point was the lowest only after you have trained for some more epochs.",
        "training stops too late": "This happens with a very large patience. A patience of 2 is small.",
    },
    right="training stops too early",
)

# %% [markdown]
# **Try it.** Increase the patience, and notice when the training stops. The diamond marks the best epoch so far, and
# the ring marks the epoch whose weights are kept. The epochs in the grey area are not trained. Which patience is long
# enough to find the lowest validation loss?

# %%
Stopping(history, patience=2)

# %% [markdown]
# The rule and the arguments are the same as in Keras:
#
# | argument | meaning |
# |---|---|
# | `monitor` | the name of the loss or metric |
# | `min_delta` | an epoch is better if `loss + min_delta < best` |
# | `patience` | training stops after this many epochs in a row that were not better |
# | `mode` | "min" if smaller is better, "max" if larger is better, "auto" to decide by the name |
# | `baseline` | until a value is better than this one, an improvement does not restart the patience |
# | `restore_best_weights` | at the end, set the weights to those of the best epoch |
# | `start_from_epoch` | epochs before this one are ignored |
#
# Epochs are counted from 0. The next cell computes the example of the problem set:

# %%
example = {"val_loss": [0.9, 0.6, 0.5, 0.55, 0.52, 0.51, 0.4]}
for min_delta in (0.0, 0.1, 0.2):
    print(Stopping(example, patience=3, min_delta=min_delta))

# %% [markdown]
# Look at the second line, with `min_delta = 0.1`. From 0.6 to 0.5 the loss falls by 0.1. This is not *more than* 0.1,
# so epoch 2 does not count as better. (With other numbers, a rounding error can decide such a case.)
#
# In a program, you pass early stopping to `fit` as a callback:

# %%
model = moons_net()
stop = EarlyStopping(monitor="val_loss", patience=20, restore_best_weights=True)
run = model.fit(
    X_train,
    y_train,
    epochs=150,
    batch_size=10,
    validation_data=(X_val, y_val),
    callbacks=[stop],
    verbose=0,
)
loss, _ = model.evaluate(X_val, y_val, verbose=0)
print(f"stopped after epoch {run.epoch[-1]}; the best epoch was {stop.best_epoch}")
print(f"validation loss {loss:.4f}; after 150 epochs it was {history['val_loss'][-1]:.4f}")

# %% [markdown]
# **A common mistake: the wrong mode.** The next cell monitors the accuracy with `mode="min"`, so a smaller accuracy
# counts as better.

# %%
Stopping(history, monitor="val_accuracy", mode="min", patience=10, restore_best_weights=True)

# %% [markdown]
# The weights of the *worst* epoch so far are kept, and there is no warning. Set the mode to "auto" to correct this.
#
# **Your turn.** The next function contains a mistake. The red line shows where *your* function stops, and the black
# line shows where the library stops. Find the mistake, correct it, and run the cell again. Then move the sliders: both
# lines should stay together.


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
# If you shift the image of a 3 by one pixel to the left, it is still a 3. *You* know this, but a network of dense
# layers does not: for the network, each pixel is a different feature. So show it shifted digits, too. **Data
# augmentation** changes the training examples at random in each epoch, in ways that keep the label.

# %%
images = digits_X.reshape(-1, 8, 8)


def digits_net(*augmentation):
    """Return a network trained on 300 digits, which these layers change during training."""
    config.set_random_seed(0)
    model = models.Sequential(
        [
            layers.Input(shape=(8, 8)),
            *augmentation,
            layers.Flatten(),
            layers.Dense(64, "relu"),
            layers.Dense(10, "softmax"),
        ]
    )
    model.compile(optimizers.Adam(0.01), "sparse_categorical_crossentropy")
    model.fit(images[:300], digits_y[:300], epochs=30, batch_size=32, verbose=0)
    return model


nets = {
    "original": digits_net(),
    "shifted": digits_net(layers.RandomTranslation(0.15, 0.15, fill_mode="constant", seed=1)),
    "noise": digits_net(layers.GaussianNoise(0.2, seed=1)),
}

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A network trained on original digits has an accuracy of 95 % on new digits. Then all new digits are shifted by one pixel to the right. What is its accuracy now?",
    {
        "95 %": "For us, the digits look the same. But every weight belongs to one pixel, and each pixel now has the value of its neighbour.",
        "80 %": "The accuracy is much lower. Most strokes are only one or two pixels wide, so a shift by one pixel changes most pixels of the digit.",
        "40 %": "One pixel is an eighth of the width of the image, and all training digits were in the middle.",
    },
    right="40 %",
)

# %% [markdown]
# **Try it.** Three networks, trained with different data augmentation, predict the same digit. Change the shift and
# the noise. The bars show the predicted probabilities; the bar of the right digit is green. Which network still gives
# the right answer?

# %%
Augmented(images[1397:], digits_y[1397:], nets, dx=1)

# %% [markdown]
# The next cell computes the accuracy on 797 digits that no network has seen:


# %%
def accuracy(model, pictures):
    return (model.predict(pictures, verbose=0).argmax(axis=1) == digits_y[1000:]).mean()


new = images[1000:]
shifted = np.pad(new, ((0, 0), (0, 0), (1, 0)))[:, :, :8]
noisy = new + np.random.default_rng(0).normal(0, 0.3, new.shape)
print("trained with      original   shifted   noisy")
for name, net in nets.items():
    scores = accuracy(net, new), accuracy(net, shifted), accuracy(net, noisy)
    print(f"{name:17} {scores[0]:8.3f} {scores[1]:9.3f} {scores[2]:7.3f}")

# %% [markdown]
# On shifted digits, the network trained with shifted digits is by far the best. On noisy digits, the network trained
# with noise is the best. But on original digits, the network trained with shifted digits is the *worst*: it had to
# learn more from the same 300 digits. So data augmentation helps **if it changes the examples in the same way as the
# new data differ**.
#
# **A common mistake.** The mirror image of a cat still shows a cat. Is this also true of a digit?

# %%
flipped = digits_net(layers.RandomFlip("horizontal", seed=1))
print(f"trained with original digits: {accuracy(nets['original'], new):.3f}")
print(f"trained with flipped digits:  {accuracy(flipped, new):.3f}")

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "For which digits does the mirror image still show the same digit?",
    {
        "all of them": "A mirrored 3 or 7 is not a digit. A network that is trained with such images learns something wrong.",
        "0, 8, and a simple 1": "Their left and right halves are mirror images of each other. For every other digit, the label becomes wrong.",
        "none of them": "A mirrored 0 is still a 0.",
    },
    right="0, 8, and a simple 1",
)

# %% [markdown]
# **Try it.** Press *next digit*, and switch *mirror* on and off. Look for a digit whose mirror image is a different
# sign.

# %%
both = {"original": nets["original"], "flipped": flipped}
Augmented(images[1397:], digits_y[1397:], both, place=4, flip=True)

# %% [markdown]
# ## More data, a smaller network <a id="K6"></a>
#
# So far, the number of examples was fixed. The best method is to get more data. Each point in the next plot is the
# average of three trainings on noisy moons. The validation loss is measured on 1000 new points.
#
# **Try it.** Drag in the plot to change the number of training examples. The thick vertical lines show the difference
# between training and validation loss.

# %%
X_new, y_new = datasets.moons(1000, noise=0.3, seed=99)


def both_losses(units, n, seed):
    """Return the training and the validation loss after 300 epochs with n points."""
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
# Notice three things:
#
# * From 40 examples on, the difference between training and validation loss becomes smaller with more data.
# * With few examples, the **smaller network** has the smaller validation loss, because it cannot fit the noise as
#   well.
# * With 1280 examples, the larger network is at least as good.
#
# So use a smaller network if you have few data. With more data, you can use a larger network.
#
# ## All methods compared
#
# The next cell compares all methods on the moons with 60 points. Each method is used alone, in one training, and the
# loss is measured on 1000 new points. (One training is not enough for a ranking. Differences of a few hundredths may
# be due to chance.)

# %%
methods = {
    "none": moons_net(),
    "L1, λ = 0.003": moons_net(regularizer=regularizers.l1(0.003)),
    "L2, λ = 0.01": moons_net(regularizer=regularizers.l2(0.01)),
    "dropout 0.5": moons_net(layers.Dropout(0.5)),
    "noise 0.3 in the inputs": None,
    "early stopping": moons_net(),
    "4 units instead of 32": moons_net(units=4),
    "600 points instead of 60": moons_net(),
}
config.set_random_seed(3)
noise = models.Sequential(
    [
        layers.Input(shape=(2,)),
        layers.GaussianNoise(0.3),
        layers.Dense(32, "tanh"),
        layers.Dense(1, "sigmoid"),
    ]
)
noise.compile(optimizers.Adam(0.03), "binary_crossentropy")
methods["noise 0.3 in the inputs"] = noise
for name, model in methods.items():
    points, labels = datasets.moons(600, noise=0.3, seed=1) if "600" in name else (X_train, y_train)
    stop = EarlyStopping(patience=20, restore_best_weights=True)
    model.fit(
        points,
        labels,
        epochs=150,
        batch_size=len(points) // 6,  # the same number of steps for all
        validation_data=(X_val, y_val),
        callbacks=[stop] if "stopping" in name else [],
        verbose=0,
    )
    p = model.predict(X_new, verbose=0)
    print(f"{name:26} {float(losses.BinaryCrossentropy()(y_new[:, None], p)):.3f}")

# %% [markdown]
# You can combine these methods. First, try to get more data. Then use early stopping, which is easy to add and often
# makes the training shorter. Then try a penalty, dropout or data augmentation, and choose their strength with the
# validation data.
#
# ## Keep or drop? <a id="rate"></a>
#
# Some older programs write `Dropout(p=0.5)`. In Keras and in this library, the argument is called **`rate`**. Another
# name is an error:

# %%
try:
    layers.Dropout(p=0.5)
except TypeError as error:
    print("TypeError:", error)
print("today:", layers.Dropout(rate=0.5).rate)

# %% [markdown]
# The name matters, because the letter `p` has two meanings. In the paper of 2014, $p$ is the probability to *keep* a
# unit. The `rate` is the probability to *drop* a unit. For 0.5 both are equal. For 0.2 the difference is large:

# %%
for rate in (0.2, 1 - 0.2):
    out = np.asarray(layers.Dropout(rate, seed=0)(np.ones((1, 100_000)), training=True))
    print(f"rate {rate:.1f}: {(out == 0).mean():.1%} of the units are dropped")

# %% [markdown]
# ## Your next task
#
# Open the problem set [`regularization`](../exercises/regularization/regularization.ipynb) and begin with
# `l1_penalty`. Then write `l1_grad`, `l2_penalty` and `l2_grad`; `dropout` and `dropout_backward`; `early_stopping`;
# and `flip`, `shift` and `add_noise`. If you do not find a mistake in your early stopping, compare it with the
# library's: `Stopping(history, function=early_stopping)`.
#
# ## Sources
#
# * R. Tibshirani, *Regression shrinkage and selection via the lasso*, Journal of the Royal Statistical Society B 58,
#   1996: L1, and the diamond.
# * A. Hoerl, R. Kennard, *Ridge regression: biased estimation for nonorthogonal problems*, Technometrics 12, 1970: L2.
# * A. Krogh, J. Hertz, *A simple weight decay can improve generalization*, NIPS 1991.
# * N. Parikh, S. Boyd, *Proximal algorithms*, Foundations and Trends in Optimization 1, 2014: the step that ends at 0.
# * N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever, R. Salakhutdinov, *Dropout: a simple way to prevent neural
#   networks from overfitting*, Journal of Machine Learning Research 15, 2014.
# * L. Prechelt, *Early stopping, but when?*, in: Neural Networks: Tricks of the Trade, Springer 1998.
# * C. Bishop, *Training with noise is equivalent to Tikhonov regularization*, Neural Computation 7, 1995.
# * P. Simard, D. Steinkraus, J. Platt, *Best practices for convolutional neural networks applied to visual document
#   analysis*, ICDAR 2003: data augmentation for digits.
#
# <details>
# <summary><b>If you use the slides</b></summary>
#
# The [glossary](../glossary.ipynb#decks) says what the decks D0 to D4 contain. This lecture covers D0 (L1, L2, dropout,
# early stopping, data augmentation, more data), D1 and D2 (dropout, early stopping), D3 (dropout, early stopping, data
# augmentation), and D4 (L1, L2, dropout, a smaller network).
#
# * D2 writes `tf.keras.layers.Dropout(p=0.5)`. The argument is called `rate`.
#
# </details>
