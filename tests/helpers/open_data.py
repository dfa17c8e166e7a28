"""Reading the files of open data, and holding them to a schema with every format looked at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from jsonschema import Draft202012Validator, FormatChecker

from helpers.build import DAY
from helpers.site import plan_house
from propositie.pages.data import FILES, data_files

HSDS_SCHEMA = Path(__file__).parents[1] / "fixtures/hsds.schema.json"
FORMATS = FormatChecker(formats=())
"""Looks at every format that our schemas name; one that nobody looks at proves nothing."""
_URI = re.compile(r"[a-z][a-z0-9+.-]*://[!-~]+")


@FORMATS.checks("date", raises=ValueError)
def _is_date(value: object) -> bool:
    return date.fromisoformat(str(value)).isoformat() == value


@FORMATS.checks("uuid", raises=ValueError)
def _is_uuid(value: object) -> bool:
    return str(UUID(str(value))) == value


@FORMATS.checks("uri", raises=ValueError)
def _is_uri(value: object) -> bool:
    return bool(_URI.fullmatch(str(value))) and bool(urlsplit(str(value)).netloc)


@FORMATS.checks("iri", raises=ValueError)
def _is_iri(value: object) -> bool:
    return bool(urlsplit(str(value)).netloc) and " " not in str(value)


@FORMATS.checks("iri-reference", raises=ValueError)
def _is_reference(value: object) -> bool:
    return urlsplit(str(value)) is not None and " " not in str(value)


@FORMATS.checks("email")
@FORMATS.checks("idn-email")
def _is_email(value: object) -> bool:
    return bool(re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", str(value)))


def faults(data: object, schema: Mapping[str, Any]) -> list[str]:
    """What of `data` is not as a schema says, with the way to it."""
    Draft202012Validator.check_schema(schema)
    assert formats_in(schema) <= set(FORMATS.checkers)
    found = Draft202012Validator(schema, format_checker=FORMATS).iter_errors(data)
    return [f"{error.json_path}: {error.message[:300]}" for error in found]


def formats_in(schema: object) -> set[str]:
    """Every format that a schema names."""
    if isinstance(schema, dict):
        own = {schema["format"]} if isinstance(schema.get("format"), str) else set()
        return own.union(*map(formats_in, schema.values()))
    return set().union(*map(formats_in, schema)) if isinstance(schema, list) else set()


def raw_files(
    huis_folder: Path, site_url: str | None = None, on_date: date = DAY
) -> Mapping[str, bytes]:
    """The files of open data of a house, by their address; no page is made for it."""
    builder = plan_house(huis_folder, site_url, on_date).builder
    assert builder is not None
    return {file.address: file.content for file in data_files(builder, [])}


def files_of_house(
    huis_folder: Path, site_url: str | None = None, on_date: date = DAY
) -> Mapping[str, Any]:
    """The same, by their key, read."""
    raw = raw_files(huis_folder, site_url, on_date)
    return {key: json.loads(raw[address]) for key, address in FILES.items()}


def files_of_site(site: Path) -> Mapping[str, Any]:
    """The files of open data of a built site, by their key, read."""
    return {k: json.loads((site / address).read_bytes()) for k, address in FILES.items()}


def records(files: Mapping[str, Any]) -> Mapping[str, Any]:
    """The records of services, as the schema of ours holds them together."""
    return {name: files[name] for name in ("organizations", "services", "service_at_locations")}


def values_in(data: object) -> Iterator[object]:
    """Every value in data, also those that hold others."""
    yield data
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for value in inside:
        yield from values_in(value)
