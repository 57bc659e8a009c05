"""Write a network as a table of its layers, output shapes and numbers of parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.layers import Layer
    from chainrule.networks.graph import Graph

__all__ = ["summary_table"]


def summary_table(name: str, layers: Sequence[Layer], graph: Graph) -> str:
    """Return the summary of a network, in the format of Keras."""
    nodes = graph.nodes
    branched = len(graph.inputs) > 1 or any(len(node.inputs) > 1 for node in nodes)
    rows = [["Layer (type)", "Output Shape", "Param #"] + ["Connected to"] * branched]
    for layer in layers:
        sources = [t.node.layer.name for n in nodes if n.layer is layer for t in n.inputs]
        rows.append([*_cells(layer), *([", ".join(sources) or "-"] if branched else [])])
    return "\n".join([f'Model: "{name}"', *_table_lines(rows), *_totals(layers)])


def _cells(layer: Layer) -> list[str]:
    shape = ", ".join(["None", *map(str, layer.output_shape)])
    title = f"{layer.name} ({type(layer).__name__})"
    return [title, f"({shape})", f"{layer.count_params():,}"]


def _table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    min_widths = (33, 24, 15, 20)
    widths = [
        max(min_width - 2, *map(len, column))
        for min_width, column in zip(min_widths, zip(*rows, strict=True), strict=False)
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
    # Numbers are aligned to the right, as in Keras.
    padded = [
        cell.rjust(width) if i == 2 else cell.ljust(width)
        for i, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return f"{bar} " + f" {bar} ".join(padded) + f" {bar}"


def _totals(layers: Sequence[Layer]) -> list[str]:
    weights = [weight.value for layer in layers for weight in layer.weights]
    total = sum(value.size for value in weights)
    trainable = sum(w.value.size for layer in layers for w in layer.trainable_weights)
    size = max((value.itemsize for value in weights), default=4)
    return [
        f" {name} params: {count:,} ({_bytes(count * size)})"
        for name, count in (
            ("Total", total),
            ("Trainable", trainable),
            ("Non-trainable", total - trainable),
        )
    ]


def _bytes(count: float) -> str:
    for unit in ("B", "KB", "MB"):
        if count < 1024:
            return f"{count:.2f} {unit}"
        count /= 1024
    return f"{count:.2f} GB"
