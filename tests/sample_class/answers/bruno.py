# Right, number by number, with loops and plain Python.
# %% step
import math

def each(function, z):
    """Apply a function to every number of an array of any shape."""
    out = np.empty(z.shape)
    for index in np.ndindex(z.shape):
        out[index] = function(z[index])
    return out

def step(z):
    return each(lambda v: 1 if v > 0 else 0, z)
# %% sigmoid
def sigmoid(z):
    def one(v):
        if v >= 0:
            return 1 / (1 + math.exp(-v))
        return math.exp(v) / (1 + math.exp(v))
    return each(one, z)
# %% tanh
def tanh(z):
    return each(math.tanh, z)
# %% relu
def relu(z):
    return each(lambda v: v if v > 0 else 0, z)
# %% leaky_relu
def leaky_relu(z, slope=0.1):
    return each(lambda v: v if v > 0 else slope * v, z)
# %% softmax
def softmax(z):
    if z.ndim > 1:
        return np.array([softmax(row) for row in z])
    biggest = max(z)
    powers = [math.exp(v - biggest) for v in z]
    return np.array([p / sum(powers) for p in powers])
# %% sigmoid_grad
def sigmoid_grad(z):
    return sigmoid(z) * (1 - sigmoid(z))
# %% tanh_grad
def tanh_grad(z):
    return each(lambda v: 1 - math.tanh(v) ** 2, z)
# %% relu_grad
def relu_grad(z):
    return each(lambda v: 1 if v > 0 else 0, z)
# %% leaky_relu_grad
def leaky_relu_grad(z, slope=0.1):
    return each(lambda v: 1 if v > 0 else slope, z)
# %% collapse
def collapse(weights):
    result = np.eye(len(weights[0]))
    for w in weights:
        new = np.zeros((result.shape[0], w.shape[1]))
        for i in range(result.shape[0]):
            for j in range(w.shape[1]):
                for k in range(w.shape[0]):
                    new[i, j] += result[i, k] * w[k, j]
        result = new
    return result
