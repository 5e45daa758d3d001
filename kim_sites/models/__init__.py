"""The tenant's models, one file a concern."""

from .achievements import AchievementIndexPage, AchievementKind, AchievementPage, AwardLevel, PotentialType
from .approval import KimApprovalTask
from .base import KimPage, PublicPage
from .home import KimHomePage
from .info import InfoPage
from .mail import OutgoingMail
from .media import KimDocument, KimImage, KimRendition
from .news import Adinda, NewsCategory, NewsIndexPage, NewsPage, NewsTag
from .people import User
from .products import Availability, PriceKind, ProductCategory, ProductIndexPage, ProductPage, ProductPhoto
from .regions import Region
from .sellers import Seller
from .tenants import HostAlias, Kim, KimRole, LegalPaper, Officer, PaperNotice

__all__ = [
    "AchievementIndexPage",
    "AchievementKind",
    "AchievementPage",
    "Adinda",
    "Availability",
    "AwardLevel",
    "HostAlias",
    "InfoPage",
    "Kim",
    "KimApprovalTask",
    "KimDocument",
    "KimHomePage",
    "KimImage",
    "KimPage",
    "KimRendition",
    "KimRole",
    "LegalPaper",
    "NewsCategory",
    "NewsIndexPage",
    "NewsPage",
    "NewsTag",
    "Officer",
    "OutgoingMail",
    "PaperNotice",
    "PotentialType",
    "PriceKind",
    "ProductCategory",
    "ProductIndexPage",
    "ProductPage",
    "ProductPhoto",
    "PublicPage",
    "Region",
    "Seller",
    "User",
]
