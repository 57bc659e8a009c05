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
# You know which way is downhill: against the gradient. This set is about the next question: **how far**, and with
# what memory of the way so far? A long, narrow valley shows why it matters. Plain descent bounces from wall to wall
# and hardly moves along the floor. At the end you will send all seven of your rules down one such valley and watch.
#
# Each rule is a small idea added to one before it. Momentum keeps rolling. Nesterov looks ahead. Adagrad gives each
# weight a rate of its own. RMSprop and Adadelta forget the distant past. Adam puts it all together. What you write
# here is what trains the digits in the last problem set.
#
# All seven functions look alike:
#
# * `w` are the weights and `g` is their gradient, two NumPy arrays **of the same shape**, whatever that is. What
#   stands below for one weight holds for each entry by itself.
# * `state` is a dict in which the function keeps what it must remember. Before the first step it is **empty, `{}`**.
#   What you put in, and under which names, is your own business.
# * `learning_rate` is a number, written η. It may be another one at the next step.
# * The result is the pair **`(w, state)`**: the new weights, in a new array, and the dict for the next step.
#
# `w` and `g` must stay as they are. The `state` you may change. Keep nothing anywhere else: a network has many
# parameters, they all use the same function, and each has its own state.
#
# The examples begin at `w = [1, -2]` with η = 0.1. The first gradient is `[0.5, -4]`, the second one `[0.5, 1]`.

# %%
import numpy as np
from chainrule_grader import check, hint
from chainrule_widgets import picture

# %% [markdown]
# If you are stuck: `hint("optimizers/sgd")` names the idea, `hint("optimizers/sgd", 2)` the formula, and
# `hint("optimizers/sgd", 3)` nearly the code.
#
# ## 1. One step down: SGD
#
# Stochastic gradient descent remembers nothing:
#
# $$w \leftarrow w - \eta\, g$$
#
# In the example `w` becomes `[0.95, -1.6]`, and after the second step `[0.9, -1.7]`. Give the state back with it, empty
# or not.


# %%
def sgd(w, g, state, learning_rate):
    """Take one step against the gradient: return (w, state)."""
    ### BEGIN SOLUTION
    return w - learning_rate * g, state
    ### END SOLUTION


# %%
check("optimizers/sgd", sgd)

# %% [markdown]
# ## 2. Keep rolling: momentum
#
# A ball does not stop where the floor is level, and can roll through a small hollow. Its memory is the
# **accumulator**, a sum of gradients in which old ones fade. It is 0 before the first step.
#
# $$a \leftarrow \mu\, a + g, \qquad w \leftarrow w - \eta\, a$$
#
# Here μ is `momentum`. Write **this form, the accumulator form**: gradients are gathered, and the learning rate
# comes in only when the weights move. There is another, $v \leftarrow \mu v - \eta g$, $w \leftarrow w + v$, which
# gathers steps. It walks the same path as long as η stays the same, and another one when η changes. It is not asked
# for here.
#
# In the example the accumulator is `[0.5, -4]` and then `[0.95, -2.6]`. So `w` becomes `[0.95, -1.6]`, and then
# `[0.855, -1.34]`. At the second step plain descent turned round in the second weight; momentum rolls on.


# %%
def momentum(w, g, state, learning_rate, momentum=0.9):
    """Take one step with an accumulator of gradients: return (w, state)."""
    ### BEGIN SOLUTION
    accumulator = momentum * state.get("accumulator", 0) + g
    return w - learning_rate * accumulator, {"accumulator": accumulator}
    ### END SOLUTION


# %%
check("optimizers/momentum", momentum)

# %% [markdown]
# ## 3. Look ahead: Nesterov
#
# If you know that you will roll on anyway, take the next push into account now. This time write the **velocity
# form**, in which steps are gathered: η is already in `v`. The velocity is 0 before the first step.
#
# $$v \leftarrow \mu\, v - \eta\, g, \qquad w \leftarrow w + \mu\, v - \eta\, g$$
#
# The second formula uses the *new* `v`. Mind the signs: on one slide the velocity is gathered with $+\,\eta g$,
# and with that the weights climb. The velocity points downhill.
#
# In the example `v` is `[-0.05, 0.4]`, and `w` becomes `[0.905, -1.24]`. Then `v` is `[-0.095, 0.26]` and `w` is
# `[0.7695, -1.106]`.


# %%
def nesterov(w, g, state, learning_rate, momentum=0.9):
    """Take one step with a velocity that looks ahead: return (w, state)."""
    ### BEGIN SOLUTION
    velocity = momentum * state.get("velocity", 0) - learning_rate * g
    return w + momentum * velocity - learning_rate * g, {"velocity": velocity}
    ### END SOLUTION


# %%
check("optimizers/nesterov", nesterov)

# %% [markdown]
# ## 4. To each its own: Adagrad
#
# One learning rate for all weights is a compromise: too large for the steep ones, too small for the flat ones. So
# let each weight add up the squares of its gradients, and divide by the root of that sum. It is 0 before the first step.
#
# $$a \leftarrow a + g^2, \qquad w \leftarrow w - \eta\, \frac{g}{\sqrt{a + \varepsilon}}$$
#
# The small ε, `epsilon`, keeps a gradient of 0 from being divided by 0. Some texts write it **inside** the root, others
# **outside**, $\sqrt{a} + \varepsilon$. Both are accepted, here and in the tasks that follow.
#
# In the example `w` becomes `[0.9, -1.9]`: both weights move by η, though one gradient is eight times the other. Then
# `a` is `[0.5, 17]` and `w` is `[0.82929, -1.92425]`.


# %%
def adagrad(w, g, state, learning_rate, epsilon=1e-7):
    """Take one step, each weight at its own rate: return (w, state)."""
    ### BEGIN SOLUTION
    squares = state.get("squares", 0) + g**2
    return w - learning_rate * g / np.sqrt(squares + epsilon), {"squares": squares}
    ### END SOLUTION


# %%
check("optimizers/adagrad", adagrad)

# %% [markdown]
# ## 5. Forget the distant past: RMSprop
#
# Adagrad's sum never shrinks, so its steps only ever become shorter, and in a long training they come to a stop.
# Replace the sum by a **moving average**, in which what lies far back fades. It is 0 before the first step.
#
# $$a \leftarrow \rho\, a + (1 - \rho)\, g^2, \qquad w \leftarrow w - \eta\, \frac{g}{\sqrt{a + \varepsilon}}$$
#
# ρ is `rho`. The average is not corrected for having begun at 0; that idea comes with Adam.
#
# In the example `a` is `[0.025, 1.6]` and `w` becomes `[0.68377, -1.68377]`. Then `a` is `[0.0475, 1.54]` and
# `w` is `[0.45436, -1.76436]`.


# %%
def rmsprop(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    """Take one step, measured against the usual gradient of late: return (w, state)."""
    ### BEGIN SOLUTION
    squares = rho * state.get("squares", 0) + (1 - rho) * g**2
    return w - learning_rate * g / np.sqrt(squares + epsilon), {"squares": squares}
    ### END SOLUTION


# %%
check("optimizers/rmsprop", rmsprop)

# %% [markdown]
# ## 6. Steps like the steps before: Adadelta
#
# If weights were metres, a gradient divided by a gradient would be no length at all: the units do not fit. Adadelta
# repairs that. It multiplies by the root of a second average, that of the **steps** it has made. Both averages are 0
# before the first step.
#
# $$a \leftarrow \rho\, a + (1 - \rho)\, g^2$$
# $$d = g\, \frac{\sqrt{u + \varepsilon}}{\sqrt{a + \varepsilon}}$$
# $$u \leftarrow \rho\, u + (1 - \rho)\, d^2$$
# $$w \leftarrow w - \eta\, d$$
#
# Follow the order: the step `d` uses the old `u`, and only then does `u` learn of `d`. The step that is averaged is `d`,
# without η. In the paper η is 1.
#
# In the example, but with η = 1, `w` becomes `[0.998586, -1.998586]` and then `[0.997154, -1.999083]`. These are the
# numbers for ε inside the roots. At first $u = 0$, so the first step is ε's doing alone: the rule starts slowly.
# (The check therefore uses very large rates, to see the steps at all.)


# %%
def adadelta(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    """Take one step in proportion to earlier steps: return (w, state)."""
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
# ## 7. All together: Adam
#
# Adam takes momentum's idea for the direction, and RMSprop's for the size. Both memories are averages, and both
# begin at 0:
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g, \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
#
# At the first step $m$ is only a tenth of the gradient, because nine tenths of it are still the 0 it began with. That
# can be undone exactly. At step $t = 1, 2, 3, \dots$ divide by what is there so far:
#
# $$\hat m = \frac{m}{1 - \beta_1^t}, \qquad \hat v = \frac{v}{1 - \beta_2^t}, \qquad
# w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon}$$
#
# What you keep is `m` and `v`, **not** the corrected ones, and the number of steps. ε inside the root is accepted
# here too, and so is Keras's form, which corrects the learning rate in place of the moments.
#
# In the example `m` is `[0.05, -0.4]` and `v` is `[0.00025, 0.016]`, and `w` becomes `[0.9, -1.9]`. Then `m` is
# `[0.095, -0.26]`, `v` is `[0.00049975, 0.016984]` and `w` is `[0.8, -1.85305]`.


# %%
def adam(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    """Take one step with both moments, corrected: return (w, state)."""
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
# Many an Adam on the net is wrong, and still learns something, which is why nobody notices. You will. Here the tables
# are turned: you are handed a `rule` with the signature of your `adam`, and find out whether it is right.
#
# `checks_adam(rule)` returns `True` for a right one and `False` for a wrong one. It is shown two right ones, one of them with ε
# inside the root, so do not ask for more than five digits; and a dozen wrong ones. It is shown each more than once and in
# any order. Each wrong one that you refuse every time earns a part of the points, as long as you accept all that are
# right. A failed `assert` counts as `False`.
#
# Hand on the state that you are given, as a training does, and begin with `{}`. The example above has two steps to
# compare with. Is one weight enough? One step? One pair of betas? And what becomes of a weight whose gradient is 0?


# %%
def checks_adam(rule):
    """Return True if rule is a right Adam, and False if it is not."""
    ### BEGIN SOLUTION

    def agrees(slopes, learning_rate, beta_1, beta_2):
        w, wanted, state = np.array([1.0, -2.0]), np.array([1.0, -2.0]), {}
        m = v = np.zeros(2)
        for t, g in enumerate(slopes, 1):
            w, state = rule(w, g, state, learning_rate, beta_1, beta_2)
            m = beta_1 * m + (1 - beta_1) * g
            v = beta_2 * v + (1 - beta_2) * g**2
            size = np.sqrt(v / (1 - beta_2**t)) + 1e-7
            wanted = wanted - learning_rate * m / (1 - beta_1**t) / size
            if not np.allclose(w, wanted, rtol=0, atol=1e-5):
                return False
        return True

    slopes = np.array([[0.5, -4.0], [0.5, 1.0], [-0.25, 3.0]])
    idle = np.array([[0.5, 0.0], [0.25, 0.0]])
    return (
        agrees(slopes, 0.1, 0.9, 0.999)
        and agrees(slopes, 0.2, 0.5, 0.9)
        and agrees(idle, 0.1, 0.9, 0.999)
    )
    ### END SOLUTION


# %%
check("optimizers/checks_adam", checks_adam)

# %% [markdown]
# ## Down the valley
#
# This valley is forty times as steep across as it is along. Your rules start at the same place, up on one side,
# and take forty steps. Before you run it: which of them will bounce, and which will head for the floor at once?


# %%
def valley(w):
    """Return the slope of the valley w0² / 2 + 20 w1²."""
    return w * np.array([1.0, 40.0])


def path(rule, learning_rate, steps=40):
    """Walk down the valley by a rule, and return all places on the way."""
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
    "The paths of seven optimizers down a narrow valley, from the left to its middle", height=4
) as axes:
    axes.contour(x, y, x**2 / 2 + 20 * y**2, levels=[0.5, 2, 5, 10, 20, 40], linewidths=0.5)
    for rule, rate in rates.items():
        places = path(rule, rate)
        axes.plot(
            places[:, 0], places[:, 1], marker=".", markersize=3, linewidth=1, label=rule.__name__
        )
    axes.set(xlim=(-5, 3), ylim=(-1.5, 1.5), xlabel="along", ylabel="across")
    axes.legend(ncols=4, fontsize=7)

# %% [markdown]
# Play with the rates. Give `sgd` a rate of 0.06 and it leaves the valley altogether: across, each step is then more
# than twice the way to the floor. No such thing happens to `adam`, whose first step is η whatever the slope.
#
# ## What you can do now
#
# You have seven ways to walk, and you know what each remembers. Next comes the question whether the place you arrive
# at is any good: the problem set on evaluation measures a network on examples that it has never seen.
