"""A search that knows Dutch: documents → the files that a browser searches in.

It knows words and weights, and nothing of a house or a page. What is said in a browser
(`theme/assets/zoek*.js`) reads these files.
"""

from .index import ADDRESS, TEXTS_ADDRESS, Document, Weight, index_files
from .words import fold, words_in

__all__ = [
    "ADDRESS",
    "TEXTS_ADDRESS",
    "Document",
    "Weight",
    "fold",
    "index_files",
    "words_in",
]
