"""Parties in the admin: once, with their roles, addresses and accounts."""

from __future__ import annotations

from django.contrib import admin

from interlock.core.masters import Master, Rows, column

from .models import Account, Address, Party, PartyGroup, PartyRole


@admin.register(PartyGroup)
class PartyGroupAdmin(Master):
    list_display = [column("code"), column("name")]
    search_fields = ["code", "name_en", "name_zh"]


class RoleRows(Rows):
    model = PartyRole


class AddressRows(Rows):
    model = Address


class AccountRows(Rows):
    model = Account


@admin.register(Party)
class PartyAdmin(Master):
    list_display = ["code", "name", column("kind"), "country", "uscc", column("state")]
    list_filter = ["kind", "state", "roles__role"]
    search_fields = ["code", "name", "uscc"]
    autocomplete_fields = ["group"]
    inlines = [RoleRows, AddressRows, AccountRows]
