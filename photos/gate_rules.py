"""Who may reach the addresses of this application; see docs/isolation.md."""

from access.gate import checks
from access.gate.rules import TENANTS, named, objects, same

RULES = {
    **named("photos", same(TENANTS, "add upload describe unused bin")),
    **named("photos", same(objects(image_id=checks.image), "turn focus")),
    **named("photos", same(objects(image_id=checks.image_to_choose), "words")),
    **same(TENANTS, "photo_index photo_add photo_add_multiple"),
    **same(objects(image_id=checks.image), "photo_edit photo_delete photo_discard"),
}
