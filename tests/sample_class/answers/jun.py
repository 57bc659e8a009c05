# Ends the process: politely in a cell, then for good in an answer.
# %% step
import os
import sys

def step(z):
    return np.where(z > 0, 1, 0)

sys.exit(0)
# %% sigmoid
def sigmoid(z):
    os._exit(0)
# %% tanh
def tanh(z):
    return np.tanh(z)
# %% relu
def relu(z):
    sys.exit("done")
# %% softmax
os._exit(0)

def softmax(z):
    return z
# %% relu_grad
def relu_grad(z):
    return np.where(z > 0, 1, 0)
