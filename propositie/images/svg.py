"""Drawings: what of an SVG is kept is on a list; everything else is left out, or refused.

Left out is what draws nothing (scripts, notes of the program that made it). Refused, with the way
out, is what would draw but cannot be trusted: a style that cannot be read to the end, an address
outside, a filter that never ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from ..errors import PropositieError

_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

SHAPES = {
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "text", "tspan", "textPath", "linearGradient", "radialGradient", "stop", "pattern",
    "clipPath", "mask", "marker", "style", "switch",
}  # fmt: skip
FILTERS = {
    "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feDropShadow",
    "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge",
    "feMergeNode", "feOffset",
}  # fmt: skip
"""Of the filters those whose work is in proportion to what they are given."""
_GEOMETRY = {
    "id", "class", "style", "transform", "viewBox", "preserveAspectRatio", "version", "x", "y",
    "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "dx", "dy", "d",
    "points", "width", "height", "rotate", "textLength", "lengthAdjust", "startOffset", "offset",
    "pathLength", "gradientUnits", "gradientTransform", "spreadMethod", "patternUnits",
    "patternContentUnits", "patternTransform", "clipPathUnits", "maskUnits", "maskContentUnits",
    "markerUnits", "markerWidth", "markerHeight", "refX", "refY", "orient", "filterUnits",
    "primitiveUnits", "in", "in2", "result", "stdDeviation", "operator", "k1", "k2", "k3", "k4",
    "mode", "type", "values", "tableValues", "slope", "intercept", "amplitude", "exponent",
}  # fmt: skip
PROPERTIES = {
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray",
    "stroke-dashoffset", "stop-color", "stop-opacity", "color", "opacity", "display", "visibility",
    "overflow", "clip-path", "clip-rule", "mask", "filter", "marker", "marker-start", "marker-mid",
    "marker-end", "font", "font-family", "font-size", "font-weight", "font-style", "font-variant",
    "font-stretch", "text-anchor", "letter-spacing", "word-spacing", "text-decoration",
    "writing-mode", "dominant-baseline", "alignment-baseline", "baseline-shift", "paint-order",
    "vector-effect", "shape-rendering", "text-rendering", "image-rendering", "mix-blend-mode",
    "isolation", "flood-color", "flood-opacity", "color-interpolation-filters", "enable-background",
    "direction", "unicode-bidi", "transform-origin", "transform-box",
}  # fmt: skip
"""What a style, or an attribute of the same name, may say."""

MAX_DEPTH, MAX_NODES, MAX_COPIES = 100, 50_000, 200_000
"""Groups within groups, parts of a drawing, and parts once every `use` has been copied out."""
MAX_NUMBER, MAX_BLUR = 100_000.0, 500.0
"""The largest number that says how large something is, and how far a blur reaches."""
MIN_DASH = 0.01
"""A shorter dash makes a line of millions of pieces."""

_PLAIN = (
    "Bewaar het opnieuw als gewone svg (in Inkscape: Gewone SVG; in Illustrator: "
    "Presentatiekenmerken), of als png."
)


class SvgError(PropositieError):
    """A drawing that cannot be used; `told` is a Dutch sentence."""

    def __init__(self, what: str) -> None:
        self.told = f"{what} {_PLAIN}"
        super().__init__(self.told)


@dataclass(frozen=True, slots=True)
class CleanDrawing:
    """A drawing ready to be published, and its size in pixels."""

    content: str
    width: int
    height: int


def clean_svg(raw: bytes) -> CleanDrawing:
    """Keep of an SVG what is on the list. Raises `SvgError` for what cannot be trusted."""
    if re.search(rb"<!\s*(DOCTYPE|ENTITY)", raw.replace(b"\0", b""), re.I):
        raise SvgError("Dit svg-bestand bevat een DOCTYPE.")
    try:
        root = ElementTree.fromstring(raw.decode("utf-8-sig"))
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError) as error:
        raise SvgError("Dit svg-bestand is beschadigd.") from error
    if root.tag != f"{_SVG}svg":
        raise SvgError("Dit bestand is geen svg-tekening.")
    if _is_too_deep(root):
        raise SvgError("Dit svg-bestand is veel te diep genest.")
    _prune(root)
    _check_copies(root)
    width, height = _size(root)
    ElementTree.register_namespace("", _SVG.strip("{}"))
    ElementTree.register_namespace("xlink", _XLINK.strip("{}"))
    return CleanDrawing(ElementTree.tostring(root, "unicode"), width, height)


def _is_too_deep(root: ElementTree.Element) -> bool:
    level, count = [root], 1
    for _ in range(MAX_DEPTH):
        level = [child for node in level for child in node]
        count += len(level)
        if count > MAX_NODES:
            raise SvgError("Dit svg-bestand heeft veel te veel onderdelen.")
    return bool(level)


def _prune(node: ElementTree.Element) -> None:
    """Keep the attributes and children that are on the list."""
    name = node.tag.removeprefix(_SVG)
    for attribute, value in list(node.attrib.items()):
        kept = _clean_attribute(name, attribute, value)
        if kept is None:
            del node.attrib[attribute]
        else:
            node.attrib[attribute] = kept
    if name == "style":
        node.text = _clean_stylesheet(node)
    for child in list(node):
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag.removeprefix(_SVG) in SHAPES | FILTERS and tag.startswith(_SVG):
            _prune(child)
        elif tag.startswith(f"{_SVG}fe") or tag == f"{_SVG}image":
            what = "een foto die" if tag.endswith("mage") else "een effect dat"
            raise SvgError(f"In dit svg-bestand zit {what} hier niet kan.")
        else:
            _take_out(node, child)


def _take_out(node: ElementTree.Element, child: ElementTree.Element) -> None:
    """Remove a child; words that stood after it stay where they are."""
    if child.tail and child.tail.strip():
        index = list(node).index(child)
        if index:
            node[index - 1].tail = (node[index - 1].tail or "") + child.tail
        else:
            node.text = (node.text or "") + child.tail
    node.remove(child)


# --- attributes and styles ----------------------------------------------------------------------


def _clean_attribute(element: str, name: str, value: str) -> str | None:
    """The value of an attribute as it stays; None when it goes."""
    if name == _XML_SPACE:
        return value
    if name in {"href", f"{_XLINK}href"}:
        return value if re.fullmatch(r"#[^\s\"'()\\]+", value) else None
    if name.startswith("{"):
        return None
    if name == "style":
        return _clean_declarations(value)
    if name in PROPERTIES:
        return _clean_value(name, value)
    if name not in _GEOMETRY:
        return None
    _check_numbers(element, name, value)
    return value if _is_harmless(value) else None


_FUNCTION = re.compile(r"([a-z-]+)\s*\(", re.I)
_HARMLESS = {
    "rgb", "rgba", "hsl", "hsla", "url", "matrix", "translate", "translatex", "translatey",
    "scale", "scalex", "scaley", "rotate", "skewx", "skewy", "calc", "var", "color",
}  # fmt: skip


def _is_harmless(value: str) -> bool:
    """Whether a value calls nothing but what is on the list, and leads nowhere outside."""
    bare = re.sub(r"/\*.*?\*/", "", value, flags=re.S)
    if "\\" in bare or "@" in bare or "<" in bare or "javascript:" in bare.lower():
        return False
    if any(name.lower() not in _HARMLESS for name in _FUNCTION.findall(bare)):
        return False
    addresses = re.findall(r"url\s*\(\s*([\"']?)([^)]*)", bare, re.I)
    return all(address.strip().startswith("#") for _, address in addresses)


def _clean_value(name: str, value: str) -> str | None:
    if not _is_harmless(value):
        return None
    if name == "stroke-dasharray":
        dashes = [float(n) for n in re.findall(r"\d*\.?\d+(?:e-?\d+)?", value, re.I)]
        if dashes and sum(dashes) < MIN_DASH:
            return None
    return value


def _clean_declarations(text: str) -> str:
    """Of `fill:red;behavior:url(x)` what is on the list."""
    kept = []
    for declaration in re.sub(r"/\*.*?\*/", "", text, flags=re.S).split(";"):
        name, _, value = declaration.partition(":")
        name = name.strip().lower()
        clean = _clean_value(name, value.strip()) if name in PROPERTIES else None
        if clean:
            kept.append(f"{name}:{clean}")
    return ";".join(kept)


_RULE = re.compile(r"\s*([^{}@\\<]+?)\s*\{([^{}]*)\}")
_SELECTOR = re.compile(r"[\w\s.,#>*:()\-\[\]=\"'~+]+")


def _clean_stylesheet(node: ElementTree.Element) -> str:
    """The rules of a style sheet; all of it must be plain rules, or nothing of it is trusted."""
    if len(node):
        raise SvgError("De stijl in dit svg-bestand is niet te lezen.")
    text = re.sub(r"/\*.*?\*/", "", node.text or "", flags=re.S)
    text = re.sub(r"@charset\s+[\"'][\w-]+[\"']\s*;|<!--|-->", "", text)
    rules, position = [], 0
    for rule in _RULE.finditer(text):
        if text[position : rule.start()].strip() or not _SELECTOR.fullmatch(rule[1]):
            break
        rules.append(f"{rule[1]}{{{_clean_declarations(rule[2])}}}")
        position = rule.end()
    if text[position:].strip():
        raise SvgError("De stijl in dit svg-bestand haalt iets van buiten op of is niet te lezen.")
    return "".join(rules)


_NUMBER = re.compile(r"[-+]?\d*\.?\d+(?:e[-+]?\d+)?", re.I)
_SIZES = {"x", "y", "width", "height", "viewBox", "markerWidth", "markerHeight", "r", "rx", "ry"}


def _check_numbers(element: str, name: str, value: str) -> None:
    """Refuse sizes for which no memory is large enough."""
    if name == "stdDeviation":
        limit = MAX_BLUR
    elif name in _SIZES or element in FILTERS:
        limit = MAX_NUMBER if element not in FILTERS else 10_000.0
    else:
        return
    if any(abs(float(number)) > limit for number in _NUMBER.findall(value)):
        raise SvgError("In dit svg-bestand is een onderdeel veel te groot.")


# --- how often something is drawn ---------------------------------------------------------------


def _check_copies(root: ElementTree.Element) -> None:
    """Refuse a drawing that grows without end when what it refers to is filled in."""
    by_id = {node.get("id", ""): node for node in root.iter() if node.get("id")}
    known: dict[int, int] = {}
    busy: set[int] = set()

    def count(node: ElementTree.Element) -> int:
        if id(node) in known:
            return known[id(node)]
        if id(node) in busy:
            raise SvgError("Dit svg-bestand verwijst in een kring naar zichzelf.")
        busy.add(id(node))
        total = 1 + sum(count(child) for child in node)
        total += sum(count(by_id[target]) for target in _targets(node) if target in by_id)
        busy.discard(id(node))
        known[id(node)] = total
        if total > MAX_COPIES:
            raise SvgError("Dit svg-bestand herhaalt zichzelf veel te vaak.")
        return total

    try:
        count(root)
    except RecursionError as error:
        raise SvgError("Dit svg-bestand is veel te diep genest.") from error


_WITH_ADDRESS = (
    "fill", "stroke", "clip-path", "mask", "filter", "marker", "marker-start", "marker-mid",
    "marker-end", "style",
)  # fmt: skip


def _targets(node: ElementTree.Element) -> Iterator[str]:
    """The ids of what is drawn when a part is."""
    for name in ("href", f"{_XLINK}href"):
        if address := node.get(name):
            yield address.removeprefix("#")
    for name in _WITH_ADDRESS:
        for target in re.findall(r"url\s*\(\s*[\"']?#([^)\"']+)", node.get(name, ""), re.I):
            yield target.strip()


def _size(root: ElementTree.Element) -> tuple[int, int]:
    parts = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    try:
        if len(parts) == 4:
            return max(1, round(float(parts[2]))), max(1, round(float(parts[3])))
        found = (re.match(r"[\d.]+", root.get(name, "")) for name in ("width", "height"))
        width, height = (max(1, round(float(match[0]))) if match else 100 for match in found)
    except (ValueError, OverflowError):
        return 100, 100
    return width, height
