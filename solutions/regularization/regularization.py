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
# A network with many weights can memorize its training examples. Its training loss becomes smaller and smaller, but on
# new examples it becomes worse. This is **overfitting**, and you cannot see it in the training loss.
#
# Every method that reduces overfitting is called **regularization**. In this set you write four of them:
#
# 1. a penalty for large weights (tasks 1 to 4),
# 2. dropout, which sets the outputs of random hidden units to 0 during training (tasks 5 and 6),
# 3. early stopping (task 7),
# 4. data augmentation, which changes the examples a little (tasks 8 to 10).
#
# After this set you can
#
# * compute L1 and L2 penalties and their gradients,
# * implement dropout, forward and backward,
# * decide when to stop training,
# * make new training examples by flipping, shifting and adding noise.
#
# **Time:** about 100 minutes. **Difficulty:** medium. **Read first:** [lecture 11,
# Regularization](../../lectures/11_regularization.ipynb).
#
# **How it works.** Write each function where the comment says so, then run the cell below it. The check tells you at
# once whether the function is correct, and if not, what is wrong. You can check as often as you like. Each task gives
# one point.
#
# **In this set**
#
# * A function must not change its arguments.
# * Some tasks need random numbers. There, every correct way to draw the numbers is accepted, because the check tests
#   only what must hold for all of them.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("regularization/dropout")` explains the concept,
# `hint("regularization/dropout", 2)` says more, and `hint("regularization/dropout", 3)` is nearly the code.
#
# ## 1. L1 penalty
#
# The L1 penalty is added to the loss. It grows with the absolute values of the weights:
#
# $$\lambda \sum |w|$$
#
# **Input:** `w`, an array of weights of any shape, with floats or integers; `strength`, the number $\lambda$.
#
# **Output:** the penalty, one number. It is a sum over all weights, not a mean.
#
# **Example:** `l1_penalty([3, -4, 0], 0.1)` is `0.7`, which is 0.1 · (3 + 4 + 0).


# %%
def l1_penalty(w, strength):
    """Compute the L1 penalty, strength * sum of |w|."""
    ### BEGIN SOLUTION
    return strength * np.sum(np.abs(w))
    ### END SOLUTION


# %%
check("regularization/l1_penalty", l1_penalty)

# %% [markdown]
# ## 2. The gradient of the L1 penalty
#
# Gradient descent needs the derivative of the penalty for each weight. It is $\lambda$ where a weight is positive, and
# $-\lambda$ where it is negative. So every step moves each weight towards 0 by the same amount, even if the weight is
# already small. This is why an L1 penalty makes many weights 0 or nearly 0.
#
# **Input:** `w` and `strength`, as in task 1.
#
# **Output:** the gradient, an array of the shape of `w`.
#
# **Example:** `l1_grad([3, -4, 0], 0.1)` is `[0.1, -0.1, 0]`: the entries are 0.1 · 1, 0.1 · (−1) and 0.1 · 0.
#
# **Note:** where a weight is exactly 0, the derivative does not exist. There, every number from $-\lambda$ to $\lambda$
# is accepted, but not NaN.


# %%
def l1_grad(w, strength):
    """Compute the gradient of the L1 penalty."""
    ### BEGIN SOLUTION
    return strength * np.sign(w)
    ### END SOLUTION


# %%
check("regularization/l1_grad", l1_grad)

# %% [markdown]
# ## 3. L2 penalty
#
# The L2 penalty grows with the squares of the weights:
#
# $$\lambda \sum w^2$$
#
# If a weight is twice as large, its L2 penalty is four times as large.
#
# **Input:** `w` and `strength`, as in task 1.
#
# **Output:** the penalty, one number.
#
# **Example:** `l2_penalty([3, -4], 0.1)` is `2.5`, which is 0.1 · (9 + 16).
#
# **Note:** some texts multiply the penalty by ½, and some divide it by the number of examples. **This course does
# neither**, like `l2(0.001)` in Keras.


# %%
def l2_penalty(w, strength):
    """Compute the L2 penalty, strength * sum of w²."""
    ### BEGIN SOLUTION
    return strength * np.sum(w**2)
    ### END SOLUTION


# %%
check("regularization/l2_penalty", l2_penalty)

# %% [markdown]
# ## 4. The gradient of the L2 penalty
#
# Compute the gradient of **your** penalty, the one without ½. It grows with the weight: large weights shrink fast, and
# small weights shrink slowly. So L2 makes weights small, but seldom exactly 0.
#
# **Input:** `w` and `strength`, as in task 1.
#
# **Output:** the gradient, an array of the shape of `w`.
#
# **Example:** `l2_grad([3, -4], 0.1)` is `[0.6, -0.8]`. The first entry is 0.1 · 2 · 3.


# %%
def l2_grad(w, strength):
    """Compute the gradient of the L2 penalty."""
    ### BEGIN SOLUTION
    return 2 * strength * w
    ### END SOLUTION


# %%
check("regularization/l2_grad", l2_grad)

# %% [markdown]
# ## 5. Dropout
#
# During training, dropout sets **each entry** of `a`, independently, to 0 with probability `rate`. With a rate of 0.2,
# about one entry in five is dropped. The network cannot depend on a single hidden unit, so the units must learn more
# general features.
#
# If entries are dropped only during training, the next layer gets smaller inputs than at inference. So the kept entries
# are divided by $1 - \text{rate}$. This is called **inverted dropout**. At inference (`training=False`) nothing is
# dropped and nothing is scaled.
#
# **Input:** `a` of shape `(n, k)`; `rate`, a number from 0 to less than 1; `rng`, a `numpy.random.Generator`;
# `training`, `True` or `False`.
#
# **Output:** the pair `(out, mask)`, both of shape `(n, k)`. During training, `mask` is **1 where an entry was kept and
# 0 where it was dropped**; do not divide the mask. At inference, `out` contains the numbers of `a`, and `mask` may be
# `None` or an array of ones.
#
# **Example:** for `a = [[1, 2, 3], [4, 5, 6]]` and `rate = 0.5`, one possible mask is `[[1, 0, 1], [0, 1, 1]]`, and
# then `out = [[2, 0, 6], [0, 10, 12]]`: the kept entries are divided by 1 − 0.5.
#
# **Note:** draw the random numbers from `rng`, so that the same seed gives the same result. `rng.random(shape)` draws
# numbers that are uniformly distributed between 0 and 1.


# %%
def dropout(a, rate, rng, training=True):
    """Compute (out, mask) of inverted dropout."""
    ### BEGIN SOLUTION
    if not training:
        return a.copy(), np.ones(a.shape)
    mask = (rng.random(a.shape) >= rate).astype(float)
    return a * mask / (1 - rate), mask
    ### END SOLUTION


# %%
check("regularization/dropout", dropout)

# %% [markdown]
# ## 6. Backward through dropout
#
# A dropped entry had no effect on the loss, so its gradient is 0. A kept entry was multiplied by a factor in the
# forward pass, so its gradient is multiplied by the same factor.
#
# **Input:** `grad_out`, the gradient with respect to `out`, of shape `(n, k)`; `mask` from the forward pass, with **0
# and 1, not divided**; `rate`, the same number.
#
# **Output:** the gradient with respect to `a`, of shape `(n, k)`.
#
# **Example:** `dropout_backward([[1, 1, 1], [2, 2, 2]], [[1, 0, 1], [0, 1, 1]], 0.5)` is `[[2, 0, 2], [0, 4, 4]]`. A
# kept entry is multiplied by 1 / (1 − 0.5) = 2.


# %%
def dropout_backward(grad_out, mask, rate):
    """Compute the gradient with respect to the input of dropout."""
    ### BEGIN SOLUTION
    return grad_out * mask / (1 - rate)
    ### END SOLUTION


# %%
check("regularization/dropout_backward", dropout_backward)

# %% [markdown]
# ## 7. Early stopping
#
# Early stopping watches the loss on the **validation** data and ends the training when this loss no longer falls. The
# validation loss goes up and down from epoch to epoch, so training continues for some epochs without an improvement.
# The number of these epochs is called the **patience**. The rule is the same as in Keras:
#
# * The first epoch has the number **0**. It is the best epoch so far.
# * A later epoch is **better** if its loss is lower than the best loss so far by **more than** `min_delta`: `loss +
#   min_delta < best`. Then it becomes the best epoch. After a smaller improvement, the best epoch and the best loss
#   stay the same.
# * After `patience` epochs **in a row** that were not better, training stops, at the end of the last of these epochs.
#
# **Input:** `val_losses` of shape `(epochs,)`, the validation losses of all epochs; `patience`, an integer ≥ 1;
# `min_delta`, a number ≥ 0.
#
# **Output:** the pair `(stop_epoch, best_epoch)`: the epoch after which training stops, and the best epoch up to then.
# If training never stops early, `stop_epoch` is the last epoch.
#
# **Example:** `early_stopping([0.9, 0.6, 0.5, 0.55, 0.52, 0.51, 0.4], 3)` is `(5, 2)`. Epochs 3, 4 and 5 are not better
# than epoch 2, so training stops before the loss 0.4 is reached. With `min_delta = 0.2`, the improvement from 0.6 to
# 0.5 is too small, and `early_stopping([0.9, 0.6, 0.5, 0.55, 0.52, 0.51, 0.4], 3, 0.2)` is `(4, 1)`.


# %%
def early_stopping(val_losses, patience, min_delta=0.0):
    """Compute (stop_epoch, best_epoch); epochs are counted from 0."""
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
# ## 8. Flip images
#
# A cat in a mirror is still a cat. If you also show flipped images to the network, it has twice as many examples. (Not
# every image may be flipped: a flipped digit 2 is no longer a 2.)
#
# **Input:** `images` of shape `(n, height, width)`.
#
# **Output:** a new array of the same shape, in which left and right are exchanged.
#
# **Example:** `flip([[[1, 2, 3], [4, 5, 6]]])` is `[[[3, 2, 1], [6, 5, 4]]]`.


# %%
def flip(images):
    """Exchange left and right in each image."""
    ### BEGIN SOLUTION
    return images[:, :, ::-1].copy()
    ### END SOLUTION


# %%
check("regularization/flip", flip)

# %% [markdown]
# ## 9. Shift images
#
# A cat that is a little further to the right is still a cat. Move each image by `dx` pixels to the **right** and by
# `dy` pixels **down**. A negative number moves it to the left or up.
#
# **Input:** `images` of shape `(n, height, width)`; `dx` and `dy`, integers that are smaller than the image.
#
# **Output:** a new array of the same shape. Pixels that leave the image are lost, and the free pixels become **0**.
#
# **Example:** `shift([[[1, 2, 3], [4, 5, 6]]], 1, 0)` is `[[[0, 1, 2], [0, 4, 5]]]`, and `shift([[[1, 2, 3], [4, 5,
# 6]]], -1, 1)` is `[[[0, 0, 0], [2, 3, 0]]]`.
#
# **Note:** be careful with slices: `image[:-dy]` leaves out the last `dy` rows, but with `dy = 0` it is empty.


# %%
def shift(images, dx, dy):
    """Move each image right by dx and down by dy, and fill with zeros."""
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
# ## 10. Add noise
#
# This method works for all kinds of data: add **Gaussian noise** to `X`. Draw a separate number for each entry, from a
# normal distribution with mean 0 and **standard deviation** `std`.
#
# **Input:** `X` of shape `(n, m)`; `std`, a number ≥ 0; `rng`, a `numpy.random.Generator`.
#
# **Output:** a new array of the same shape. If `std` is 0, it equals `X`.
#
# **Example:** for `X = [[1, 2]]` and `std = 0.1`, one possible result is `[[1.03, 1.87]]`.
#
# **Note:** draw the random numbers from `rng`, so that the result can be repeated.


# %%
def add_noise(X, std, rng):
    """Add Gaussian noise with standard deviation std to X."""
    ### BEGIN SOLUTION
    return X + rng.normal(0, std, X.shape)
    ### END SOLUTION


# %%
check("regularization/add_noise", add_noise)

# %% [markdown]
# ## See the results
#
# The next cell shows a small image and the results of your functions. For a network, each result is a new example with
# the same label.

# %%
ARROW = ["..#....", ".##....", "#######", ".##....", "..#...."]
arrow = np.array([[[float(c == "#") for c in row] for row in ARROW]])
rng = np.random.default_rng(3)
pictures = {
    "original": arrow,
    "flip": flip(arrow),
    "shift": shift(arrow, 2, -1),
    "noise": add_noise(arrow, 0.25, rng),
    "dropout": dropout(arrow[0] + 1e-9, 0.3, rng)[0][None],
}
with picture(
    "An arrow: original, flipped, shifted, with noise, and with some of its pixels dropped",
    columns=len(pictures),
    height=1.5,
) as axes:
    for panel, (name, (image,)) in zip(axes, pictures.items()):
        panel.imshow(image, cmap="cividis", vmin=0, vmax=1.5)
        panel.set(title=name, xticks=[], yticks=[])

# %% [markdown]
# The last cell shows why a penalty helps. There are twelve points near a straight line. A polynomial with eleven
# weights is trained on these points. Without a penalty, the polynomial follows the noise of the points, and its error
# between them is large. If you add your `l2_grad` to the gradient, the weights stay small, and the polynomial is closer
# to the true line.

# %%
x = np.linspace(-1, 1, 12)
y = x + rng.normal(0, 0.3, 12)
P = np.polynomial.legendre.legvander(x, 10)
for strength in (0.0, 0.003, 0.03):
    w = np.zeros(11)
    for _ in range(4000):
        w = w - 0.1 * (2 * P.T @ (P @ w - y) / 12 + l2_grad(w, strength))
    new = np.linspace(-1, 1, 200)
    error = np.mean((np.polynomial.legendre.legvander(new, 10) @ w - new) ** 2)
    squares = l2_penalty(w, 1.0)
    print(
        f"strength {strength:5.3f}: sum of squares {squares:6.2f}, error on new points {error:.3f}"
    )

# %% [markdown]
# ## What you can do now
#
# You know four methods against overfitting, and each needs only a few lines of code. In the next set, on normalization,
# you keep the numbers in a network in a range in which training works well. In the last set you can use all of this for
# real digits. Think about which changes of an image keep its digit.
