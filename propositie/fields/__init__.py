"""What staff fill in: each field with its label, help, form and example, read from the models.

Schemas, forms, templates of new files and the handbook all start here, so that a field is
described once: in its model.
"""

from .example import EXAMPLE_FOLDER, example_of, example_path, example_text
from .field import Field, FieldType, fields_of

__all__ = [
    "EXAMPLE_FOLDER",
    "Field",
    "FieldType",
    "example_of",
    "example_path",
    "example_text",
    "fields_of",
]
