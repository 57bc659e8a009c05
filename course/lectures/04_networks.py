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
# **The question.** One neuron has a straight decision boundary. What can several neurons do together, and how do they get
# their weights?
#
# After this lecture you can
#
# * write a dense layer as $X W + b$, and say which numbers each output depends on;
# * count the parameters of a network before you build it;
# * compute the outputs of a network of any depth with NumPy, layer by layer;
# * say what the hidden neurons of a network compute;
# * name the four objects that training needs, and build models with `Sequential` and `Model`.
#
# **Time:** about 60 minutes. **You need:** [lecture 02, The perceptron](02_perceptron.ipynb),
# [lecture 03, Activations](03_activations.ipynb), and matrix products.

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
# In the picture below, the points of one class form a small ring inside a larger ring of the other class. No straight line
# separates the classes. But three lines together can: the small ring lies on the green side of *all three* lines.
#
# The next cell draws three neurons and an output neuron with weights that we chose by hand.

# %% jupyter={"source_hidden": true}
net = models.Sequential([layers.Input((2,)), layers.Dense(3, "tanh"), layers.Dense(1, "sigmoid")])
net.set_weights(
    [
        np.array([[0.0, 2.6, -2.6], [3.0, -1.5, -1.5]]),  # three directions, 120° apart
        np.array([2.1, 2.1, 2.1]),
        np.array([[4.0], [4.0], [4.0]]),
        np.array([-9.4]),  # the output is above ½ only if all three neurons are close to 1
    ]
)
X, y = datasets.circles(160, noise=0.08, factor=0.4, seed=0)
axis = np.linspace(-1.6, 1.6, 81)
plane = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
hidden = net.layers[0](plane)
with picture(
    "Three panels each show a straight line that divides the plane. In the fourth panel a "
    "closed curve made of the three lines runs around the inner points.",
    columns=4,
    width=9.5,
    height=2.7,
) as axes:
    views = [hidden[:, 0], hidden[:, 1], hidden[:, 2], net(plane)[:, 0] - 0.5]
    for panel, view, title in zip(axes, views, ["neuron 1", "neuron 2", "neuron 3", "output"]):
        shape = view.reshape(81, 81)
        panel.contourf(axis, axis, shape, levels=[0, 9], colors=["#009e73"], alpha=0.25)
        panel.contour(axis, axis, shape, levels=[0], colors=["#0072b2"])
        panel.plot(*X[y == 1].T, "o", color="#009e73", markersize=2.5, linestyle="")
        panel.plot(*X[y == 0].T, "x", color="#d55e00", markersize=3, linestyle="")
        panel.set(title=title, xticks=[], yticks=[], aspect="equal")

# %%
predictions = net(X)[:, 0] > 0.5
print((predictions == y).sum(), "of", len(y), "predictions are right")

# %% [markdown]
# Each of the three neurons has a straight boundary. The output neuron adds their outputs and is above ½ only where all
# three are positive. Neurons that pass their outputs to other neurons form a **neural network**.
#
# ## The dense layer <a id="D1"></a>
#
# In a **dense layer**, each neuron receives *all* inputs. Neuron number $i$ computes
#
# $$z_i = w_{0,i} + \sum_{j} x_j \, w_{j,i}$$
#
# The second index $i$ is the number of the neuron. Now write the weights of each neuron as one column of a matrix $W$, and
# write each example as one row of a matrix $X$. Then one formula computes the whole layer for all examples:
#
# $$Z = X W + b$$

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Five examples with two inputs each go into a layer of three neurons. What is the shape of W?",
    {
        "(3, 2)": "In this W each row is a neuron. But X has shape (5, 2), so in X W the matrix W needs 2 rows.",
        "(2, 3)": "W has a row for each input and a column for each neuron: (5, 2) times (2, 3) gives (5, 3).",
        "(5, 3)": "Z has shape (5, 3). The shape of W does not depend on the number of examples.",
    },
    right="(2, 3)",
)

# %%
X = np.array([[1.0, 2.0], [0.5, -1.0], [-2.0, 0.0]])
W = np.array([[0.5, -1.0, 1.0], [2.0, 0.5, -0.5]])
b = np.array([1.0, 0.0, -0.5])

layer = layers.Dense(3, input_shape=(2,), dtype="float64")
layer(X)  # the first call creates the weights
layer.set_weights([W, b])

Z = np.zeros((3, 3))
for n in range(3):  # examples
    for i in range(3):  # neurons
        Z[n, i] = b[i]
        for j in range(2):  # inputs
            Z[n, i] += X[n, j] * W[j, i]
print("the layer\n", layer(X))
print("loops give the same result:  ", np.allclose(Z, layer(X)))
print("X W + b gives the same result:", np.allclose(X @ W + b, layer(X)))

# %% [markdown]
# **Try it.** Click a number of $Z$. The numbers it depends on are highlighted: one row of $X$, one column of $W$ and one
# bias. Then click a number of $X$ or $W$ and change it. Which numbers of $Z$ change?

# %%
DenseLayer(X, W, b)

# %% [markdown]
# A number of $X$ changes only its own *row* of $Z$, so the examples do not affect each other. A number of $W$ changes only
# its own *column* of $Z$, so the neurons of a layer do not affect each other.
#
# **A common mistake.** If you write each neuron as a row of $W$, the shape is wrong and you get an error:

# %%
try:
    layer.set_weights([W.T, b])
except ValueError as error:
    print(error)

# %% [markdown]
# If a layer has as many neurons as inputs, $W$ is square. Then the transposed matrix has the right shape too, and there is
# no error. But the results are wrong.

# %%
square = np.array([[1.0, 3.0], [0.0, 1.0]])
x = np.array([[1.0, 2.0]])
print("x W  ", x @ square)
print("x Wᵀ ", x @ square.T, "  no error, but another result")

# %% [markdown]
# **Exercise.** The next explorable shows this mistake. The weights should be $W = [[1, 3], [0, 1]]$. Click $z_1$. Which
# weights does it use, and which should it use?

# %%
DenseLayer([[1.0, 2.0]], square.T, [0.0, 0.0], selected=("Z", 0, 0))

# %% [markdown]
# ## Input, hidden and output layers <a id="D4"></a>
#
# The **input layer** holds the numbers of an example and computes nothing. The **output layer** computes the predictions.
# All layers between them are **hidden layers**. The data contain targets for the output layer, but not for hidden layers.
#
# The **parameters** of a network are its weights and biases. A dense layer learns nothing else. So if you
# copy the parameters, you copy everything that the network has learned. The next cell trains one network and copies its parameters into a second, untrained network.


# %%
def small():
    return models.Sequential(
        [layers.Input((2,)), layers.Dense(4, "tanh"), layers.Dense(1, "sigmoid")]
    )


chainrule.set_random_seed(4)  # a fixed seed: you get the same numbers as in this text
X, y = datasets.moons(100, noise=0.1, seed=0)
trained, untrained = small(), small()
trained.compile(optimizers.Adam(0.05), "binary_crossentropy", metrics=["accuracy"])
trained.fit(X, y, epochs=150, verbose=0)
untrained.compile("sgd", "binary_crossentropy", metrics=["accuracy"])

print("accuracy, trained:                   ", round(trained.evaluate(X, y)[1], 2))
print("accuracy, untrained:                 ", round(untrained.evaluate(X, y)[1], 2))
untrained.set_weights(trained.get_weights())
print("accuracy, with 17 copied parameters: ", round(untrained.evaluate(X, y)[1], 2))

# %% [markdown]
# With the 17 copied parameters, the second network has the same accuracy as the trained one. To train a network means to
# find good values for its parameters.
#
# How many parameters does a layer have? A neuron has one weight for each input, and one bias. So a dense layer with $m$
# inputs and $k$ neurons has $m \cdot k + k$ parameters.
#
# **Try it.** Press + and − to change the number of neurons in each layer. Click a neuron to see its weights. How does the
# number of parameters change?

# %%
Architecture([2, 4, 1], "tanh")

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A network has 784 inputs (pixels), 32 hidden neurons and 10 outputs. How many parameters does it have?",
    {
        "826": "You added the numbers of neurons. But there is one weight for each *pair* of connected neurons.",
        "25408": "784·32 + 32·10 counts all weights. Each of the 42 neurons has a bias too.",
        "25450": "784·32 + 32 = 25120 in the hidden layer, and 32·10 + 10 = 330 in the output layer.",
    },
    right="25450",
)

# %%
Architecture([784, 32, 10])

# %% [markdown]
# ## One hidden layer <a id="D2"></a>
#
# A network with one hidden layer has *two* weight matrices: $W^{(1)}$ between the inputs and the hidden layer, and $W^{(2)}$
# between the hidden layer and the outputs.
#
# $$z_i = w^{(1)}_{0,i} + \sum_j x_j \, w^{(1)}_{j,i}
# \qquad\qquad \hat y_i = g\Bigl( w^{(2)}_{0,i} + \sum_j g(z_j)\, w^{(2)}_{j,i} \Bigr)$$
#
# In NumPy this takes two lines. The two layers may have different activations, here tanh and sigmoid.

# %%
W1, b1, W2, b2 = trained.get_weights()
h = tanh(X @ W1 + b1)
p = sigmoid(h @ W2 + b2)
print("shapes:                   ", X.shape, "→", h.shape, "→", p.shape)
print("same result as the model: ", np.allclose(p, trained.predict(X), atol=1e-6))

# %% [markdown]
# ### What does a hidden neuron compute?
#
# The next explorable shows the output of each neuron for every point of the plane. For a hidden neuron with tanh, green
# means a positive output and red a negative output. The black line is where the output is 0. For a neuron of the first
# hidden layer, this line is always straight.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A small ring lies inside a larger ring. How many hidden tanh neurons does a network need at least to enclose the small "
    "ring?",
    {
        "1": "One neuron has only one straight boundary. A part of the large ring lies on the same side as the small ring.",
        "2": "The region between two lines is not closed, so it contains a part of the large ring.",
        "3": "Three lines can form a triangle, which is a closed region.",
    },
    right="3",
)

# %% [markdown]
# **Try it.** Press *train*, or move the slider *training steps*. Watch the three lines move. Then click a hidden neuron to
# switch it off. Which predictions become wrong?

# %%
Responses([3], "circles", seed=10, step=0)

# %% [markdown]
# After 400 steps, 119 of 120 predictions are right. If you switch off any one of the three neurons, only about 90 of 120
# are right, so the network needs all three.
#
# **Too few neurons.** The next network has two hidden neurons. Train it: after 400 steps, only 101 of 120 predictions are right. Press
# *new random weights* and train again. The result hardly changes.

# %%
Responses([2], "circles", seed=10, step=0)

# %% [markdown]
# **No nonlinear activation.** The next network has six hidden neurons with a linear activation. Its decision boundary is one
# straight line, because two linear layers are only one linear layer: $x W_0 W_1 = x W_c$ (lecture 03).

# %%
Responses([6], "circles", "linear")

# %% [markdown]
# ## Deep networks <a id="D3"></a>
#
# A **deep network** has several hidden layers. The inputs of layer $k$ are the outputs of layer $k - 1$:
#
# $$z_{k,i} = w^{(k)}_{0,i} + \sum_{j} g(z_{k-1,j})\; w^{(k)}_{j,i}$$
#
# This is the formula of the dense layer with $g(z_{k-1})$ instead of $x$. So you can compute all layers in a loop:

# %%
deep = models.Sequential(
    [
        layers.Input((2,)),
        layers.Dense(4, "tanh"),
        layers.Dense(3, "relu"),
        layers.Dense(1, "sigmoid"),
    ]
)
W1, b1, W2, b2, W3, b3 = deep.get_weights()

outputs = [X]
for W, b, g in [(W1, b1, tanh), (W2, b2, relu), (W3, b3, sigmoid)]:
    outputs.append(g(outputs[-1] @ W + b))
print("shapes:                   ", [a.shape for a in outputs])
print("same result as the model: ", np.allclose(outputs[-1], deep.predict(X), atol=1e-6))

# %% [markdown]
# Neurons of the first hidden layer have straight boundaries. Neurons of the second hidden layer add nonlinear functions, so
# their boundaries can be curved or closed. Train the next network and compare its two hidden layers.

# %%
Responses([4, 3], "circles", seed=30, step=0)

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "In a network with four hidden neurons, all weights are 1 at the start. What do the four hidden neurons compute after "
    "training?",
    {
        "four different functions": "The four neurons have equal weights and equal gradients, so nothing makes them different.",
        "the same function": "Equal weights give equal outputs and equal gradients, so the weights stay equal in every step.",
        "what they computed at the start": "Training changes the neurons. But it changes all four in the same way.",
    },
    right="the same function",
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
X_rings, y_rings = datasets.circles(160, noise=0.08, factor=0.4, seed=0)
for name, net in [("equal initial weights", alike), ("random initial weights", small())]:
    net.compile(optimizers.Adam(0.05), "binary_crossentropy", metrics=["accuracy"])
    net.fit(X_rings, y_rings, epochs=100, verbose=0)
    print(f"{name}: accuracy {net.evaluate(X_rings, y_rings)[1]:.2f}")
    print("weights of the four neurons, one column each\n", net.get_weights()[0].round(2))

# %% [markdown]
# With equal initial weights, the four neurons stay equal, so the network has only one straight boundary. Its accuracy is
# 0.66. With random initial weights, the accuracy is 1.0. This is why the weights of a network start at random values.
#
# ## The four objects of training <a id="D5"></a>
#
# Training needs four objects:
#
# | object | what it does | in the code |
# |---|---|---|
# | **layers** | compute predictions from inputs | `layers.Dense`, combined into a model |
# | **data and targets** | are the inputs and the outputs that we want | `X`, `y` |
# | **loss** | measures in one number how wrong the predictions are | `"mse"`, `"binary_crossentropy"` |
# | **optimizer** | changes the weights so that the loss decreases | `optimizers.SGD(0.1)` |
#
# **Try it.** One neuron learns $y = 2x + 1$ from four points. Press *next* several times. Each click moves to the next
# object of the training loop.

# %%
TrainingLoop("mse", "SGD", 0.1)

# %% [markdown]
# Notice that the optimizer receives the gradient of the loss and sends new weights to the layers. Then the loop starts again.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "Which of these three never receives the targets y?",
    {
        "the loss": "The loss compares the targets with the predictions, so it needs y.",
        "the layers": "The layers receive only x. The targets affect them only through the loss and the optimizer.",
        "the data and targets": "The targets y are a part of this object.",
    },
    right="the layers",
)

# %% [markdown]
# In code, you pass the loss and the optimizer to `compile`, and the data and targets to `fit`. The next cell runs 60 steps of
# the same training loop. The weight converges to 2 and the bias to 1.

# %%
X, y = np.array([[-1.0], [0.0], [1.0], [2.0]]), np.array([-1.0, 1.0, 3.0, 5.0])
line = models.Sequential([layers.Dense(1, input_shape=(1,), kernel_initializer="zeros")])
line.compile(optimizer=optimizers.SGD(0.1), loss="mse")
history = line.fit(X, y, batch_size=4, epochs=60, verbose=0).history["loss"]
weight, bias = line.get_weights()
print(f"loss in the first epoch: {history[0]}, in the last epoch: {history[-1]:.1e}")
print("weight:", weight.round(3), "  bias:", bias.round(3))

# %% [markdown]
# **A learning rate that is too large.** With the learning rate 0.6, each step is too large, and the loss *increases*. Press
# *one step* a few times and watch the line.

# %%
TrainingLoop("mse", "SGD", 0.6)

# %% [markdown]
# **A missing object.** Without a loss and an optimizer, `fit` raises an error:

# %%
without = models.Sequential([layers.Dense(1, input_shape=(1,))])
try:
    without.fit(X, y)
except RuntimeError as error:
    print(error)

# %% [markdown]
# ## Sequential models <a id="D6"></a>
#
# In most networks each layer follows the previous one. `Sequential` builds such a network from a list of layers, or with
# `add`. If you replace `chainrule` by `keras` in the imports, the same code runs in Keras.

# %%
model = models.Sequential()
model.add(layers.Dense(32, activation="relu", input_shape=(784,)))
model.add(layers.Dense(10, activation="softmax"))
model.summary()

# %% [markdown]
# The model has the 25,450 parameters that you computed above. The next cell trains it: compile, fit, predict. The images and
# targets are random, because this example is only about the shapes. The targets are **one-hot**: each row has a 1 in the
# column of its class and 0 elsewhere.

# %%
rng = np.random.default_rng(0)
images = rng.random((256, 784))
classes = rng.integers(10, size=256)
targets = np.eye(10)[classes]  # row i is row classes[i] of the identity matrix: one-hot
model.compile(optimizer=optimizers.RMSprop(learning_rate=0.001), loss="mse", metrics=["accuracy"])
model.fit(images, targets, batch_size=128, epochs=3, verbose=0)
predictions = model.predict(images)
print("shape of the predictions:", predictions.shape)
print("sum of the first row:    ", predictions[0].sum().round(4))

# %% [markdown]
# **A common mistake.** Only the first layer needs an `input_shape`, because each other layer gets its input from the previous
# one. If your data have another shape, the error names both shapes:

# %%
try:
    model.predict(images[:, :100])
except ValueError as error:
    print(error)

# %% [markdown]
# ## Functional models <a id="D7"></a>
#
# A sequential model has one input and one output. Some tasks need several: a doctor looks at an image *and* knows the age of
# the patient. For such a task you call layers like functions. The layers can form any **directed acyclic graph**: a graph
# whose arrows never lead back to an earlier node.
#
# First, here is the same model as above in this style. Note that `x` holds no numbers yet. It is a *symbolic tensor*, which
# only describes a shape.

# %%
input_tensor = layers.Input(shape=(784,))
x = layers.Dense(32, activation="relu")(input_tensor)
output_tensor = layers.Dense(10, activation="softmax")(x)
model = models.Model(inputs=input_tensor, outputs=output_tensor)
print(x)
print("parameters:", model.count_params())

# %% [markdown]
# The number of parameters is the same. The next model cannot be sequential: it has two inputs and two outputs. Its image is
# a list of three numbers, and the age skips the first layer.

# %%
image = layers.Input((3,), name="image")
age = layers.Input((1,), name="age")
features = layers.Dense(4, activation="relu", name="features")(image)
both = layers.Concatenate(name="join")([features, age])
hidden = layers.Dense(3, activation="tanh", name="hidden")(both)
ill = layers.Dense(1, activation="sigmoid", name="ill")(hidden)
days = layers.Dense(1, name="days")(hidden)
doctor = models.Model(inputs=[image, age], outputs=[ill, days])

# %% [markdown]
# **Try it.** Press *next* several times. A node is computed when all its inputs are known. Then move an input slider. Which
# nodes change?

# %%
ModelGraph(doctor, [[1.0, -0.5, 2.0], [0.6]])

# %% [markdown]
# The age changes `join`, `hidden`, `ill` and `days`. It does not change `features`, because no arrow leads from `age` to
# `features`.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You call one layer twice, on two inputs. How many sets of weights does the model learn for it?",
    {
        "one": "The weights belong to the layer. Both calls use the same weights.",
        "two": "Each call creates a node of the graph. But the weights belong to the layer, not to the call.",
        "none": "Shared weights are trained too: the gradients of both calls are added.",
    },
    right="one",
)

# %%
left, right = layers.Input((2,), name="left"), layers.Input((2,), name="right")
shared = layers.Dense(3, activation="tanh", name="shared")
both = layers.Add(name="sum")([shared(left), shared(right)])
twins = models.Model(inputs=[left, right], outputs=layers.Dense(1, name="output")(both))
print("parameters:", twins.count_params(), "= (2·3 + 3) + (3·1 + 1)")
ModelGraph(twins, [[1.0, 0.5], [1.0, -0.5]])

# %% [markdown]
# The layer `shared` appears twice in the graph, but its 9 parameters are counted once.
#
# **Common mistakes.** If you forget an input, the error names it:

# %%
try:
    models.Model(inputs=image, outputs=ill)
except ValueError as error:
    print(error)

# %% [markdown]
# `Add` needs inputs of the same shape:

# %%
try:
    layers.Add(name="sum")([features, age])
except ValueError as error:
    print(error)

# %% [markdown]
# The arguments of `Model` are called `inputs` and `outputs`. In old code you find `input` and `output`:

# %%
for arguments in ({"input": input_tensor}, {"inputs": input_tensor, "output": output_tensor}):
    try:
        models.Model(**arguments)
    except TypeError as error:
        print(error)

# %% [markdown]
# ## Your next task
#
# Open the problem set [`perceptron`](../exercises/perceptron/perceptron.ipynb) and write its last task, `dense`. (The tasks
# before it are `weighted_sum`, `perceptron`, `decide` and `decision_line`.) Then open the problem set
# [`backprop`](../exercises/backprop/backprop.ipynb) and write the forward pass: first `two_layer_forward`, then `forward`,
# for any number of layers. [Lecture 07](07_backpropagation.ipynb) explains the other tasks of that set.
#
# ## Sources
#
# * F. Rosenblatt, *The perceptron: a probabilistic model for information storage and organization in the
#   brain*, Psychological Review 65, 1958: one layer.
# * M. Minsky, S. Papert, *Perceptrons*, MIT Press, 1969: what one layer cannot do.
# * G. Cybenko, *Approximation by superpositions of a sigmoidal function*, Mathematics of Control, Signals
#   and Systems 2, 1989: what one hidden layer can do.
# * K. Hornik, M. Stinchcombe, H. White, *Multilayer feedforward networks are universal approximators*,
#   Neural Networks 2, 1989: the same for other activations.
# * J. Bromley, I. Guyon, Y. LeCun, E. Säckinger, R. Shah, *Signature verification using a "Siamese" time
#   delay neural network*, NIPS 1993: one layer that is used twice.
# * F. Chollet, *Deep Learning with Python*, Manning, 2017: the four objects, by the author of Keras.
#
# <details>
# <summary><b>If you use the slides</b></summary>
#
# The [glossary](../glossary.ipynb#decks) says what the decks D0 to D4 contain. This lecture covers D0 (deep networks),
# D1 (one hidden layer), D2 (dense layers, one hidden layer, deep networks), D3 (layers) and D4 (layers and weights, the
# four objects, Sequential and functional models). D1 and D2 call a network with one hidden layer a "single layer
# network": they count only the hidden layer.
#
# | deck | the slide says | right |
# |---|---|---|
# | D4 | `models.Model(input=…, output=…)` | `models.Model(inputs=…, outputs=…)` |
#
# The code of D4 for the Sequential and the functional model with 784 inputs runs here if you change only the import.
#
# </details>
