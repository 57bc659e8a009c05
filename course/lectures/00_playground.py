# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Playground
#
# **Welcome.** Here is a neural network. Press *Play*, and watch it learn to tell two moons apart. Each small square is
# one neuron: it shows what that neuron answers to every point of the plane. Each line is a weight.
# Change anything. It runs right here, in plain NumPy that you will soon write yourself.

# %% jupyter={"source_hidden": true}
from chainrule_widgets.playground import Playground

playground = Playground()
playground
