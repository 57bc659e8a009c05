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
# **The question.** Will you pass this class? Suppose that it depends on two inputs: how many lectures you attend, and how
# many hours you work on the project. How can a program weigh the two inputs and decide?
#
# After this lecture you can
#
# * compute the output of a perceptron, with and without a bias, by hand and with NumPy;
# * turn and move the decision boundary of a perceptron, and say what the length of its weight vector means;
# * say what linear and logistic regression have in common, and choose between them;
# * turn a probability into a decision with a threshold;
# * say why the output of an untrained network means nothing, and which data one perceptron cannot classify.
#
# **Time:** about 45 minutes. **You need:** [lecture 01, What learning is](01_learning.ipynb), and arrays in NumPy.

# %%
import numpy as np
from chainrule import datasets, layers, models
from chainrule.activations import linear, sigmoid, step
from chainrule_widgets import picture, question
from chainrule_widgets.perceptron import HandLine, OneNeuron, OwnPerceptron, PassClass, Threshold

# %% [markdown]
# ## The idea
#
# A **perceptron** is the simplest neural network: a single artificial neuron. It multiplies each input by a number, adds
# the products, and computes its output from the sum. The next cell draws this.

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
# * A **weight** $w_j$ says how much the input $x_j$ counts. Its sign says in which direction.
# * The **bias** $w_0$ is added to the sum. It does not depend on the inputs.
# * The **activation function** $g$ turns the sum $z$ into the output $\hat y$, which is the **prediction**.
#
# The next cell computes the same sum in three ways: with a loop that follows the formula, with a product of vectors, and
# with a layer of the library.

# %%
x, w0, w = np.array([-1.0, 2.0]), 1.0, np.array([3.0, -2.0])

total = w0
for j in range(len(x)):
    total = total + x[j] * w[j]
print("with a loop            ", total)
print("as a product           ", w0 + x @ w)

neuron = layers.Dense(1, activation="linear")
model = models.Sequential([layers.Input((2,)), neuron])
neuron.set_weights([w.reshape(2, 1), [w0]])
print("a layer of one neuron  ", model.predict(x.reshape(1, 2))[0, 0])

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A perceptron without a bias computes z = Σ xⱼ wⱼ. What is z if all inputs are 0?",
    {
        "it depends on the weights": "Each weight is multiplied by 0, so the weights do not matter here.",
        "always 0": "Every product is 0. Only a bias can make z different from 0 at the origin.",
        "w₀": "w₀ is the bias, and this perceptron has none.",
    },
    right="always 0",
)

# %%
without = layers.Dense(1, use_bias=False)
with_bias = layers.Dense(1, bias_initializer="ones")
for name, layer in [("without", without), ("with", with_bias)]:
    at_zero = models.Sequential([layers.Input((2,)), layer]).predict(np.zeros((1, 2)))[0, 0]
    print(f"{name:8} bias: {layer.count_params()} parameters, at the origin z = {at_zero}")

# %% [markdown]
# ## The decision boundary is a line <a id="B3"></a>
#
# Here is an example with two inputs, $w_0 = 1$ and $W = [3, -2]$:
#
# $$\hat y = g(1 + 3 x_1 - 2 x_2)$$
#
# At $x = (-1, 2)$ the sum is $1 - 3 - 4 = -6$. As the activation $g$ we use the **sigmoid** $\sigma(z) = 1/(1 + e^{-z})$.
# Its output lies between 0 and 1, so you can read it as a probability.

# %%
z = w0 + x @ w
print("z    =", z)
print("σ(z) =", round(float(sigmoid(z)), 5))

# %% [markdown]
# The output is almost 0, so the prediction is "no". An output above ½ means "yes". The points where $\hat y = ½$ form
# the **decision boundary** between the two answers. There $z = 0$, because $\sigma(0) = ½$.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The decision boundary contains all x with 1 + 3x₁ − 2x₂ = 0. What shape does it have?",
    {
        "a straight line": "The equation is linear. Solve it for x₂: x₂ = (1 + 3x₁)/2.",
        "a circle around (−1, 2)": "The equation of a circle contains squares of x₁ and x₂. This equation has none.",
        "the S shape of σ": "σ is S-shaped as a function of z. But the boundary is where z = 0, and z is linear in x.",
    },
    right="a straight line",
)

# %%
x1 = np.array([-1.0, 0.0, 1.0])
x2 = -(w0 + w[0] * x1) / w[1]
z = w0 + w[0] * x1 + w[1] * x2
for k in range(3):
    print(f"x = ({x1[k]:4}, {x2[k]:4})   z = {z[k]:.1f}   σ(z) = {float(sigmoid(z[k]))}")

# %% [markdown]
# **Try it.** Drag the round tip of the arrow, which is $(w_1, w_2)$: the line **turns**. Drag the square on the line, which
# sets the bias: the line **moves**. Drag the diamond, which is $x$: the sum on the right changes. (With the keyboard, press
# Tab to select a handle, then use the arrow keys.)

# %%
HandLine(w0=1, w=(3, -2), x=(-1, 2))

# %% [markdown]
# The arrow is perpendicular to the line and points to the side where $\hat y > ½$. The dotted lines show where
# $\hat y$ is 0.1 and 0.9.
#
# **Exercise.** Make the band between the dotted lines narrow. Then double all three numbers. What happens to the line, and
# what happens to the band?

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You multiply all three numbers by 10: w₀ = 10, W = [30, −20]. What happens to the line z = 0, and to ŷ at "
    "points beside the line?",
    {
        "the line moves, ŷ stays the same": "10 · z is 0 exactly where z is 0, so the line does not move.",
        "nothing changes": "The line stays. But z becomes ten times as large, so σ(z) changes.",
        "the line stays, ŷ gets closer to 0 or 1": "The direction of the weights sets the line. Their length sets how close ŷ is to 0 or 1.",
    },
    right="the line stays, ŷ gets closer to 0 or 1",
)

# %%
beside = np.array([0.0, 0.0])
for factor in (1, 2, 10):
    print(f"factor {factor:2}:  ŷ = {float(sigmoid(factor * (w0 + beside @ w))):.5f}")

# %% [markdown]
# At the point $(0, 0)$, $z = 1$. With larger weights, the same point gets a probability closer to 1.
#
# **Exercise.** The function below has a mistake. Run the cell and compare the two pictures. Where is the decision boundary of
# your function? Then correct the function and run the cell again, until the two pictures agree everywhere.


# %%
def my_perceptron(X, w, b):
    z = X @ w
    return sigmoid(z)


OwnPerceptron(my_perceptron)

# %% [markdown]
# **A common mistake.** The next function turns $w$ into a column of shape (2, 1). So its result is a table with one column,
# but the library needs a vector with one number for each row of $X$. Run the cell and read the two shapes.


# %%
def with_a_column(X, w, b):
    return sigmoid(X @ w.reshape(2, 1) + b)


OwnPerceptron(with_a_column)

# %% [markdown]
# **Try it.** Here are points of two classes. Move the line until all points are on the right side.

# %%
HandLine(w0=0, w=(2, 0.5), data="two clusters")

# %% [markdown]
# **Without a bias.** Here are the same points and a perceptron without $w_0$. Turn the arrow to every direction. The line
# always goes through the origin, and both clusters lie on the same side of the origin. So no line separates them.

# %%
HandLine(w=(1, -1), data="two clusters", bias=False)

# %% [markdown]
# **Not linearly separable.** In the next data set, opposite corners belong to the same class. No straight line separates
# the classes. Try to find a line that is right for as many points as possible.

# %%
HandLine(w0=0, w=(1.5, 1.5), data="four corners")

# %% [markdown]
# This is the **XOR problem**. Minsky and Papert discussed it in their book *Perceptrons* in 1969. The next cell tries many
# directions and biases, and prints the best accuracy. A network with a hidden layer solves the problem
# ([lecture 04](04_networks.ipynb)).

# %% jupyter={"source_hidden": true}
X, y = datasets.xor(80, seed=1)
best, count = 0, 0
for angle in np.linspace(0, 2 * np.pi, 181):
    direction = np.array([np.cos(angle), np.sin(angle)])
    for bias in np.linspace(-1.5, 1.5, 121):
        accuracy = np.mean((X @ direction + bias > 0) == (y == 1))
        best, count = max(best, accuracy), count + 1
print(f"the best of {count} lines is right for {best:.0%} of the points")

# %% [markdown]
# ## Linear and logistic regression <a id="B2"></a>
#
# Two methods of statistics are perceptrons with different activation functions:
#
# | | predicts | activation function |
# |---|---|---|
# | **linear regression** | a number, such as a mark | identity, $g(z) = z$ |
# | **logistic regression** | a probability, such as the probability of passing | sigmoid, $g(z) = \sigma(z)$ |

# %%
hours = np.array([0.0, 4.0, 8.0])
z = -2.0 + 0.5 * hours
print("z           ", z)
print("identity    ", linear(z))
print("sigmoid     ", sigmoid(z).round(3))

# %% [markdown]
# **Try it.** Press *fit*. Gradient descent, the training method of [lecture 06](06_gradient_descent.ipynb), finds the bias
# $b$ and the weight $w$. Then choose the target `passed` instead of `mark`, and change $g$.

# %%
OneNeuron("linear", "mark")

# %% [markdown]
# For the target `mark`, a straight line fits well. For the target `passed`, the straight line gives values above 1, which
# are not probabilities. The sigmoid always stays between 0 and 1.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "You add one student, who worked for 30 hours and passed. Both regressions learn the target 'passed'. Which "
    "regression then makes more mistakes for the other students?",
    {
        "the linear one": "Its line is far above 1 at 30 hours. The squared error there is large, so the line becomes flatter.",
        "the logistic one": "At 30 hours σ is almost 1, and the target is 1 too. So the new student hardly changes the curve.",
        "neither, because the student fits the pattern": "The student fits the pattern, but a straight line cannot stay at 1.",
    },
    right="the linear one",
)

# %%
for g in ("linear", "sigmoid"):
    for outlier in (False, True):
        print(OneNeuron(g, "passed", outlier=outlier, step=150))

# %% [markdown]
# **Try it.** Here is the linear regression with the student at 30 hours. Such an unusual example is called an **outlier**.
# Remove the student with the checkbox, then add the student again. Watch where the line crosses $\hat y = ½$.

# %%
OneNeuron("linear", "passed", outlier=True, step=150)

# %% [markdown]
# Without the outlier, the line crosses ½ at 3.6 hours, and 23 of 24 predictions are right. With the outlier, it crosses ½ at
# 0.76 hours, and only 19 of 25 predictions are right.
#
# ## From a probability to a decision <a id="B4"></a>
#
# The first perceptron (1958) had no sigmoid. Its activation was the **step function**, also called threshold function: 1
# where $z > 0$, else 0.
#
# Today we usually use the sigmoid, because gradient descent can train it. Afterwards we compare the probability with a
# **threshold**: class 1 where $\hat y > 0.5$. The result is the same as with the step function, because $\sigma(z) > 0.5$
# exactly where $z > 0$.

# %%
z = np.array([-6.0, -0.1, 0.0, 0.1, 3.0])
print("z            ", z)
print("step(z)      ", step(z))
print("σ(z)         ", sigmoid(z).round(3))
print("σ(z) > 0.5   ", (sigmoid(z) > 0.5).astype(float))

# %% [markdown]
# At exactly $z = 0$ both results are 0. This is a convention, and the problem set uses it too.
#
# The threshold need not be 0.5. The next explorable shows 284 real tumours that were not used for training. A neuron
# predicts the probability $p$ that a tumour is *malignant* (cancer).

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "A doctor does not want to miss any malignant tumour. How should she change the threshold?",
    {
        "increase it": "Then the answer is 'malignant' less often, so more malignant tumours are missed.",
        "decrease it": "Then the answer is 'malignant' more often. Fewer tumours are missed, but there are more false alarms.",
        "keep it at 0.5": "At 0.5 there are few errors in total. But a missed tumour is worse than a false alarm.",
    },
    right="decrease it",
)

# %% [markdown]
# **Try it.** Drag the orange line to change the threshold. Filled bars are right decisions, and hollow bars are wrong
# decisions.

# %%
Threshold(0.5)

# %%
for threshold in (0.05, 0.5, 0.95):
    print(Threshold(threshold))

# %% [markdown]
# At the threshold 0.05 only 7 tumours are missed, but there are 63 false alarms. At 0.95 there are only 2 false alarms, but
# 50 tumours are missed.
#
# **An extreme threshold.** With the threshold 1, no tumour is called malignant. All 110 malignant tumours are missed.
# However, 61 % of the decisions are right, because most of these tumours are benign (harmless).

# %%
Threshold(1.0)

# %% [markdown]
# The best threshold depends on how bad each kind of error is. People must decide this; the data cannot.
#
# ## Will I pass this class? <a id="B5"></a>
#
# Back to the question of this lecture. Suppose that you attended 4 lectures and worked 5 hours on the project. The next
# explorable shows a network with three hidden neurons and one output neuron. **Hidden neurons** are neurons between the
# inputs and the output. The weights of the network are random.

# %% jupyter={"source_hidden": true} tags=["question"]
question(
    "The network is untrained. How useful is its prediction for you?",
    {
        "a little, because it uses both of your inputs": "It uses both inputs, but it multiplies them by random weights.",
        "not useful, because it has not learned from any example": "Its weights are random, so its prediction is random too.",
        "it predicts 0.5, because it does not know": "With random weights the prediction can be any number between 0 and 1.",
    },
    right="not useful, because it has not learned from any example",
)

# %%
PassClass(lectures=4, hours=5, step=0)

# %% [markdown]
# The network predicts 0.1, but you passed, so the target is 1. The prediction is wrong because the network is **untrained**.
#
# **Try it.** Press *train*. The network learns from 80 students of last year. In each step it changes its weights, so that the
# predictions for these students improve. Then drag the diamond, which is you. If you attend only 2 lectures, how many hours
# do you need?

# %%
for step_number in (0, 50, 150):
    print(PassClass(4, 5, step=step_number))

# %% [markdown]
# After training, the prediction for you is 0.9. With 2 lectures you need between 6 and 7 hours for a prediction above ½.
#
# Look at the decision boundary. It is curved, although one perceptron can only have a straight boundary. The output neuron
# combines three hidden neurons, so the network can have a curved boundary. Lectures 05 to 07 explain how training works.
#
# **A learning rate that is too large.** The **learning rate** says how large the training steps are. Here it is 30 times as
# large as before. The network predicts the same probability, 0.6, for everyone. Why 0.6? Make a guess, then read the
# sentence below the picture.

# %%
PassClass(4, 5, step=150, learning_rate=3.0)

# %% [markdown]
# ## Your next task
#
# Open the problem set [`perceptron`](../exercises/perceptron/perceptron.ipynb) and begin with `weighted_sum`. Then write
# `perceptron`, `decide`, `decision_line` and `dense`, which computes many neurons together. The notebook checks each function
# immediately and names your mistake. The function `step` of this lecture is the first task of the next problem set,
# `activations`. You can also copy your `perceptron` into this lecture and compare it with `OwnPerceptron`.
#
# ## Sources
#
# * F. Rosenblatt, *The perceptron: a probabilistic model for information storage and organization in the brain*,
#   Psychological Review 65, 1958.
# * M. Minsky, S. Papert, *Perceptrons*, MIT Press, 1969: data that no line separates.
# * D. R. Cox, *The regression analysis of binary sequences*, Journal of the Royal Statistical Society B 20, 1958: logistic
#   regression.
# * W. Wolberg, O. Mangasarian, N. Street, W. Street, *Breast Cancer Wisconsin (Diagnostic)*, UCI Machine Learning
#   Repository, 1993: the tumours.
#
# <details>
# <summary><b>If you use the slides</b></summary>
#
# The [glossary](../glossary.ipynb#decks) says what the decks D0 to D4 contain. This lecture covers D0 (linear and
# logistic regression), D2 (the weighted sum, the line, "Will I pass this class?") and D4 (the weighted sum, the step
# function and the threshold).
#
# | deck | the slide says | precisely |
# |---|---|---|
# | D2 | $g(1 + 3 \cdot (-1) - 2 \cdot 2) = g(-6) \approx 0.002$ | The slide is right: it rounds 0.00247 to one digit. Compare your code with 0.00247. |
#
# </details>
