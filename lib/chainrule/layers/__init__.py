"""The stages that networks are made of."""

from chainrule.layers.batch_normalization import BatchNormalization
from chainrule.layers.bend import Activation, LeakyReLU
from chainrule.layers.dense import Dense
from chainrule.layers.entry import Input, InputLayer
from chainrule.layers.flatten import Flatten
from chainrule.layers.images import RandomFlip, RandomTranslation
from chainrule.layers.layer import Bent, Layer
from chainrule.layers.merge import Add, Concatenate
from chainrule.layers.noise import Dropout, GaussianNoise
from chainrule.layers.normalization import Normalization
from chainrule.layers.symbol import Node, Symbol
from chainrule.layers.weight import Weight

__all__ = [
    "Activation",
    "Add",
    "BatchNormalization",
    "Bent",
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
    "RandomTranslation",
    "Symbol",
    "Weight",
]
