"""Reads HTML as strictly as no browser does, for tests of what the grader writes."""

from html.parser import HTMLParser

import pytest

VOID = {"br", "hr", "img", "meta", "wbr"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SAFE_ADDRESSES = (
    *("http://", "https://", "mailto:", "#", "./"),
    *("data:image/png;", "data:image/jpeg;"),
)


class Html(HTMLParser):
    """A page or a part of one: its words, elements, attributes and headings."""

    def __init__(self, source):
        super().__init__()
        self.open, self.tags, self.attributes, self.words = [], [], [], []
        self.feed(source)
        self.close()
        assert [] == self.open

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        assert tag in VOID
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        assert tag == self.open.pop()

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self):
        """All words, with the white space as it is in the source."""
        return "".join(self.words)

    @property
    def levels(self):
        """The levels of the headings, in their order."""
        return [HEADINGS.index(tag) + 1 for tag in self.tags if tag in HEADINGS]

    def values(self, name):
        """The values of an attribute, wherever it stands."""
        return [value for attribute, value in self.attributes if attribute == name]

    def assert_harmless(self):
        """Nothing on the page can run, load or leave but by a click on a web address."""
        assert not {"script", "iframe", "object", "embed", "form", "link", "base"} & {*self.tags}
        assert [] == [name for name, _ in self.attributes if name.startswith("on")]
        addresses = self.values("href") + self.values("src")
        assert [] == [one for one in addresses if not one.startswith(SAFE_ADDRESSES)]

    def assert_headings_in_order(self):
        """One heading of level 1 comes first, and no level is left out on the way down."""
        assert 1 == self.levels[0]
        assert 1 == self.levels.count(1)
        steps = zip(self.levels, self.levels[1:], strict=False)
        assert all(following <= level + 1 for level, following in steps)


@pytest.fixture(scope="session")
def html():
    """A function that reads HTML, and fails if its elements are not closed in order."""
    return Html
