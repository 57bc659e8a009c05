# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Glossary
#
# The words of this course, in the order of the alphabet: what each one means, its formula where it has one, and the
# lecture that teaches it. Other words for the same thing stand in brackets.

# %% [markdown]
# ## A
#
# <a id="accuracy"></a>**accuracy**: The fraction of predictions that are right: $\frac{\text{number of right
# predictions}}{\text{number of examples}}$. [Lecture 10, Evaluation](lectures/10_evaluation.ipynb#J1)
#
# <a id="activation-function"></a>**activation function** (nonlinearity): The function $g$ that a neuron applies to
# its weighted sum: $\hat y = g(z)$. Without it, several layers are only one linear layer. [Lecture 03,
# Activations](lectures/03_activations.ipynb#C1)
#
# <a id="adadelta"></a>**Adadelta**: An optimizer that divides by a moving average of squared gradients and multiplies
# by one of squared updates. [Lecture 09, Optimizers](lectures/09_optimizers.ipynb#I5)
#
# <a id="adagrad"></a>**Adagrad**: An optimizer that divides each step by the square root of the sum of all squared
# gradients so far. [Lecture 09, Optimizers](lectures/09_optimizers.ipynb#I4)
#
# <a id="adam"></a>**Adam**: An optimizer that combines momentum with a step size for each weight: $w \leftarrow w -
# \eta\,\hat m / (\sqrt{\hat v} + \epsilon)$. [Lecture 09, Optimizers](lectures/09_optimizers.ipynb#I7)
#
# <a id="average"></a>**average** (mean): The sum of numbers divided by how many they are: $\frac{1}{n}\sum_i a_i$.
# [Lecture 05, Losses](lectures/05_losses.ipynb#E1)
#
# <a id="axis"></a>**axis**: A dimension of a NumPy array. In an array of shape `(n, k)`, axis 0 runs over the rows
# and axis 1 over the columns. [Lecture 04, Networks](lectures/04_networks.ipynb#D1)

# %% [markdown]
# ## B
#
# <a id="backpropagation"></a>**backpropagation** (backward pass): The algorithm that computes the gradient of the
# loss for all weights, from the last layer to the first, by the chain rule. [Lecture 07,
# Backpropagation](lectures/07_backpropagation.ipynb#G3)
#
# <a id="batch"></a>**batch** (mini-batch): A few examples that are used together for one update of the weights.
# [Lecture 08, Batches](lectures/08_batches.ipynb#H1)
#
# <a id="batch-normalization"></a>**batch normalization**: A layer that gives each feature of a batch mean 0 and
# standard deviation 1, then scales it by $\gamma$ and shifts it by $\beta$. [Lecture 12,
# Normalization](lectures/12_normalization.ipynb#L2)
#
# <a id="bias"></a>**bias**: The number $w_0$ or $b$ that a neuron adds to its weighted sum: $z = b + \sum_j x_j w_j$.
# [Lecture 02, The perceptron](lectures/02_perceptron.ipynb#B1)
#
# <a id="bias-correction"></a>**bias correction**: Division of a moving average by $1 - \beta^t$, because it starts at
# 0 and is too small in the first steps. [Lecture 09, Optimizers](lectures/09_optimizers.ipynb#I7)
#
# <a id="binary-cross-entropy"></a>**binary cross-entropy** (BCE, log loss): The loss for two classes:
# $-\frac{1}{n}\sum_i [y_i \log p_i + (1 - y_i)\log(1 - p_i)]$. [Lecture 05, Losses](lectures/05_losses.ipynb#E4)
#
# <a id="broadcasting"></a>**broadcasting**: How NumPy combines arrays of different shapes: an axis of size 1 is
# repeated until the shapes are equal. [Lecture 04, Networks](lectures/04_networks.ipynb#D1)

# %% [markdown]
# ## C
#
# <a id="categorical-cross-entropy"></a>**categorical cross-entropy** (CCE): The loss for several classes: minus the
# logarithm of the probability of the right class, averaged over the examples. [Lecture 05,
# Losses](lectures/05_losses.ipynb#E5)
#
# <a id="chain-rule"></a>**chain rule**: The rule for the derivative of nested functions: $\frac{\partial J}{\partial
# x} = \frac{\partial J}{\partial z}\cdot\frac{\partial z}{\partial x}$. [Lecture 07,
# Backpropagation](lectures/07_backpropagation.ipynb#G1)
#
# <a id="class"></a>**class**: One of the possible answers in a classification problem, for example one of ten digits.
# [Lecture 05, Losses](lectures/05_losses.ipynb#E5)
#
# <a id="class-weight"></a>**class weight**: A factor for the loss of each class, so that rare classes count more.
# [Lecture 13, Beyond](lectures/13_beyond.ipynb#M3)
#
# <a id="classification"></a>**classification**: The problem of choosing one of several classes for each example.
# [Lecture 02, The perceptron](lectures/02_perceptron.ipynb#B4)
#
# <a id="clipping"></a>**clipping**: Limiting a number to a range, or a gradient to a largest norm. [Lecture 12,
# Normalization](lectures/12_normalization.ipynb#L4)
#
# <a id="clipping-threshold"></a>**clipping threshold**: The small number $\epsilon$ (often 1e-7) that keeps
# probabilities away from 0 and 1 before a logarithm. [Lecture 05, Losses](lectures/05_losses.ipynb#E4)
#
# <a id="computation-graph"></a>**computation graph**: A drawing of a formula as a graph: each node is a simple
# operation, each arrow carries a number. [Lecture 07, Backpropagation](lectures/07_backpropagation.ipynb#G1)
#
# <a id="confusion-matrix"></a>**confusion matrix**: A table that counts for each class how often each class was
# predicted; row = true class, column = predicted class. [Lecture 10, Evaluation](lectures/10_evaluation.ipynb#J1)
#
# <a id="converge"></a>**converge**: The weights, or the loss, come closer and closer to one value. [Lecture 06,
# Gradient descent](lectures/06_gradient_descent.ipynb#F5)

# %% [markdown]
# ## D
#
# <a id="data-augmentation"></a>**data augmentation**: Making new training examples by small changes of the old ones,
# for example by flipping or shifting images. [Lecture 11, Regularization](lectures/11_regularization.ipynb#K5)
#
# <a id="dead-relu"></a>**dead ReLU**: A hidden unit with ReLU whose output is 0 for all examples; its gradient is 0,
# so its weights no longer change. [Lecture 03, Activations](lectures/03_activations.ipynb#C3)
#
# <a id="decision-boundary"></a>**decision boundary**: The points at which a classifier changes its answer. For one
# neuron it is a straight line. [Lecture 02, The perceptron](lectures/02_perceptron.ipynb#B3)
#
# <a id="deep-network"></a>**deep network**: A network with more than one hidden layer. [Lecture 04,
# Networks](lectures/04_networks.ipynb#D3)
#
# <a id="dense-layer"></a>**dense layer** (fully connected layer): A layer in which each output depends on all inputs:
# $Z = XW + b$. [Lecture 04, Networks](lectures/04_networks.ipynb#D1)
#
# <a id="derivative"></a>**derivative**: How fast a function of one number changes: $f'(x)$, the slope of its curve at
# $x$. [Lecture 06, Gradient descent](lectures/06_gradient_descent.ipynb#F3)
#
# <a id="diverge"></a>**diverge**: The loss grows from step to step instead of falling, most often because the
# learning rate is too large. [Lecture 06, Gradient descent](lectures/06_gradient_descent.ipynb#F5)
#
# <a id="dropout"></a>**dropout**: During training, each hidden unit is set to 0 with probability *rate*, and the
# others are divided by $1 - \text{rate}$. [Lecture 11, Regularization](lectures/11_regularization.ipynb#K3)

# %% [markdown]
# ## E
#
# <a id="early-stopping"></a>**early stopping**: Ending the training when the validation loss has not improved for a
# number of epochs (the *patience*). [Lecture 11, Regularization](lectures/11_regularization.ipynb#K4)
#
# <a id="empirical-loss"></a>**empirical loss** (objective, cost): The loss averaged over all training examples: $J(W)
# = \frac{1}{n}\sum_i L(f(x_i; W), y_i)$. [Lecture 05, Losses](lectures/05_losses.ipynb#E1)
#
# <a id="epoch"></a>**epoch**: One pass through all training examples. [Lecture 08,
# Batches](lectures/08_batches.ipynb#H1)
#
# <a id="example"></a>**example** (sample, row): One case from the data: its features $x$ and its target $y$. [Lecture
# 01, Learning](lectures/01_learning.ipynb#A2)
#
# <a id="exploding-gradient"></a>**exploding gradient**: A gradient that grows from layer to layer until the numbers
# overflow. [Lecture 12, Normalization](lectures/12_normalization.ipynb#L3)

# %% [markdown]
# ## F
#
# <a id="f1-score"></a>**F1 score**: The harmonic mean of precision and recall: $\frac{2pr}{p + r}$. [Lecture 10,
# Evaluation](lectures/10_evaluation.ipynb#J1)
#
# <a id="feature"></a>**feature**: One number that describes an example, for example its height. A column of $X$.
# [Lecture 01, Learning](lectures/01_learning.ipynb#A4)
#
# <a id="forward-pass"></a>**forward pass**: Computing the output of a network from its input, layer by layer.
# [Lecture 04, Networks](lectures/04_networks.ipynb#D3)

# %% [markdown]
# ## G
#
# <a id="generalization"></a>**generalization**: How well a model predicts examples that it was not trained on.
# [Lecture 10, Evaluation](lectures/10_evaluation.ipynb#J3)
#
# <a id="gradient"></a>**gradient**: All derivatives of a loss in one vector or matrix: $\nabla_W J$. It points in the
# direction in which the loss grows fastest. [Lecture 06, Gradient descent](lectures/06_gradient_descent.ipynb#F3)
#
# <a id="gradient-check"></a>**gradient check**: Comparing a gradient with a numerical one, to find mistakes in the
# code. [Lecture 07, Backpropagation](lectures/07_backpropagation.ipynb#G4)
#
# <a id="gradient-descent"></a>**gradient descent**: Repeated small steps against the gradient: $W \leftarrow W -
# \eta\,\nabla_W J$. [Lecture 06, Gradient descent](lectures/06_gradient_descent.ipynb#F2)

# %% [markdown]
# ## H
#
# <a id="hidden-layer"></a>**hidden layer**: A layer between the input and the output layer. [Lecture 04,
# Networks](lectures/04_networks.ipynb#D4)
#
# <a id="hidden-unit"></a>**hidden unit** (neuron): One neuron of a hidden layer. [Lecture 04,
# Networks](lectures/04_networks.ipynb#D4)
#
# <a id="hyperparameter"></a>**hyperparameter**: A number that you choose before training, such as the learning rate.
# [Lecture 01, Learning](lectures/01_learning.ipynb#A7)

# %% [markdown]
# ## I
#
# <a id="imputation"></a>**imputation**: Replacing missing values by numbers, for example by the mean of the feature.
# [Lecture 13, Beyond](lectures/13_beyond.ipynb#M3)
#
# <a id="inference"></a>**inference**: Using a trained model to make predictions. Dropout and batch normalization
# behave differently then. [Lecture 11, Regularization](lectures/11_regularization.ipynb#K3)
#
# <a id="initialization"></a>**initialization**: Choosing the weights with which training begins. [Lecture 12,
# Normalization](lectures/12_normalization.ipynb#L5)

# %% [markdown]
# ## L
#
# <a id="l1-penalty"></a>**L1 penalty**: $\lambda \sum_j |w_j|$, added to the loss. Many weights become exactly 0.
# [Lecture 11, Regularization](lectures/11_regularization.ipynb#K1)
#
# <a id="l2-penalty"></a>**L2 penalty** (weight decay): $\lambda \sum_j w_j^2$, added to the loss. Large weights
# become smaller. [Lecture 11, Regularization](lectures/11_regularization.ipynb#K2)
#
# <a id="label"></a>**label**: The target of an example in classification: its class. [Lecture 01,
# Learning](lectures/01_learning.ipynb#A3)
#
# <a id="layer"></a>**layer**: A group of neurons that work on the same inputs. [Lecture 04,
# Networks](lectures/04_networks.ipynb#D1)
#
# <a id="leaky-relu"></a>**leaky ReLU**: $\max(z, \alpha z)$ with a small slope $\alpha$ for negative numbers.
# [Lecture 03, Activations](lectures/03_activations.ipynb#C4)
#
# <a id="learning-rate"></a>**learning rate**: The factor $\eta$ that decides how large each step of gradient descent
# is. [Lecture 06, Gradient descent](lectures/06_gradient_descent.ipynb#F5)
#
# <a id="logistic-regression"></a>**logistic regression**: One neuron with the sigmoid as its activation function.
# [Lecture 02, The perceptron](lectures/02_perceptron.ipynb#B2)
#
# <a id="logit"></a>**logit** (score): The number $z$ from which softmax or sigmoid computes a probability. [Lecture
# 05, Losses](lectures/05_losses.ipynb#E5)
#
# <a id="loss"></a>**loss**: A number that says how far a prediction is from its target. Smaller is better. [Lecture
# 05, Losses](lectures/05_losses.ipynb#E1)
#
# <a id="loss-surface"></a>**loss surface**: The loss as a function of the weights, drawn like a landscape. [Lecture
# 06, Gradient descent](lectures/06_gradient_descent.ipynb#F1)

# %% [markdown]
# ## M
#
# <a id="mask"></a>**mask**: An array of 0 and 1 (or False and True) that says which entries are kept. [Lecture 11,
# Regularization](lectures/11_regularization.ipynb#K3)
#
# <a id="mean-absolute-error"></a>**mean absolute error** (MAE): $\frac{1}{N}\sum |y - \hat y|$. [Lecture 05,
# Losses](lectures/05_losses.ipynb#E2)
#
# <a id="mean-squared-error"></a>**mean squared error** (MSE): $\frac{1}{N}\sum (y - \hat y)^2$. [Lecture 05,
# Losses](lectures/05_losses.ipynb#E3)
#
# <a id="min-max-scaling"></a>**min-max scaling**: Moving and scaling a feature so that its smallest value is 0 and
# its largest is 1. [Lecture 12, Normalization](lectures/12_normalization.ipynb#L1)
#
# <a id="momentum"></a>**momentum**: An optimizer that adds up earlier steps: $v \leftarrow \mu v - \eta\,g$, then $w
# \leftarrow w + v$. [Lecture 09, Optimizers](lectures/09_optimizers.ipynb#I2)
#
# <a id="moving-average"></a>**moving average**: An average in which newer numbers count more: $m \leftarrow \beta m +
# (1 - \beta) g$. [Lecture 09, Optimizers](lectures/09_optimizers.ipynb#I6)
#
# <a id="multitask-learning"></a>**multitask learning**: One network that predicts several targets; its loss is a
# weighted sum of their losses. [Lecture 13, Beyond](lectures/13_beyond.ipynb#M2)

# %% [markdown]
# ## N
#
# <a id="nesterov-momentum"></a>**Nesterov momentum**: Momentum whose gradient is taken, or estimated, at the point
# that the momentum step reaches. [Lecture 09, Optimizers](lectures/09_optimizers.ipynb#I2)
#
# <a id="neuron"></a>**neuron** (unit): A weighted sum of inputs, followed by an activation function. [Lecture 02, The
# perceptron](lectures/02_perceptron.ipynb#B1)
#
# <a id="numerical-gradient"></a>**numerical gradient**: A gradient that is estimated from differences of the loss:
# $\frac{J(w + h) - J(w - h)}{2h}$. [Lecture 07, Backpropagation](lectures/07_backpropagation.ipynb#G4)

# %% [markdown]
# ## O
#
# <a id="one-hot"></a>**one-hot**: A row of zeros with a single 1, at the position of the class. [Lecture 05,
# Losses](lectures/05_losses.ipynb#E5)
#
# <a id="optimizer"></a>**optimizer**: The rule that changes the weights by the gradient, such as SGD or Adam.
# [Lecture 09, Optimizers](lectures/09_optimizers.ipynb#I1)
#
# <a id="oscillate"></a>**oscillate**: To jump back and forth across a minimum. [Lecture 06, Gradient
# descent](lectures/06_gradient_descent.ipynb#F5)
#
# <a id="overfitting"></a>**overfitting**: A model fits the training data much better than new data. [Lecture 10,
# Evaluation](lectures/10_evaluation.ipynb#J4)
#
# <a id="overflow"></a>**overflow**: A number becomes too large for the computer and turns into infinity. [Lecture 05,
# Losses](lectures/05_losses.ipynb#E5)

# %% [markdown]
# ## P
#
# <a id="parameter"></a>**parameter** (weight): A number that training changes: a weight or a bias. [Lecture 01,
# Learning](lectures/01_learning.ipynb#A7)
#
# <a id="patience"></a>**patience**: The number of epochs without improvement after which early stopping ends the
# training. [Lecture 11, Regularization](lectures/11_regularization.ipynb#K4)
#
# <a id="perceptron"></a>**perceptron**: One neuron: a weighted sum and an activation function. [Lecture 02, The
# perceptron](lectures/02_perceptron.ipynb#B1)
#
# <a id="precision"></a>**precision**: Of the examples that were predicted positive, the fraction that is positive.
# [Lecture 10, Evaluation](lectures/10_evaluation.ipynb#J1)
#
# <a id="prediction"></a>**prediction**: The output $\hat y$ of a model for one example. [Lecture 01,
# Learning](lectures/01_learning.ipynb#A3)
#
# <a id="probability"></a>**probability**: A number from 0 to 1; the probabilities of all classes sum to 1. [Lecture
# 05, Losses](lectures/05_losses.ipynb#E4)

# %% [markdown]
# ## R
#
# <a id="random-generator"></a>**random generator**: A NumPy object that draws random numbers: `rng =
# np.random.default_rng(seed)`. [Lecture 12, Normalization](lectures/12_normalization.ipynb#L6)
#
# <a id="recall"></a>**recall**: Of the positive examples, the fraction that was predicted positive. [Lecture 10,
# Evaluation](lectures/10_evaluation.ipynb#J1)
#
# <a id="regression"></a>**regression**: The problem of predicting a number, not a class. [Lecture 02, The
# perceptron](lectures/02_perceptron.ipynb#B2)
#
# <a id="regularization"></a>**regularization**: Any change of training that reduces overfitting. [Lecture 11,
# Regularization](lectures/11_regularization.ipynb#K1)
#
# <a id="relu"></a>**ReLU**: The activation function $\max(0, z)$. [Lecture 03,
# Activations](lectures/03_activations.ipynb#C3)
#
# <a id="rmsprop"></a>**RMSprop**: An optimizer that divides each step by the square root of a moving average of
# squared gradients. [Lecture 09, Optimizers](lectures/09_optimizers.ipynb#I6)

# %% [markdown]
# ## S
#
# <a id="saturate"></a>**saturate**: An activation function is saturated where it is almost flat, so that its
# derivative is almost 0. [Lecture 03, Activations](lectures/03_activations.ipynb#C8)
#
# <a id="seed"></a>**seed**: The number from which a random generator starts; the same seed gives the same numbers.
# [Lecture 12, Normalization](lectures/12_normalization.ipynb#L6)
#
# <a id="sgd"></a>**SGD** (stochastic gradient descent): Gradient descent with the gradient of one batch: $w
# \leftarrow w - \eta\,g$. [Lecture 09, Optimizers](lectures/09_optimizers.ipynb#I1)
#
# <a id="shape"></a>**shape**: The sizes of an array's axes: `(3, 2)` means three rows and two columns. [Lecture 04,
# Networks](lectures/04_networks.ipynb#D1)
#
# <a id="sigmoid"></a>**sigmoid**: The activation function $\sigma(z) = \frac{1}{1 + e^{-z}}$, with values between 0
# and 1. [Lecture 03, Activations](lectures/03_activations.ipynb#C1)
#
# <a id="softmax"></a>**softmax**: Turns scores into probabilities: $p_c = \frac{e^{z_c}}{\sum_k e^{z_k}}$. [Lecture
# 03, Activations](lectures/03_activations.ipynb#C5)
#
# <a id="standard-deviation"></a>**standard deviation**: The square root of the variance. [Lecture 12,
# Normalization](lectures/12_normalization.ipynb#L1)
#
# <a id="standardization"></a>**standardization**: Subtracting the mean of each feature and dividing by its standard
# deviation. [Lecture 12, Normalization](lectures/12_normalization.ipynb#L1)
#
# <a id="step-function"></a>**step function** (threshold function): The activation function that is 1 for positive
# numbers and otherwise 0. [Lecture 02, The perceptron](lectures/02_perceptron.ipynb#B4)
#
# <a id="step-size"></a>**step size**: The length of one update of the weights. [Lecture 06, Gradient
# descent](lectures/06_gradient_descent.ipynb#F5)

# %% [markdown]
# ## T
#
# <a id="tanh"></a>**tanh**: The hyperbolic tangent, an activation function with values between −1 and 1. [Lecture 03,
# Activations](lectures/03_activations.ipynb#C2)
#
# <a id="target"></a>**target** (label): The right answer $y$ of an example. [Lecture 01,
# Learning](lectures/01_learning.ipynb#A3)
#
# <a id="test-data"></a>**test data**: Examples that are used once, at the end, to measure how well a model
# generalizes. [Lecture 10, Evaluation](lectures/10_evaluation.ipynb#J3)
#
# <a id="threshold"></a>**threshold**: The number with which a probability is compared to choose a class, most often
# 0.5. [Lecture 02, The perceptron](lectures/02_perceptron.ipynb#B4)
#
# <a id="training-data"></a>**training data**: The examples from which the weights are learned. [Lecture 10,
# Evaluation](lectures/10_evaluation.ipynb#J3)
#
# <a id="transfer-learning"></a>**transfer learning**: Using layers that were trained on one problem for another
# problem. [Lecture 13, Beyond](lectures/13_beyond.ipynb#M1)

# %% [markdown]
# ## U
#
# <a id="underfitting"></a>**underfitting**: A model fits even the training data badly. [Lecture 10,
# Evaluation](lectures/10_evaluation.ipynb#J4)
#
# <a id="update"></a>**update**: One change of the weights. [Lecture 06, Gradient
# descent](lectures/06_gradient_descent.ipynb#F2)

# %% [markdown]
# ## V
#
# <a id="validation-data"></a>**validation data**: Examples that are not used for training, with which you compare
# models and choose hyperparameters. [Lecture 10, Evaluation](lectures/10_evaluation.ipynb#J3)
#
# <a id="vanishing-gradient"></a>**vanishing gradient**: A gradient that shrinks from layer to layer until the first
# layers hardly learn. [Lecture 12, Normalization](lectures/12_normalization.ipynb#L3)
#
# <a id="variance"></a>**variance**: The mean of the squared differences from the mean: $\frac{1}{n}\sum_i (a_i - \bar
# a)^2$. [Lecture 12, Normalization](lectures/12_normalization.ipynb#L1)
#
# <a id="velocity"></a>**velocity**: The sum of earlier steps that momentum keeps. [Lecture 09,
# Optimizers](lectures/09_optimizers.ipynb#I3)

# %% [markdown]
# ## W
#
# <a id="weight"></a>**weight**: A number by which a neuron multiplies one input. [Lecture 02, The
# perceptron](lectures/02_perceptron.ipynb#B1)
#
# <a id="weighted-sum"></a>**weighted sum**: The sum of inputs, each multiplied by its weight: $z = b + \sum_j x_j
# w_j$. [Lecture 02, The perceptron](lectures/02_perceptron.ipynb#B1)

# %% [markdown]
# ## X
#
# <a id="xavier-initialization"></a>**Xavier initialization** (Glorot initialization): Random weights whose variance
# is $\frac{2}{n_\text{in} + n_\text{out}}$, so that signals keep their size from layer to layer. [Lecture 12,
# Normalization](lectures/12_normalization.ipynb#L6)

# %% [markdown]
# ## The slides <a id="decks"></a>
#
# The syllabus of this course comes from five slide decks on deep learning. Where a lecture names a source, the decks are
# called D0 to D4:
#
# | deck | topics |
# |---|---|
# | D0 | activation functions, losses, metrics, regularization, normalization, initialization, gradient clipping, transfer and multitask learning |
# | D1 | loss surfaces, gradient descent, backpropagation, adaptive learning rates, early stopping |
# | D2 | perceptron, dense layers, batches, optimizers, dropout |
# | D3 | what learning is, biological neurons, vanishing gradients, overfitting, missing and skewed data, privacy |
# | D4 | deep learning with Keras: layers, losses, momentum, data splits, the size of a network, Sequential and functional models |
