"""The command line as an operator uses it: one clear line and exit status 1 for every problem."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from kim_sites.models import Kim, Region
from tests.factories import make_kim, make_regions

pytestmark = pytest.mark.django_db
SOUND = {
    "region": "62.02.04",
    "name": "KIM Parenggean",
    "slug": "parenggean",
    "sk_number": "141/7/2025",
    "sk_date": "2025-03-14",
    "sk_signer": "Ardi Wijaya",
    "chair_name": "Siti Rahmah",
    "chair_email": "siti@example.id",
}


@pytest.fixture(autouse=True)
def _regions(db):
    make_regions()


def test_provision_kim_makes_one_tenant_however_often_it_is_called(capsys):
    call_command("provision_kim", **SOUND)
    call_command("provision_kim", **SOUND)
    lines = capsys.readouterr().out.splitlines()
    assert "is ready: http://parenggean.localhost:8000/" in lines[0]
    assert "was there already" in lines[1]
    assert Kim.objects.get().legal_papers.get().signer == "Ardi Wijaya"


@pytest.mark.parametrize(
    "changes",
    [
        {"region": "62.99"},
        {"region": "bukan kode"},
        {"slug": "admin"},
        {"slug": "kalteng"},
        {"slug": "Dengan Spasi"},
        {"sk_number": ""},
        {"sk_signer": ""},
        {"sk_date": ""},
        {"sk_date": "14-03-2025"},
        {"sk_date": "2099-01-01"},
        {"chair_email": "siti"},
        {"chair_name": ""},
        {"founded": "kapan-kapan"},
    ],
)
def test_a_wrong_call_is_one_clear_line_and_leaves_nothing(changes):
    make_kim("pertama")
    pages = Page.objects.count()
    with pytest.raises(CommandError) as error:
        call_command("provision_kim", **{**SOUND, **changes})
    assert error.value.returncode == 1
    assert str(error.value)
    assert "\n" not in str(error.value)
    assert Page.objects.count() == pages
    assert not Kim.objects.filter(slug="parenggean").exists()


def test_suspend_and_resume_from_the_command_line():
    make_kim("parenggean")
    call_command("suspend_kim", "parenggean", reason="SK habis")
    kim = Kim.objects.get()
    assert (kim.status, kim.status_reason) == ("suspended", "SK habis")
    call_command("resume_kim", "parenggean")
    assert Kim.objects.get().status == "active"


@pytest.mark.parametrize("command", ["suspend_kim", "resume_kim"])
def test_a_kim_that_does_not_exist_is_named(command):
    with pytest.raises(CommandError, match="tidak-ada"):
        call_command(command, "tidak-ada")


def test_an_archived_kim_is_not_opened_by_the_way():
    kim = make_kim("lama")
    Kim.objects.filter(pk=kim.pk).update(status="archived")
    with pytest.raises(CommandError):
        call_command("resume_kim", "lama")


def test_a_domain_of_its_own_is_set_from_the_command_line(capsys):
    make_kim("parenggean")
    call_command("set_domain", "parenggean", "parenggean.desa.id")
    assert "parenggean.desa.id" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("set_domain", "parenggean", "bukan host")


def test_the_demo_needs_regions_and_outside_a_desk_a_password():
    with pytest.raises(CommandError, match="password"):
        call_command("demo")
    Region.objects.filter(level=Region.Level.VILLAGE).delete()
    with pytest.raises(CommandError, match="load_regions"):
        call_command("demo", password="rahasia")


def test_the_demo_does_nothing_to_a_database_that_is_in_use():
    make_kim("nyata")
    call_command("demo", if_empty=True)
    assert Kim.objects.count() == 1
