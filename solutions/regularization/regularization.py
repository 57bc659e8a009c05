# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: regularization
#
# A network with enough weights can learn its examples **by heart**. Its loss on them falls and falls, and on anything
# new it is worse than before. That is overfitting, and the trouble with it is that the training loss never tells.
#
# There are four ways to make learning by heart harder than understanding, and you will build them all:
#
# 1. put a price on large weights (tasks 1 to 4),
# 2. make holes in the network while it learns (5 and 6),
# 3. stop in time (7),
# 4. never show the same example twice (8 to 10).
#
# You know gradients from the set on backpropagation; a price needs its slope, and a hole its way back. Throughout, a
# function must **not change its input**, and its result has the shape of what it is about. Where a task is random,
# any order of draws is right: what is checked is what holds for every draw.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("regularization/dropout")` names the idea, `hint("regularization/dropout", 2)`
# the formula, `hint("regularization/dropout", 3)` nearly the code.
#
# ## 1. A price on size: L1
#
# Add to the loss what the weights cost:
#
# $$\lambda \sum |w|$$
#
# `w` is an array of weights **of any shape**, of floats or whole numbers, `strength` is $\lambda$, and the penalty is
# one number. It is a sum over all weights, not a mean.
#
# For `w = [3, -4, 0]` and `strength = 0.1` it is 0.7.


# %%
def l1_penalty(w, strength):
    """Return strength * sum of |w|, one number."""
    ### BEGIN SOLUTION
    return strength * np.sum(np.abs(w))
    ### END SOLUTION


# %%
check("regularization/l1_penalty", l1_penalty)

# %% [markdown]
# ## 2. Its slope
#
# Gradient descent needs to know how fast each weight's price grows. The answer has the shape of `w`: $\lambda$ where a
# weight is positive, $-\lambda$ where it is negative. So every weight is pulled towards 0 with the same force, and small
# ones arrive there. That is why L1 leaves many weights at exactly 0.
#
# At exactly 0 the price has a kink, and any slope from $-\lambda$ to $\lambda$ is accepted there. It must be a number.
#
# For `w = [3, -4, 0]` and `strength = 0.1` the slopes are `[0.1, -0.1, 0]`.


# %%
def l1_grad(w, strength):
    """Return the slope of the L1 penalty for each weight."""
    ### BEGIN SOLUTION
    return strength * np.sign(w)
    ### END SOLUTION


# %%
check("regularization/l1_grad", l1_grad)

# %% [markdown]
# ## 3. A price on squares: L2
#
# $$\lambda \sum w^2$$
#
# Now a weight twice as large costs four times as much. Some texts put a ½ in front, some divide by the number of
# examples; **this course does neither**, as Keras's `l2(0.001)` does neither. Again one number, for `w` of any shape.
#
# For `w = [3, -4]` and `strength = 0.1` it is 2.5.


# %%
def l2_penalty(w, strength):
    """Return strength * sum of w squared, one number."""
    ### BEGIN SOLUTION
    return strength * np.sum(w**2)
    ### END SOLUTION


# %%
check("regularization/l2_penalty", l2_penalty)

# %% [markdown]
# ## 4. Its slope
#
# The slope of **your** penalty, the one without ½, for each weight. It grows with the weight, so large ones shrink fast
# and small ones hardly at all: L2 makes weights small, and seldom 0.
#
# For `w = [3, -4]` and `strength = 0.1` it is `[0.6, -0.8]`.


# %%
def l2_grad(w, strength):
    """Return the slope of the L2 penalty for each weight."""
    ### BEGIN SOLUTION
    return 2 * strength * w
    ### END SOLUTION


# %%
check("regularization/l2_grad", l2_grad)

# %% [markdown]
# ## 5. Holes: dropout
#
# In a team where anyone may be ill tomorrow, everyone learns a bit of everything. Dropout does that to neurons. While
# training, **each number** in `a` by itself is dropped, that is set to 0, with probability `rate`. With a rate of 0.2 one
# in five goes.
#
# What is kept must then be worth a little more, or the next layer would get less than it will get later, when nothing is
# dropped. So divide what is kept by the share that is kept, $1 - \text{rate}$. This is **inverted** dropout: all the
# scaling is done while training, and at inference (`training=False`) the numbers go through untouched.
#
# Return a pair `(out, mask)`, both of the shape of `a`, which is `(n, k)`:
#
# * while training, `mask` is **1 where a number was kept and 0 where it was dropped**, not yet divided by anything;
# * at inference `out` holds the numbers of `a`, and `mask` may be `None` or ones.
#
# Take the random numbers from `rng`, a `numpy.random.Generator`, so that a training can be repeated: `rng.random(shape)`
# gives numbers that are evenly spread between 0 and 1.
#
# For `a = [[1, 2, 3], [4, 5, 6]]` and `rate = 0.5` one possible mask is `[[1, 0, 1], [0, 1, 1]]`, and then
# `out = [[2, 0, 6], [0, 10, 12]]`.


# %%
def dropout(a, rate, rng, training=True):
    """Return (out, mask): inverted dropout."""
    ### BEGIN SOLUTION
    if not training:
        return a.copy(), np.ones(a.shape)
    mask = (rng.random(a.shape) >= rate).astype(float)
    return a * mask / (1 - rate), mask
    ### END SOLUTION


# %%
check("regularization/dropout", dropout)

# %% [markdown]
# ## 6. The way back through the holes
#
# A number that was dropped had no effect on the loss, so no gradient comes back to it. A number that was kept was
# multiplied by something on its way forward, and so is its gradient on the way back.
#
# `grad_out` is the gradient with respect to `out`, of shape `(n, k)`, `mask` is the one of the forward pass, **0 or 1 and
# not divided**, and `rate` is the same. Return the gradient with respect to `a`.
#
# For `grad_out = [[1, 1, 1], [2, 2, 2]]`, `mask = [[1, 0, 1], [0, 1, 1]]` and `rate = 0.5` it is
# `[[2, 0, 2], [0, 4, 4]]`.


# %%
def dropout_backward(grad_out, mask, rate):
    """Return the gradient with respect to the input of dropout."""
    ### BEGIN SOLUTION
    return grad_out * mask / (1 - rate)
    ### END SOLUTION


# %%
check("regularization/dropout_backward", dropout_backward)

# %% [markdown]
# ## 7. Stop in time
#
# The cheapest of all: watch the loss on the **validation** data, and stop when it no longer falls. It jumps up and down
# from epoch to epoch, so have some patience. The rule is the one of Keras:
#
# * The first epoch, number **0**, is the best so far.
# * A later epoch is **better** if its loss is below the best so far by **more than** `min_delta`:
#   `loss + min_delta < best`. Then it is the new best one. A smaller gain changes nothing, the best loss included.
# * After `patience` epochs **in a row** that were not better, training stops, at the end of the last of these.
#
# You are given all the losses that *would* come, an array `val_losses` of shape `(epochs,)`. Return the pair
# `(stop_epoch, best_epoch)`: the epoch after which training stops, and the best one until then. If it never stops,
# `stop_epoch` is the last epoch. `patience` is at least 1.
#
# For `val_losses = [0.9, 0.6, 0.5, 0.55, 0.52, 0.51, 0.4]` and `patience = 3`, epochs 3, 4 and 5 are not better than
# epoch 2, so the answer is `(5, 2)`: the 0.4 is never seen. With `min_delta = 0.2`, going from 0.6 to 0.5 does not count
# either, and it is `(4, 1)`.


# %%
def early_stopping(val_losses, patience, min_delta=0.0):
    """Return (stop_epoch, best_epoch), epochs counted from 0."""
    ### BEGIN SOLUTION
    best, best_epoch, wait = np.inf, 0, 0
    for epoch, loss in enumerate(val_losses):
        if loss + min_delta < best:
            best, best_epoch, wait = loss, epoch, 0
        else:
            wait += 1
            if wait >= patience:
                return epoch, best_epoch
    return len(val_losses) - 1, best_epoch
    ### END SOLUTION


# %%
check("regularization/early_stopping", early_stopping)

# %% [markdown]
# ## 8. More examples for nothing: a mirror
#
# A cat in a mirror is still a cat. Whoever shows the network mirrored pictures as well has twice as many examples, and
# no way to learn them by heart from the side that the whiskers are on. (Not everything survives a mirror: think of the
# digit 2.)
#
# `images` is of shape `(n, height, width)`. Return them with left and right exchanged, in a new array.
#
# For one picture `[[1, 2, 3], [4, 5, 6]]` it is `[[3, 2, 1], [6, 5, 4]]`.


# %%
def flip(images):
    """Return the pictures with left and right exchanged."""
    ### BEGIN SOLUTION
    return images[:, :, ::-1].copy()
    ### END SOLUTION


# %%
check("regularization/flip", flip)

# %% [markdown]
# ## 9. A step aside
#
# And a cat a little further to the right is still a cat. Move each picture by `dx` pixels to the **right** and `dy` pixels
# **down**; a negative number moves it to the left or up, and 0 not at all. What leaves the picture is gone, and where
# nothing comes from there are **zeros**. The shape stays as it is. Moves are always smaller than the picture.
#
# For one picture `[[1, 2, 3], [4, 5, 6]]`, `dx = 1` and `dy = 0` give `[[0, 1, 2], [0, 4, 5]]`; `dx = -1` and `dy = 1` give
# `[[0, 0, 0], [2, 3, 0]]`.
#
# Careful with slices: `picture[:-dy]` is all but the last rows, but for `dy = 0` it is nothing at all.


# %%
def shift(images, dx, dy):
    """Return the pictures moved right by dx and down by dy; zeros enter."""
    ### BEGIN SOLUTION
    height, width = images.shape[1:]
    out = np.zeros_like(images)
    for y in range(height):
        for x in range(width):
            if 0 <= y - dy < height and 0 <= x - dx < width:
                out[:, y, x] = images[:, y - dy, x - dx]
    return out
    ### END SOLUTION


# %%
check("regularization/shift", shift)

# %% [markdown]
# ## 10. A little trembling
#
# What works for any data at all: add **Gaussian noise**, a number of its own to each entry of `X`, drawn from a normal
# distribution with mean 0 and **standard deviation** `std`. A `std` of 0 changes nothing. `X` is `(n, m)`; draw from `rng`,
# so that it can be repeated.
#
# For `X = [[1, 2]]` and `std = 0.1` one possible result is `[[1.03, 1.87]]`.


# %%
def add_noise(X, std, rng):
    """Return X plus Gaussian noise of that standard deviation."""
    ### BEGIN SOLUTION
    return X + rng.normal(0, std, X.shape)
    ### END SOLUTION


# %%
check("regularization/add_noise", add_noise)

# %% [markdown]
# ## See them at work
#
# One small picture, and what your functions make of it. To a network each of these is a new example; the label is still
# the same.

# %%
ARROW = ["..#....", ".##....", "#######", ".##....", "..#...."]
arrow = np.array([[[float(c == "#") for c in row] for row in ARROW]])
rng = np.random.default_rng(3)
pictures = {
    "as it is": arrow,
    "flip": flip(arrow),
    "shift": shift(arrow, 2, -1),
    "noise": add_noise(arrow, 0.25, rng),
    "dropout": dropout(arrow[0] + 1e-9, 0.3, rng)[0][None],
}
with picture(
    "An arrow as it is, mirrored, moved, with noise, and with some of its pixels dropped",
    columns=len(pictures),
    height=1.5,
) as axes:
    for panel, (name, (image,)) in zip(axes, pictures.items()):
        panel.imshow(image, cmap="cividis", vmin=0, vmax=1.5)
        panel.set(title=name, xticks=[], yticks=[])

# %% [markdown]
# And why the price matters: twelve points near a line, and a curve that could follow every one of them. Without a price
# it does, and misses the line between them. With a little of your `l2_grad` in each step of the descent its weights stay
# small, and it comes closer to the line, which it was never shown.

# %%
x = np.linspace(-1, 1, 12)
y = x + rng.normal(0, 0.3, 12)
P = np.polynomial.legendre.legvander(x, 10)
for strength in (0.0, 0.003, 0.03):
    w = np.zeros(11)
    for _ in range(4000):
        w = w - 0.1 * (2 * P.T @ (P @ w - y) / 12 + l2_grad(w, strength))
    fresh = np.linspace(-1, 1, 200)
    error = np.mean((np.polynomial.legendre.legvander(fresh, 10) @ w - fresh) ** 2)
    cost = l2_penalty(w, 1.0)
    print(f"strength {strength:5.3f}: sum of squares {cost:6.2f}, error on new points {error:.3f}")

# %% [markdown]
# ## What you can do now
#
# You can tell when a network begins to learn by heart, and you have four means against it, none of which costs more than
# a few lines. The next set, on normalisation, keeps the numbers in a network at a size where learning goes well. In the
# capstone you may use all of this on real digits. Ask yourself there which of your pictures' changes a digit survives.
