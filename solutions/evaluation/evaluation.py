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
# A network that has learned its examples by heart is perfect on them and useless for anything else. So the question is
# never how good it is on what it was trained on. It is how good it is on **examples it has never seen**.
#
# In this set you put such examples aside, and then measure. One number, the accuracy, comes first. You will soon find
# a model with an accuracy of 95 % that is worth nothing. The tables and shares after it show what that one number hides.
# Early stopping, in the next set, watches the part that you set aside here.
#
# Throughout, `y` are the true labels and `y_hat` the predicted ones: arrays of whole numbers of shape `(n,)`, one for
# each example. Leave your inputs as they are.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck: `hint("evaluation/split")` names the idea, `hint("evaluation/split", 2)` the formula, and
# `hint("evaluation/split", 3)` nearly the code.
#
# ## 1. How many are right? Accuracy
#
# The share of examples whose predicted label is the true one, a number from 0 to 1:
#
# $$\text{accuracy} = \frac{\text{number of } i \text{ with } \hat y_i = y_i}{n}$$
#
# There may be any number of classes. Labels are names: a 4 that is taken for a 3 is as wrong as one taken for a 0.
#
# For `y = [2, 0, 1, 2]` and `y_hat = [2, 1, 1, 0]` it is `0.5`.


# %%
def accuracy(y, y_hat):
    """Return the share of labels that are right."""
    ### BEGIN SOLUTION
    return np.mean(y == y_hat)
    ### END SOLUTION


# %%
check("evaluation/accuracy", accuracy)

# %% [markdown]
# ## 2. What is taken for what? The confusion matrix
#
# Two models with the same accuracy can be wrong in quite different ways. A table shows how: its entry in row `a` and
# column `b` counts the examples **of the true class `a` that were predicted as `b`**. Hits are on the diagonal.
#
# `classes` is the number of classes, and the labels are 0, 1, … `classes − 1`. The table is always of shape
# `(classes, classes)`, even if some class never occurs.
#
# For `y = [2, 0, 1, 2]`, `y_hat = [2, 1, 1, 0]` and `classes = 3` it is `[[0, 1, 0], [0, 1, 0], [1, 0, 1]]`: the 0 was
# taken for a 1, and one of the 2s for a 0.


# %%
def confusion_matrix(y, y_hat, classes):
    """Return how often each true class (row) was predicted as each class (column)."""
    ### BEGIN SOLUTION
    matrix = np.zeros((classes, classes))
    for true, predicted in zip(y, y_hat):
        matrix[true, predicted] += 1
    return matrix
    ### END SOLUTION


# %%
check("evaluation/confusion_matrix", confusion_matrix)

# %% [markdown]
# ## 3. Rare things: precision, recall and F1
#
# Of 100 people 5 are ill. A model that says "healthy" to everybody has an accuracy of 0.95, and finds none of them.
# For such a question, with labels 1 (yes, "positive") and 0, two shares are better. Count the hits TP (true is 1,
# said 1), the false alarms FP (true is 0, said 1) and the misses FN (true is 1, said 0):
#
# $$P = \text{precision} = \frac{TP}{TP + FP}, \qquad R = \text{recall} = \frac{TP}{TP + FN}, \qquad
# F_1 = \frac{2\, P R}{P + R}$$
#
# Of those called positive, how many are? Of those that are, how many were found? F1 is high only if both are.
#
# Give back the three numbers in this order. Where a division would be by 0, that number is **0.0**. The model above,
# for instance, gets `(0.0, 0.0, 0.0)`.
#
# For `y = [1, 1, 1, 0, 0]` and `y_hat = [1, 1, 0, 1, 0]` the result is `(0.66667, 0.66667, 0.66667)`, and for
# `y = [1, 1, 1, 0, 0]` and `y_hat = [1, 0, 0, 0, 0]` it is `(1.0, 0.33333, 0.5)`.


# %%
def precision_recall_f1(y, y_hat):
    """Return (precision, recall, f1) of class 1, each 0.0 where it is undefined."""
    ### BEGIN SOLUTION
    hits = np.sum((y == 1) & (y_hat == 1))
    called, actual = np.sum(y_hat == 1), np.sum(y == 1)
    precision = hits / called if called else 0.0
    recall = hits / actual if actual else 0.0
    if precision + recall == 0:
        return precision, recall, 0.0
    return precision, recall, 2 * precision * recall / (precision + recall)
    ### END SOLUTION


# %%
check("evaluation/precision_recall_f1", precision_recall_f1)

# %% [markdown]
# ## 4. What it must not see: the split
#
# All this only means something on examples that were set aside *before* the training. Data often come sorted, all of
# one class and then all of the next, so the ones to set aside are **drawn at random**. Every example goes to exactly one
# of two parts, and keeps its `y`.
#
# * `X` is of shape `(n, m)`, one example a row; `y` has an entry, or a row, for each: `(n,)` or `(n, k)`.
# * `fraction` is the share of the **validation** part. If `fraction · n` is no whole number, round as you like.
# * `rng` is a generator, such as `np.random.default_rng(0)`. Take all your random numbers from it, by methods such as
#   `rng.permutation`: then whoever has the same seed gets the same split.
# * The result is `(X_train, y_train, X_val, y_val)`, in this order. How the examples are ordered within a part is up to
#   you.
#
# For 10 examples and `fraction = 0.3` there are 7 for training and 3 for validation. Which ones? That is up to chance:
# any other three were as likely.


# %%
def split(X, y, fraction, rng):
    """Return (X_train, y_train, X_val, y_val), drawn at random."""
    ### BEGIN SOLUTION
    order = rng.permutation(len(X))
    size = round(fraction * len(X))
    val, train = order[:size], order[size:]
    return X[train], y[train], X[val], y[val]
    ### END SOLUTION


# %%
check("evaluation/split", split)

# %% [markdown]
# ## See what it hides
#
# A model that has learned by heart: to each point it gives the label of the nearest point that it was trained on. The two
# classes overlap, so nobody can be right about all of them. How good is it on the points that it knows, and how good on
# those that you set aside? Guess both numbers before you run this.

# %%
rng = np.random.default_rng(1)
y = np.repeat([0, 1], [150, 50])
X = rng.normal(size=(200, 2)) + 1.2 * y[:, None]
X_train, y_train, X_val, y_val = split(X, y, 0.3, rng)


def by_heart(points):
    """Return the label of the nearest training point, for each point."""
    distances = ((points[:, None] - X_train) ** 2).sum(axis=-1)
    return y_train[distances.argmin(axis=1)]


for name, points, labels in (("training", X_train, y_train), ("validation", X_val, y_val)):
    print(name, "accuracy:", accuracy(labels, by_heart(points)))
    print(confusion_matrix(labels, by_heart(points), 2))
    print("precision, recall, F1:", precision_recall_f1(labels, by_heart(points)), end="\n\n")

wrong = by_heart(X_val) != y_val

with picture(
    "Two overlapping clouds of points, those that were taken for the other class marked", height=4
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
    axes.plot(*X_val[wrong].T, "x", color="C3", markersize=12, label="taken for the other class")
    axes.legend(fontsize=7)

# %% [markdown]
# Numbers tell how much is wrong; looking at *which* examples are wrong tells why. Here they lie where the clouds
# overlap. Make it a habit to look.
#
# ## What you can do now
#
# You can tell learning from learning by heart. The gap between the two accuracies has a name, overfitting, and
# the next problem set, on regularisation, is about closing it.
