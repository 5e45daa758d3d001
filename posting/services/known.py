"""Items that arrived before: found by their key, and compared with what is sent now."""

import json
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from posting.models import Post


@dataclass(frozen=True)
class Made:
    """What became of an item: `post`, whether this call made it, and whether the page came from the same words."""

    post: Post
    is_new: bool
    is_same: bool = True


def fingerprint(kind: str, fields: dict[str, str]) -> str:
    """The same for the same words and photos, however the line ends came over the line."""
    sent = {name: text.replace("\r\n", "\n").replace("\r", "\n").strip() for name, text in fields.items() if text}
    return sha256(json.dumps([kind, sent], sort_keys=True).encode()).hexdigest()


def find_known(user, key: UUID | None, sent: str) -> Made | None:
    """What became of the item under this key of the person; None if none has arrived.

    `sent` is the fingerprint of what is sent now. Items from before there were any count as the same.
    """
    post = Post.objects.select_related("page", "kim").filter(user=user, key=key).first() if key else None
    return Made(post, False, not post.fingerprint or post.fingerprint == sent) if post else None
