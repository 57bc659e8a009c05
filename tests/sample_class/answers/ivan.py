# An endless loop in an answer, another one in a cell.
# %% step
def step(z):
    return np.where(z > 0, 1, 0)
# %% sigmoid
def sigmoid(z):
    x = np.asarray(z, dtype=float)
    while np.any(x != 0):
        x = -x
    return x
# %% tanh
def tanh(z):
    return np.tanh(z)
# %% relu
i = 0
while i < 10:
    result = i * 2

def relu(z):
    return np.maximum(z, 0)
# %% relu_grad
def relu_grad(z):
    return np.where(z > 0, 1, 0)
