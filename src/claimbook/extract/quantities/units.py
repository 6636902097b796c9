"""Units of measure: read them after a number, name them plainly, compare them.

Refuses to guess: a unit it does not know has no dimension and no base value. Money of two currencies does not compare.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from claimbook.extract.quantities.tokens import TOKEN
from claimbook.lexicon import load


class Unit(NamedTuple):
    """Describe one unit: its plain name, the kind of quantity it makes, its dimension, base factor and short symbol."""

    name: str
    kind: str
    dimension: str
    base: float | None
    symbol: str


class Form(NamedTuple):
    """Hold one written form of a unit as tokens; `exact` forms match as written, the others in lower case."""

    tokens: tuple[str, ...]
    unit: Unit
    exact: bool


def _plural(word: str) -> list[str]:
    """Give the plain plural of a unit's word: "miles per hour" inflects its first word."""
    if word.endswith("s") or not word[-1].isalpha():
        return [word]
    head, middle, tail = word.partition(" per ")
    return [word, f"{head}s{middle}{tail}"]


def _hyphenated(word: str) -> list[str]:
    """Give "square-foot" for "square foot", as it stands before a noun."""
    return [word.replace(" ", "-")] if " " in word and word.replace(" ", "").isalpha() else []


def _unit(entry: dict[str, Any]) -> Unit:
    base = entry.get("base")
    symbols = entry.get("symbols") or [""]
    return Unit(entry["name"], entry["kind"], entry["dimension"], None if base is None else float(base), symbols[0])


def _prefixed(entry: dict[str, Any], prefixes: dict[str, list[Any]]) -> list[tuple[Unit, list[str], list[str]]]:
    """Give the unit's SI multiples with their words and symbols."""
    made = []
    takes = entry.get("prefixed") or []
    for prefix, (letter, factor) in prefixes.items():
        words = [prefix + word for word in entry["words"]] if "words" in takes else []
        symbols = [letter + symbol for symbol in entry["symbols"]] if "symbols" in takes and letter else []
        if letter == "µ":
            symbols += [f"{other}{symbol}" for symbol in entry["symbols"] for other in "μu" if "symbols" in takes]
        if words or symbols:
            symbol = letter + (entry.get("symbols") or [""])[0]
            unit = Unit(
                prefix + entry["name"], entry["kind"], entry["dimension"], float(entry["base"]) * factor, symbol
            )
            made.append((unit, words, symbols))
    return made


@cache
def known() -> tuple[dict[str, tuple[Form, ...]], dict[str, Unit]]:
    """Index every written form by its first token (exact or lower case), and every unit by name and symbol."""
    data = load("units")
    forms: dict[str, list[Form]] = {}
    names: dict[str, Unit] = {}

    def add(unit: Unit, words: list[str], symbols: list[str]) -> None:
        names.setdefault(unit.name, unit)
        for text in [form for word in words for form in (*_plural(word), *_hyphenated(word))]:
            tokens = tuple(TOKEN.findall(text.lower()))
            forms.setdefault(tokens[0], []).append(Form(tokens, unit, False))
            names.setdefault(text.lower(), unit)
        for text in symbols:
            tokens = tuple(TOKEN.findall(text))
            forms.setdefault(tokens[0], []).append(Form(tokens, unit, True))
            names.setdefault(text, unit)

    for entry in data["units"]:
        for unit, words, symbols in _prefixed(entry, data["prefixes"]) if entry.get("prefixed") else []:
            add(unit, words, symbols)
    for entry in data["units"]:
        add(_unit(entry), entry["words"], entry["symbols"])
    for entry in load("currencies"):
        money = Unit(
            entry["name"], "money", f"money:{entry.get('of', entry['name'])}", entry.get("base", 1.0), entry["name"]
        )
        cased = [form for form in entry["after"] if not form.islower() or len(form) == 1]
        add(money, [form for form in entry["after"] if form not in cased], cased)
        forms_of_code = [form.lower() for form in cased if len(form) == 3 and form.isalpha()]
        add(money, [], [form for form in forms_of_code if form not in ("try", "all")])
    ordered = {first: tuple(sorted(found, key=lambda form: -len(form.tokens))) for first, found in forms.items()}
    return ordered, names


def find_unit(name: str) -> Unit | None:
    """Find a unit by its plain name, a word for it or a symbol; "month of age" is an age in months."""
    names = known()[1]
    if name.endswith(" of age"):
        unit = names.get(name.removesuffix(" of age"))
        return unit._replace(name=name, dimension="age") if unit else None
    return names.get(name) or names.get(name.lower())


@cache
def _parts(unit: str) -> tuple[str, tuple[str, ...]]:
    """Split "mg/kg/day" or "mile per hour" into what is measured and what it is measured by."""
    if find_unit(unit):
        return unit, ()
    first, *rest = unit.replace(" per ", "/").split("/")
    return first.strip(), tuple(part.strip() for part in rest)


@cache
def dimension(unit: str | None) -> str | None:
    """Name what a quantity in `unit` can be compared with ("time", "mass per mass"); `None` where nothing is known.

    A counted noun over a period keeps its noun: "meal per day" is "meal per time", "time per week" (how
    often) "occasion per time".
    """
    if not unit:
        return None
    first, rest = _parts(unit)
    units = [find_unit(part) for part in (first, *rest)]
    if not rest:
        return units[0].dimension if units[0] else _pint_dimension(unit)
    nouns = ("occasion" if part == "time" else part for part in (first, *rest))
    return " per ".join(unit.dimension if unit else noun for unit, noun in zip(units, nouns, strict=True))


def to_base(value: float, unit: str | None) -> float | None:
    """Convert to the base unit of the dimension: days, metres, grams, litres, joules, percent, degrees Celsius ….

    Month is 30.4375 days and year 365.25. Rates convert part by part, a counted noun counts as one.
    `None` where the unit is unknown or has no base.
    """
    if not unit:
        return None
    if unit in ("celsius", "fahrenheit", "kelvin"):
        return {"celsius": value, "fahrenheit": (value - 32) / 1.8, "kelvin": value - 273.15}[unit]
    factor = _factor(unit)
    return None if factor is None else value * factor


@cache
def _factor(unit: str) -> float | None:
    first, rest = _parts(unit)
    found = find_unit(first)
    if not rest:
        return found.base if found else _pint_factor(unit)
    factor = found.base if found else 1.0
    for part in rest:
        below = find_unit(part)
        if factor is None or (below is not None and not below.base):
            return None
        factor /= below.base if below and below.base else 1.0
    return factor


@cache
def _pint(unit: str) -> Any:
    """Ask pint about a unit the lexicon does not list; `None` where it does not know it either."""
    import pint

    registry = _registry()
    try:
        return registry.Quantity(1, unit).to_base_units()
    except (pint.errors.PintError, AttributeError, ValueError, TypeError, SyntaxError, AssertionError, RecursionError):
        return None


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry()


_PINT_DIMENSIONS = {"[length]": ("length", 1.0), "[mass]": ("mass", 1000.0), "[time]": ("time", 1 / 86400),
                    "[length] ** 3": ("volume", 1000.0), "[length] ** 2": ("area", 1.0)}  # fmt: skip


def _pint_dimension(unit: str) -> str | None:
    """Name the dimension by pint for single plain words that it spells out ("furlong"), never for its abbreviations."""
    if len(unit) < 5 or not unit.isalpha():
        return None
    found = _pint(unit)
    return _PINT_DIMENSIONS.get(str(found.dimensionality), (None, 0))[0] if found is not None else None


def _pint_factor(unit: str) -> float | None:
    if _pint_dimension(unit) is None:
        return None
    found = _pint(unit)
    return float(found.magnitude) * _PINT_DIMENSIONS[str(found.dimensionality)][1]
