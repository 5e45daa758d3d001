"""Every screen of the admin, with the people who use it."""

from tests.flat.world import Cost, World, cost_of

TENANT = "contributor editor chair"
CURATOR = "regency province"
EVERYBODY = f"{TENANT} {CURATOR} operator"
SOME = "editor province operator"

# Who, and the address: forms and single things. Nothing in them may grow.
FORMS = [
    (EVERYBODY, "wagtailadmin_home"),
    (SOME, "wagtailadmin_explore list"),
    (SOME, "wagtailadmin_explore list ?q=warga"),
    ("editor province operator", "wagtailadmin_pages:edit article"),
    ("editor operator", "wagtailadmin_pages:add kim_sites newspage list"),
    ("editor operator", "wagtailadmin_pages:move article"),
    ("editor operator", "wagtailadmin_pages:copy article"),
    ("editor operator", "wagtailadmin_pages:history article"),
    ("editor operator", "wagtailadmin_pages:usage article"),
    ("editor operator", "wagtailadmin_pages:set_privacy article"),
    ("editor", "wagtailadmin_pages:search ?q=warga"),
    ("editor", "wagtailadmin_pages:type_use kim_sites newspage"),
    (SOME, "wagtailadmin_choose_page"),
    ("editor", "wagtailadmin_choose_page_child hub"),
    ("editor operator", "wagtailadmin_choose_page_child root"),
    ("editor", "wagtailadmin_choose_page_search ?q=warga"),
    ("editor", "wagtailimages:index"),
    ("editor", "wagtaildocs:index"),
    (SOME, "wagtailimages:add"),
    (SOME, "wagtailimages:add_multiple"),
    (SOME, "wagtailimages:edit image"),
    ("editor", "wagtailimages_chooser:choose"),
    ("contributor chair", "photos:add"),
    (SOME, "photos:unused"),
    (SOME, "photos:bin"),
    ("chair", "wagtailimages:delete image"),
    (SOME, "wagtaildocs:add"),
    (SOME, "wagtaildocs:add_multiple"),
    (SOME, "wagtaildocs:edit document"),
    ("editor", "wagtaildocs_chooser:choose"),
    ("operator", "wagtailusers_users:add"),
    ("operator", "wagtailusers_users:edit user"),
    ("operator", "wagtailusers_users:delete user"),
    ("operator", "wagtailusers_groups:add"),
    ("operator", "wagtailusers_groups:edit group"),
    ("operator", "wagtailusers_groups:edit curators"),
    ("operator", "wagtailsites:add"),
    ("operator", "wagtailsites:edit site"),
    ("operator", "wagtailsites:delete site"),
    ("operator", "wagtailadmin_collections:add"),
    ("operator", "wagtailadmin_collections:edit collection"),
    ("operator", "wagtailadmin_collections:set_privacy collection"),
    ("operator", "wagtailredirects:add"),
    ("operator", "wagtailredirects:edit redirect"),
    ("operator", "wagtaillocales:index"),
    ("operator", "wagtailadmin_workflows:index"),
    ("operator", "wagtailadmin_workflows:edit_task approval"),
    ("operator", "wagtailadmin_workflows:add_task wagtailcore groupapprovaltask"),
    (TENANT, "wagtailadmin_reports:site_history"),
    ("chair", "wagtailadmin_reports:locked_pages"),
    ("chair", "wagtailadmin_reports:workflow"),
    ("editor operator", "wagtail_localize:submit_page_translation article"),
    ("chair province operator", "sellers:add"),
    ("chair province operator", "officers:add"),
    ("chair province operator", "officers:edit officer"),
    ("chair province operator", "kim_redirects:add"),
    ("chair province operator", "kim_redirects:edit redirect"),
    ("chair province operator", "kim_members:list kim"),
    ("chair province operator", "kim_papers:list kim"),
    ("chair province operator", "kim_papers:add kim"),
    ("chair province operator", "kim_papers:officers kim"),
    ("chair province operator", "kim_papers:paper kim paper"),
    ("regency province operator", "kim_forum:list hub"),
    ("province operator", "kim_forum:add hub"),
    ("chair", "sellers:index"),
    ("chair", "officers:index"),
    ("chair", "kim_redirects:index"),
    ("chair", "access_audit:index"),
]
# Lists that fill up to one page of theirs: no more to choose from, and no more rows than a page holds.
LISTS = [
    ("province operator", "wagtailimages:index"),
    ("province operator", "wagtaildocs:index"),
    ("operator", "wagtailusers_users:index"),
    ("operator", "wagtailusers_groups:index"),
    ("operator", "wagtailsites:index"),
    ("operator", "wagtailadmin_collections:index"),
    ("operator", "wagtailredirects:index"),
    ("province operator", "wagtailadmin_reports:workflow_tasks"),
    ("province operator", "wagtailadmin_reports:aging_pages"),
    ("province operator", "sellers:index"),
    ("province operator", "officers:index"),
    ("province operator", "kim_members:index"),
    ("province operator", "kim_papers:index"),
    ("province operator", "kim_papers:expired"),
    ("province operator", "access_audit:index"),
    ("regency province operator", "kim_curation:list hub"),
    ("province operator", "kim_chooser:choose"),
    ("province operator", "seller_chooser:choose"),
    ("province operator", "collection_chooser:choose"),
    ("operator", "group_chooser:choose"),
    ("operator", "site_chooser:choose"),
]


def cases(table) -> list[tuple[str, str]]:
    """Each person with each address."""
    return [(person, address) for people, address in table for person in people.split()]


def measure(world: World, is_first: bool) -> dict[tuple[str, str], Cost]:
    """What every screen costs everybody. What is kept for good is made before: sizes of pictures, for new tenants too."""
    found = {}
    lists = cases(LISTS)
    for person, address in cases(FORMS) + lists:
        name, *arguments = address.split()
        query = arguments.pop()[1:] if arguments and arguments[-1].startswith("?") else ""
        url = world.url(name, *arguments, query=query)
        if is_first or (person, address) in lists:
            world.clients[person].get(url)
        found[person, address] = cost_of(world.clients[person], url)
    return found
