"""The fields of each kind → the settings of the editor in the browser.

Every value is edited as text, so that nothing is turned into what it looks like: `0612345670`
keeps its zero and `9:30` stays a time.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from ..huis import BerichtIntern, Ding, soorten
from ..huis.berichten import BLOG
from ..schema.patronen import VORMEN
from ..vorm import Veld, Vorm, velden_van
from .kortwoord import betekenis

Instelling: TypeAlias = dict[str, Any]

ID_PATROON = ["^[a-z0-9]+(-[a-z0-9]+)*$", "Alleen kleine letters a–z, cijfers en streepjes."]
_BEELDEN = ".jpg,.jpeg,.png,.webp,.svg"


@dataclass(frozen=True, slots=True)
class Beheer:
    """What the page must know: whose repository, which branch, and which folders in it."""

    repo: str
    """`owner/name` on GitHub."""
    tak: str
    huis: str
    blog: str
    naam: str
    """The name of the site."""
    beeldmerk: Path | None = None
    """Where the mark of the organisation lies, to be recognised by."""


def instelling(beheer: Beheer) -> Instelling:
    """All settings: what the editor reads, and under `vormen` what our own format reads."""
    enkel = [s for s in soorten().values() if s.enkel]
    return {
        "cms": {
            "load_config_file": False,
            "app_title": f"Beheer van {beheer.naam}",
            **({"logo": {"src": _als_adres(beheer.beeldmerk)}} if beheer.beeldmerk else {}),
            "backend": {
                "name": "github",
                "repo": beheer.repo,
                "branch": beheer.tak,
                "auth_methods": ["token"],
                "commit_messages": {
                    "create": "{{collection}}: {{slug}} erbij",
                    "update": "{{collection}}: {{slug}} bijgewerkt",
                    "delete": "{{collection}}: {{slug}} weg",
                    "uploadMedia": "Beeld erbij: {{path}}",
                    "deleteMedia": "Beeld weg: {{path}}",
                },
            },
            "media_folder": beheer.huis,
            "public_folder": "",
            "media_libraries": {
                "default": {"config": {"slugify_filename": True}},
                "stock_assets": {"providers": []},
            },
            "editor": {"preview": False},
            "show_preview_links": False,
            "output": {"omit_empty_optional_fields": True},
            "slug": {"encoding": "ascii", "clean_accents": True, "lowercase": True},
            "collections": [
                *(
                    _verzameling(beheer, s.naam, s.klasse)
                    for s in soorten().values()
                    if not s.enkel
                ),
                _stukken(beheer),
            ],
            "singletons": [
                {
                    "name": s.naam,
                    "label": s.klasse.naam_van_soort.enkelvoud.capitalize(),
                    "file": f"{beheer.huis}/{s.naam}.yml",
                    "format": formaat(s.naam),
                    "media_folder": "",
                    "public_folder": "",
                    "fields": [_veld(v) for v in velden_van(s.klasse)],
                }
                for s in enkel
            ],
        },
        "vormen": {
            **{formaat(s.naam): _vormen(s.klasse) for s in soorten().values()},
            formaat(BLOG): _vormen(BerichtIntern),
        },
    }


def _als_adres(beeld: Path) -> str:
    """A picture as an address that holds the picture itself."""
    soort = "svg+xml" if beeld.suffix.lower() == ".svg" else beeld.suffix.lower().strip(".")
    inhoud = base64.b64encode(beeld.read_bytes()).decode()
    return f"data:image/{soort.replace('jpg', 'jpeg')};base64,{inhoud}"


def formaat(soort: str) -> str:
    """The name of the format in which a kind is written: one each, for each has its own fields.

    The editor lets a Markdown file only have a format whose name ends so.
    """
    return "stuk-frontmatter" if soort == BLOG else f"huis-{soort}"


def _verzameling(beheer: Beheer, soort: str, klasse: type[Ding]) -> Instelling:
    velden = velden_van(klasse)
    naam = naamveld(velden)
    return {
        "name": soort,
        "label": soort.capitalize(),
        "label_singular": klasse.naam_van_soort.enkelvoud,
        "folder": f"{beheer.huis}/{soort}",
        "extension": "yml",
        "format": formaat(soort),
        "media_folder": "",
        "public_folder": "",
        "identifier_field": naam,
        "summary": f"{{{{{naam}}}}}",
        "sortable_fields": [naam],
        "slug": _slug(naam),
        "fields": [_veld(v) for v in velden],
    }


def _slug(naam: str) -> Instelling:
    return {
        "template": f"{{{{{naam}}}}}",
        "editable": ["create"],
        "hint": "De naam van het bestand. Wordt het adres van de pagina en blijft daarna zo.",
        "pattern": ID_PATROON,
    }


def _stukken(beheer: Beheer) -> Instelling:
    velden = velden_van(BerichtIntern)
    return {
        **_verzameling(beheer, BLOG, BerichtIntern),
        "label": "Stukken",
        "folder": beheer.blog,
        "extension": "md",
        "summary": "{{titel}}",
        "sortable_fields": {
            "fields": ["datum", "titel"],
            "default": {"field": "datum", "direction": "descending"},
        },
        # The words above the overview lie in the same folder, and are no post.
        "filter": {"field": "datum", "pattern": "[0-9]"},
        "fields": [_veld(v) for v in velden],
    }


def naamveld(velden: Iterable[Veld]) -> str:
    """The field by which people know a thing: its first required line of text."""
    return next(v.sleutel for v in velden if v.verplicht and v.vorm is Vorm.REGEL)


def _veld(veld: Veld) -> Instelling:
    """A field as the editor shows it."""
    uit: Instelling = {
        "name": veld.sleutel,
        "label": veld.label,
        "hint": hulp(veld),
        "required": veld.verplicht,
        **_vak(veld),
    }
    if veld.lijst and veld.verplicht:
        uit["min"] = 1
    return uit


def hulp(veld: Veld) -> str:
    """What stands below a field: what it is for, and what else staff must know of it."""
    delen = [veld.uitleg]
    if veld.standaard is not None:
        delen.append(f"Laat u het leeg, dan geldt: {veld.standaard}.")
    if veld.vorm is Vorm.OPMAAK:
        delen.append("Een lege regel begint een nieuwe alinea.")
    if veld.intern and "nooit op de site" not in veld.uitleg:
        delen.append("Intern: komt nooit op de site.")
    return " ".join(delen)


def _vak(veld: Veld) -> Instelling:
    """In what kind of box a field is filled in."""
    if veld.vorm is Vorm.VERWIJZING:
        return {**_keuze_uit(veld), "multiple": veld.lijst}
    if veld.vorm is Vorm.KEUZE:
        leeg = [] if veld.verplicht or veld.lijst else [{"label": "(niet ingevuld)", "value": ""}]
        opties = [{"label": k.replace("_", " "), "value": k} for k in veld.keuzes]
        return {"widget": "select", "options": [*leeg, *opties], "multiple": veld.lijst}
    if veld.vorm is Vorm.GROEP:
        velden = [_veld(v) for v in veld.velden]
        if not veld.lijst:
            return {"widget": "object", "fields": velden}
        regels = [v.sleutel for v in veld.velden if v.vorm is Vorm.REGEL]
        samen = {"summary": f"{{{{{regels[0]}}}}}"} if regels else {}
        return {"widget": "list", "fields": velden, "label_singular": veld.label, **samen}
    if veld.vorm is Vorm.TABEL:
        return _tabel(veld)
    if veld.lijst:
        delen = {"name": "deel", "label": veld.label, "required": True, **_enkel(veld)}
        return {"widget": "list", "field": delen, "label_singular": veld.label}
    return _enkel(veld)


def _keuze_uit(veld: Veld) -> Instelling:
    assert veld.soort is not None
    naam = naamveld(velden_van(soorten()[veld.soort].klasse))
    return {
        "widget": "relation",
        "collection": veld.soort,
        "value_field": "{{slug}}",
        "display_fields": [naam],
        "search_fields": [naam],
    }


def _tabel(veld: Veld) -> Instelling:
    """A field for each name when those are known; else a row of names and values."""
    deel = veld.velden[0]
    if not veld.keuzes:
        return {"widget": "keyvalue", "key_label": "Naam", "value_label": "Waarde"}
    velden = [
        {"name": k, "label": k.capitalize(), "required": False, **_enkel(deel)} for k in veld.keuzes
    ]
    return {"widget": "object", "fields": velden}


def _enkel(veld: Veld) -> Instelling:
    """A box for one value."""
    if veld.vorm is Vorm.OPMAAK:
        return {"widget": "text"}
    if veld.vorm in {Vorm.BEELD, Vorm.LETTER}:
        beeld = veld.vorm is Vorm.BEELD
        return {
            "widget": "image" if beeld else "file",
            "media_folder": "",
            "public_folder": "",
            "choose_url": False,
            "accept": _BEELDEN if beeld else ".woff2",
        }
    eis = VORMEN[veld.vorm]
    uit: Instelling = {"widget": "string", "use_emoji_autocomplete": False}
    if "pattern" in eis:
        uit["pattern"] = [f"^$|{eis['pattern']}", eis["errorMessage"]]
    return uit


def _vormen(klasse: type[Ding]) -> Mapping[str, Any]:
    """The tree of fields as our format needs it, in the order of the model."""
    return {v.sleutel: _vorm(v, klasse) for v in velden_van(klasse)}


def _vorm(veld: Veld, klasse: type[Ding] | None = None) -> Instelling:
    uit: Instelling = {}
    if veld.los:
        uit["los"] = True
    if veld.vorm is Vorm.GROEP:
        uit["velden"] = {v.sleutel: _vorm(v) for v in veld.velden}
    elif veld.vorm is Vorm.TABEL:
        uit["vrij"] = True
    elif veld.vorm is Vorm.OPMAAK:
        uit["opmaak"] = True
    if veld.kort_woord and klasse is not None:
        uit["kort"] = {veld.kort_woord: betekenis(klasse, veld)}
    return uit
