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
# # Evaluation
#
# **The question.** A model has 97 % of its answers right. Is it any good?
#
# You cannot say, and at the end of this lecture you will know four reasons why. Right about *what*? Wrong
# in *which* way? Counted on *which* examples? And would it have been as good with other examples?

# %%
import numpy as np
from chainrule import config, datasets, layers, metrics, models, optimizers
from chainrule_widgets import picture, question
from chainrule_widgets.evaluation import (
    BiasVariance,
    Growth,
    Mistakes,
    Peeking,
    SplitBar,
    Threshold,
)

# %% [markdown]
# ## The idea
#
# Here are the same eleven points three times, and three curves through them. Which one would you trust
# at a place where there is no point?

# %%
rng = np.random.default_rng(4)
x = np.linspace(-1, 1, 11)
y = np.sin(np.pi * x) + rng.normal(0, 0.25, 11)
fine = np.linspace(-1, 1, 200)
with picture(
    "Eleven noisy points three times: a straight line that misses them, a gentle curve that follows "
    "them, and a wild curve that goes through every one.",
    columns=3,
    width=9.5,
    height=2.3,
) as axes:
    for panel, degree, title in zip(axes, (1, 3, 10), ("underfitting", "good fit", "overfitting")):
        fitted = np.polynomial.Polynomial.fit(x, y, degree)
        panel.plot(fine, fitted(fine), linestyle="-")
        panel.plot(x, y, "o", color="#010203", markersize=4)
        panel.set(title=title, ylim=(-2, 2), xticks=[-1, 0, 1], yticks=[-2, 0, 2])

# %% [markdown]
# The third curve makes no mistake on the points it was fitted to. None at all. So the mistakes on *those*
# points cannot be what we are after.
#
# That is the whole lecture in one sentence: **a model is as good as it is on examples that it has not
# seen**. The rest is how to count, on what, and what to do with the number.
#
# ## Counting: accuracy, precision, recall, F1 <a id="J1"></a>
#
# A tumour is malignant (1) or benign (0). We train one neuron on 300 tumours, and count on 269 others.

# %%
X, y = datasets.breast_cancer()
y = 1 - y  # here 1 is what is looked for: malignant
order = np.random.default_rng(0).permutation(len(X))
X, y = X[order], y[order]
mean, std = X[:300].mean(axis=0), X[:300].std(axis=0)
Z = (X - mean) / std

config.set_random_seed(0)
tumours = models.Sequential([layers.Input(shape=(30,)), layers.Dense(1, activation="sigmoid")])
tumours.compile(optimizers.Adam(0.02), "binary_crossentropy")
tumours.fit(Z[:300], y[:300], epochs=20, batch_size=32, verbose=0)
p = tumours.predict(Z[300:], verbose=0).ravel()
truth = y[300:]

# %% [markdown]
# The **confusion matrix** has a row for what is true and a column for what was said.

# %%
(TN, FP), (FN, TP) = metrics.confusion_matrix(truth, p > 0.5)
print("                 said benign   said malignant")
print(f"benign           {TN:11}   {FP:14}")
print(f"malignant        {FN:11}   {TP:14}")

# %% [markdown]
# Four counts, and everything else follows from them. *Positive* means "called 1"; *true* and *false* tell
# whether that was right.
#
# $$\text{accuracy} = \frac{TP + TN}{TP + TN + FP + FN}$$
#
# $$\text{precision} = \frac{TP}{TP + FP} \qquad \text{recall} = \frac{TP}{TP + FN}
# \qquad F_1 = \frac{2 \cdot \text{precision} \cdot \text{recall}}{\text{precision} + \text{recall}}$$
#
# **Precision** asks: of those that were called malignant, how many are? **Recall** asks: of those that are
# malignant, how many were found?

# %%
precision, recall = TP / (TP + FP), TP / (TP + FN)
by_hand = {
    "accuracy": (TP + TN) / len(truth),
    "precision": precision,
    "recall": recall,
    "f1": 2 * precision * recall / (precision + recall),
}
library = {
    "accuracy": metrics.BinaryAccuracy(),
    "precision": metrics.Precision(),
    "recall": metrics.Recall(),
    "f1": metrics.F1Score("macro", 0.5),
}
for name, score in library.items():
    counted = float(score(truth[:, None], p[:, None]))
    print(f"{name:10} by hand {by_hand[name]:.4f}   chainrule {counted:.4f}")

# %% [markdown]
# The neuron gives a probability. Somebody has to say where *malignant* begins. It need not be at 0.5.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You lower the threshold from 0.5 to 0.1. What is certain?",
    {
        "recall does not fall": "All that were found are still found: more are called malignant, and none fewer.",
        "precision does not fall": "More benign ones may be called malignant now. Most often precision falls.",
        "accuracy rises": "It may rise or fall: that depends on who lives between 0.1 and 0.5.",
    },
    right="recall does not fall",
)

# %% [markdown]
# **Move it.** Drag the line through the dots, or use the arrow keys. On the right, precision and recall trace a
# curve while you do.

# %%
Threshold(truth, p, ("benign", "malignant"))

# %% [markdown]
# There is no best threshold without a price. A missed tumour costs more than a second look, so a doctor
# goes left. Who deletes your e-mails should go right.
#
# Why is $F_1$ such an odd mean? Because a plain mean can be cheated. Let a test call one single patient ill,
# one of whom it is quite sure, and miss the other 99:

# %%
precision, recall = 1.0, 0.01
print("plain mean ", (precision + recall) / 2)
print("F1         ", round(2 * precision * recall / (precision + recall), 3))

# %% [markdown]
# **When it goes wrong: accuracy that lies.** Some things are rare. Here 3 of 100 are what we look for.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "970 of 1000 people are healthy. A model says “healthy” to everyone, without looking. Its accuracy is …",
    {
        "0 %": "It has nobody ill right. But it has all the healthy ones right, and they count too.",
        "50 %": "So it would be if half of the people were ill.",
        "97 %": "970 answers of 1000 are right. And it has found nobody.",
    },
    right="97 %",
)

# %%
rng = np.random.default_rng(1)
ill = (np.arange(4000) % 100 < 3).astype(int)
signs = rng.normal(size=(4000, 3)) + 1.1 * ill[:, None]  # the ill have somewhat higher values

config.set_random_seed(0)
rare = models.Sequential([layers.Input(shape=(3,)), layers.Dense(1, activation="sigmoid")])
rare.compile(optimizers.Adam(0.02), "binary_crossentropy")
rare.fit(signs[:3000], ill[:3000], epochs=10, batch_size=32, verbose=0)
p_rare = rare.predict(signs[3000:], verbose=0).ravel()
for name, said in (("trained", p_rare > 0.5), ("says no to all", p_rare > 1)):
    right = (said == ill[3000:]).mean()
    print(f"{name:15} accuracy {right:.3f}   found {int((said & (ill[3000:] == 1)).sum())} of 30")

# %% [markdown]
# The trained one is hardly better than the one that never looks. Is it useless? Not at all. It sits at
# the wrong threshold. Drag the line to the left, and watch *recall rise, and soon accuracy fall*.

# %%
Threshold(ill[3000:], p_rare, ("healthy", "ill"), threshold=0.5)

# %% [markdown]
# Where nothing at all is called positive, precision is 0/0. The library then says 0.0, and so shall your own.
#
# **Your turn.** Here is a first attempt, and it has a mistake. The picture marks *your* three numbers on the bars and
# says where they part from the library's. Repair the function and run the cell again.


# %%
def my_precision_recall_f1(y, y_hat):
    hits = np.sum((y == 1) & (y_hat == 1))
    precision = hits / np.sum(y == 1)
    recall = hits / np.sum(y_hat == 1)
    return precision, recall, 2 * precision * recall / (precision + recall)


Threshold(ill[3000:], p_rare, ("healthy", "ill"), threshold=0.2, function=my_precision_recall_f1)

# %% [markdown]
# ## Looking at what it gets wrong <a id="J2"></a>
#
# A number says *how many*. It does not say *which*, nor *why*. So look at them.
#
# Here is a small network for handwritten digits, trained on 1000 of them. The matrix counts on 797 others.

# %%
digits_X, digits_y = datasets.digits()
order = np.random.default_rng(0).permutation(len(digits_X))
digits_X, digits_y = digits_X[order] / 16, digits_y[order]

config.set_random_seed(0)
reader = models.Sequential(
    [layers.Input(shape=(64,)), layers.Dense(32, "relu"), layers.Dense(10, "softmax")]
)
reader.compile(optimizers.Adam(0.01), "sparse_categorical_crossentropy")
reader.fit(digits_X[:1000], digits_y[:1000], epochs=8, batch_size=32, verbose=0)
shares = reader.predict(digits_X[1000:], verbose=0)
print("accuracy", round(float((shares.argmax(axis=1) == digits_y[1000:]).mean()), 4))

# %% [markdown]
# **Look.** Click a cell off the diagonal, or walk there with the arrow keys. Which of these would *you* have read right?

# %%
Mistakes(digits_X[1000:].reshape(-1, 8, 8), digits_y[1000:], shares, chosen=(9, 8))

# %% [markdown]
# Three kinds of mistake are worth telling apart, and no metric does it for you:
#
# * you could not read it either: that is noise, and nothing will help;
# * anyone can read it, and it looks like *many others that were read wrong*: the training data lack this kind;
# * anyone can read it, and the net was *sure*: look at how it was trained.
#
# Now the same net, trained by someone in a hurry.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A net is trained on digits from which all the nines were lost. What does its confusion matrix look like?",
    {
        "the column 9 is empty": "It has never been told that there is a 9, so it never says so.",
        "the row 9 is empty": "The rows are what is true. The nines are there; it is the answer that is missing.",
        "a little worse everywhere": "The other digits were all there. Only the nines have nowhere to go.",
    },
    right="the column 9 is empty",
)

# %%
known = digits_y[:1000] != 9
config.set_random_seed(0)
hurried = models.Sequential(
    [layers.Input(shape=(64,)), layers.Dense(32, "relu"), layers.Dense(10, "softmax")]
)
hurried.compile(optimizers.Adam(0.01), "sparse_categorical_crossentropy")
hurried.fit(digits_X[:1000][known], digits_y[:1000][known], epochs=8, batch_size=32, verbose=0)
shares = hurried.predict(digits_X[1000:], verbose=0)
print("accuracy", round(float((shares.argmax(axis=1) == digits_y[1000:]).mean()), 4))

# What does it take a nine for, and how sure is it?
Mistakes(digits_X[1000:].reshape(-1, 8, 8), digits_y[1000:], shares, chosen=(9, 3))

# %% [markdown]
# ## Training, validation and test data <a id="J3"></a>
#
# On which examples do we count? Cut the heap in three.
#
# | part | what it is for | how often you look |
# |---|---|---|
# | training | gradients come from here | all the time |
# | validation | choosing: how many layers, when to stop | as often as you like |
# | test | one honest number at the very end | once |
#
# **Move it.** Drag the two ends. For each cut a model is trained anew on the blue part. The lines below say how
# much the number is to be trusted: the true share lies in them 95 times out of 100.

# %%
SplitBar(train=60, validation=20)

# %% [markdown]
# Pull the training part down to 5 %, then up to 96 %, and shuffle a few times at either end. Little to learn
# from makes a poor model; little to count on makes a number that jumps.
#
# **When it goes wrong: the order.** `fit(validation_split=…)` cuts off the *last* examples, before it
# shuffles. That is Keras's rule. The irises are sorted by kind.

# %%
flowers, kinds = datasets.iris()
for what, order in (
    ("sorted", np.arange(150)),
    ("shuffled", np.random.default_rng(0).permutation(150)),
):
    config.set_random_seed(0)
    model = models.Sequential([layers.Input(shape=(4,)), layers.Dense(3, activation="softmax")])
    model.compile(optimizers.Adam(0.1), "sparse_categorical_crossentropy", metrics=["accuracy"])
    seen = model.fit(
        flowers[order], kinds[order], epochs=60, batch_size=25, validation_split=1 / 3, verbose=0
    ).history
    print(
        f"{what:9} training {seen['accuracy'][-1]:.2f}   validation {seen['val_accuracy'][-1]:.2f}   "
        f"kinds in the validation part: {len(set(kinds[order][100:].tolist()))}"
    )

# %% [markdown]
# All virginicas are in the validation part, and none was ever trained on. Shuffle first; your task `split` will.
#
# **When it goes wrong: peeking.** Why may I look at the test set only once? I do not train on it, after all. I only look,
# change something, look again, and keep what was best.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "500 models guess at random. The best of them on 50 test examples is kept. What does the test set say it gets right?",
    {
        "about 50 %": "So much each of them is worth. But the best of 500 was lucky on just these examples.",
        "about 70 %": "35 heads of 50 are rare for one coin, and to be expected of the best of 500.",
        "close to 100 %": "That luck would need about 2⁵⁰ coins.",
    },
    right="about 70 %",
)

# %%
Peeking(models=500)

# %% [markdown]
# The labels here are coins, so there is nothing to know. Yet the peeked-at test set promises a lot. *Choosing is
# learning*, and whatever you chose by can no longer judge you. That is why there are three parts and not two: the
# validation part is there to be used up.
#
# Make the test part larger and the gap shrinks. Try fewer models, and it shrinks as well.
#
# ## Underfitting, good fit, overfitting <a id="J4"></a>
#
# Back to the three curves. Here is the one that goes through every point: a polynomial of degree 11, for
# twelve points. The curve that the noise hides is dashed.

# %%
BiasVariance(11, points=12, refits=False)

# %% [markdown]
# Would it look the same with other noise? Press *other noise* a few times, then *show the refits*.
#
# What you see are two different ways to be wrong:
#
# * **bias**: what all refits miss together. The mean of the refits is not the curve.
# * **variance**: how much the refits differ among themselves.
#
# $$\text{expected error} = \underbrace{(\overline{\hat y} - f)^2}_{\text{bias}^2} +
# \underbrace{\overline{(\hat y - \overline{\hat y})^2}}_{\text{variance}} + \underbrace{\sigma^2}_{\text{noise}}$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A straight line is fitted to a sine. You get five times as many points. What becomes much smaller?",
    {
        "the bias": "No line is a sine, however many points there are. What all refits miss, they still miss.",
        "the variance": "With more points each refit depends less on its own noise, so the refits agree.",
        "both": "Only one of them depends on the data that you happen to have.",
    },
    right="the variance",
)

# %%
for points in (12, 60):
    print(BiasVariance(1, points=points))

# %% [markdown]
# **Move it.** Go through the degrees from 0 to 11. The training error only ever falls. The expected error
# falls, and then it rises. Then set the points to 60: which degree is best now, and how bad is the worst?

# %%
BiasVariance(1)

# %% [markdown]
# **Capacity is not performance.** What a model *can* express grows with every degree. What it is worth
# does not. Each of these polynomials can do all that the smaller ones can:

# %%
seen = BiasVariance().seen
print("degree   training error   expected error on new points")
for degree in (0, 1, 3, 5, 9, 11):
    error = seen["bias"][degree] + seen["variance"][degree] + 0.3**2
    print(f"{degree:6}   {seen['training'][degree]:14.3f}   {error:14.3f}")

# %% [markdown]
# **How do I tell, when the dashed curve is not there?** By two numbers that you always have:
#
# | training loss | validation loss | it is | try |
# |---|---|---|---|
# | high | as high | underfitting | a larger model, longer training |
# | low | as low | a good fit | go home |
# | low | high | overfitting | more data, a smaller model, the next lecture |
#
# ## The right size <a id="J5"></a>
#
# How many units does a hidden layer need? Nobody can calculate it. But there is a recipe: **start small, and grow
# until the validation loss stops improving.**
#
# Here it is as a program. Two moons, 60 points to train on, 400 to validate.

# %%
X_train, y_train = datasets.moons(60, noise=0.3, seed=1)
X_val, y_val = datasets.moons(400, noise=0.3, seed=2)


def trained(units):
    """Return the history of a network with so many hidden units."""
    config.set_random_seed(3)
    model = models.Sequential(
        [layers.Input(shape=(2,)), layers.Dense(units, "tanh"), layers.Dense(1, "sigmoid")]
    )
    model.compile(optimizers.Adam(0.05), "binary_crossentropy")
    held_out = (X_val, y_val)
    return model.fit(
        X_train, y_train, epochs=300, batch_size=60, validation_data=held_out, verbose=0
    ).history


units, best = 1, np.inf
while (loss := min(trained(units)["val_loss"])) < best - 0.005:
    print(f"{units:3} units: lowest validation loss {loss:.3f}")
    units, best = 2 * units, loss
print(f"{units:3} units: lowest validation loss {loss:.3f}, no gain. So {units // 2} it is.")

# %% [markdown]
# It stopped by itself. Was it right to stop? Now we spend what the recipe saves, and train the larger ones as well.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "64 hidden units, 300 epochs. Compared with 4 units, the *training* loss at the end is … and the *validation* loss at the end is …",
    {
        "lower, lower": "More capacity lowers the training loss. That it helps on new points would have to be shown.",
        "lower, higher": "It has room for every point, noise included, and it uses that room.",
        "higher, higher": "What 4 units can do, 64 can do as well. The training loss does not rise with size.",
    },
    right="lower, higher",
)

# %%
histories = {units: trained(units) for units in (1, 2, 4, 8, 16, 32, 64)}
Growth(histories, units=4)

# %% [markdown]
# Go through the sizes. One unit: both curves are high, and together. Four: both fall, and after
# some hundred epochs the validation loss turns. Sixty-four: the curves part early, and the gap is wide. The lowest point of the orange curve
# hardly moves, though. Remember that: *stopping in time* will be one of the remedies in the next lecture.
#
# **When it goes wrong.** Set the gain that counts to 0.01. From one unit to two the loss falls by 0.006, which is less,
# and the recipe stops at once: it never hears of the 0.05 that wait one size further on. A recipe that looks one step
# ahead can be stopped by one flat step. So grow once more before you believe it.
#
# ## What you can now do
#
# * build accuracy, precision, recall and $F_1$ from four counts, and say when accuracy lies;
# * read a confusion matrix, and look at the examples behind it;
# * cut data into training, validation and test parts, and say what each may be used for;
# * tell bias from variance, and underfitting from overfitting, by two losses;
# * find a size for a network: start small, grow until the validation loss stops improving.
#
# ## Your next task
#
# Open the problem set [`evaluation`](../exercises/evaluation/evaluation.ipynb) and begin with `accuracy`. Then come
# `confusion_matrix`, `precision_recall_f1` and `split`. You are told at once what is wrong, and by name.
#
# ## Sources
#
# Slides: D0 (metrics, looking at mistakes, the split, under- and overfitting), D1, D2 and D3 (under- and
# overfitting), D4 (the split, finding the right size).
#
# * S. Geman, E. Bienenstock, R. Doursat, *Neural networks and the bias/variance dilemma*, Neural Computation 4, 1992.
# * T. Hastie, R. Tibshirani, J. Friedman, *The Elements of Statistical Learning*, 2nd edition, Springer 2009,
#   chapter 7: assessing and selecting models.
# * E. B. Wilson, *Probable inference, the law of succession, and statistical inference*, Journal of the American
#   Statistical Association 22, 1927: the intervals under the bar.
# * C. Dwork, V. Feldman, M. Hardt, T. Pitassi, O. Reingold, A. Roth, *The reusable holdout: preserving validity in
#   adaptive data analysis*, Science 349, 2015: what peeking does, and a cure.
# * T. Saito, M. Rehmsmeier, *The precision-recall plot is more informative than the ROC plot when evaluating binary
#   classifiers on imbalanced datasets*, PLOS ONE 10, 2015.
# * W. Street, W. Wolberg, O. Mangasarian, *Nuclear feature extraction for breast tumor diagnosis*, 1993: the tumours.
