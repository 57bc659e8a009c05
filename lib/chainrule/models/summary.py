"""A network as a table: its layers, what they give, how much they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.layers import Layer
    from chainrule.models.network import Network

__all__ = ["table"]


def table(model: Network) -> str:
    """Return the summary of a model, in the look of Keras."""
    nodes = model.graph.nodes
    branched = len(model.inputs) > 1 or any(len(node.inputs) > 1 for node in nodes)
    rows = [["Layer (type)", "Output Shape", "Param #"] + ["Connected to"] * branched]
    for layer in model.layers:
        sources = [s.node.layer.name for n in nodes if n.layer is layer for s in n.inputs]
        rows.append([*_cells(layer), *([", ".join(sources) or "-"] if branched else [])])
    return "\n".join([f'Model: "{model.name}"', *_drawn(rows), *_totals(model)])


def _cells(layer: Layer) -> list[str]:
    shape = ", ".join(["None", *map(str, layer.output_shape)])
    kind = f"{layer.name} ({type(layer).__name__})"
    return [kind, f"({shape})", f"{layer.count_params():,}"]


def _drawn(rows: Sequence[Sequence[str]]) -> list[str]:
    least = (33, 24, 15, 20)
    widths = [
        max(small - 2, *map(len, column))
        for small, column in zip(least, zip(*rows, strict=True), strict=False)
    ]
    lines = [
        _rule(widths, "┏━┳┓"),
        _line(rows[0], widths, "┃"),
        _rule(widths, "┡━╇┩"),
    ]
    for row in rows[1:]:
        lines += [_line(row, widths, "│"), _rule(widths, "├─┼┤")]
    return [*lines[:-1], _rule(widths, "└─┴┘")]


def _rule(widths: Sequence[int], marks: str) -> str:
    inner = marks[2].join(marks[1] * (width + 2) for width in widths)
    return marks[0] + inner + marks[3]


def _line(cells: Sequence[str], widths: Sequence[int], bar: str) -> str:
    # Numbers stand to the right, as in Keras.
    padded = [
        cell.rjust(width) if i == 2 else cell.ljust(width)
        for i, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return f"{bar} " + f" {bar} ".join(padded) + f" {bar}"


def _totals(model: Network) -> list[str]:
    everything = sum(weight.value.size for weight in model.weights)
    learning = sum(weight.value.size for weight in model.trainable_weights)
    size = 8 if model.dtype == "float64" else 4
    return [
        f" {name} params: {count:,} ({_bytes(count * size)})"
        for name, count in (
            ("Total", everything),
            ("Trainable", learning),
            ("Non-trainable", everything - learning),
        )
    ]


def _bytes(count: float) -> str:
    for unit in ("B", "KB", "MB"):
        if count < 1024:
            return f"{count:.2f} {unit}"
        count /= 1024
    return f"{count:.2f} GB"
