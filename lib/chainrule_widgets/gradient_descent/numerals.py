"""Numbers in sentences are written as people write them."""

from typing import Final

import numpy as np

_RAISED: Final = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def written(value: float, digits: int = 3) -> str:
    """Write a number with a minus that looks like one, and a power of ten only where it helps.

    >>> written(-0.25), written(18400.0), written(7.08e-8), written(2e6)
    ('−0.25', '18400', '7.1·10⁻⁸', '2.0·10⁶')
    """
    if not np.isfinite(value):
        return "NaN" if np.isnan(value) else "∞" if value > 0 else "−∞"
    if value and not 1e-3 <= abs(value) < 1e5:
        mantissa, power = f"{value:.1e}".split("e")
        return f"{mantissa}·10{str(int(power)).translate(_RAISED)}".replace("-", "−")
    return f"{float(f'{value:.{digits - 1}e}'):.12g}".replace("-", "−")
