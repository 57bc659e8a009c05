# Right, in single precision, with lists as results, and with a warning on the way.
# %% step
def step(z):
    return np.heaviside(z, 0).astype(np.float32)
# %% sigmoid
def sigmoid(z):
    z = np.asarray(z, dtype=np.float32)
    return 1 / (1 + np.exp(-z))   # e^1000 overflows, and 1 / inf is 0
# %% tanh
tanh = np.tanh
# %% relu
def relu(z):
    return ((z + abs(z)) / 2).tolist()
# %% leaky_relu
def leaky_relu(z, slope=0.1):
    out = np.array(z, dtype=float)
    out[out < 0] *= slope
    return out
# %% softmax
def softmax(z):
    z = np.asarray(z, dtype=np.float32)
    logs = z - np.max(z, axis=-1, keepdims=True)
    return np.exp(logs - np.log(np.sum(np.exp(logs), axis=-1, keepdims=True)))
# %% sigmoid_grad
def sigmoid_grad(z):
    print("called with", z)
    return sigmoid(z) * sigmoid(-z)
# %% tanh_grad
def tanh_grad(z):
    return 1 / np.cosh(np.clip(z, -300, 300)) ** 2
# %% relu_grad
class Slope:
    def __call__(self, z):
        return np.where(z > 0, 1, 0)

relu_grad = Slope()
# %% leaky_relu_grad
def leaky_relu_grad(z, slope=0.1):
    return ((z > 0) + slope * (z <= 0)).tolist()
# %% collapse
from functools import reduce

def collapse(weights):
    return reduce(np.dot, weights)
