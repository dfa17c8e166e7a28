"""What a page shows when somebody shares it: its own headline, in the house."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..output.cache import Cache
from ..output.share_image import ShareStyle, ShareText, make_share_images
from ..output.site_images import Images
from .page import Page


def with_share_images(
    pages: Sequence[Page], style: ShareStyle, images: Images, cache: Cache
) -> list[Page]:
    """The same pages, each with the picture of its share words; words that cannot be set at all
    have none."""
    texts = [page.share or ShareText(page.title) for page in pages]
    return [
        page if made is None else replace(page, share_image=made[1], files=(*page.files, made[0]))
        for page, made in zip(
            pages, make_share_images(texts, style, cache, images.contents), strict=True
        )
    ]
