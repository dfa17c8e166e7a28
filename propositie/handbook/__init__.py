"""The handbook for staff: Markdown chapters that read well on GitHub, and their pages as HTML.

What is made in them (fields, examples, codes, commands) stands between markers and comes from
`scripts/handbook.py`; a test fails when it is stale.
"""

from .handbook_pages import HANDBOOK_ADDRESS, HandbookPage, address_of_code, handbook_pages, images

__all__ = ["HANDBOOK_ADDRESS", "HandbookPage", "address_of_code", "handbook_pages", "images"]
