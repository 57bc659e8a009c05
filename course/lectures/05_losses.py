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
# # Losses
#
# **The question.** Two forecasters. One is always off by two degrees. The other is right nine days in
# ten, and off by twenty on the tenth. Who is better?
#
# There is no answer until you say what a mistake costs. That is what a **loss** does. And a net becomes
# whatever its loss asks for, so choose with care.

# %%
import numpy as np
from chainrule import gradients, losses
from chainrule.activations import sigmoid, softmax
from chainrule_widgets import picture, question
from chainrule_widgets.losses import (
    CrossEntropyCurve,
    EmpiricalLoss,
    ErrorAreas,
    ScoreGradient,
)

# %% [markdown]
# ## The idea
#
# A loss takes what was said and what is so, and gives one number: 0 where they agree, more where they do
# not. Three ways to count, each as a curve. Look at how steeply they rise far out.

# %%
error, p = np.linspace(-3, 3, 301), np.linspace(0.001, 1, 400)
with picture(
    "Three losses: the absolute error is a V, the squared error a parabola, and the cross-entropy "
    "−log p falls from very high at p = 0 to 0 at p = 1.",
    columns=3,
    width=9.0,
    height=2.3,
) as axes:
    axes[0].plot(error, np.abs(error), linestyle="-")
    axes[0].set(title="absolute error", xlabel="ŷ − y", ylim=(0, 7))
    axes[1].plot(error, error**2, linestyle="-")
    axes[1].set(title="squared error", xlabel="ŷ − y", ylim=(0, 7))
    axes[2].plot(p, -np.log(p), linestyle="-")
    axes[2].set(title="cross-entropy", xlabel="p of what is so", ylim=(0, 7))

# %%
steady, lucky = np.full(10, 2.0), np.array([0.0] * 9 + [20.0])
print("mean of |error|   steady", np.abs(steady).mean(), "  lucky", np.abs(lucky).mean())
print("mean of error²    steady", (steady**2).mean(), "  lucky", (lucky**2).mean())

# %% [markdown]
# By absolute errors the two are equal. By squares one is ten times worse. Neither count is wrong.
# They are different wishes.
#
# ## One number for all examples <a id="E1"></a>
#
# For one example the loss is $\mathcal L\bigl(f(x^{(i)}; W),\, y^{(i)}\bigr)$: what the net $f$ with its
# weights $W$ says about $x^{(i)}$, against the truth $y^{(i)}$. For a whole data set we take the mean:
#
# $$J(W) = \frac1n \sum_{i=1}^{n} \mathcal L\bigl(f(x^{(i)}; W),\, y^{(i)}\bigr)$$
#
# This $J$ has many names. **Empirical loss**, **objective**, **cost**, **empirical risk**: on the
# slides they all mean this one number. It depends on the weights, for the data are what they are.
#
# Will they pass the exam? A net said so for four students. Then came the day.

# %%
said, came = np.array([0.9, 0.2, 0.6, 0.05]), np.array([1.0, 0.0, 1.0, 1.0])
each = losses.binary_crossentropy(came[:, None], said[:, None])
print("each loss", each.round(3))
print("the mean ", each.mean().round(4))
print("chainrule", losses.BinaryCrossentropy()(came, said).round(4))

# %% [markdown]
# **Move it.** Drag the predictions. Who pays most? Try to make $J$ small with a *single* move.

# %%
EmpiricalLoss(said, [1, 0, 1, 1], ["Ada", "Ben", "Cleo", "Dan"])

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You copy every example, so that each is in the data set twice. What happens to the mean loss J?",
    {
        "it doubles": "The sum doubles. But so does n, by which it is divided.",
        "nothing": "Twice the sum, divided by twice the number. J does not care how much data there is.",
        "it halves": "n doubles, and that alone would halve it. But there are twice as many terms.",
    },
    right="nothing",
)

# %%
once = came[:, None], said[:, None]  # a row for each example
twice = np.tile(once[0], (2, 1)), np.tile(once[1], (2, 1))
for reduction in ("sum_over_batch_size", "sum"):
    loss = losses.BinaryCrossentropy(reduction=reduction)
    print(f"{reduction:20} once {loss(*once):.4f}   twice {loss(*twice):.4f}")

# %% [markdown]
# **When it goes wrong.** That second row is a trap. With `reduction="sum"` twice the batch gives twice the
# gradient, and a learning rate that was fine yesterday is too large today.

# %%
EmpiricalLoss(said, [1, 0, 1, 1], ["Ada", "Ben", "Cleo", "Dan"], reduction="sum")

# %% [markdown]
# ## Absolute errors <a id="E2"></a>
#
# The **mean absolute error**, also called **L1**: how far off, on average.
#
# $$\text{MAE} = \frac1n \sum_i \bigl| y_i - \hat y_i \bigr|
# \qquad\qquad \frac{\partial\, \text{MAE}}{\partial \hat y_i} = \frac1n \operatorname{sign}(\hat y_i - y_i)$$

# %%
y, y_hat = np.array([3.0, 5.0, 2.0, 7.0]), np.array([2.5, 5.0, 4.0, 8.0])
mae = losses.MeanAbsoluteError()
print("errors  ", y_hat - y)
print("MAE     ", mae(y, y_hat), " by hand", (0.5 + 0 + 2 + 1) / 4)
print("gradient", mae.gradient(y, y_hat))

# %% [markdown]
# Each example pulls with the same force, a quarter here, however far off it is. Only the side counts.
# Where the error is 0 there is no side, and no pull.
#
# **Move it.** Drag the line by its blue squares, and the points by themselves. An error is a bar here.

# %%
ErrorAreas("mae")

# %% [markdown]
# ## Squared errors <a id="E3"></a>
#
# The **mean squared error**, also called **L2**. And a square is a *square*.
#
# $$\text{MSE} = \frac1n \sum_i \bigl( y_i - \hat y_i \bigr)^2
# \qquad\qquad \frac{\partial\, \text{MSE}}{\partial \hat y_i} = \frac2n (\hat y_i - y_i)$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "One error doubles. By which factor does its share of the sum of squares grow?",
    {
        "2": "So it is with absolute errors. A square twice as wide is also twice as high.",
        "4": "Twice as wide, twice as high: four times the area.",
        "it depends on n": "n divides all of them alike. It cancels when you compare.",
    },
    right="4",
)

# %%
mse = losses.MeanSquaredError()
print("errors  ", y_hat - y)
print("MSE     ", mse(y, y_hat), " by hand", (0.25 + 0 + 4 + 1) / 4)
print("gradient", mse.gradient(y, y_hat))
print("two predictions, each 0.2 off:", mse([1.0, 0.0], [0.8, 0.2]).round(12))

# %%
ErrorAreas("mse")

# %% [markdown]
# ### The outlier
#
# Somebody typed 0.3 instead of 6. Point 8 lies far below the rest. Both best lines are drawn, and both
# are fitted anew while you drag.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The last point is dragged down, far from the others. Which best line goes after it?",
    {
        "the one of least MSE": "A square grows with the square: soon that one point outweighs the rest.",
        "the one of least MAE": "Each point pulls alike, however far away. Seven outvote one.",
        "both alike": "They have the same points, but not the same price list.",
    },
    right="the one of least MSE",
)

# %%
ErrorAreas("mse", y=[2.5, 3.5, 3.0, 4.0, 5.5, 5.0, 6.5, 0.3], ends=(2.0, 7.0), best=True)

# %% [markdown]
# The same in its smallest form. One number is to stand for five. Which is best?

# %%
values = np.array([1.0, 2.0, 3.0, 4.0, 100.0])
guesses = np.linspace(0, 100, 1001)
for name, loss in [("MSE", losses.mean_squared_error), ("MAE", losses.mean_absolute_error)]:
    cost = [loss(values, np.full(5, guess)) for guess in guesses]
    print(f"{name} is least at {guesses[np.argmin(cost)]:.1f}")
print("mean", values.mean(), "  median", np.median(values))

# %% [markdown]
# Squares ask for the **mean**, absolute errors for the **median**. If outliers are typing errors, take
# MAE. If they are what matters, such as a flood, take MSE.
#
# **When it goes wrong.** A classic. The net gives a column, the targets are a row, and NumPy is helpful.

# %%
column = y_hat[:, None]  # (4, 1), as a layer gives it
print("shape of y − ŷ:", (y - column).shape)
print("its mean square", ((y - column) ** 2).mean(), "  the right one", mse(y, y_hat))
print("chainrule sees it:", mse(y, column))

# %% [markdown]
# Four errors became sixteen: every target met every prediction. No error, only a wrong number.
#
# ## Yes or no: binary cross-entropy <a id="E4"></a>
#
# Now the prediction is a probability $p$ of *yes*, and the target $y$ is 1 or 0. What should it cost?
# The logarithm of the chance that was given to what came:
#
# $$\text{BCE} = -\frac1n \sum_i \Bigl[\, y_i \log p_i + (1 - y_i) \log (1 - p_i) \,\Bigr]$$
#
# One of the two terms is always 0. If $y = 1$, only $-\log p$ is left. Mind the bracket. We come
# back to it.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "It rains. Forecast A had said 10 %, forecast B 1 %. How much more does B pay?",
    {
        "9 percentage points, so 0.09": "Cross-entropy counts ratios. From 10 % to 1 % is a factor of ten.",
        "ten times as much": "Its *chance* was ten times smaller. The loss is the logarithm of that.",
        "log 10, about 2.3": "−log 0.01 + log 0.1 = log 10. Each further factor of ten costs as much again.",
    },
    right="log 10, about 2.3",
)

# %%
bce = losses.BinaryCrossentropy()
for p in (0.9, 0.5, 0.1, 0.01, 0.001):
    print(f"y = 1, p = {p:<6} loss {bce([1.0], [p]):.4f}   slope {bce.gradient([1.0], [p])[0]:.1f}")

# %% [markdown]
# **Move it.** Drag the dot along. Sure and right is cheap. Sure and wrong is dear, and steep.

# %%
CrossEntropyCurve(p=0.3)

# %% [markdown]
# Deck D4 writes out all that this loss can be told. You know `reduction` already. `axis` says where an
# example's entries lie, and `name` is what it is called in the history. The other two deserve a picture.

# %%
as_on_the_slide = losses.BinaryCrossentropy(
    from_logits=False,
    label_smoothing=0.0,
    axis=-1,
    reduction="sum_over_batch_size",
    name="binary_crossentropy",
)
print("two predictions, each 0.2 off:", as_on_the_slide([1.0, 0.0], [0.8, 0.2]).round(6))
print("−log 0.8                     :", -np.log(0.8).round(6))

# %% [markdown]
# ### `label_smoothing`
#
# A target of exactly 1 can never be reached by a sigmoid: the net may shout louder and louder for
# nothing. Smoothing by $s$ asks for a little less, $y (1 - s) + s/2$. With $s = 0.1$ that is 0.95 and 0.05.

# %%
smooth = losses.BinaryCrossentropy(label_smoothing=0.1)
for p in (0.9, 0.95, 0.99, 0.9999):
    print(f"p = {p:<7} loss {bce([1.0], [p]):.4f}   smoothed {smooth([1.0], [p]):.4f}")

# %%
CrossEntropyCurve(p=0.99, label_smoothing=0.1)  # the curve turns up again behind 0.95

# %% [markdown]
# ### `from_logits`
#
# **When it goes wrong.** $p = 0$ for what came: $\log 0 = -\infty$. And $0 \cdot \log 0$ is not even a
# number. So the library first moves $p$ to within $10^{-7}$ of the border:

# %%
with np.errstate(divide="ignore", invalid="ignore"):
    y, p = np.array([1.0, 1.0]), np.array([1.0, 0.0])
    print("by the formula", -(y * np.log(p) + (1 - y) * np.log(1 - p)))
print("chainrule     ", losses.binary_crossentropy(y[:, None], p[:, None]).round(4))
print(
    "−log(1e-7) is ",
    -np.log(1e-7).round(4),
    "  and the slope there:",
    bce.gradient([1.0], [0.0]) + 0.0,
)

# %% [markdown]
# No infinity. But look at the slope: 0! Where $p$ is cut, the loss no longer sees it. The worst
# prediction of all gets no correction.
#
# The cure: leave the sigmoid to the loss, and hand over $z$ itself, the **logit**. Then
# $\log \sigma(z)$ is computed in one go, nothing is cut, and the slope becomes as simple as can be:
#
# $$\frac{\partial}{\partial z} \,\text{BCE}\bigl(y, \sigma(z)\bigr) = \sigma(z) - y$$

# %%
logits = losses.BinaryCrossentropy(from_logits=True)
for z in (-1000.0, -6.0, 0.0, 1000.0):
    print(
        f"y = 1, z = {z:6}   through σ: loss {bce([1.0], sigmoid([z])):8.4f}   "
        f"from_logits: loss {logits([1.0], [z]):9.4f}, slope {logits.gradient([1.0], [z])[0]:.4f}"
    )

# %%
CrossEntropyCurve(z=-6.0, from_logits=True)

# %% [markdown]
# **When it goes wrong.** The switch is forgotten. The net gives logits, and the loss takes them for
# probabilities. Four answers, of which the last is sure and wrong:

# %%
z, y = np.array([3.0, 8.0, 2.0, 4.0]), np.array([1.0, 1.0, 1.0, 0.0])
print("logits taken for p  ", f"{bce(y, z):.4f}", " gradient", bce.gradient(y, z) + 0.0)
print("with from_logits    ", f"{logits(y, z):.4f}", " gradient", logits.gradient(y, z).round(3))

# %% [markdown]
# All four are cut to the border, so every slope is exactly 0, and nothing will ever be corrected. A loss
# that stands still from the first step on: now you know that sign.
#
# **Why not MSE for yes and no?** Because of the sigmoid's flat ends. Sure and wrong, at $z = -6$
# where 1 was wanted:

# %%
p = sigmoid(-6.0)
print("slope at z of (p − y)²:", (2 * (p - 1) * sigmoid.derivative(-6.0)).round(5))
print("slope at z of BCE:     ", logits.gradient([1.0], [-6.0])[0].round(5))

# %% [markdown]
# The slope of the sigmoid, 0.0025, is a factor of the first. In the second it has cancelled.
#
# ## One of many: categorical cross-entropy <a id="E5"></a>
#
# Several classes, one of them true. The target is **one-hot**: 1 at the true class, 0 elsewhere. The
# net's scores go through softmax, and the price is again the logarithm of the chance given to what came.
#
# $$\text{CCE} = -\frac1n \sum_i \sum_k y_{ik} \log p_{ik}
# \qquad\qquad p_i = \operatorname{softmax}(z_i)$$

# %%
y = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
p = np.array([[0.2, 0.7, 0.1], [0.5, 0.3, 0.2]])
cce = losses.CategoricalCrossentropy()
print("CCE    ", cce(y, p).round(4))
print("by hand", (-(np.log(0.7) + np.log(0.5)) / 2).round(4))

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A fresh net knows nothing about ten digits, and gives each of them 10 %. What is its loss?",
    {
        "0.1": "That is the chance given to the truth. The loss is minus its logarithm.",
        "1": "It sounds like 'all wrong'. But −log 0.1 is more than 1.",
        "log 10, about 2.3": "−log 0.1 = 2.3026. If your first epoch begins far above, something is wrong.",
    },
    right="log 10, about 2.3",
)

# %%
cce(np.eye(10), np.full((10, 10), 0.1)).round(4)

# %% [markdown]
# Softmax has a Jacobian full of products, and the logarithm brings fractions. Multiply the two, and
# nearly everything cancels:
#
# $$\frac{\partial\, \text{CCE}}{\partial z} = \frac1n \bigl( \operatorname{softmax}(z) - y \bigr)$$
#
# *What was said, minus what is so.* Do not believe it. Check it, with differences:

# %%
z = np.array([[1.0, 2.0, 0.0], [0.5, -1.0, 3.0]])
from_scores = losses.CategoricalCrossentropy(from_logits=True)
print("softmax(z) − y, over n\n", ((softmax(z) - y) / 2).round(6))
print("by differences\n", gradients.numerical_gradient(lambda z: from_scores(y, z), z).round(6))
print("chainrule\n", from_scores.gradient(y, z).round(6))

# %% [markdown]
# **Move it.** Drag the scores. The orange arrows show where one step would take them. Press *one
# step down* a few times, and watch the pull fade.

# %%
ScoreGradient([1.0, 2.0, 0.0], ["cat", "dog", "owl"])

# %% [markdown]
# **Sure and wrong.** Here the truth has a chance of six in a million. Other losses would have no slope
# left. This one pulls with nearly its full force of 1.

# %%
ScoreGradient([-6.0, 6.0, 0.0], ["cat", "dog", "owl"], learning_rate=5.0)

# %% [markdown]
# **When it goes wrong.** Scores of ±1000. The formula overflows; cutting hides how bad it is; the scores
# themselves tell all.

# %%
wild, truth = np.array([[1000.0, -1000.0, 0.0]]), np.array([[0.0, 1.0, 0.0]])
with np.errstate(over="ignore", invalid="ignore"):
    naive = np.exp(wild) / np.exp(wild).sum()
print("softmax by the formula", naive)
print(
    "loss through softmax  ",
    cce(truth, softmax(wild)).round(4),
    " gradient",
    cce.gradient(truth, softmax(wild)),
)
print(
    "loss from scores      ",
    from_scores(truth, wild),
    " gradient",
    from_scores.gradient(truth, wild),
)

# %% [markdown]
# **When it goes wrong.** A sigmoid is put where a softmax belongs. Each class is judged by itself, and
# the "probabilities" of a row add up to anything. The library divides by the sum, as Keras does. A formula
# that does not is fooled by a net that says yes to everything:

# %%
yes_to_all = np.array([[0.99, 0.99, 0.99]])
print("by the bare formula", -(truth * np.log(yes_to_all)).sum().round(4))
print("chainrule          ", cce(truth, yes_to_all).round(4), "= log 3")

# %% [markdown]
# ## Where a slide is wrong
#
# Decks D1 and D2 print binary cross-entropy without the bracket:
#
# $$-\frac1n \sum_i y_i \log f(x_i) + (1 - y_i) \log\bigl(1 - f(x_i)\bigr)$$
#
# You may read the sum as reaching to the end of the line. Then all is well. But by the usual rules a
# sum ends before the next plus, and so does the minus in front. Programmed that way, it is a disaster
# for every example with $y = 0$:


# %%
def without_bracket(y, p):
    return -np.mean(y * np.log(p)) + np.mean((1 - y) * np.log(1 - p))


for p in (0.1, 0.5, 0.9, 0.99):
    y = np.array([0.0])
    print(
        f"y = 0, p = {p:<5} slide {without_bracket(y, np.array([p])):8.4f}   right {bce(y, [p]):.4f}"
    )

# %% [markdown]
# The more wrong, the *lower*, without end. Descend on that, and the net learns to say yes to every no.
# Here it is beside the library's. Try both targets.

# %%
CrossEntropyCurve(without_bracket, y=0, p=0.8)

# %% [markdown]
# D1 also prints the second term as $1 - y \log(\dots)$, without *its* bracket. No reading saves that
# one. At $y = 0$ the loss is $-1$ whatever $p$ is, so there is nothing to learn from a no:


# %%
def one_minus_y_log(y, p):
    return -np.mean(y * np.log(p) + 1 - y * np.log(1 - p))


for y in (0.0, 1.0):
    for p in (0.1, 0.5, 0.9):
        slide = one_minus_y_log(np.array([y]), np.array([p]))
        print(f"y = {y:.0f}, p = {p}   slide {slide:7.4f}   right {bce([y], [p]):.4f}")

# %% [markdown]
# And the descent itself, one probability from three examples, of which one is a yes. The right answer is
# $p = 1/3$.

# %%
y = np.array([1.0, 0.0, 0.0])
rights = {
    "without the bracket": without_bracket,
    "1 − y log …": one_minus_y_log,
    "right": bce,
}
for name, loss in rights.items():
    z = np.array([0.0])
    for _ in range(40):
        z = z - 1.0 * gradients.numerical_gradient(lambda z: loss(y, np.repeat(sigmoid(z), 3)), z)
    print(f"{name:20} p = {sigmoid(z)[0]:.4f}")

# %% [markdown]
# **Your turn.** This one has its bracket. It still has a mistake. Pull the dot to the ends.


# %%
def my_bce(y, p):
    return -np.mean(y * np.log10(p) + (1 - y) * np.log10(1 - p))


CrossEntropyCurve(my_bce, y=1, p=0.2)

# %% [markdown]
# ## Choosing one
#
# | the output is | its activation | the loss | slope at $z$ |
# |---|---|---|---|
# | any number | linear | MSE | $2\,(\hat y - y)/n$ |
# | any number, with outliers | linear | MAE | $\operatorname{sign}(\hat y - y)/n$ |
# | yes or no | sigmoid | binary cross-entropy | $(p - y)/n$ |
# | one of many | softmax | categorical cross-entropy | $(p - y)/n$ |
#
# ## What you can now do
#
# * say what the loss of an example is, and what the empirical loss of a data set;
# * see MAE as bars and MSE as squares, and say which of them an outlier pulls;
# * write binary and categorical cross-entropy, with bracket and with clipping;
# * explain why logits are better off without a sigmoid of their own;
# * derive the shortest gradient of the course, $\operatorname{softmax}(z) - y$.
#
# ## Your next task
#
# Open the problem set [`losses`](../exercises/losses/losses.ipynb) and begin with `mae`. Then come `mse`,
# `bce` and `cce`, and their slopes: `mae_grad`, `mse_grad`, `bce_grad` and `softmax_cce_grad`. You are
# told at once what is wrong, and by name. Stuck at `bce`? Put yours into `CrossEntropyCurve(…)`.
#
# ## Sources
#
# Slides: D0 (MAE, MSE, cross-entropies), D1 and D2 (empirical loss, MSE, binary cross-entropy), D3
# (binary cross-entropy), D4 (MAE, MSE, cross-entropies with their arguments).
#
# * C. Shannon, *A mathematical theory of communication*, Bell System Technical Journal 27, 1948: why a
#   logarithm.
# * P. Huber, *Robust estimation of a location parameter*, Annals of Mathematical Statistics 35, 1964:
#   between squares and absolute errors.
# * J. Bridle, *Probabilistic interpretation of feedforward classification network outputs, with
#   relationships to statistical pattern recognition*, in Neurocomputing, Springer, 1990: softmax.
# * C. Szegedy, V. Vanhoucke, S. Ioffe, J. Shlens, Z. Wojna, *Rethinking the Inception architecture for
#   computer vision*, CVPR 2016: label smoothing.
# * I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning*, MIT Press, 2016: chapters 5 and 6.
