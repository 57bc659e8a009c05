# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Optimizers
#
# **The question.** The gradient gives the direction of the next step, but not its best length. Can the gradients of
# *earlier* steps help to choose a better step?
#
# An **optimizer** is the rule that updates the weights. In this lecture you meet seven optimizers. Plain SGD uses only
# the current gradient. The other six also use earlier gradients.
#
# After this lecture you can
#
# * write seven optimizers in NumPy, each in a few lines, and say what each of them stores;
# * compute two steps of each optimizer by hand;
# * recognize momentum, Adagrad and Adam by their paths;
# * explain why Adagrad's steps become shorter, and how RMSprop prevents this;
# * explain why Adadelta starts slowly, and what Adam's bias correction does.
#
# **Time:** about 100 minutes. **You need:** [lecture 06, Gradient descent](06_gradient_descent.ipynb) and [lecture 08,
# Batches](08_batches.ipynb).

# %%
import numpy as np
from chainrule.optimizers import SGD, Adadelta, Adagrad, Adam, RMSprop
from chainrule_widgets import picture, question
from chainrule_widgets.gradient_descent.surfaces import surface
from chainrule_widgets.gradient_descent.walking import descend
from chainrule_widgets.optimizers import DigitsRace, Roll, StateScope, race_optimizers

# %% [markdown]
# ## The idea
#
# The plots below show a loss with two weights. It has the shape of a long, narrow valley: at the same distance from
# the minimum, the gradient across the valley is twenty times as large as the gradient along it. Plain gradient descent
# oscillates across the valley. With a learning rate above 0.1 it would diverge, but below 0.1 the steps along the
# valley are short.
#
# There are two ideas to improve this.
#
# * **Use the direction of earlier gradients.** Add up the gradients. Components that change their sign cancel.
#   Components that keep their sign grow. This is momentum.
# * **Use the size of earlier gradients.** A weight with large gradients gets a smaller learning rate. This is the idea
#   of Adagrad, RMSprop and Adadelta.
#
# Adam uses both ideas.

# %% jupyter={"source_hidden": true}
ravine = surface("ravine")
ways = [
    ("gradient descent", SGD(0.094)),
    ("momentum", SGD(0.012, momentum=0.8)),
    ("Adagrad", Adagrad(0.8, initial_accumulator_value=0.0)),
]
with picture(
    "Three paths in the same narrow valley. Gradient descent oscillates across the valley. With momentum "
    "the path is a wide curve along the valley. Adagrad goes straight to the minimum.",
    columns=3,
    width=9.5,
    height=2.3,
) as axes:
    a, b = np.meshgrid(np.linspace(-3, 1.5, 60), np.linspace(-1.5, 1.5, 60))
    for panel, (title, optimizer) in zip(axes, ways):
        path = descend(optimizer, ravine.slope, [-2.6, 1.0], 25)
        panel.contour(
            a, b, a**2 / 2 + 10 * b**2, levels=[0.3, 1, 3, 7, 13], linewidths=0.6, colors="gray"
        )
        panel.plot(path[:, 0], path[:, 1], linestyle="-", marker=".", linewidth=1)
        panel.set(title=title, xticks=[-2, 0], yticks=[-1, 0, 1])

# %% [markdown]
# **Try it.** Press *play*: all seven optimizers start at the orange point. Then drag the point, choose another
# surface, or multiply all learning rates by the same factor. Notice which paths oscillate, and which optimizer has the
# smallest loss $J$ at the end.

# %%
race_optimizers(surface_name="ravine")

# %% [markdown]
# No optimizer is the best on every surface. But each optimizer has typical paths, and you will learn to recognize
# them.
#
# ## SGD <a id="I1"></a>
#
# Stochastic gradient descent (SGD) uses only the current gradient:
#
# $$w \leftarrow w - \eta\, g$$
#
# Here $g$ is the gradient of the loss and $\eta$ is the learning rate. SGD stores nothing between two steps. The other
# optimizers store numbers between the steps. These numbers are the **state** of the optimizer.
#
# In the problem set, you write each optimizer as a function `(w, g, state, learning_rate)` that returns the new `w`
# and the new `state`. The next cell computes two steps of SGD from $w = (1, -2)$, with $\eta = 0.1$. The gradients are
# $(0.5, -4)$ in the first step and $(0.5, 1)$ in the second step. All the other optimizers below get the same numbers.

# %%
GRADIENTS = [np.array([0.5, -4.0]), np.array([0.5, 1.0])]


def two_steps(optimizer):
    w, places = np.array([1.0, -2.0]), []
    for g in GRADIENTS:
        optimizer.apply_gradients([(g, w)])
        places.append(w.round(5).tolist())
    return places


print("SGD", two_steps(SGD(0.1)))

# %% [markdown]
# ## Momentum <a id="I2"></a>
#
# Imagine a ball that rolls downhill: it keeps some of its speed, so it does not stop at once where the ground is flat.
# In the same way, **momentum** keeps a sum of the gradients, the accumulator. In each step, it multiplies the old sum
# by a factor $\mu$ (for example 0.9) and adds the new gradient:
#
# $$\text{accumulator} \leftarrow \text{accumulator} \cdot \mu + \text{gradient} \qquad\quad w \leftarrow w - \eta \cdot \text{accumulator}$$

# %%
w, accumulator = np.array([1.0, -2.0]), np.zeros(2)
for g in GRADIENTS:
    accumulator = accumulator * 0.9 + g
    w = w - 0.1 * accumulator
    print("accumulator", accumulator.round(5), "  w", w.round(5))
print("the library's SGD(momentum=0.9):  ", two_steps(SGD(0.1, momentum=0.9))[-1])

# %% [markdown]
# The library stores the **velocity** instead. The velocity is $-\eta$ times the accumulator. As long as $\eta$ does
# not change, both forms give the same path.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The gradient is g in every step, and μ = 0.9. How long do the steps become?",
    {
        "0.9 η g": "If the first step is η g, this part of it remains in the second step. But the new gradient is added to it.",
        "η g": "This is the length of the first step. The second step has the length η g + 0.9 η g, and so on.",
        "10 η g": "1 + 0.9 + 0.81 + … = 1/(1 − 0.9) = 10. With a constant gradient, μ = 0.9 makes the steps ten times as long.",
        "longer and longer, without a limit": "Each step loses a tenth of its length and gains η g. At the length 10 η g, loss and gain are equal.",
    },
    right="10 η g",
)

# %%
w, before = np.zeros(1), 0.0
steady = SGD(0.1, momentum=0.9)
for step in range(1, 61):
    steady.apply_gradients([(np.ones(1), w)])
    if step in (1, 2, 3, 10, 60):
        print(f"step {step:2}   length {before - w[0]:.4f}")
    before = w[0]

# %% [markdown]
# ### Out of a local minimum
#
# The explorable below shows a loss with one weight $w$ and two minima. The ball starts on the right. The nearer
# minimum is only a local one; the other minimum is lower.
#
# **Try it.** Press *play*. With $\mu = 0$ the method is plain gradient descent, and the ball stops at the local
# minimum. Increase $\mu$ slowly. At which value does the ball cross the hill for the first time? What happens at 0.99?

# %%
Roll("two valleys", start=2.2, momentum=0.0, learning_rate=0.03)

# %%
for momentum in (0.0, 0.5, 0.85, 0.9, 0.95):
    print(f"μ = {momentum:4}  ", Roll(momentum=momentum).seen["says"])

# %% [markdown]
# The ball crosses the hill for the first time at $\mu = 0.89$. At 0.99 it still oscillates after 120 steps.
#
# **Too much momentum.** A ball that crosses one hill can cross it again in the other direction. In the next explorable
# the learning rate is larger. The ball reaches the lower minimum, but then it comes back and stays near the local
# minimum.
#
# **Try it.** Press *play* and watch the ball.

# %%
Roll("two valleys", start=2.2, momentum=0.95, learning_rate=0.1)

# %% [markdown]
# Momentum does not solve the problem of local minima. It makes gradient descent faster in long valleys, and sometimes
# it carries the weights across a small hill.
#
# ## The velocity form <a id="I3"></a>
#
# **Nesterov momentum** uses the new velocity already in the same step. Its state is the velocity $v$:
#
# $$v \leftarrow \mu\, v - \eta\, g \qquad\quad w \leftarrow w + \mu\, v - \eta\, g$$
#
# In the library this is `SGD(momentum=0.9, nesterov=True)`.

# %%
w, v = np.array([1.0, -2.0]), np.zeros(2)
for g in GRADIENTS:
    v = 0.9 * v - 0.1 * g
    w = w + 0.9 * v - 0.1 * g
    print("velocity", v.round(5), "  w", w.round(5))
print("the library's:  ", two_steps(SGD(0.1, momentum=0.9, nesterov=True))[-1])

# %% [markdown]
# What is the advantage? Nesterov momentum oscillates less.
#
# **Try it.** Press *play* and compare the two blue paths: the solid line is momentum, the dashed line is Nesterov
# momentum. Both go past the minimum. But the oscillations of the dashed line become small sooner. After 60 steps its
# loss is 0.0013; the loss of the solid line is 0.0105.

# %%
race_optimizers(surface_name="ravine", rules=("sgd", "momentum", "nesterov"))

# %% [markdown]
# ## A wrong sign <a id="sign"></a>
#
# You can find the following code for the velocity form in print. One sign is different from the formula above. Which
# one?
#
# ```
# velocity = past_velocity * momentum + learning_rate * gradient
# w = w + momentum * velocity - learning_rate * gradient
# ```

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "What happens if you use this code on a parabola, with a momentum of 0.9?",
    {
        "the loss falls more slowly": "Only the first step makes the loss a little smaller. Then the velocity is larger than the gradient step, and it points uphill.",
        "the loss grows faster and faster": "The velocity adds up +η g, and the gradient g points in the direction in which the loss grows. From the second step on, the loss grows.",
        "nothing, because the two terms cancel": "With a constant gradient, the two terms would cancel at μ = 0.5. At μ = 0.9 the velocity is much larger.",
    },
    right="the loss grows faster and faster",
)

# %%
for sign, name in [(+1, "with a plus  "), (-1, "with a minus ")]:
    w, past_velocity, values = -2.0, 0.0, []
    for _ in range(8):
        gradient = w - 1  # the derivative of (w − 1)² / 2
        values.append((w - 1) ** 2 / 2)
        velocity = past_velocity * 0.9 + sign * 0.1 * gradient
        w = w + 0.9 * velocity - 0.1 * gradient
        past_velocity = velocity
    print(name, "J =", np.round(values, 2))

# %% [markdown]
# With the plus sign, the first step changes $w$ by $0.9\,\eta g - \eta g = -0.1\,\eta g$, so the loss becomes a little
# smaller. After that, the loss grows. The correct line is `velocity = past_velocity * momentum - learning_rate *
# gradient`.
#
# **Try it.** Press *play*: with the wrong sign, the ball rolls uphill. Choose *velocity (Nesterov)* as the form, and
# it rolls downhill. Then choose *wrong sign* again and set the momentum to 0.4. Now the loss falls. So a momentum
# below 0.5 hides the mistake.

# %%
Roll("parabola", start=-1.5, momentum=0.9, learning_rate=0.05, form="wrong sign")

# %% [markdown]
# The name of the optimizer Adadelta is sometimes misprinted as "Adadelata". The library does not know this name:

# %%
from chainrule import optimizers

for name in ("adadelata", "adadelta"):
    try:
        print(name, "→", optimizers.get(name))
    except ValueError as error:
        print(name, "→", error)

# %% [markdown]
# ## Adagrad <a id="I4"></a>
#
# Adagrad uses the second idea, the size of earlier gradients. Some weights get a large gradient in every step. Other
# weights belong to a rare feature, and get a gradient only in one of a hundred steps. One learning rate cannot be good
# for both kinds of weights.
#
# For each weight, **Adagrad** adds up the squares of all its gradients. The step is divided by the square root of this
# sum. The small number $\varepsilon$ prevents a division by 0:
#
# $$a \leftarrow a + g^2 \qquad\quad w \leftarrow w - \eta\, \frac{g}{\sqrt{a + \varepsilon}}$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The gradient of one weight is always 1, and the gradient of the other is always 0.1. How long are their first steps with Adagrad?",
    {
        "η and 0.1 η": "This is right for SGD. Adagrad divides the gradient of each weight by its own size.",
        "η and η": "After one step, √a is the size of the gradient itself, so g/√a is 1 for both.",
        "η and 10 η": "The smaller gradient is divided by a smaller number. The quotient is 1 for both weights.",
    },
    right="η and η",
)

# %%
print("Adagrad", two_steps(Adagrad(0.1, initial_accumulator_value=0.0)))

# %% [markdown]
# **Try it.** The first row shows the gradients of two weights, the second row shows Adagrad's state, and the third row
# shows the lengths of the steps. The gradient of the first weight is ten times as large, but both weights take steps
# of the same length. Then choose *constant, and every tenth step*. When the second weight gets a gradient, its step is
# longer than the step of the first weight (except in step 1).

# %%
StateScope("adagrad", "constant: 1 and 0.1")

# %% [markdown]
# **The steps become too short.** The sum never becomes smaller. In the next example, the gradient of the first weight
# (blue) is 4 for 20 steps, and then 0.4. Its steps stay short, although its gradient is now small.

# %%
StateScope("adagrad", "large, then small")

# %% [markdown]
# With a constant gradient, the length of the step at time $t$ is $\eta/\sqrt{t}$. So step 100 is only a tenth as long
# as step 1. In a long training, the weights almost stop changing.
#
# ## RMSprop <a id="I6"></a>
#
# **RMSprop** replaces the sum by a **moving average**: an average in which older gradients count less and less. The
# decay rate $\rho$, for example 0.9, is the factor by which the weight of an old gradient shrinks in each step.
#
# $$a \leftarrow \rho\, a + (1 - \rho)\, g^2 \qquad\quad w \leftarrow w - \eta\, \frac{g}{\sqrt{a + \varepsilon}}$$
#
# **Try it.** The gradients are the same as in the last example. After the gradient becomes small, the blue steps
# become longer again. Move the slider for $\rho$: the smaller $\rho$ is, the sooner they become longer.

# %%
StateScope("rmsprop", "large, then small", decay=0.9)

# %%
print("RMSprop", two_steps(RMSprop(0.1)))

# %% [markdown]
# The first of the two steps has the length 0.316 instead of 0.1, because the average starts at 0. Adam corrects this.
#
# ## Adadelta <a id="I5"></a>
#
# **Adadelta** starts from an observation about units. If $w$ is measured in metres, the quotient $g/\sqrt{a}$ has no
# unit, but a step must be in metres. So Adadelta multiplies by a length: the typical size of the earlier *steps*. It
# stores two moving averages: $a$ of the squared gradients, and $u$ of the squared steps.
#
# $$a \leftarrow \rho\, a + (1 - \rho)\, g^2 \qquad d = g\, \frac{\sqrt{u + \varepsilon}}{\sqrt{a + \varepsilon}} \qquad
# u \leftarrow \rho\, u + (1 - \rho)\, d^2 \qquad w \leftarrow w - \eta\, d$$
#
# The paper has no learning rate, which is the same as $\eta = 1$.

# %%
print("Adadelta, η = 1", two_steps(Adadelta(1.0)))

# %% [markdown]
# **A slow start.** At the beginning there are no earlier steps, so $u = 0$. The first step then depends only on
# $\sqrt{\varepsilon}$, and is about 0.001 long. The steps grow slowly. With Keras's default $\eta = 0.001$, each step
# is a thousand times shorter still.
#
# **Try it.** Look at the third row: all 60 steps are shorter than 0.002. Then increase $\rho$: the first step becomes
# longer, because $a$ becomes smaller.

# %%
StateScope("adadelta", "constant: 1 and 0.1", decay=0.95)

# %% [markdown]
# ## Adam <a id="I7"></a>
#
# **Adam** combines both ideas. It stores two moving averages: $m$ of the gradients gives the direction, as in
# momentum, and $v$ of the squared gradients gives the size, as in RMSprop.
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g \qquad\quad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
#
# Both averages start at 0, so both are too small in the first steps. We know exactly by how much: with a constant
# gradient $g$, after $t$ steps $m = (1 - \beta_1^t)\, g$. So Adam divides by $1 - \beta_1^t$. This is the **bias
# correction**:
#
# $$\hat m = \frac{m}{1 - \beta_1^t} \qquad \hat v = \frac{v}{1 - \beta_2^t} \qquad\quad w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon}$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "How long would Adam's first step be without the bias correction (β₁ = 0.9, β₂ = 0.999)?",
    {
        "a tenth of η, because m is a tenth of g": "m is 0.1 g. But m is divided by √v, and √v = √0.001 g = 0.032 g is even smaller.",
        "about 3.2 η": "m / √v = 0.1 g / (0.0316 g) = 3.16. Both averages are too small, but √v is too small by a larger factor.",
        "η, because both errors cancel": "The errors would cancel if 1 − β₁ were equal to √(1 − β₂). But 1 − β₁ is 0.1, and √(1 − β₂) is 0.032.",
    },
    right="about 3.2 η",
)

# %% [markdown]
# **Try it.** Switch the bias correction on and off, and watch the third row. With the correction, every step has the
# length $\eta = 0.1$. Without it, the first step is about three times as long.

# %%
StateScope("adam", "constant: 1 and 0.1", decay=0.999, corrected=False)

# %%
m, v = 0.1 * 1.0, 0.001 * 1.0
print("without the correction:", round(0.1 * m / np.sqrt(v), 4))
print("with the correction:   ", round(0.1 * (m / 0.1) / np.sqrt(v / 0.001), 4))
print("Adam", two_steps(Adam(0.1)))

# %% [markdown]
# With the bias correction, the first step of each weight has the length $\eta$, no matter how large its gradient is.
# So the learning rate is a length, measured in the units of the weight. This is one reason why 0.001 works in many
# networks.
#
# What happens if the gradients are noisy? In the next example, both weights get random gradients. Their mean is 0.3
# for the first weight and 0 for the second weight.
#
# **Try it.** Compare the two lines in the third row. For the second weight, gradients of opposite signs cancel in $m$,
# but not in $v$, so its steps are shorter on average.

# %%
StateScope("adam", "noise: mean 0.3, mean 0", decay=0.99)

# %% [markdown]
# ## Your own optimizer
#
# Call `race_optimizers` with your function from the problem set. It compares your function with the optimizer whose
# name is part of your function's name: `my_adam` is compared with Adam. A ring marks the first step at which they
# differ.
#
# Something is missing in the function `my_adam` below. Run the cell, find the mistake and correct it.


# %%
def my_adam(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = beta_1 * state.get("m", 0) + (1 - beta_1) * g
    v = beta_2 * state.get("v", 0) + (1 - beta_2) * g**2
    return w - learning_rate * m / (np.sqrt(v) + epsilon), {"m": m, "v": v}


race_optimizers(my_adam)

# %% [markdown]
# **A common mistake.** An optimizer must keep its state from step to step. The next function computes the accumulator
# correctly, but returns an empty state:


# %%
def my_momentum(w, g, state, learning_rate, momentum=0.9):
    accumulator = momentum * state.get("accumulator", 0) + g
    return w - learning_rate * accumulator, {}


race_optimizers(my_momentum)

# %% [markdown]
# So `my_momentum` takes the same steps as plain SGD, and the text below the plots says so. The next function stops
# with an error, because the state is empty before the first step.


# %%
def my_adagrad(w, g, state, learning_rate, epsilon=1e-7):
    state["squares"] += g**2
    return w - learning_rate * g / np.sqrt(state["squares"] + epsilon), state


race_optimizers(my_adagrad)

# %% [markdown]
# ## How important is the learning rate?
#
# Surfaces with two weights are easy to draw. How do the optimizers behave on a real network? This one has 64 inputs,
# 24 hidden units and ten outputs, and learns from 600 images of digits. It was trained 84 times: with seven optimizers
# and twelve learning rates, for ten epochs each, always from the same initial weights.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "All optimizers use the learning rate 0.01. After ten epochs, Adam has an accuracy of 95 % on new digits, and plain SGD has 17 %. What can you conclude?",
    {
        "Adam is the better optimizer for this network": "This is true only at this learning rate. With η = 1, SGD has an accuracy of 94 %, and Adam has 10 %.",
        "SGD cannot learn digits": "With a learning rate between 0.3 and 1, SGD is right for 93 or 94 % of the digits, about as many as the others.",
        "a learning rate of 0.01 means something different for each optimizer": "For Adam, the learning rate is the length of a step. For SGD, it is a factor of the gradient. Compare each optimizer at its own best learning rate.",
    },
    right="a learning rate of 0.01 means something different for each optimizer",
)

# %% [markdown]
# **Try it.** Drag the dotted line in the right plot, or use the slider. For which learning rates is each optimizer
# above 90 %?

# %%
DigitsRace(learning_rate=0.01)

# %%
for rate in (0.001, 0.01, 0.1, 1.0):
    results = DigitsRace(rate).results()
    accuracies = [f"{rule} {accuracy:.0%}" for rule, (_, accuracy) in results.items()]
    print(f"η = {rate:5} ", "  ".join(accuracies))

# %% [markdown]
# Now the function `my_adam` from above, without the bias correction. In the narrow valley it came close to the
# minimum, just as Adam did. Is the correction useful at all?
#
# **Try it.** Drag the dotted line again. At which learning rate does the accuracy of `my_adam` fall, although the
# accuracy of Adam does not?

# %%
DigitsRace(learning_rate=0.1, own=my_adam)

# %%
for rate in (0.01, 0.03, 0.1):
    results = DigitsRace(rate, own=my_adam).results()
    print(f"η = {rate:4}   adam {results['adam'][1]:.0%}   my_adam {results['my_adam'][1]:.0%}")

# %% [markdown]
# The first steps of `my_adam` are about three times too long. With a learning rate of 0.1 these steps damage the
# network, and it does not recover. So the bias correction makes larger learning rates possible.
#
# There are two more lessons. First, do not compare optimizers at a *single* learning rate. Second, each optimizer has
# a largest useful learning rate. At ten times this learning rate, the network is right for about 10 % of the digits,
# as if it guessed. Only Adadelta still works at the largest learning rate in the plot.
#
# ## Your next task
#
# Open the problem set [`optimizers`](../exercises/optimizers/optimizers.ipynb) and begin with `sgd`. Then write
# `momentum`, `nesterov`, `adagrad`, `rmsprop`, `adadelta` and `adam`. If something is wrong, the check names the
# mistake. If you do not find the mistake, compare your function with the library's by `race_optimizers`.
#
# ## Sources
#
# * B. Polyak, *Some methods of speeding up the convergence of iteration methods*, USSR Computational Mathematics and
#   Mathematical Physics 4, 1964: momentum.
# * Y. Nesterov, *A method for solving the convex programming problem with convergence rate O(1/k²)*, 1983.
# * I. Sutskever, J. Martens, G. Dahl, G. Hinton, *On the importance of initialization and momentum in deep learning*,
#   ICML 2013: the velocity form.
# * J. Duchi, E. Hazan, Y. Singer, *Adaptive subgradient methods for online learning and stochastic optimization*, JMLR
#   12, 2011: Adagrad.
# * M. Zeiler, *ADADELTA: An adaptive learning rate method*, arXiv 1212.5701, 2012.
# * T. Tieleman, G. Hinton, *Lecture 6.5: RMSProp*, Coursera, Neural Networks for Machine Learning, 2012.
# * D. Kingma, J. Ba, *Adam: A method for stochastic optimization*, ICLR 2015 (on arXiv since 2014).
#
# <details>
# <summary><b>If you use the slides</b></summary>
#
# The [glossary](../glossary.ipynb#decks) says what the decks D0 to D4 contain. This lecture covers all decks (SGD), D4
# (momentum, the velocity form, RMSprop, Adam), and D1 and D2 (the list from Adagrad to Adam).
#
# * D4 has a plus sign in the line of the velocity. The right sign is a minus: see the section "A wrong sign".
# * D1 and D2 list an optimizer "Adadelata". Its name is Adadelta.
#
# </details>
