"""How fast claims are compared, how much memory it takes, and that both grow with the claims and no faster.

    python benchmarks/compare.py [COUNT …] [--seed 1]

COUNT is how many claims to compare, by default 1,000, 10,000 and 100,000. The claims are made up from a seed: articles
of 25 claims on subjects of a dozen fields, some subjects far more popular than others; they restate, deny, change
figures and share the words of their field, as articles do. Every count runs in a process of its own, so that its peak
memory (all processes together) is its own. Refuses to be a test: it times one machine, and nothing fails on a number.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimbook.model import Claim, claim_key

ARTICLE = 25
# field: things | measures | outcomes | groups
FIELDS = {
    "transport": "bridge tram ferry tunnel railway|ridership fares speed punctuality|noise congestion accidents travel"
    "|commuters pupils tourists",
    "medicine": "vaccine tablet scan inhaler implant|response rate dose recovery survival|pain fatigue fever swelling"
    "|adults children nurses",
    "farming": "maize barley orchard fertiliser irrigation|yield acreage rainfall price|erosion pests drought waste"
    "|growers herders exporters",
    "energy": "turbine reactor battery pipeline grid|output capacity efficiency storage|emissions outages losses demand"
    "|households factories operators",
    "housing": "tower estate hostel cottage block|rent occupancy height deposit|damp vacancy crowding eviction"
    "|tenants owners students",
    "schooling": "academy college curriculum exam library|attendance enrolment score budget|truancy dropout bullying"
    "|teachers pupils parents",
    "sport": "league stadium marathon cup academy|attendance prize distance pace|injuries doping fouls delays"
    "|runners fans coaches",
    "food": "cheese bread soup sausage tea|protein fibre sugar shelf life|bitterness spoilage allergy weight gain"
    "|diners bakers infants",
    "climate": "glacier reef forest delta lake|area temperature depth acidity|bleaching flooding melting fires"
    "|residents scientists fishers",
    "law": "statute court treaty permit tariff|penalty caseload duty turnout|fraud backlog smuggling appeals"
    "|judges importers voters",
    "space": "probe telescope comet satellite rover|orbit mass brightness altitude|radiation drag debris drift"
    "|engineers observers crews",
    "retail": "store loyalty card label outlet app|turnover margin footfall rating|theft returns queues complaints"
    "|shoppers staff suppliers",
}
TEMPLATES = (
    "The {name} {thing} {more} {outcome} among {group}",
    "The {thing} does not {less} {outcome} among {group} in {name}",
    "{n}% of {group} reported less {outcome} with the {name} {thing}",
    "The {measure} of the {name} {thing} rose by {n}% in {year}",
    "Over {n}% of {group} say that the {thing} {more} {outcome}",
    "The {name} {thing} opened in {year}",
    "{Measure} at the {name} {thing} reached {count}",
    "A {thing} is safe for {group} in {name}",
    "The {name} {thing} is not safe for {group}",
    "The {thing} may {less} {outcome} when {group} use it daily",
    "It took {n} days to build the {name} {thing}",
    "The effect on {outcome} lasts {few} weeks in {group}",
    "{Outcome} in {name} was caused by {measure} rather than {other}",
    "The {name} {thing} costs {count} euros a year",
    "{Group} in {name} prefer the {thing} because of its {measure}",
    "There is no evidence that the {thing} affects {outcome} in {name}",
)
MORE, LESS = ("reduces", "increases", "improves", "worsens", "prevents"), ("reduce", "increase", "improve", "prevent")
PARTS = (
    "mar tes ot bel kor van sil dun ery low pas",
    "ver en ta ri mo la do sha",
    "ton ville ford na berg mouth by sen",
)


def subjects(count: int, chance: random.Random) -> list[tuple[str, str, str]]:
    """Make up subjects: a field, a thing of it and its name."""
    names = ["".join(chance.choice(part.split()) for part in PARTS).capitalize() for _ in range(count)]
    fields = [chance.choice(list(FIELDS)) for _ in range(count)]
    return [(f, chance.choice(FIELDS[f].partition("|")[0].split()), n) for f, n in zip(fields, names, strict=True)]


def sentence(subject: tuple[str, str, str], chance: random.Random) -> str:
    """Say something of a subject."""
    field, thing, name = subject
    _, measures, outcomes, groups = (part.split() for part in FIELDS[field].split("|"))
    measure, outcome, group = (chance.choice(words) for words in (measures, outcomes, groups))
    facts: dict[str, Any] = {
        "n": chance.randint(2, 95),
        "few": chance.randint(2, 12),
        "year": chance.randint(1950, 2025),
    }
    facts["count"] = f"{chance.randint(2, 900) * 1000:,}"
    words = {"name": name, "thing": thing, "measure": measure, "outcome": outcome, "group": group}
    words |= {"more": chance.choice(MORE), "less": chance.choice(LESS), "other": chance.choice(measures)}
    words |= {key.capitalize(): words[key].capitalize() for key in ("measure", "outcome", "group")}
    return chance.choice(TEMPLATES).format(**facts, **words)


def claims(count: int, seed: int) -> Iterator[Claim]:
    """Make up claims, the same for the same count and seed; quantities are read from their words."""
    from claimbook.extract.quantities import find_quantities

    chance = random.Random(seed)
    known = subjects(max(4, count // 100), chance)
    for number in range(0, count, ARTICLE):
        # a few subjects are written about by many, most by a few
        subject = known[int(len(known) * chance.random() ** 2)]
        start = 0
        for index in range(min(ARTICLE, count - number)):
            quote = sentence(subject, chance)
            at = (start, start + len(quote))
            facts: dict[str, Any] = {
                "kind": "other",
                "worth": 2,
                "certainty": "hedged" if " may " in quote else "assertive",
            }
            facts["quantities"] = tuple(find_quantities(quote))
            facts["id"] = f"article-{number // ARTICLE}/{claim_key(quote, index)}"
            yield Claim.model_validate({"quote": quote, "at": at, **facts})
            start += len(quote) + 2


def memory(process: int) -> float:
    """Give the memory of a process and its children together, in MB; pages they share count once."""
    total = 0
    with contextlib.suppress(OSError):  # it may have ended meanwhile
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8").split()
        for each in [str(process), *children]:
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="utf-8")
            total += int(rollup.partition("\nPss:")[2].split(maxsplit=1)[0])
    return total / 1000


def one(count: int, seed: int) -> str:
    """Compare that many claims; give them, the seconds, the pairs met and judged, and the relations found."""
    from claimbook.compare import compare
    from claimbook.compare.comparing import read_claims
    from claimbook.compare.judging import convene

    made = list(claims(count, seed))
    compare(made[:100])  # the word lists are read once, before the clock starts
    began = time.perf_counter()
    found = len(compare(made))
    took = time.perf_counter() - began
    bench = convene(read_claims(made, None), None)
    met = judged = 0
    for index in range(count):
        partners = bench.pairing.partners(index)
        met += len(partners)
        judged += sum(bench.is_open(index, other) for other in partners)
    return f"{count:>9,} {took:>9.1f} {met:>12,} {judged:>12,} {found:>11,}"


def watched(count: int, seed: int) -> str:
    """Compare in a process of its own, and add the most memory it and its children had."""
    most = 0.0
    command = [sys.executable, __file__, "--one", str(count), "--seed", str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        while child.poll() is None:
            most = max(most, memory(child.pid))
            time.sleep(1)
        told = child.stdout.read().rstrip("\n") if child.stdout else ""
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    return f"{told} {most:>9,.0f}"


def main() -> None:
    """Print one line for each count."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("counts", nargs="*", type=int, default=[1000, 10_000, 100_000], metavar="COUNT")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(one(given.one, given.seed))
        return
    print(f"{'claims':>9} {'seconds':>9} {'pairs met':>12} {'judged':>12} {'relations':>11} {'peak MB':>9}")
    for count in given.counts:
        print(watched(count, given.seed), flush=True)


if __name__ == "__main__":
    main()
