"""Losses and their gradients: how wrong is a prediction, and how does the loss change with it?"""
