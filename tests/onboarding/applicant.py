"""An applicant for tests: sound answers to every step."""

from onboarding.models import Application
from onboarding.services import applying
from onboarding.services.guarding import CLOCK, TRAP, opened
from onboarding.services.links import secret_of
from tests.factories import make_regions, picture_file

GROUP = {
    "kim_name": "KIM Tamiang Maju",
    "kind_of_group": "kim",
    "founded_on": "2024-08-17",
    "paper_number": "141/12/2025",
    "paper_issued_on": "2025-03-14",
    "paper_signer": "Ardi Wijaya",
    "paper_office": "lurah",
    "paper_valid_until": "2028-03-14",
}
PEOPLE = {"chair": "Siti Rahmah", "secretary": "Budi Santoso", "treasurer": "Rina Lestari", "members": ["Jono", ""]}
CONTACT = {
    "label": "tamiang-layang",
    "contact_name": "Siti Rahmah",
    "contact_email": "Siti@example.id",
    "contact_phone": "0812 3456 7890",
    "chair_email": "",
}
ANSWERS = {"kelompok": GROUP, "pengurus": PEOPLE, "kontak": CONTACT}
VILLAGE = "62.13.01.1012"


def draft(region: str = VILLAGE, **changes) -> Application:
    """A draft that is ready to be sent, with what a test wants different in any step."""
    make_regions()
    application = applying.begin(region)
    for step, values in ANSWERS.items():
        typed = {name: changes.get(name, value) for name, value in values.items()}
        application = applying.save_step(application, step, typed)
    return applying.save_scan(application, picture_file(size=(300, 400)))


def sent(region: str = VILLAGE, **changes) -> Application:
    """An application that waits for the office."""
    return applying.submit(draft(region, **changes), has_consented=True)


def path(application: Application, *parts: str, folder: str = "lacak") -> str:
    """The path of one of an application's pages."""
    return "/".join(["", "daftar", folder, application.number, secret_of(application), *parts, ""])


def step_path(application: Application, step: str) -> str:
    """The path of one step of a draft."""
    return path(application, step, folder="isi")


def guards(**values) -> dict:
    """What a form carries to be told from a program's."""
    return {CLOCK: opened(), TRAP: "", **values}
