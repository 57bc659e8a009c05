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
# **Welcome.** This is a neural network. Press *Play*: it learns to tell two moons apart. Each square is a neuron,
# each line a weight. Change whatever you like. (Nothing below? Choose *Run → Run All Cells*.)

# %% jupyter={"source_hidden": true}
from chainrule_widgets.playground import Playground

playground = Playground()
playground

# %% [markdown]
# What you see is no film. This network is trained as you watch, with `chainrule`: a small library in plain
# NumPy. In this course you will write every part of it yourself.
#
# Each square shows what its neuron answers to every point of the plane: blue above zero, orange below. A broken
# line is a negative weight; the thicker a line, the larger the weight.
#
# ## Things to try
#
# The list at the top right sets everything for you. Guess first, then press *Play*.
#
# | choose | and look for |
# |---|---|
# | two moons | the border, how it bends; and which neuron does what |
# | four neurons for xor | the four things that the neurons look for. Take one away with **−**. Is it still enough? |
# | two spirals | patience. Does it go faster with `relu`? With sin x₁ and sin x₂ switched on? |
# | four classes | the colours: which one wins, and how sure it is |
# | a landscape | heights in place of classes |
# | handwritten digits | the pictures in the first layer: that is what each neuron looks for |
#
# Half of learning this craft is to know failure by its looks. So here are the runs **that go wrong**:
#
# | choose | what goes wrong | what helps |
# |---|---|---|
# | one straight line | without a hidden layer the border cannot bend | other features, or one hidden layer |
# | learning rate too large | each step jumps across the valley, and higher | a rate of 0.02 |
# | all weights zero | no neuron ever differs from its neighbour | Glorot's first weights |
# | ten sigmoids deep | the first layers hear less than a millionth of the error: see the bars | `tanh` for all, and Adam at 0.01 |
# | exploding gradients | weights that are too large multiply, too: two steps, and no number is left | He's first weights |
# | dead units | their picture is blank, their slope is 0, and they never come back | smaller steps: a rate of 0.1 |
# | overfitting twelve points | the training loss goes to 0, the test loss up | L2, dropout, more points |
#
# **Look inside.** Press *one example*, or click on a point. Then press *next*, again and again: the numbers run
# forward through the network, become a loss, and come back as a gradient. That one round trip, done very
# often, is all there is to learning.
#
# **Point at a neuron**, or press Tab until you reach it, and its picture stands large on the right.
#
# ## Send it to somebody
#
# The line at the bottom of the playground is everything that it takes to repeat this run: every knob, the seed, and
# how many steps it has gone. Copy it, and whoever pastes it there sees what you see, down to the last weight.
# In code it is the same line:

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
    "the same weights:",
    all(map(np.array_equal, sender.get_weights(), receiver.get_weights())),
)


# %% [markdown]
# Was a letter lost on the way? Then it says so, and does not show you some other run.

# %%
try:
    Playground.from_text(text.replace("xor", "moons"))
except ValueError as error:
    print(error)

# %% [markdown]
# ## Bring your own
#
# Is there an activation that nobody has thought of? Write it, and bring it along. Its derivative is found
# by trial, unless you give a pair: the function and its derivative.


# %%
def bump(z):
    return np.exp(-(z**2))


mine = Playground("one straight line", own={"bump": bump}, layers=[("bump", 6)])
before = mine.model.evaluate(mine.inputs, mine.targets)
mine.train(600)
print(f"loss before: {before:.3f}   after: {mine.model.evaluate(mine.inputs, mine.targets):.3f}")

# %% [markdown]
# Write `mine` into a cell of its own, run it, and play with it. Points of your own come in the same way:
# `Playground(own={"mine": (X, y)}, data="mine")`, with `X` of two columns.
#
# Every knob can be turned from code as well. Try `playground.data = "circles"` in a cell of your own,
# or `playground.layers = [["relu", 6], ["tanh", 3]]`, and watch the picture above.
#
# ## Where to go next
#
# The lectures, in order. Each has something to move, and asks before it tells:
#
# 1. [Learning](01_learning.ipynb): what it is, and what it needs.
# 2. [The perceptron](02_perceptron.ipynb): one neuron, and its line.
# 3. [Activations](03_activations.ipynb): the bend between two layers.
# 4. [Networks](04_networks.ipynb): many neurons.
# 5. [Losses](05_losses.ipynb): how wrong is wrong?
# 6. [Gradient descent](06_gradient_descent.ipynb): downhill.
# 7. [Backpropagation](07_backpropagation.ipynb): the way back that you have just walked.
# 8. [Batches](08_batches.ipynb): a few examples at a time.
# 9. [Optimizers](09_optimizers.ipynb): better ways down.
# 10. [Evaluation](10_evaluation.ipynb): is it any good?
# 11. [Regularization](11_regularization.ipynb): against learning by heart.
# 12. [Normalization](12_normalization.ipynb): numbers of a decent size.
# 13. [Beyond](13_beyond.ipynb): what else such parts can do.
#
# And the problem sets, where you build it all and are told at once what is wrong, and by name:
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
#   networks*, 2017: the TensorFlow Playground, which showed how much one learns by playing.
# * E. Alpaydin, C. Kaynak, *Optical recognition of handwritten digits*, UCI Machine Learning Repository, 1998:
#   the digits.
