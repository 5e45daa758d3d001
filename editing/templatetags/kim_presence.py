"""Who else has a page open, for templates."""

from django import template

from editing.services.presence import presence_sentences

register = template.Library()
register.filter("presence_sentences", presence_sentences)
