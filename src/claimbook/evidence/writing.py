"""Write records and assessments as YAML, in the shape people read and `claimbook validate` accepts.

Refuses to change a file: this writes the whole text of a new one. A record's file is named by its id.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimbook.evidence.nouns import Assessment, Assessments, Record
from claimbook.review import emit
from claimbook.review.save import Change, replace_files

FOLDER = "evidence"
RECORDS = "records"
ASSESSMENTS = "assessments"
_ALWAYS = frozenset({"outcome", "measure", "value", "unit", "timepoint"})
_FIRST = ("name", "outcome", "measure")
_IF_ANY = frozenset({"conditions", "institutions", "approvals", "note"})


def record_path(review: Path, record_id: str) -> Path:
    """Give the file a record of a review is kept in."""
    return review / FOLDER / RECORDS / f"{record_id}.yaml"


def write_record(review: Path, record: Record) -> Path:
    """Write a new record into a review. Gives its file. Raises ReviewChanged if the file exists."""
    path = record_path(review, record.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_files([Change(path, None, record_text(record).encode("utf-8"))])
    return path


def record_text(record: Record) -> str:
    """Write a whole record: every key a source should tell, `null` where unknown."""
    data = record.model_dump()
    keys = {key: value for key, value in data.items() if key not in _IF_ANY or value}
    return "\n".join(_key(key, value) for key, value in keys.items()) + "\n"


def assessments_text(assessments: Assessments) -> str:
    """Write the assessments of one article."""
    if not assessments.assessments:
        return f"article: {assessments.article}\nassessments: []\n"
    items = "\n".join(assessment_item(one) for one in assessments.assessments)
    return f"article: {assessments.article}\nassessments:\n{items}\n"


def assessment_item(assessment: Assessment) -> str:
    """Write an assessment as an item of a block list."""
    return "- " + emit.block(_known(assessment.model_dump(), frozenset({"verdict", "why", "by", "on"})), "  ")


def _key(key: str, value: Any) -> str:
    if key in ("findings", "approvals") and value:
        items = (_known(item, _ALWAYS) for item in value)
        return f"{key}:\n" + "\n".join("- " + emit.block(item, "  ") for item in items)
    if key == "read":
        return f"{key}:\n  " + emit.block(value, "  ")
    return emit.entry(key, value)


def _known(item: Mapping[str, Any], always: frozenset[str]) -> dict[str, Any]:
    """Leave out what is unknown or empty, except keys that are always shown."""
    keys = sorted(item, key=lambda key: key not in _FIRST)
    kept = {key: item[key] for key in keys if key in always or item[key] not in (None, ())}
    return {key: _known(value, frozenset()) if isinstance(value, dict) else value for key, value in kept.items()}
