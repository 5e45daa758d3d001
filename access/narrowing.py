"""Wagtail's listings, filters and histories, narrowed to what the person may see.

Wagtail offers no setting for these, so each is replaced where it is defined, once, when the application starts. Every
replacement asks the stock code for operators and outside of requests. `tests/isolation` undoes them one by one and
sees the leak come back.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from taggit.models import Tag
from wagtail.admin.views.pages.search import page_filter_search
from wagtail.models import Collection, ModelLogEntry, Page, Site, Task, Workflow

from access.filters import ask_for_words, model_of
from access.scope import scope_of
from access.services.current import current_request
from kim_sites.models import KimDocument, KimImage, Officer, Seller

User = get_user_model()
MOST_TAGS = 10
REPLACED: dict[str, tuple] = {}  # by name: where a stock function stood, and the function


def person():
    """Who is asking, if it is somebody to narrow for; None for operators, commands and tasks."""
    user = getattr(current_request(), "user", None)
    return None if user is None or user.is_superuser else user


def own_tags(user, models=(KimImage, KimDocument)):
    """Tags that stand on the person's own pictures and documents."""
    scope = scope_of(user)
    used = Q(pk__in=[])
    for model in models:
        own = scope.media(model, shared=False).values("pk")
        content_type = ContentType.objects.get_for_model(model)
        used |= Q(taggit_taggeditem_items__content_type=content_type, taggit_taggeditem_items__object_id__in=own)
    return Tag.objects.filter(used).distinct()


def narrowed_popular_tags(stock):
    """The most used tags, counted over the person's own media only."""

    def popular_tags(model, count=MOST_TAGS):
        user = person()
        return stock(model, count) if user is None else own_tags(user, [model]).order_by("name")[:count]

    return popular_tags


def people_to_filter_by(user):
    """People of the person's only KIM; None for somebody with several: a list of all would be too long."""
    scope = scope_of(user)
    return User.objects.filter(groups__kim_role__kim__in=scope.kim()).distinct() if scope.has_one_kim else None


def narrow_filters(filterset) -> None:
    """Take out of a form of filters what would name people, sites or workflows of other tenants.

    Operators are asked for words, where Wagtail would list everybody.
    """
    user = getattr(filterset.request, "user", None) or person()
    if user is None:
        return
    if user.is_superuser:
        ask_for_words(filterset)
        return
    for name, item in list(filterset.filters.items()):
        model = model_of(item, filterset.request)
        if model is User:
            item.queryset = item.extra["queryset"] = people_to_filter_by(user)
            if item.queryset is None:
                del filterset.filters[name]
        elif model in (Site, Workflow, Task, Group, Page, Collection):
            del filterset.filters[name]


def narrowed_filterset(stock):
    """What builds every form of filters in the admin, after the filters themselves have been worked out."""

    def get_form_class(self):
        narrow_filters(self)
        return stock(self)

    return get_form_class


def narrowed_model_log(stock):
    """History of everything else: of the person's own records and media. What is gone is in the audit."""

    def viewable_by_user(self, user):
        if user.is_superuser or self.model is not ModelLogEntry:
            return stock(self, user)
        scope = scope_of(user)
        own = {model: model.objects.filter(kim__in=scope.kim()) for model in (Seller, Officer)}
        own |= {model: scope.media(model, shared=False) for model in (KimImage, KimDocument)}
        condition = Q(pk__in=[])
        for model, rows in own.items():
            keys = rows.annotate(key=Cast("pk", CharField())).values("key")
            condition |= Q(content_type=ContentType.objects.get_for_model(model), object_id__in=keys)
        return self.filter(condition)

    return viewable_by_user


def narrowed_page_link(stock):
    """A link to a page."""
    return narrowed_link(stock, Page, {"url": None, "parentId": None})


def narrowed_document_link(stock):
    """A link to a document."""
    return narrowed_link(stock, KimDocument, {"url": None, "filename": ""})


def narrowed_translations(stock):
    """The report of translations: those of the person's own pages."""

    def get_queryset(self):
        rows = stock(self)
        user = self.request.user
        if user.is_superuser:
            return rows.order_by("-pk")
        keys = scope_of(user).pages().values("translation_key")
        return rows.filter(source__object_id__in=keys).order_by("-pk")

    return get_queryset


def narrowed_bulk_listing(stock):
    """What "all" means to a bulk action on pages: all of the person's own."""

    def get_all_objects_in_listing_query(self, parent_id):
        if self.request.user.is_superuser:
            return stock(self, parent_id)
        own = scope_of(self.request.user).pages()
        if parent_id is not None:
            return own.filter(pk__in=list(stock(self, parent_id))).values_list("pk", flat=True)
        query = self.request.GET.get("q", "")
        pages = own.values_list("pk", flat=True)
        return page_filter_search(query, pages)[0].results() if query else pages

    return get_all_objects_in_listing_query


def may_be_shown(instance) -> bool:
    """Whether the title of a chosen object may be shown to whoever is asking."""
    user = person()
    return user is None or scope_of(user).may_choose(instance)


def narrowed_chooser(stock):
    """A field with a chosen object: what is not the person's to choose looks as if nothing were chosen.

    A form that was posted with another tenant's id is shown again, and would give the title away.
    """

    def get_instance(self, value):
        try:
            instance = stock(self, value)
        except ValueError:
            return None
        return instance if instance is not None and may_be_shown(instance) else None

    return get_instance


def narrowed_link(stock, model, nothing):
    """A link in a rich text, on its way into the editor: without the address of what is not the person's."""

    def get_attribute_data(self, attrs):
        try:
            instance = model.objects.get(pk=attrs["id"])
        except ValueError:
            return {"id": None, **nothing}
        except (KeyError, model.DoesNotExist):
            return stock(self, attrs)
        return stock(self, attrs) if may_be_shown(instance) else {"id": instance.pk, **nothing}

    return get_attribute_data


def narrow() -> None:
    """Put every replacement in its place; called once when the application is ready."""
    from wagtail.admin import filters
    from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
    from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
    from wagtail.admin.widgets.chooser import BaseChooser
    from wagtail.documents.rich_text.contentstate import DocumentLinkElementHandler
    from wagtail.images.views import chooser as image_chooser
    from wagtail.models.audit_log import BaseLogEntryManager
    from wagtail_localize.views.report import TranslationsReportView

    replace(filters, "popular_tags_for_model", narrowed_popular_tags)
    replace(image_chooser, "popular_tags_for_model", narrowed_popular_tags)
    replace(filters.WagtailFilterSet, "get_form_class", narrowed_filterset)
    replace(BaseLogEntryManager, "viewable_by_user", narrowed_model_log)
    replace(PageBulkAction, "get_all_objects_in_listing_query", narrowed_bulk_listing)
    replace(BaseChooser, "get_instance", narrowed_chooser)
    replace(PageLinkElementHandler, "get_attribute_data", narrowed_page_link)
    replace(DocumentLinkElementHandler, "get_attribute_data", narrowed_document_link)
    replace(TranslationsReportView, "get_queryset", narrowed_translations)


def replace(owner, name: str, narrowed) -> None:
    """Put `narrowed(stock)` in the place of a stock function; what stood there is kept in `REPLACED`."""
    stock = getattr(owner, name)
    REPLACED[f"{owner.__name__}.{name}"] = (owner, name, stock)
    setattr(owner, name, narrowed(stock))
