"""The tests of the library mirror it file for file."""


def test_every_module_has_its_test_module_and_the_other_way_round(root):
    """tests/lib/chainrule/x/test_y.py tests lib/chainrule/x/y.py, and nothing is left over."""
    library, tests = root / "lib" / "chainrule", root / "tests" / "lib" / "chainrule"
    modules = {
        path.relative_to(library) for path in library.rglob("*.py") if path.stem != "__init__"
    }
    tested = {
        path.relative_to(tests).with_name(path.name.removeprefix("test_"))
        for path in tests.rglob("test_*.py")
    }
    assert sorted(modules) == sorted(tested)
