"""The families of mutations, by name, in the order in which they are tried."""

from families.arithmetic import arithmetic, operands
from families.axes import axes
from families.comparisons import comparisons
from families.constants import constants
from families.functions import functions
from families.in_place import in_place, overwritten
from families.indices import indices, ranges
from families.names import exchanges, names
from families.statements import statements

FAMILIES = {
    "arithmetic": arithmetic,
    "operands": operands,
    "comparisons": comparisons,
    "axes": axes,
    "indices": indices,
    "ranges": ranges,
    "constants": constants,
    "names": names,
    "exchanges": exchanges,
    "functions": functions,
    "statements": statements,
    "in-place": in_place,
    "overwritten": overwritten,
}
