"""The search index: one row per feed entry, and the vocabulary from which misspelt words are put right.

The tables hold nothing that cannot be made anew with `manage.py rebuild_search`. What the database searches is derived
from `SearchDocument` by the database itself (search/fulltext.py), so it cannot fall behind.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from home.models import FeedEntry


class SearchDocument(models.Model):
    """The words of one feed entry. Written by `search.services.index` only, in the transaction that wrote the entry."""

    entry = models.OneToOneField(FeedEntry, models.CASCADE, primary_key=True, related_name="search_document")
    title_words = models.TextField()  # plain words and their stems; see search.stemming
    body_words = models.TextField()
    starts = models.TextField()  # beginnings of words, so that looking one up costs no more than looking up a word
    scope = models.TextField()  # whose it is, where, of what kind: see search.scopes
    text = models.TextField()  # the body as people read it, for the snippet

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")

    def __str__(self):
        return f"{self.pk}"


class SearchWord(models.Model):
    """A word that some page uses, under one of its spelling keys (see `search.spelling`).

    Words of all KIM stand here together: nothing of it is shown before the word was found in what the reader may see.
    Rows are only ever added, so publishing never waits for another KIM's; `rebuild_search` takes out what nobody uses.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.CharField(max_length=40)
    word = models.CharField(max_length=40, db_index=True)

    class Meta:
        verbose_name = _("word")
        verbose_name_plural = _("words")
        constraints = [models.UniqueConstraint(fields=["key", "word"], name="search_word_once_per_key")]

    def __str__(self):
        return self.word
