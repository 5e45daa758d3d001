"""Makes the demo's pictures, several at a time, and stores each of them once."""

import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context

from django.core.files.base import ContentFile
from wagtail.models import Collection

from home.demo.content import KIMS
from home.demo.content.hubs import HUBS
from home.demo.jpeg import paint_jpeg
from kim_sites.models import KimImage
from kim_sites.services.cards import CARD_SIZES, build_card


def pictures_of(item) -> list[tuple[str, int]]:
    """Every picture named anywhere in a piece of the content, in the order in which it is needed."""
    if isinstance(item, dict):
        own = [(item["scene"], item["seed"])] if "scene" in item else []
        return own + [found for value in item.values() for found in pictures_of(value)]
    if isinstance(item, (list, tuple)):
        return [found for value in item for found in pictures_of(value)]
    return []


class Painter:
    """Paints ahead on all cores while the pages are written. Use it as a context manager."""

    def __init__(self, progress: Callable[[str], None]):
        self.progress = progress
        self.jobs: dict[tuple[str, int], Future] = {}

    def __enter__(self) -> "Painter":
        # Fresh processes: a fork would share the database connection.
        self.pool = ProcessPoolExecutor(max_workers=os.cpu_count() or 1, mp_context=get_context("spawn"))
        if not KimImage.objects.filter(collection__kim__slug=KIMS[-1]["slug"]).exists():
            for picture in pictures_of([HUBS, KIMS]):
                self._submit(*picture)
        return self

    def __exit__(self, *args) -> None:
        self.pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, scene: str, seed: int) -> Future:
        key = (scene, seed)
        if key not in self.jobs:
            self.jobs[key] = self.pool.submit(paint_jpeg, scene, seed)
        return self.jobs[key]

    def prepare(self, item: dict, collection: Collection, card_sizes=CARD_SIZES) -> None:
        """Store every picture named in a piece of the content, with the sizes of its card.

        Done ahead of the pages and each by itself, so that no transaction stays open while pictures are worked on: on
        SQLite nobody else could write meanwhile.
        """
        for scene, seed in pictures_of(item):
            build_card(self.image({"scene": scene, "seed": seed, "alt": scene}, collection, scene), "", card_sizes)

    def image(self, picture: dict, collection: Collection, title: str) -> KimImage:
        """The stored picture of one entry of the content; made at most once for a collection."""
        name = f"{picture['scene']}-{picture['seed']}"
        image = KimImage.objects.filter(collection=collection, file__contains=f"/{name}-").first()
        if image is None:
            data = self._submit(picture["scene"], picture["seed"]).result()
            return KimImage.objects.create(
                title=title[:255],
                collection=collection,
                file=ContentFile(data, name=f"{name}.jpg"),
                credit="Ilustrasi demo",
            )
        if title != image.title and title != picture["scene"]:
            KimImage.objects.filter(pk=image.pk).update(title=title[:255])
        return image

    def logo(self, seed: int, accent: str, collection: Collection, title: str) -> KimImage:
        """A KIM's emblem in its accent colour."""
        from home.demo.pictures import paint_logo

        buffer = BytesIO()
        paint_logo(seed, accent, 256).save(buffer, "PNG")
        return KimImage.objects.create(
            title=title[:255], collection=collection, file=ContentFile(buffer.getvalue(), name=f"logo-{seed}.png")
        )
