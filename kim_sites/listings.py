"""Lists with filters and pages, on a tenant's site and on hubs alike."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.paginator import EmptyPage, Page, Paginator
from django.http import Http404, QueryDict
from django.utils.functional import cached_property

PAGE_PARAM = "halaman"
MOST_PAGES = 100


@dataclass
class Choice:
    """One value of a filter and the address that chooses it."""

    value: str
    label: str
    url: str
    is_current: bool


@dataclass
class Filter:
    """A filter as the template shows it: a form field, or a row of links."""

    name: str
    label: str
    choices: list[Choice]

    @property
    def current(self) -> Choice | None:
        """The chosen value, or None for "all"."""
        return next((choice for choice in self.choices if choice.is_current and choice.value), None)


@dataclass
class Listing:
    """One page of a list, with its filters and the addresses of the pages before and after."""

    page: Page
    filters: list[Filter] = field(default_factory=list)
    params: dict[str, str] = field(default_factory=dict)
    base_url: str = ""

    @property
    def has_more(self) -> bool:
        """Whether there are rows behind the last page that is offered."""
        return getattr(self.page.paginator, "has_more", False)

    @property
    def count_label(self) -> str:
        """The number of rows as readers see it: `1800+` when the rest was not counted."""
        return f"{self.page.paginator.count}{'+' if self.has_more else ''}"

    @property
    def pages_label(self) -> str:
        """The number of pages as readers see it."""
        return f"{self.page.paginator.num_pages}{'+' if self.has_more else ''}"

    @property
    def is_filtered(self) -> bool:
        """Whether the reader has narrowed the list: an empty one then says so and offers to show all."""
        return any(choice.current for choice in self.filters) or bool(self.params.get("q"))

    def page_url(self, number: int) -> str:
        """The address of page `number` (from 1) with the filters kept."""
        params = {**self.params, **({PAGE_PARAM: str(number)} if number > 1 else {})}
        return f"{self.base_url}?{urlencode(params)}" if params else self.base_url

    @property
    def previous_url(self) -> str:
        """The address of the page before, or an empty string."""
        return self.page_url(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next_url(self) -> str:
        """The address of the page after, or an empty string."""
        return self.page_url(self.page.number + 1) if self.page.has_next() else ""


class BoundedPaginator(Paginator):
    """Counts and offers the first `MOST_PAGES` pages only, so that a list costs the same however long it is."""

    @cached_property
    def _counted(self) -> int:
        return self.object_list[: MOST_PAGES * self.per_page + 1].count()

    @cached_property
    def count(self) -> int:
        """The number of rows that are offered."""
        return min(self._counted, MOST_PAGES * self.per_page)

    @property
    def has_more(self) -> bool:
        """Whether there are more rows than are offered."""
        return self._counted > MOST_PAGES * self.per_page


def current_value(query: QueryDict, name: str, allowed) -> str:
    """The value of a filter in the address; an unknown one counts as not given."""
    value = query.get(name, "")
    return value if value in {str(key) for key in allowed} else ""


def build_filter(query: QueryDict, name: str, label, choices, base_url: str, all_label) -> Filter:
    """A filter from (value, label) pairs. Each link keeps the other filters and starts at the first page."""
    choices = list(choices)
    current = current_value(query, name, [value for value, _label in choices])
    kept = {key: value for key, value in query.items() if key not in (name, PAGE_PARAM) and value}
    options = []
    for value, text in [("", all_label), *choices]:
        params = {**kept, **({name: value} if value else {})}
        url = f"{base_url}?{urlencode(params)}" if params else base_url
        options.append(Choice(str(value), str(text), url, current == str(value)))
    return Filter(name, str(label), options)


def paginate(request, items, per_page: int, filters: list[Filter], base_url: str, paginator=Paginator) -> Listing:
    """Cut `items` (a queryset in a stable order) into pages.

    A page number that is no number, or beyond the end, is a 404: such an address was never given out.
    """
    number = request.GET.get(PAGE_PARAM, "1")
    names = {choice.name for choice in filters} | {"q"}
    params = {key: value for key, value in request.GET.items() if key in names and value}
    try:
        page = paginator(items, per_page).page(int(number))
        page.object_list = list(page.object_list)
    except (ValueError, EmptyPage) as error:
        raise Http404 from error
    return Listing(page=page, filters=filters, params=params, base_url=base_url)
