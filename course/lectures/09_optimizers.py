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
# **The question.** The gradient says which way is down. It does not say how far to go. Can the *steps so far* tell us?
#
# All of them look back, except one. Each in this lecture adds a single idea to one before it. In the end you will know what the word `"adam"` in
# countless programs stands for, and your own version will run beside it.

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
# Here is a long, narrow valley, twenty times as steep across as it is along. Plain descent bounces from wall to wall: the steep
# direction forbids large steps, and the flat one would need them.
#
# There are two ways to do better. **Remember the direction**: what points to and fro cancels, what points along adds up. That is momentum. Or **remember the
# size**: a weight whose slopes are always large gets a smaller rate of its own. That is Adagrad, and all that came after. Adam does both.

# %% jupyter={"source_hidden": true}
ravine = surface("ravine")
ways = [
    ("plain descent", SGD(0.094)),
    ("remember the direction", SGD(0.012, momentum=0.8)),
    ("remember the size", Adagrad(0.8, initial_accumulator_value=0.0)),
]
with picture(
    "Three paths into the same narrow valley: plain descent zigzags across it; with momentum it swings "
    "in wide curves along it; with a rate for each weight it goes straight to the middle.",
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
# **Move it.** All seven start at the orange dot. Press *play*. Drag the dot, change the surface, and multiply all learning rates at once.

# %%
race_optimizers(surface_name="ravine")

# %% [markdown]
# No rule wins everywhere. But each has its way of moving, and you will learn to tell them apart by their paths alone.
#
# ## SGD <a id="I1"></a>
#
# The one that does not look back:
#
# $$w \leftarrow w - \eta\, g$$
#
# One line, no state. In the problem set each rule is a function `(w, g, state, learning_rate)` that returns the new `w` and the `state`. Two steps from
# $w = (1, -2)$, with $\eta = 0.1$ and the gradients $(0.5, -4)$ and $(0.5, 1)$. You will meet these numbers again:

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
# A ball does not stop where the ground is level. It keeps some of its speed. So gather the gradients, and let the old ones fade by a factor $\mu$:
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
# The library gathers *steps*, $-\eta$ times the slide's accumulator. As long as $\eta$ stays the same, it is the same path.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The slope is the same, g, at every step, and μ = 0.9. How long do the steps become in the end?",
    {
        "0.9 η g": "That is what is left of the step before. The new gradient comes on top, each time.",
        "η g": "So long is the very first step. Then 0.9 of it is added, then 0.81 …",
        "10 η g": "1 + 0.9 + 0.81 + … = 1/(1 − 0.9) = 10. Momentum 0.9 is ten times the speed on an even slope.",
        "longer and longer, without end": "Each step loses a tenth of its speed and gains one η g. At ten times η g the two are equal.",
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
# Now the slides' picture: a ball in the higher of two valleys.
#
# **Move it.** With $\mu = 0$ it is plain descent, and it lies down in the first hollow. Raise $\mu$ slowly. From where on does it get over the hill? And what happens
# at 0.99?

# %%
Roll("two valleys", start=2.2, momentum=0.0, learning_rate=0.03)

# %%
for momentum in (0.0, 0.5, 0.85, 0.9, 0.95):
    print(f"μ = {momentum:4}  ", Roll(momentum=momentum).seen["says"])

# %% [markdown]
# **When it goes wrong.** A ball that gets over one hill can get over the next, and out of the valley in which it should have stayed. This one went through the lowest
# valley, and came back:

# %%
Roll("two valleys", start=2.2, momentum=0.95, learning_rate=0.1)

# %% [markdown]
# Momentum is no cure for local minima. It is a better way down long valleys that sometimes jumps over a small hill.
#
# ## The velocity form <a id="I3"></a>
#
# If you know that you will roll on anyway, use it: take the next push into account now. The memory is a velocity, a sum of *steps*, and the step looks one ahead:
#
# $$v \leftarrow \mu\, v - \eta\, g \qquad\quad w \leftarrow w + \mu\, v - \eta\, g$$
#
# That is Nesterov's momentum, `SGD(momentum=0.9, nesterov=True)`.

# %%
w, v = np.array([1.0, -2.0]), np.zeros(2)
for g in GRADIENTS:
    v = 0.9 * v - 0.1 * g
    w = w + 0.9 * v - 0.1 * g
    print("velocity", v.round(5), "  w", w.round(5))
print("the library's:  ", two_steps(SGD(0.1, momentum=0.9, nesterov=True))[-1])

# %% [markdown]
# What does looking ahead change? It brakes earlier. Compare the two on the ravine: the solid blue line swings past the middle, the dashed one much less.

# %%
race_optimizers(surface_name="ravine", rules=("sgd", "momentum", "nesterov"))

# %% [markdown]
# ## Where a slide is wrong
#
# Deck D4 gives this code for the velocity form. One sign differs from the formula above. Which?
#
# ```
# velocity = past_velocity * momentum + learning_rate * gradient
# w = w + momentum * velocity - learning_rate * gradient
# ```

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "What does the slide's code do with a ball on the slope of a parabola, at momentum 0.9?",
    {
        "it descends more slowly": "Its first step does go down, a little. But the velocity grows uphill, and soon outweighs the rest.",
        "it climbs, faster and faster": "The velocity gathers +ηg, and g points uphill. From the second step on it pushes the weight up.",
        "nothing, the two signs cancel": "At μ = 0.5 they would, on an even slope. At 0.9 the velocity is far stronger.",
    },
    right="it climbs, faster and faster",
)

# %%
for sign, name in [(+1, "as printed   "), (-1, "with a minus ")]:
    w, past_velocity, heights = -2.0, 0.0, []
    for _ in range(8):
        gradient = w - 1  # the slope of (w − 1)² / 2
        heights.append((w - 1) ** 2 / 2)
        velocity = past_velocity * 0.9 + sign * 0.1 * gradient
        w = w + 0.9 * velocity - 0.1 * gradient
        past_velocity = velocity
    print(name, "J =", np.round(heights, 2))

# %% [markdown]
# As printed, the very first step still goes down, by a hair: $0.9\,\eta g - \eta g$. From then on it climbs. The right line is
# `velocity = past_velocity * momentum - learning_rate * gradient`.
#
# **When it goes wrong.** The same, to watch. Change the form, and the ball comes back down. And a surprise: take the slide's form, and a momentum *below* 0.5. On an
# even slope its two terms then add up to a descent after all, which hides the mistake.

# %%
Roll("parabola", start=-1.5, momentum=0.9, learning_rate=0.05, form="as the slide has it")

# %% [markdown]
# And two decks, D1 and D2, list an optimizer called "Adadelata". It is **Adadelta**, and the library knows no other:

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
# Now the other idea. Some weights meet large slopes at every step. Others belong to a feature that is rarely there, and meet one in a hundred steps. A single learning rate cannot suit both.
#
# So let each weight add up the squares of its own slopes, and divide by the root:
#
# $$a \leftarrow a + g^2 \qquad\quad w \leftarrow w - \eta\, \frac{g}{\sqrt{a + \varepsilon}}$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "One weight's slope is always 1, the other's always 0.1. How long are their first steps with Adagrad?",
    {
        "η and 0.1 η": "So it is with SGD. Adagrad divides each by its own size.",
        "η and η": "After one step √a is the slope itself, so g/√a is 1 for both. Scale does not matter.",
        "η and 10 η": "The smaller slope is divided by a smaller number, but it is smaller itself. It evens out.",
    },
    right="η and η",
)

# %%
print("Adagrad", two_steps(Adagrad(0.1, initial_accumulator_value=0.0)))

# %% [markdown]
# **Look inside.** The first row is what the two weights meet, the second what Adagrad remembers of it, the third the steps they take. Try the other gradients: what becomes of a weight
# that hears something only at every tenth step?

# %%
StateScope("adagrad", "steady, one ten times the other")

# %% [markdown]
# **When it goes wrong.** The sum never shrinks. Steep ground at the beginning is held against a weight for ever, even where the ground has long been flat:

# %%
StateScope("adagrad", "steep, then flat")

# %% [markdown]
# On an even slope the step at time $t$ is $\eta/\sqrt{t}$. A hundred times as many steps, a tenth of the length. In a long training it all but stops.
#
# ## RMSprop <a id="I6"></a>
#
# So forget. Replace the sum by a moving average, in which what lies far back fades:
#
# $$a \leftarrow \rho\, a + (1 - \rho)\, g^2 \qquad\quad w \leftarrow w - \eta\, \frac{g}{\sqrt{a + \varepsilon}}$$
#
# **Look inside.** The same gradients as above. Watch the blue steps recover once the ground is flat, and let the slider for the memory $\rho$ say how soon.

# %%
StateScope("rmsprop", "steep, then flat", decay=0.9)

# %%
print("RMSprop", two_steps(RMSprop(0.1)))

# %% [markdown]
# Two steps, and the first is 0.316 long instead of 0.1. Remember that. It is not what anyone ordered, and Adam will repair it.
#
# ## Adadelta <a id="I5"></a>
#
# Zeiler noticed that the units do not fit. If $w$ is in metres, then $g/\sqrt{a}$ is a pure number, and no step. So multiply by a length: the usual length of the *steps* so far.
#
# $$a \leftarrow \rho\, a + (1 - \rho)\, g^2 \qquad d = g\, \frac{\sqrt{u + \varepsilon}}{\sqrt{a + \varepsilon}} \qquad
# u \leftarrow \rho\, u + (1 - \rho)\, d^2 \qquad w \leftarrow w - \eta\, d$$
#
# In the paper there is no $\eta$ at all, that is $\eta = 1$.

# %%
print("Adadelta, η = 1", two_steps(Adadelta(1.0)))

# %% [markdown]
# **When it goes wrong.** At the beginning there are no steps to go by. Then $u = 0$, and the first step is $\sqrt{\varepsilon}$'s doing alone: about a thousandth. It creeps until it has gathered way. With
# Keras's default of $\eta = 0.001$ on top of that, it looks broken.

# %%
StateScope("adadelta", "steady, one ten times the other", decay=0.95)

# %% [markdown]
# ## Adam <a id="I7"></a>
#
# Put both ideas together. Momentum's average for the direction, RMSprop's for the size:
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g \qquad\quad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
#
# Both begin at 0, so both are too small at first. But one knows exactly by how much. With an even $g$, after $t$ steps $m = (1 - \beta_1^t)\, g$. Divide it out:
#
# $$\hat m = \frac{m}{1 - \beta_1^t} \qquad \hat v = \frac{v}{1 - \beta_2^t} \qquad\quad w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon}$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Without that correction (β₁ = 0.9, β₂ = 0.999): how long is Adam's very first step?",
    {
        "a tenth of η, for m is a tenth of g": "m is 0.1 g. But √v is only √0.001 = 0.032 of g, which is smaller still.",
        "about 3.2 η": "0.1 g / (0.0316 g) = 3.16. Both are too small, the denominator more so: the first steps are too long.",
        "η, both errors cancel": "They would if 1 − β₁ were √(1 − β₂). 0.1 is not 0.032.",
    },
    right="about 3.2 η",
)

# %% [markdown]
# **Look inside.** Tick the bias correction off and on, and watch the third row.

# %%
StateScope("adam", "steady, one ten times the other", decay=0.999, corrected=False)

# %%
m, v = 0.1 * 1.0, 0.001 * 1.0
print(
    "not corrected:",
    round(0.1 * m / np.sqrt(v), 4),
    "  corrected:",
    round(0.1 * (m / 0.1) / np.sqrt(v / 0.001), 4),
)
print("Adam", two_steps(Adam(0.1)))

# %% [markdown]
# Each weight's first step is $\eta$, whatever its slope. You choose how far, in the units of the weights. That is the reason why 0.001 so often works.
#
# And noise? Choose the last of the gradients: a weight whose slope only trembles about 0 takes small steps, since $m$ averages it away and $\sqrt v$ does not. One with a clear direction takes longer ones.

# %%
StateScope("adam", "noise about 0.3, and noise alone", decay=0.99)

# %% [markdown]
# ## Your own beside them
#
# `race_optimizers` takes your function, the very one of the problem set. It looks for a rule's name in the name of yours and runs it beside that one. The first step where they part gets a
# ring. Here is an Adam with one thing missing. Run it, find what it is, repair it.


# %%
def my_adam(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    m = beta_1 * state.get("m", 0) + (1 - beta_1) * g
    v = beta_2 * state.get("v", 0) + (1 - beta_2) * g**2
    return w - learning_rate * m / (np.sqrt(v) + epsilon), {"m": m, "v": v}


race_optimizers(my_adam)

# %% [markdown]
# **When it goes wrong.** A rule must not forget its state. This one computes it faithfully, and then gives back a new, empty one:


# %%
def my_momentum(w, g, state, learning_rate, momentum=0.9):
    accumulator = momentum * state.get("accumulator", 0) + g
    return w - learning_rate * accumulator, {}


race_optimizers(my_momentum)

# %% [markdown]
# It is plain SGD, and the race says so. And this one breaks at once: before the first step the state is empty.


# %%
def my_adagrad(w, g, state, learning_rate, epsilon=1e-7):
    state["squares"] += g**2
    return w - learning_rate * g / np.sqrt(state["squares"] + epsilon), state


race_optimizers(my_adagrad)

# %% [markdown]
# ## How much does the learning rate matter?
#
# Surfaces with two weights are for looking. Now a real net: 600 digits, 64 inputs, 24 hidden units, ten outputs. It has just been trained 84 times, with seven rules at twelve learning rates, ten epochs each, always from
# the same weights.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "All rules get the learning rate 0.01. After ten epochs Adam is right on 95 % of new digits, plain SGD on 17 %. What follows?",
    {
        "Adam is the better optimizer for this net": "At this rate. At η = 1 it is the other way round: SGD 94 %, Adam 10 %.",
        "SGD cannot learn digits": "It can, and as well as the others: try a rate between 0.3 and 1.",
        "0.01 means something else to each of them": "To Adam it is the length of a step, to SGD a factor on the slope. Compare each at its own best rate.",
    },
    right="0.01 means something else to each of them",
)

# %% [markdown]
# **Move it.** Drag along the right picture, or use the slider.

# %%
DigitsRace(learning_rate=0.01)

# %%
for rate in (0.001, 0.01, 0.1, 1.0):
    results = DigitsRace(rate).results()
    print(
        f"η = {rate:5} ", "  ".join(f"{rule} {right:.0%}" for rule, (_, right) in results.items())
    )

# %% [markdown]
# And yours. `my_adam` is the one from above, without the correction. On the ravine it reached the bottom all the same. Is the correction worth anything? Look for its cliff.

# %%
DigitsRace(learning_rate=0.1, own=my_adam)

# %%
for rate in (0.01, 0.03, 0.1):
    results = DigitsRace(rate, own=my_adam).results()
    print(f"η = {rate:4}   adam {results['adam'][1]:.0%}   my_adam {results['my_adam'][1]:.0%}")

# %% [markdown]
# Its first steps are three times too long, and at a rate of 0.1 they wreck the net before it has begun. The correction buys room for larger rates.
#
# Two lessons more. First, a comparison of optimizers at *one* learning rate compares nothing. Second, where the rates are tried far enough there is a cliff on the right: a little too large, and the net is worse than guessing. Adadelta's lies
# outside of the picture.
#
# ## What you can now do
#
# * write seven rules, each in three lines, and say what each of them remembers;
# * compute two steps of any of them by hand;
# * tell momentum, Adagrad and Adam apart by their paths;
# * say why Adagrad's steps fade, why RMSprop's do not, why Adadelta starts slowly, and what Adam's correction corrects;
# * find the wrong sign in a slide.
#
# ## Your next task
#
# Open the problem set [`optimizers`](../exercises/optimizers/optimizers.ipynb) and begin with `sgd`. Then come `momentum`, `nesterov`, `adagrad`, `rmsprop`, `adadelta` and `adam`. You are told at once
# what is wrong, and by name. Stuck? Bring your function here and race it.
#
# ## Sources
#
# Slides: all decks (SGD), D4 (momentum, the velocity form, RMSprop, Adam), D1 and D2 (the list from Adagrad to Adam).
#
# * B. Polyak, *Some methods of speeding up the convergence of iteration methods*, USSR Computational Mathematics and Mathematical Physics 4, 1964: the heavy ball.
# * Y. Nesterov, *A method for solving the convex programming problem with convergence rate O(1/k²)*, 1983.
# * I. Sutskever, J. Martens, G. Dahl, G. Hinton, *On the importance of initialization and momentum in deep learning*, ICML 2013: the velocity form.
# * J. Duchi, E. Hazan, Y. Singer, *Adaptive subgradient methods for online learning and stochastic optimization*, JMLR 12, 2011: Adagrad.
# * M. Zeiler, *ADADELTA: An adaptive learning rate method*, arXiv 1212.5701, 2012.
# * T. Tieleman, G. Hinton, *Lecture 6.5: RMSProp*, Coursera, Neural Networks for Machine Learning, 2012.
# * D. Kingma, J. Ba, *Adam: A method for stochastic optimization*, ICLR 2015 (on arXiv since 2014).
