"""Who else has a page open, in words."""

import pytest
from django.utils.translation import override

from editing.services.presence import presence_sentences
from kim_sites.models import User


def person(pk: int, name: str) -> User:
    return User(pk=pk, first_name=name, email=f"{pk}@example.id")


def session(user, is_editing=False, revision_id=None) -> dict:
    return {"user": user, "is_editing": is_editing, "revision_id": revision_id}


ME, YULIUS, RAHMAH, SARI = person(1, "Saya"), person(2, "Yulius"), person(3, "Rahmah"), person(4, "Sari")


def sentences(*sessions) -> list[str]:
    with override("en"):
        return presence_sentences(ME, sessions)


def test_nobody_else_is_no_sentence():
    assert sentences() == []


def test_one_and_several_are_joined_in_words():
    assert sentences(session(YULIUS)) == ["Yulius has this page open too."]
    assert sentences(session(YULIUS), session(RAHMAH), session(SARI)) == [
        "Yulius, Rahmah and Sari have this page open too."
    ]


def test_what_is_most_pressing_comes_first():
    found = sentences(session(YULIUS), session(RAHMAH, is_editing=True), session(SARI, True, revision_id=7))
    assert [sentence.split()[0] for sentence in found] == ["Sari", "Rahmah", "Yulius"]
    assert "not saved yet" in found[1]


def test_the_persons_own_other_windows_are_called_so_even_beside_a_namesake():
    assert sentences(session(ME, is_editing=True)) == [
        "You have changed this page in another window and not saved it yet."
    ]
    assert sentences(session(ME, revision_id=7)) == ["You saved another version of this page in another window."]
    assert sentences(session(person(9, "Saya"))) == ["Saya has this page open too."]


@pytest.mark.parametrize("user", [None, person(5, "")])
def test_a_version_without_a_name_is_still_told(user):
    assert sentences(session(user, revision_id=7))[0].endswith("saved another version of this page.")
