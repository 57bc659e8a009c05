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
# # Playground
#
# This is a neural network. Press *Play*: it learns to separate two moon-shaped groups of points. Then change whatever you like.
# (If you see no picture below, choose *Run → Run All Cells*.)

# %% jupyter={"source_hidden": true}
from chainrule_widgets.playground import Playground

playground = Playground()
playground

# %% [markdown]
# After this lecture you can
#
# * train a small network and watch its decision boundary and its loss;
# * say what the squares and lines in the picture of a network mean;
# * recognize common failures of training, and correct them.
#
# **Time:** about 30 minutes. **You need:** nothing. The later lectures explain every word on this page.
#
# This is not a video. Your computer trains the network while you watch, with `chainrule`, a small library that uses only
# NumPy. In this course you write the parts of this library yourself.
#
# Each square is a **neuron**. It shows the output of the neuron for each point of the plane: blue where the output is above
# 0, orange where it is below 0. Each line is a **weight**. A thick line is a weight with a large absolute value, and a dashed
# line is a negative weight.
#
# ## Things to try
#
# The list at the top right chooses a run with all its settings. Guess what will happen, then press *Play*.
#
# | choose | what to look at |
# |---|---|
# | two moons | Which shape of **decision boundary** separates the two colours? What does each neuron show? |
# | four neurons for xor | What does each of the four neurons show? Remove a neuron with **−**. Is the accuracy still as good? |
# | two spirals | This takes more steps. Is training faster with `relu`, or with the features sin x₁ and sin x₂? |
# | four classes | The colour shows the predicted class. A strong colour means a high probability. |
# | a landscape | The network predicts a number (a height) instead of a class. |
# | handwritten digits | The pictures in the first layer show the weights of each neuron. |
#
# It is equally important to recognize failures. Here are runs **that go wrong**:
#
# | choose | what goes wrong | what helps |
# |---|---|---|
# | one straight line | Without a hidden layer, the decision boundary is a straight line. | the features x₁² and x₂², or one hidden layer |
# | learning rate too large | Each step is too large, so the loss increases more and more: training **diverges**. | the learning rate 0.02 |
# | all weights zero | All neurons of a layer are equal, and only the bias of the output gets a gradient that is not 0. | the initializer `glorot_uniform` |
# | ten sigmoids deep | The gradient in the first layers is less than a millionth of the gradient in the last layer: it **vanishes**. See the bars. | `tanh` in all layers, and Adam with the learning rate 0.01 |
# | exploding gradients | The initial weights are too large. After two steps the loss is NaN (not a number). | the initializer `he_normal` |
# | dead units | The steps are so large that more than half of the ReLU neurons output 0 for all points, and the sigmoid of the output saturates. The network stops learning. | the learning rate 0.1 |
# | overfitting twelve points | The training loss falls to almost 0, but the test loss increases: **overfitting**. | L2 regularization, dropout, more points |
#
# **Look inside.** Press *one example*, or click a point. Then press *next* several times. You see the numbers of the forward
# pass through the network, then the loss, then the gradients of the backward pass. Training repeats these steps many times.
#
# **Look at a neuron.** Point at a neuron, or press Tab until you reach it. A large copy of its picture appears on the right.
#
# ## Share a run
#
# The line at the bottom of the playground contains all settings, the random seed and the number of steps. Copy it and send it
# to somebody. If they paste it into their playground, they get the same network with exactly the same weights. In code it
# works like this:

# %%
import numpy as np

sender = Playground("four neurons for xor", learning_rate=0.05)
sender.train(300)
text = sender.as_text()
text

# %%
receiver = Playground.from_text(text)
print(receiver)
print(
    "equal weights:",
    all(map(np.array_equal, sender.get_weights(), receiver.get_weights())),
)


# %% [markdown]
# If a character of the line is lost or changed, you get an error:

# %%
try:
    Playground.from_text(text.replace("xor", "moons"))
except ValueError as error:
    print(error)

# %% [markdown]
# ## Use your own functions and data
#
# You can write your own activation function and use it in the playground. The playground computes its derivative numerically,
# or you give a pair: the function and its derivative.


# %%
def bump(z):
    return np.exp(-(z**2))


mine = Playground("one straight line", own={"bump": bump}, layers=[("bump", 6)])
before = mine.model.evaluate(mine.inputs, mine.targets)
mine.train(600)
after = mine.model.evaluate(mine.inputs, mine.targets)
print(f"loss before training: {before:.3f}, after training: {after:.3f}")

# %% [markdown]
# Write `mine` into a new cell and run it to see this playground. You can use your own points too:
# `Playground(own={"mine": (X, y)}, data="mine")`, where `X` has two columns.
#
# You can also change every setting from code. Write `playground.data = "circles"` into a new cell, or
# `playground.layers = [["relu", 6], ["tanh", 3]]`. Run it and watch the picture at the top of this page.
#
# ## Lectures
#
# Read the lectures in this order. Each one has explorables to try and questions to answer.
#
# 1. [What learning is](01_learning.ipynb): data, targets, loss, features, parameters.
# 2. [The perceptron](02_perceptron.ipynb): one neuron and its decision boundary.
# 3. [Activations](03_activations.ipynb): the functions between the layers.
# 4. [Networks](04_networks.ipynb): many neurons in layers.
# 5. [Losses](05_losses.ipynb): how to measure errors.
# 6. [Gradient descent](06_gradient_descent.ipynb): how to decrease a loss.
# 7. [Backpropagation](07_backpropagation.ipynb): how to compute the gradients of a network.
# 8. [Batches](08_batches.ipynb): training with a few examples at a time.
# 9. [Optimizers](09_optimizers.ipynb): momentum, Adam and others.
# 10. [Evaluation](10_evaluation.ipynb): how good is a network on new data?
# 11. [Regularization](11_regularization.ipynb): methods against overfitting.
# 12. [Normalization](12_normalization.ipynb): how to keep numbers in a good range.
# 13. [Beyond](13_beyond.ipynb): transfer learning, several tasks, privacy.
#
# ## Problem sets
#
# In the problem sets you program all of this. They check your code immediately and name your mistakes:
# [perceptron](../exercises/perceptron/perceptron.ipynb),
# [activations](../exercises/activations/activations.ipynb),
# [losses](../exercises/losses/losses.ipynb),
# [gradient_descent](../exercises/gradient_descent/gradient_descent.ipynb),
# [backprop](../exercises/backprop/backprop.ipynb),
# [training](../exercises/training/training.ipynb),
# [optimizers](../exercises/optimizers/optimizers.ipynb),
# [evaluation](../exercises/evaluation/evaluation.ipynb),
# [regularization](../exercises/regularization/regularization.ipynb),
# [normalization](../exercises/normalization/normalization.ipynb),
# [data](../exercises/data/data.ipynb),
# [beyond](../exercises/beyond/beyond.ipynb),
# [digits](../exercises/digits/digits.ipynb).
#
# ## Sources
#
# * D. Smilkov, S. Carter, D. Sculley, F. Viégas, M. Wattenberg, *Direct-manipulation visualization of deep
#   networks*, 2017: the TensorFlow Playground.
# * E. Alpaydin, C. Kaynak, *Optical recognition of handwritten digits*, UCI Machine Learning Repository, 1998:
#   the digits.
