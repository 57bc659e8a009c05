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
# The number alone does not tell you. The answer depends on four things. *What* did the model have to predict? Which
# *kinds* of mistakes did it make? On which *examples* was it measured? And how much does the result change with other
# examples?
#
# After this lecture you can
#
# * compute accuracy, precision, recall and $F_1$ from four counts, and say when the accuracy is misleading;
# * read a confusion matrix, and look at the examples that it counts;
# * split data into training, validation and test data, and say what each part is for;
# * recognize underfitting and overfitting from two losses;
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
# The next cell draws the same eleven points three times, each time with a different curve. Which curve would you trust
# between the points?

# %% jupyter={"source_hidden": true}
rng = np.random.default_rng(4)
x = np.linspace(-1, 1, 11)
y = np.sin(np.pi * x) + rng.normal(0, 0.25, 11)
fine = np.linspace(-1, 1, 200)
with picture(
    "Eleven noisy points, drawn three times: with a straight line that misses most of them, with a smooth "
    "curve that follows them, and with a curve that goes through all of them and oscillates.",
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
# The third curve goes through all points, so its error on these points is 0. But this does not tell you how good it is
# between the points. It follows the noise instead of the pattern. This is **overfitting**. The straight line is too
# simple for the pattern. This is **underfitting**. What we want is good predictions for *new* examples. This is called
# **generalization**.
#
# The most important rule of this lecture is: **measure a model on examples that it has not seen in training**. The
# other sections explain what to count, on which examples, and what to do with the result.
#
# ## Accuracy, precision, recall and F1 <a id="J1"></a>
#
# The examples are tumours. A tumour is malignant (1) or benign (0). The next cell trains one neuron on 300 tumours and
# computes its predictions for 269 other tumours.

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
# The **confusion matrix** counts the predictions. It has one row for each true class and one column for each predicted
# class.

# %%
(TN, FP), (FN, TP) = metrics.confusion_matrix(target, p > 0.5)
print("                predicted benign   predicted malignant")
print(f"benign          {TN:16}   {FP:19}")
print(f"malignant       {FN:16}   {TP:19}")

# %% [markdown]
# These four counts are the true negatives ($TN$), false positives ($FP$), false negatives ($FN$) and true positives
# ($TP$). *Positive* means "predicted as 1", and *negative* means "predicted as 0". *True* means that the prediction is
# right, and *false* means that it is wrong. You can compute all measures from these counts:
#
# $$\text{accuracy} = \frac{TP + TN}{TP + TN + FP + FN}$$
#
# $$\text{precision} = \frac{TP}{TP + FP} \qquad \text{recall} = \frac{TP}{TP + FN}
# \qquad F_1 = \frac{2 \cdot \text{precision} \cdot \text{recall}}{\text{precision} + \text{recall}}$$
#
# * **Accuracy** is the fraction of all predictions that are right.
# * **Precision** is the fraction of the tumours predicted as malignant that really are malignant.
# * **Recall** is the fraction of the malignant tumours that the model finds.
# * **$F_1$** is one number for both: it is high only if precision and recall are both high.

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
# The neuron returns a probability. You must choose a **threshold**: a tumour with a probability above it is predicted
# as malignant. The threshold does not have to be 0.5.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You lower the threshold from 0.5 to 0.1. Which statement is always true?",
    {
        "recall does not fall": "Every tumour that was predicted as malignant is still predicted as malignant. So the model finds at least as many malignant tumours as before.",
        "precision does not fall": "More benign tumours may be predicted as malignant. In most cases, precision falls.",
        "accuracy rises": "The accuracy can rise or fall. This depends on the examples with a probability between 0.1 and 0.5.",
    },
    right="recall does not fall",
)

# %% [markdown]
# **Try it.** Each symbol is a tumour, placed at its predicted probability. Drag the vertical line, or use the arrow
# keys: the line is the threshold. Notice how the four counts and the four measures change. The right plot shows
# precision and recall for all thresholds.

# %%
Threshold(target, p, ("benign", "malignant"))

# %% [markdown]
# No threshold is best for every purpose. For a doctor, an overlooked tumour is worse than an unnecessary second
# examination, so a doctor chooses a low threshold. A spam filter that deletes e-mails needs a high threshold.
#
# Why is $F_1$ not simply the average of precision and recall? Suppose that a test finds one of 100 ill patients, and
# predicts nobody else as ill. Its precision is 1 and its recall is 0.01. The average of 0.505 looks much too good.
# $F_1$ is close to the smaller of the two numbers:

# %%
precision, recall = 1.0, 0.01
print("average", (precision + recall) / 2)
print("F1     ", round(2 * precision * recall / (precision + recall), 3))

# %% [markdown]
# **A misleading accuracy.** In many problems, one class is rare. In the next example, 3 of 100 people are ill.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "970 of 1000 people are healthy. A model answers “healthy” for everybody. What is its accuracy?",
    {
        "0 %": "The model is wrong about all ill people. But it is right about all healthy people.",
        "50 %": "This would be its accuracy if half of the people were ill.",
        "97 %": "970 of 1000 answers are right, although the model finds no ill person.",
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
# By accuracy, the trained model is hardly better than the model that always answers "healthy". But the model is not
# useless. A threshold of 0.5 is too high for this problem.
#
# **Try it.** Drag the line to the left. The recall rises. After a while, the accuracy falls. So the accuracy is the
# wrong measure here.

# %%
Threshold(ill[3000:], p_rare, ("healthy", "ill"), threshold=0.5)

# %% [markdown]
# If no example is predicted as positive, the precision is 0/0. The library then returns 0.0, and your function should
# do the same.
#
# **Your turn.** The function below contains a mistake. The explorable marks the three numbers of *your* function with
# red lines on the bars. The text below says where they differ from the library's numbers. Correct the function and run
# the cell again.


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
# A measure tells you *how many* predictions are wrong. It does not tell you *which* predictions are wrong, or *why*.
# So look at these examples.
#
# The next cell trains a small network on 1000 images of handwritten digits. Then it predicts 797 other digits, and the
# confusion matrix below counts these predictions.

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
# **Try it.** Click a cell outside the diagonal, or move there with the arrow keys. You see the digits that were
# predicted wrong in this way. Which of them can *you* read?

# %%
Mistakes(digits_X[1000:].reshape(-1, 8, 8), digits_y[1000:], probabilities, chosen=(9, 8))

# %% [markdown]
# There are three kinds of wrong predictions. You can tell them apart only by looking at the examples:
#
# * You cannot read the digit yourself. The image is too noisy, and no model can be sure about it.
# * You can read the digit, and *many similar images* are predicted wrong too. Probably the training data have too few
#   images of this kind.
# * You can read the digit, but the network is *very confident* in a wrong answer. Check how the network was trained.
#
# The next network has the same layers, but its training data have a fault.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A network is trained on digits, but all images of a 9 are missing. What does its confusion matrix look like?",
    {
        "column 9 is empty": "The network has never seen a 9, so it never predicts a 9.",
        "row 9 is empty": "The rows are the true classes. The test data contain nines, but the network predicts them as other digits.",
        "a little worse everywhere": "The training data contain all other digits. Only the nines are predicted wrong.",
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

# %% [markdown]
# **Try it.** Look at row 9. Which digits does the network predict for the nines, and how high are its probabilities?

# %%
Mistakes(digits_X[1000:].reshape(-1, 8, 8), digits_y[1000:], probabilities, chosen=(9, 3))

# %% [markdown]
# ## Training, validation and test data <a id="J3"></a>
#
# On which examples do you measure? Split the data into three parts.
#
# | part | purpose | how often you use it |
# |---|---|---|
# | training data | to compute gradients | all the time |
# | validation data | to choose: how many layers, when to stop | as often as you like |
# | test data | to measure the final model | once |
#
# **Try it.** Drag the two handles. For each split, a model is trained on the blue part. Below the bar, each dot is the
# accuracy on one part, and the line through it is a 95 % confidence interval. For the validation and test data, such
# an interval contains the true accuracy in about 95 of 100 cases.

# %%
SplitBar(train=60, validation=20)

# %% [markdown]
# Set the end of the training part to 5 %, and press *shuffle again* a few times. The model makes more mistakes on new
# examples. Then set it to 96 %, and shuffle again. Now few examples are left for measuring, so the accuracy changes a
# lot with every shuffle, and the confidence intervals are wide.
#
# **A common mistake: sorted data.** Like Keras, `fit(validation_split=…)` takes the *last* examples as validation
# data. `fit` takes them before it shuffles the data. The iris data are sorted by class, so this goes wrong:

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
# In the sorted data, all examples of the third class are validation data. The model has never seen this class. So
# shuffle before you split, as your function `split` in the problem set does.
#
# **A common mistake: using the test data for choices.** You do not train on the test data. Why may you use them only
# once? Suppose that you measure the test accuracy, change the model, measure again, and keep the best model.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "500 models guess at random. You keep the model with the highest accuracy on 50 test examples. How high is this accuracy?",
    {
        "about 50 %": "This is the true accuracy of each model. But the best of 500 models was lucky on these 50 examples.",
        "about 70 %": "A single model rarely has 35 right guesses of 50. But the best of 500 models probably has as many.",
        "close to 100 %": "You would need about 2⁵⁰ models to find one with 50 right guesses.",
    },
    right="about 70 %",
)

# %%
Peeking(models=500)

# %% [markdown]
# The labels in this example are random, so no model can predict them. Nevertheless, the chosen model has a high
# accuracy on the test data. You chose the model that was lucky on these examples. On 1000 new examples, its accuracy
# is close to 50 %.
#
# So data that you used for a choice cannot measure the result. This is why you need three parts and not two: you use
# the validation data for choices, and the test data only for the final measurement.
#
# **Try it.** Increase the number of test examples, or reduce the number of models. The difference between the two
# lines becomes smaller.
#
# ## Underfitting and overfitting <a id="J4"></a>
#
# We return to the three curves of the first section. The explorable shows a polynomial of degree 11 that goes through
# all twelve points. The dashed curve is the true function, without noise.
#
# **Try it.** Press *other noise* a few times. The points move a little, but the polynomial changes a lot. Then select
# *show the refits* to see 40 polynomials at once, each fitted to points with other noise.

# %%
BiasVariance(11, points=12, refits=False)

# %% [markdown]
# If you fit a model again to data with other noise, we call this a **refit**.
#
# The refits show two kinds of error:
#
# * **Bias**: the average of all refits differs from the true function $f$.
# * **Variance**: the refits differ from each other.
#
# A bar over a quantity means its average over the refits. $\hat y$ is the prediction of one refit, and $\sigma^2$ is
# the variance of the noise:
#
# $$\text{expected error} = \underbrace{(\overline{\hat y} - f)^2}_{\text{bias}^2} +
# \underbrace{\overline{(\hat y - \overline{\hat y})^2}}_{\text{variance}} + \underbrace{\sigma^2}_{\text{noise}}$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You fit a straight line to noisy points of a sine curve. Then you get five times as many points. What becomes much smaller?",
    {
        "the bias": "A straight line cannot follow a sine curve, no matter how many points there are.",
        "the variance": "With more points, each refit depends less on the noise, so the refits are more similar.",
        "both": "Only one of them depends strongly on the number of points.",
    },
    right="the variance",
)

# %%
for points in (12, 60):
    print(BiasVariance(1, points=points))

# %% [markdown]
# **Try it.** Change the degree from 0 to 11. The training error becomes smaller with every degree. The expected error
# on new points is smallest at degree 3 and rises after that. Then set the number of points to 60. Which degree is best
# now? How large is the expected error at degree 11?

# %%
BiasVariance(1)

# %% [markdown]
# With 60 points, degree 5 is best, and the expected error at degree 11 is only 0.106. With 14 points it is 0.388. More
# data reduce overfitting.
#
# **A larger model is not always better.** A polynomial of a higher degree can represent every polynomial of a lower
# degree. But its expected error can be larger:

# %%
seen = BiasVariance().seen
print("degree   training error   expected error on new points")
for degree in (0, 1, 3, 5, 9, 11):
    error = seen["bias"][degree] + seen["variance"][degree] + 0.3**2
    print(f"{degree:6}   {seen['training'][degree]:14.3f}   {error:14.3f}")

# %% [markdown]
# **How can you recognize this if you do not know the true function?** Compare the loss on the training data with the
# loss on the validation data:
#
# | training loss | validation loss | diagnosis | what to try |
# |---|---|---|---|
# | high | as high | underfitting | a larger model, longer training |
# | low | as low | a good fit | nothing, you are done |
# | low | high | overfitting | more data, a smaller model, the methods of lecture 11 |
#
# ## The right size <a id="J5"></a>
#
# How many units does a hidden layer need? There is no formula for this. But there is a simple method: **start with a
# small network, and make it larger until the validation loss no longer improves.**
#
# The next cell applies the method. In each round it doubles the number of units. The data have the shape of two moons,
# with 60 points for training and 400 points for validation.

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
# The method stopped at four units. Was this right? To find out, we also train the larger networks.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A network with 64 hidden units is trained for 300 epochs. How are its final losses, compared with 4 units?",
    {
        "training loss lower, validation loss lower": "With more units, the training loss is lower. But the validation loss does not have to be lower.",
        "training loss lower, validation loss higher": "The larger network also fits the noise of the training data.",
        "training loss higher, validation loss higher": "64 units can represent everything that 4 units can represent. Here the training loss becomes lower.",
    },
    right="training loss lower, validation loss higher",
)

# %%
histories = {units: trained(units) for units in (1, 2, 4, 8, 16, 32, 64)}
Growth(histories, units=4)

# %% [markdown]
# **Try it.** Drag in the right plot to see all sizes. With one unit, both losses stay high and close together: this is
# underfitting. With four units, both losses fall, and after about a hundred epochs the validation loss rises again.
# With 64 units, the losses separate early, and the difference at the end is large: this is overfitting.
#
# But the lowest point of the validation loss (orange diamond) hardly changes from 4 to 64 units. So it helps to stop
# the training in time. The next lecture shows how.
#
# **A weakness of the method.** Set the smallest improvement to 0.01. From one unit to two, the validation loss falls
# by only 0.006. So the method stops at one unit, although four units would lower the loss by another 0.05. Before you
# stop, try one more size.
#
# ## Your next task
#
# Open the problem set [`evaluation`](../exercises/evaluation/evaluation.ipynb) and begin with `accuracy`. Then write
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
