"""What a person can read on a page, and which words of it are English."""

import json
import re
from html.parser import HTMLParser

# Words that Indonesian does not have, most of them small ones without which nobody writes an English sentence.
ENGLISH = set(
    """
    a about above accept access account action actions active add added after again all allowed already an and another
    any anyone approval approve approved are assign at author available back bad be because been before being below between both but
    button by can cannot chair change changed changes check child children choose clear click close closed collapse collection
    collections comment comments confirm contains continue contributor copied copy could create created curator current date day days default
    delete deleted description details disabled do documents does doesn't don't done down download draft during each
    edit edited editing email empty enabled ends enter error errors every expand explorer export failed field fields file
    files filter filters find first following for forbidden found from full go group groups has have header heading height help
    here hidden hide history home how if image images import in invalid is it its item items just keep kind label last
    latest leave left less light link links list listing live loading locale locales lock locked log login logout longer
    made make manage many match may menu missing moderators month more most move moved must my name needs never new newest next no
    nobody none not nothing now number of off older on once one only open optional options or order other our out over
    owner page pages parent password past permission permissions picture pictures please preview previous private
    provide publish published publishing read recent redirect redirects remove rename reorder report reports required
    results right root save saved saving schedule scheduled search see select selected send sent set settings show shown
    sign since site sites size skip snippet snippets some sort source started state status submit submitted successfully
    summary tag tags task tasks text than that the their them then there these they this those time title to today
    toggle translate translated translation translations true try two type types under undo unknown unlock unpublish until up
    update updated upload url usage use used user username users using value version versions view was week were what
    when where whether which who why will with within without workflow workflows would write year yes you your
    """.split()  # noqa: SIM905 (a list of two hundred lines reads no better)
)
# The same word in Indonesian, names of things, and what people write as it is everywhere.
ALSO_INDONESIAN = {
    "a",
    "date",
    "label",
    "menu",
    "no",
    "on",
    "status",
    "export",
    "link",
    "url",
}
WORDS = ENGLISH - ALSO_INDONESIAN
READ_ALOUD = ("title", "placeholder", "aria-label", "aria-description", "alt", "label", "data-w-tooltip-content-value")
# Scripts that carry texts: the menu, blocks and forms that Wagtail builds in the browser.
LABEL = re.compile(
    r'"(?:label|labelPrefix|title|helpText|help_text|placeholder|verboseName|name_label|description|message)": "((?:[^"\\]|\\.)*)"'
)
NOT_READ = {"script", "style", "svg", "code", "template-data", "noscript"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Reader(HTMLParser):
    """Collects texts in the order of the page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.hidden: list[str] = []

    def handle_starttag(self, tag, attrs):
        """Attributes that are shown or read aloud."""
        given = dict(attrs)
        self.texts += [given[name] for name in READ_ALOUD if given.get(name)]
        if tag == "input" and given.get("type") in ("submit", "button", "reset"):
            self.texts.append(given.get("value") or "")
        for name, value in attrs:
            if value and name.startswith("data-") and '": "' in value:
                self.texts += labels_in(value)
        # Another language says so itself: the names of languages, a page in English.
        is_foreign = given.get("lang", "id").split("-")[0] != "id"
        # A counter says "None" and is hidden, until a script fills it.
        is_counter = "data-side-panel-toggle-counter" in given and "hidden" in given
        if tag not in VOID and (self.hidden or tag in NOT_READ or is_foreign or is_counter):
            self.hidden.append(tag)

    def handle_endtag(self, tag):
        """Texts after a part that is not shown are shown again."""
        if tag in self.hidden:
            while self.hidden.pop() != tag:
                pass

    def handle_data(self, data):
        """The texts themselves, and those inside data for scripts."""
        if not self.hidden and not data.lstrip().startswith(("{", "[{")):
            self.texts.append(data)
        elif not self.hidden or self.hidden[-1] == "script":
            self.texts += labels_in(data)


def labels_in(data: str) -> list[str]:
    """Texts for people inside JSON."""
    return [json.loads(f'"{found}"') for found in LABEL.findall(data) if "\\x" not in found]


def texts_of(html: str) -> list[str]:
    """Everything that can be read on a page, each text once."""
    reader = Reader()
    # The answer of a dialog is a page inside JSON.
    if html.lstrip().startswith("{"):
        html = json.loads(html).get("html") or ""
    # `<html lang>` names the page's language, which is Indonesian or the test fails anyway.
    reader.feed(re.sub(r"<html[^>]*>", "<html>", html))
    return list(dict.fromkeys(" ".join(text.split()) for text in reader.texts if text.strip()))


def english_in(text: str) -> set[str]:
    """The English words of a text."""
    plain = re.sub(r"\S*[/@_=<>{}]\S*|\S+\.\w{2,4}\b", " ", text)
    return {word for word in re.findall(r"[a-z]+(?:['’]t)?", plain.lower().replace("’", "'")) if word in WORDS}
