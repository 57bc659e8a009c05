"""What the tests of optimizers share: the way of one weight."""

import numpy as np
import pytest


@pytest.fixture
def path():
    """A function that returns the weight before each step and after the last one."""

    def follow(optimizer, gradients, start=1.0):
        w = np.array([start])
        seen = [float(w[0])]
        for gradient in gradients:
            optimizer.apply_gradients([(np.array([gradient]), w)])
            seen.append(float(w[0]))
        return seen

    return follow
