"""Score claimbook on the open test sets, write docs/quality.md, and fail where a pinned floor is missed.

    python scripts/quality.py                                 score, compare with the floors
    python scripts/quality.py --raise                         raise every floor to what was measured
    python scripts/quality.py --lower SET.METRIC --reason "…"   lower one floor, for a reason that is kept

The sets and their scorers lie outside the repository, in ../shared/benchmarks or $CLAIMBOOK_BENCHMARKS; without them
this says "could not check" and ends well. No row of them is ever copied here.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

import claimbook

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "tests" / "quality" / "floors.yaml"
PAGE = ROOT / "docs" / "quality.md"
PROGRAM = Path(sys.executable).parent / "claimbook"
ARTICLES = {"extract": "extract", "relations": "compare", "flags": "check"}


def benchmarks() -> Path | None:
    """Find the folder of open sets; None where there is none."""
    folder = Path(os.environ.get("CLAIMBOOK_BENCHMARKS", ROOT.parent / "shared" / "benchmarks"))
    return folder if (folder / "bench.py").is_file() else None


def scorer(path: Path) -> ModuleType:
    """Load a scorer from where the sets lie."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def flat(value: Any, name: str = "") -> Iterator[tuple[str, float]]:
    """Flatten a scorer's answer to `name.metric` and number; "3/10" counts as its share."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from flat(inner, f"{name}.{key}" if name else str(key))
    elif isinstance(value, str) and "/" in value:
        part, _, whole = value.partition("/")
        if int(whole):
            yield name, round(int(part) / int(whole), 3)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield name, round(float(value), 3)


def measure(folder: Path) -> dict[str, dict[str, Any]]:
    """Score every set; give by set the hash of its data and the metrics."""
    os.environ["CLAIMBOOK"] = str(PROGRAM)
    bench = scorer(folder / "bench.py")
    bench.PROG, bench.DIR = [str(PROGRAM)], folder
    found: dict[str, dict[str, Any]] = {}
    for score in bench.SETS:
        path = folder / f"{score.__name__}.jsonl"
        if not path.exists():
            continue
        data = path.read_bytes()
        rows = [json.loads(line) for line in data.decode("utf-8").splitlines()]
        print(f"scoring {score.__name__}", file=sys.stderr, flush=True)
        found[score.__name__] = {"sha256": hashlib.sha256(data).hexdigest(), "metrics": dict(flat(score(rows)))}
    return {
        name: scored
        for name, scored in (found | measure_articles(folder) | measure_review()).items()
        if scored["metrics"]
    }


def measure_articles(folder: Path) -> dict[str, dict[str, Any]]:
    """Score extract, compare and check on the annotated articles."""
    articles = scorer(folder / "score_articles.py")
    found: dict[str, dict[str, Any]] = {}
    for subject in sorted(path for path in (folder / "articles").iterdir() if path.is_dir()):
        texts = sorted(subject.glob("*.txt"))
        digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(subject.iterdir()))).hexdigest()
        gold = {(claim["article"], claim["n"]): claim for claim in articles.lines(subject / "claims.jsonl")}
        for what, command in ARTICLES.items():
            predicted = _run(command, texts)
            if what == "extract":
                scored = articles.extract(gold, predicted)
            else:
                scored = getattr(articles, what)(gold, predicted, subject)
            found[f"{subject.name}.{what}"] = {"sha256": digest, "metrics": dict(flat(scored))}
    return found


def measure_review() -> dict[str, dict[str, Any]]:
    """Score what comparison finds alone in the review that ships against what people decided of it."""
    path = ROOT / "claims" / "relations.yaml"
    done = subprocess.run(
        [PROGRAM, "compare", ROOT, "--machine-only", "--format", "jsonl"], capture_output=True, check=False
    )
    if done.returncode > 1:
        raise SystemExit(f"claimbook compare: {done.stderr.decode()[-400:]}")
    clashes = ("contradict", "tension")
    ids = {(claim.article, claim.start, claim.end): claim.id for claim in claimbook.open(ROOT).all_claims}
    places = (
        (row["relation"], [ids.get((row[side]["article"], row[side]["start"], row[side]["end"])) for side in "ab"])
        for row in map(json.loads, done.stdout.decode().splitlines())
    )
    machine = {frozenset(pair): relation for relation, pair in places if relation in clashes}
    decided = yaml.safe_load(path.read_text(encoding="utf-8"))["relations"]
    kept = {frozenset((r["a"], r["b"])): r for r in decided if r["review"]["status"] != "dismissed"}
    wanted = {pair: r["relation"] for pair, r in kept.items() if r["relation"] in clashes}
    direct = [pair for pair, relation in wanted.items() if relation == "contradict"]
    said = [pair for pair, relation in machine.items() if relation == "contradict"]
    metrics = {
        "contradictions found": _share(sum(pair in machine for pair in direct), len(direct)),
        "all found": _share(sum(pair in machine for pair in wanted), len(wanted)),
        "reported and kept": _share(sum(pair in wanted for pair in machine), len(machine)),
        "contradict and kept as such": _share(sum(wanted.get(pair) == "contradict" for pair in said), len(said)),
    }
    return {"review.machine-alone": {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "metrics": metrics}}


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def _run(command: str, texts: list[Path]) -> list[dict[str, Any]]:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        done = subprocess.run([PROGRAM, command, *texts, "--format", "jsonl"], stdout=out, stderr=subprocess.PIPE)
        if done.returncode > 1:
            raise SystemExit(f"claimbook {command}: {done.stderr.decode()[-400:]}")
        out.seek(0)
        return [json.loads(line) for line in out if line.strip()]


def missed(measured: dict[str, dict[str, Any]], floors: dict[str, Any]) -> list[str]:
    """Name every floor that is missed, and every set whose data changed; a `ceiling` must not be passed."""
    said = []
    for name, pinned in floors["sets"].items():
        scored = measured.get(name)
        if scored is None:
            said.append(f"{name}: not scored, its data is missing")
            continue
        if scored["sha256"] != pinned["sha256"]:
            said.append(f"{name}: the data is not the data the floors were pinned on")
        for metric, floor in pinned.get("floors", {}).items():
            if scored["metrics"].get(metric, -1) < floor:
                said.append(f"{name}.{metric}: {scored['metrics'].get(metric)} is below the floor {floor}")
        for metric, ceiling in pinned.get("ceilings", {}).items():
            if scored["metrics"].get(metric, math.inf) > ceiling:
                said.append(f"{name}.{metric}: {scored['metrics'].get(metric)} is above the ceiling {ceiling}")
    return said


def raised(measured: dict[str, dict[str, Any]], floors: dict[str, Any]) -> dict[str, Any]:
    """Raise each floor (and lower each ceiling) to what was measured, and pin the data's hash; nothing gets laxer."""
    for name, pinned in floors["sets"].items():
        metrics = measured[name]["metrics"]
        pinned["sha256"] = measured[name]["sha256"]
        for metric, floor in pinned.get("floors", {}).items():
            pinned["floors"][metric] = max(floor, metrics[metric])
        for metric, ceiling in pinned.get("ceilings", {}).items():
            pinned["ceilings"][metric] = min(ceiling, metrics[metric])
    return floors


def lowered(measured: dict[str, dict[str, Any]], floors: dict[str, Any], what: str, reason: str) -> dict[str, Any]:
    """Lower one floor, `SET.METRIC`, to what was measured and keep the reason."""
    for name, pinned in floors["sets"].items():
        metric = what.removeprefix(f"{name}.")
        for kind in ("floors", "ceilings"):
            if metric != what and metric in pinned.get(kind, {}):
                before = pinned[kind][metric]
                pinned[kind][metric] = measured[name]["metrics"][metric]
                floors.setdefault("lowered", []).append(
                    {"what": what, "from": before, "to": pinned[kind][metric], "reason": reason}
                )
                return floors
    raise SystemExit(f"no floor is named {what}")


def pinned_text(before: str, floors: dict[str, Any]) -> str:
    """Write the floors below the comments their file opens with, one line for each small mapping."""
    opening = "".join(line for line in before.splitlines(keepends=True) if line.startswith("#"))
    return opening + yaml.safe_dump(floors, sort_keys=False, allow_unicode=True, width=10_000, default_flow_style=None)


def page(measured: dict[str, dict[str, Any]], floors: dict[str, Any]) -> str:
    """Compose docs/quality.md: what was measured beside the floor and the published figures."""
    lines = [
        "# Quality",
        "",
        "Written by `make quality`, which scores claimbook on public test sets that are not part of this repository,",
        "with their own scorers. A floor that is missed fails the run. Where rows of a set were used to choose a word",
        "list or to train a model, the figure flatters us; the column *seen* says so.",
        "",
        "| set | metric | measured | floor | as published by others | seen |",
        "|---|---|---|---|---|---|",
    ]
    for name, pinned in floors["sets"].items():
        for kind, sign in (("floors", "≥"), ("ceilings", "≤")):
            for metric, bound in pinned.get(kind, {}).items():
                value = measured[name]["metrics"][metric]
                others = pinned.get("published", {}).get(metric, "")
                lines.append(f"| {name} | {metric} | {value} | {sign} {bound} | {others} | {pinned['seen']} |")
        metrics = measured[name]["metrics"]
        lines += [f"| {name} | {m} | {metrics[m]} | none | | {pinned['seen']} |" for m in pinned.get("reported", ())]
    notes = [f"* **{name}**: {pinned['note']}" for name, pinned in floors["sets"].items() if "note" in pinned]
    return "\n".join([*lines, "", "## Notes", "", *notes, ""])


def main() -> int:
    """Score, compare, write the page; give the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--raise", dest="up", action="store_true", help="raise every floor to what was measured")
    parser.add_argument("--lower", metavar="SET.METRIC", help="lower one floor; needs --reason")
    parser.add_argument("--reason", help="why a floor is lowered")
    given = parser.parse_args()
    if given.lower and not given.reason:
        parser.error("--lower needs --reason")
    folder = benchmarks()
    if folder is None:
        print("could not check: the open sets are not here (see scripts/quality.py)")
        return 0
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    measured = measure(folder)
    if given.lower:
        floors = lowered(measured, floors, given.lower, given.reason)
    if given.up:
        floors = raised(measured, floors)
    if given.up or given.lower:
        FLOORS.write_text(pinned_text(FLOORS.read_text(encoding="utf-8"), floors), encoding="utf-8")
    text = page(measured, floors)
    PAGE.write_text(text, encoding="utf-8")
    print(text)
    said = missed(measured, floors)
    print("\n".join(said) if said else "every floor holds")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
