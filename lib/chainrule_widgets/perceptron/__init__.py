"""Explorables about the perceptron: its line, its activation, its threshold, a first network."""

from chainrule_widgets.perceptron.hand_line import HandLine
from chainrule_widgets.perceptron.one_neuron import OneNeuron
from chainrule_widgets.perceptron.own_perceptron import OwnPerceptron
from chainrule_widgets.perceptron.pass_class import PassClass
from chainrule_widgets.perceptron.threshold import Threshold

__all__ = ["HandLine", "OneNeuron", "OwnPerceptron", "PassClass", "Threshold"]
