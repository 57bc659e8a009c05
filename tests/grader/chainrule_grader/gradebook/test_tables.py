"""The tables that marks go into are nbgrader's own."""

import pytest
from chainrule_grader.gradebook import tables
from nbgrader.api import Base
from sqlalchemy import TableClause

OURS = [table for table in vars(tables).values() if isinstance(table, TableClause)]


@pytest.mark.parametrize("table", OURS, ids=lambda table: table.name)
def test_every_name_is_nbgraders(table):
    """Each table and each column that is used is there, of the same kind."""
    theirs = Base.metadata.tables[table.name]
    for column in table.columns:
        assert column.type.python_type is theirs.columns[column.name].type.python_type


def test_every_column_that_must_be_filled_is_known():
    """A row of ours lacks nothing that nbgrader would have filled in."""
    for table in tables.ORDER:
        needed = {c.name for c in Base.metadata.tables[table.name].columns if not c.nullable}
        assert needed <= {column.name for column in table.columns}
