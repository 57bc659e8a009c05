# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: losses
#
# Your network has an opinion. The world has another. How far apart are they? Learning needs the answer as **one
# number**, because a number can be made smaller: that is all that training does. This number is the **loss**.
#
# In this set you write four of them. Two are for quantities, such as tomorrow's temperature; two are for answers, such
# as yes or no, or one of ten digits. Then you write their gradients. A gradient says for every single prediction: if
# you rose a little, would the loss grow or shrink, and how fast? Everything that comes later in this course, from
# gradient descent to backpropagation, begins with these slopes.
#
# How it works: write each function where it says so, then run the cell below it. You see at once whether it is
# right, and if not, what is wrong with it. Check as often as you like. All tasks give one point.
#
# Three things hold throughout:
#
# * The truth `y` and the prediction (`y_hat`, or `p` where it is a probability) are NumPy arrays **of one and the same
#   shape**: a row of numbers `(n,)` or a table `(n, k)`, of floats or, for the truth, of integers.
# * A loss is one number: the **mean**. A gradient has the shape of the prediction, and it is the gradient of that mean.
# * A function must not change its input.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("losses/mae")` names the idea, `hint("losses/mae", 2)` the formula,
# `hint("losses/mae", 3)` nearly the code.
#
# ## 1. How far off: the mean absolute error
#
# The plainest question: how far is each prediction from its truth, on average? With $N$ for the number of **all
# entries**, all rows and all columns of a table,
#
# $$\mathrm{MAE} = \frac{1}{N} \sum |y - \hat y|$$
#
# For `y = [1, 2]` and `y_hat = [0.5, 4]` it is `1.25`: the mean of 0.5 and 2. It is also called L1.


# %%
def mae(y, y_hat):
    """Return the mean distance between truth and prediction, over every entry."""
    ### BEGIN SOLUTION
    return np.mean(np.abs(y_hat - y))
    ### END SOLUTION


# %%
check("losses/mae", mae)

# %% [markdown]
# ## 2. Large errors hurt more: the mean squared error
#
# Being off by 2 may be more than twice as bad as being off by 1. Square the errors, and it is four times as bad:
#
# $$\mathrm{MSE} = \frac{1}{N} \sum (y - \hat y)^2$$
#
# Again the mean is over all $N$ entries. There is no factor ½ here, which some books add. For `y = [1, 2]` and
# `y_hat = [0.5, 4]` it is `2.125`: the mean of 0.25 and 4. It is also called L2.


# %%
def mse(y, y_hat):
    """Return the mean of the squared errors, over every entry."""
    ### BEGIN SOLUTION
    return np.mean((y_hat - y) ** 2)
    ### END SOLUTION


# %%
check("losses/mse", mse)

# %% [markdown]
# ## 3. How surprised: binary cross-entropy
#
# Now the truth is 0 or 1, and the prediction is a probability `p` that it is 1. If you said 90 % and it comes true, you
# are hardly surprised; if you said 10 %, you are. **Surprise** is minus the logarithm of the probability that you gave
# to what then happened: $-\log p$ where the truth is 1, and $-\log(1 - p)$ where it is 0. In one line:
#
# $$\mathrm{BCE} = -\frac{1}{N} \sum \big[\, y \log p + (1 - y) \log(1 - p) \,\big]$$
#
# Mind the bracket: on two of the slides it is missing, and then the minus reaches only the first term. With `y = 0` and
# `p = 0.9` such a loss would be *negative*: it would reward being wrong.
#
# The logarithm is the natural one, and the mean is over all entries once more. What about certainty? $\log 0$ is minus
# infinity, and one infinite loss spoils every mean. So first cut `p` to the range **from 1e-7 to 1 − 1e-7**. (Adding
# 1e-7 inside both logarithms is accepted as well.)
#
# For `y = [1, 0]` and `p = [0.9, 0.2]` it is `0.16425`, the mean of 0.10536 and 0.22314. For `y = [1]` and `p = [0]` it
# is `16.118`: a lot, and no infinity.


# %%
def bce(y, p):
    """Return the mean surprise at answers of 0 and 1, over every entry."""
    ### BEGIN SOLUTION
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    ### END SOLUTION


# %%
check("losses/bce", bce)

# %% [markdown]
# ## 4. One of many: categorical cross-entropy
#
# With `k` classes, each row of `p` holds `k` probabilities that add up to 1, as your softmax gives them. Each row of `y`
# is **one-hot**: 1 at the right class, 0 elsewhere. What surprises is the probability of the right class alone:
#
# $$\mathrm{CCE} = -\frac{1}{n} \sum_{i=1}^{n} \sum_{c=1}^{k} y_{ic} \log p_{ic}$$
#
# Here the mean is over the $n$ **examples**, the rows: a row is one question with one answer. Both `y` and `p` have
# shape `(n, k)`. Cut `p` as before, or add 1e-7 inside the logarithm. Remember that 0 times infinity is not 0.
#
# For `y = [[0, 1, 0], [1, 0, 0]]` and `p = [[0.2, 0.7, 0.1], [0.5, 0.25, 0.25]]` it is `0.52491`, the mean of
# $-\log 0.7$ and $-\log 0.5$.


# %%
def cce(y, p):
    """Return the mean surprise at the right classes, over the examples."""
    ### BEGIN SOLUTION
    return -np.sum(y * np.log(np.clip(p, 1e-7, 1 - 1e-7))) / len(y)
    ### END SOLUTION


# %%
check("losses/cce", cce)

# %% [markdown]
# ## 5. Which way is down? The gradient of the MAE
#
# Four numbers for four losses, and now the slopes. The gradient of a loss has one number for each prediction: how fast
# the loss grows if that prediction grows and all others stay. Where it is positive, the prediction should go down.
#
# Push a prediction that is too high a little higher, and its distance grows by just as much; it does not matter how far
# off it was. Push one that is too low, and its distance shrinks. Do not forget that the loss is a mean.
#
# For `y = [1, 2]` and `y_hat = [0.5, 4]` it is `[-0.5, 0.5]`. Where prediction and truth are exactly equal, the curve
# has a corner, and any slope between those of its two sides is accepted, 0 among them.


# %%
def mae_grad(y, y_hat):
    """Return the slope of mae at each prediction, in the shape of y_hat."""
    ### BEGIN SOLUTION
    return np.sign(y_hat - y) / y_hat.size
    ### END SOLUTION


# %%
check("losses/mae_grad", mae_grad)

# %% [markdown]
# ## 6. The gradient of the MSE
#
# Here it does matter how far off a prediction is. Take one term of the sum, $(\hat y - y)^2 / N$, and differentiate it
# with respect to $\hat y$. Keep every factor: the check asks for the gradient of *your* `mse`, not for half of it.
#
# For `y = [1, 2]` and `y_hat = [0.5, 4]` it is `[-0.5, 2]`.


# %%
def mse_grad(y, y_hat):
    """Return the slope of mse at each prediction, in the shape of y_hat."""
    ### BEGIN SOLUTION
    return 2 * (y_hat - y) / y_hat.size
    ### END SOLUTION


# %%
check("losses/mse_grad", mse_grad)

# %% [markdown]
# ## 7. The gradient of binary cross-entropy
#
# Differentiate the two logarithms with respect to `p`, and mind the inner derivative of $1 - p$:
#
# $$\frac{\partial\,\mathrm{BCE}}{\partial p} = \frac{1}{N} \left( -\frac{y}{p} + \frac{1 - y}{1 - p} \right)
# = \frac{p - y}{p\,(1 - p)\,N}$$
#
# For `y = [1, 0]` and `p = [0.9, 0.2]` it is `[-0.55556, 0.625]`. At probabilities of exactly 0 and 1 the result must
# be finite. Cut `p` as in the loss and take the slope there, or say that the slope is 0 where `p` was cut: both are
# accepted.


# %%
def bce_grad(y, p):
    """Return the slope of bce at each probability, in the shape of p."""
    ### BEGIN SOLUTION
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return (p - y) / (p * (1 - p)) / p.size
    ### END SOLUTION


# %%
check("losses/bce_grad", bce_grad)

# %% [markdown]
# ## 8. What cancels: softmax and cross-entropy together
#
# A network that chooses among classes does not give probabilities. It gives scores, the **logits**, and softmax makes
# probabilities of them. So the slope that learning needs is the one at the scores, through softmax *and* loss. The
# chain rule says: multiply the slope of the loss, $-y/p$, by the Jacobian of softmax, a table for each example. It looks
# bad. Then nearly everything cancels:
#
# $$\frac{\partial\,\mathrm{CCE}}{\partial z} = \frac{\mathrm{softmax}(z) - y}{n}$$
#
# Probability minus truth. No wonder that the two are always used together.
#
# `y` (one-hot) and `logits` have shape `(n, k)`, and so has the result; $n$ is the number of examples. You need a softmax
# along each row: write it again, inside or as a function of its own. Scores of ±1000 must come out right.
#
# For `y = [[0, 1, 0]]` and `logits = [[1, 2, 3]]` it is `[[0.09003, -0.75527, 0.66524]]`. For two examples it is divided
# by two: `y = [[0, 1], [1, 0]]` with all logits 0 gives `[[0.25, -0.25], [-0.25, 0.25]]`.


# %%
def softmax_cce_grad(y, logits):
    """Return the slope of cce(y, softmax(logits)) at each logit, in their shape."""
    ### BEGIN SOLUTION
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return (e / np.sum(e, axis=1, keepdims=True) - y) / len(y)
    ### END SOLUTION


# %%
check("losses/softmax_cce_grad", softmax_cce_grad)

# %% [markdown]
# ## 9. Catch the bug
#
# Now the tables are turned. Somebody hands you a softmax, a function that takes an array of scores, one example a row or
# a single row, and should return the shares. Is it right? Write the function that finds out.
#
# `checks_softmax(softmax)` returns `True` for a right one and `False` for a wrong one. It is shown three right ones, which
# are written in different ways and agree to some twelve digits, and a dozen wrong ones, each more than once and in any
# order. Each wrong one that you refuse every time earns a part of the points, as long as you accept all that are right.
# A failed `assert` counts as `False`.
#
# Think of your own mistakes of today. For `[1, 2, 3]` the shares are `[0.09003, 0.24473, 0.66524]`, and for
# `[1000, 0]` they are `[1, 0]`. Is one row enough to be sure?


# %%
def checks_softmax(softmax):
    """Return True if softmax is right, and False if it is not."""
    ### BEGIN SOLUTION
    scores = np.array([[1.0, 2.0, 3.0], [-1.0, 0.5, -2.0]])
    powers = np.exp(scores)
    if not np.allclose(softmax(scores), powers / powers.sum(axis=1, keepdims=True)):
        return False
    far = np.array([[1000.0, 0.0], [-2000.0, -2000.0]])
    return bool(np.allclose(softmax(far), [[1.0, 0.0], [0.5, 0.5]]))
    ### END SOLUTION


# %%
check("losses/checks_softmax", checks_softmax)

# %% [markdown]
# ## See them disagree
#
# The truth is 1, and a network says `p`. On the left, what your losses charge for it; on the right, how hard your
# gradients push. Look at the left end, where the network is sure and wrong. Squared and absolute error shrug; cross-
# entropy charges more and more, and pushes harder and harder. That is why classifiers learn with it.

# %%
truth = np.array([1.0])
probabilities = np.linspace(0.02, 1, 99)
charges = {
    f.__name__: [float(f(truth, np.array([p]))) for p in probabilities] for f in (mae, mse, bce)
}
pushes = {
    f.__name__: [float(f(truth, np.array([p]))[0]) for p in probabilities[:-1]]
    for f in (mae_grad, mse_grad, bce_grad)
}
with picture(
    "Three losses, and their slopes, for a truth of 1: cross-entropy and its slope grow without end "
    "as p goes to 0, the others stay small.",
    columns=2,
) as axes:
    for name, values in charges.items():
        axes[0].plot(probabilities, values, linestyle="-", label=name)
    for name, values in pushes.items():
        axes[1].plot(probabilities[:-1], values, linestyle="-", label=name)
    axes[0].set(xlabel="p", title="loss")
    axes[1].set(xlabel="p", title="slope", ylim=(-12, 1))
    axes[0].legend()
    axes[1].legend()

# %% [markdown]
# ## What you can do now
#
# You can say how wrong a prediction is, in four ways, and for each prediction which way is better and how steep the way
# is. What you cannot do yet is *go* there: it is not the predictions that you may change, but the weights behind them.
# The problem set on gradient descent takes the first step, and the one on backpropagation carries your slopes back
# through all the layers.
