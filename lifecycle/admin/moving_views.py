"""Another address, an own domain, another village, a merging: asked by GET, done by POST."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kim_sites.admin.choosers import kim_chooser
from kim_sites.models import Kim, Region
from kim_sites.services import hosts
from kim_sites.services.domains import DomainError
from kim_sites.services.scope import kim_for_user
from lifecycle.admin.life_views import DecisionView, ReasonForm
from lifecycle.services import merging, moving
from lifecycle.services.domain_check import own_addresses


class LabelForm(forms.Form):
    """The part of the address before the platform's domain."""

    label = forms.CharField(
        label=gettext_lazy("New address"),
        max_length=40,
        help_text=gettext_lazy("Small letters, digits and single dashes, for example: maju-bersama"),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
    )


class DomainForm(forms.Form):
    """A domain that the KIM has bought."""

    hostname = forms.CharField(
        label=gettext_lazy("Own domain"),
        max_length=253,
        help_text=gettext_lazy("For example: desaku.id"),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "inputmode": "url"}),
    )


class RegionForm(forms.Form):
    """Where the KIM lives: a village or district of its own regency."""

    region = forms.ModelChoiceField(Region.objects.none(), label=gettext_lazy("Village or district"))

    def __init__(self, *args, kim: Kim, **kwargs):
        super().__init__(*args, **kwargs)
        regency = kim.region.code_at(Region.Level.REGENCY)
        inside = Region.objects.filter(code__startswith=f"{regency}.", is_active=True)
        self.fields["region"].queryset = inside.order_by("code")
        self.fields["region"].label_from_instance = lambda region: f"{region.name} ({region.code})"
        self.fields["region"].initial = kim.region_id


class MergeForm(ReasonForm):
    """The KIM that goes on, and why."""

    successor = forms.ModelChoiceField(Kim.objects.none(), label=gettext_lazy("The KIM that goes on"))
    field_order = ["successor", "reason"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = kim_for_user(user)
        self.fields["successor"].widget = kim_chooser.widget_class()


class AddressView(DecisionView):
    """Another address."""

    form_class = LabelForm
    page_title = gettext_lazy("Change the address")
    submit_label = gettext_lazy("Change the address")

    @property
    def intro(self):
        """What will happen, and how the address will look."""
        text = _(
            "The address is now %(now)s. The new one ends in .%(base)s too. The old one goes on leading to your site, so"
            " nothing that people have shared is lost. A chair may change it once in 30 days."
        )
        return text % {"now": self.kim.url, "base": hosts.base_domain().name}

    def carry_out(self, values):
        """Change it."""
        kim = moving.change_label(self.request.user, self.kim, values["label"])
        return _("The address is now %(url)s.") % {"url": kim.url}


class DomainView(DecisionView):
    """A domain of the KIM's own, once it leads here."""

    form_class = DomainForm
    page_title = gettext_lazy("Use an own domain")
    submit_label = gettext_lazy("Check and use it")

    @property
    def intro(self):
        """Which record to set, in plain words."""
        try:
            addresses = ", ".join(sorted(own_addresses()))
        except DomainError:
            addresses = hosts.base_domain().name
        text = _(
            "Ask whoever keeps your domain to let it lead to this server: an A record to %(addresses)s, or a CNAME record"
            " to %(host)s. Then enter the domain here. We check that it leads here before anything changes; the address"
            " until now goes on leading to your site."
        )
        return text % {"addresses": addresses, "host": hosts.subdomain(self.kim.slug)}

    def carry_out(self, values):
        """Check and use it."""
        kim = moving.use_domain(self.request.user, self.kim, values["hostname"])
        return _("The address is now %(url)s.") % {"url": kim.url}


class LeaveDomainView(DecisionView):
    """Back to the address below the platform's domain."""

    page_title = gettext_lazy("Give the own domain up")
    submit_label = gettext_lazy("Yes, go back")
    intro = gettext_lazy(
        "The site answers on its former address again. The own domain leads there for as long as it leads to this server."
    )

    def carry_out(self, values):
        """Go back."""
        kim = moving.leave_domain(self.request.user, self.kim)
        return _("The address is now %(url)s.") % {"url": kim.url}


class RegionView(DecisionView):
    """Another village."""

    form_class = RegionForm
    page_title = gettext_lazy("Change the village")
    submit_label = gettext_lazy("Save")
    intro = gettext_lazy(
        "For villages that were merged, divided or chosen by mistake. The address stays; lists of the hubs follow at once."
    )

    def get_form_kwargs(self):
        """The regency is the KIM's."""
        return {**super().get_form_kwargs(), "kim": self.kim}

    def carry_out(self, values):
        """Change it."""
        kim = moving.change_region(self.request.user, self.kim, values["region"])
        return _("%(kim)s is now in %(place)s.") % {"kim": kim.name, "place": kim.region.name}


class MergeView(DecisionView):
    """Into another KIM."""

    form_class = MergeForm
    page_title = gettext_lazy("Merge into another KIM")
    submit_label = gettext_lazy("Yes, merge")
    is_serious = True
    intro = gettext_lazy(
        "This site becomes an archive: what it wrote stays readable at its old addresses, with a link to the KIM that goes"
        " on, and its front page leads there. Members are not moved; invite them there. You can take it back."
    )

    def get_form_kwargs(self):
        """What may be chosen is the person's."""
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_context_data(self, **kwargs):
        """The chooser brings its script along."""
        context = super().get_context_data(**kwargs)
        return {**context, "media": context["form"].media}

    def carry_out(self, values):
        """Merge."""
        merging.merge(self.request.user, self.kim, values["successor"], values["reason"])
        return _("%(ended)s was merged into %(kim)s.") % {"ended": self.kim.name, "kim": values["successor"].name}


class UnmergeView(DecisionView):
    """Take a merging back."""

    page_title = gettext_lazy("Take the merging back")
    submit_label = gettext_lazy("Yes, open the site")
    intro = gettext_lazy("The site is open again and no longer leads to the other KIM.")

    def carry_out(self, values):
        """Take it back."""
        merging.unmerge(self.request.user, self.kim)
        return _("The site of %(kim)s is open again.") % {"kim": self.kim.name}
