"""Pages: the public house → pages and files, free of any engine.

`build_site` makes a whole site as data, `Documents` a page of it into what is written; each other
module makes the pages of one kind.
"""

from .document import FREE, OWN_WORDS, Documents
from .layout import Layout, MenuItem, Script
from .page import Crumb, Feed, Page
from .plan import PagePlan
from .searching import search_files
from .site import Site, SitePlan, build_site, plan_site, ready

__all__ = [
    "FREE",
    "OWN_WORDS",
    "Crumb",
    "Documents",
    "Feed",
    "Layout",
    "MenuItem",
    "Page",
    "PagePlan",
    "Script",
    "Site",
    "SitePlan",
    "build_site",
    "plan_site",
    "ready",
    "search_files",
]
