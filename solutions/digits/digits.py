# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: digits
#
# This is the final project. You have 1797 images of digits, which many people wrote by hand. Each image has 8 × 8 grey
# values. You write a program that recognizes the digits. The program must learn from examples what each digit looks
# like. You have already written all the parts in the earlier sets: layers, activation functions, losses, gradients,
# batches and an optimizer. Now you choose which parts to use.
#
# After this set you can
#
# * build and train a complete network in NumPy,
# * measure its accuracy on new examples and improve it.
#
# **Time:** about 3 hours. **Difficulty:** hard. **Read first:** the lectures 05 to 12, where you need them.
#
# **How it works.** Write the function where the comment says so, then run the cell below it. The check tells you how
# accurate your program is. You can check as often as you like.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

try:
    from chainrule.datasets import digits  # for your own experiments
except ImportError:  # where marks are given, there is no chainrule: the data come as arguments
    digits = None

# %% [markdown]
# ## The task
#
# Write the function `train_digits(X, y, rng)`.
#
# **Input:** `X` of shape `(n, 64)`, one image in each row, with grey values from 0 (white) to 16 (black), as floats;
# `y` of shape `(n,)`, the digits, integers from 0 to 9; `rng`, a `numpy.random.Generator`, for all random numbers.
#
# **Output:** **a function** `predict`. For images of shape `(k, 64)`, it returns their digits, of shape `(k,)`.
#
# **Example:** this is a very short program of the correct form. It always answers 0, which is correct for about one
# digit in ten:
#
# ```python
# def train_digits(X, y, rng):
#     def predict(new):
#         return np.zeros(len(new), dtype=int)
#     return predict
# ```
#
# The check gives your function 1200 digits, drawn at random. Then it measures the accuracy of `predict` on the other
# 597 digits, which your function **has not seen**. The check changes many grey values of these images by +1 or −1. One
# wrong digit in a hundred costs no points. Your points depend on the accuracy:
#
# | accuracy | 50 % | 70 % | 80 % | 85 % | 90 % | 92 % | 93.5 % | 95 % |
# |---|---|---|---|---|---|---|---|---|
# | points | 1/8 | 2/8 | 3/8 | 4/8 | 5/8 | 6/8 | 7/8 | all |
#
# **Note:** training may take ten seconds of processor time here, and fifteen seconds when your notebook is graded. A
# good network needs about one second. Only NumPy is allowed. You may use any method, and you may copy functions from
# your earlier problem sets into the cell, inside `train_digits` or above it.
#
# These steps lead to all points:
#
# 1. Scale the inputs. Encode the labels as one-hot rows.
# 2. Start with **softmax regression**, without a hidden layer. It reaches an accuracy of up to 95 %, so it may not be
#    enough for all points.
# 3. Add a **hidden layer** with 64 to 256 units and ReLU. Start with small random weights.
# 4. Train with batches that are shuffled in each epoch, and use **Adam** or momentum.
# 5. If the accuracy is high on the training digits but lower on new ones, the network overfits. Try **dropout**, noise
#    in the inputs, or a smaller network. You can also train several networks with different initial weights and average
#    their probabilities.
#
# `hint("digits/train_digits")` gives three hints, one after another.


# %%
def train_digits(X, y, rng):
    """Train a network on digits; return predict, a function from images to digits."""
    ### BEGIN SOLUTION

    def scaled(images):
        return (images - 8) / 8

    def relu(z):
        return np.maximum(z, 0)

    def softmax(z):
        e = np.exp(z - np.max(z, axis=-1, keepdims=True))
        return e / np.sum(e, axis=-1, keepdims=True)

    def dense_start(n_in, n_out):
        return [rng.normal(0, np.sqrt(1 / n_in), (n_in, n_out)), np.zeros(n_out)]

    def gradients(X_b, Y_b, weights, rate):
        W1, b1, W2, b2 = weights
        z = X_b @ W1 + b1
        mask = (rng.random(z.shape) >= rate) / (1 - rate)
        a = relu(z) * mask
        grad = (softmax(a @ W2 + b2) - Y_b) / len(X_b)
        grad_z = grad @ W2.T * mask * (z > 0)
        return [X_b.T @ grad_z, grad_z.sum(axis=0), a.T @ grad, grad.sum(axis=0)]

    def adam(w, g, state, learning_rate):
        state["t"] = t = state.get("t", 0) + 1
        state["m"] = 0.9 * state.get("m", 0) + 0.1 * g
        state["v"] = 0.999 * state.get("v", 0) + 0.001 * g**2
        m_hat, v_hat = state["m"] / (1 - 0.9**t), state["v"] / (1 - 0.999**t)
        return w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-7)

    def network(inputs, Y, hidden=200, epochs=40, batch_size=32):
        weights = dense_start(64, hidden) + dense_start(hidden, 10)
        states = [{}, {}, {}, {}]
        for epoch in range(epochs):
            order = rng.permutation(len(inputs))
            learning_rate = 0.003 * (1 - epoch / epochs)
            for start in range(0, len(inputs), batch_size):
                batch = order[start : start + batch_size]
                noisy = inputs[batch] + rng.normal(0, 0.3, (len(batch), 64))
                grads = gradients(noisy, Y[batch], weights, rate=0.3)
                steps = zip(weights, grads, states)
                weights = [adam(w, g, state, learning_rate) for w, g, state in steps]
        return weights

    inputs, Y = scaled(X), np.eye(10)[y]
    networks = [network(inputs, Y) for _ in range(5)]

    def predict(new):
        votes = [softmax(relu(scaled(new) @ W1 + b1) @ W2 + b2) for W1, b1, W2, b2 in networks]
        return np.argmax(sum(votes), axis=1)

    return predict
    ### END SOLUTION


# %%
check("digits/train_digits", train_digits)

# %% [markdown]
# ## Measure the accuracy yourself
#
# You can do what the check does, with digits that you put aside. Change something and measure again. But if two
# accuracies differ by less than one percent, the difference may be due to chance. Remove the `#` to run the function.


# %%
def accuracy_on_new(seed=0):
    """Train on 1200 digits and return the accuracy on the others."""
    X, y = digits()
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(X))
    known, unseen = order[:1200], order[1200:]
    predict = train_digits(X[known], y[known], rng)
    return np.mean(predict(X[unseen]) == y[unseen])


# accuracy_on_new()

# %% [markdown]
# ## Look at the wrong predictions
#
# The accuracy is only one number. To understand your program, look at the digits that it reads wrong. Could you have
# read them?


# %%
def misread(columns=6, seed=0):
    """Draw some digits that were read wrong, with the right digit and the prediction."""
    X, y = digits()
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(X))
    known, unseen = order[:1200], order[1200:]
    found = train_digits(X[known], y[known], rng)(X[unseen])
    wrong = np.flatnonzero(found != y[unseen])[:columns]
    with picture("digits that were read wrong", columns=columns) as axes:
        for ax in axes:
            ax.axis("off")
        for ax, i in zip(axes, wrong):
            ax.imshow(X[unseen[i]].reshape(8, 8), cmap="gray_r")
            ax.set_title(f"{y[unseen[i]]}, read as {found[i]}")


# misread()

# %% [markdown]
# ## What you can do now
#
# Your program reads handwritten digits, and you have written every part of it. When you call `model.fit` in Keras, you
# now know what it computes.
