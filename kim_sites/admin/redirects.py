"""Redirects of a KIM's own site. Wagtail's own screens of redirects show all sites and are for operators."""

from urllib.parse import urlsplit

from django import forms
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.widgets import AdminPageChooser
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy

from kim_sites.admin.choosers import kim_chooser
from kim_sites.admin.forms import MOST_IN_SELECT
from kim_sites.admin.paginators import CappedPaginator
from kim_sites.models import Kim
from kim_sites.services.scope import home_paths, kim_for_user
from kim_sites.signals import redirect_changed

# Whoever looks after the officers looks after the redirects: the chair, curators above, operators.
CODENAME = "change_officer"
# Addresses that the installation answers itself, on every host.
RESERVED = ("/admin", "/static", "/media", "/documents", "/-")
LONGEST = Redirect._meta.get_field("old_path").max_length


def redirect_kim(user):
    """The KIM whose redirects a person may change: those with a site."""
    return kim_for_user(user, CODENAME).filter(site__isnull=False)


class KimRedirectPolicy(ModelPermissionPolicy):
    """Redirects of the sites of `redirect_kim`. Not registered: for Wagtail's own screens plain permissions hold."""

    def user_has_permission(self, user, action):
        """Whether there is a KIM whose redirects the person looks after."""
        return redirect_kim(user).exists()

    def user_has_any_permission(self, user, actions):
        """Whether there is a KIM whose redirects the person looks after."""
        return redirect_kim(user).exists()

    def instances_user_has_any_permission_for(self, user, actions):
        """Redirects of those KIM."""
        return Redirect.objects.filter(site__kim__in=redirect_kim(user))

    def user_has_any_permission_for_instance(self, user, actions, instance):
        """Whether the redirect is one of those KIM's."""
        return redirect_kim(user).filter(site=instance.site_id).exists()

    def user_has_permission_for_instance(self, user, action, instance):
        """Whether the redirect is one of those KIM's."""
        return self.user_has_any_permission_for_instance(user, [action], instance)


class KimRedirectForm(WagtailAdminModelForm):
    """Binds a redirect to the site of one of the person's own KIM, at its creation and for good."""

    kim = forms.ModelChoiceField(label=gettext_lazy("KIM"), queryset=Kim.objects.none())

    class Meta(WagtailAdminModelForm.Meta):
        model = Redirect
        fields = ["old_path", "redirect_page", "redirect_link", "is_permanent"]
        labels = {
            "old_path": gettext_lazy("Old address"),
            "redirect_page": gettext_lazy("Leads to this page"),
            "redirect_link": gettext_lazy("Or to this address"),
            "is_permanent": gettext_lazy("For good"),
        }
        help_texts = {
            "old_path": gettext_lazy(
                "What stands behind the name of your site, for example /kabar-lama. It works as long as no page has"
                " this address."
            ),
            "redirect_link": gettext_lazy("Begins with https:// or http://. Leave it empty if you chose a page."),
            "is_permanent": gettext_lazy("Leave it on unless the old address will be used again."),
        }
        widgets = {"redirect_page": AdminPageChooser}

    field_order = ["kim", "old_path", "redirect_page", "redirect_link", "is_permanent"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.own_kim = None
        self.fields["old_path"].max_length = None  # counted after it was put into shape
        if self.instance.pk:
            self.own_kim = Kim.objects.select_related("site").get(site=self.instance.site_id)
            del self.fields["kim"]
        else:
            self._offer_kim()

    def _offer_kim(self) -> None:
        allowed = redirect_kim(self.for_user)
        few = list(allowed.select_related("site").order_by()[: MOST_IN_SELECT + 1])
        if len(few) == 1:
            self.own_kim = few[0]
            del self.fields["kim"]
            return
        field = self.fields["kim"]
        if len(few) > MOST_IN_SELECT:
            field.widget = kim_chooser.widget_class()
        field.queryset = allowed.select_related("site").order_by("name", "pk")

    @property
    def chosen_kim(self) -> Kim | None:
        """The KIM of the redirect, as far as it is known."""
        return self.own_kim or self.cleaned_data.get("kim")

    def clean_old_path(self):
        """The address as Wagtail looks it up. Raises ValidationError for one that can't be redirected."""
        try:
            old_path = Redirect.normalise_path(self.cleaned_data["old_path"])
        except ValueError as error:
            raise forms.ValidationError(_("This is not an address.")) from error
        if old_path == "/":
            raise forms.ValidationError(_("The front page of your site can't be redirected."))
        if any(old_path == name or old_path.startswith((f"{name}/", f"{name}?")) for name in RESERVED):
            raise forms.ValidationError(_("Addresses that begin like this belong to the portal. Please take another."))
        if len(old_path) > LONGEST:
            raise forms.ValidationError(_("This address is too long."))
        return old_path

    def clean_redirect_link(self):
        """Raises ValidationError for anything but a web address."""
        link = self.cleaned_data["redirect_link"]
        if link and urlsplit(link).scheme.lower() not in ("http", "https"):
            raise forms.ValidationError(_("The address begins with https:// or http://."))
        return link

    def clean(self):
        """Raises ValidationError for a missing, foreign or circular target, and for an address taken already."""
        cleaned = super().clean()
        page, link = cleaned.get("redirect_page"), cleaned.get("redirect_link")
        if page and link:
            self.add_error("redirect_link", _("Choose a page or give an address, not both."))
        elif not page and not link and not self.errors:
            self.add_error("redirect_page", _("Choose the page to which the old address leads, or give an address."))
        if self.chosen_kim is None:
            return cleaned
        if page:
            self._check_page(page)
        if link and "old_path" in cleaned:
            self._check_link(link, cleaned["old_path"])
        if "old_path" in cleaned and self._others().filter(old_path=cleaned["old_path"]).exists():
            self.add_error("old_path", taken())
        return cleaned

    def _others(self):
        return Redirect.objects.filter(site=self.chosen_kim.site_id).exclude(pk=self.instance.pk)

    def _check_page(self, page: Page) -> None:
        homes = home_paths(Kim.objects.filter(pk=self.chosen_kim.pk))
        if not any(page.path.startswith(home) for home in homes):
            self.add_error("redirect_page", _("This page belongs to another site. Please choose one of your KIM."))
        elif not page.live:
            self.add_error("redirect_page", _("This page is not published yet."))

    def _check_link(self, link: str, old_path: str) -> None:
        target = urlsplit(link)
        if (target.hostname or "").lower() != self.chosen_kim.site.hostname:
            return
        target_path = Redirect.normalise_path(link)
        if target_path == old_path:
            self.add_error("redirect_link", _("This leads back to the same address."))
        elif self._others().filter(old_path=target_path).exists():
            self.add_error(
                "redirect_link", _("This address is redirected itself. Please give the one to which it leads.")
            )

    def save(self, commit=True):
        """Bind it to the KIM's site, whatever was posted."""
        self.instance.site_id = self.chosen_kim.site_id
        return super().save(commit)


def taken() -> str:
    """What is said when the old address has a redirect already."""
    return _("There is a redirect for this address already.")


class RedirectMixin:
    """What the views share: the policy, the names of the addresses, and a 404 for everybody else."""

    model = Redirect
    permission_policy = KimRedirectPolicy(Redirect)
    header_icon = "redirect"
    index_url_name = "kim_redirects:index"
    index_results_url_name = "kim_redirects:index_results"
    add_url_name = "kim_redirects:add"
    edit_url_name = "kim_redirects:edit"
    delete_url_name = "kim_redirects:delete"

    def dispatch(self, request, *args, **kwargs):
        """Raises Http404 for people who look after no redirects."""
        if not redirect_kim(request.user).exists():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def scoped(self):
        """The redirects of the person's own KIM. A foreign one does not exist."""
        found = self.permission_policy.instances_user_has_any_permission_for(self.request.user, ["change"])
        return found.select_related("site__kim", "redirect_page")

    def get_queryset(self):
        """Only the person's own."""
        return self.scoped()

    def note(self, redirect, what: str) -> None:
        """Tell who writes such things down."""
        redirect_changed.send(sender=Redirect, redirect=redirect, what=what, user=self.request.user)


class SaveMixin:
    """Saves; somebody else may take the address between look and write."""

    form_class = KimRedirectForm
    what = ""

    def form_valid(self, form):
        """Save, or say that the address is taken."""
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except IntegrityError:
            form.add_error("old_path", taken())
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)

    def save_instance(self):
        """Save and tell."""
        instance = super().save_instance()
        self.note(instance, self.what)
        return instance


class RedirectIndexView(RedirectMixin, generic.IndexView):
    """The list."""

    paginator_class = CappedPaginator
    page_title = gettext_lazy("Redirects")
    default_ordering = "old_path"
    search_backend_name = None
    search_fields = ["old_path", "redirect_link", "redirect_page__title"]
    add_item_label = gettext_lazy("Add a redirect")
    list_display = [
        "old_path",
        Column("target", label=gettext_lazy("Leads to"), accessor=lambda row: row.redirect_page or row.redirect_link),
        Column("kim", label=gettext_lazy("KIM"), accessor="site.kim.name"),
    ]

    def get_queryset(self):
        """Ordered, searched and only the person's own."""
        return generic.IndexView.get_queryset(self)

    def get_base_queryset(self):
        """Only the person's own."""
        return self.scoped()

    def get_table(self, object_list):
        """Without the column of the KIM where it would say the same in every row."""
        if len(redirect_kim(self.request.user).order_by().values_list("pk")[:2]) < 2:
            self.columns = [column for column in self.columns if column.name != "kim"]
        return super().get_table(object_list)


class RedirectAddView(RedirectMixin, SaveMixin, generic.CreateView):
    """A new redirect."""

    what = "added"
    submit_button_label = gettext_lazy("Save")
    page_title = gettext_lazy("New redirect")
    success_message = gettext_lazy("“%(object)s” is redirected now.")
    error_message = gettext_lazy("The redirect could not be saved. Please see what is said at the fields.")

    def get_breadcrumbs_items(self):
        """The list and this screen."""
        index = {"url": reverse(self.index_url_name), "label": _("Redirects")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.get_page_title()}]


class RedirectEditView(RedirectMixin, SaveMixin, generic.EditView):
    """Change a redirect."""

    what = "changed"
    page_title = gettext_lazy("Redirect")
    success_message = gettext_lazy("The redirect of “%(object)s” was changed.")
    error_message = gettext_lazy("The redirect could not be saved. Please see what is said at the fields.")


class RedirectDeleteView(RedirectMixin, generic.DeleteView):
    """Remove a redirect."""

    success_message = gettext_lazy("“%(object)s” is no longer redirected.")

    def delete_action(self):
        """Remove and tell."""
        self.note(self.object, "removed")
        super().delete_action()


class RedirectMenuItem(MenuItem):
    """For people who look after redirects. The views refuse for themselves."""

    def is_shown(self, request):
        """Whether there is a KIM whose redirects the person looks after. Operators have those of all sites elsewhere."""
        return not request.user.is_superuser and redirect_kim(request.user).exists()


app_name = "kim_redirects"
urlpatterns = [
    path("", RedirectIndexView.as_view(), name="index"),
    path("results/", RedirectIndexView.as_view(results_only=True), name="index_results"),
    path("new/", RedirectAddView.as_view(), name="add"),
    path("edit/<int:pk>/", RedirectEditView.as_view(), name="edit"),
    path("delete/<int:pk>/", RedirectDeleteView.as_view(), name="delete"),
]


def menu_item() -> RedirectMenuItem:
    """The entry of the menu, below members."""
    return RedirectMenuItem(
        gettext_lazy("Redirects"), reverse("kim_redirects:index"), name="kim-redirects", icon_name="redirect", order=330
    )
