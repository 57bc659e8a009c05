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
# A network eats numbers, in tables without gaps. The world offers something else: a sensor that was off for an
# hour, a disease that one patient in a thousand has, a label that says "cat", a price that was different yesterday.
# Most of the work on a real project is done before the first weight is learned, and most of the silent mistakes are
# made there.
#
# In this set you write four small tools that turn such data into what a network can learn from: no gaps, fair
# shares, numbers instead of names, and a past for things that happen in time. Each is a few lines. At the end you
# use the last one to foretell a series, and see what can be learned from examples alone.
#
# Two things hold throughout: a function must **not change its input**, because whoever called it still needs it,
# and loops are as good as NumPy's short cuts.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("data/impute")` names the idea, `hint("data/impute", 2)` the formula,
# `hint("data/impute", 3)` nearly the code.
#
# ## 1. Gaps
#
# In the table `X`, of shape `(n, m)`, an example is a row, and a column is one kind of measurement. Where a
# measurement is missing it holds `np.nan`, "not a number". One such number is enough to turn every sum, every
# gradient and at last every weight into `nan`.
#
# Throwing the row away would throw away what is known of it. So guess: fill each gap with **the mean of the known
# numbers in its column**. What is known stays as it is, and the result has the shape of `X`.
#
# For `X = [[1, 20], [nan, 40], [4, nan]]` that is `[[1, 20], [2.5, 40], [4, 30]]`: 2.5 is the mean of 1 and 4, and
# 30 the mean of 20 and 40. No column is without any known number.
#
# A warning: `nan` is not equal to anything, not even to itself. `np.isnan` finds it.


# %%
def impute(X):
    """Return X with each NaN replaced by the mean of its column's known numbers."""
    ### BEGIN SOLUTION
    return np.where(np.isnan(X), np.nanmean(X, axis=0), X)
    ### END SOLUTION


# %%
check("data/impute", impute)

# %% [markdown]
# ## 2. Rare classes
#
# If 999 of 1000 patients are healthy, a network that says "healthy" to everyone is right in 99.9 % of all cases, and
# useless. Its loss hardly notices the one it missed. The cure: let each example count as much as its class is
# **rare**. With $n$ examples, $k$ different classes among them, and $n_c$ examples of class $c$, every example of
# that class weighs
#
# $$w_c = \frac{n}{k \cdot n_c}$$
#
# so that each class weighs $n / k$ in all, and an example weighs 1 on average.
#
# `y` holds the labels, of shape `(n,)`. Return a **dict** from each label that occurs to its weight. For
# `y = [0, 0, 1, 0]` it is `{0: 0.6667, 1: 2.0}` (rounded here, not in your function). Labels are whole numbers, but
# any: for `y = [7, 3, 3, 7, 3, 3, 4, 3]` it is `{3: 0.5333, 4: 2.6667, 7: 1.3333}`.


# %%
def class_weights(y):
    """Return a dict from each label in y to n / (k * its count)."""
    ### BEGIN SOLUTION
    labels, counts = np.unique(y, return_counts=True)
    return {int(c): len(y) / (len(labels) * count) for c, count in zip(labels, counts)}
    ### END SOLUTION


# %%
check("data/class_weights", class_weights)

# %% [markdown]
# ## 3. Names are not sizes
#
# "Cat", "dog" and "bird" become 0, 1 and 2, but a bird is not two dogs. A network that is given the number 2 will
# treat it as larger than 1. So each class gets a **column of its own**, and each example a 1 in the column of its
# class, with 0 everywhere else. That is also exactly what the categorical cross-entropy wants to compare your
# softmax with.
#
# `y` is of shape `(n,)` and holds whole numbers from 0 to `classes - 1`. The result is of shape `(n, classes)`, whether
# every class occurs in `y` or not.
#
# For `y = [2, 0]` and `classes = 4` it is `[[0, 0, 1, 0], [1, 0, 0, 0]]`.


# %%
def one_hot(y, classes):
    """Return a row for each label, with a 1 in the label's column."""
    ### BEGIN SOLUTION
    return np.eye(classes)[y]
    ### END SOLUTION


# %%
check("data/one_hot", one_hot)

# %% [markdown]
# ## 4. Time
#
# A series has no rows that could be examples: it is one long line. But lay a frame of `width` values over it, and you
# have a question, "these came; what comes next?", and its answer, the value right after the frame. Move the frame
# **by one step**, and you have the next example, until the last value of the series is an answer.
#
# `series` is of shape `(n,)`, with more than `width` values. Return the pair `(X, y)`: `X` of shape
# `(n - width, width)` with a window in each row, in the order of time, and `y` of shape `(n - width,)` with the
# value that follows each.
#
# For `series = [10, 20, 40, 80, 70]` and `width = 2`:
#
# | window | next |
# |---|---|
# | 10, 20 | 40 |
# | 20, 40 | 80 |
# | 40, 80 | 70 |


# %%
def windows(series, width):
    """Return (X, y): every window of that width that has a next value, and that value."""
    ### BEGIN SOLUTION
    X = np.array([series[i : i + width] for i in range(len(series) - width)])
    return X, series[width:].copy()
    ### END SOLUTION


# %%
check("data/windows", windows)

# %% [markdown]
# ## See it foretell
#
# Now let your windows work. Below is a season that comes and goes every twelve months. A single neuron without
# activation looks at windows of two months and finds, from four years of examples, what the next month will be. Then
# it goes on alone, fed with its own guesses. (`np.linalg.lstsq` finds the weights with the smallest squared error in
# one step. With gradient descent you would get there too, and learn more on the way.)

# %%
series = np.sin(2 * np.pi * np.arange(48) / 12)
X, y = windows(series, 2)
w = np.linalg.lstsq(X, y, rcond=None)[0]
print(f"next = {w[1]:.4f} * this month {w[0]:+.4f} * last month\n")

future = list(series[-2:])
for _ in range(18):
    future.append(w @ future[-2:])

with picture("Four years of a season, and eighteen months foretold, which go on as it did") as axes:
    axes.plot(range(48), series, "-", label="seen")
    axes.plot(range(46, 66), future, "o", label="foretold")
    axes.set(xlabel="month", xlim=(24, 66), ylim=(-1.2, 1.7))
    axes.legend(loc="upper left", ncols=2)

# %% [markdown]
# Nobody told it about twelve months, or about waves. It found $x_{t+1} = \sqrt 3\, x_t - x_{t-1}$, which is what every
# wave of that length obeys.
#
# ## What you can do now
#
# Gaps are filled, rare classes heard, names turned into columns, and time into examples. One caution to take along:
# the mean that fills a gap is *learned* from data. On the day that a test set comes, fill its gaps with the means of
# the training set, not with its own. The problem set on normalisation makes the same point with scales, and your
# `one_hot` meets your `softmax` again when the digits are read.
