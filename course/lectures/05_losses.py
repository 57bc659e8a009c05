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
# **The question.** There are two weather forecasters. The first is always wrong by two degrees. The second is exactly
# right on nine days out of ten, and wrong by twenty degrees on the tenth day. Who is better?
#
# You cannot answer before you decide how bad each error is. A **loss** makes this decision: it is a number that says
# how far predictions are from their targets. A network learns whatever its loss rewards, so the choice is important.
#
# After this lecture you can
#
# * compute the loss of one example and the loss of a data set,
# * explain how the absolute and the squared error react to outliers,
# * write binary and categorical cross-entropy with clipping,
# * explain why it is better to compute a loss from logits than from probabilities,
# * derive the gradient of softmax and cross-entropy together.
#
# **Time:** about 90 minutes. **You need:** [lecture 03, Activations](03_activations.ipynb), for sigmoid and softmax.

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
# A loss compares a prediction with its target. It is 0 if they are equal, and larger if they differ more. The plots
# show three losses. Look at how steep each curve is far away from its minimum.

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
    axes[2].set(title="cross-entropy", xlabel="p of the right answer", ylim=(0, 7))

# %%
first, second = np.full(10, 2.0), np.array([0.0] * 9 + [20.0])
print("mean of |error|   first", np.abs(first).mean(), "  second", np.abs(second).mean())
print("mean of error²    first", (first**2).mean(), "  second", (second**2).mean())

# %% [markdown]
# With the absolute error, both forecasters are equally good. With the squared error, the second one is ten times worse.
# Neither loss is wrong: they express different goals.
#
# ## One number for all examples <a id="E1"></a>
#
# The loss of one example is $\mathcal L\bigl(f(x^{(i)}; W),\, y^{(i)}\bigr)$. Here $f(x^{(i)}; W)$ is the prediction of
# the network with the weights $W$, and $y^{(i)}$ is the target. For a whole data set we take the average:
#
# $$J(W) = \frac1n \sum_{i=1}^{n} \mathcal L\bigl(f(x^{(i)}; W),\, y^{(i)}\bigr)$$
#
# This average has several names: **empirical loss**, **objective**, **cost** and **empirical risk** all mean $J(W)$. It
# depends on the weights only, because the data do not change.
#
# Will they pass the exam? A network predicted a probability for each of four students. Then came the exam.

# %%
predicted, passed = np.array([0.9, 0.2, 0.6, 0.05]), np.array([1.0, 0.0, 1.0, 1.0])
each = losses.binary_crossentropy(passed[:, None], predicted[:, None])
print("loss of each student", each.round(3))
print("average             ", each.mean().round(4))
print("chainrule           ", losses.BinaryCrossentropy()(passed, predicted).round(4))

# %% [markdown]
# **Try it.** Drag the predictions. Which student has the largest loss? Try to make $J$ small by changing a *single*
# prediction.

# %%
EmpiricalLoss(predicted, [1, 0, 1, 1], ["Ada", "Ben", "Cleo", "Dan"])

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You copy every example, so that each one is in the data set twice. What happens to the average loss J?",
    {
        "it doubles": "The sum doubles. But n, by which the sum is divided, doubles as well.",
        "nothing": "The sum is twice as large, and it is divided by twice as many examples.",
        "it halves": "n doubles, which alone would halve J. But the sum doubles as well.",
    },
    right="nothing",
)

# %%
once = passed[:, None], predicted[:, None]  # one row for each example
twice = np.tile(once[0], (2, 1)), np.tile(once[1], (2, 1))
for reduction in ("sum_over_batch_size", "sum"):
    loss = losses.BinaryCrossentropy(reduction=reduction)
    print(f"{reduction:20} once {loss(*once):.4f}   twice {loss(*twice):.4f}")

# %% [markdown]
# **A common mistake.** Be careful with `reduction="sum"`. If the batch is twice as large, the gradient is twice as
# large, and a learning rate that worked before may be too large now.

# %%
EmpiricalLoss(predicted, [1, 0, 1, 1], ["Ada", "Ben", "Cleo", "Dan"], reduction="sum")

# %% [markdown]
# ## Absolute errors <a id="E2"></a>
#
# The **mean absolute error** (MAE), also called the **L1 loss**, is the average distance between prediction and target.
# Beside it stands its **gradient**: for each prediction, how fast the loss grows if this prediction grows a little.
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
# Every entry of the gradient has the same size, here a quarter, no matter how large the error is. Only the sign of the
# error counts. Where the error is 0, the gradient is 0.
#
# **Try it.** Drag the blue squares to move the line, or drag the points. Each bar is an absolute error.

# %%
ErrorAreas("mae")

# %% [markdown]
# ## Squared errors <a id="E3"></a>
#
# The **mean squared error** (MSE) is also called the **L2 loss**. Each squared error is drawn as a square.
#
# $$\text{MSE} = \frac1n \sum_i \bigl( y_i - \hat y_i \bigr)^2
# \qquad\qquad \frac{\partial\, \text{MSE}}{\partial \hat y_i} = \frac2n (\hat y_i - y_i)$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "One error doubles. By which factor does its term in the sum of squares grow?",
    {
        "2": "This is true for absolute errors. A square that is twice as wide is also twice as high.",
        "4": "The square is twice as wide and twice as high, so its area is four times as large.",
        "it depends on n": "All terms are divided by the same n, so n makes no difference.",
    },
    right="4",
)

# %%
mse = losses.MeanSquaredError()
print("errors  ", y_hat - y)
print("MSE     ", mse(y, y_hat), " by hand", (0.25 + 0 + 4 + 1) / 4)
print("gradient", mse.gradient(y, y_hat))
print("two predictions, each wrong by 0.2:", mse([1.0, 0.0], [0.8, 0.2]).round(12))

# %%
ErrorAreas("mse")

# %% [markdown]
# ### Outliers
#
# Somebody typed 0.3 instead of 6, so point 8 is far below the others. Such a point is called an **outlier**. The
# explorable draws the best line for each of the two losses, and computes both again while you drag.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You drag the last point down, far away from the others. Which of the best lines follows it?",
    {
        "the line with the smallest MSE": "The squared error grows fast, so this one point soon outweighs all the others.",
        "the line with the smallest MAE": "Each point has the same influence, however far away it is. Seven points outweigh one.",
        "both in the same way": "They have the same points, but a large error counts differently in the two losses.",
    },
    right="the line with the smallest MSE",
)

# %%
ErrorAreas("mse", y=[2.5, 3.5, 3.0, 4.0, 5.5, 5.0, 6.5, 0.3], ends=(2.0, 7.0), best=True)

# %% [markdown]
# The same question in its simplest form: which single number is the best prediction for all of these five values?

# %%
values = np.array([1.0, 2.0, 3.0, 4.0, 100.0])
guesses = np.linspace(0, 100, 1001)
for name, loss in [("MSE", losses.mean_squared_error), ("MAE", losses.mean_absolute_error)]:
    results = [loss(values, np.full(5, guess)) for guess in guesses]
    print(f"{name} is smallest at {guesses[np.argmin(results)]:.1f}")
print("mean", values.mean(), "  median", np.median(values))

# %% [markdown]
# The squared error leads to the **mean**, the absolute error to the **median**. If outliers are only mistakes in the
# data, use MAE. If they are important, such as floods, use MSE.
#
# **A common mistake.** The network returns a column, the targets are a row, and NumPy broadcasts them without an error.

# %%
column = y_hat[:, None]  # shape (4, 1), as a layer returns it
print("shape of y − ŷ:", (y - column).shape)
print("mean of its squares:", ((y - column) ** 2).mean(), "  right MSE:", mse(y, y_hat))
print("chainrule:", mse(y, column))

# %% [markdown]
# The four errors became sixteen, because every target was compared with every prediction. There was no error message,
# only a wrong number.
#
# ## Binary cross-entropy <a id="E4"></a>
#
# Now the target $y$ is 0 or 1, and the prediction $p$ is the probability that it is 1. The loss is minus the logarithm
# of the probability that the network gave to the right answer:
#
# $$\text{BCE} = -\frac1n \sum_i \Bigl[\, y_i \log p_i + (1 - y_i) \log (1 - p_i) \,\Bigr]$$
#
# One of the two terms is always 0. If $y = 1$, only $-\log p$ is left; if $y = 0$, only $-\log(1 - p)$. Note the
# brackets: a section below shows what happens without them.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "It rains. Forecast A had said 10 %, and forecast B 1 %. How much larger is the loss of B?",
    {
        "larger by 0.09, the difference of the probabilities": "Cross-entropy depends on ratios. From 10 % to 1 % is a factor of ten.",
        "ten times as large": "Its *probability* was ten times smaller. The loss is the logarithm of the probability.",
        "larger by log 10, about 2.3": "−log 0.01 + log 0.1 = log 10. Each further factor of ten adds the same amount.",
    },
    right="larger by log 10, about 2.3",
)

# %%
bce = losses.BinaryCrossentropy()
for p in (0.9, 0.5, 0.1, 0.01, 0.001):
    gradient = bce.gradient([1.0], [p])[0]
    print(f"y = 1, p = {p:<6} loss {bce([1.0], [p]):.4f}   derivative {gradient:.1f}")

# %% [markdown]
# **Try it.** Drag the point along the curve. If the network is confident and right, the loss is small. If it is
# confident and wrong, the loss is large and the curve is steep.

# %%
CrossEntropyCurve(p=0.3)

# %% [markdown]
# In Keras and in `chainrule`, this loss has five arguments. You know `reduction` already. `axis` says along which axis
# the entries of one example are, and `name` is the name in the training history. The next two sections explain
# `label_smoothing` and `from_logits`.

# %%
with_all_arguments = losses.BinaryCrossentropy(
    from_logits=False,
    label_smoothing=0.0,
    axis=-1,
    reduction="sum_over_batch_size",
    name="binary_crossentropy",
)
loss = with_all_arguments([1.0, 0.0], [0.8, 0.2])
print("two predictions, each wrong by 0.2:", loss.round(6))
print("−log 0.8                          :", -np.log(0.8).round(6))

# %% [markdown]
# ### `label_smoothing`
#
# A sigmoid never reaches a target of exactly 1, so the network makes its weights larger and larger for very little.
# Label smoothing with the strength $s$ replaces each target by $y (1 - s) + s/2$. With $s = 0.1$, the targets are 0.95
# and 0.05.

# %%
smooth = losses.BinaryCrossentropy(label_smoothing=0.1)
for p in (0.9, 0.95, 0.99, 0.9999):
    print(f"p = {p:<7} loss {bce([1.0], [p]):.4f}   smoothed {smooth([1.0], [p]):.4f}")

# %%
CrossEntropyCurve(p=0.99, label_smoothing=0.1)  # the loss grows again for p above 0.95

# %% [markdown]
# ### `from_logits`
#
# **A common mistake.** If the right answer has the probability $p = 0$, the loss contains $\log 0 = -\infty$. And $0
# \cdot \log 0$ is NaN. So the library first **clips** $p$ to the range from $10^{-7}$ to $1 - 10^{-7}$:

# %%
with np.errstate(divide="ignore", invalid="ignore"):
    y, p = np.array([1.0, 1.0]), np.array([1.0, 0.0])
    print("by the formula   ", -(y * np.log(p) + (1 - y) * np.log(1 - p)))
print("chainrule        ", losses.binary_crossentropy(y[:, None], p[:, None]).round(4))
print("−log(1e-7)       ", -np.log(1e-7).round(4))
print("derivative at p=0", bce.gradient([1.0], [0.0])[0] + 0.0)

# %% [markdown]
# There is no infinity. But look at the derivative: it is 0. Where $p$ is clipped, the loss no longer depends on it. So
# the worst prediction of all is not corrected.
#
# The remedy is to leave the sigmoid to the loss, and to give it $z$ itself, the **logit**. Then $\log \sigma(z)$ is
# computed in one step, nothing is clipped, and the derivative becomes very simple:
#
# $$\frac{\partial}{\partial z} \,\text{BCE}\bigl(y, \sigma(z)\bigr) = \sigma(z) - y$$

# %%
logits = losses.BinaryCrossentropy(from_logits=True)
for z in (-1000.0, -6.0, 0.0, 1000.0):
    through_sigmoid, direct = bce([1.0], sigmoid([z])), logits([1.0], [z])
    derivative = logits.gradient([1.0], [z])[0]
    print(
        f"y = 1, z = {z:6}   through the sigmoid: loss {through_sigmoid:8.4f}   "
        f"from logits: loss {direct:9.4f}, derivative {derivative:.4f}"
    )

# %%
CrossEntropyCurve(z=-6.0, from_logits=True)

# %% [markdown]
# **A common mistake.** Somebody forgets `from_logits=True`. The network returns logits, and the loss treats them as
# probabilities. There are four predictions; the last one is confident and wrong:

# %%
z, y = np.array([3.0, 8.0, 2.0, 4.0]), np.array([1.0, 1.0, 1.0, 0.0])
print("logits as p      ", f"{bce(y, z):.4f}", " gradient", bce.gradient(y, z) + 0.0)
print("with from_logits ", f"{logits(y, z):.4f}", " gradient", logits.gradient(y, z).round(3))

# %% [markdown]
# All four numbers are clipped, so the whole gradient is exactly 0, and nothing is ever corrected. If a loss does not
# change from the first step on, this is a possible reason.
#
# **Why not use MSE for yes-or-no questions?** Because the sigmoid is almost flat for large positive and negative
# numbers. Suppose that the prediction is confident and wrong: $z = -6$, and the target is 1.

# %%
p = sigmoid(-6.0)
squared = 2 * (p - 1) * sigmoid.derivative(-6.0)
print("derivative of (p − y)² at z:", squared.round(5))
print("derivative of BCE at z:     ", logits.gradient([1.0], [-6.0])[0].round(5))

# %% [markdown]
# The first derivative contains the derivative of the sigmoid, 0.0025, as a factor. In the second derivative this factor
# has cancelled.
#
# ## Categorical cross-entropy <a id="E5"></a>
#
# Now there are several classes, and one of them is right. The target is **one-hot**: 1 at the right class, and 0
# elsewhere. Softmax turns the scores of the network into probabilities. The loss is again minus the logarithm of the
# probability of the right class.
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
    "An untrained network gives each of ten digits the probability 10 %. What is its loss?",
    {
        "0.1": "This is the probability of the right digit. The loss is minus its logarithm.",
        "1": "The loss is −log 0.1, which is more than 1.",
        "log 10, about 2.3": "−log 0.1 = 2.3026. If your first loss is much larger, something is wrong.",
    },
    right="log 10, about 2.3",
)

# %%
cce(np.eye(10), np.full((10, 10), 0.1)).round(4)

# %% [markdown]
# The derivatives of softmax contain products, and the derivative of the logarithm is a fraction. If you multiply them,
# almost everything cancels:
#
# $$\frac{\partial\, \text{CCE}}{\partial z} = \frac1n \bigl( \operatorname{softmax}(z) - y \bigr)$$
#
# The result is the probability minus the target, divided by $n$. Check it with a numerical gradient, which compares the
# loss at two points close together:

# %%
z = np.array([[1.0, 2.0, 0.0], [0.5, -1.0, 3.0]])
from_scores = losses.CategoricalCrossentropy(from_logits=True)
print("(softmax(z) − y) / n\n", ((softmax(z) - y) / 2).round(6))
print("numerical gradient\n", gradients.numerical_gradient(lambda z: from_scores(y, z), z).round(6))
print("chainrule\n", from_scores.gradient(y, z).round(6))

# %% [markdown]
# **Try it.** Drag the scores. The orange arrows show where one step of gradient descent moves them. Press *one step
# down* a few times: the gradient becomes smaller and smaller.

# %%
ScoreGradient([1.0, 2.0, 0.0], ["cat", "dog", "owl"])

# %% [markdown]
# **Confident and wrong.** Here the right class has a probability of six in a million. Many other losses would have
# almost no gradient here. The gradient of cross-entropy has almost its largest possible size, 1.

# %%
ScoreGradient([-6.0, 6.0, 0.0], ["cat", "dog", "owl"], learning_rate=5.0)

# %% [markdown]
# **A common mistake.** The scores are ±1000. The formula of softmax overflows, and clipping hides how wrong the
# prediction is. The loss that is computed from the scores is right.

# %%
large, target = np.array([[1000.0, -1000.0, 0.0]]), np.array([[0.0, 1.0, 0.0]])
with np.errstate(over="ignore", invalid="ignore"):
    naive = np.exp(large) / np.exp(large).sum()
print("softmax by the formula", naive)
loss, gradient = cce(target, softmax(large)), cce.gradient(target, softmax(large))
print("loss through softmax  ", loss.round(4), " gradient", gradient)
loss, gradient = from_scores(target, large), from_scores.gradient(target, large)
print("loss from the scores  ", loss, " gradient", gradient)

# %% [markdown]
# **A common mistake.** A sigmoid is used instead of softmax. Each class is then judged separately, and the
# "probabilities" of a row do not sum to 1. Like Keras, the library divides them by their sum. A formula that does not
# do so gives a low loss to a network that answers yes to every class:

# %%
yes_to_all = np.array([[0.99, 0.99, 0.99]])
print("by the formula", -(target * np.log(yes_to_all)).sum().round(4))
print("chainrule     ", cce(target, yes_to_all).round(4), "= log 3")

# %% [markdown]
# ## Why the brackets matter
#
# Binary cross-entropy is sometimes printed without its brackets:
#
# $$-\frac1n \sum_i y_i \log f(x_i) + (1 - y_i) \log\bigl(1 - f(x_i)\bigr)$$
#
# By the usual rules, a sum ends before the next plus sign, and so the minus sign does not apply to the second term. If
# you program the formula in this way, every example with $y = 0$ gets a wrong loss:


# %%
def without_brackets(y, p):
    return -np.mean(y * np.log(p)) + np.mean((1 - y) * np.log(1 - p))


for p in (0.1, 0.5, 0.9, 0.99):
    y = np.array([0.0])
    wrong = without_brackets(y, np.array([p]))
    print(f"y = 0, p = {p:<5} without brackets {wrong:8.4f}   right {bce(y, [p]):.4f}")

# %% [markdown]
# The more wrong the prediction is, the *lower* is this loss, without any limit. If you minimize it, the network learns
# to answer yes whenever the target is no. The explorable draws it beside the right loss. Try both targets.

# %%
CrossEntropyCurve(without_brackets, y=0, p=0.8)

# %% [markdown]
# Another misprint is $1 - y \log(\dots)$ instead of $(1 - y) \log(\dots)$. Then, if $y = 0$, the loss is $-1$ for every
# $p$, so the network cannot learn anything from these examples:


# %%
def one_minus_y_log(y, p):
    return -np.mean(y * np.log(p) + 1 - y * np.log(1 - p))


for y in (0.0, 1.0):
    for p in (0.1, 0.5, 0.9):
        wrong = one_minus_y_log(np.array([y]), np.array([p]))
        print(f"y = {y:.0f}, p = {p}   misprint {wrong:7.4f}   right {bce([y], [p]):.4f}")

# %% [markdown]
# The next cell runs gradient descent with all three formulas. It learns one probability from three examples, one of
# which is a yes. The right answer is $p = 1/3$.

# %%
y = np.array([1.0, 0.0, 0.0])
formulas = {
    "without brackets": without_brackets,
    "1 − y log …": one_minus_y_log,
    "right": bce,
}
for name, loss in formulas.items():
    z = np.array([0.0])
    for _ in range(40):
        z = z - 1.0 * gradients.numerical_gradient(lambda z: loss(y, np.repeat(sigmoid(z), 3)), z)
    print(f"{name:20} p = {sigmoid(z)[0]:.4f}")

# %% [markdown]
# **Your turn.** The function below has its brackets, but it still contains a mistake. Drag the point to both ends of
# the curve, find the mistake and correct it.


# %%
def my_bce(y, p):
    return -np.mean(y * np.log10(p) + (1 - y) * np.log10(1 - p))


CrossEntropyCurve(my_bce, y=1, p=0.2)

# %% [markdown]
# ## Which loss for which output?
#
# | output | activation | loss | derivative with respect to $z$ |
# |---|---|---|---|
# | any number | linear | MSE | $2\,(\hat y - y)/n$ |
# | any number, with outliers | linear | MAE | $\operatorname{sign}(\hat y - y)/n$ |
# | yes or no | sigmoid | binary cross-entropy | $(p - y)/n$ |
# | one of several classes | softmax | categorical cross-entropy | $(p - y)/n$ |
#
# ## Your next task
#
# Open the problem set [`losses`](../exercises/losses/losses.ipynb) and begin with `mae`. Then come `mse`, `bce` and
# `cce`, and their gradients `mae_grad`, `mse_grad`, `bce_grad` and `softmax_cce_grad`. If something is wrong, the check
# names the mistake. If you are stuck at `bce`, draw your function with `CrossEntropyCurve(…)`.
#
# ## Sources
#
# * C. Shannon, *A mathematical theory of communication*, Bell System Technical Journal 27, 1948: why a logarithm.
# * P. Huber, *Robust estimation of a location parameter*, Annals of Mathematical Statistics 35, 1964: between squared
#   and absolute errors.
# * J. Bridle, *Probabilistic interpretation of feedforward classification network outputs, with relationships to
#   statistical pattern recognition*, in Neurocomputing, Springer, 1990: softmax.
# * C. Szegedy, V. Vanhoucke, S. Ioffe, J. Shlens, Z. Wojna, *Rethinking the Inception architecture for computer
#   vision*, CVPR 2016: label smoothing.
# * I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning*, MIT Press, 2016: chapters 5 and 6.
#
# <details>
# <summary><b>If you use the slides</b></summary>
#
# The [glossary](../glossary.ipynb#decks) says what the decks D0 to D4 contain. This lecture covers D0 (MAE, MSE,
# cross-entropies), D1 and D2 (empirical loss, MSE, binary cross-entropy), D3 (binary cross-entropy), and D4 (MAE, MSE,
# cross-entropies with their arguments).
#
# * D1 and D2 print binary cross-entropy without its brackets. The right formula is in the section on binary
#   cross-entropy.
# * D1 also prints the second term as $1 - y \log(\dots)$; it must be $(1 - y) \log(\dots)$.
#
# </details>
