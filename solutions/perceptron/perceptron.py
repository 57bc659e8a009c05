# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: perceptron
#
# Will you pass this class? Say it depends on two things: how many lectures you come to, and how many hours you put
# into the project. Somebody has to weigh the two, add them up and say yes or no. A **perceptron** does exactly that,
# and every network in this course is made of nothing else.
#
# In this set you build one, in three steps: weigh and add, turn the sum into a probability, decide. Then you find out
# what it can do, which is to draw a line. At the end you put many of them side by side, and have a layer.
#
# How it works: write each function where it says so, then run the cell below it. You see at once whether it is
# right, and if not, what is wrong with it. Check as often as you like. All tasks give one point.
#
# Two things hold throughout:
#
# * Inputs are NumPy arrays, of floats or of integers. `X` is a table with **one example in each row**: its shape is
#   `(n, m)`, for `n` examples of `m` inputs. Your functions must work for any `n` and `m`.
# * A function must not change its input: whoever called it still needs those numbers.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("perceptron/decide")` names the idea, `hint("perceptron/decide", 2)` the
# formula, `hint("perceptron/decide", 3)` nearly the code.
#
# ## 1. Weigh and add
#
# Each input has a **weight**, which says how much it counts, and in which direction. One more number, the **bias**,
# is added whatever the inputs are. For one example
#
# $$z = b + \sum_j x_j w_j$$
#
# `X` has shape `(n, m)`, `w` has shape `(m,)`, and `b` is a number. The result has shape `(n,)`: one sum for each
# example.
#
# For `X = [[-1, 2], [1, 1]]`, `w = [3, -2]` and `b = 1` it is `[-6, 2]`: the first is 1 + 3·(−1) − 2·2.


# %%
def weighted_sum(X, w, b):
    """Return b + the sum of inputs times weights, for each row of X."""
    ### BEGIN SOLUTION
    return X @ w + b
    ### END SOLUTION


# %%
check("perceptron/weighted_sum", weighted_sum)

# %% [markdown]
# ## 2. From a sum to a probability
#
# A sum can be any number, and −6 is no answer to "will I pass?". The sigmoid turns every number into one between 0
# and 1, which can be read as a probability:
#
# $$p = \sigma(z), \qquad \sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# You may call your `weighted_sum`. The result has shape `(n,)`. Sums of several hundreds, positive and negative, must
# come out right. A warning that a power overflows costs nothing; a result that is not a number does.
#
# For the numbers above, `X = [[-1, 2], [1, 1]]`, `w = [3, -2]` and `b = 1`, it is `[0.00247, 0.88080]`.
#
# Leave the sigmoid out, and what remains is linear regression. With it, this is logistic regression. You have now
# written both.


# %%
def perceptron(X, w, b):
    """Return the sigmoid of the weighted sum, for each row of X."""
    ### BEGIN SOLUTION
    z = weighted_sum(X, w, b)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)
    ### END SOLUTION


# %%
check("perceptron/perceptron", perceptron)

# %% [markdown]
# ## 3. Yes or no
#
# At some point somebody wants an answer. Say 1 where the probability is **greater than** the threshold, and 0
# elsewhere, at exactly the threshold as well.
#
# `p` has shape `(n,)`, and so has the result. Booleans are as good as 0 and 1.
#
# For `p = [0.1, 0.5, 0.8]` that is `[0, 0, 1]`, and with `threshold=0.9` it is `[0, 0, 0]`. A doctor who must not
# overlook an illness takes a low threshold; a judge who must not condemn the innocent takes a high one.


# %%
def decide(p, threshold=0.5):
    """Return 1 where p > threshold, else 0."""
    ### BEGIN SOLUTION
    return np.where(p > threshold, 1, 0)
    ### END SOLUTION


# %%
check("perceptron/decide", decide)

# %% [markdown]
# ## 4. This is just a line
#
# A perceptron of two inputs says yes on one side and no on the other. Where does it change its mind? Where its
# probability is exactly one half, that is, where its weighted sum is 0:
#
# $$b + x_1 w_1 + x_2 w_2 = 0$$
#
# Those points lie on a straight line. Given `x1`, find the `x2` of the point on that line. `w` has shape `(2,)`, and
# its numbers are $w_1$ = `w[0]` and $w_2$ = `w[1]`. `b` is a number, `x1` has shape `(n,)`, and so has the result.
# The second weight is never 0 here: then the line would stand upright, and have no answer, or too many.
#
# For `w = [3, -2]`, `b = 1` and `x1 = [-1, 0, 1]` it is `[-1, 0.5, 2]`. Try it: 1 + 3·1 − 2·2 = 0.


# %%
def decision_line(w, b, x1):
    """Return x2 of the points on the boundary whose first coordinate is x1."""
    ### BEGIN SOLUTION
    return -(b + w[0] * x1) / w[1]
    ### END SOLUTION


# %%
check("perceptron/decision_line", decision_line)

# %% [markdown]
# ## 5. Many side by side: a dense layer
#
# Now let `k` neurons look at the same inputs. Each has its own weights and its own bias. Put the weights of neuron
# $i$ into **column** $i$ of a table `W`, and all of them compute at once:
#
# $$z_i = b_i + \sum_j x_j W_{ji}$$
#
# `X` has shape `(n, m)`, `W` has shape `(m, k)` and `b` has shape `(k,)`. The result has shape `(n, k)`: a row for each
# example, a column for each neuron. There is no activation yet; that is the next problem set.
#
# For `X = [[-1, 2], [1, 1]]`, `W = [[3, 1], [-2, -1]]` and `b = [1, 0.5]` it is `[[-6, -2.5], [2, 0.5]]`. You have
# seen the first column before: it is the neuron of the tasks above.


# %%
def dense(X, W, b):
    """Return the weighted sums of all neurons for all examples."""
    ### BEGIN SOLUTION
    return X @ W + b
    ### END SOLUTION


# %%
check("perceptron/dense", dense)

# %% [markdown]
# ## See it decide
#
# Here are sixty students of an imaginary class. Your `perceptron` and your `decide` judge them, your `decision_line`
# draws the border. Change the weights and the bias, and run the cell again: you can turn the line and shift it, but
# whatever you do, it stays a line.

# %%
w, b = np.array([0.7, 0.45]), -6.0
rng = np.random.default_rng(3)
students = rng.uniform([0, 0], [10, 12], size=(60, 2))
passed = np.asarray(decide(perceptron(students, w, b))) == 1
lectures = np.linspace(0, 10, 21)
hours = np.asarray(decision_line(w, b, lectures))
with picture(
    "Sixty students as points; a straight line parts those who pass from the others."
) as axes:
    axes.scatter(*students[passed].T, marker="o", label="pass")
    axes.scatter(*students[~passed].T, marker="x", label="fail")
    axes.plot(lectures, hours, linestyle="-")
    axes.set(xlabel="lectures", ylabel="hours of work", xlim=(0, 10), ylim=(0, 12))
    axes.legend()

# %% [markdown]
# ## What you can do now
#
# You have a neuron, you know that it draws a line, and you have a layer of them. You might now stack layer on layer and
# hope for curves. It would not help, and the problem set on activations shows why: it is about the small bend between
# the layers that changes everything. After that, the losses ask how wrong a probability is, and learning can begin:
# so far somebody else has chosen your weights.
