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
# **The question.** The gradient tells us the direction of a step, but not its length. Can the *earlier steps* help to
# choose a better step?
#
# An **optimizer** is the rule that changes the weights. All optimizers in this lecture, except SGD, use earlier
# gradients, and each adds one idea to another one. At the end you know what the word `"adam"` means in countless
# programs, and you can compare your own version with the library's.
#
# After this lecture you can
#
# * write seven optimizers, each in about three lines, and say what each of them stores,
# * compute two steps of any of them by hand,
# * tell momentum, Adagrad and Adam apart by their paths,
# * explain why Adagrad's steps become shorter, why RMSprop's do not, why Adadelta starts slowly, and what Adam's bias
#   correction does.
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
# The plots show a long, narrow valley. It is twenty times as steep in one direction as in the other. Plain gradient
# descent oscillates: the steep direction allows only small steps, but the flat direction needs large ones.
#
# There are two ideas to improve this. The first uses the **direction** of earlier gradients: components that change
# their sign cancel, and components that keep their sign add up. This is momentum. The second uses the **size** of
# earlier gradients: a weight with large gradients gets smaller steps. This is the idea of Adagrad and of its
# successors. Adam uses both ideas.

# %% jupyter={"source_hidden": true}
ravine = surface("ravine")
ways = [
    ("gradient descent", SGD(0.094)),
    ("momentum", SGD(0.012, momentum=0.8)),
    ("Adagrad", Adagrad(0.8, initial_accumulator_value=0.0)),
]
with picture(
    "Three paths in the same narrow valley: gradient descent oscillates across it; with momentum the path "
    "is a wide curve along it; Adagrad goes straight to the minimum.",
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
# **Try it.** All seven optimizers start at the orange point. Press *play*. Drag the point, change the surface, and
# multiply all learning rates by the same factor.

# %%
race_optimizers(surface_name="ravine")

# %% [markdown]
# No optimizer is the best on every surface. But each moves in its own way, and you will learn to recognize it by its
# path.
#
# ## SGD <a id="I1"></a>
#
# Stochastic gradient descent (SGD) uses only the current gradient:
#
# $$w \leftarrow w - \eta\, g$$
#
# It is one line and needs no state. In the problem set, each optimizer is a function `(w, g, state, learning_rate)`
# that returns the new `w` and the `state`. The next cell takes two steps from $w = (1, -2)$, with $\eta = 0.1$ and the
# gradients $(0.5, -4)$ and $(0.5, 1)$. The same numbers are used for all the other optimizers.

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
# Imagine a ball that rolls downhill: it does not stop where the ground is flat, because it keeps some of its speed. In
# the same way, momentum adds up the gradients, and multiplies the old sum by a factor $\mu$ in each step:
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
# The library stores the sum of the *steps*, which is $-\eta$ times this accumulator. As long as $\eta$ does not change,
# both forms give the same path.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The gradient is g at every step, and μ = 0.9. How long do the steps become?",
    {
        "0.9 η g": "This is what remains of the step before. The new gradient is added in each step.",
        "η g": "This is the length of the first step. Then 0.9 of it is added, then 0.81, and so on.",
        "10 η g": "1 + 0.9 + 0.81 + … = 1/(1 − 0.9) = 10. With a constant gradient, μ = 0.9 makes the steps ten times as long.",
        "longer and longer, without a limit": "Each step loses a tenth of its length and gains η g. At 10 η g, both are equal.",
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
# A ball lies in the higher one of two valleys.
#
# **Try it.** With $\mu = 0$ this is plain gradient descent, and the ball stays in the first valley. Increase $\mu$
# slowly. From which value on does the ball cross the hill? And what happens at 0.99?

# %%
Roll("two valleys", start=2.2, momentum=0.0, learning_rate=0.03)

# %%
for momentum in (0.0, 0.5, 0.85, 0.9, 0.95):
    print(f"μ = {momentum:4}  ", Roll(momentum=momentum).seen["says"])

# %% [markdown]
# **Too much momentum.** A ball that crosses one hill can also cross the next one, and leave the valley in which it
# should stay. This ball went through the lowest valley and came back:

# %%
Roll("two valleys", start=2.2, momentum=0.95, learning_rate=0.1)

# %% [markdown]
# Momentum does not solve the problem of local minima. It is a faster way through long valleys, and sometimes it crosses
# a small hill.
#
# ## The velocity form <a id="I3"></a>
#
# Nesterov momentum uses the new velocity already in the same step. The state is a velocity, the sum of earlier *steps*:
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
# What is the advantage? Nesterov momentum slows down earlier. Compare the two on the narrow valley: the solid blue line
# goes far past the minimum, the dashed one much less.

# %%
race_optimizers(surface_name="ravine", rules=("sgd", "momentum", "nesterov"))

# %% [markdown]
# ## A wrong sign <a id="sign"></a>
#
# This code for the velocity form is sometimes printed. One sign differs from the formula above. Which one?
#
# ```
# velocity = past_velocity * momentum + learning_rate * gradient
# w = w + momentum * velocity - learning_rate * gradient
# ```

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "What does this code do on a parabola, with a momentum of 0.9?",
    {
        "the loss falls more slowly": "The first step makes the loss a little smaller. But the velocity grows in the direction of the gradient, and soon outweighs the rest.",
        "the loss grows faster and faster": "The velocity adds up +ηg, and g points in the direction in which the loss grows. From the second step on, the loss grows.",
        "nothing, because the two signs cancel": "At μ = 0.5 they would cancel, with a constant gradient. At 0.9 the velocity is much larger.",
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
# With the plus sign, the first step still makes the loss a little smaller: $0.9\,\eta g - \eta g$. Then the loss grows.
# The right line is `velocity = past_velocity * momentum - learning_rate * gradient`.
#
# **Try it.** The ball below uses the wrong sign. Change the form, and it rolls down again. Then choose the wrong form
# again, with a momentum *below* 0.5: with a constant gradient the loss now falls, which hides the mistake.

# %%
Roll("parabola", start=-1.5, momentum=0.9, learning_rate=0.05, form="as the slide has it")

# %% [markdown]
# The name of another optimizer is sometimes misprinted as "Adadelata". It is **Adadelta**:

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
# Now the second idea. Some weights get large gradients at every step. Others belong to a rare feature, and get a
# gradient in one step out of a hundred. A single learning rate cannot be good for both.
#
# So for each weight, Adagrad adds up the squares of its gradients, and divides by the square root of this sum:
#
# $$a \leftarrow a + g^2 \qquad\quad w \leftarrow w - \eta\, \frac{g}{\sqrt{a + \varepsilon}}$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The gradient of one weight is always 1, and the gradient of the other is always 0.1. How long are their first steps with Adagrad?",
    {
        "η and 0.1 η": "This is right for SGD. Adagrad divides each gradient by its own size.",
        "η and η": "After one step, √a is the size of the gradient itself, so g/√a is 1 for both.",
        "η and 10 η": "The smaller gradient is divided by a smaller number, and the quotient is 1 for both.",
    },
    right="η and η",
)

# %%
print("Adagrad", two_steps(Adagrad(0.1, initial_accumulator_value=0.0)))

# %% [markdown]
# **Look at the state.** The first row shows the gradients of two weights, the second row what Adagrad stores, and the
# third row the steps. Try the other gradients: what happens to a weight that gets a gradient only in every tenth step?

# %%
StateScope("adagrad", "steady, one ten times the other")

# %% [markdown]
# **The steps become too short.** The sum never becomes smaller. If the gradients were large at the beginning, the steps
# stay short, even if the gradients are small later:

# %%
StateScope("adagrad", "steep, then flat")

# %% [markdown]
# With a constant gradient, the step at time $t$ is $\eta/\sqrt{t}$. After a hundred times as many steps, it is a tenth
# as long. A long training almost stops.
#
# ## RMSprop <a id="I6"></a>
#
# RMSprop replaces the sum by a **moving average**, in which older gradients count less and less:
#
# $$a \leftarrow \rho\, a + (1 - \rho)\, g^2 \qquad\quad w \leftarrow w - \eta\, \frac{g}{\sqrt{a + \varepsilon}}$$
#
# **Look at the state.** These are the same gradients as above. The blue steps become long again after the gradients
# have become small. The slider for $\rho$ determines how soon.

# %%
StateScope("rmsprop", "steep, then flat", decay=0.9)

# %%
print("RMSprop", two_steps(RMSprop(0.1)))

# %% [markdown]
# The first of the two steps has the length 0.316 instead of 0.1. Adam will correct this.
#
# ## Adadelta <a id="I5"></a>
#
# Zeiler noticed that the units do not match. If $w$ is measured in metres, $g/\sqrt{a}$ has no unit, but a step must be
# in metres. So Adadelta multiplies by a length: the typical size of the *steps* so far.
#
# $$a \leftarrow \rho\, a + (1 - \rho)\, g^2 \qquad d = g\, \frac{\sqrt{u + \varepsilon}}{\sqrt{a + \varepsilon}} \qquad
# u \leftarrow \rho\, u + (1 - \rho)\, d^2 \qquad w \leftarrow w - \eta\, d$$
#
# In the paper there is no learning rate, which means $\eta = 1$.

# %%
print("Adadelta, η = 1", two_steps(Adadelta(1.0)))

# %% [markdown]
# **A slow start.** At the beginning there are no earlier steps. Then $u = 0$, and the first step depends on
# $\sqrt{\varepsilon}$ only: it is about 0.001. The steps grow slowly. With Keras's default $\eta = 0.001$ they are a
# thousand times smaller still.

# %%
StateScope("adadelta", "steady, one ten times the other", decay=0.95)

# %% [markdown]
# ## Adam <a id="I7"></a>
#
# Adam combines both ideas: a moving average of the gradients for the direction, as in momentum, and a moving average of
# the squared gradients for the size, as in RMSprop.
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g \qquad\quad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
#
# Both start at 0, so both are too small at first. But we know exactly by how much: with a constant $g$, after $t$ steps
# $m = (1 - \beta_1^t)\, g$. So divide by this factor. This is the **bias correction**:
#
# $$\hat m = \frac{m}{1 - \beta_1^t} \qquad \hat v = \frac{v}{1 - \beta_2^t} \qquad\quad w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon}$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "How long is Adam's first step without the bias correction (β₁ = 0.9, β₂ = 0.999)?",
    {
        "a tenth of η, because m is a tenth of g": "m is 0.1 g. But √v is √0.001 g = 0.032 g, which is even smaller.",
        "about 3.2 η": "0.1 g / (0.0316 g) = 3.16. Both are too small, but the denominator more so.",
        "η, because both errors cancel": "They would cancel if 1 − β₁ were equal to √(1 − β₂). But 0.1 is not 0.032.",
    },
    right="about 3.2 η",
)

# %% [markdown]
# **Look at the state.** Turn the bias correction on and off, and watch the third row.

# %%
StateScope("adam", "steady, one ten times the other", decay=0.999, corrected=False)

# %%
m, v = 0.1 * 1.0, 0.001 * 1.0
print("without the correction:", round(0.1 * m / np.sqrt(v), 4))
print("with the correction:   ", round(0.1 * (m / 0.1) / np.sqrt(v / 0.001), 4))
print("Adam", two_steps(Adam(0.1)))

# %% [markdown]
# The first step of each weight has the length $\eta$, whatever its gradient is. So the learning rate is a length in the
# units of the weights. This is one reason why 0.001 works so often.
#
# What happens with noise? Choose the last of the gradients. A weight whose gradient only changes at random around 0
# takes small steps, because its average $m$ is almost 0, but $\sqrt v$ is not. A weight with a clear direction takes
# longer steps.

# %%
StateScope("adam", "noise about 0.3, and noise alone", decay=0.99)

# %% [markdown]
# ## Your own optimizer
#
# `race_optimizers` takes your function from the problem set. It looks for the name of an optimizer in the name of your
# function, and runs both. A ring marks the first step at which they differ. In this Adam something is missing. Run it,
# find the mistake and correct it.


# %%
def my_adam(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = beta_1 * state.get("m", 0) + (1 - beta_1) * g
    v = beta_2 * state.get("v", 0) + (1 - beta_2) * g**2
    return w - learning_rate * m / (np.sqrt(v) + epsilon), {"m": m, "v": v}


race_optimizers(my_adam)

# %% [markdown]
# **A common mistake.** An optimizer must keep its state. This one computes the accumulator correctly, but returns a
# new, empty state:


# %%
def my_momentum(w, g, state, learning_rate, momentum=0.9):
    accumulator = momentum * state.get("accumulator", 0) + g
    return w - learning_rate * accumulator, {}


race_optimizers(my_momentum)

# %% [markdown]
# So it is plain SGD, and the explorable says so. The next function stops with an error: before the first step, the
# state is empty.


# %%
def my_adagrad(w, g, state, learning_rate, epsilon=1e-7):
    state["squares"] += g**2
    return w - learning_rate * g / np.sqrt(state["squares"] + epsilon), state


race_optimizers(my_adagrad)

# %% [markdown]
# ## How important is the learning rate?
#
# Surfaces with two weights are good for looking. Now a real network: 600 digits, 64 inputs, 24 hidden units, ten
# outputs. It was trained 84 times: with seven optimizers and twelve learning rates, ten epochs each, always from the
# same first weights.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "All optimizers use the learning rate 0.01. After ten epochs, Adam has an accuracy of 95 % on new digits, and plain SGD 17 %. What follows?",
    {
        "Adam is the better optimizer for this network": "Only at this learning rate. With η = 1, SGD has 94 % and Adam 10 %.",
        "SGD cannot learn digits": "It can, as well as the others, with a learning rate between 0.3 and 1.",
        "a learning rate of 0.01 means something different for each of them": "For Adam it is the length of a step, for SGD a factor of the gradient. Compare each optimizer at its own best learning rate.",
    },
    right="a learning rate of 0.01 means something different for each of them",
)

# %% [markdown]
# **Try it.** Drag in the right plot, or use the slider.

# %%
DigitsRace(learning_rate=0.01)

# %%
for rate in (0.001, 0.01, 0.1, 1.0):
    results = DigitsRace(rate).results()
    accuracies = [f"{rule} {accuracy:.0%}" for rule, (_, accuracy) in results.items()]
    print(f"η = {rate:5} ", "  ".join(accuracies))

# %% [markdown]
# Now your own optimizer. `my_adam` is the function from above, without the bias correction. In the narrow valley it
# reached the minimum nevertheless. Is the correction useful? Look at which learning rate its accuracy drops.

# %%
DigitsRace(learning_rate=0.1, own=my_adam)

# %%
for rate in (0.01, 0.03, 0.1):
    results = DigitsRace(rate, own=my_adam).results()
    print(f"η = {rate:4}   adam {results['adam'][1]:.0%}   my_adam {results['my_adam'][1]:.0%}")

# %% [markdown]
# Its first steps are three times too long. With a learning rate of 0.1, they destroy the network at the very beginning.
# So the bias correction makes larger learning rates possible.
#
# There are two more lessons. First, it makes no sense to compare optimizers at a *single* learning rate. Second, every
# optimizer has a largest useful learning rate: a little above it, the network is worse than guessing. Adadelta's is
# outside of the picture.
#
# ## Your next task
#
# Open the problem set [`optimizers`](../exercises/optimizers/optimizers.ipynb) and begin with `sgd`. Then come
# `momentum`, `nesterov`, `adagrad`, `rmsprop`, `adadelta` and `adam`. If something is wrong, the check names the
# mistake. If you are stuck, compare your function with the library's by `race_optimizers`.
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
# * D4 has a plus sign in the velocity. It must be a minus sign: see the section on the wrong sign.
# * D1 and D2 list an optimizer "Adadelata". Its name is Adadelta.
#
# </details>
