"""A right answer is right however it is written: loops, lists, classes, single precision."""

import functools
import itertools
import math

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


def by_index(function):
    """Fill an array number by number."""

    def answer(z, *options):
        out = np.zeros(z.shape)
        for index in np.ndindex(z.shape):
            out[index] = function(z[index], *options)
        return out

    return answer


def by_flat(function):
    """Fill a flat copy, then give it its shape back."""

    def answer(z, *options):
        flat = z.astype(float).flatten()
        for i in range(len(flat)):
            flat[i] = function(flat[i], *options)
        return flat.reshape(z.shape)

    return answer


def by_rows(function):
    """Go through rows and columns, and treat a single row by itself."""

    def answer(z, *options):
        if z.ndim == 1:
            return [function(v, *options) for v in z]
        rows = []
        for row in z:
            numbers = []
            for v in row:
                numbers.append(function(v, *options))  # noqa: PERF401  as students write it
            rows.append(numbers)
        return rows

    return answer


def by_recursion(function):
    """Descend into lists until there is a number."""

    def answer(z, *options):
        if np.ndim(z) == 0:
            return function(float(z), *options)
        return [answer(item, *options) for item in z]

    return answer


def by_vectorize(function):
    """Let NumPy do the loop."""
    return np.vectorize(function, otypes=[float])


def by_nditer(function):
    """Write through an iterator."""

    def answer(z, *options):
        out = z.astype(float)
        with np.nditer(out, op_flags=["readwrite"]) as numbers:
            for v in numbers:
                v[...] = function(float(v), *options)
        return out

    return answer


def by_apply_along_axis(function):
    """Let NumPy go through the last axis."""

    def answer(z, *options):
        def row(values):
            return np.array([function(v, *options) for v in values], dtype=float)

        return np.apply_along_axis(row, -1, z)

    return answer


def by_frompyfunc(function):
    """Give back an array of Python objects."""
    return lambda z, *options: np.frompyfunc(lambda v: function(v, *options), 1, 1)(z)


STYLES = (
    by_index,
    by_flat,
    by_rows,
    by_recursion,
    by_vectorize,
    by_nditer,
    by_apply_along_axis,
    by_frompyfunc,
)


def _sigmoid(v):
    if v >= 0:
        return 1 / (1 + math.exp(-v))
    return math.exp(v) / (1 + math.exp(v))


NUMBER_BY_NUMBER = {
    "step": lambda v: 1 if v > 0 else 0,
    "sigmoid": _sigmoid,
    "tanh": math.tanh,
    "relu": lambda v: max(0, v),
    "leaky_relu": lambda v, slope=0.1: v if v > 0 else slope * v,
    "sigmoid_grad": lambda v: _sigmoid(v) * (1 - _sigmoid(v)),
    "tanh_grad": lambda v: 1 - math.tanh(v) ** 2,
    "relu_grad": lambda v: 1 if v > 0 else 0,
    "leaky_relu_grad": lambda v, slope=0.1: 1 if v > 0 else slope,
}


class Stateful:
    """An object that is called like a function."""

    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, z, *options):
        self.calls += 1
        return self.function(z, *options)


class Methods:
    """Functions that live in a class."""

    @staticmethod
    def relu(z):
        return (z + np.abs(z)) / 2

    @classmethod
    def step(cls, z):
        return z > 0


def _masked(values, mask, then):
    out = np.array(values, dtype=float)
    out[mask] = then
    return out


def _sigmoid_masks(z):
    out = np.empty(z.shape)
    positive = z >= 0
    out[positive] = 1 / (1 + np.exp(-z[positive]))
    e = np.exp(z[~positive])
    out[~positive] = e / (1 + e)
    return out


def _softmax_in_a_loop(z):
    z = np.atleast_2d(z)
    out = np.zeros(z.shape)
    for i in range(z.shape[0]):
        shifted = z[i] - np.max(z[i])
        out[i] = np.exp(shifted) / np.sum(np.exp(shifted))
    return out


def _softmax_python(z):
    if z.ndim > 1:
        return [_softmax_python(row) for row in z]
    top = max(z)
    powers = [math.exp(v - top) for v in z]
    return [p / sum(powers) for p in powers]


def _softmax_working_copy(z):
    z = z.astype(float)
    z -= z.max(axis=-1, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(axis=-1, keepdims=True)
    return z


def _softmax_by_transpose(z):
    e = np.exp(z.T - z.T.max(axis=0))
    return (e / e.sum(axis=0)).T


def _softmax_by_pairs(z):
    with np.errstate(over="ignore"):
        return 1 / np.exp(z[..., np.newaxis, :] - z[..., :, np.newaxis]).sum(axis=-1)


def _softmax_keyword_only(z, *, axis=-1, temperature=1.0):
    z = (z - np.max(z, axis=axis, keepdims=True)) / temperature
    return np.exp(z) / np.exp(z).sum(axis=axis, keepdims=True)


def _softmax_of_logs(z):
    top = np.max(z, axis=-1, keepdims=True)
    return np.exp(z - top - np.log(np.exp(z - top).sum(axis=-1, keepdims=True)))


def _one_dimension_or_two(z):
    if len(z.shape) == 1:
        e = np.exp(z - np.max(z))
        return e / e.sum()
    top = np.max(z, axis=1).reshape(-1, 1)
    e = np.exp(z - top)
    return e / np.sum(e, axis=1)[:, None]


def _three_loops(weights):
    product = weights[0].tolist()
    for matrix in weights[1:]:
        columns = list(zip(*matrix, strict=True))
        product = [
            [sum(a * b for a, b in zip(r, c, strict=True)) for c in columns] for r in product
        ]
    return product


def _while_copy(weights):
    rest = list(weights)
    product = rest.pop(0)
    while rest:
        product = product @ rest.pop(0)
    return product


def _recursive(weights):
    return weights[0] if len(weights) == 1 else weights[0] @ _recursive(weights[1:])


def _einsum(weights):
    product = weights[0]
    for matrix in weights[1:]:
        product = np.einsum("ij,jk->ik", product, matrix)
    return product


def _by_unit_vectors(weights):
    x = np.eye(weights[0].shape[0])
    for matrix in weights:
        x = x @ matrix
    return x


ANSWERS = {
    "step": {
        "comparison": lambda z: z > 0,
        "greater": lambda z: np.greater(z, 0),
        "integers": lambda z: (z > 0).astype(int),
        "bytes": lambda z: (z > 0).astype(np.uint8),
        "single": lambda z: (z > 0).astype(np.float32),
        "heaviside": lambda z: np.heaviside(z, 0),
        "times-one": lambda z: 1 * (z > 0),
        "select": lambda z: np.select([z > 0], [1], default=0),
        "piecewise": lambda z: np.piecewise(z, [z > 0, z <= 0], [1, 0]),
        "mask": lambda z: _masked(np.zeros(z.shape), z > 0, 1),
        "sign-clipped": lambda z: np.clip(np.sign(z), 0, 1),
        "ceil": lambda z: np.ceil(np.clip(z, 0, 1)),
        "class-method": Methods.step,
        "list": lambda z: (z > 0).tolist(),
    },
    "sigmoid": {
        "plain": lambda z: 1 / (1 + np.exp(-z)),
        "clipped": lambda z: 1 / (1 + np.exp(-np.clip(z, -500, 500))),
        "power": lambda z: (1 + np.exp(-z)) ** -1.0,
        "power-of-e": lambda z: 1 / (1 + np.e ** (-z)),
        "by-tanh": lambda z: 0.5 * (1 + np.tanh(z / 2)),
        "by-tanh-of-numpy": lambda z: np.tanh(0.5 * z) / 2 + 0.5,
        "by-logaddexp": lambda z: np.exp(-np.logaddexp(0, -z)),
        "masks": _sigmoid_masks,
        "single": lambda z: 1 / (1 + np.exp(-z.astype(np.float32))),
        "extended": lambda z: 1 / (1 + np.exp(-z.astype(np.longdouble))),
        "where": lambda z: np.where(z >= 0, 1 / (1 + np.exp(-z)), 1 - 1 / (1 + np.exp(z))),
        "piecewise": lambda z: np.piecewise(
            z.astype(float),
            [z >= 0],
            [lambda v: 1 / (1 + np.exp(-v)), lambda v: np.exp(v) / (1 + np.exp(v))],
        ),
        "reciprocal": lambda z: np.reciprocal(1 + np.exp(-z)),
        "object": Stateful(lambda z: 1 / (1 + np.exp(-z))),
    },
    "tanh": {
        "numpy": np.tanh,
        "by-sigmoid": lambda z: 2 / (1 + np.exp(-2 * z)) - 1,
        "by-small-power": lambda z: (
            np.sign(z) * (1 - np.exp(-2 * np.abs(z))) / (1 + np.exp(-2 * np.abs(z)))
        ),
        "clipped-formula": lambda z: (
            (np.exp(np.clip(z, -300, 300)) - np.exp(-np.clip(z, -300, 300)))
            / (np.exp(np.clip(z, -300, 300)) + np.exp(-np.clip(z, -300, 300)))
        ),
        "sinh-by-cosh": lambda z: np.sinh(np.clip(z, -300, 300)) / np.cosh(np.clip(z, -300, 300)),
        "expm1": lambda z: (
            -np.expm1(-2 * z) / (1 + np.exp(-2 * np.clip(z, -300, None)))
            if (z > -300).all()
            else np.tanh(z)
        ),
        "single": lambda z: np.tanh(z, dtype=np.float32),
        "list": lambda z: np.tanh(z).tolist(),
        "complex": lambda z: np.tanh(z + 0j).real,
        "partial": functools.partial(np.tanh, casting="same_kind"),
        "object": Stateful(np.tanh),
    },
    "relu": {
        "maximum": lambda z: np.maximum(0, z),
        "product": lambda z: z * (z > 0),
        "where": lambda z: np.where(z > 0, z, 0),
        "clip": lambda z: np.clip(z, 0, None),
        "clip-inf": lambda z: z.clip(min=0),
        "fmax": lambda z: np.fmax(z, 0),
        "class": Methods.relu,
        "mask": lambda z: _masked(z, z < 0, 0),
        "piecewise": lambda z: np.piecewise(z, [z > 0], [lambda v: v, 0]),
        "select": lambda z: np.select([z > 0, z <= 0], [z, 0]),
        "choose": lambda z: np.choose(z > 0, [0, z]),
        "single": lambda z: np.maximum(z.astype(np.float32), 0),
        "minus-minimum": lambda z: z - np.minimum(z, 0),
        "max-of-stack": lambda z: np.stack([z, np.zeros_like(z)]).max(axis=0),
        "list": lambda z: np.maximum(z, 0).tolist(),
        "masked-array": lambda z: np.ma.masked_less(z, 0).filled(0),
        "memory-order": lambda z: np.asfortranarray(np.maximum(z, 0)),
        "big-endian": lambda z: np.maximum(z, 0).astype(">f8"),
    },
    "leaky_relu": {
        "maximum": lambda z, slope=0.1: np.maximum(z, slope * z),
        "where-negative": lambda z, slope=0.1: np.where(z < 0, slope * z, z),
        "where-not-negative": lambda z, slope=0.1: np.where(z >= 0, z, slope * z),
        "sum": lambda z, slope=0.1: np.maximum(0, z) + slope * np.minimum(0, z),
        "product": lambda z, slope=0.1: z * ((z > 0) + slope * (z <= 0)),
        "mask": lambda z, slope=0.1: _masked(z, z < 0, slope * z[z < 0]),
        "select": lambda z, slope=0.1: np.select([z > 0], [z], default=z * slope),
        "piecewise": lambda z, slope=0.1: np.piecewise(
            z.astype(float), [z > 0], [lambda v: v, lambda v: slope * v]
        ),
        "single": lambda z, slope=0.1: np.where(z > 0, z, slope * z).astype(np.float32),
        "other-name": lambda x, alpha=0.1: np.where(x > 0, x, alpha * x),
        "none-for-default": lambda z, slope=None: np.maximum(z, (slope or 0.1) * z),
        "starred": lambda z, *slope: np.maximum(z, (slope or (0.1,))[0] * z),
        "closed-form": lambda z, slope=0.1: (1 + slope) / 2 * z + (1 - slope) / 2 * np.abs(z),
        "object": Stateful(lambda z, slope=0.1: np.maximum(z, slope * z)),
    },
    "softmax": {
        "usual": _one_dimension_or_two,
        "loop": lambda z: _softmax_in_a_loop(z).reshape(z.shape),
        "python": _softmax_python,
        "working-copy": _softmax_working_copy,
        "transpose": _softmax_by_transpose,
        "pairs": _softmax_by_pairs,
        "keyword-only": _softmax_keyword_only,
        "logarithms": _softmax_of_logs,
        "logaddexp": lambda z: np.exp(z - np.logaddexp.reduce(z, axis=-1, keepdims=True)),
        "single": lambda z: _softmax_keyword_only(z.astype(np.float32)),
        "extended": lambda z: _softmax_keyword_only(z.astype(np.longdouble)),
        "along-axis": lambda z: np.apply_along_axis(_one_dimension_or_two, -1, z),
        "list-of-arrays": lambda z: (
            [_one_dimension_or_two(r) for r in z] if z.ndim > 1 else (_one_dimension_or_two(z))
        ),
        "generator": lambda z: (row for row in _softmax_keyword_only(z)),
        "object": Stateful(_softmax_of_logs),
    },
    "sigmoid_grad": {
        "product": lambda z: _sigmoid_masks(z) * (1 - _sigmoid_masks(z)),
        "difference": lambda z: _sigmoid_masks(z) - _sigmoid_masks(z) ** 2,
        "both-sides": lambda z: 1 / (1 + np.exp(-z)) * 1 / (1 + np.exp(z)),
        "cosh": lambda z: 1 / (2 + 2 * np.cosh(z)),
        "cosh-of-half": lambda z: 0.25 / np.cosh(z / 2) ** 2,
        "tanh": lambda z: (1 - np.tanh(z / 2) ** 2) / 4,
        "symmetric": lambda z: np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))) ** 2,
        "clipped": lambda z: (
            np.exp(-np.clip(z, -300, 300)) / (1 + np.exp(-np.clip(z, -300, 300))) ** 2
        ),
        "single": lambda z: _sigmoid_masks(z.astype(np.float32)) * _sigmoid_masks(-z),
        "difference-quotient": lambda z: (
            (_sigmoid_masks(z + 1e-5) - _sigmoid_masks(z - 1e-5)) / 2e-5
        ),
        "helper-inside": Stateful(
            lambda z: np.prod([_sigmoid_masks(z), _sigmoid_masks(-z)], axis=0)
        ),
    },
    "tanh_grad": {
        "square": lambda z: 1 - np.tanh(z) ** 2,
        "np-square": lambda z: 1 - np.square(np.tanh(z)),
        "power": lambda z: 1 - np.power(np.tanh(z), 2),
        "two-factors": lambda z: (1 - np.tanh(z)) * (1 + np.tanh(z)),
        "minus-product": lambda z: -(np.tanh(z) * np.tanh(z) - 1),
        "cosh": lambda z: 1 / np.cosh(z) ** 2,
        "sech": lambda z: (2 / (np.exp(z) + np.exp(-z))) ** 2,
        "sigmoid": lambda z: 4 * _sigmoid_masks(2 * z) * _sigmoid_masks(-2 * z),
        "ones": lambda z: np.ones(z.shape) - np.tanh(z) ** 2,
        "single": lambda z: 1 - np.tanh(z.astype(np.float32)) ** 2,
        "difference-quotient": lambda z: (np.tanh(z + 1e-5) - np.tanh(z - 1e-5)) / 2e-5,
    },
    "relu_grad": {
        "comparison": lambda z: z > 0,
        "where": lambda z: np.where(z > 0, 1, 0),
        "integers": lambda z: np.array(z > 0, dtype=int),
        "heaviside": lambda z: np.heaviside(z, 0.0),
        "double-negation": lambda z: ~(z <= 0),
        "sign-of-relu": lambda z: np.sign(np.maximum(z, 0)),
        "mask": lambda z: _masked(np.zeros_like(z, dtype=float), z > 0, 1.0),
        "two-masks": lambda z: _masked(_masked(z, z > 0, 1), z <= 0, 0),
        "list": lambda z: (z > 0).tolist(),
        "half": lambda z: (z > 0).astype(np.float16),
        "choose": lambda z: np.choose(z > 0, [0.0, 1.0]),
        "object": Stateful(lambda z: 1.0 * (z > 0)),
    },
    "leaky_relu_grad": {
        "where": lambda z, slope=0.1: np.where(z > 0, 1, slope),
        "where-reversed": lambda z, slope=0.1: np.where(z <= 0, slope, 1),
        "sum": lambda z, slope=0.1: (z > 0) + slope * (z <= 0),
        "mask": lambda z, slope=0.1: _masked(np.full(z.shape, slope), z > 0, 1),
        "ones-with-mask": lambda z, slope=0.1: _masked(np.ones_like(z, float), z <= 0, slope),
        "maximum": lambda z, slope=0.1: np.maximum(z > 0, slope),
        "select": lambda z, slope=0.1: np.select([z > 0], [1.0], slope),
        "piecewise": lambda z, slope=0.1: np.piecewise(z.astype(float), [z > 0], [1, slope]),
        "single": lambda z, slope=0.1: np.where(z > 0, np.float32(1), np.float32(slope)),
        "line": lambda z, slope=0.1: slope + (1 - slope) * (z > 0),
        "keyword-extra": lambda z, slope=0.1, *, dtype=float: np.where(z > 0, 1, slope).astype(
            dtype
        ),
        "list": lambda z, slope=0.1: np.where(z > 0, 1, slope).tolist(),
    },
    "collapse": {
        "multi-dot": lambda weights: (
            np.linalg.multi_dot(weights) if len(weights) > 1 else weights[0]
        ),
        "reduce-dot": lambda weights: functools.reduce(np.dot, weights),
        "reduce-lambda": lambda weights: functools.reduce(lambda a, b: a @ b, weights),
        "reduce-from-identity": lambda weights: functools.reduce(
            np.matmul, weights, np.eye(len(weights[0]))
        ),
        "accumulate": lambda weights: list(itertools.accumulate(weights, np.matmul))[-1],
        "einsum": _einsum,
        "recursive": _recursive,
        "three-loops": _three_loops,
        "while-copy": _while_copy,
        "unit-vectors": _by_unit_vectors,
        "transposes-backwards": lambda weights: (
            functools.reduce(np.matmul, [w.T for w in weights[::-1]]).T
        ),
        "tensordot": lambda weights: functools.reduce(
            lambda a, b: np.tensordot(a, b, axes=1), weights
        ),
        "matrix-class": lambda weights: functools.reduce(
            lambda a, b: np.asmatrix(a) * np.asmatrix(b), weights
        ),
        "single": lambda weights: functools.reduce(
            np.matmul, [w.astype(np.float32) for w in weights]
        ),
        "list": lambda weights: functools.reduce(np.matmul, weights).tolist(),
        "object": Stateful(_recursive),
    },
}
CASES = [
    *(
        pytest.param(task, answer, id=f"{task}-{name}")
        for task, answers in ANSWERS.items()
        for name, answer in answers.items()
    ),
    *(
        pytest.param(task, style(function), id=f"{task}-{style.__name__}")
        for task, function in NUMBER_BY_NUMBER.items()
        for style in STYLES
    ),
]


@pytest.mark.filterwarnings("ignore:the matrix subclass:PendingDeprecationWarning")
@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_right_answer_is_right(task, answer):
    """Whoever computes the right numbers gets every point, in whatever style."""
    result = check(f"activations/{task}", answer)
    assert (Kind.CORRECT, 1.0) == (result.verdict.kind, float(result)), result.verdict.message
