"""The handbook for staff: Markdown chapters that read well on GitHub, and their pages as HTML.

What is made in them (fields, examples, codes, commands) stands between markers and comes from
`scripts/handboek.py`; a test fails when it is stale.
"""

from .bladzijden import Bladzijde, adres_van_code, beelden, bladzijden

__all__ = ["Bladzijde", "adres_van_code", "beelden", "bladzijden"]
