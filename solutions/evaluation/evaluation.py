# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: evaluation
#
# A network that has memorized its training examples makes no mistakes on them, but it can be useless for all other
# examples. So the important question is: how accurate is the network on **examples that it has never seen**?
#
# In this set you write functions that measure this, and a function that puts some examples aside before training. The
# first measure is the accuracy. You will see a model with an accuracy of 95 % that is useless. The other measures show
# what the accuracy hides. Early stopping, in the next set, uses the examples that you put aside here.
#
# After this set you can
#
# * compute accuracy, precision, recall and F1,
# * make a confusion matrix and read it,
# * split data into a training part and a validation part.
#
# **Time:** about 60 minutes. **Difficulty:** easy. **Read first:** [lecture 10,
# Evaluation](../../lectures/10_evaluation.ipynb).
#
# **How it works.** Write each function where the comment says so, then run the cell below it. The check tells you at
# once whether the function is correct, and if not, what is wrong. You can check as often as you like. Each task gives
# one point.
#
# **In this set**
#
# * `y` contains the true labels and `y_hat` the predicted labels: arrays of integers of shape `(n,)`, one for each
#   example.
# * A function must not change its arguments.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("evaluation/split")` explains the concept, `hint("evaluation/split", 2)` says
# more, and `hint("evaluation/split", 3)` is nearly the code.
#
# ## 1. Accuracy
#
# The accuracy is the fraction of the examples whose predicted label is the true label:
#
# $$\text{accuracy} = \frac{\text{number of } i \text{ with } \hat y_i = y_i}{n}$$
#
# **Input:** `y` and `y_hat`, of shape `(n,)`. There may be any number of classes.
#
# **Output:** the accuracy, a number from 0 to 1.
#
# **Example:** `accuracy([2, 0, 1, 2], [2, 1, 1, 0])` is `0.5`: 2 of the 4 predictions are correct.
#
# **Note:** labels are only names. If the true label is 4, the prediction 3 is as wrong as the prediction 0.


# %%
def accuracy(y, y_hat):
    """Compute the fraction of labels that are predicted right."""
    ### BEGIN SOLUTION
    return np.mean(y == y_hat)
    ### END SOLUTION


# %%
check("evaluation/accuracy", accuracy)

# %% [markdown]
# ## 2. Confusion matrix
#
# Two models with the same accuracy can make quite different mistakes. The confusion matrix shows them. Its entry in row
# `a` and column `b` is the number of examples **of the true class `a` that were predicted as class `b`**. Right
# predictions are counted on the diagonal.
#
# **Input:** `y` and `y_hat`, of shape `(n,)`; `classes`, the number of classes. The labels are 0, 1, …, `classes - 1`.
#
# **Output:** an array of shape `(classes, classes)`, also if some classes do not occur.
#
# **Example:** `confusion_matrix([2, 0, 1, 2], [2, 1, 1, 0], 3)` is `[[0, 1, 0], [0, 1, 0], [1, 0, 1]]`. The example of
# class 0 was predicted as class 1, and one of the examples of class 2 was predicted as class 0.


# %%
def confusion_matrix(y, y_hat, classes):
    """Count how often each true class (row) was predicted as each class (column)."""
    ### BEGIN SOLUTION
    matrix = np.zeros((classes, classes))
    for true, predicted in zip(y, y_hat):
        matrix[true, predicted] += 1
    return matrix
    ### END SOLUTION


# %%
check("evaluation/confusion_matrix", confusion_matrix)

# %% [markdown]
# ## 3. Precision, recall and F1
#
# Suppose that 5 of 100 people are ill. A model that answers "healthy" for everybody has an accuracy of 0.95, but it
# finds no ill person. For such questions, with the labels 1 (positive) and 0 (negative), two other measures are better.
# Count the true positives TP (the label is 1, predicted 1), the false positives FP (the label is 0, predicted 1) and
# the false negatives FN (the label is 1, predicted 0):
#
# $$P = \text{precision} = \frac{TP}{TP + FP}, \qquad R = \text{recall} = \frac{TP}{TP + FN}, \qquad
# F_1 = \frac{2\, P R}{P + R}$$
#
# Precision is the fraction of the predicted positives that are really positive. Recall is the fraction of the positives
# that the model found. F1 is high only if both are high.
#
# **Input:** `y` and `y_hat`, of shape `(n,)`, with labels 0 and 1.
#
# **Output:** three numbers: `(precision, recall, f1)`. If the denominator of a measure is 0, this measure is **0.0**.
# The model above, for example, gets `(0.0, 0.0, 0.0)`.
#
# **Example:** `precision_recall_f1([1, 1, 1, 0, 0], [1, 1, 0, 1, 0])` is `(0.66667, 0.66667, 0.66667)`, and
# `precision_recall_f1([1, 1, 1, 0, 0], [1, 0, 0, 0, 0])` is `(1.0, 0.33333, 0.5)`. In the first case, TP = 2, FP = 1
# and FN = 1, so precision and recall are 2 / 3. In the second case, TP = 1, FP = 0 and FN = 2.


# %%
def precision_recall_f1(y, y_hat):
    """Compute (precision, recall, f1) of class 1; each is 0.0 where it is undefined."""
    ### BEGIN SOLUTION
    true_positives = np.sum((y == 1) & (y_hat == 1))
    predicted, positives = np.sum(y_hat == 1), np.sum(y == 1)
    precision = true_positives / predicted if predicted else 0.0
    recall = true_positives / positives if positives else 0.0
    if precision + recall == 0:
        return precision, recall, 0.0
    return precision, recall, 2 * precision * recall / (precision + recall)
    ### END SOLUTION


# %%
check("evaluation/precision_recall_f1", precision_recall_f1)

# %% [markdown]
# ## 4. Split into training and validation data
#
# These measures are only meaningful for examples that were put aside *before* training. Data are often sorted by class.
# So the validation examples must be **drawn at random**. Every example belongs to exactly one of the two parts, and
# keeps its `y`.
#
# **Input:** `X` of shape `(n, m)`, one example in each row; `y` of shape `(n,)` or `(n, k)`; `fraction`, the fraction
# of the examples for the **validation** part; `rng`, a `numpy.random.Generator`.
#
# **Output:** four arrays in this order: `(X_train, y_train, X_val, y_val)`. The order of the examples within a part is
# free.
#
# **Example:** for 10 examples and `fraction = 0.3`, there are 7 examples for training and 3 for validation. Each choice
# of three examples must be equally likely.
#
# **Note:** draw all random numbers from `rng`, for example with `rng.permutation`. Then the same seed gives the same
# split. If `fraction * n` is not an integer, you may round it up or down. Both are accepted.


# %%
def split(X, y, fraction, rng):
    """Split the examples at random into (X_train, y_train, X_val, y_val)."""
    ### BEGIN SOLUTION
    order = rng.permutation(len(X))
    size = round(fraction * len(X))
    val, train = order[:size], order[size:]
    return X[train], y[train], X[val], y[val]
    ### END SOLUTION


# %%
check("evaluation/split", split)

# %% [markdown]
# ## What the accuracy hides
#
# The model below memorizes: for each point, it returns the label of the nearest training point. The two classes
# overlap, so no model can predict all points correctly. How high are its accuracies on the training points, and on the
# points that you put aside? Guess both numbers before you run the cell.

# %%
rng = np.random.default_rng(1)
y = np.repeat([0, 1], [150, 50])
X = rng.normal(size=(200, 2)) + 1.2 * y[:, None]
X_train, y_train, X_val, y_val = split(X, y, 0.3, rng)


def memorized(points):
    """Return the label of the nearest training point for each point."""
    distances = ((points[:, None] - X_train) ** 2).sum(axis=-1)
    return y_train[distances.argmin(axis=1)]


for name, points, labels in (("training", X_train, y_train), ("validation", X_val, y_val)):
    print(name, "accuracy:", accuracy(labels, memorized(points)))
    print(confusion_matrix(labels, memorized(points), 2))
    print("precision, recall, F1:", precision_recall_f1(labels, memorized(points)), end="\n\n")

wrong = memorized(X_val) != y_val

with picture(
    "Two overlapping classes of points; a cross marks each wrong prediction", height=4
) as axes:
    for label in (0, 1):
        axes.plot(
            *X_train[y_train == label].T,
            ".",
            color=f"C{label}",
            alpha=0.3,
            label=f"class {label}, training",
        )
        axes.plot(
            *X_val[y_val == label].T, "o", color=f"C{label}", label=f"class {label}, validation"
        )
    axes.plot(*X_val[wrong].T, "x", color="C3", markersize=12, label="wrong prediction")
    axes.legend(fontsize=7)

# %% [markdown]
# The measures say how many predictions are wrong. If you look at *which* predictions are wrong, you can also see why:
# here, most of them are where the classes overlap. Always look at the wrong predictions.
#
# ## What you can do now
#
# You can measure whether a model generalizes or only memorizes. If the accuracy is much higher on the training data
# than on the validation data, the model overfits. The next problem set, on regularization, shows what you can do about
# it.
