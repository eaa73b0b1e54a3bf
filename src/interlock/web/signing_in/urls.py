"""The addresses of signing in and of the second factor."""

from __future__ import annotations

from allauth.account import views as allauth_views
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from django.urls import include, path
from django.views.generic import RedirectView

# What of allauth has an address here, under the names it looks for; its other pages have none.
signing_in = [
    path("sign-in/again/", RedirectView.as_view(pattern_name="web:sign-in"), name="account_login"),
    path("sign-in/turned-away/", RedirectView.as_view(pattern_name="web:sign-in"), name="socialaccount_signup"),
    path("sign-in/with/", include("allauth.socialaccount.providers.openid_connect.urls")),
    path("sign-in/code/", mfa.authenticate, name="mfa_authenticate"),
    path("password/again/", allauth_views.reauthenticate, name="account_reauthenticate"),
    path("second-factor/", RedirectView.as_view(pattern_name="web:tokens"), name="mfa_index"),
    path("second-factor/again/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("second-factor/", include("allauth.mfa.totp.urls")),
    path("second-factor/codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("second-factor/codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
]
