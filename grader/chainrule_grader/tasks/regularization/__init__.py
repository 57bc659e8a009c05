"""Regularization: penalties on weights, dropout, early stopping and data augmentation."""
