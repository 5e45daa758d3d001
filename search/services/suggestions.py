"""What to try when nothing was found. Each suggestion was looked up first: it leads to something the reader may see."""

from urllib.parse import urlencode

from django.utils.translation import gettext as _

from search.scopes import Scope
from search.services.query import MOST_WORDS, Query, match_ids, parse
from search.spelling import similar_words

MOST = 5
MOST_MISSPELT = 3  # words of a query that are looked up in the vocabulary


def suggest(query: Query, scope: Scope, url: str, params: dict[str, str]) -> list[tuple[str, str]]:
    """Words and addresses, best first: the same without filters, the same spelt otherwise, fewer words.

    At most 24 short look-ups, whatever the size of the index.
    """
    found: dict[str, str] = {}
    everywhere = scope.without_filters()
    if scope.is_filtered and _leads_somewhere(query, everywhere):
        label = _("%(words)s, in everything") % {"words": query.text}
        found[label] = f"{url}?{urlencode({'q': query.text})}"
    for words in [*_respelt(query, scope), *_shortened(query)]:
        if len(found) >= MOST:
            break
        if words in found:
            continue
        other = parse(words, scope.languages)
        if _leads_somewhere(other, scope):
            found[words] = f"{url}?{urlencode({**params, 'q': words})}"
        elif scope.is_filtered and _leads_somewhere(other, everywhere):
            found[words] = f"{url}?{urlencode({'q': words})}"
    return list(found.items())


def _leads_somewhere(query: Query, scope: Scope) -> bool:
    """Whether something is found that the reader may see."""
    found = match_ids(query, scope, 50)
    return bool(found) and scope.entries().filter(pk__in=found).order_by().exists()


def _respelt(query: Query, scope: Scope) -> list[str]:
    """The query with a word that is not found in the scope replaced by a similar one that is; then with all of them."""
    plain = [word.plain for word in query.words]
    best: dict[str, str] = {}
    singles = []
    for word in plain[:MOST_WORDS]:
        if len(best) >= MOST_MISSPELT or _leads_somewhere(parse(word, scope.languages), scope.without_filters()):
            continue
        for other in similar_words(word):
            if _leads_somewhere(parse(other, scope.languages), scope.without_filters()):
                best.setdefault(word, other)
                singles.append(" ".join(other if fellow == word else fellow for fellow in plain))
    together = " ".join(best.get(word, word) for word in plain)
    return [together, *singles] if best else []


def _shortened(query: Query) -> list[str]:
    """The query with one word less, then each word alone."""
    plain = [word.plain for word in query.words][:4]
    if len(plain) < 2:
        return []
    fewer = [" ".join(plain[:place] + plain[place + 1 :]) for place in range(len(plain) - 1, -1, -1)]
    return list(dict.fromkeys([*fewer, *plain]))
