"""Draw a sample of the sentences that people read, to rate them.

    uv run python tests/benchmarks/sentences.py --area verdicts --number 30 --seed 1

A reader who has not seen the code gives each sentence 1 to 5 for clarity and for natural, standard
English. The goal is 4 or more in both for at least 95 %, and no 2 or less.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_SPEC = importlib.util.spec_from_file_location("texts", ROOT / "tests" / "words" / "texts.py")
texts = importlib.util.module_from_spec(_SPEC)
sys.modules["texts"] = texts
_SPEC.loader.exec_module(texts)
SHORTEST = 4
"""The fewest words of a sentence that is worth a rating; labels and patterns are left out."""


def sample(area, number, seed, place=""):
    """Return so many different sentences of an area, each with its place."""
    found = {
        sentence: text.place
        for text in texts.texts(ROOT)
        if text.area == area and place in text.place
        for sentence in texts.sentences(text.text)
        if len(sentence.split()) >= SHORTEST and sentence[-1] in ".!?:"
    }
    drawn = random.Random(seed).sample(sorted(found), min(number, len(found)))
    return [(sentence, found[sentence]) for sentence in drawn]


def main():
    """Print a sample."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--area", choices=texts.AREAS, default="verdicts")
    parser.add_argument("--number", type=int, default=30)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--place", default="", help="only files whose path has this in it")
    options = parser.parse_args()
    for number, (sentence, place) in enumerate(
        sample(options.area, options.number, options.seed, options.place), 1
    ):
        print(f"{number:3} {sentence}\n      ({place})")


if __name__ == "__main__":
    main()
