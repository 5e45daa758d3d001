"""Search documents of copies: the same as `search.services.index.build_document` makes, without reading the page."""

from types import SimpleNamespace

from cms.scale import marks
from home.models import FeedEntry
from kim_sites.services.provisioning import SOURCE_LANGUAGE
from search.models import SearchDocument
from search.scopes import entry_tokens, start_tokens
from search.services.index import tokenise
from search.words import words_of

ENTRY = {item.attname: place for place, item in enumerate(FeedEntry._meta.local_concrete_fields)}
DOCUMENT = {item.attname: place for place, item in enumerate(SearchDocument._meta.local_concrete_fields)}


class Text:
    """A text with holes, cut into words ahead as far as it is the same in every copy."""

    def __init__(self, text: str):
        self.parts = [(tokenise(before, SOURCE_LANGUAGE), name) for before, name in marks.parts(text)]
        self.starts = {start for before, _name in marks.parts(text) for start in start_tokens(words_of(before))}
        self.holes = [name for _before, name in self.parts if name]

    def tokens(self, values: dict) -> str:
        """All tokens in order."""
        if not self.holes:
            return self.parts[0][0]
        both = ((before, tokenise(values[name], SOURCE_LANGUAGE) if name else "") for before, name in self.parts)
        return " ".join(text for pair in both for text in pair if text)


class DocumentStamp:
    """One document of a capture."""

    vocabulary: set[str] = set()  # every token of every copy so far

    def __init__(self, row: list[str], entry: list[str]):
        self.title, self.body = Text(entry[ENTRY["title"]]), Text(row[DOCUMENT["text"]])
        self.pk = marks.template(row[DOCUMENT["entry_id"]])
        self.text = marks.template(row[DOCUMENT["text"]])
        self.kim = marks.template(entry[ENTRY["kim_id"]])
        self.kind = entry[ENTRY["kind"]]
        self.starts = self.title.starts | self.body.starts
        self.holes = {*self.title.holes, *self.body.holes}

    def fill(self, values: dict) -> list[str]:
        """The document of one copy, in the order of the columns."""
        pk = self.pk % values
        own = start_tokens(word for name in self.holes for word in words_of(values[name]))
        entry = SimpleNamespace(
            pk=int(pk),
            kim_id=self.kim % values,
            kind=self.kind,
            language=SOURCE_LANGUAGE,
            kim_name=values["name"],
            place_name=values["place"],
            province_code=values["province"],
            regency_code=values["regency"],
            district_code=values["district"],
        )
        cells = {
            "entry_id": pk,
            "title_words": self.title.tokens(values),
            "body_words": self.body.tokens(values),
            "starts": " ".join(sorted(self.starts | own)),
            "scope": entry_tokens(entry),
            "text": self.text % values,
        }
        self.vocabulary.update(cells["title_words"].split(), cells["body_words"].split())
        return [cells[name] for name in DOCUMENT]
