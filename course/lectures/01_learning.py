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
# # What learning is
#
# **The question.** You can tell a 3 from an 8. Write down how.
#
# Try it, in one sentence that a computer could follow. Most people stop at the first 3 that somebody wrote in a
# hurry. You *know* the answer, and you cannot say the rule. This course is about programs that need no rule.

# %%
import time

import numpy as np
from chainrule import datasets, layers, models, optimizers, set_random_seed
from chainrule_widgets import picture, question
from chainrule_widgets.learning import (
    Experience,
    Features,
    Knobs,
    Levels,
    Neuron,
    Rule,
    ThreeNeeds,
)

# %% [markdown]
# ## The idea
#
# Do not tell the machine how. Show it what: many cases, each with its answer. And tell it how far off it is.

# %% jupyter={"source_hidden": true}
with picture(
    "Two boxes. Classical programming: rules and data go in, answers come out. Machine learning: data "
    "and answers go in, rules come out.",
    columns=2,
    width=8.5,
    height=1.8,
) as axes:
    for panel, title, ins, out in [
        (axes[0], "classical programming", ["rules", "data"], "answers"),
        (axes[1], "machine learning", ["data", "answers"], "rules"),
    ]:
        panel.set(xlim=(0, 10), ylim=(0, 3), xticks=[], yticks=[])
        panel.grid(False)
        panel.spines[:].set_visible(False)
        frame = {
            "boxstyle": "round,pad=0.7",
            "facecolor": "none",
            "edgecolor": "C0",
            "linewidth": 2,
        }
        panel.text(5.1, 1.5, title, ha="center", va="center", bbox=frame)
        for y, word in zip([2.2, 0.8], ins):
            panel.text(0.1, y, word, va="center")
            panel.annotate(
                "", (3.0, 1.5 + 0.25 * (y - 1.5)), (1.8, y), arrowprops={"arrowstyle": "->"}
            )
        panel.annotate("", (8.5, 1.5), (7.3, 1.5), arrowprops={"arrowstyle": "->"})
        panel.text(8.6, 1.5, out, va="center", weight="bold")

# %% [markdown]
# Look at what has changed places. The rules were an *input*. Now they are what one gets.
#
# ## Rules against learning <a id="A1"></a>
#
# Three words that are often mixed up lie inside one another.

# %% jupyter={"source_hidden": true}
with picture(
    "Three nested ellipses: deep learning inside machine learning inside artificial intelligence.",
    width=6.5,
    height=2.5,
) as axes:
    from matplotlib.patches import Ellipse

    axes.set(xlim=(0, 10), ylim=(0, 4), xticks=[], yticks=[])
    axes.grid(False)
    axes.spines[:].set_visible(False)
    for (x, width, height), colour in zip(
        [(5, 9.8, 3.9), (5.9, 7.2, 2.9), (6.9, 4.2, 1.7)], ["C0", "C1", "C2"]
    ):
        axes.add_patch(Ellipse((x, 2), width, height, fill=False, edgecolor=colour, linewidth=2))
    axes.text(1.35, 2, "artificial\nintelligence", ha="center", va="center")
    axes.text(3.6, 2, "machine\nlearning", ha="center", va="center")
    axes.text(6.9, 2, "deep learning", ha="center", va="center")

# %% [markdown]
# * **Artificial intelligence**: a machine does what people use their minds for. A chess program made of hand-written
#   rules is one.
# * **Machine learning**: it gets there by examples. The line that you see below is one.
# * **Deep learning**: it learns in many layers, and finds its own way to describe what it sees.
#
# **Your turn: be the programmer.** Here are real irises. Two cuts are yours to drag: they are the numbers in the rule
# on the right. A ring marks each flower that your rule gets wrong. Do your best. Then tick *show what was learned*.

# %%
Rule("irises", a=0.3, b=0.75)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Tomorrow the task is tumours instead of irises. What has to be done anew?",
    {
        "both the rule and the learning program": "The rule, yes. But the learning program knows nothing of flowers.",
        "the rule only": "Somebody who knows tumours has to think again. The learner is given other cases, that is all.",
        "neither": "Your cuts were centimetres of petals. A tumour has none.",
    },
    right="the rule only",
)

# %%
# The same learner, word for word, on other data.
Rule("tumours", a=0.4, b=0.7)

# %% [markdown]
# To be honest: with two measures you hold your own. On the irises a good pair of cuts can even beat the line. So why
# bother? Because there are thirty measures of each tumour, and nobody sees in thirty dimensions. The learner does not
# mind.


# %%
def learn(X, y, columns):
    """Train one neuron on every second case, and return its share of right answers on the others."""
    Z = (X - X[::2].mean(axis=0))[:, columns] / X[::2].std(axis=0)[columns]
    neuron = layers.Dense(1, activation="sigmoid", kernel_initializer="zeros")
    model = models.Sequential([layers.Input((len(columns),)), neuron])
    model.compile(optimizers.SGD(0.1, momentum=0.9), "binary_crossentropy")
    for _ in range(200):
        model.train_on_batch(Z[::2], y[::2, np.newaxis])
    return np.mean((model.predict(Z[1::2])[:, 0] > 0.5) == y[1::2])


X, y = datasets.breast_cancer()
print(f" 2 measures: {learn(X, y, [20, 27]):.1%} of the new cases right")
print(f"30 measures: {learn(X, y, [*range(30)]):.1%} of the new cases right")

# %% [markdown]
# **When it goes wrong: a rule that is joined too strictly.** One small word in it, and most tumours are overlooked.

# %%
# 'and' instead of 'or': both measures must now be large. How far can you repair it with the cuts?
Rule("tumours", a=0.4, b=0.7, joined="and", show=True)

# %% [markdown]
# ## A definition that one can measure <a id="A2"></a>
#
# When may we say that a program *learns*? Tom Mitchell's answer from 1997 needs three letters. There is a task **T**. There
# is a measure of performance **P**. There is experience **E**. The program learns if **P at T gets better with more E**.
#
# It is a definition that one can put to the test. So let us.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "T: read a digit. P: the share of 500 new digits that are read right. E: examples. A neuron for each class has seen 10 "
    "examples, then 100, then 1000. How does P grow?",
    {
        "tenfold each time": "P is a share. It cannot exceed 100 %, so it cannot go on growing tenfold.",
        "a lot at first, then less and less": "The first examples bring whole new shapes. Later ones bring what was seen before.",
        "not at all between 100 and 1000": "There is still news in the later examples, only less of it.",
    },
    right="a lot at first, then less and less",
)

# %% [markdown]
# **Move it.** Every point of the curve is a net that was trained a moment ago, here. The digits on the right are new to
# all of them. Move to *which ones*: the same number of examples, but others.

# %%
Experience(50)

# %%
for examples in (10, 100, 1000):
    print(Experience(examples))

# %% [markdown]
# Is more experience always better? It must be experience *of the task*.
#
# **When it goes wrong.** A thousand digits, but the page was held upside down while learning.

# %%
X, y = datasets.digits()
X = X / 16
upside_down = X[:, ::-1]


def reader_of(images, labels):
    layer = layers.Dense(10, activation="softmax", kernel_initializer="zeros")
    model = models.Sequential([layers.Input((64,)), layer])
    model.compile(optimizers.Adam(0.05), "sparse_categorical_crossentropy")
    for _ in range(40):
        model.train_on_batch(images, labels)
    return model


for what, images in [("upright", X), ("upside down", upside_down)]:
    said = reader_of(images[500:1500], y[500:1500]).predict(X[:500]).argmax(axis=1)
    print(f"1000 digits, {what:12}  P = {np.mean(said == y[:500]):.1%}")

# %% [markdown]
# ## Three needs <a id="A3"></a>
#
# What must a learner be given? Three things:
#
# 1. **inputs**: the cases themselves;
# 2. **expected outputs**: what would have been right;
# 3. **a measure of distance** between what it said and what was expected. This number is the *feedback*: it says in
#    which direction to change.
#
# Below is one neuron and two heaps of points. Take one thing away at a time, and press *learn*.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A neuron sees all inputs and all expected outputs. But nobody measures how far apart its answers are from them. What can it do?",
    {
        "learn, only more slowly": "Slowly in which direction? Without a distance, a step forward and a step back look the same.",
        "change at random": "It can step in the dark. Now and then a step is a lucky one, and it will not notice.",
        "remember the answers": "To remember is to come nearer to the answer. Nearer is a distance.",
    },
    right="change at random",
)

# %%
ThreeNeeds()

# %%
for taken in ({}, {"inputs": False}, {"answers": False}, {"feedback": False}):
    print(ThreeNeeds(step=60, **taken))

# %% [markdown]
# **When it goes wrong: a blind learner.** This one has no feedback. Let it run, and count its lucky moments.

# %%
# The dotted line is what a coin would get right. Nothing keeps the learner above it.
ThreeNeeds(feedback=False, step=60)

# %% [markdown]
# How to measure the distance is a science of its own, and has a lecture of its own: *losses*.
#
# ## Features, made by hand or learned <a id="A4"></a>
#
# A **feature** is a number that describes a case. For a long time the art of machine learning was to think of good
# ones. Here is the classical example: a circle around a heap. No line parts the two. But somebody thinks of
#
# $$x_1^2 + x_2^2$$
#
# the squared distance from the middle. On *that* number one cut is enough.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The same feature, x₁² + x₂², is now tried on two moons that reach into each other. Does it help?",
    {
        "yes, a good feature is a good feature": "It is good where distance from the middle matters. Here it does not.",
        "no, and x₁ and x₂ alone are better": "The new number throws the direction away, and the direction is what counts here.",
        "it makes no difference": "It does: whoever gets only the distance no longer knows left from right.",
    },
    right="no, and x₁ and x₂ alone are better",
)

# %% [markdown]
# **Move it.** The last neuron is the same in all three ways; only what it is given is different. In the third, three
# hidden neurons *find* the features while they train. Press *train* and watch them turn.

# %%
Features("circles", "as measured")

# %%
for points in ("circles", "moons"):
    for way in ("as measured", "made by hand", "learned"):
        print(Features(points, way))

# %% [markdown]
# **When it goes wrong.** What was clever for circles is a hindrance for moons.

# %%
# Choose 'learned' instead: nobody has to think again.
Features("moons", "made by hand")

# %% [markdown]
# With several layers, features are made of features. In a net that looks at photographs people have found **low** ones
# (edges, spots), **middle** ones (corners, an eye, a wheel) and **high** ones (a face, a car). Our digits are small, and so
# is the net: 64 → 16 → 12 → 10. Still, look at its three levels.

# %%
Levels(0)

# %% [markdown]
# Low down, the work is shared by many, and what a neuron likes is hard to name. At the top one neuron stands for
# one digit. **When it goes wrong**, it does so with confidence:

# %%
# A 5 that is read as a 9. Which of the middle neurons misled it?
Levels(5)

# %% [markdown]
# ## Why now? <a id="A5"></a>
#
# Rosenblatt's perceptron is from 1958. Backpropagation became famous in 1986. Why did it take until about 2012? Three things
# had to come together: **data**, **hardware**, **software**.

# %% jupyter={"source_hidden": true}
with picture(
    "Left: data sets grow from 150 examples in 1936 to 1.28 million in 2012. Middle: parameters grow from "
    "60 thousand in 1998 to 175 billion in 2020. Right: errors on ImageNet fall from 28 % in 2010 to 3.6 % "
    "in 2015, below the 5.1 % of a trained person.",
    columns=3,
    width=10,
    height=3.0,
) as axes:
    data = [("iris", 1936, 150), ("MNIST", 1998, 70_000), ("ImageNet\nchallenge", 2012, 1_281_167)]
    nets = [
        ("LeNet-5", 1998, 6e4),
        ("AlexNet", 2012, 6e7),
        ("GPT-2", 2019, 1.5e9),
        ("GPT-3", 2020, 175e9),
    ]
    for panel, rows, title, years in [
        (axes[0], data, "data: examples", (1925, 2035)),
        (axes[1], nets, "hardware: parameters", (1994, 2030)),
    ]:
        panel.plot([row[1] for row in rows], [row[2] for row in rows], "o:")
        for name, year, count in rows:
            late = year > 2008
            panel.annotate(
                name,
                (year, count),
                (-8 if late else 8, 0),
                textcoords="offset points",
                ha="right" if late else "left",
                va="center",
                fontsize=9,
            )
        panel.set(title=title, yscale="log", xlim=years)
    axes[0].set(ylim=(50, 2e7))
    axes[1].set(ylim=(1e4, 2e12))
    axes[2].plot(range(2010, 2016), [28.2, 25.8, 16.4, 11.7, 6.7, 3.57], "o-")
    axes[2].axhline(5.1, linestyle=":", color="C1")
    axes[2].text(2010, 6.1, "a trained person", fontsize=9)
    axes[2].annotate("first deep net", (2012, 16.4), (2012.2, 20), fontsize=9)
    axes[2].set(title="ImageNet: top-5 error, %", ylim=(0, 31))

# %% [markdown]
# The middle one is there because somebody could *afford* it: a GPU does the same small multiplication in thousands of places
# at once. You have a little of that at hand. How fast does your computer multiply, one number after the other and all at once?

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Two 64×64 matrices are multiplied, once by three nested loops in Python, once by NumPy's `A @ B`. How much faster is NumPy?",
    {
        "about twice": "So much would be gained by leaving out one of the loops.",
        "about ten times": "In the browser, perhaps. On a computer's own arithmetic units it is far more.",
        "a hundred times or more": "No interpreter between the numbers, several at once, and memory read in the right order.",
    },
    right="a hundred times or more",
)

# %%
rng = np.random.default_rng(0)
A, B = rng.normal(size=(2, 64, 64)).astype("float32")

row, column = A[0].tolist(), B[:, 0].tolist()


def one_entry():
    entry = 0.0
    for a, b in zip(row, column):
        entry += a * b
    return entry


def seconds(work, times):
    """Return the shortest of twenty runs: whatever else goes on only makes one longer."""
    took = []
    for _ in range(20):
        start = time.perf_counter()
        for _ in range(times):
            work()
        took.append((time.perf_counter() - start) / times)
    return min(took)


loop = 64 / seconds(one_entry, 200)  # one of the 4096 entries
product = 64**3 / seconds(lambda: A @ B, 200)  # all of them
print(f"in a loop        {loop:.0e} multiplications a second")
print(f"as a product     {product:.0e}, which is {product / loop:,.0f} times as many")

# %% [markdown]
# And **software**. What once kept a research group busy fits into one cell. This one reads digits that it has never seen.

# %%
set_random_seed(0)
net = models.Sequential(
    [layers.Dense(32, activation="relu"), layers.Dense(10, activation="softmax")]
)
net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
net.fit(X[500:], y[500:], epochs=30, verbose=0)
print(f"{net.evaluate(X[:500], y[:500])[1]:.1%} of 500 new digits right")

# %% [markdown]
# What has come of it? A few steps that you can look up: photographs (2012, the picture above), Go at the level of the best
# (AlphaGo, 2016), the shapes of proteins (AlphaFold, 2021), text that answers (large language models, since about 2020). All
# of them are made of the parts that you build in this course.
#
# ## The neuron, and the other one <a id="A6"></a>
#
# The name comes from biology. **Poke it**: choose a part to look at, and move the signals. On the left the nerve cell, on the
# right ours.

# %%
Neuron()

# %%
print(Neuron())
print(Neuron(signals=(0, 0, 0)))

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Which of these does a nerve cell do, and an artificial neuron as in this course does not?",
    {
        "add up many weighted signals": "Both do, at least roughly. That is where the idea came from.",
        "send pulses, at certain moments": "A nerve cell's message is in its spikes and their timing. Ours sends one number, once.",
        "change how much a signal counts": "Both do: synapses change, and so do weights. It is called learning.",
    },
    right="send pulses, at certain moments",
)

# %% [markdown]
# A human brain has about **86 billion** nerve cells. (Not the round hundred billion that one often reads: somebody counted.)
# How does the largest net of the picture above compare? Careful with the question: parameters are not cells. They are more
# like connections, and of these a brain has many thousands for each cell.

# %%
cells, connections_each = 86e9, 7_000  # the second is an order of magnitude, no more
print(f"a brain:  {cells:.1e} cells, about {cells * connections_each:.0e} connections")
print(f"GPT-3:    {175e9:.1e} weights")
print(f"ours:     {net.count_params()} weights, {32 + 10} neurons in layers")

# %% [markdown]
# An aeroplane has wings because birds do, and it does not flap them. It is the same here. **Not alike** are: spikes in time
# against one number; loops against tidy layers; about 20 watts for a brain against
# halls full of processors; and how it is learned.
# There is no good evidence that a brain runs backpropagation as our programs do.
#
# ## Learned or chosen? <a id="A7"></a>
#
# One distinction you will need in every lecture.
#
# * A **parameter** is a number that training changes: each weight, each bias.
# * A **hyperparameter** is what somebody chose before: how many layers, how many neurons, which activation, the learning rate, how many
#   steps.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A net has 2 inputs, one hidden layer of 4 neurons, and 1 output, all with biases. How many parameters does it have?",
    {
        "7": "2 + 4 + 1 counts inputs and neurons. Parameters sit on the connections between them.",
        "12": "2·4 + 4·1 = 12 weights. And each of the five neurons has a bias of its own.",
        "17": "2·4 weights and 4 biases in the hidden layer, 4·1 weights and 1 bias in the output.",
    },
    right="17",
)

# %%
net = models.Sequential(
    [layers.Input((2,)), layers.Dense(4, activation="tanh"), layers.Dense(1, activation="sigmoid")]
)
print([w.shape for w in net.get_weights()], "→", net.count_params(), "parameters")

# %% [markdown]
# **Move it.** The controls are the hyperparameters. Each coloured square is a parameter. Press *learn*: which of the two
# moves, and which does not?

# %%
Knobs(hidden=4)

# %% [markdown]
# **When it goes wrong.** The points here are the circles from above. One hidden neuron is a choice that no learning can make good.

# %%
# Give it a second and a third neuron, and look at the count of right points.
Knobs(hidden=1, steps=60)

# %%
# A learning rate of 2. It is no parameter, so it does not get better by itself.
Knobs(hidden=4, rate=2.0, steps=60)

# %% [markdown]
# Who chooses the hyperparameters, then? People do, by trying, and by watching data that the training does not see. The lecture
# on evaluation tells how.
#
# ## What you can now do
#
# * say what goes in and what comes out of classical programming and of machine learning;
# * test whether a program learns, with a task, a measure and experience;
# * name the three things without which there is no learning;
# * tell features that somebody made from features that were learned;
# * say in what a neuron is like a nerve cell, and in what it is not;
# * count a net's parameters, and tell them from its hyperparameters.
#
# ## Your next task
#
# There is nothing to program in this chapter. Read [the next lecture](02_perceptron.ipynb) and build the smallest thing that can
# learn; its problem set is [`perceptron`](../exercises/perceptron/perceptron.ipynb), which begins with `weighted_sum`.
#
# ## Sources
#
# Slides: D2 (features, why now), D3 (experience and performance, the nerve cell, hyperparameters), D4 (rules against learning,
# three needs, achievements, neurons).
#
# * T. Mitchell, *Machine Learning*, McGraw-Hill, 1997: the definition by E, T and P.
# * R. A. Fisher, *The use of multiple measurements in taxonomic problems*, Annals of Eugenics 7, 1936: the irises.
# * Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, *Gradient-based learning applied to document recognition*, Proceedings of the
#   IEEE 86, 1998: LeNet-5 and MNIST.
# * A. Krizhevsky, I. Sutskever, G. Hinton, *ImageNet classification with deep convolutional neural networks*, NIPS 2012: AlexNet.
# * O. Russakovsky and others, *ImageNet large scale visual recognition challenge*, International Journal of Computer Vision 115, 2015:
#   the errors until 2014, and the person's.
# * K. He, X. Zhang, S. Ren, J. Sun, *Deep residual learning for image recognition*, CVPR 2016: the error of 2015.
# * M. Zeiler, R. Fergus, *Visualizing and understanding convolutional networks*, ECCV 2014: low, middle and high features.
# * T. Brown and others, *Language models are few-shot learners*, NeurIPS 2020: GPT-3.
# * D. Silver and others, *Mastering the game of Go with deep neural networks and tree search*, Nature 529, 2016.
# * J. Jumper and others, *Highly accurate protein structure prediction with AlphaFold*, Nature 596, 2021.
# * S. Herculano-Houzel, *The human brain in numbers: a linearly scaled-up primate brain*, Frontiers in Human Neuroscience 3, 2009: 86
#   billion.
