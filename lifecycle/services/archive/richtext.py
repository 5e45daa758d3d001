"""Rich text from a file: what the editor can make comes in, everything else stays outside."""

from html.parser import HTMLParser

from wagtail.whitelist import Whitelister, allow_without_attributes, attribute_rule, check_url

PLAIN = ("b", "blockquote", "br", "em", "h2", "h3", "h4", "hr", "i", "li", "ol", "p", "strong", "sub", "sup", "ul")
LINK = ("href", "id", "linktype", "parentlinktype")
EMBED = ("alt", "embedtype", "format", "id", "url")
KEY = "data-block-key"


class _Check(HTMLParser):
    """Whether a text holds nothing but known markup."""

    def __init__(self):
        super().__init__()
        self.is_clean = True

    def handle_starttag(self, tag, attributes):
        allowed = {"a": LINK, "embed": EMBED}.get(tag, (KEY,) if tag in PLAIN else None)
        names = [name for name, _value in attributes]
        if allowed is None or not set(names) <= {*allowed, KEY}:
            self.is_clean = False
        if check_url(dict(attributes).get("href") or "") is None:
            self.is_clean = False

    def handle_comment(self, data):
        self.is_clean = False

    def handle_decl(self, decl):
        self.is_clean = False

    def handle_pi(self, data):
        self.is_clean = False


class _Rules(Whitelister):
    """Wagtail's own cleaner with the tags of our editor."""

    element_rules = {
        "[document]": allow_without_attributes,
        **dict.fromkeys(PLAIN, attribute_rule({KEY: True})),
        "a": attribute_rule({"href": check_url, **dict.fromkeys(LINK[1:], True)}),
        "embed": attribute_rule(dict.fromkeys(EMBED, True)),
    }


def only_known_markup(html: str) -> str:
    """The text as it is if all its markup is the editor's, otherwise without the rest."""
    check = _Check()
    try:
        check.feed(html)
        check.close()
        is_clean = check.is_clean
    except (AssertionError, ValueError):
        is_clean = False
    return html if is_clean else _Rules().clean(html)
