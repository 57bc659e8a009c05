# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: optimizers
#
# You know the direction of a step: against the gradient. An **optimizer** also decides how long the step is, and how
# earlier gradients influence it. This matters most in a long, narrow valley of the loss: plain gradient descent jumps
# from one side to the other and hardly moves along the valley. At the end of this set, you compare your seven
# optimizers in such a valley.
#
# Each optimizer adds one idea to an earlier one. Momentum adds up earlier gradients. Nesterov momentum already uses the
# new velocity in the current step. Adagrad gives each weight its own step size. RMSprop and Adadelta use moving
# averages. Adam combines these ideas. In the last problem set, you can use one of them to train a network on digits.
#
# After this set you can
#
# * implement seven optimizers from their formulas,
# * keep the state that an optimizer needs from one step to the next,
# * explain what each optimizer does in a narrow valley,
# * write a test that finds wrong implementations of Adam.
#
# **Time:** about 120 minutes. **Difficulty:** hard. **Read first:** [lecture 09,
# Optimizers](../../lectures/09_optimizers.ipynb).
#
# **How it works.** Write each function where the comment says so, then run the cell below it. The check tells you at
# once whether the function is correct, and if not, what is wrong. You can check as often as you like. Each task gives
# one point.
#
# **In this set**, all seven optimizers have the same arguments and the same kind of result:
#
# * `w` contains the weights and `g` their gradient: two NumPy arrays **of the same shape** (any shape). The formulas
#   are applied to each entry separately.
# * `state` is a dictionary. Before the first step it is **empty, `{}`**. The function stores in it whatever it needs
#   for the next step, under names that you choose.
# * `learning_rate` is a number, η in the formulas. It can be different in the next step.
# * The result is the pair **`(w, state)`**: the new weights in a new array, and the dictionary for the next step.
# * Do not change `w` and `g`. You may change `state`. Store nothing anywhere else: a network has many parameters, and
#   each of them has its own state.
#
# All examples start at `w = [1, -2]` with η = 0.1. The first gradient is `[0.5, -4]`, and the second one is `[0.5, 1]`.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck, ask for a hint: `hint("optimizers/sgd")` explains the concept, `hint("optimizers/sgd", 2)` says
# more, and `hint("optimizers/sgd", 3)` is nearly the code.
#
# ## 1. SGD
#
# Stochastic gradient descent (SGD) needs no state:
#
# $$w \leftarrow w - \eta\, g$$
#
# **Input:** `w` and `g`, arrays of the same shape; `state`, a dictionary; `learning_rate`, a number.
#
# **Output:** `(w, state)`. Return the state as well, although it is not used.
#
# **Example:** `sgd([1, -2], [0.5, -4], {}, 0.1)[0]` is `[0.95, -1.6]`. The entries are 1 − 0.1 · 0.5 and −2 + 0.1 · 4.
# After the second step, `w` is `[0.9, -1.7]`.


# %%
def sgd(w, g, state, learning_rate):
    """Take one step of SGD; return (w, state)."""
    ### BEGIN SOLUTION
    return w - learning_rate * g, state
    ### END SOLUTION


# %%
check("optimizers/sgd", sgd)

# %% [markdown]
# ## 2. Momentum
#
# With momentum, earlier gradients still have an effect. The optimizer keeps an **accumulator** $a$, a sum of gradients
# in which older gradients count less. It is 0 before the first step.
#
# $$a \leftarrow \mu\, a + g, \qquad w \leftarrow w - \eta\, a$$
#
# **Input:** as in task 1; `momentum`, a number, μ in the formula.
#
# **Output:** `(w, state)`.
#
# **Example:** the accumulator is `[0.5, -4]` and then `[0.95, -2.6]`: 0.9 · 0.5 + 0.5 = 0.95, and 0.9 · (−4) + 1 =
# −2.6. So `momentum([1, -2], [0.5, -4], {}, 0.1)[0]` is `[0.95, -1.6]`. The second step subtracts 0.1 · `[0.95, -2.6]`,
# so `w` is then `[0.855, -1.34]`. In the second step the gradient of the second weight has changed its sign. SGD
# changes direction; momentum continues in the old direction.
#
# **Note:** write **this form**, in which gradients are accumulated and the learning rate is applied when the weights
# change. The other form, $v \leftarrow \mu v - \eta g$, $w \leftarrow w + v$, gives different results when η changes.


# %%
def momentum(w, g, state, learning_rate, momentum=0.9):
    """Take one step with an accumulator of gradients; return (w, state)."""
    ### BEGIN SOLUTION
    accumulator = momentum * state.get("accumulator", 0) + g
    return w - learning_rate * accumulator, {"accumulator": accumulator}
    ### END SOLUTION


# %%
check("optimizers/momentum", momentum)

# %% [markdown]
# ## 3. Nesterov momentum
#
# Nesterov momentum already uses the new velocity in the current step. Write the **velocity form**: η is part of the
# velocity $v$, which is 0 before the first step.
#
# $$v \leftarrow \mu\, v - \eta\, g, \qquad w \leftarrow w + \mu\, v - \eta\, g$$
#
# The second formula uses the *new* $v$.
#
# **Input:** as in task 2.
#
# **Output:** `(w, state)`.
#
# **Example:** `v` is `[-0.05, 0.4]`, and `nesterov([1, -2], [0.5, -4], {}, 0.1)[0]` is `[0.905, -1.24]`. The first
# weight is 1 + 0.9 · (−0.05) − 0.1 · 0.5 = 0.905. After the second step, `v` is `[-0.095, 0.26]`, and `w` is `[0.7695,
# -1.106]`.
#
# **Note:** be careful with the signs. One slide has $+\,\eta g$ in the velocity, which is a mistake: the loss would
# grow.


# %%
def nesterov(w, g, state, learning_rate, momentum=0.9):
    """Take one step with Nesterov's velocity; return (w, state)."""
    ### BEGIN SOLUTION
    velocity = momentum * state.get("velocity", 0) - learning_rate * g
    return w + momentum * velocity - learning_rate * g, {"velocity": velocity}
    ### END SOLUTION


# %%
check("optimizers/nesterov", nesterov)

# %% [markdown]
# ## 4. Adagrad
#
# With one learning rate for all weights, the steps are too large for some weights and too small for others. Adagrad
# adds up the squared gradients of each weight, and divides the step by the square root of this sum. The sum $a$ is 0
# before the first step.
#
# $$a \leftarrow a + g^2, \qquad w \leftarrow w - \eta\, \frac{g}{\sqrt{a + \varepsilon}}$$
#
# **Input:** as in task 1; `epsilon`, a small number ε, which prevents a division by 0.
#
# **Output:** `(w, state)`.
#
# **Example:** `adagrad([1, -2], [0.5, -4], {}, 0.1)[0]` is `[0.9, -1.9]`. The first weight is 1 − 0.1 · 0.5 / √0.25.
# Both weights move by η, although one gradient is eight times as large as the other. After the second step, `a` is
# `[0.5, 17]`, and `w` is `[0.82929, -1.92425]`.
#
# **Note:** some texts write ε **inside** the square root, others **outside**, $\sqrt{a} + \varepsilon$. Both forms are
# accepted, here and in the following tasks.


# %%
def adagrad(w, g, state, learning_rate, epsilon=1e-7):
    """Take one step of Adagrad; return (w, state)."""
    ### BEGIN SOLUTION
    squares = state.get("squares", 0) + g**2
    return w - learning_rate * g / np.sqrt(squares + epsilon), {"squares": squares}
    ### END SOLUTION


# %%
check("optimizers/adagrad", adagrad)

# %% [markdown]
# ## 5. RMSprop
#
# The sum in Adagrad never becomes smaller, so the steps become shorter and shorter. After many steps, the weights
# hardly change. RMSprop uses a **moving average** of the squared gradients instead, in which older gradients count
# less. It is 0 before the first step.
#
# $$a \leftarrow \rho\, a + (1 - \rho)\, g^2, \qquad w \leftarrow w - \eta\, \frac{g}{\sqrt{a + \varepsilon}}$$
#
# **Input:** as in task 4; `rho`, a number, ρ in the formula.
#
# **Output:** `(w, state)`.
#
# **Example:** `a` is `[0.025, 1.6]`, and `rmsprop([1, -2], [0.5, -4], {}, 0.1)[0]` is `[0.68377, -1.68377]`. The first
# weight is 1 − 0.1 · 0.5 / √0.025. After the second step, `a` is `[0.0475, 1.54]`, and `w` is `[0.45436, -1.76435]`.
#
# **Note:** RMSprop has no bias correction. Only Adam (task 7) has one.


# %%
def rmsprop(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    """Take one step of RMSprop; return (w, state)."""
    ### BEGIN SOLUTION
    squares = rho * state.get("squares", 0) + (1 - rho) * g**2
    return w - learning_rate * g / np.sqrt(squares + epsilon), {"squares": squares}
    ### END SOLUTION


# %%
check("optimizers/rmsprop", rmsprop)

# %% [markdown]
# ## 6. Adadelta
#
# In Adagrad and RMSprop the units do not match: if weights were measured in metres, a gradient divided by a gradient
# would have no unit. Adadelta corrects this. It multiplies by the square root of a second moving average $u$, the
# average of squared **steps**. Both averages are 0 before the first step.
#
# $$a \leftarrow \rho\, a + (1 - \rho)\, g^2$$
# $$d = g\, \frac{\sqrt{u + \varepsilon}}{\sqrt{a + \varepsilon}}$$
# $$u \leftarrow \rho\, u + (1 - \rho)\, d^2$$
# $$w \leftarrow w - \eta\, d$$
#
# **Input:** as in task 5.
#
# **Output:** `(w, state)`.
#
# **Example:** with η = 1, `adadelta([1, -2], [0.5, -4], {}, 1)[0]` is `[0.998586, -1.998586]`. The first weight is 1 −
# 0.5 · √0.0000001 / √0.0125001. After the second step, `w` is `[0.997154, -1.999083]`. In these numbers, ε is inside
# the square roots.
#
# **Note:** the order is important: the step $d$ uses the old $u$, and then $u$ is updated with $d$. The average $u$
# uses $d$, without the factor η. In the first step $u$ is 0, so the step is very small. (The check uses very large
# learning rates, so that the steps are large enough to compare.)


# %%
def adadelta(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    """Take one step of Adadelta; return (w, state)."""
    ### BEGIN SOLUTION
    squares = rho * state.get("squares", 0) + (1 - rho) * g**2
    steps = state.get("steps", 0)
    step = g * np.sqrt(steps + epsilon) / np.sqrt(squares + epsilon)
    steps = rho * steps + (1 - rho) * step**2
    return w - learning_rate * step, {"squares": squares, "steps": steps}
    ### END SOLUTION


# %%
check("optimizers/adadelta", adadelta)

# %% [markdown]
# ## 7. Adam
#
# Adam uses a moving average $m$ of the gradients for the direction, as momentum does, and a moving average $v$ of the
# squared gradients for the step size, as RMSprop does. Both are 0 before the first step:
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g, \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
#
# Because they start at 0, both averages are too small in the first steps. The **bias correction** corrects this. In
# step $t = 1, 2, 3, \dots$:
#
# $$\hat m = \frac{m}{1 - \beta_1^t}, \qquad \hat v = \frac{v}{1 - \beta_2^t}, \qquad
# w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon}$$
#
# **Input:** as in task 4; `beta_1` and `beta_2`, two numbers.
#
# **Output:** `(w, state)`.
#
# **Example:** `m` is `[0.05, -0.4]` and `v` is `[0.00025, 0.016]`, so `adam([1, -2], [0.5, -4], {}, 0.1)[0]` is `[0.9,
# -1.9]`. For the first weight, the corrected averages are 0.05 / 0.1 = 0.5 and 0.00025 / 0.001 = 0.25, and 1 − 0.1 ·
# 0.5 / √0.25 = 0.9. After the second step, `m` is `[0.095, -0.26]`, `v` is `[0.00049975, 0.016984]`, and `w` is `[0.8,
# -1.85305]`.
#
# **Note:** store the number of steps, $m$ and $v$, but **not** the corrected averages. ε inside the square root is
# accepted, and so is Keras's form, which corrects the learning rate instead of the averages.


# %%
def adam(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    """Take one step of Adam with bias correction; return (w, state)."""
    ### BEGIN SOLUTION
    t = state.get("t", 0) + 1
    m = beta_1 * state.get("m", 0) + (1 - beta_1) * g
    v = beta_2 * state.get("v", 0) + (1 - beta_2) * g**2
    m_hat = m / (1 - beta_1**t)
    v_hat = v / (1 - beta_2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), {"m": m, "v": v, "t": t}
    ### END SOLUTION


# %%
check("optimizers/adam", adam)

# %% [markdown]
# ## 8. Catch the bug
#
# Many Adam implementations on the internet are wrong. The mistakes are easy to overlook, because the network still
# learns something. In this task you get a function `rule` with the arguments of your `adam`, and your function finds
# out whether `rule` is correct.
#
# **Input:** `rule`, a function that is called as `rule(w, g, state, learning_rate, beta_1, beta_2)`.
#
# **Output:** `True` if the optimizer is correct, `False` if it is wrong. A failed `assert` counts as `False`.
#
# **Example:** you can compare with the two steps of the example in task 7. Is one weight enough to find all mistakes?
# Is one step enough? Is one pair of betas enough? What happens to a weight whose gradient is 0?
#
# **Note:** start with the state `{}` and pass on the state that you get, as a training loop does. Your function is
# tested with two correct optimizers and with a dozen wrong ones. Each is used more than once, in random order. One of
# the correct ones has ε inside the square root, so compare at most five digits. You get part of the point for each
# wrong optimizer that you always reject, but only if you accept both correct ones.


# %%
def checks_adam(rule):
    """Return True if rule is a right Adam, and False if it is not."""
    ### BEGIN SOLUTION

    def agrees(gradients, learning_rate, beta_1, beta_2):
        w, expected, state = np.array([1.0, -2.0]), np.array([1.0, -2.0]), {}
        m = v = np.zeros(2)
        for t, g in enumerate(gradients, 1):
            w, state = rule(w, g, state, learning_rate, beta_1, beta_2)
            m = beta_1 * m + (1 - beta_1) * g
            v = beta_2 * v + (1 - beta_2) * g**2
            size = np.sqrt(v / (1 - beta_2**t)) + 1e-7
            expected = expected - learning_rate * m / (1 - beta_1**t) / size
            if not np.allclose(w, expected, rtol=0, atol=1e-5):
                return False
        return True

    gradients = np.array([[0.5, -4.0], [0.5, 1.0], [-0.25, 3.0]])
    idle = np.array([[0.5, 0.0], [0.25, 0.0]])
    return (
        agrees(gradients, 0.1, 0.9, 0.999)
        and agrees(gradients, 0.2, 0.5, 0.9)
        and agrees(idle, 0.1, 0.9, 0.999)
    )
    ### END SOLUTION


# %%
check("optimizers/checks_adam", checks_adam)

# %% [markdown]
# ## Seven optimizers in a narrow valley
#
# This loss surface is forty times as steep in one direction as in the other. Your seven optimizers start at the same
# point and take forty steps. Before you run the cell, guess: which of them oscillate, and which go directly to the
# bottom of the valley?


# %%
def valley(w):
    """Compute the gradient of the loss w0² / 2 + 20 w1²."""
    return w * np.array([1.0, 40.0])


def path(rule, learning_rate, steps=40):
    """Run an optimizer and return the weights before the first step and after each step."""
    w, state = np.array([-4.0, 1.0]), {}
    places = [w]
    for _ in range(steps):
        w, state = rule(w, valley(w), state, learning_rate)
        places.append(w)
    return np.array(places)


# %%
rates = {
    sgd: 0.045,
    momentum: 0.01,
    nesterov: 0.01,
    adagrad: 0.8,
    rmsprop: 0.15,
    adadelta: 40,
    adam: 0.3,
}
x, y = np.meshgrid(np.linspace(-5, 3, 80), np.linspace(-1.5, 1.5, 40))

with picture(
    "The paths of seven optimizers in a narrow valley, from the left to the minimum", height=4
) as axes:
    axes.contour(x, y, x**2 / 2 + 20 * y**2, levels=[0.5, 2, 5, 10, 20, 40], linewidths=0.5)
    for rule, rate in rates.items():
        places = path(rule, rate)
        axes.plot(
            places[:, 0], places[:, 1], marker=".", markersize=3, linewidth=1, label=rule.__name__
        )
    axes.set(
        xlim=(-5, 3), ylim=(-1.5, 1.5), xlabel="w0 (flat direction)", ylabel="w1 (steep direction)"
    )
    axes.legend(ncols=4, fontsize=7)

# %% [markdown]
# Change the learning rates and run the cell again. With a rate of 0.06, `sgd` diverges: in the steep direction each
# step is more than twice the distance to the minimum. `adam` does not diverge in this way, because each weight moves by
# about η in its first step, however large its gradient is.
#
# ## What you can do now
#
# You have seven optimizers, and you know what each of them stores. In the next problem set, on evaluation, you measure
# how good a trained network is on new examples.
