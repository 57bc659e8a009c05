# Right, as the course does it: whole arrays at once.
# %% step
def step(z):
    return (z > 0) * 1.0
# %% sigmoid
def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))
# %% tanh
def tanh(z):
    return np.tanh(z)
# %% relu
def relu(z):
    return np.maximum(0, z)
# %% leaky_relu
def leaky_relu(z, slope=0.1):
    return np.maximum(slope * z, z)
# %% softmax
def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
# %% sigmoid_grad
def sigmoid_grad(z):
    s = sigmoid(z)
    return s * (1 - s)
# %% tanh_grad
def tanh_grad(z):
    return 1 - tanh(z) ** 2
# %% relu_grad
def relu_grad(z):
    return z > 0
# %% leaky_relu_grad
def leaky_relu_grad(z, slope=0.1):
    return np.where(z > 0, 1, slope)
# %% collapse
def collapse(weights):
    return np.linalg.multi_dot(weights) if len(weights) > 1 else weights[0]
