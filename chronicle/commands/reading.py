"""`parse`: what is found in articles."""

import argparse
import json
import sys
from pathlib import Path

from chronicle.commands.terminal import complain, text_of
from chronicle.ingest import ingest
from chronicle.ingest.explain import explain
from chronicle.ingest.formats import read
from chronicle.ingest.report import in_words, prediction
from chronicle.lexicon import load_lexicon, with_topics
from chronicle.problems import Problem, ProblemsFound, Unreadable
from chronicle.project import TOPICS
from chronicle.topics import read_topics


def parse(options: argparse.Namespace) -> int:
    """What is found in articles; nothing is written."""
    path = options.content / TOPICS
    topics, wrong = read_topics(path.as_posix(), text_of(path))
    words = with_topics(load_lexicon(), topics)
    problems = [*wrong]
    for name in options.files:
        try:
            content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
            short = Path(name).name if name != "-" else "-"
            readings = [ingest(article, words) for article in read(short, content)]
        except OSError as error:
            problems.append(
                Problem(name, None, f"can't be opened: {error.strerror}", "Check the file's name.")
            )
        except Unreadable as error:
            problems.append(Problem(name, error.line, error.what, error.hint))
        except ProblemsFound as error:
            problems += [Problem(name, wrong.line, wrong.what, wrong.hint) for wrong in error.problems]
        else:
            if options.json:
                print(json.dumps(prediction(short, readings), ensure_ascii=False))
            for reading in readings:
                if options.explain:
                    print(f"── {reading.article.id}\n{explain(reading.article, words)}")
                elif not options.json:
                    print(in_words(reading))
    return complain(problems)
