"""Count what became of the mutants, and write it as a table."""

import datetime as dt
from pathlib import Path

COLUMNS = (
    "mutants",
    "equivalent",
    "undecided",
    "wrong",
    "refused",
    "survived",
    "failed",
    "named",
    "described",
    "falsely named",
    "unchecked",
    "right, but refused",
)
"""What is counted. From `refused` to `unchecked` only wrong mutants count."""
FAILED = frozenset({"crashed", "timed_out", "forbidden", "not_attempted", "lost"})
"""Verdicts on a function that gives no result."""
MARKS = ("<!-- mutants: begin -->", "<!-- mutants: end -->")
"""What is between these in the README is written by the command."""


def counted(records):
    """Return the number of each column."""
    wrong = [r for r in records if r["standing"] == "different"]
    truths = [r["name"]["truth"] for r in records if r.get("name")]
    refused = [r for r in wrong if r["refused"]]
    return {
        "mutants": len(records),
        "equivalent": sum(r["standing"] == "equivalent" for r in records),
        "undecided": sum(r["standing"] == "undecided" for r in records),
        "wrong": len(wrong),
        "refused": len(refused),
        "survived": len(wrong) - len(refused),
        "failed": sum(r["kind"] in FAILED for r in refused),
        "named": sum(r["named"] for r in refused),
        "described": sum(r["described"] and not r["named"] for r in refused),
        "falsely named": truths.count("false"),
        "unchecked": truths.count("unchecked") + truths.count("undecided"),
        "right, but refused": sum(r["refused"] for r in records if r["standing"] == "equivalent"),
    }


def by_set(records):
    """Return the counts of each problem set, and of all."""
    sets = sorted({r["set"] for r in records})
    table = {name: counted([r for r in records if r["set"] == name]) for name in sets}
    return table | {"all": counted(records)}


def share(part, whole):
    """Write a share."""
    return f"{part / whole:.1%}" if whole else "–"


def table(records):
    """Write the counts as a table in Markdown."""
    lines = [f"| set | {' | '.join(COLUMNS)} |", "|---" * (len(COLUMNS) + 1) + "|"]
    for name, counts in by_set(records).items():
        cells = [str(counts[column]) for column in COLUMNS]
        for column, whole in (("refused", "wrong"), ("named", "refused"), ("described", "refused")):
            at = COLUMNS.index(column)
            cells[at] += f" ({share(counts[column], counts[whole])})"
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def summary(records, today=None):
    """Write one paragraph for the README."""
    c = counted(records)
    day = (today or dt.datetime.now(dt.UTC).date()).isoformat()
    return (
        f"On {day}, {c['mutants']} mutants of right functions were judged. Other inputs than the "
        f"judge's show that {c['equivalent']} of them are still right and {c['wrong']} are wrong; "
        f"{c['undecided']} could not be decided. Of the wrong ones "
        f"{share(c['refused'], c['wrong'])} were refused. Of these, "
        f"{share(c['named'], c['refused'])} were told their mistake by name, and "
        f"{share(c['described'], c['refused'])} what is wrong in another specific sentence. "
        f"{c['falsely named']} were told the name of a mistake that they do not make."
    )


def write_readme(file, records, today=None):
    """Replace what is between the two marks in a file.

    Raises:
        ValueError: where the marks are missing.
    """
    text = Path(file).read_text()
    begin, end = MARKS
    if begin not in text or end not in text.partition(begin)[2]:
        raise ValueError(f"{file} needs the two lines {begin} and {end}")
    before, _, rest = text.partition(begin)
    after = rest.partition(end)[2]
    Path(file).write_text(f"{before}{begin}\n{summary(records, today)}\n{end}{after}")


def listed(records):
    """Yield the lines that list what needs work: survivors, false names, and what is unclear."""
    kinds = {
        "Survivors (wrong, but accepted)": lambda r: (
            r["standing"] == "different" and not r["refused"]
        ),
        "Falsely named": lambda r: bool(r["name"]) and r["name"]["truth"] == "false",
        "Right, but refused": lambda r: r["standing"] == "equivalent" and r["refused"],
        "Named, but not checked": lambda r: (
            bool(r["name"]) and r["name"]["truth"] in {"unchecked", "undecided"}
        ),
        "Undecided": lambda r: r["standing"] == "undecided",
    }
    for title, belongs in kinds.items():
        chosen = [r for r in records if belongs(r)]
        yield f"\n{title}: {len(chosen)}"
        for r in chosen:
            yield f"* {r['task']}, {r['file']} ({r['source']}): {r['mutation']}"
            if r["refused"]:
                yield f"    {', '.join(r['mistakes']) or r['kind']}: {r['sentence']}"
            case = (r["name"] or {}).get("case") or r.get("case")
            if case:
                yield f"    {case['input']}"
                yield f"    expected {case['expected']}"
                yield f"    actual   {case['actual']}"
