"""Two know what a state looks like: the answer to the page's wish, and the kernel's own record."""

from pathlib import Path

import chainrule_widgets
import pytest

DRAW = Path(chainrule_widgets.__file__).with_name("draw.js").read_text(encoding="utf-8")
MODEL = """
// A model as the page has it: all that comes in one message is there before anybody hears of it.
class Model {
  constructor(traits) { Object.assign(this, { traits, ears: [], questions: [] }); }
  get(name) { return this.traits[name]; }
  on(names, hear) { this.ears.push(...names.split(" ").map((name) => [name, hear])); }
  tell(name, ...news) { for (const [heard, hear] of this.ears) if (heard === name) hear(...news); }
  set(name, value) { this.update({ [name]: value }); }
  update(traits) {
    const changed = Object.keys(traits).filter((name) => this.traits[name] !== traits[name]);
    Object.assign(this.traits, traits);
    for (const name of [...changed.map((name) => `change:${name}`), "change"]) this.tell(name);
  }
  save_changes() {}
  send(message) { if (message.ask) this.questions.push(message); }
  answer() {
    for (const { ask, id, view } of this.questions.splice(0)) {
      this.tell("msg:custom", { knob: ask.knob, says: `answer ${ask.knob}`, id, view }, []);
    }
  }
}
const seen = (knob) => ({ knob, says: `record ${knob}` });
const model = new Model({ knob: 1, seen: seen(1) });
const { wish, newest } = answering(model, ["knob"]);
"""


@pytest.fixture
def newest(browser):
    """A function that returns what is drawn after this has happened."""
    page = browser.new_page()
    yield lambda happens: page.evaluate(
        f"async () => {{ {DRAW} {MODEL} {happens} return newest().says; }}"
    )
    page.close()


@pytest.mark.parametrize(
    ("happens", "shown"),
    [
        ("", "record 1"),
        ("model.answer();", "answer 3"),
        ("model.answer(); model.set('seen', seen(2));", "answer 3"),
        ("model.answer(); model.set('knob', 2); model.set('seen', seen(2));", "answer 3"),
        ("model.set('seen', seen(2)); model.set('seen', seen(3));", "record 3"),
    ],
)
def test_older_record_is_passed_over(newest, happens, shown):
    """It comes, with an echo, when the hand has moved on; that of the last wish is taken."""
    assert shown == newest(f"wish({{ knob: 2 }}); wish({{ knob: 3 }}); {happens}")


@pytest.mark.parametrize(
    ("happens", "shown"),
    [
        ("model.set('knob', 3); model.set('seen', seen(3));", "record 3"),
        ("model.update({ knob: 3, seen: seen(3) });", "record 3"),
        ("model.set('knob', 3.14); model.set('seen', seen(3));", "record 3"),
        ("model.set('knob', 3); model.set('knob', 2); model.set('seen', seen(2));", "record 2"),
    ],
)
def test_what_code_sets_is_drawn(newest, happens, shown):
    """Also where the record has it rounded, and where a hand had wished the same before."""
    rested = "await new Promise((rest) => setTimeout(rest, 200));"
    assert shown == newest(f"wish({{ knob: 2 }}); model.answer(); {rested} {happens}")
