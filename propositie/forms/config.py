"""The fields of each kind → the settings of the editor in the browser.

Every value is edited as text, so that nothing is turned into what it looks like: `0612345670`
keeps its zero and `9:30` stays a time.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from ..huis import Kind, Thing, kinds, managed_kinds, value_types
from ..huis.berichten import KIND as BERICHTEN
from ..huis.fields import Field, fields_of
from ..huis.paginas import KIND as PAGINAS
from .chapters import chapter_of

Settings: TypeAlias = dict[str, Any]

ID_PATTERN = ["^[a-z0-9]+(-[a-z0-9]+)*$", "Alleen kleine letters a–z, cijfers en streepjes."]
_SUMMED_UP = (value_types.LINE, value_types.DAYS)
"""The first field of such a type tells the parts of a list apart."""
_IMAGE_SUFFIXES = ".jpg,.jpeg,.png,.webp,.svg,.heic,.heif"
"""What can be chosen; a HEIC is turned into a JPEG, or refused with the way out (photos.js)."""


@dataclass(frozen=True, slots=True)
class FormsConfig:
    """What the page must know: whose repository, which branch, and which folders in it."""

    repo: str
    """`owner/name` on GitHub."""
    branch: str
    huis: str
    blog: str
    pages: str
    site_name: str
    """The name of the site."""
    beeldmerk: Path | None = None
    """Where the mark of the organisation lies, to be recognised by."""
    site_url: str | None = None
    """The address of the site, when known: a form leads to its page there."""
    with_drafts: bool = False
    """Whether a change is proposed first, for a colleague to look at."""


def config(forms: FormsConfig) -> Settings:
    """All settings: what the editor reads, and under `inflect` what our own format reads."""
    edited = _in_order([*managed_kinds(), PAGINAS])
    return {
        "cms": {
            "load_config_file": False,
            "app_title": f"Beheer van {forms.site_name}",
            **({"logo": {"src": _data_url(forms.beeldmerk)}} if forms.beeldmerk else {}),
            "backend": {
                "name": "github",
                "repo": forms.repo,
                "branch": forms.branch,
                "auth_methods": ["token"],
                "commit_messages": {
                    "create": "{{collection}}: {{slug}} erbij",
                    "update": "{{collection}}: {{slug}} bijgewerkt",
                    "delete": "{{collection}}: {{slug}} weg",
                    "uploadMedia": "Beeld erbij: {{path}}",
                    "deleteMedia": "Beeld weg: {{path}}",
                },
            },
            "media_folder": forms.huis,
            "public_folder": "",
            "media_libraries": {
                "default": {"config": {"slugify_filename": True, "transformations": _SMALLER}},
                "stock_assets": {"providers": []},
            },
            "editor": {"preview": False},
            **({"site_url": forms.site_url} if forms.site_url else {}),
            "show_preview_links": bool(forms.site_url),
            **({"publish_mode": "editorial_workflow"} if forms.with_drafts else {}),
            "output": {"omit_empty_optional_fields": True},
            "slug": {"encoding": "ascii", "clean_accents": True, "lowercase": True},
            "collections": [_collection(forms, s) for s in edited if not s.is_single],
            "singletons": [
                {
                    "name": s.name,
                    "label": s.singular.capitalize(),
                    "file": f"{forms.huis}/{s.name}.yml",
                    "format": format_name(s),
                    "media_folder": "",
                    "public_folder": "",
                    "fields": _fields(s),
                }
                for s in edited
                if s.is_single
            ],
        },
        "vormen": {format_name(s): _format_fields(s.model) for s in edited},
        "soorten": {
            s.name if s.is_single else s.folder_name: {
                "vorm": format_name(s),
                "hulp": chapter_of(s),
            }
            for s in edited
        },
    }


_WEEK = ("medewerkers", "diensten", "berichten", "paginas", "locaties")
"""What staff change most: these come first."""
_SMALLER = {"raster_image": {"format": "webp", "quality": 90, "width": 2400, "height": 2400}}
"""What becomes of a photo before it is sent: smaller, and without where it was taken."""


def _in_order(edited: Sequence[Kind]) -> list[Kind]:
    """The kinds as the week asks for them; the others as they were."""
    first = [kind for name in _WEEK for kind in edited if kind.name == name]
    return [*first, *(kind for kind in edited if kind not in first)]


def _data_url(image: Path) -> str:
    """A picture as an address that holds the picture itself."""
    kind = "svg+xml" if image.suffix.lower() == ".svg" else image.suffix.lower().strip(".")
    content = base64.b64encode(image.read_bytes()).decode()
    return f"data:image/{kind.replace('jpg', 'jpeg')};base64,{content}"


def format_name(kind: Kind) -> str:
    """The name of the format in which a kind is written: one each, for each has its own fields.

    The editor lets a Markdown file only have a format whose name ends so.
    """
    return f"{kind.singular}-frontmatter" if kind.is_markdown else f"huis-{kind.name}"


_NAME_FROM_TEXT = 30
"""Characters of a text that become the name of a file, where a thing has no name of its own."""


def _collection(forms: FormsConfig, kind: Kind) -> Settings:
    name = kind.naming or next(iter(kind.form_order))
    result: Settings = {
        "name": kind.folder_name,
        "label": kind.plural.capitalize(),
        "label_singular": kind.singular.capitalize(),
        "folder": f"{forms.huis}/{kind.name}",
        "extension": "yml",
        "format": format_name(kind),
        "media_folder": "",
        "public_folder": "",
        "identifier_field": name,
        "summary": f"{{{{{name}}}}}",
        "sortable_fields": [name],
        "slug": _slug(name if kind.naming else f"{name} | truncate({_NAME_FROM_TEXT})"),
        "fields": _fields(kind),
    }
    if kind.has_pages:
        result["preview_path"] = f"{kind.address}/{{{{slug}}}}/"
    if kind is PAGINAS:
        return {**result, "folder": forms.pages, "extension": "md", "preview_path": "{{slug}}/"}
    return {**result, **_of_berichten(forms)} if kind is BERICHTEN else result


def _fields(kind: Kind) -> list[Settings]:
    """The fields of a form: what staff change most comes first."""
    fields = {field.key: field for field in fields_of(kind.model)}
    first = [fields.pop(key) for key in kind.form_order]
    return [_field(field) for field in (*first, *fields.values())]


def form_of(kind: Kind, id_: str) -> str:
    """Where the form of a thing is, behind the address of the page with forms; empty when it has
    none: a page in a folder of its own."""
    if "/" in id_:
        return ""
    collection = "_singletons" if kind.is_single else kind.folder_name
    return f"#/collections/{collection}/entries/{id_}"


def _slug(name: str) -> Settings:
    return {
        "template": f"{{{{{name}}}}}",
        "editable": ["create", "update"],
        "hint": "Zo heet het in het adres van de pagina. Verandert u het, dan leidt het oude adres "
        "naar het nieuwe.",
        "pattern": ID_PATTERN,
    }


def _of_berichten(forms: FormsConfig) -> Settings:
    """What is otherwise for posts: the newest come first."""
    return {
        "folder": forms.blog,
        "extension": "md",
        "sortable_fields": {
            "fields": ["datum", "titel"],
            "default": {"field": "datum", "direction": "descending"},
        },
        # The words above the overview lie in the same folder, and are no post.
        "filter": {"field": "datum", "pattern": "[0-9]"},
    }


def _field(field: Field) -> Settings:
    """A field as the editor shows it."""
    result: Settings = {
        "name": field.key,
        "label": field.label,
        "hint": hint(field),
        "required": field.required,
        **_widget(field),
    }
    if field.is_list and field.required:
        result["min"] = 1
    return result


def hint(field: Field) -> str:
    """What stands below a field: what it is for, and what else staff must know of it."""
    parts = [field.explanation]
    if field.default is not None:
        parts.append(f"Laat u het leeg, dan geldt: {field.default}.")
    if field.value_type is value_types.MARKUP:
        parts.append("Een lege regel begint een nieuwe alinea.")
    if field.is_internal and "nooit op de site" not in field.explanation:
        parts.append("Intern: komt nooit op de site.")
    return " ".join(parts)


def _widget(field: Field) -> Settings:
    """In what kind of box a field is filled in."""
    if field.kind is not None:
        return {**_choice_from(field), "multiple": field.is_list}
    if field.value_type is value_types.CHOICE:
        empty = (
            [] if field.required or field.is_list else [{"label": "(niet ingevuld)", "value": ""}]
        )
        options = [{"label": k.replace("_", " "), "value": k} for k in field.choices]
        return {"widget": "select", "options": [*empty, *options], "multiple": field.is_list}
    if field.value_type is value_types.GROUP:
        if field.named is not None:
            return {"widget": "hidden"}  # names of one's own: it stays as it stands
        fields = [_field(v) for v in field.fields]
        if not field.is_list:
            return {"widget": "object", "fields": fields}
        lines = [v.key for v in field.fields if v.value_type in _SUMMED_UP]
        summary = {"summary": f"{{{{{lines[0]}}}}}"} if lines else {}
        return {"widget": "list", "fields": fields, "label_singular": _one_of(field), **summary}
    if field.value_type is value_types.TABLE:
        return _table(field)
    if field.is_list:
        parts = {"name": "deel", "label": field.label, "required": True, **_single(field)}
        return {"widget": "list", "field": parts, "label_singular": _one_of(field)}
    return _single(field)


_ONE = {
    "aanbevelingen": "Aanbeveling", "afgelast": "Afgelasting", "afspraken": "Afspraak",
    "behalve": "Dag", "bestuur": "Bestuurder", "bewijs": "Bewijs", "bezoeken": "Bezoek",
    "dag": "Dag", "datum": "Dag", "deskundig_in": "Onderwerp", "gesloten": "Sluiting",
    "klantvragen": "Klantvraag", "levensgebeurtenissen": "Gebeurtenis", "op": "Dag",
    "openingstijden": "Tijd", "plaatsen": "Plaats", "postcodes": "Postcode", "prijzen": "Prijs",
    "producten": "Product", "schrijft": "Stuk", "talen": "Taal", "te_vinden": "Plek",
    "verrassingen": "Verrassing", "wanneer": "Tijd", "werkgebied": "Plaats",
    "zoekwoorden": "Zoekwoord",
}  # fmt: skip
"""How one part of a list is called, where its key is the word for many or no noun at all."""


def _one_of(field: Field) -> str:
    """What is added to a list with the button below it."""
    return _ONE.get(field.key, "Iets")


def _choice_from(field: Field) -> Settings:
    assert field.kind is not None
    name = kinds()[field.kind].naming
    return {
        "widget": "relation",
        "collection": field.kind,
        "value_field": "{{slug}}",
        "display_fields": [name],
        "search_fields": [name],
    }


def _table(field: Field) -> Settings:
    """A field for each name when those are known; else a row of names and values."""
    part = field.fields[0]
    if not field.choices and (part.fields or part.is_list):
        return {"widget": "hidden"}  # the editor has no box for it: it stays as it stands
    if not field.choices:
        return {"widget": "keyvalue", "key_label": "Naam", "value_label": "Waarde"}
    fields = [
        {"name": k, "label": k.capitalize(), "required": False, **_widget(part)}
        for k in field.choices
    ]
    return {"widget": "object", "fields": fields}


def _single(field: Field) -> Settings:
    """A box for one value."""
    if field.value_type.box == "text":
        return {"widget": "text"}
    if field.value_type.box in {"image", "file"}:
        image = field.value_type.box == "image"
        return {
            "widget": "image" if image else "file",
            "media_folder": "",
            "public_folder": "",
            "choose_url": False,
            "accept": _IMAGE_SUFFIXES if image else ".woff2",
        }
    requirement = field.value_type.schema or {}
    result: Settings = {"widget": "string", "use_emoji_autocomplete": False}
    if "pattern" in requirement:
        result["pattern"] = [f"^$|{requirement['pattern']}", requirement["errorMessage"]]
    return result


def _format_fields(class_: type[Thing]) -> Mapping[str, Any]:
    """The tree of fields as our format needs it, in the order of the model."""
    return {v.key: _format_field(v, class_) for v in fields_of(class_)}


def _format_field(field: Field, class_: type[Thing] | None = None) -> Settings:
    result: Settings = {"naam": field.label} if field.key else {}
    if field.can_be_single:
        result["los"] = True
    if field.named is not None:
        result |= {"vrij": True, "blijft": True, "deel": _format_field(field.named)}
    elif field.value_type is value_types.GROUP:
        result["velden"] = {v.key: _format_field(v) for v in field.fields}
    elif field.value_type is value_types.TABLE:
        result |= {"vrij": True, "deel": _format_field(field.fields[0])}
    elif field.value_type.box == "text":
        result["opmaak"] = True
    elif field.value_type in value_types.DATES:
        result["datum"] = True
    requirement = field.value_type.schema or {}
    if "pattern" in requirement:
        result |= {"patroon": requirement["pattern"], "melding": requirement["errorMessage"]}
    if field.bounds_in_words and not field.is_list:
        limits = {"van": field.minimum, "tot": field.maximum}
        result["grenzen"] = {**limits, "melding": field.bounds_in_words}
    if field.text_key:
        result["tekst"] = field.text_key
    return result
