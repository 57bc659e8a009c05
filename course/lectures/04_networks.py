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
# # Networks
#
# **The question.** One neuron draws one straight line, and that is all it can do. So what do you get
# from three of them? From three hundred? And who tells them what to do?
#
# In this lecture you put neurons side by side, then one behind the other. You look through the eyes of
# each. And in the end you let a net train, one click at a time.

# %%
import chainrule
import numpy as np
from chainrule import datasets, layers, models, optimizers
from chainrule.activations import relu, sigmoid, tanh
from chainrule_widgets import picture, question
from chainrule_widgets.networks import (
    Architecture,
    DenseLayer,
    ModelGraph,
    Responses,
    TrainingLoop,
)

# %% [markdown]
# ## The idea
#
# Below, a small ring lies inside a larger one. No straight line parts the two. But look at *three* lines
# that say "inside is on this side", and at something that listens to all three.

# %%
net = models.Sequential([layers.Input((2,)), layers.Dense(3, "tanh"), layers.Dense(1, "sigmoid")])
net.set_weights(
    [
        np.array([[0.0, 2.6, -2.6], [3.0, -1.5, -1.5]]),  # three directions, 120° apart
        np.array([2.1, 2.1, 2.1]),
        np.array([[4.0], [4.0], [4.0]]),
        np.array([-9.4]),  # a yes only if nearly all three say yes
    ]
)
X, y = datasets.circles(160, noise=0.08, factor=0.4, seed=0)
axis = np.linspace(-1.6, 1.6, 81)
plane = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
hidden = net.layers[0](plane)
with picture(
    "Three panels each show one straight line with the plane split in two. In the fourth panel a "
    "closed curve made of the three lines runs around the inner points.",
    columns=4,
    width=9.5,
    height=2.7,
) as axes:
    views = [hidden[:, 0], hidden[:, 1], hidden[:, 2], net(plane)[:, 0] - 0.5]
    for panel, view, title in zip(axes, views, ["neuron 1", "neuron 2", "neuron 3", "the output"]):
        shape = view.reshape(81, 81)
        panel.contourf(axis, axis, shape, levels=[0, 9], colors=["#009e73"], alpha=0.25)
        panel.contour(axis, axis, shape, levels=[0], colors=["#0072b2"])
        panel.plot(*X[y == 1].T, "o", color="#009e73", markersize=2.5, linestyle="")
        panel.plot(*X[y == 0].T, "x", color="#d55e00", markersize=3, linestyle="")
        panel.set(title=title, xticks=[], yticks=[], aspect="equal")

# %%
print(((net(X)[:, 0] > 0.5) == y).sum(), "of", len(y), "points are right")

# %% [markdown]
# Three neurons, three lines. A fourth neuron asks whether all of them say yes. That is a
# **network**: simple parts, and what one says is what the next one hears.
#
# ## The dense layer <a id="D1"></a>
#
# Put neurons side by side, and let each of them see *all* inputs. That is a **dense layer**. Neuron
# number $i$ adds up
#
# $$z_i = w_{0,i} + \sum_{j} x_j \, w_{j,i}$$
#
# The second index says *whose* weight it is. Now write each neuron's weights as a column, stack the
# columns to a matrix $W$, and write one example in each row of $X$. Then the whole layer, for all
# examples, is one line:
#
# $$Z = X W + b$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Five examples with two inputs each go into a layer of three neurons. What shape has W?",
    {
        "(3, 2)": "Then neurons would be rows. But X is (5, 2), and X W needs a W with 2 rows.",
        "(2, 3)": "A row for each input, a column for each neuron: (5, 2) · (2, 3) gives (5, 3).",
        "(5, 3)": "That is the shape of Z. W does not know how many examples there are.",
    },
    right="(2, 3)",
)

# %%
X = np.array([[1.0, 2.0], [0.5, -1.0], [-2.0, 0.0]])
W = np.array([[0.5, -1.0, 1.0], [2.0, 0.5, -0.5]])
b = np.array([1.0, 0.0, -0.5])

layer = layers.Dense(3, input_shape=(2,), dtype="float64")
layer(X)  # the layer sees how wide its inputs are, and makes its weights
layer.set_weights([W, b])

one_by_one = [[b[i] + sum(x[j] * W[j, i] for j in range(2)) for i in range(3)] for x in X]
print("the layer\n", layer(X))
print("the sum, one by one, is the same:", np.allclose(one_by_one, layer(X)))
print("X W + b is the same:             ", np.allclose(X @ W + b, layer(X)))

# %% [markdown]
# **Poke it.** Click a number of $Z$: it is one row of $X$, times one column of $W$. Then click a
# number of $X$, and one of $W$. What depends on it? Change it, and see.

# %%
DenseLayer(X, W, b)

# %% [markdown]
# Two things to take home. A number of $X$ changes its own *row* of $Z$: examples never meet.
# A number of $W$ changes its own *column*: neurons never meet either.
#
# **When it goes wrong.** Weights with neurons in rows do not fit. Be glad of that error:

# %%
try:
    layer.set_weights([W.T, b])
except ValueError as error:
    print(error)

# %% [markdown]
# For there is a case where nobody complains. With as many neurons as inputs, $W$ is square, and its
# transpose fits as well. Only the numbers are wrong.

# %%
square = np.array([[1.0, 3.0], [0.0, 1.0]])
x = np.array([[1.0, 2.0]])
print("x W  ", x @ square)
print("x Wᵀ ", x @ square.T, "  no error, another answer")

# %%
# The same mistake to look at: W should be [[1, 3], [0, 1]]. Poke z₁. Which weights does it use?
DenseLayer([[1.0, 2.0]], square.T, [0.0, 0.0], poked=("Z", 0, 0))

# %% [markdown]
# ## Inputs, hidden layers, outputs <a id="D4"></a>
#
# The first column of a net is the **input layer**. It holds the numbers of an example and does nothing.
# The last one is the **output layer**. All that lies between is **hidden**: nobody tells those
# neurons what they should say.
#
# What a layer *does* is stored in its weights, as plain numbers. There is nothing else in it.
# Do you believe that? Here are two nets that were made apart.


# %%
def small():
    return models.Sequential(
        [layers.Input((2,)), layers.Dense(4, "tanh"), layers.Dense(1, "sigmoid")]
    )


chainrule.set_random_seed(4)  # so that your numbers are the ones that we saw
X, y = datasets.moons(100, noise=0.1, seed=0)
trained, fresh = small(), small()
trained.compile(optimizers.Adam(0.05), "binary_crossentropy", metrics=["accuracy"])
trained.fit(X, y, epochs=150, verbose=0)
print("trained:", round(trained.evaluate(X, y)[1], 2))

fresh.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
print("fresh:  ", round(fresh.evaluate(X, y)[1], 2))
fresh.set_weights(trained.get_weights())
print("fresh, with 17 numbers copied:", round(fresh.evaluate(X, y)[1], 2))

# %% [markdown]
# Seventeen numbers moved over, and with them all that had been learned. *To learn* means: to find
# these numbers. So it pays to know how many there are.
#
# A neuron has one weight for each input, and one bias. A layer with $m$ inputs and $k$ neurons
# therefore holds $m \cdot k + k$ numbers.
#
# **Move it.** This picture is drawn from a real model. Grow it with + and −, and poke its neurons.

# %%
Architecture([2, 4, 1], "tanh")

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "784 pixels go into 32 neurons, and those into 10 outputs. How many numbers are to be learned?",
    {
        "826": "That counts neurons. But each *line* between two neurons has a number of its own.",
        "25408": "784·32 + 32·10: all weights. Each of the 42 neurons has a bias as well.",
        "25450": "784·32 + 32 = 25120 in the hidden layer, 32·10 + 10 = 330 in the output layer.",
    },
    right="25450",
)

# %%
Architecture([784, 32, 10])

# %% [markdown]
# ## One hidden layer <a id="D2"></a>
#
# The decks call this a "single layer network". They count the hidden layer: there is one. But there are
# *two* sets of weights, $W^{(1)}$ into the hidden layer and $W^{(2)}$ out of it.
#
# $$z_i = w^{(1)}_{0,i} + \sum_j x_j \, w^{(1)}_{j,i}
# \qquad\qquad \hat y_i = g\Bigl( w^{(2)}_{0,i} + \sum_j g(z_j)\, w^{(2)}_{j,i} \Bigr)$$
#
# In NumPy that is two lines. You will write them soon.

# %%
W1, b1, W2, b2 = trained.get_weights()
h = tanh(X @ W1 + b1)
p = sigmoid(h @ W2 + b2)
print("shapes      ", X.shape, "→", h.shape, "→", p.shape)
print("as the model", np.allclose(p, trained.predict(X), atol=1e-6))

# %% [markdown]
# ### What does a hidden neuron see?
#
# Ask it about every point of the plane, and paint what it says. Green is a yes, red is a no, and the
# thin line between them is where $z = 0$. That line is always straight.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A small ring inside a larger one. How many tanh neurons does it take to fence the small one in?",
    {
        "1": "One neuron is one line: half of the large ring would be on the small one's side.",
        "2": "Two lines make a strip or a wedge. Both are open, and the large ring runs in.",
        "3": "Three lines make a triangle, the smallest fence that closes.",
    },
    right="3",
)

# %% [markdown]
# **Move it.** Pull *training steps* from 0 to 400 and watch the lines find their places. Then click a
# hidden neuron to switch it off. What did it contribute?

# %%
Responses([3], "circles", seed=10)

# %% [markdown]
# **When it goes wrong.** Two neurons are one too few. No training time will help: pull, and see.

# %%
Responses([2], "circles", seed=10)

# %% [markdown]
# **When it goes wrong.** Six neurons, but no bend between the layers. Then six lines add up to one.
# (You know why: $x W_0 W_1 = x W_c$.)

# %%
Responses([6], "circles", "linear")

# %% [markdown]
# ## Deep networks <a id="D3"></a>
#
# If one hidden layer is good, why not put another behind it? Layer $k$ hears what layer $k - 1$ says:
#
# $$z_{k,i} = w^{(k)}_{0,i} + \sum_{j} g(z_{k-1,j})\; w^{(k)}_{j,i}$$
#
# It is the same formula again, with $g(z_{k-1})$ in the place of $x$. So a loop does it:

# %%
deep = models.Sequential(
    [
        layers.Input((2,)),
        layers.Dense(4, "tanh"),
        layers.Dense(3, "relu"),
        layers.Dense(1, "sigmoid"),
    ]
)
deep.predict(X)
weights, biases = deep.get_weights()[::2], deep.get_weights()[1::2]

outputs = [X]
for W, b, g in zip(weights, biases, [tanh, relu, sigmoid]):
    outputs.append(g(outputs[-1] @ W + b))
print("shapes      ", [a.shape for a in outputs])
print("as the model", np.allclose(outputs[-1], deep.predict(X), atol=1e-6))

# %% [markdown]
# The first layer sees straight lines. The second one sees *sums of bent ones*, so its borders may be
# curved, or closed. Compare the two columns:

# %%
Responses([4, 3], "circles", seed=30)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "All weights of a net begin at exactly 1. After much training, what do its four hidden neurons see?",
    {
        "four different things, as always": "What would make them differ? Each gets the same gradient.",
        "all the same thing": "Equal weights, equal outputs, equal gradients: they stay equal for ever.",
        "what they saw at the start": "They do learn. But all four learn the same.",
    },
    right="all the same thing",
)

# %%
alike = models.Sequential(
    [
        layers.Input((2,)),
        layers.Dense(4, "tanh", kernel_initializer="ones"),
        layers.Dense(1, "sigmoid", kernel_initializer="ones"),
    ]
)
chainrule.set_random_seed(4)
rings = datasets.circles(160, noise=0.08, factor=0.4, seed=0)
for name, net in [("all alike", alike), ("at random", small())]:
    net.compile(optimizers.Adam(0.05), "binary_crossentropy", metrics=["accuracy"])
    net.fit(*rings, epochs=100, verbose=0)
    print(name, " accuracy", round(net.evaluate(*rings)[1], 2))
    print("weights of four neurons, a column each\n", net.get_weights()[0].round(2))

# %% [markdown]
# Four neurons, one line. A net that starts *alike* stays alike: it is as good as one neuron, whatever
# number they all begin with. That is why weights begin at random.
#
# ## The four objects <a id="D5"></a>
#
# So who finds the numbers? Training needs four things, and each has one job.
#
# | object | its job | here |
# |---|---|---|
# | **layers** | turn inputs into predictions | `layers.Dense`, put together to a model |
# | **data and targets** | what goes in, what should come out | `X`, `y` |
# | **loss** | says in one number how far off | `"mse"`, `"binary_crossentropy"` |
# | **optimizer** | moves the weights to make it smaller | `optimizers.SGD(0.1)` |
#
# **Click it.** One neuron learns $y = 2x + 1$ from four points. Each click of *next* hands over from
# one object to the next.

# %%
TrainingLoop("mse", "SGD", 0.1)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Which of these three never sees the targets y?",
    {
        "the loss": "It is the only one that looks at them: it compares them with the predictions.",
        "the layers": "They see x alone. What they should have said reaches them only through the optimizer.",
        "the data": "The targets are one half of this object.",
    },
    right="the layers",
)

# %% [markdown]
# In code, the layers make the model, `compile` is given loss and optimizer, and `fit` data and targets.
# Here is the loop that you clicked through:

# %%
X, y = np.array([[-1.0], [0.0], [1.0], [2.0]]), np.array([-1.0, 1.0, 3.0, 5.0])
line = models.Sequential([layers.Dense(1, input_shape=(1,), kernel_initializer="zeros")])
line.compile(optimizer=optimizers.SGD(0.1), loss="mse")
history = line.fit(X, y, batch_size=4, epochs=60, verbose=0).history["loss"]
print("loss    first", history[0], "  last", f"{history[-1]:.1e}")
print("weights", *(a.ravel().round(3) for a in line.get_weights()))

# %% [markdown]
# **When it goes wrong.** A step may be too long. With a learning rate of 0.6 the line jumps over the
# points, each time a little farther. Press *a whole step* a few times.

# %%
TrainingLoop("mse", "SGD", 0.6, clicks=3)

# %% [markdown]
# **When it goes wrong.** And what if one object is missing?

# %%
without = models.Sequential([layers.Dense(1, input_shape=(1,))])
try:
    without.fit(X, y)
except RuntimeError as error:
    print(error)

# %% [markdown]
# ## Sequential models <a id="D6"></a>
#
# Most nets are a stack: one layer after the other. For those there is `Sequential`. This is the code of
# deck D4, with only the import changed:

# %%
model = models.Sequential()
model.add(layers.Dense(32, activation="relu", input_shape=(784,)))
model.add(layers.Dense(10, activation="softmax"))
model.summary()

# %% [markdown]
# There are your 25,450 numbers. Train it: compile, fit, predict. (The images are noise here. They only
# have to fit.)

# %%
rng = np.random.default_rng(0)
images, digits = rng.random((256, 784)), np.eye(10)[rng.integers(10, size=256)]
model.compile(optimizer=optimizers.RMSprop(learning_rate=0.001), loss="mse", metrics=["accuracy"])
model.fit(images, digits, batch_size=128, epochs=3, verbose=0)
print(
    "predictions",
    model.predict(images).shape,
    "  a row adds up to",
    model.predict(images)[0].sum().round(4),
)

# %% [markdown]
# **When it goes wrong.** Only the first layer is told its `input_shape`; each other one sees it. Give
# the net something else, and the sentence names both shapes.

# %%
try:
    model.predict(images[:, :100])
except ValueError as error:
    print(error)

# %% [markdown]
# ## Functional models <a id="D7"></a>
#
# A stack has one way in and one way out. But a doctor looks at an image *and* reads the age. For that
# you call layers like functions, and draw any graph you like, as long as no arrow leads back:
# a **directed acyclic graph**.
#
# First D4's model once more, now written this way. Note that `x` holds no numbers yet.

# %%
input_tensor = layers.Input(shape=(784,))
x = layers.Dense(32, activation="relu")(input_tensor)
output_tensor = layers.Dense(10, activation="softmax")(x)
model = models.Model(inputs=input_tensor, outputs=output_tensor)
print(x)
print("parameters:", model.count_params())

# %% [markdown]
# The same 25,450. Now one that no stack can be: two inputs, one of which takes a short cut.

# %%
image = layers.Input((3,), name="image")
age = layers.Input((1,), name="age")
seen = layers.Dense(4, activation="relu", name="look")(image)
both = layers.Concatenate(name="join")([seen, age])
hidden = layers.Dense(3, activation="tanh", name="think")(both)
ill = layers.Dense(1, activation="sigmoid", name="ill")(hidden)
risk = layers.Dense(1, name="days")(hidden)
doctor = models.Model(inputs=[image, age], outputs=[ill, risk])

# %% [markdown]
# **Click it.** Press *next* and see the numbers flow. A place can only be filled when everything that
# its arrows bring is there. Move an input, and see which places it reaches.

# %%
ModelGraph(doctor, [[1.0, -0.5, 2.0], [0.6]])

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "One layer is called twice, on two inputs. How many sets of weights does the model learn?",
    {
        "one": "The layer owns its weights. Two calls are two uses of the same numbers.",
        "two": "Each call makes a node of the graph. But weights belong to the layer, not to its use.",
        "none": "Sharing does not freeze: the gradients of both uses are added up.",
    },
    right="one",
)

# %%
left, right = layers.Input((2,), name="left"), layers.Input((2,), name="right")
eye = layers.Dense(3, activation="tanh", name="eye")  # one layer …
together = layers.Add(name="sum")([eye(left), eye(right)])  # … used twice
twins = models.Model(inputs=[left, right], outputs=layers.Dense(1, name="alike")(together))
print("parameters:", twins.count_params(), "= (2·3 + 3) once, and 3·1 + 1")
ModelGraph(twins, [[1.0, 0.5], [1.0, -0.5]], at=3)

# %% [markdown]
# **When it goes wrong.** Two mistakes that everybody makes once. An input is forgotten:

# %%
try:
    models.Model(inputs=image, outputs=ill)
except ValueError as error:
    print(error)

# %% [markdown]
# And things are added that do not have the same number of entries:

# %%
try:
    layers.Add(name="sum")([seen, age])
except ValueError as error:
    print(error)

# %% [markdown]
# ## Where a slide is wrong
#
# Deck D4 writes `models.Model(input=…, output=…)`. That is an old spelling. Both words have an **s**
# today, for there may be several:

# %%
for old in ({"input": input_tensor}, {"inputs": input_tensor, "output": output_tensor}):
    try:
        models.Model(**old)
    except TypeError as error:
        print(error)

print(models.Model(inputs=input_tensor, outputs=output_tensor).count_params(), "parameters")

# %% [markdown]
# ## What you can now do
#
# * write a dense layer as $X W + b$, and say which numbers make which;
# * count the numbers that a net has to learn, before you build it;
# * compute a net of any depth, layer by layer, with nothing but NumPy;
# * say what a hidden neuron sees, and what the next layer makes of it;
# * name the four objects of training, and who hands what to whom;
# * build a stack with `Sequential`, and any other graph with `Model`.
#
# ## Your next task
#
# Open the problem set [`perceptron`](../exercises/perceptron/perceptron.ipynb) and write its last task,
# `dense`. (Before it come `weighted_sum`, `perceptron`, `decide` and `decision_line`.) Then the problem
# set [`backprop`](../exercises/backprop/backprop.ipynb) has the way forward waiting for you: first
# `two_layer_forward`, then `forward`, for any number of layers. The way back comes in a later lecture.
#
# ## Sources
#
# Slides: D0 (deep networks), D1 (one hidden layer), D2 (dense layers, one hidden layer, deep networks),
# D3 (layers), D4 (layers and weights, the four objects, Sequential and functional models).
#
# * F. Rosenblatt, *The perceptron: a probabilistic model for information storage and organization in the
#   brain*, Psychological Review 65, 1958: one layer.
# * M. Minsky, S. Papert, *Perceptrons*, MIT Press, 1969: what one layer cannot do.
# * G. Cybenko, *Approximation by superpositions of a sigmoidal function*, Mathematics of Control, Signals
#   and Systems 2, 1989: what one hidden layer can.
# * K. Hornik, M. Stinchcombe, H. White, *Multilayer feedforward networks are universal approximators*,
#   Neural Networks 2, 1989: the same for other activations.
# * J. Bromley, I. Guyon, Y. LeCun, E. Säckinger, R. Shah, *Signature verification using a "Siamese" time
#   delay neural network*, NIPS 1993: one layer used twice.
# * F. Chollet, *Deep Learning with Python*, Manning, 2017: the four objects, by the author of Keras.
