"""Charts as SVG that stands in a page: no style attributes, no ids that clash, a name for screen readers.

Refuses anything but what matplotlib wrote for us: article text in a chart is paths and escaped titles.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from claimbook.views import charts

if TYPE_CHECKING:
    from claimbook.views.book import Book
    from claimbook.views.charts import Chart

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_REFERENCE = re.compile(r"url\(#([^)]+)\)")


def inline_svg(chart: Chart, book: Book) -> str:
    """Draw a chart as an inline `<svg>`; the empty string where there is nothing to draw.

    A content security policy without inline styles lets it through: style attributes become presentation attributes.
    """
    rows = chart.table(book)
    if rows.empty:
        return ""
    file = io.BytesIO()
    with charts.style.house_style():
        chart.draw(rows, chart.title(rows)).savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    return _for_page(file.getvalue(), chart.name, chart.alt(rows))


def _for_page(svg: bytes, name: str, alt: str) -> str:
    from lxml import etree

    root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    for unwanted in [*root.iter(f"{_SVG}metadata"), *root.iter(f"{_SVG}title"), *root.iter(f"{_SVG}style")]:
        unwanted.getparent().remove(unwanted)
    for element in root.iter(etree.Element):
        _style_as_attributes(element)
        _rename(element, name)
    for size in ("width", "height"):
        del root.attrib[size]
    root.attrib.update({"role": "img", "aria-label": alt, "class": "chart"})
    root.attrib.update({"stroke-linejoin": "round", "stroke-linecap": "butt"})
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))


def _style_as_attributes(element: object) -> None:
    style = element.attrib.pop("style", "")  # type: ignore[attr-defined]
    for declaration in filter(None, (part.strip() for part in style.split(";"))):
        key, _, value = declaration.partition(":")
        element.attrib[key.strip()] = value.strip()  # type: ignore[attr-defined]


def _rename(element: object, name: str) -> None:
    attributes = element.attrib  # type: ignore[attr-defined]
    for key, value in list(attributes.items()):
        if key == "id":
            attributes[key] = f"{name}-{value}"
        elif key in (_HREF, "href") and value.startswith("#"):
            attributes[key] = f"#{name}-{value[1:]}"
        elif "url(#" in value:
            attributes[key] = _REFERENCE.sub(rf"url(#{name}-\1)", value)
