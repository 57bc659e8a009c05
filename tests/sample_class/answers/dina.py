# The mistakes that are made most often.
# %% step
def step(z):
    return np.where(z >= 0, 1, 0)
# %% sigmoid
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
# %% tanh
def tanh(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
# %% relu
def relu(z):
    z[z < 0] = 0
    return z
# %% leaky_relu
def leaky_relu(z, slope=0.1):
    return np.maximum(0.1 * z, z)
# %% softmax
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)
# %% sigmoid_grad
def sigmoid_grad(z):
    return z * (1 - z)
# %% tanh_grad
def tanh_grad(z):
    return 1 - np.tanh(z) ** 2
# %% relu_grad
def relu_grad(z):
    return np.where(z >= 0, 1.0, 0.0)
# %% leaky_relu_grad
def leaky_relu_grad(z, slope=0.1):
    grad = np.ones_like(z)
    grad[z <= 0] = slope
    return grad
# %% collapse
def collapse(weights):
    out = weights[0]
    for w in weights[1:]:
        out = np.dot(out, w)
    return out
