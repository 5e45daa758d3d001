"""A person's own account: one field for the name, and whatever else is changed is kept."""

import pytest
from django.urls import reverse

from kim_sites.models import User

pytestmark = pytest.mark.django_db
ACCOUNT = "/admin/account/"


def sent(client, **changes) -> dict:
    """What the form of the account sends when somebody changes only `changes`."""
    values = {}
    for panels in client.get(ACCOUNT).context["panels_by_tab"].values():
        for panel in panels:
            for field in panel.get_form():
                value = field.value()
                if value not in (None, False) and field.name != "avatar":
                    values[field.html_name] = value
    return values | changes


def test_somebody_with_one_name_changes_it_and_the_language(editor, admin_client_for):
    User.objects.filter(pk=editor.pk).update(first_name="Suharto", last_name="")
    client = admin_client_for(editor)
    answer = client.post(ACCOUNT, sent(client, **{"locale-preferred_language": "en"}))
    assert answer.status_code == 302
    editor.refresh_from_db()
    assert editor.get_full_name() == "Suharto"
    assert editor.wagtail_userprofile.preferred_language == "en"


def test_a_name_in_two_parts_is_kept_whole(editor, admin_client_for):
    User.objects.filter(pk=editor.pk).update(first_name="Rina", last_name="Lampang")
    client = admin_client_for(editor)
    values = sent(client)
    assert values["name_email-full_name"] == "Rina Lampang"
    client.post(ACCOUNT, values | {"name_email-full_name": " Rina Oktaviani Lampang "})
    editor.refresh_from_db()
    assert editor.get_full_name() == "Rina Oktaviani Lampang"


@pytest.mark.parametrize("name", ["", "   ", "x" * 151])
def test_no_name_and_one_that_is_too_long_are_refused_at_the_field(editor, admin_client_for, name):
    User.objects.filter(pk=editor.pk).update(first_name="Suharto")
    client = admin_client_for(editor)
    answer = client.post(ACCOUNT, sent(client) | {"name_email-full_name": name})
    assert answer.status_code == 200
    assert answer.content.decode().count('class="error-message"') == 1
    editor.refresh_from_db()
    assert editor.first_name == "Suharto"


@pytest.mark.parametrize("last_name", ["", "Murni"])
def test_an_operator_changes_an_account_whatever_names_it_has(editor, admin_client_for, last_name):
    User.objects.filter(pk=editor.pk).update(first_name="Hasanah", last_name=last_name)
    client = admin_client_for(User.objects.create_superuser("operator@example.id"))
    url = reverse("wagtailusers_users:edit", args=[editor.pk])
    form = client.get(url).context["form"]
    assert form["first_name"].value() == f"Hasanah {last_name}".strip()
    sent = {"email": "hasanah.baru@example.id", "first_name": form["first_name"].value(), "is_active": "on"}
    assert client.post(url, sent).status_code == 302
    editor.refresh_from_db()
    assert (editor.email, editor.get_full_name()) == ("hasanah.baru@example.id", f"Hasanah {last_name}".strip())
