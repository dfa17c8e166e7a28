"""Pages: the public house → pages and files, free of any engine.

`maak_site` is the only door; each module beside it makes the pages of one kind.
"""

from .pagina import Feed, Kruimel, Pagina
from .schil import Schil
from .site import Site, maak_site

__all__ = ["Feed", "Kruimel", "Pagina", "Schil", "Site", "maak_site"]
