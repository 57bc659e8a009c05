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
# **The question.** You can tell a handwritten 3 from an 8. Can you write down a rule for it? Try it in one sentence that a
# computer could follow. It is very hard, because everybody writes differently. How can a program do a task for which nobody
# knows the rules?
#
# After this lecture you can
#
# * say what goes into and what comes out of classical programming and machine learning;
# * test whether a program learns, with a task, a performance measure and experience;
# * name the three things that learning needs;
# * tell hand-made features from learned features, and parameters from hyperparameters;
# * compare an artificial neuron with a nerve cell.
#
# **Time:** about 45 minutes. **You need:** nothing but a little Python and NumPy.

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
# In **classical programming**, a person writes the rules. In **machine learning**, a program finds the rules from data and
# the right answers. The next cell draws both.

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
# Compare the two boxes. In classical programming the rules are an input. In machine learning they are the output.
#
# ## Rules and learning <a id="A1"></a>
#
# Artificial intelligence contains machine learning, and machine learning contains deep learning:

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
# * **Artificial intelligence**: a program does a task for which people need intelligence. A chess program with rules that
#   people wrote is an example.
# * **Machine learning**: a program learns a task from **examples**, which are data with the right answers. The right answer of
#   an example is its **target**, and the answer of the program is its **prediction**.
# * **Deep learning**: machine learning with a network of many layers, which also learns how to describe its inputs.
#
# **Try it.** Here are real measurements of iris flowers of two species. Drag the two blue lines to change the thresholds in the
# rule on the right. A circle marks each flower for which your rule is wrong. When you cannot improve your rule, tick *show the
# learned line*.

# %%
Rule("irises", a=0.3, b=0.75)

# %% [markdown]
# The dashed line was learned from the *training data*, which are the points you see. The *new data* were not used for training.
# They show how well a rule works on flowers that it has not seen.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The next task is about tumours instead of irises. What must a person write again?",
    {
        "the rule and the learning program": "The rule must change. But the learning program contains nothing about flowers.",
        "only the rule": "Somebody must find a new rule for tumours. The learning program only needs other examples.",
        "neither": "Your thresholds are lengths and widths of petals. They say nothing about tumours.",
    },
    right="only the rule",
)

# %% [markdown]
# **Exercise.** The next explorable uses the same learning program on tumours. Can you find a rule that is better than the learned
# line?

# %%
Rule("tumours", a=0.4, b=0.7)

# %% [markdown]
# With two features, a good rule is about as good as the learned line. For the irises it can even be better. But each tumour has
# thirty measurements, and nobody can imagine thirty dimensions. For the learning program, thirty are not harder than two. The next
# cell trains one neuron on half of the tumours and prints its **accuracy** on the other half, which is the fraction of right
# predictions.


# %%
def accuracy_with(X, y, columns):
    """Train one neuron on every second example, and return its accuracy on the others."""
    X_train, y_train, X_new, y_new = X[::2, columns], y[::2], X[1::2, columns], y[1::2]
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    neuron = layers.Dense(1, activation="sigmoid", kernel_initializer="zeros")
    model = models.Sequential([layers.Input((len(columns),)), neuron])
    model.compile(optimizers.SGD(0.1, momentum=0.9), "binary_crossentropy")
    for _ in range(200):
        model.train_on_batch((X_train - mean) / std, y_train.reshape(-1, 1))
    probabilities = model.predict((X_new - mean) / std)[:, 0]
    return np.mean((probabilities > 0.5) == y_new)


X, y = datasets.breast_cancer()
print(f" 2 measurements: accuracy {accuracy_with(X, y, [20, 27]):.1%} on new tumours")
print(f"30 measurements: accuracy {accuracy_with(X, y, list(range(30))):.1%} on new tumours")

# %% [markdown]
# **A wrong word in the rule.** If the rule says `and` instead of `or`, *both* measurements must be large. With the same
# thresholds, the rule then finds only 17 of the 110 malignant tumours in the new data, instead of 75. Can you find better
# thresholds for `and`?

# %%
Rule("tumours", a=0.4, b=0.7, joined="and", show=True)

# %% [markdown]
# ## A definition of learning <a id="A2"></a>
#
# When does a program *learn*? Tom Mitchell gave this definition in 1997. There is a task **T**, a measure of performance **P**,
# and experience **E**. The program learns if its performance **P at the task T improves with the experience E**.
#
# You can test this definition with an experiment.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "T: recognize a digit. P: accuracy on 500 new digits. E: training examples. A network with one layer learns from 10 "
    "examples, then from 100, then from 1000. How does P grow?",
    {
        "ten times as large each time": "P is a fraction, so it cannot be larger than 100 %.",
        "a lot at first, then less and less": "The first examples show many new shapes. Later examples often look like earlier ones.",
        "not at all between 100 and 1000": "More examples still help here, but less than before.",
    },
    right="a lot at first, then less and less",
)

# %% [markdown]
# **Try it.** Drag the blue dot to change the number of training examples. Each circle shows the accuracy of one trained network.
# The digits on the right are new for all networks. Then move the slider *sample*, which chooses other examples of the same number.

# %%
Experience(50)

# %%
for examples in (10, 100, 1000):
    print(Experience(examples))

# %% [markdown]
# With more examples, the accuracy increases, but more and more slowly. With few examples, it also depends strongly on *which*
# examples they are.
#
# **Experience of another task.** The experience must fit the task. The next cell trains one network on upright digits and one on
# digits that are upside down. Both are tested on upright digits.

# %%
X, y = datasets.digits()
X = X / 16
upside_down = X[:, ::-1]


def train(images, labels):
    layer = layers.Dense(10, activation="softmax", kernel_initializer="zeros")
    model = models.Sequential([layers.Input((64,)), layer])
    model.compile(optimizers.Adam(0.05), "sparse_categorical_crossentropy")
    for _ in range(40):
        model.train_on_batch(images, labels)
    return model


for name, images in [("upright", X), ("upside down", upside_down)]:
    model = train(images[500:1500], y[500:1500])
    predictions = model.predict(X[:500]).argmax(axis=1)
    print(f"trained on 1000 digits, {name:12}  P = {np.mean(predictions == y[:500]):.1%}")

# %% [markdown]
# ## What learning needs <a id="A3"></a>
#
# A learning program needs three things:
#
# 1. **inputs**: the data of the examples;
# 2. **targets**: the expected outputs;
# 3. a **loss**: a number that measures the distance between predictions and targets. The loss is the *feedback*: the program
#    uses it to decide how to change.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A neuron gets all inputs and targets, but no loss. So nothing measures the distance between its predictions and the targets. "
    "What can it do?",
    {
        "learn, but more slowly": "Without a loss it cannot know whether a change was an improvement, so it cannot learn.",
        "change its weights at random": "Some random changes are improvements, but without a loss the neuron cannot notice this.",
        "remember the targets": "To store a target, the output must get closer to it. This needs a measure of distance.",
    },
    right="change its weights at random",
)

# %% [markdown]
# **Try it.** One neuron learns to separate two classes of points. Press *learn*. Then remove one of the three needs with its
# checkbox, and press *learn* again.

# %%
ThreeNeeds()

# %%
for missing in ({}, {"inputs": False}, {"targets": False}, {"feedback": False}):
    print(ThreeNeeds(step=60, **missing))

# %% [markdown]
# With all three needs, 78 of 80 predictions are right. With one of them missing, the accuracy stays close to random guessing.
#
# **Without feedback.** Press *learn* below and watch the curve. By chance, all 80 predictions are right for a short time. But
# without a loss the neuron does not notice it, and continues to change its weights.

# %%
ThreeNeeds(feedback=False)

# %% [markdown]
# [Lecture 05](05_losses.ipynb) shows how to choose a loss.
#
# ## Hand-made and learned features <a id="A4"></a>
#
# A **feature** is a number that describes an example. Before deep learning, people had to invent good features. Here is a
# classical example: the points of one class form a circle around the points of the other class. No straight line separates
# them in the plane of $x_1$ and $x_2$. But on the feature
#
# $$x_1^2 + x_2^2,$$
#
# which is the squared distance from the origin, one threshold is enough.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Now the points form two moons, one curved around the other. You use the same feature, x₁² + x₂², instead of x₁ and x₂. "
    "Does it help?",
    {
        "yes, because it is a good feature": "It is good if the class depends on the distance from the origin. Here it does not.",
        "no, x₁ and x₂ are better": "The distance contains no direction, but for the moons the direction is important.",
        "it makes no difference": "It does. With only the distance, the neuron cannot distinguish left from right.",
    },
    right="no, x₁ and x₂ are better",
)

# %% [markdown]
# **Try it.** Choose each of the three kinds of features and press *train*. The last neuron is always the same; only its inputs
# change. With *learned*, three hidden neurons learn the features during training.

# %%
Features("circles", "as measured", step=0)

# %%
for points in ("circles", "moons"):
    for representation in ("as measured", "made by hand", "learned"):
        print(Features(points, representation))

# %% [markdown]
# The hand-made feature is perfect for the circles (120 of 120 right) and useless for the moons (62 of 120). The learned
# features work for both (119 and 120 of 120).
#
# **Exercise.** Here is the hand-made feature on the moons. Choose *learned*, press *train*, and compare.

# %%
Features("moons", "made by hand")

# %% [markdown]
# In a network with several layers, each layer computes features from the features of the layer before. In networks for photographs,
# people found **low-level** features (edges, spots), **mid-level** features (corners, eyes, wheels) and **high-level** features
# (faces, cars). The next explorable shows a small network for digits with three layers of 16, 12 and 10 neurons.
#
# **Try it.** Move the slider to choose a digit. Which neurons have a large output?

# %%
Levels(0)

# %% [markdown]
# In the first layer, many neurons have a large output at the same time, and it is hard to say what one of them detects. In the last
# layer, each neuron stands for one digit.
#
# **A wrong prediction.** The network predicts 9 for the next digit with a probability of 0.97, but the digit is a 5. Which neurons of
# the middle layer have a large output for it?

# %%
Levels(5)

# %% [markdown]
# ## Why now? <a id="A5"></a>
#
# Rosenblatt published the perceptron in 1958, and backpropagation became well known in 1986. Deep learning became successful around
# 2012, when three things came together: **data**, **hardware** and **software**. The next cell draws how they grew.

# %% jupyter={"source_hidden": true}
with picture(
    "Left: data sets grow from 150 examples in 1936 to 1.28 million in 2012. Middle: parameters grow from "
    "60 thousand in 1998 to 175 billion in 2020. Right: errors on ImageNet fall from 28 % in 2010 to 3.6 % "
    "in 2015, below the 5.1 % of a person.",
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
    axes[2].text(2010, 6.1, "a person", fontsize=9)
    axes[2].annotate("first deep network", (2012, 16.4), (2012.2, 20), fontsize=9)
    axes[2].set(title="ImageNet: top-5 error, %", ylim=(0, 31))


# %% [markdown]
# In the middle plot, the number of parameters grows because hardware became faster. A graphics processor (GPU) does thousands of
# multiplications at the same time. Even without a GPU, your computer gets faster if it does many multiplications in one call.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You multiply two 64×64 matrices, once with three nested loops in Python, once with NumPy's `A @ B`. How much faster is NumPy?",
    {
        "about twice as fast": "The difference is much larger, because Python interprets each step of its loops.",
        "about ten times as fast": "In a browser, the factor may be about ten. On a normal computer it is much larger.",
        "a hundred times as fast, or more": "NumPy runs compiled code, which does several multiplications at the same time.",
    },
    right="a hundred times as fast, or more",
)

# %% [markdown]
# The next cell measures both on your computer.

# %% jupyter={"source_hidden": true}
rng = np.random.default_rng(0)
A, B = rng.normal(size=(2, 64, 64)).astype("float32")

row, column = A[0].tolist(), B[:, 0].tolist()


def one_entry():
    entry = 0.0
    for a, b in zip(row, column):
        entry += a * b
    return entry


def seconds(work, times):
    """Return the shortest of twenty measurements, which other programs disturb least."""
    took = []
    for _ in range(20):
        start = time.perf_counter()
        for _ in range(times):
            work()
        took.append((time.perf_counter() - start) / times)
    return min(took)


loop = 64 / seconds(one_entry, 200)  # one of the 4096 entries
product = 64**3 / seconds(lambda: A @ B, 200)  # all of them
print(f"with loops     {loop:.0e} multiplications per second")
print(
    f"with A @ B     {product:.0e} multiplications per second, {product / loop:,.0f} times as many"
)

# %% [markdown]
# **Software** made deep learning easy to use. The next cell builds and trains a network that recognizes new digits.

# %%
set_random_seed(0)
net = models.Sequential(
    [layers.Dense(32, activation="relu"), layers.Dense(10, activation="softmax")]
)
net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
net.fit(X[500:], y[500:], epochs=30, verbose=0)
print(f"accuracy on 500 new digits: {net.evaluate(X[:500], y[:500])[1]:.1%}")

# %% [markdown]
# Here are some results of deep learning: recognition of photographs (2012, see the plot above), the game of Go (AlphaGo, 2016),
# the shapes of proteins (AlphaFold, 2021), and programs that write text (large language models, since about 2020). All of them
# use the parts that you build in this course.
#
# ## Nerve cells and artificial neurons <a id="A6"></a>
#
# The name *neural network* comes from biology. **Try it.** Choose a part in the list. It is highlighted in the nerve cell on the left
# and in the artificial neuron on the right. Then move the sliders of the inputs $x$ and the weights $w$.

# %%
Neuron()

# %%
print(Neuron())
print(Neuron(signals=(0, 0, 0)))

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "What does a nerve cell do that an artificial neuron of this course does not do?",
    {
        "add many weighted signals": "Both do this, at least roughly. The idea of the artificial neuron comes from it.",
        "send short pulses at certain times": "A nerve cell sends pulses (spikes), and their timing matters. An artificial neuron outputs one number.",
        "change how strongly a signal counts": "Both do this: synapses change, and so do weights.",
    },
    right="send short pulses at certain times",
)

# %% [markdown]
# A human brain has about **86 billion** nerve cells. (You often read 100 billion, but a careful count gave 86 billion.) How large is
# this in comparison with GPT-3? Be careful: parameters correspond to connections, not to cells. A brain has thousands of connections
# for each cell.

# %%
cells, connections_each = 86e9, 7_000  # the second number is only a rough estimate
print(f"a brain:      {cells:.1e} cells, about {cells * connections_each:.0e} connections")
print(f"GPT-3:        {175e9:.1e} parameters")
print(f"our network:  {net.count_params()} parameters, {32 + 10} neurons")

# %% [markdown]
# Imagine an aeroplane. It has wings like a bird, but it does not flap them. In the same way, artificial networks are *not* copies of
# brains:
#
# * Nerve cells send spikes over time. Artificial neurons output one number.
# * Nerve cells are connected in loops. The networks of this course have layers without loops.
# * A brain needs about 20 watts. Large networks need many powerful computers.
# * There is no good evidence that a brain learns by backpropagation, as our networks do.
#
# ## Parameters and hyperparameters <a id="A7"></a>
#
# You need this distinction in every lecture:
#
# * A **parameter** is a number that training changes: a weight or a bias.
# * A **hyperparameter** is a value that a person chooses before training: the number of layers and neurons, the activation, the
#   learning rate (how large the training steps are), or the number of steps.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A network has 2 inputs, one hidden layer of 4 neurons, and 1 output, all with biases. How many parameters does it have?",
    {
        "7": "2 + 4 + 1 is the number of inputs and neurons. Parameters are the weights of the connections, and the biases.",
        "12": "2·4 + 4·1 = 12 is the number of weights. Each of the five neurons has a bias too.",
        "17": "2·4 weights and 4 biases in the hidden layer, 4·1 weights and 1 bias in the output layer.",
    },
    right="17",
)

# %%
net = models.Sequential(
    [layers.Input((2,)), layers.Dense(4, activation="tanh"), layers.Dense(1, activation="sigmoid")]
)
print([w.shape for w in net.get_weights()], "→", net.count_params(), "parameters")

# %% [markdown]
# **Try it.** The controls are hyperparameters, and each coloured square is a parameter. Press *learn*. The squares change, but the
# hyperparameters that define the network do not.

# %%
Knobs(hidden=4)

# %% [markdown]
# **A bad number of neurons.** Here the network has one hidden neuron, and after training only 64 of 100 points are right. Increase
# *hidden neurons* to 2, then to 3. How many points are right now?

# %%
Knobs(hidden=1, steps=60)

# %% [markdown]
# **A bad learning rate.** With the learning rate 2, only 50 of 100 points are right. Training does not change the learning rate,
# because it is a hyperparameter. You must choose a better one.

# %%
Knobs(hidden=4, rate=2.0, steps=60)

# %% [markdown]
# People choose hyperparameters by trying several values and testing each network on data that were not used for training.
# [Lecture 10](10_evaluation.ipynb) shows how.
#
# ## Your next task
#
# This lecture has no programming task. Continue with [lecture 02, The perceptron](02_perceptron.ipynb). Its problem set is
# [`perceptron`](../exercises/perceptron/perceptron.ipynb), which begins with `weighted_sum`.
#
# ## Sources
#
# * T. Mitchell, *Machine Learning*, McGraw-Hill, 1997: the definition of learning.
# * R. A. Fisher, *The use of multiple measurements in taxonomic problems*, Annals of Eugenics 7, 1936: the irises.
# * Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, *Gradient-based learning applied to document recognition*, Proceedings of the
#   IEEE 86, 1998: LeNet-5 and MNIST.
# * A. Krizhevsky, I. Sutskever, G. Hinton, *ImageNet classification with deep convolutional neural networks*, NIPS 2012: AlexNet.
# * O. Russakovsky and others, *ImageNet large scale visual recognition challenge*, International Journal of Computer Vision 115, 2015:
#   the errors until 2014 and the error of a person.
# * K. He, X. Zhang, S. Ren, J. Sun, *Deep residual learning for image recognition*, CVPR 2016: the error of 2015.
# * M. Zeiler, R. Fergus, *Visualizing and understanding convolutional networks*, ECCV 2014: low-level, mid-level and high-level features.
# * T. Brown and others, *Language models are few-shot learners*, NeurIPS 2020: GPT-3.
# * D. Silver and others, *Mastering the game of Go with deep neural networks and tree search*, Nature 529, 2016.
# * J. Jumper and others, *Highly accurate protein structure prediction with AlphaFold*, Nature 596, 2021.
# * S. Herculano-Houzel, *The human brain in numbers: a linearly scaled-up primate brain*, Frontiers in Human Neuroscience 3, 2009: 86
#   billion.
#
# <details>
# <summary><b>If you use the slides</b></summary>
#
# The [glossary](../glossary.ipynb#decks) says what the decks D0 to D4 contain. This lecture covers D2 (features, why
# now), D3 (experience and performance, the nerve cell, hyperparameters) and D4 (classical programming and machine
# learning, the three needs, achievements, neurons).
#
# </details>
