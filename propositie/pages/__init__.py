"""Pages: the public house → pages and files, free of any engine.

`build_site` is the only door; each module beside it makes the pages of one kind.
"""

from .layout import Layout
from .page import Crumb, Feed, Page
from .site import Site, build_site

__all__ = ["Crumb", "Feed", "Layout", "Page", "Site", "build_site"]
