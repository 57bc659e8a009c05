"""The layers that networks are built of."""

from chainrule.layers.activated_layer import ActivatedLayer
from chainrule.layers.activation import Activation
from chainrule.layers.add import Add
from chainrule.layers.batch_normalization import BatchNormalization
from chainrule.layers.concatenate import Concatenate
from chainrule.layers.dense import Dense
from chainrule.layers.dropout import Dropout
from chainrule.layers.flatten import Flatten
from chainrule.layers.gaussian_noise import GaussianNoise
from chainrule.layers.input_layer import Input, InputLayer
from chainrule.layers.layer import Layer
from chainrule.layers.leaky_relu import LeakyReLU
from chainrule.layers.normalization import Normalization
from chainrule.layers.random_flip import RandomFlip
from chainrule.layers.random_layer import RandomLayer
from chainrule.layers.random_translation import RandomTranslation
from chainrule.layers.symbolic_tensor import Node, SymbolicTensor
from chainrule.layers.weight import Weight

__all__ = [
    "ActivatedLayer",
    "Activation",
    "Add",
    "BatchNormalization",
    "Concatenate",
    "Dense",
    "Dropout",
    "Flatten",
    "GaussianNoise",
    "Input",
    "InputLayer",
    "Layer",
    "LeakyReLU",
    "Node",
    "Normalization",
    "RandomFlip",
    "RandomLayer",
    "RandomTranslation",
    "SymbolicTensor",
    "Weight",
]
