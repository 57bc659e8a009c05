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
# Will you pass this class? Suppose that the answer depends on two inputs: how many lectures you attend, and how many
# hours you work on the project. A **perceptron** multiplies each input by a weight, adds the products, and answers yes
# or no. Every network in this course consists of such units.
#
# After this set you can
#
# * compute the weighted sum of a neuron for many examples at once,
# * turn the sum into a probability, and the probability into a decision,
# * find the decision boundary of a neuron with two inputs,
# * compute a dense layer.
#
# **Time:** about 45 minutes. **Difficulty:** easy. **Read first:** [lecture 02, The
# perceptron](../../lectures/02_perceptron.ipynb).
#
# **How it works.** Write each function where the comment says so, then run the cell below it. The check tells you at
# once whether the function is correct, and if not, what is wrong. You can check as often as you like. Each task gives
# one point.
#
# **In this set**
#
# * Inputs are NumPy arrays of floats or integers. `X` has shape `(n, m)`: **one example in each row**, with `m` inputs.
#   Your functions must work for any `n` and `m`.
# * A function must not change its arguments.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("perceptron/decide")` explains the concept, `hint("perceptron/decide", 2)`
# says more, and `hint("perceptron/decide", 3)` is nearly the code.
#
# ## 1. The weighted sum
#
# Each input has a **weight**. The weight says how much the input counts, and in which direction. The **bias** is a
# number that is always added. For one example:
#
# $$z = b + \sum_j x_j w_j$$
#
# **Input:** `X` of shape `(n, m)`, `w` of shape `(m,)`, and `b`, a number.
#
# **Output:** the weighted sums, of shape `(n,)`: one for each example.
#
# **Example:** `weighted_sum([[-1, 2], [1, 1]], [3, -2], 1)` is `[-6, 2]`. The first sum is 1 + 3·(−1) − 2·2.


# %%
def weighted_sum(X, w, b):
    """Compute the weighted sum of each row of X, plus the bias."""
    ### BEGIN SOLUTION
    return X @ w + b
    ### END SOLUTION


# %%
check("perceptron/weighted_sum", weighted_sum)

# %% [markdown]
# ## 2. From the sum to a probability
#
# A weighted sum can be any number, and −6 does not answer the question "Will I pass?". The sigmoid turns every number
# into a number between 0 and 1, which can be a probability:
#
# $$p = \sigma(z), \qquad \sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# **Input:** `X` of shape `(n, m)`, `w` of shape `(m,)`, and `b`, a number.
#
# **Output:** the probabilities, of shape `(n,)`.
#
# **Example:** `perceptron([[-1, 2], [1, 1]], [3, -2], 1)` is `[0.00247, 0.88080]`. These are σ(−6) and σ(2).
#
# **Note:** you may call your `weighted_sum`. Sums of several hundred, positive and negative, must give correct results.
# A warning about an overflow costs no points, but NaN is wrong.
#
# Without the sigmoid, this model is linear regression. With the sigmoid, it is logistic regression. You have now
# written both models.


# %%
def perceptron(X, w, b):
    """Compute the sigmoid of the weighted sum of each row of X."""
    ### BEGIN SOLUTION
    z = weighted_sum(X, w, b)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)
    ### END SOLUTION


# %%
check("perceptron/perceptron", perceptron)

# %% [markdown]
# ## 3. The decision
#
# A probability is not a decision yet. To decide between yes and no, compare each probability with a threshold.
#
# **Input:** `p` of shape `(n,)`; `threshold`, a number.
#
# **Output:** an array of shape `(n,)`: 1 where the probability is **greater than** the threshold, and 0 elsewhere, also
# where it is equal. `True` and `False` are accepted as well.
#
# **Example:** `decide([0.1, 0.5, 0.8])` is `[0, 0, 1]`, and `decide([0.1, 0.5, 0.8], 0.9)` is `[0, 0, 0]`.
#
# A doctor who must not overlook an illness chooses a low threshold. A judge who must not convict an innocent person
# chooses a high one.


# %%
def decide(p, threshold=0.5):
    """Compute the decisions: 1 where p > threshold, else 0."""
    ### BEGIN SOLUTION
    return np.where(p > threshold, 1, 0)
    ### END SOLUTION


# %%
check("perceptron/decide", decide)

# %% [markdown]
# ## 4. The decision boundary is a line
#
# A perceptron with two inputs answers yes on one side of a line and no on the other side. On the line the probability
# is exactly 0.5, so the weighted sum is 0:
#
# $$b + x_1 w_1 + x_2 w_2 = 0$$
#
# Given `x1`, compute the `x2` of the point on this line.
#
# **Input:** `w` of shape `(2,)`, with $w_1$ = `w[0]` and $w_2$ = `w[1]`; `b`, a number; `x1` of shape `(n,)`.
#
# **Output:** `x2`, of shape `(n,)`.
#
# **Example:** `decision_line([3, -2], 1, [-1, 0, 1])` is `[-1, 0.5, 2]`. Check the last point: 1 + 3·1 − 2·2 = 0.
#
# **Note:** the second weight is never 0 here. If it were 0, the line would be vertical, and there would be no `x2` for
# a given `x1`, or infinitely many.


# %%
def decision_line(w, b, x1):
    """Compute x2 of the points on the decision boundary with first coordinate x1."""
    ### BEGIN SOLUTION
    return -(b + w[0] * x1) / w[1]
    ### END SOLUTION


# %%
check("perceptron/decision_line", decision_line)

# %% [markdown]
# ## 5. A dense layer
#
# Now `k` neurons use the same inputs. Each neuron has its own weights and its own bias. If the weights of neuron $i$
# are **column** $i$ of a matrix `W`, all neurons can be computed at once:
#
# $$z_i = b_i + \sum_j x_j W_{ji}$$
#
# **Input:** `X` of shape `(n, m)`, `W` of shape `(m, k)`, and `b` of shape `(k,)`.
#
# **Output:** the weighted sums, of shape `(n, k)`: one row for each example and one column for each neuron.
#
# **Example:** `dense([[-1, 2], [1, 1]], [[3, 1], [-2, -1]], [1, 0.5])` is `[[-6, -2.5], [2, 0.5]]`. The first column
# contains the sums of task 1. The first entry of the second column is 0.5 + (−1) · 1 + 2 · (−1) = −2.5.
#
# **Note:** do not apply an activation function here.


# %%
def dense(X, W, b):
    """Compute the weighted sums of all neurons for all examples."""
    ### BEGIN SOLUTION
    return X @ W + b
    ### END SOLUTION


# %%
check("perceptron/dense", dense)

# %% [markdown]
# ## See the decisions
#
# The next cell draws sixty students of an imaginary class. Your `perceptron` and your `decide` predict who passes, and
# your `decision_line` draws the decision boundary. Change the weights and the bias, and run the cell again. You can
# turn and shift the line, but it is always straight.

# %%
w, b = np.array([0.7, 0.45]), -6.0
rng = np.random.default_rng(3)
students = rng.uniform([0, 0], [10, 12], size=(60, 2))
passed = np.asarray(decide(perceptron(students, w, b))) == 1
lectures = np.linspace(0, 10, 21)
hours = np.asarray(decision_line(w, b, lectures))
with picture(
    "Sixty students as points; a straight line separates those who pass from the others."
) as axes:
    axes.scatter(*students[passed].T, marker="o", label="pass")
    axes.scatter(*students[~passed].T, marker="x", label="fail")
    axes.plot(lectures, hours, linestyle="-")
    axes.set(xlabel="lectures", ylabel="hours of work", xlim=(0, 10), ylim=(0, 12))
    axes.legend()

# %% [markdown]
# ## What you can do now
#
# You can compute a neuron, its decision boundary, and a layer of neurons. If you only stack such layers, the decision
# boundary is still a straight line. The problem set on activations shows why, and how to change this. The problem set
# on losses then measures how wrong a probability is. So far, the weights were given. In the problem set on gradient
# descent, you start to learn them from examples.
