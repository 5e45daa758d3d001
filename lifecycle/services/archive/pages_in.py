"""Pages from an archive: first the bare tree, so that every page has a key, then the contents that refer to them."""

import uuid
from collections.abc import Iterator
from functools import partial

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.validators import validate_slug
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.models import Locale, Page, PageViewRestriction, Revision

from kim_sites.models import Kim, KimHomePage, KimPage
from kim_sites.services.provisioning import SOURCE_LANGUAGE
from lifecycle.services.archive import layout
from lifecycle.services.archive.layout import ArchiveError
from lifecycle.services.archive.reader import ArchiveReader, unreadable
from lifecycle.services.archive.records_in import Keys, groups_of
from lifecycle.services.archive.references import DERIVED, Walk


def page_models() -> dict[str, type[KimPage]]:
    """The types of pages that a KIM may have, by the name that the archive gives them."""
    return {model._meta.label_lower: model for model in apps.get_models() if issubclass(model, KimPage)}


class PagesIn:
    """Writes the pages of one KIM below a hub. Runs inside the one transaction of a restore."""

    def __init__(self, reader: ArchiveReader, kim: Kim, keys: Keys, old_slug: str):
        self.reader, self.kim, self.keys, self.old_slug = reader, kim, keys, old_slug
        self.models = page_models()
        self.locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self.walk = Walk(keys.turn, inward=True)
        self.homes: list[KimHomePage] = []
        self.translation_keys: dict[str, object] = {}

    def rows(self) -> Iterator[dict]:
        """The pages of the archive."""
        return self.reader.rows(layout.PAGES)

    def tree(self, hub: Page) -> None:
        """Put all pages in their places, empty and hidden. Raises ArchiveError for a tree that can't be."""
        keys = [str(row["translation_key"]) for row in self.rows()]
        if Page.objects.filter(translation_key__in=keys).exists():
            # The KIM stands here already under another address: a copy of its own ties.
            self.translation_keys = {key: uuid.uuid4() for key in keys}
        for row in self.rows():
            self._plant(row, hub)
        if not self.homes or self.homes[0].locale.language_code != SOURCE_LANGUAGE:
            raise unreadable(layout.PAGES)

    def _plant(self, row: dict, hub: Page) -> None:
        model, name = self.models.get(str(row["type"])), str(row["id"])
        locale = self.locales.get(str(row["language"]))
        if locale is None:
            raise ArchiveError(
                _("This export has pages in a language that this portal does not have: %(language)s.")
                % {"language": row["language"]}
            )
        is_home = row["parent"] is None
        if model is None or name in self.keys.own or is_home != (model is KimHomePage):
            raise unreadable(layout.PAGES)
        if is_home:
            parent = _in_language(hub, locale)
            if any(home.locale_id == locale.pk for home in self.homes):
                raise unreadable(layout.PAGES)
        else:
            parent = Page.objects.get(pk=self.keys.own[str(row["parent"])])
            if model not in parent.specific_class.allowed_subpage_models():
                raise unreadable(layout.PAGES)
        slug = self._slug(row, parent)
        key = str(row["translation_key"])
        page = model(
            title=str(row["fields"]["title"])[:255],
            slug=slug,
            locale=locale,
            translation_key=self.translation_keys.get(key, key),
            kim=self.kim,
            live=False,
        )
        # What the page's own `save` does beyond Wagtail's comes when the contents are there: see `restore.finish`.
        page.save = partial(Page.save, page, clean=False)
        parent.add_child(instance=page)
        del page.save
        self.keys.own[name] = page.pk
        if is_home:
            self.homes.append(page)

    def _slug(self, row: dict, parent: Page) -> str:
        slug = str(row["fields"]["slug"])
        validate_slug(slug)
        if row["parent"] is None and slug == self.old_slug:
            slug = self.kim.slug
        if Page.objects.child_of(parent).filter(slug=slug).exists():
            if row["parent"] is not None:
                raise unreadable(layout.PAGES)
            slug = self.kim.slug
        return slug

    def contents(self, tell=lambda done: None) -> None:
        """Fill the pages, with their drafts and the rules that close them."""
        aliases, closed = {}, []
        for done, row in enumerate(self.rows(), 1):
            page = Page.objects.get(pk=self.keys.own[str(row["id"])]).specific
            self._fill(page, row)
            if row["alias_of"]:
                aliases[page.pk] = self.keys.own[str(row["alias_of"])]
            if self._close(page, row.get("privacy", [])):
                closed.append(page.path)
            tell(done)
        for key, source in aliases.items():
            Page.objects.filter(pk=key).update(alias_of_id=source)
        for path in closed:
            for model in self.models.values():
                model.objects.filter(path__startswith=path).update(is_private=True)

    def _fill(self, page: KimPage, row: dict) -> None:
        model = type(page)
        bare = page.serializable_data()
        numbers: dict[str, list] = {}
        children = self._children(model, row["children"], page.pk, numbers)
        values = self.walk.fields(model, row["fields"])
        filled = model.from_serializable_data({**bare, **values, **children, "slug": page.slug}, check_fks=False)
        filled.latest_revision = filled.live_revision = None
        Page.save(filled, clean=False)
        child_keys = {
            name: dict(zip(numbers[name], [child.pk for child in getattr(filled, name).all()], strict=True))
            for name in numbers
        }
        stored = filled.serializable_data()
        kept = {}
        for item in row["revisions"]:
            revision = self._revision(filled, item, stored, child_keys)
            kept |= {"latest_revision": revision} if item["is_latest"] else {}
            kept |= {"live_revision": revision} if item["is_live"] else {}
        if kept:
            Page.objects.filter(pk=page.pk).update(**kept)

    def _children(self, model, data: dict, page_key: int, numbers: dict[str, list]) -> dict:
        """The children as rows to be made; one that can't be without what is missing is left out."""
        turned = self.walk.children(model, data, lambda _relation, number: number)
        result = {}
        for relation in get_all_child_relations(model):
            name = relation.get_accessor_name()
            if name not in turned:
                continue
            rows = [row for row in turned[name] if _is_complete(relation, row)]
            numbers[name] = [row["pk"] for row in rows]
            result[name] = [{**row, "pk": None, relation.field.name: page_key} for row in rows]
        return result

    def _revision(self, page: KimPage, item: dict, stored: dict, child_keys: dict) -> Revision:
        model = type(page)
        fields = self.walk.fields(model, item["fields"])
        if fields.get("slug") == self.old_slug and isinstance(page, KimHomePage):
            fields["slug"] = page.slug
        children = self.walk.children(
            model, item["children"], lambda relation, number: child_keys.get(relation, {}).get(number)
        )
        parents = {relation.get_accessor_name(): relation for relation in get_all_child_relations(model)}
        for name, rows in children.items():
            relation = parents[name]
            children[name] = [{**row, relation.field.name: page.pk} for row in rows if _is_complete(relation, row)]
        derived = {name: value for name, value in stored.items() if name in DERIVED}
        revision = Revision(
            content_type=page.content_type,
            base_content_type=ContentType.objects.get_for_model(Page),
            object_id=str(page.pk),
            object_str=str(page),
            created_at=item["created_at"],
            approved_go_live_at=item["approved_go_live_at"],
            user_id=self.keys.turn(_user_model(), item["by"]),
            content={**fields, **children, **derived},
        )
        model.from_serializable_data(revision.content, check_fks=False)  # it must be possible to open it
        revision.save()
        return revision

    def _close(self, page: KimPage, rules: list[dict]) -> bool:
        """The rules on a page, written without waking those who listen: the page is saved once more anyway."""
        for rule in rules:
            made = PageViewRestriction.objects.bulk_create(
                [PageViewRestriction(page_id=page.pk, restriction_type=rule["type"], password=rule["password"])]
            )
            made[0].groups.set(groups_of(self.kim, rule["roles"]))
        return bool(rules)


def _is_complete(relation, row: dict) -> bool:
    needed = [
        field.name
        for field in relation.related_model._meta.concrete_fields
        if field.many_to_one and not field.null and field.name != relation.field.name
    ]
    return all(row.get(name) is not None for name in needed)


def _in_language(hub: Page, locale: Locale) -> Page:
    """The hub in a language; copied as an alias if it is not there, as the translation of a page below it would do."""
    if hub.locale_id == locale.pk:
        return Page.objects.get(pk=hub.pk)
    found = hub.get_translation_or_none(locale)
    if found is None:
        found = hub.specific.copy_for_translation(locale, copy_parents=True, alias=True)
    return Page.objects.get(pk=found.pk)


def _user_model():
    return Revision._meta.get_field("user").related_model
