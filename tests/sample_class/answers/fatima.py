# Half finished: the rest is as it was released, with a note of her own.
# %% step
def step(z):
    return np.where(z > 0, 1, 0)
# %% sigmoid
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
# %% relu
def relu(z):
    return np.maximum(z, 0)
# %% softmax
def softmax(z):
    # TODO ask about the axis
    e = np.exp(z)
    return
# %% relu_grad
def relu_grad(z):
    return np.where(z > 0, 1, 0)
# %% +
print("I will do the rest tomorrow")
undefined_name
