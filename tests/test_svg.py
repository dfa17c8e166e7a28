"""Drawings: what is known to get past a cleaner does not, and drawings of real programs do."""

# ruff: noqa: E501 (drawings stand here as the programs write them)

from __future__ import annotations

import re

import pytest

from propositie.images.svg import SvgError, clean_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 90 60">'


def clean(inside: str) -> str:
    return clean_svg(f"{HEAD}{inside}</svg>".encode()).content


HARMFUL = {
    "script": "<script>alert(1)</script>",
    "handler": '<g onload="alert(1)"><path d="M0 0"/></g>',
    "handler in capitals": '<path OnClick="alert(1)" d="M0 0"/>',
    "javascript": '<a xlink:href="javascript:alert(1)"><path d="M0 0"/></a>',
    "use of another file": '<use href="https://elders.example/x.svg#a"/>',
    "use of data": '<use xlink:href="data:image/svg+xml;base64,PHN2Zz4="/>',
    "paint from elsewhere": '<path d="M0 0" fill="url(https://elders.example/x#a)"/>',
    "paint, quoted": """<path d="M0 0" fill="url( 'https://elders.example/x' )"/>""",
    "paint, escaped": '<path d="M0 0" style="fill:\\75 rl(https://elders.example/x)"/>',
    "image-set": "<path d='M0 0' style='fill:image-set(\"https://elders.example/x\" 1x)'/>",
    "a property not on the list": '<path d="M0 0" style="background:url(https://elders.example)"/>',
    "two paints": '<path d="M0 0" fill="url(#a) url(https://elders.example/x)"/>',
    "foreign object": "<foreignObject><p>https://elders.example</p></foreignObject>",
    "animation": '<set attributeName="href" to="https://elders.example"/>',
    "notes": "<metadata>https://elders.example</metadata>",
    "another namespace": '<x:iframe xmlns:x="http://www.w3.org/1999/xhtml" src="https://elders.example"/>',
    "data attribute": '<path data-x="https://elders.example" d="M0 0"/>',
}


@pytest.mark.parametrize("inside", HARMFUL.values(), ids=HARMFUL)
def test_what_calls_out_or_runs_is_left_out(inside: str) -> None:
    found = clean(inside)
    assert "elders.example" not in found
    assert not re.search(r"script|\son\w+=|data:|foreign|<set|alert", found, re.I)


REFUSED = {
    "import": "<style>@import url(https://elders.example/x.css);</style>",
    "import, escaped": "<style>@\\69mport 'https://elders.example/x.css';</style>",
    "import after a child": "<style>.a{fill:red}<x/>@import 'https://elders.example/x';</style>",
    "font": "<style>@font-face{font-family:x;src:url(https://elders.example/x)}</style>",
    "half a rule": "<style>.a{fill:red} .b{fill:url(https://elders.example</style>",
    "turbulence": '<filter id="a"><feTurbulence numOctaves="1000000"/></filter>',
    "filter picture": '<filter id="a"><feImage href="#b"/></filter>',
    "filter region": '<filter id="a" width="1e9" height="1e9"><feFlood/></filter>',
    "blur": '<filter id="a"><feGaussianBlur stdDeviation="90000"/></filter>',
    "size": '<rect width="1e30" height="1"/>',
    "circle of uses": '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    "photo inside": '<image href="data:image/png;base64,AAAA" width="9" height="9"/>',
}


@pytest.mark.parametrize("inside", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_trusted_is_refused_with_the_way_out(inside: str) -> None:
    with pytest.raises(SvgError) as raised:
        clean(inside)
    assert "Gewone SVG" in raised.value.told


def test_uses_that_multiply_are_refused() -> None:
    rows = ['<g id="g0"><path d="M0 0"/></g>']
    rows += [f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 12)]
    with pytest.raises(SvgError, match="herhaalt"):
        clean("".join(rows))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_doctype_is_refused_in_every_encoding(encoding: str) -> None:
    text = f'<!DOCTYPE svg [<!ENTITY a "b">]>{HEAD}<text>&a;</text></svg>'
    with pytest.raises(SvgError):
        clean_svg(text.encode(encoding))


LOGOS = {
    "Inkscape": """<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"/>
      <g id="layer1" transform="translate(3,4)"><path style="fill:#1f5c4d;fill-opacity:1;stroke:none;
      -inkscape-stroke:none" d="m 3,3 h 20 v 20 z" id="path1"/></g>""",
    "Illustrator": """<defs><style>.cls-1{fill:#fff;}.cls-1,.cls-2{stroke-width:0px;}</style>
      <linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
      <g id="Laag_1"><path class="cls-1" d="M1,1h9v9z"/><path class="cls-2" fill="url(#a)" d="M2,2h9v9z"/></g>""",
    "Figma": """<g clip-path="url(#clip0_1_2)" filter="url(#filter0_d)"><path d="M1 1h9v9z" fill="#C77F1A"/></g>
      <defs><filter id="filter0_d" x="0" y="0" width="90" height="60" filterUnits="userSpaceOnUse"
      color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="BackgroundImageFix"/>
      <feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0"/>
      <feOffset dy="4"/><feGaussianBlur stdDeviation="2"/></filter>
      <clipPath id="clip0_1_2"><rect width="90" height="60" fill="white"/></clipPath></defs>""",
    "Affinity": """<g transform="matrix(1,0,0,1,-3,-2)"><g style="fill:rgb(31,92,77);fill-rule:nonzero;">
      <use xlink:href="#_Image1" x="3" y="2"/></g></g><defs><path id="_Image1" d="M1 1h9v9z"/></defs>""",
}


@pytest.mark.parametrize("inside", LOGOS.values(), ids=LOGOS)
def test_what_draws_stays(inside: str) -> None:
    found = clean(inside)
    for word in ("h9v9z", "v 20 z"):
        if word in inside:
            assert found.count(word) == inside.count(word)
    for kept in re.findall(
        r"url\(#\w+\)|fill:#\w+|fill:rgb\([\d,]+\)|transform=\"[^\"]+\"", inside
    ):
        assert kept in found
    assert "sodipodi" not in found
