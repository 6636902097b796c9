"""Check data against the model and say what is wrong in words, at the place in the file.

Refuses to coerce: a figure is no text and a text is no figure.
"""

from __future__ import annotations

import re
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from claimbook.review.problems import Problem, SourceFile, clip
from claimbook.review.strict_yaml import Node

Model = TypeVar("Model", bound=BaseModel)

_NULLABLE = frozenset({
    "title", "publisher", "url", "published", "interests", "low", "high", "unit", "design", "authors", "year",
    "published_in", "doi", "pmid", "population", "intervention", "comparator", "n", "n_studies", "summary", "limits",
    "funding", "risk_of_bias", "how_much", "measure", "value", "timepoint",
})  # fmt: skip
_OPTION = re.compile(r"'([^']*)'")
_WANTED = {
    "string_type": "a text",
    "float_type": "a figure or null",
    "int_type": "a whole number",
    "tuple_type": "a list, [ ]",
    "model_type": "keys with values",
    "dict_type": "keys with values",
}


def validate(model: type[Model], node: Node, source: SourceFile) -> tuple[Model | None, list[Problem]]:
    """Build a model from parsed YAML. Gives the model, or `None` and every problem at its place."""
    try:
        return model.model_validate(node.data, strict=True), []
    except ValidationError as error:
        return None, [_problem(model, node, source, details) for details in error.errors(include_url=False)]


def did_you_mean(word: str, known: list[str]) -> str:
    """Suggest the known word closest to a mistyped one, as the end of a message; empty where none is close."""
    found = process.extractOne(word, known, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.65)
    return f"; did you mean {found[0]}?" if found else ""


def _problem(model: type[BaseModel], root: Node, source: SourceFile, details: ErrorDetails) -> Problem:
    loc, kind = details["loc"], details["type"]
    if kind == "extra_forbidden":
        parent = _deepest(root, loc[:-1])
        key = str(loc[-1])
        message = f'unknown key "{clip(key)}"{did_you_mean(key, _fields(model, loc[:-1]))}'
        return source.problem(parent.keys.get(key, parent.start), "R120", message)
    if kind == "missing":
        return source.problem(
            _deepest(root, loc[:-1]).start, "R121", f'the key "{loc[-1]}" is missing: add it{_or_null(details)}'
        )
    node = _deepest(root, loc)
    of_an_item = kind == "value_error" and loc and isinstance(loc[-1], int)
    name = "" if of_an_item else next((f"{step}: " for step in reversed(loc) if isinstance(step, str)), "")
    return source.problem(node.start, "R122", name + _wrong(details, node, source))


def _or_null(details: ErrorDetails) -> str:
    return " (null where the text does not tell)" if details["loc"][-1] in _NULLABLE else ""


def _wrong(details: ErrorDetails, node: Node, source: SourceFile) -> str:
    kind, value, context = details["type"], node.data, details.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "literal_error":
        options = _OPTION.findall(str(context["expected"]))
        return f"{_worded(value)} is none of {', '.join(options)}{did_you_mean(str(value), options)}"
    if kind == "string_pattern_mismatch":
        wanted = "a date, YYYY-MM-DD" if r"\d{4}" in context["pattern"] else "64 lower-case hexadecimal digits"
        return f"{_worded(value)} is not {wanted}"
    if kind == "string_type" and isinstance(value, (bool, int, float)):
        written = clip(source.text[node.start : node.end], 40)
        return f'{written} is a text here: quote it, "{written}"'
    if kind in _WANTED:
        return f"{_worded(value)} is not {_WANTED[kind]}"
    if kind == "string_too_short":
        return "the text is empty"
    message = details["msg"]
    return message[:1].lower() + message[1:]


def _worded(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "a list"
    return "a mapping" if isinstance(value, dict) else clip(str(value), 40)


def _deepest(node: Node, loc: tuple[int | str, ...]) -> Node:
    """Follow a location of pydantic as far down as the file has nodes."""
    for step in loc:
        found = node.find(step)
        if found is None:
            break
        node = found
    return node


def _fields(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """List the keys a model knows at a location."""
    for step in loc:
        if isinstance(step, str) and step in model.model_fields:
            model = _model_in(model.model_fields[step].annotation) or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_in(inner))), None)
