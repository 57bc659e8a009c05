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
# # The perceptron
#
# **The question.** Will you pass this class? Say it depends on two things: the lectures that you attend, and the
# hours that you put into the project. Somebody has to weigh the two against each other, and say yes or no.
#
# How little does that somebody need to know? In this lecture you meet the smallest thing that can decide. You
# take its every part into your hands, and you find out what it can never do.

# %%
import numpy as np
from chainrule import layers, models
from chainrule.activations import linear, sigmoid, step
from chainrule_widgets import picture, question
from chainrule_widgets.perceptron import HandLine, OneNeuron, OwnPerceptron, PassClass, Threshold

# %% [markdown]
# ## The idea
#
# Weigh each input. Add up. Decide by the sum. That is all.

# %% jupyter={"source_hidden": true}
with picture(
    "Inputs 1, x1 and x2 go along arrows marked w0, w1 and w2 into a circle with a sum sign; its "
    "result z goes into a circle marked g, and out comes y hat.",
    width=7.5,
    height=2.3,
) as axes:
    axes.set(xlim=(0, 10), ylim=(0, 3), xticks=[], yticks=[])
    axes.grid(False)
    axes.spines[:].set_visible(False)
    places = {"1": (1, 2.6), "$x_1$": (1, 1.5), "$x_2$": (1, 0.4), "Σ": (4.5, 1.5), "g": (6.8, 1.5)}
    for name, (x, y) in places.items():
        axes.text(x, y, name, ha="center", va="center", fontsize=13)
        axes.plot(x, y, "o", markersize=30, fillstyle="none", color="C0")
    for y, name in [(2.6, "$w_0$"), (1.5, "$w_1$"), (0.4, "$w_2$")]:
        axes.annotate(
            "", (4.05, 1.5 + 0.22 * (y - 1.5)), (1.45, y), arrowprops={"arrowstyle": "->"}
        )
        axes.text(2.6, y + 0.18 - 0.32 * (y - 1.5), name, ha="center", fontsize=12)
    for start, end, name in [(4.95, 6.35, "z"), (7.25, 9.1, "ŷ")]:
        axes.annotate("", (end, 1.5), (start, 1.5), arrowprops={"arrowstyle": "->"})
        axes.text((start + end) / 2, 1.66, name, ha="center", fontsize=12)

# %% [markdown]
# ## A weighted sum <a id="B1"></a>
#
# $$z = w_0 + \sum_j x_j w_j \qquad\qquad \hat y = g(z)$$
#
# * A **weight** $w_j$ says how much the input $x_j$ counts, and in which direction.
# * The **bias** $w_0$ is added whatever the inputs are. It is the opinion that one starts with.
# * The **activation** $g$ turns the sum into an answer.
#
# Three ways to write the same sum. The first is the formula, read aloud. The second is how one computes it. The third is
# how one keeps it when it is to learn.

# %%
x, w0, w = np.array([-1.0, 2.0]), 1.0, np.array([3.0, -2.0])

total = w0
for j in range(len(x)):
    total = total + x[j] * w[j]
print("one after the other   ", total)
print("as a product          ", w0 + x @ w)

neuron = layers.Dense(1, activation="linear")
model = models.Sequential([layers.Input((2,)), neuron])
neuron.set_weights([w[:, np.newaxis], [w0]])
print("a layer of one neuron ", model.predict(x[np.newaxis])[0, 0])

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Leave the bias out: z = Σ xⱼ wⱼ. What is z where all inputs are 0?",
    {
        "whatever the weights say": "Each weight is multiplied by 0. Nothing is left of it.",
        "0, always": "So without a bias every perceptron has the same opinion at the origin: none.",
        "w₀": "That is the sum of a perceptron with a bias. Here it is left out.",
    },
    right="0, always",
)

# %%
without = layers.Dense(1, use_bias=False)
with_bias = layers.Dense(1, bias_initializer="ones")
for name, layer in [("without", without), ("with", with_bias)]:
    at_zero = models.Sequential([layers.Input((2,)), layer]).predict(np.zeros((1, 2)))[0, 0]
    print(
        f"{name:8} bias: {layer.count_params()} numbers to learn, and at the origin z = {at_zero}"
    )

# %% [markdown]
# ## This is just a line <a id="B3"></a>
#
# Now with numbers, those of the slides. Two inputs, $w_0 = 1$ and $W = [3, -2]$:
#
# $$\hat y = g(1 + 3 x_1 - 2 x_2)$$
#
# At $x = (-1, 2)$ the sum is $1 - 3 - 4 = -6$.

# %%
z = w0 + x @ w
print("z    =", z)
print("σ(z) =", round(float(sigmoid(z)), 5))

# %% [markdown]
# Almost 0: a clear no. But where does the no end, and where does the yes begin?

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "All x with 1 + 3x₁ − 2x₂ = 0 are the border between yes and no. What do they look like?",
    {
        "a straight line": "One equation, and no power in it: x₂ = (1 + 3x₁)/2. That is a line.",
        "a circle around (−1, 2)": "A circle has squares in its equation. Here nothing is squared.",
        "an S, as σ is one": "σ is S-shaped in z. But it is ½ at z = 0 alone, and there z is linear in x.",
    },
    right="a straight line",
)

# %%
x1 = np.array([-1.0, 0.0, 1.0])
x2 = -(w0 + w[0] * x1) / w[1]
for a, b in zip(x1, x2):
    print(
        f"({a:4}, {b:4})   z = {w0 + 3 * a - 2 * b:.1f}   σ(z) = {float(sigmoid(w0 + 3 * a - 2 * b))}"
    )

# %% [markdown]
# **Move it.** Everything can be dragged. The diamond is $x$. The round tip of the arrow is $(w_1, w_2)$: it **turns**
# the line. The square on the line is the bias: it **moves** the line. (With the keyboard: Tab to a handle, then
# the arrow keys.)

# %%
HandLine(w0=1, w=(3, -2), x=(-1, 2))

# %% [markdown]
# Find out: how do you make the dotted band *narrow*? And what happens to the line when all three numbers become
# twice as large?

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "All three numbers are multiplied by 10: w₀ = 10, W = [30, −20]. What happens to the line z = 0, and "
    "what to ŷ beside it?",
    {
        "the line moves away, ŷ stays": "10 · z is 0 exactly where z is 0. The line cannot move.",
        "nothing at all": "The line stays. But z is ten times as large, and σ of it is not the same.",
        "the line stays, ŷ gets nearer to 0 or 1": "The direction is an opinion, the length is how sure of it one is.",
    },
    right="the line stays, ŷ gets nearer to 0 or 1",
)

# %%
beside = np.array([0.0, 0.0])  # z = 1 here: just on the side of yes
for factor in (1, 2, 10):
    print(f"times {factor:2}:  ŷ = {float(sigmoid(factor * (w0 + beside @ w))):.5f}")

# %% [markdown]
# **Your turn: write one.** Below stands a first attempt. It has a mistake. Run it, and compare the two pictures. What has become
# of the line? Then repair the function and run the cell again, until the two agree everywhere.


# %%
def my_perceptron(X, w, b):
    z = X @ w
    return sigmoid(z)


OwnPerceptron(my_perceptron)

# %% [markdown]
# **When it goes wrong.** A column instead of a row of numbers, and every shape that follows is another one.


# %%
def with_a_column(X, w, b):
    return sigmoid(X @ w.reshape(2, 1) + b)


# One number for each row of X was wanted, not a table with one column.
OwnPerceptron(with_a_column)

# %% [markdown]
# **Your turn: part them.** Here are two kinds of points. Move the line between them by hand. How few moves do you need?

# %%
HandLine(w0=0, w=(2, 0.5), data="two clusters")

# %% [markdown]
# **When it goes wrong: no bias.** The same points, and a perceptron without $w_0$. Turn the arrow all the way round.

# %%
# Both heaps lie on one side of the origin, and the line may not leave it.
HandLine(w=(1, -1), data="two clusters", bias=False)

# %% [markdown]
# **When it goes wrong: the wrong shape.** Opposite corners belong together here. Try as hard as you like.

# %%
# No line does it. One more layer does, and that is where networks begin.
HandLine(w0=0, w=(1.5, 1.5), data="four corners")

# %% [markdown]
# The problem is old, and famous: Minsky and Papert made it the subject of a book in 1969. Let us be sure of it, and try
# every direction and every bias that there is, in small steps.

# %%
from chainrule import datasets

X, y = datasets.xor(80, seed=1)
angles = np.linspace(0, 2 * np.pi, 181)
along = X @ np.array([np.cos(angles), np.sin(angles)])  # (80 points, 181 directions)
best = 0
for bias in np.linspace(-1.5, 1.5, 121):
    right = ((along + bias > 0) == (y == 1)[:, np.newaxis]).mean(axis=0)
    best = max(best, right.max())
print(f"the best of {181 * 121} lines gets {best:.0%} right")

# %% [markdown]
# ## Two regressions, one neuron <a id="B2"></a>
#
# You may have met these two in statistics:
#
# | | predicts | its $g$ |
# |---|---|---|
# | **linear** regression | a number: the mark | identity, $g(z) = z$ |
# | **logistic** regression | a probability: did she pass? | $g(z) = \sigma(z)$ |
#
# Look at the right column. They are the same machine, with another last part.

# %%
hours = np.array([0.0, 4.0, 8.0])
z = -2.0 + 0.5 * hours
print("z           ", z)
print("identity    ", linear(z))
print("sigmoid     ", sigmoid(z).round(3))

# %% [markdown]
# **Move it.** Press *fit*, and the library's gradient descent finds the two numbers. Then let it learn from `passed`
# instead of `mark`, and change $g$.

# %%
OneNeuron("linear", "mark")

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "One more student comes in. He worked for 30 hours, and passed. Both regressions learn 'passed'. Which of "
    "them gets worse at saying who of the others passed?",
    {
        "the linear one": "At 30 hours its line is far above 1. It counts that as an error, and leans over to repair it.",
        "the logistic one": "Out there σ is 1 already, and so is the target. There is nothing to correct.",
        "neither: he fits the picture": "He does. But a line cannot stay at 1, so the line takes him for an error.",
    },
    right="the linear one",
)

# %%
for g in ("linear", "sigmoid"):
    for outlier in (False, True):
        print(OneNeuron(g, "passed", outlier=outlier, step=150))

# %% [markdown]
# **When it goes wrong.** Here is the line with the student far out. Take the tick away, put it back, and watch where
# $\hat y = \tfrac12$ goes.

# %%
# A line has no ceiling: it gives 'probabilities' above 1, and one far point drags it along.
OneNeuron("linear", "passed", outlier=True, step=150)

# %% [markdown]
# ## From a probability to an answer <a id="B4"></a>
#
# The oldest perceptron did not speak of probabilities. Its $g$ was a **step**, also called threshold function: 1 where
# $z > 0$, else 0.
#
# Today one takes σ, which can be learned by gradients, and cuts afterwards: class 1 where $\hat y > 0.5$. That is the same
# answer, because σ passes one half exactly where $z$ passes 0.

# %%
z = np.array([-6.0, -0.1, 0.0, 0.1, 3.0])
print("z            ", z)
print("step(z)      ", step(z))
print("σ(z)         ", sigmoid(z).round(3))
print("σ(z) > 0.5   ", (sigmoid(z) > 0.5).astype(float))

# %% [markdown]
# At exactly 0 both say no. That is an agreement, not a law. In the problem set you keep to it too.
#
# But who says that the cut is at one half? Below are real tumours that a neuron has never seen, each where the neuron's
# probability of *malignant* puts it.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A doctor does not want to overlook a single malignant tumour. Which way does she move the threshold?",
    {
        "up": "Then fewer are called malignant, and more of the malignant ones are missed.",
        "down": "Yes is said earlier. Fewer are missed, and more healthy people are frightened.",
        "it stays at 0.5": "At 0.5 the number of errors is small. But the two kinds of error do not cost the same.",
    },
    right="down",
)

# %%
Threshold(0.5)

# %%
for threshold in (0.05, 0.5, 0.95):
    print(Threshold(threshold))

# %% [markdown]
# **When it goes wrong.** A threshold at the end of the scale makes no error of one kind, at any price.

# %%
# Nobody is called ill, and 'right' is still more than half: most people are healthy.
Threshold(1.0)

# %% [markdown]
# No threshold is right in itself. It says what an error costs, and that is for people to decide.
#
# ## Will I pass this class? <a id="B5"></a>
#
# Back to the first question. You have been to 4 lectures and put 5 hours into the project. A net of three hidden neurons and
# one output has just been made. Its weights are random numbers.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The net is new. What is its answer for you worth?",
    {
        "a little: it saw both of your inputs": "It did. But it weighs them with numbers out of a hat.",
        "nothing: it has seen nobody yet": "Nobody ever told it who passed. What it says is the luck of the draw.",
        "it says 0.5, since it cannot know": "To say 0.5 is knowledge as well: that of one's own ignorance.",
    },
    right="nothing: it has seen nobody yet",
)

# %%
PassClass(lectures=4, hours=5, step=0)

# %% [markdown]
# It says 0.1. It should say 1, because you did pass. That is not a bad net, it is an **untrained** one.
#
# **Press *train*.** It now sees 80 people of last year, one step after the other, and is told each time how wrong it was.
# Then drag yourself about. How many hours would you need if you came to 2 lectures only?

# %%
for step_number in (0, 50, 150):
    print(PassClass(4, 5, step=step_number))

# %% [markdown]
# Look at the border between yes and no. It bends. One perceptron could not do that; three of them, with a fourth to listen
# to them, can. How the numbers were found is the subject of the lectures to come.
#
# **When it goes wrong.** The same net, the same people, steps thirty times as large.

# %%
# It says 0.6 to everyone. Guess why 0.6 before you read the sentence below the picture.
PassClass(4, 5, step=150, learning_rate=3.0)

# %% [markdown]
# ## Where a slide is wrong
#
# Deck D2 computes the example of this lecture, $g(1 + 3 \cdot (-1) - 2 \cdot 2)$, and arrives at 0.002. The sum is right. The
# last step is rounded a little too far: from 0.00247 one gets 0.002 with one digit, and whoever checks her own code against
# 0.002 finds an error of a fifth.

# %%
z = 1 + 3 * -1 - 2 * 2
p = float(sigmoid(z))
print(f"z = {z},  g(z) = {p:.5f}")
print(
    f"0.002 is {(p - 0.002) / p:.0%} too small; 0.0025 would be off by {(0.0025 - p) / p:.0%} only"
)

# %% [markdown]
# ## What you can now do
#
# * compute what a perceptron says, by hand and with a product, with and without a bias;
# * turn and move its line by its numbers, and say what their length means;
# * name what linear and logistic regression have in common, and choose between them;
# * turn a probability into an answer, and say whose decision the threshold is;
# * say why an untrained net's answer is worth nothing, and what one perceptron can never part.
#
# ## Your next task
#
# Open the problem set [`perceptron`](../exercises/perceptron/perceptron.ipynb) and begin with `weighted_sum`. Then come
# `perceptron`, `decide`, `decision_line` and `dense`, which puts many neurons side by side. The `step` of this lecture is
# the first task of the set after it, `activations`. You are told at once what is wrong, and by name.
# Stuck? Bring your `perceptron` here and look at it beside the library's.
#
# ## Sources
#
# Slides: D0 (two regressions), D2 (the sum, the line, the class that you pass), D4 (the sum, the step and the threshold).
#
# * F. Rosenblatt, *The perceptron: a probabilistic model for information storage and organization in the brain*,
#   Psychological Review 65, 1958.
# * M. Minsky, S. Papert, *Perceptrons*, MIT Press, 1969: what no line can part.
# * D. R. Cox, *The regression analysis of binary sequences*, Journal of the Royal Statistical Society B 20, 1958: logistic
#   regression.
# * W. Wolberg, O. Mangasarian, N. Street, W. Street, *Breast Cancer Wisconsin (Diagnostic)*, UCI Machine Learning
#   Repository, 1993: the tumours.
