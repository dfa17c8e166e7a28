"""The public house as data for others: all of it in one file, its services as directories of
services keep them (HSDS), its brand as design programs read it."""

from .brand import TOKENS, tokens_json
from .house import FORMAT, VERSION, HouseWriter, house_json
from .house_schema import house_schema
from .hsds import HSDS_VERSION, Directory, hsds_files

__all__ = [
    "FORMAT",
    "HSDS_VERSION",
    "TOKENS",
    "VERSION",
    "Directory",
    "HouseWriter",
    "house_json",
    "house_schema",
    "hsds_files",
    "tokens_json",
]
