"""What a page or a record refers to is its tenant's own, or shared on purpose: in drafts, previews, publishing."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Locale, Page, Revision
from wagtail.rich_text import RichText
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation, TranslationSource

from kim_sites.models import KimImage, NewsIndexPage, NewsPage, Officer, ProductIndexPage, ProductPage, Seller
from tests import factories
from tests.conftest import HostClient
from tests.isolation import forms
from tests.isolation.world import MARKER, regency_hub

pytestmark = pytest.mark.django_db
ADMIN = "admin.localhost:8000"
INDEXES = {"newspage": (NewsPage, NewsIndexPage), "productpage": (ProductPage, ProductIndexPage)}


def client_of(person) -> HostClient:
    client = HostClient(ADMIN)
    client.force_login(person)
    return client


def add_url(tenant, model_name: str, name: str = "add") -> str:
    index = factories.index_of(tenant.kim, INDEXES[model_name][1])
    return reverse(f"wagtailadmin_pages:{name}", args=["kim_sites", model_name, index.pk])


def own_page(tenant, model_name: str):
    return tenant.pages["news" if model_name == "newspage" else "product"]


def says_nothing(response) -> bool:
    """Whether an answer is free of the other tenant's words."""
    return MARKER not in response.content.decode().lower()


class TestPages:
    """Through Wagtail's forms, with another tenant's ids posted."""

    def test_a_new_page_refers_to_nothing_of_another_kim(self, world, editor):
        before = set(Page.objects.values_list("pk", flat=True))
        for name, (model_name, form) in forms.forms_with_foreign_references(world.a, world.b).items():
            for button in ("action-none", "action-publish", "action-submit"):
                response = editor.post(add_url(world.a, model_name), {**form, button: "1"})
                assert response.status_code == 200, f"{name}: the form comes back"
                assert "KIM lain" in response.content.decode(), name
                assert says_nothing(response), name
        assert set(Page.objects.values_list("pk", flat=True)) == before

    def test_an_old_page_refers_to_nothing_of_another_kim(self, world, editor):
        revisions = Revision.objects.count()
        for name, (model_name, form) in forms.forms_with_foreign_references(world.a, world.b).items():
            url = reverse("wagtailadmin_pages:edit", args=[own_page(world.a, model_name).pk])
            for button in ("action-none", "action-publish"):
                response = editor.post(url, {**form, button: "1"})
                assert response.status_code == 200, name
                assert "KIM lain" in response.content.decode(), name
                assert says_nothing(response), name
        assert Revision.objects.count() == revisions

    def test_a_preview_shows_nothing_of_another_kim(self, world, editor):
        for name, (model_name, form) in forms.forms_with_foreign_references(world.a, world.b).items():
            page = own_page(world.a, model_name)
            urls = [
                reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]),
                add_url(world.a, model_name, "preview_on_add"),
            ]
            for url in urls:
                assert editor.post(url, form).json()["is_valid"] is False, name
                assert says_nothing(editor.get(url)), name

    def test_the_same_forms_pass_with_own_objects(self, world, editor):
        """So that the tests above refuse for the right reason."""
        for number, (model_name, form) in enumerate(forms.forms_with_foreign_references(world.a, world.a).values()):
            form = {**form, "slug": f"milik-sendiri-{number}", "action-publish": "1"}
            response = editor.post(add_url(world.a, model_name), form)
            assert response.status_code == 302, response.context["form"].errors
        assert NewsPage.objects.filter(slug="milik-sendiri-0", live=True).exists()

    @pytest.mark.parametrize("field", ["cover", "logo"])
    def test_the_home_shows_no_picture_of_another_kim(self, world, field):
        home = world.a.pages["home"]
        setattr(home, field, world.b.objects["image"])
        with pytest.raises(ValidationError) as refusal:
            home.save_revision()
        assert field in refusal.value.message_dict
        with pytest.raises(ValidationError):
            home.save()

    def test_code_that_saves_a_page_is_guarded_too(self, world):
        page = NewsPage.objects.get(pk=world.a.pages["news"].pk)
        page.body = [("document", world.b.objects["document"])]
        for write in (page.save, page.save_revision):
            with pytest.raises(ValidationError) as refusal:
                write()
            assert "body" in refusal.value.message_dict

    def test_an_old_draft_that_refers_to_another_kim_is_neither_shown_nor_published(self, world, editor):
        page = NewsPage.objects.get(pk=world.a.pages["news"].pk)
        revision = page.latest_revision
        revision.content["lead_image"] = world.b.objects["image"].pk
        revision.save()
        view = editor.get(reverse("wagtailadmin_pages:revisions_view", args=[page.pk, revision.pk]))
        assert view.status_code in (403, 404)
        assert says_nothing(view)
        with pytest.raises(ValidationError):
            revision.publish()
        page.refresh_from_db()
        assert page.lead_image_id == world.a.objects["image"].pk

    def test_a_curator_of_two_kim_mixes_them_no_more_than_anybody_else(self, world):
        neighbour = factories.make_kim("tetangga", region_code="62.02.05.1002")
        foreign = factories.make_image(neighbour, title="Foto tetangga")
        client = client_of(world.people["regency curator"])
        page = world.a.pages["news"]
        response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), forms.news(foreign))
        assert response.status_code == 200
        assert "KIM lain" in response.content.decode()

    @pytest.mark.parametrize("kind", ["LINK", "DOCUMENT"])
    def test_odd_spellings_of_a_key_are_refused(self, world, editor, kind):
        key = str((world.b.pages["draft"] if kind == "LINK" else world.b.objects["document"]).pk)
        wide = key.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
        for value in (f"00{key}", f" {key}", f"+{key}", wide, f"{key}.0", "abc", "9" * 40, ""):
            raw = {
                "blocks": [
                    {
                        "key": "a", "text": "Baca", "type": "unstyled", "depth": 0, "inlineStyleRanges": [],
                        "entityRanges": [{"key": 0, "offset": 0, "length": 4}],
                    }
                ],
                "entityMap": {"0": {"type": kind, "mutability": "MUTABLE", "data": {"id": value, "url": "/x/"}}},
            }  # fmt: skip
            form = forms.news(world.a.objects["image"], [("text", json.dumps(raw))]) | {"action-publish": "1"}
            response = editor.post(add_url(world.a, "newspage"), form)
            assert response.status_code == 200, value
        assert not NewsPage.objects.filter(slug="kerja-bakti").exists()


class TestShared:
    """What is shared on purpose."""

    def test_a_kim_shows_the_pictures_of_the_hubs_above_it(self, world, editor):
        hub = regency_hub(world.a)
        shared = KimImage.objects.create(
            title="Lambang daerah", collection=hub.collection, file=factories.picture_file(size=(60, 40))
        )
        chooser = editor.get(reverse("wagtailimages_chooser:choose")).content.decode()
        assert "Lambang daerah" in chooser
        assert editor.get(reverse("wagtailimages_chooser:chosen", args=[shared.pk])).status_code == 200
        form = {**forms.news(shared), "action-publish": "1"}
        assert editor.post(add_url(world.a, "newspage"), form).status_code == 302
        assert editor.get(reverse("wagtailimages:edit", args=[shared.pk])).status_code == 404

    def test_the_hubs_of_another_province_share_nothing_here(self, world, editor):
        hub = regency_hub(world.b)
        foreign = KimImage.objects.create(
            title="Lambang lain", collection=hub.collection, file=factories.picture_file(size=(60, 40))
        )
        assert "Lambang lain" not in editor.get(reverse("wagtailimages_chooser:choose")).content.decode()
        assert editor.post(add_url(world.a, "newspage"), forms.news(foreign)).status_code == 200

    def test_a_kim_links_to_its_hubs_and_they_to_its_open_pages(self, world, editor):
        hub = regency_hub(world.a)
        body = [("text", forms.rich_text(forms.page_link(hub), features=["link"]))]
        form = {**forms.news(world.a.objects["image"], body), "action-publish": "1"}
        assert editor.post(add_url(world.a, "newspage"), form).status_code == 302
        hub.intro = "x"
        hub.save()

    def test_a_hub_may_not_show_the_pictures_of_its_kim(self, world):
        hub = regency_hub(world.a)
        hub.cover = world.a.objects["image"]
        with pytest.raises(ValidationError):
            hub.save()


class TestRecords:
    """Officers, sellers, pictures, documents."""

    def test_an_officer_has_no_photo_of_another_kim(self, world):
        chair = client_of(world.people["chair"])
        form = {"name": "Siti", "position": "member", "photo": world.b.objects["image"].pk, "sort_order": 0}
        for url in (reverse("officers:add"), reverse("officers:edit", args=[world.a.objects["officer"].pk])):
            response = chair.post(url, form)
            assert response.status_code == 200
            assert "KIM lain" in response.content.decode()
            assert says_nothing(response)
        officer = Officer(kim=world.a.kim, name="Siti", photo=world.b.objects["image"])
        with pytest.raises(ValidationError):
            officer.save()

    def test_a_record_is_not_made_for_another_kim(self, world, editor):
        editor.post(reverse("sellers:add"), {"name": "Baru", "kim": world.b.kim.pk})
        assert Seller.objects.get(name="Baru").kim == world.a.kim

    @pytest.mark.parametrize("kind", ["image", "document"])
    def test_a_file_stays_with_its_kim(self, world, editor, kind):
        own, target = world.a.objects[kind], world.b.kim.collection
        app = f"wagtail{'images' if kind == 'image' else 'docs'}"
        response = editor.post(
            reverse(f"{app}:edit", args=[own.pk]), {"title": "Pindah", "collection": target.pk, "tags": ""}
        )
        assert response.status_code in (200, 302)
        own.refresh_from_db()
        assert own.collection == world.a.kim.collection
        own.collection = target
        with pytest.raises(ValidationError):
            own.save()

    @pytest.mark.parametrize(
        "view", ["wagtailimages:add", "wagtailimages:add_multiple", "wagtailimages_chooser:create"]
    )
    def test_a_picture_is_not_uploaded_into_the_collection_of_another_kim(self, world, editor, view):
        before = KimImage.objects.filter(collection=world.b.kim.collection).count()
        prefix = "image-chooser-upload-" if "chooser" in view else ""
        key = "files[]" if "multiple" in view else f"{prefix}file"
        editor.post(
            reverse(view),
            {
                f"{prefix}title": "Titipan", key: factories.picture_file(),
                f"{prefix}collection": world.b.kim.collection.pk,
            },
        )  # fmt: skip
        assert KimImage.objects.filter(collection=world.b.kim.collection).count() == before

    def test_a_curator_of_two_kim_does_not_move_files_between_them(self, world):
        neighbour = factories.make_kim("tetangga", region_code="62.02.05.1002")
        client = client_of(world.people["regency curator"])
        own = world.a.objects["image"]
        url = reverse("wagtail_bulk_action", args=["kim_sites", "kimimage", "add_to_collection"])
        client.post(f"{url}?id={own.pk}", {"collection": neighbour.collection.pk})
        own.refresh_from_db()
        assert own.collection == world.a.kim.collection


class TestTranslations:
    """Through the screens of translations."""

    @pytest.fixture
    def translation(self, world):
        source = TranslationSource.objects.get(object_id=world.a.pages["news"].translation_key)
        english = Locale.objects.get(language_code="en")
        world.a.pages["news"].get_parent().specific.copy_for_translation(english, copy_parents=True, alias=True)
        made = Translation.objects.create(source=source, target_locale=english)
        made.save_target(publish=False)
        return made

    def test_a_translation_shows_no_picture_of_another_kim(self, world, editor, translation):
        segments = {item.context.path: item for item in OverridableSegment.objects.filter(source=translation.source)}
        args = [translation.pk, segments["lead_image"].pk]
        url, form = reverse("wagtail_localize:edit_override", args=args), "application/x-www-form-urlencoded"
        for value in (world.b.objects["image"].pk, f"0{world.b.objects['image'].pk}", "abc", "9" * 30, ""):
            answer = editor.put(url, f"value={value}", content_type=form)
            assert answer.status_code == 400
            assert says_nothing(answer)
        assert not SegmentOverride.objects.exists()
        override = SegmentOverride(
            locale_id=translation.target_locale_id, context=segments["lead_image"].context,
            data_json=str(world.b.objects["image"].pk),
        )  # fmt: skip
        # As it might have come in by another way.
        SegmentOverride.objects.bulk_create([override])
        target = translation.get_target_instance()
        screen = editor.get(reverse("wagtailadmin_pages:edit", args=[target.pk]))
        assert says_nothing(screen)
        preview = editor.get(reverse("wagtail_localize:preview_translation", args=[translation.pk]))
        assert preview.status_code == 404
        own = editor.put(url, f"value={world.a.objects['image'].pk}", content_type=form)
        assert own.status_code == 200
        SegmentOverride.objects.update(data_json=override.data_json)
        for button in ("publish", "save"):
            answer = editor.post(reverse("wagtailadmin_pages:edit", args=[target.pk]), {"action": button})
            assert answer.status_code < 500
            assert says_nothing(answer)
        target = NewsPage.objects.get(pk=target.pk)
        assert target.lead_image_id == world.a.objects["image"].pk
        assert not target.live
        with pytest.raises(ValidationError):
            translation.save_target(publish=True)
        assert NewsPage.objects.get(pk=target.pk).lead_image_id == world.a.objects["image"].pk

    def test_own_pictures_are_shown_where_they_are_chosen(self, world, editor):
        for kind in ("images", "documents"):
            own, other = world.a.objects[kind.rstrip("s")].pk, world.b.objects[kind.rstrip("s")].pk
            assert editor.get(f"/admin/api/main/{kind}/{own}/").status_code == 200
            assert editor.get(f"/admin/api/main/{kind}/{other}/").status_code == 404


def test_scheduling_is_guarded_like_publishing(world, editor):
    form = forms.news(world.b.objects["image"], go_live_at="2026-12-24 08:00") | {"action-publish": "1"}
    response = editor.post(add_url(world.a, "newspage"), form)
    assert response.status_code == 200
    assert "KIM lain" in response.content.decode()
    assert not NewsPage.objects.filter(slug="kerja-bakti").exists()


def test_a_link_that_is_on_a_page_already_gives_no_address_away_in_the_editor(world, editor):
    """Should a reference have come in by another way, the editor does not show what is behind it."""
    page = NewsPage.objects.get(pk=world.a.pages["news"].pk)
    text = RichText(forms.page_link(world.b.pages["draft"]) + forms.document_link(world.b.objects["document"]))
    page.body = [("text", text)]
    Page.save(page)
    NewsPage.objects.filter(pk=page.pk).update(body=page.body)
    response = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    assert says_nothing(response)


def test_a_tag_does_not_tell_how_another_kim_spells_it(world, editor):
    own = world.a.objects["image"]
    form = {"title": "Foto", "collection": world.a.kim.collection.pk, "tags": "zmarkb LABEL foto, Zmarkb Lain"}
    editor.post(reverse("wagtailimages:edit", args=[own.pk]), form)
    assert set(own.tags.names()) == {"zmarkb label foto", "zmarkb lain"}


def test_homes_and_hubs_are_not_made_by_hand(world):
    hub = world.a.objects["hub"]
    for model in (("kim_sites", "kimhomepage"), ("home", "hubpage")):
        url = reverse("wagtailadmin_pages:add", args=[*model, hub.pk])
        assert client_of(world.people["regency curator"]).get(url).status_code in (302, 403, 404)
