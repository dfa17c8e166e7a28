"""The demo's pages of every kind, for tests that look at each of them once."""

from __future__ import annotations

KINDS = [
    "", "voor-wie/", "voor-wie/ouderen/", "hulp-bij/", "hulp-bij/boodschappen/", "aanbod/",
    "aanbod/boodschappentaxi/", "waarom-wij/", "mensen/", "mensen/gijs/", "mensen/truus/",
    "mensen/roos/", "agenda/", "agenda/kerstmaaltijd/", "plek/buurthuis-het-veer/",
    "wijk/", "wijk/lindeborg-oost/",
    "verhalen/", "verhalen/een-lege-stoel/", "cijfers/",
    "vacatures/", "vacatures/chauffeur-boodschappentaxi/",
    "meedoen/", "vernieuwing/",
    "nieuws/", "opdrachtgevers/", "partners/", "contact/", "gewoon/", "toegankelijkheid/",
    "data/", "privacy/", "blog/", "blog/eerst-de-envelop/",
]  # fmt: skip
ALL_PAGES = [*KINDS, "404.html"]
