# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: data
#
# A network needs an array of numbers without missing values. Real data are different: a sensor was off for an hour,
# only one patient in a thousand has a disease, a label is the word "cat", or the values form a time series. In such
# cases you must prepare the data first. In a real project, this is often most of the work, and mistakes in it are easy
# to overlook.
#
# In this set you write four small functions that prepare data: for missing values, rare classes, labels and time
# series. At the end, you use the last function to predict how a time series continues.
#
# After this set you can
#
# * replace missing values,
# * compute class weights for rare classes,
# * encode labels as one-hot rows,
# * turn a time series into training examples.
#
# **Time:** about 45 minutes. **Difficulty:** easy. **Read first:** [lecture 13,
# Beyond](../../lectures/13_beyond.ipynb).
#
# **How it works.** Write each function where the comment says so, then run the cell below it. The check tells you at
# once whether the function is correct, and if not, what is wrong. You can check as often as you like. Each task gives
# one point.
#
# **In this set**
#
# * A function must not change its arguments.
# * You may use loops or NumPy functions.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("data/impute")` explains the concept, `hint("data/impute", 2)` says more, and
# `hint("data/impute", 3)` is nearly the code.
#
# ## 1. Missing values
#
# In the array `X` each row is an example, and each column is a feature. Where a value is missing, `X` contains `np.nan`
# (not a number). A single NaN can turn the loss, the gradients and then all weights into NaN.
#
# If you removed the row, you would also lose its known values. So replace each missing value by **the mean of the known
# values in its column**.
#
# **Input:** `X` of shape `(n, m)`, with some entries NaN. Every column has at least one known value.
#
# **Output:** an array of shape `(n, m)` without NaN. Known values stay as they are.
#
# **Example:** `impute([[1, 20], [nan, 40], [4, nan]])` is `[[1, 20], [2.5, 40], [4, 30]]`: 2.5 is the mean of 1 and 4,
# and 30 is the mean of 20 and 40.
#
# **Note:** NaN is not equal to anything, not even to itself. Use `np.isnan` to find it.


# %%
def impute(X):
    """Replace each NaN in X by the mean of the known values in its column."""
    ### BEGIN SOLUTION
    return np.where(np.isnan(X), np.nanmean(X, axis=0), X)
    ### END SOLUTION


# %%
check("data/impute", impute)

# %% [markdown]
# ## 2. Class weights
#
# If 999 of 1000 patients are healthy, a network that always answers "healthy" is right in 99.9 % of all cases, but it
# is useless. The one ill patient hardly changes the loss. To correct this, examples of **rare** classes get a larger
# weight in the loss. With $n$ examples, $k$ different classes among them, and $n_c$ examples of class $c$, every
# example of this class has the weight
#
# $$w_c = \frac{n}{k \cdot n_c}$$
#
# The weights of each class then sum to $n / k$, and the average weight of an example is 1.
#
# **Input:** `y` of shape `(n,)`, labels. The labels are integers, but not always 0, 1, 2, …
#
# **Output:** a **dictionary** from each label that occurs in `y` to its weight.
#
# **Example:** `class_weights([0, 0, 1, 0])` is `{0: 0.6667, 1: 2.0}`, and `class_weights([7, 3, 3, 7, 3, 3, 4, 3])` is
# `{3: 0.5333, 4: 2.6667, 7: 1.3333}`. In the first result, class 0 has the weight 4 / (2 · 3) = 0.6667. The numbers are
# rounded here; your function must not round them.


# %%
def class_weights(y):
    """Compute the weight n / (k * count) of each label in y, as a dictionary."""
    ### BEGIN SOLUTION
    labels, counts = np.unique(y, return_counts=True)
    return {int(c): len(y) / (len(labels) * count) for c, count in zip(labels, counts)}
    ### END SOLUTION


# %%
check("data/class_weights", class_weights)

# %% [markdown]
# ## 3. One-hot encoding
#
# If "cat", "dog" and "bird" become the numbers 0, 1 and 2, a network treats "bird" as larger than "dog", which makes no
# sense. So each class gets **one column**: each example has a 1 in the column of its class, and 0 in all other columns.
# The categorical cross-entropy compares such a row with the probabilities of softmax.
#
# **Input:** `y` of shape `(n,)`, integers from 0 to `classes - 1`; `classes`, the number of classes.
#
# **Output:** an array of shape `(n, classes)`, also if some classes do not occur in `y`.
#
# **Example:** `one_hot([2, 0], 4)` is `[[0, 0, 1, 0], [1, 0, 0, 0]]`. The label 2 gives a 1 in the third column.


# %%
def one_hot(y, classes):
    """Encode each label as a row with a 1 in the column of its class."""
    ### BEGIN SOLUTION
    return np.eye(classes)[y]
    ### END SOLUTION


# %%
check("data/one_hot", one_hot)

# %% [markdown]
# ## 4. Windows of a time series
#
# A time series is a single sequence of numbers. To learn from it, take a window of `width` values as the input, and the
# value after the window as the target. Then move the window **by one step** to get the next example. The last target is
# the last value of the series.
#
# **Input:** `series` of shape `(n,)`, with more than `width` values; `width`, an integer ≥ 1.
#
# **Output:** the pair `(X, y)`: `X` of shape `(n - width, width)` has one window in each row, in the order of time; `y`
# of shape `(n - width,)` has the value after each window.
#
# **Example:** for `series = [10, 20, 40, 80, 70]` and `width = 2`:
#
# | window | next value |
# |---|---|
# | 10, 20 | 40 |
# | 20, 40 | 80 |
# | 40, 80 | 70 |


# %%
def windows(series, width):
    """Compute (X, y): every window of the series, and the value after it."""
    ### BEGIN SOLUTION
    X = np.array([series[i : i + width] for i in range(len(series) - width)])
    return X, series[width:].copy()
    ### END SOLUTION


# %%
check("data/windows", windows)

# %% [markdown]
# ## Predict a series
#
# Now use your windows. The series below rises and falls with a period of twelve months. A single neuron without an
# activation function gets the values of two months and predicts the next one. It learns from four years of examples.
# After that, its own predictions become its inputs. (`np.linalg.lstsq` computes the weights with the smallest squared
# error directly. Gradient descent would find the same weights.)

# %%
series = np.sin(2 * np.pi * np.arange(48) / 12)
X, y = windows(series, 2)
w = np.linalg.lstsq(X, y, rcond=None)[0]
print(f"next = {w[1]:.4f} * this month {w[0]:+.4f} * last month\n")

future = list(series[-2:])
for _ in range(18):
    future.append(w @ future[-2:])

with picture("Four years of a wave, and eighteen predicted months, which continue it") as axes:
    axes.plot(range(48), series, "-", label="given")
    axes.plot(range(46, 66), future, "o", label="predicted")
    axes.set(xlabel="month", xlim=(24, 66), ylim=(-1.2, 1.7))
    axes.legend(loc="upper left", ncols=2)

# %% [markdown]
# The neuron has learned the rule $x_{t+1} = \sqrt 3\, x_t - x_{t-1}$ from the examples. Every sine wave around 0 with a
# period of twelve months follows this rule.
#
# ## What you can do now
#
# You can replace missing values, compute weights for rare classes, encode labels, and turn a time series into examples.
# Remember one thing: the mean that replaces a missing value is *learned* from data. So replace missing values in the
# test data by the means of the training data. The same is true for scaling, in the problem set on normalization.
