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
# **The question.** A model gives the right answer in 97 % of all cases. Is it good?
#
# You cannot say, and in this lecture you learn four reasons why. *What* was it asked? Which *kinds* of mistakes did it
# make? On which *examples* was it measured? And would the result be the same with other examples?
#
# After this lecture you can
#
# * compute accuracy, precision, recall and $F_1$ from four counts, and say when the accuracy is misleading,
# * read a confusion matrix, and look at the examples behind it,
# * split data into training, validation and test data, and say what each part may be used for,
# * recognize underfitting and overfitting from two losses,
# * choose the size of a network.
#
# **Time:** about 90 minutes. **You need:** [lecture 05, Losses](05_losses.ipynb) and [lecture 08,
# Batches](08_batches.ipynb).

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
# Here are the same eleven points three times, with three different curves. Which curve would you trust between the
# points?

# %%
rng = np.random.default_rng(4)
x = np.linspace(-1, 1, 11)
y = np.sin(np.pi * x) + rng.normal(0, 0.25, 11)
fine = np.linspace(-1, 1, 200)
with picture(
    "Eleven noisy points three times: a straight line that misses them, a smooth curve that follows "
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
# The third curve makes no error at all on the points that it was fitted to. So the error on *these* points cannot tell
# us how good it is.
#
# The most important sentence of this lecture is: **a model must be measured on examples that it has not seen in
# training**. The rest explains what to count, on which examples, and what to do with the result.
#
# ## Accuracy, precision, recall and F1 <a id="J1"></a>
#
# A tumour is malignant (1) or benign (0). We train one neuron on 300 tumours, and measure it on 269 others.

# %%
X, y = datasets.breast_cancer()
y = 1 - y  # here 1 means malignant
order = np.random.default_rng(0).permutation(len(X))
X, y = X[order], y[order]
mean, std = X[:300].mean(axis=0), X[:300].std(axis=0)
Z = (X - mean) / std

config.set_random_seed(0)
tumours = models.Sequential([layers.Input(shape=(30,)), layers.Dense(1, activation="sigmoid")])
tumours.compile(optimizers.Adam(0.02), "binary_crossentropy")
tumours.fit(Z[:300], y[:300], epochs=20, batch_size=32, verbose=0)
p = tumours.predict(Z[300:], verbose=0).ravel()
target = y[300:]

# %% [markdown]
# The **confusion matrix** has one row for each true class and one column for each predicted class.

# %%
(TN, FP), (FN, TP) = metrics.confusion_matrix(target, p > 0.5)
print("                predicted benign   predicted malignant")
print(f"benign          {TN:16}   {FP:19}")
print(f"malignant       {FN:16}   {TP:19}")

# %% [markdown]
# All measures follow from these four counts. *Positive* means "predicted as 1". *True* or *false* says whether this
# prediction was right.
#
# $$\text{accuracy} = \frac{TP + TN}{TP + TN + FP + FN}$$
#
# $$\text{precision} = \frac{TP}{TP + FP} \qquad \text{recall} = \frac{TP}{TP + FN}
# \qquad F_1 = \frac{2 \cdot \text{precision} \cdot \text{recall}}{\text{precision} + \text{recall}}$$
#
# **Precision**: how many of the tumours that were predicted as malignant are malignant? **Recall**: how many of the
# malignant tumours were found?

# %%
precision, recall = TP / (TP + FP), TP / (TP + FN)
by_hand = {
    "accuracy": (TP + TN) / len(target),
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
    computed = float(score(target[:, None], p[:, None]))
    print(f"{name:10} by hand {by_hand[name]:.4f}   chainrule {computed:.4f}")

# %% [markdown]
# The neuron returns a probability. Somebody must choose the **threshold** above which a tumour counts as malignant. It
# need not be 0.5.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You lower the threshold from 0.5 to 0.1. What is certain?",
    {
        "recall does not fall": "All malignant tumours that were found are still found, because more examples are predicted as malignant.",
        "precision does not fall": "More benign tumours may be predicted as malignant. In most cases precision falls.",
        "accuracy rises": "It may rise or fall. This depends on the examples with a probability between 0.1 and 0.5.",
    },
    right="recall does not fall",
)

# %% [markdown]
# **Try it.** Drag the line through the dots, or use the arrow keys. The right plot shows precision and recall for all
# thresholds.

# %%
Threshold(target, p, ("benign", "malignant"))

# %% [markdown]
# There is no threshold that is best for every purpose. If a tumour is overlooked, this is worse than a second
# examination, so a doctor chooses a low threshold. A spam filter that deletes e-mails needs a high one.
#
# Why is $F_1$ not simply the average of precision and recall? Suppose that a test finds one of 100 ill patients, and
# predicts nobody else as ill. Its precision is 1, its recall is 0.01, and the average looks too good:

# %%
precision, recall = 1.0, 0.01
print("average", (precision + recall) / 2)
print("F1     ", round(2 * precision * recall / (precision + recall), 3))

# %% [markdown]
# **A misleading accuracy.** Some classes are rare. In the next example, 3 of 100 people are ill.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "970 of 1000 people are healthy. A model answers “healthy” for everybody. What is its accuracy?",
    {
        "0 %": "It is wrong about all ill people. But it is right about all healthy people, and they count as well.",
        "50 %": "This would be right if half of the people were ill.",
        "97 %": "970 of 1000 answers are right. But it has found no ill person.",
    },
    right="97 %",
)

# %%
rng = np.random.default_rng(1)
ill = (np.arange(4000) % 100 < 3).astype(int)
signs = rng.normal(size=(4000, 3)) + 1.1 * ill[:, None]  # ill people have somewhat higher values

config.set_random_seed(0)
rare = models.Sequential([layers.Input(shape=(3,)), layers.Dense(1, activation="sigmoid")])
rare.compile(optimizers.Adam(0.02), "binary_crossentropy")
rare.fit(signs[:3000], ill[:3000], epochs=10, batch_size=32, verbose=0)
p_rare = rare.predict(signs[3000:], verbose=0).ravel()
for name, predicted in (("trained", p_rare > 0.5), ("always healthy", p_rare > 1)):
    accuracy = (predicted == ill[3000:]).mean()
    found = int((predicted & (ill[3000:] == 1)).sum())
    print(f"{name:15} accuracy {accuracy:.3f}   found {found} of 30 ill people")

# %% [markdown]
# The trained model is hardly better than the one that always answers "healthy". But it is not useless: its threshold is
# wrong. Drag the line to the left. The *recall rises, and after a while the accuracy falls*.

# %%
Threshold(ill[3000:], p_rare, ("healthy", "ill"), threshold=0.5)

# %% [markdown]
# If nothing is predicted as positive, precision is 0/0. The library then returns 0.0, and your function should do the
# same.
#
# **Your turn.** This first attempt contains a mistake. The explorable marks *your* three numbers on the bars, and says
# where they differ from the library's. Correct the function and run the cell again.


# %%
def my_precision_recall_f1(y, y_hat):
    true_positives = np.sum((y == 1) & (y_hat == 1))
    precision = true_positives / np.sum(y == 1)
    recall = true_positives / np.sum(y_hat == 1)
    return precision, recall, 2 * precision * recall / (precision + recall)


Threshold(ill[3000:], p_rare, ("healthy", "ill"), threshold=0.2, function=my_precision_recall_f1)

# %% [markdown]
# ## Look at the wrong predictions <a id="J2"></a>
#
# A measure tells you *how many* predictions are wrong, but not *which* ones, and not *why*. So look at them.
#
# The next cell trains a small network on 1000 handwritten digits. The confusion matrix below counts its predictions for
# 797 other digits.

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
probabilities = reader.predict(digits_X[1000:], verbose=0)
accuracy = float((probabilities.argmax(axis=1) == digits_y[1000:]).mean())
print("accuracy", round(accuracy, 4))

# %% [markdown]
# **Try it.** Click a cell outside of the diagonal, or go there with the arrow keys. Which of these digits could *you*
# have read?

# %%
Mistakes(digits_X[1000:].reshape(-1, 8, 8), digits_y[1000:], probabilities, chosen=(9, 8))

# %% [markdown]
# There are three kinds of wrong predictions. You can tell them apart only by looking:
#
# * You cannot read the digit either: this is noise, and no model can read it.
# * You can read it, and it looks like *many others that were read wrong*: this kind is missing in the training data.
# * You can read it, and the network was *very confident*: check how the network was trained.
#
# Now the same network, with a mistake in the training data.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A network is trained on digits, but all the nines were lost. What does its confusion matrix look like?",
    {
        "column 9 is empty": "The network has never seen a 9, so it never predicts one.",
        "row 9 is empty": "The rows are the true classes. There are nines in the test data, but they are predicted as other digits.",
        "a little worse everywhere": "The other digits were all there. Only the nines are read wrong.",
    },
    right="column 9 is empty",
)

# %%
without_nines = digits_y[:1000] != 9
config.set_random_seed(0)
incomplete = models.Sequential(
    [layers.Input(shape=(64,)), layers.Dense(32, "relu"), layers.Dense(10, "softmax")]
)
incomplete.compile(optimizers.Adam(0.01), "sparse_categorical_crossentropy")
incomplete.fit(
    digits_X[:1000][without_nines],
    digits_y[:1000][without_nines],
    epochs=8,
    batch_size=32,
    verbose=0,
)
probabilities = incomplete.predict(digits_X[1000:], verbose=0)
accuracy = float((probabilities.argmax(axis=1) == digits_y[1000:]).mean())
print("accuracy", round(accuracy, 4))

# As which digits does it read the nines, and how confident is it?
Mistakes(digits_X[1000:].reshape(-1, 8, 8), digits_y[1000:], probabilities, chosen=(9, 3))

# %% [markdown]
# ## Training, validation and test data <a id="J3"></a>
#
# On which examples do we measure? Split the data into three parts.
#
# | part | purpose | how often you use it |
# |---|---|---|
# | training data | to compute gradients | all the time |
# | validation data | to choose: how many layers, when to stop | as often as you like |
# | test data | to measure the final model | once |
#
# **Try it.** Drag the two handles. For each split, a model is trained on the blue part. The lines below the bar are 95
# % confidence intervals: in 95 of 100 cases, they contain the true accuracy.

# %%
SplitBar(train=60, validation=20)

# %% [markdown]
# Make the training part 5 %, then 96 %, and shuffle a few times in both cases. With few training examples, the model is
# poor. With few examples to measure on, the accuracy changes a lot with every shuffle.
#
# **A common mistake: sorted data.** Like Keras, `fit(validation_split=…)` takes the *last* examples as validation data,
# before it shuffles. The iris data are sorted by class.

# %%
flowers, kinds = datasets.iris()
shuffled = np.random.default_rng(0).permutation(150)
for name, order in (("sorted", np.arange(150)), ("shuffled", shuffled)):
    config.set_random_seed(0)
    model = models.Sequential([layers.Input(shape=(4,)), layers.Dense(3, activation="softmax")])
    model.compile(optimizers.Adam(0.1), "sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(
        flowers[order], kinds[order], epochs=60, batch_size=25, validation_split=1 / 3, verbose=0
    ).history
    training, validation = history["accuracy"][-1], history["val_accuracy"][-1]
    classes = len(set(kinds[order][100:].tolist()))
    print(
        f"{name:9} accuracy: training {training:.2f}   validation {validation:.2f}   "
        f"classes in the validation data: {classes}"
    )

# %% [markdown]
# All examples of the third class are in the validation data, and none of them was used for training. So shuffle first,
# as your task `split` does.
#
# **A common mistake: using the test data for choices.** Why may you use the test data only once? You do not train on
# them. But suppose that you look at the test accuracy, change something, look again, and keep what was best.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "500 models guess at random. You keep the one with the highest accuracy on 50 test examples. How high is this accuracy?",
    {
        "about 50 %": "This is the true accuracy of each model. But the best of 500 was lucky on these 50 examples.",
        "about 70 %": "35 of 50 right guesses are rare for one model, but likely for the best of 500.",
        "close to 100 %": "This would need about 2⁵⁰ models.",
    },
    right="about 70 %",
)

# %%
Peeking(models=500)

# %% [markdown]
# The labels in this example are random, so no model can know them. Nevertheless the test accuracy of the chosen model
# is high. *Choosing is a kind of learning*: data that you used for a choice cannot measure the result. This is why
# there are three parts and not two. The validation data are used for choices.
#
# Make the test data larger, or use fewer models: the difference becomes smaller.
#
# ## Underfitting and overfitting <a id="J4"></a>
#
# Back to the three curves. The explorable shows a polynomial of degree 11, which goes through all twelve points. The
# dashed curve is the true function, without noise.

# %%
BiasVariance(11, points=12, refits=False)

# %% [markdown]
# Would the polynomial look the same with other noise? Press *other noise* a few times, then *show the refits*.
#
# You can see two different kinds of error:
#
# * **Bias**: the average of all refits differs from the true function.
# * **Variance**: the refits differ from each other.
#
# $$\text{expected error} = \underbrace{(\overline{\hat y} - f)^2}_{\text{bias}^2} +
# \underbrace{\overline{(\hat y - \overline{\hat y})^2}}_{\text{variance}} + \underbrace{\sigma^2}_{\text{noise}}$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A straight line is fitted to a sine. You get five times as many points. What becomes much smaller?",
    {
        "the bias": "A straight line is never a sine, no matter how many points there are.",
        "the variance": "With more points, each refit depends less on its noise, so the refits are more similar.",
        "both": "Only one of them depends on the data.",
    },
    right="the variance",
)

# %%
for points in (12, 60):
    print(BiasVariance(1, points=points))

# %% [markdown]
# **Try it.** Change the degree from 0 to 11. The training error always falls. The expected error falls at first, and
# then it rises. Then set the number of points to 60: which degree is best now, and how large is the error of degree 11?

# %%
BiasVariance(1)

# %% [markdown]
# **A larger model is not always better.** A polynomial of a higher degree can represent all polynomials of lower
# degrees. But its expected error can be larger:

# %%
seen = BiasVariance().seen
print("degree   training error   expected error on new points")
for degree in (0, 1, 3, 5, 9, 11):
    error = seen["bias"][degree] + seen["variance"][degree] + 0.3**2
    print(f"{degree:6}   {seen['training'][degree]:14.3f}   {error:14.3f}")

# %% [markdown]
# **How can you tell, if you do not know the true function?** From two losses that you always know:
#
# | training loss | validation loss | diagnosis | what to try |
# |---|---|---|---|
# | high | as high | underfitting | a larger model, longer training |
# | low | as low | a good fit | nothing, you are done |
# | low | high | overfitting | more data, a smaller model, the methods of lecture 11 |
#
# ## The right size <a id="J5"></a>
#
# How many units does a hidden layer need? Nobody can calculate this. But there is a simple method: **start with a small
# network, and make it larger until the validation loss no longer improves.**
#
# Here it is as a program. The data are two moons, with 60 points for training and 400 for validation.

# %%
X_train, y_train = datasets.moons(60, noise=0.3, seed=1)
X_val, y_val = datasets.moons(400, noise=0.3, seed=2)


def trained(units):
    """Train a network with this number of hidden units and return its history."""
    config.set_random_seed(3)
    model = models.Sequential(
        [layers.Input(shape=(2,)), layers.Dense(units, "tanh"), layers.Dense(1, "sigmoid")]
    )
    model.compile(optimizers.Adam(0.05), "binary_crossentropy")
    validation = (X_val, y_val)
    return model.fit(
        X_train, y_train, epochs=300, batch_size=60, validation_data=validation, verbose=0
    ).history


units, best = 1, np.inf
while (loss := min(trained(units)["val_loss"])) < best - 0.005:
    print(f"{units:3} units: lowest validation loss {loss:.3f}")
    units, best = 2 * units, loss
print(
    f"{units:3} units: lowest validation loss {loss:.3f}, no improvement. Use {units // 2} units."
)

# %% [markdown]
# The method stopped by itself. Was this right? To find out, we also train the larger networks.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A network with 64 hidden units is trained for 300 epochs. How are its final losses, compared with 4 units?",
    {
        "training loss lower, validation loss lower": "More units lower the training loss. But this does not mean that the validation loss is lower.",
        "training loss lower, validation loss higher": "The network can fit every point, including the noise.",
        "training loss higher, validation loss higher": "64 units can do everything that 4 units can do, so the training loss is not higher.",
    },
    right="training loss lower, validation loss higher",
)

# %%
histories = {units: trained(units) for units in (1, 2, 4, 8, 16, 32, 64)}
Growth(histories, units=4)

# %% [markdown]
# Look at all sizes. With one unit, both curves are high and close together. With four units, both fall, and after about
# a hundred epochs the validation loss rises again. With 64 units, the curves separate early, and the difference is
# large. But the lowest point of the orange curve hardly changes. So it helps to *stop in time*: this is one of the
# methods of the next lecture.
#
# **A weakness of the method.** Set the smallest improvement to 0.01. From one unit to two, the loss falls by 0.006,
# which is less. So the method stops at once, although the next size would improve the loss by 0.05. Before you stop,
# try one more size.
#
# ## Your next task
#
# Open the problem set [`evaluation`](../exercises/evaluation/evaluation.ipynb) and begin with `accuracy`. Then come
# `confusion_matrix`, `precision_recall_f1` and `split`. If something is wrong, the check names the mistake.
#
# ## Sources
#
# * S. Geman, E. Bienenstock, R. Doursat, *Neural networks and the bias/variance dilemma*, Neural Computation 4, 1992.
# * T. Hastie, R. Tibshirani, J. Friedman, *The Elements of Statistical Learning*, 2nd edition, Springer 2009, chapter
#   7: measuring and choosing models.
# * E. B. Wilson, *Probable inference, the law of succession, and statistical inference*, Journal of the American
#   Statistical Association 22, 1927: the confidence intervals.
# * C. Dwork, V. Feldman, M. Hardt, T. Pitassi, O. Reingold, A. Roth, *The reusable holdout: preserving validity in
#   adaptive data analysis*, Science 349, 2015: what happens if test data are used for choices, and a remedy.
# * T. Saito, M. Rehmsmeier, *The precision-recall plot is more informative than the ROC plot when evaluating binary
#   classifiers on imbalanced datasets*, PLOS ONE 10, 2015.
# * W. Street, W. Wolberg, O. Mangasarian, *Nuclear feature extraction for breast tumor diagnosis*, 1993: the tumour
#   data.
#
# <details>
# <summary><b>If you use the slides</b></summary>
#
# The [glossary](../glossary.ipynb#decks) says what the decks D0 to D4 contain. This lecture covers D0 (metrics, wrong
# predictions, the split, underfitting and overfitting), D1, D2 and D3 (underfitting and overfitting), and D4 (the
# split, the right size).
#
# </details>
