"""The example house that schemas, forms, new files and the handbook show."""

from .read import EXAMPLE_FOLDER, example_of, example_path, example_text

__all__ = [
    "EXAMPLE_FOLDER",
    "example_of",
    "example_path",
    "example_text",
]
