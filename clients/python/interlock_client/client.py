"""The calls. Written by ./interlock manage client from the specification; do not edit."""

from __future__ import annotations

from typing import Any, Iterator

from . import types
from .calling import Caller


class Client(Caller):
    """One method for each call of the interface."""

    def take_in_orders(
        self,
        call: types.Batch,
        *,
        key: str | None = None,
    ) -> types.BatchAnswer:
        """Take a batch of order lines in, as if it were a feed file: each row is answered, the good orders go
        through.

        Send an Idempotency-Key: the same key and rows answer as the first time, the same key with other
        rows is refused (409, ``key_reused``). Without one the content itself is the key.
        """
        return self.call(
            "POST",
            "/api/v1/orders/batch",
            body=call,
            key=key,
        )

    def list_orders(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        number: str | None = None,
        platform_number: str | None = None,
        shop: str | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
        lines: bool | None = None,
    ) -> types.OrderPage:
        """An order of a shop's buyer; the buyer lives here, not among the parties.

        Permission, any of: `sales.view_order`, `sales.release_orders`, `sales.amend_orders`,
        `sales.import_orders`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/orders",
            query={"company": company, "after": after, "limit": limit, "state": state, "number": number, "platform_number": platform_number, "shop": shop, "since": since, "until": until, "changed_since": changed_since, "lines": lines},
        )

    def create_orders(
        self,
        call: types.CreateOrdersCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Make orders with their lines; ids are the caller's own numbers, the keys of ``orders``.

        They are received like orders of a feed, and reviewed, reserved, shipped and recognised like them.
        Nothing wrong is taken in: the verdict's detail names every fault by line (the first is 1) and
        field. Of an order that is made it names the document (``order``) and its ``number``. Without a
        number of their own two same orders are two.

        Permission: `sales.enter_orders`. Codes, first match: `not_found`, `unknown_shop`, `shop_blocked`,
        `unknown_customer`, `too_long`, `bad_date`, `bad_priority`, `bad_paid_amount`, `no_lines`,
        `too_many_lines`, `unknown_item`, `item_blocked`, `unknown_unit`, `bad_quantity`, `no_price`,
        `bad_price`, `bad_discount`, `taken`, `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/orders",
            body=call,
            key=key,
        )

    def read_orders(
        self,
        id: int,
    ) -> types.Order:
        """An order of a shop's buyer; the buyer lives here, not among the parties.

        Permission, any of: `sales.view_order`, `sales.release_orders`, `sales.amend_orders`,
        `sales.import_orders`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/orders/{id}",
        )

    def list_orders_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.OrderLinePage:
        """One item of an order: ``quantity`` base units at ``unit_price`` with VAT; ``amount`` rounded at the
        line.

        ``discount_amount`` is what the platform took off the price, ``subsidy_amount`` what of it the
        platform bears and pays us; the amount is the price less the discount that we bear.

        A line that was taken out, or of which nothing left before the order was cancelled, stays with the
        quantity 0: what it was stands in the order's versions.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/orders/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_order_changes(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        number: str | None = None,
        shop: str | None = None,
        order: int | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
        lines: bool | None = None,
    ) -> types.ChangeDocumentPage:
        """A change of one order, from the version it starts from: written, submitted, approved where needed,
        applied. ``before`` and ``after`` hold the fields of the head that change. ``amount_before`` and
        ``amount`` are what the order came to and what it comes to. ``reasons`` are what approval routes
        look at. ``note`` is the approver's word when it comes back, ``why`` the code for which it could not
        be applied.

        Permission, any of: `sales.view_order`, `sales.release_orders`, `sales.amend_orders`,
        `sales.import_orders`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/order-changes",
            query={"company": company, "after": after, "limit": limit, "state": state, "number": number, "shop": shop, "order": order, "since": since, "until": until, "changed_since": changed_since, "lines": lines},
        )

    def read_order_changes(
        self,
        id: int,
    ) -> types.ChangeDocument:
        """A change of one order, from the version it starts from: written, submitted, approved where needed,
        applied. ``before`` and ``after`` hold the fields of the head that change. ``amount_before`` and
        ``amount`` are what the order came to and what it comes to. ``reasons`` are what approval routes
        look at. ``note`` is the approver's word when it comes back, ``why`` the code for which it could not
        be applied.

        Permission, any of: `sales.view_order`, `sales.release_orders`, `sales.amend_orders`,
        `sales.import_orders`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/order-changes/{id}",
        )

    def list_order_changes_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.ChangeLinePage:
        """A line as it shall be, beside what it was; one that is added was nothing, quantity 0 takes one out.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/order-changes/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_deliveries(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        number: str | None = None,
        warehouse: str | None = None,
        shop: str | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
        lines: bool | None = None,
    ) -> types.DeliveryPage:
        """Goods one warehouse sends together.

        Permission, any of: `sales.view_delivery`, `sales.ship_deliveries`, `sales.capture_serials`,
        `sales.recognise_revenue`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/deliveries",
            query={"company": company, "after": after, "limit": limit, "state": state, "number": number, "warehouse": warehouse, "shop": shop, "since": since, "until": until, "changed_since": changed_since, "lines": lines},
        )

    def read_deliveries(
        self,
        id: int,
    ) -> types.Delivery:
        """Goods one warehouse sends together.

        Permission, any of: `sales.view_delivery`, `sales.ship_deliveries`, `sales.capture_serials`,
        `sales.recognise_revenue`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/deliveries/{id}",
        )

    def list_deliveries_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.DeliveryLinePage:
        """Pieces of an order line from one bin; ``amount`` is this part of the order line's, allocated to the
        cent.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/deliveries/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_returns(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        kind: str | None = None,
        number: str | None = None,
        platform_number: str | None = None,
        shop: str | None = None,
        order: int | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
        lines: bool | None = None,
    ) -> types.ReturnPage:
        """Goods of one order that come back, or money for goods that stay with the buyer.

        Permission, any of: `sales.view_return`, `sales.announce_returns`, `sales.receive_returns`,
        `sales.refund_returns`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/returns",
            query={"company": company, "after": after, "limit": limit, "state": state, "kind": kind, "number": number, "platform_number": platform_number, "shop": shop, "order": order, "since": since, "until": until, "changed_since": changed_since, "lines": lines},
        )

    def announce_returns(
        self,
        call: types.AnnounceReturnsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Announce returns; ids are the caller's own numbers, the keys of ``returns``.

        A line's pieces are taken from the deliveries they left with, first shipped first, as far as they
        have not come back and are not announced; each part carries its part of the amount, all parts
        together exactly the whole. The verdict's detail names the document (``return``), that of a
        rejection the lines by place.

        Permission: `sales.announce_returns`. Codes, first match: `not_found`, `already`, `unknown_order`,
        `unknown_kind`, `unknown_reason`, `no_lines`, `not_in_order`, `not_shipped`, `before_shipment`,
        `bad_quantity`, `bad_amount`, `unknown_serial`, `more_than_left`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/returns",
            body=call,
            key=key,
        )

    def read_returns(
        self,
        id: int,
    ) -> types.Return:
        """Goods of one order that come back, or money for goods that stay with the buyer.

        Permission, any of: `sales.view_return`, `sales.announce_returns`, `sales.receive_returns`,
        `sales.refund_returns`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/returns/{id}",
        )

    def list_returns_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.ReturnLinePage:
        """Pieces of a delivery line; ``amount`` is their part of its amount, to the cent. Without pieces it is
        money only.

        ``reverses`` is empty until the return takes effect; then it says whether the delivery line was
        revenue by that time, so that revenue is reversed, or not yet, so that less of it will become
        revenue. ``cost_amount`` is what the goods brought back into stock.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/returns/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_feeds(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
    ) -> types.FeedPage:
        """One file of orders: how many came, how many were taken in, and the file of those that were not.

        Permission, any of: `sales.view_feed`, `sales.import_orders`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/feeds",
            query={"company": company, "after": after, "limit": limit, "state": state},
        )

    def read_feeds(
        self,
        id: int,
    ) -> types.Feed:
        """One file of orders: how many came, how many were taken in, and the file of those that were not.

        Permission, any of: `sales.view_feed`, `sales.import_orders`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/feeds/{id}",
        )

    def list_statements(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        number: str | None = None,
        platform_number: str | None = None,
        shop: str | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
    ) -> types.StatementPage:
        """A platform's statement for a shop: what it collected, gave back and kept, and what it pays out.

        Permission, any of: `sales.view_statement`, `sales.import_statements`, `sales.post_statements`,
        `sales.tie_payouts`, `sales.accept_differences`, `sales.hand_back_differences`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/statements",
            query={"company": company, "after": after, "limit": limit, "state": state, "number": number, "platform_number": platform_number, "shop": shop, "since": since, "until": until, "changed_since": changed_since},
        )

    def read_statements(
        self,
        id: int,
    ) -> types.Statement:
        """A platform's statement for a shop: what it collected, gave back and kept, and what it pays out.

        Permission, any of: `sales.view_statement`, `sales.import_statements`, `sales.post_statements`,
        `sales.tie_payouts`, `sales.accept_differences`, `sales.hand_back_differences`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/statements/{id}",
        )

    def list_statements_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.StatementLinePage:
        """What a statement says of one order; ``fees`` in the order of its fee kinds. Judged once: a line that
        differs is judged again when its order has come, or was refunded or cancelled since.

        ``difference_amount`` is what was paid beyond what was owed; all of it where there is no order to
        owe it.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/statements/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_differences(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        shop: str | None = None,
        order: int | None = None,
        statement: int | None = None,
        result: str | None = None,
    ) -> types.DifferencePage:
        """A line that does not agree, until someone has settled it; its shop's owner answers for it.

        Permission, any of: `sales.view_statement`, `sales.import_statements`, `sales.post_statements`,
        `sales.tie_payouts`, `sales.accept_differences`, `sales.hand_back_differences`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/differences",
            query={"company": company, "after": after, "limit": limit, "state": state, "shop": shop, "order": order, "statement": statement, "result": result},
        )

    def read_differences(
        self,
        id: int,
    ) -> types.Difference:
        """A line that does not agree, until someone has settled it; its shop's owner answers for it.

        Permission, any of: `sales.view_statement`, `sales.import_statements`, `sales.post_statements`,
        `sales.tie_payouts`, `sales.accept_differences`, `sales.hand_back_differences`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/differences/{id}",
        )

    def list_movements(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        kind: str | None = None,
        number: str | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
        lines: bool | None = None,
    ) -> types.MovementPage:
        """A document that brings goods into bins or corrects what lies there.

        Permission, any of: `stock.view_movement`, `stock.record_movements`, `stock.post_movements`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/movements",
            query={"company": company, "after": after, "limit": limit, "state": state, "kind": kind, "number": number, "since": since, "until": until, "changed_since": changed_since, "lines": lines},
        )

    def record_movements(
        self,
        call: types.RecordMovementsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Write movements down as drafts; ids are the caller's own numbers, the keys of ``movements``.

        The verdict's detail names the document (``movement``). Opening stock and receipts come in with
        their value; what they are worth is not guessed.

        Permission: `stock.record_movements`. Codes, first match: `not_found`, `unknown_kind`, `no_lines`,
        `unknown_reason`, `unknown_party`, `unknown_item`, `foreign_location`, `bad_quantity`, `bad_amount`,
        `bad_serials`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/movements",
            body=call,
            key=key,
        )

    def read_movements(
        self,
        id: int,
    ) -> types.Movement:
        """A document that brings goods into bins or corrects what lies there.

        Permission, any of: `stock.view_movement`, `stock.record_movements`, `stock.post_movements`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/movements/{id}",
        )

    def list_movements_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.MovementLinePage:
        """``quantity`` base units into (or, negative, out of) a bin; ``amount`` is the value that comes in.

        Going out, or with ``amount`` empty, the pool's own cost is used.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/movements/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_stock(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        item: str | None = None,
        location: int | None = None,
    ) -> types.BalancePage:
        """What lies in a bin, and how much of it is promised: never below zero, never promised twice.

        Permission, any of: `stock.view_balance`, `stock.record_movements`, `stock.post_movements`,
        `sales.ship_deliveries`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/stock",
            query={"company": company, "after": after, "limit": limit, "item": item, "location": location},
        )

    def read_stock(
        self,
        id: int,
    ) -> types.Balance:
        """What lies in a bin, and how much of it is promised: never below zero, never promised twice.

        Permission, any of: `stock.view_balance`, `stock.record_movements`, `stock.post_movements`,
        `sales.ship_deliveries`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/stock/{id}",
        )

    def list_vouchers(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        number: str | None = None,
        origin: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> types.VoucherPage:
        """A voucher: collected from events of one day, unit and kind, or entered by hand; posted ones never
        change.

        Permission, any of: `finance.view_voucher`, `finance.post_events`, `finance.post_vouchers`,
        `finance.seal_vouchers`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/vouchers",
            query={"company": company, "after": after, "limit": limit, "state": state, "number": number, "origin": origin, "since": since, "until": until},
        )

    def read_vouchers(
        self,
        id: int,
    ) -> types.Voucher:
        """A voucher: collected from events of one day, unit and kind, or entered by hand; posted ones never
        change.

        Permission, any of: `finance.view_voucher`, `finance.post_events`, `finance.post_vouchers`,
        `finance.seal_vouchers`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/vouchers/{id}",
        )

    def list_vouchers_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.VoucherLinePage:
        """A movement of money between two accounts; a manual voucher's line may name one side only.

        With both sides named the line balances by construction; the one-sided lines of a statement must net
        to zero a voucher, which a statement-level trigger proves. A line that posting made of an event line
        has its id, so the way from one to the other needs no column and no index; lines by hand draw theirs
        from the same sequence.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/vouchers/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_voucher_drafts(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        kind: str | None = None,
        number: str | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
        lines: bool | None = None,
    ) -> types.VoucherDraftPage:
        """A voucher by hand: written by one person, posted by another; posted, its ``voucher`` is in the books
        for good.

        Permission, any of: `finance.view_voucherdraft`, `finance.enter_vouchers`,
        `finance.review_vouchers`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/voucher-drafts",
            query={"company": company, "after": after, "limit": limit, "state": state, "kind": kind, "number": number, "since": since, "until": until, "changed_since": changed_since, "lines": lines},
        )

    def save_drafts(
        self,
        call: types.SaveDraftsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Write vouchers by hand as drafts, new ones or in place of older versions; ``ids`` are the keys of
        ``drafts``.

        A draft need not balance yet. The answer names the draft, and each line that is wrong with its code.
        Codes, first match wins: not_found, already, not_draft, is_reversal, stale, empty, bad_amount,
        account_unknown, dimension_unknown, rate_differs (amount in currency and rate do not make the
        amount), done. Writes: finance_voucherdraft and its lines. Locks: sources, one set after the other;
        (2) drafts by id; (9) counters.

        Permission: `finance.enter_vouchers`. Codes, first match: `not_found`, `already`, `not_draft`,
        `is_reversal`, `stale`, `empty`, `bad_amount`, `account_unknown`, `dimension_unknown`,
        `rate_differs`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/voucher-drafts",
            body=call,
            key=key,
        )

    def read_voucher_drafts(
        self,
        id: int,
    ) -> types.VoucherDraft:
        """A voucher by hand: written by one person, posted by another; posted, its ``voucher`` is in the books
        for good.

        Permission, any of: `finance.view_voucherdraft`, `finance.enter_vouchers`,
        `finance.review_vouchers`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/voucher-drafts/{id}",
        )

    def list_voucher_drafts_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.VoucherDraftLinePage:
        """A line of a voucher by hand; the journal line made of it names it as its document line.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/voucher-drafts/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_tax_invoices(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        kind: str | None = None,
        number: str | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
    ) -> types.TaxInvoicePage:
        """An invoice from the request on; issued it has the office's number of twenty digits. A red one is
        negative.

        Permission, any of: `finance.view_taxinvoice`, `finance.request_invoices`, `finance.send_invoices`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/tax-invoices",
            query={"company": company, "after": after, "limit": limit, "state": state, "kind": kind, "number": number, "since": since, "until": until, "changed_since": changed_since},
        )

    def read_tax_invoices(
        self,
        id: int,
    ) -> types.TaxInvoice:
        """An invoice from the request on; issued it has the office's number of twenty digits. A red one is
        negative.

        Permission, any of: `finance.view_taxinvoice`, `finance.request_invoices`, `finance.send_invoices`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/tax-invoices/{id}",
        )

    def list_input_invoices(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        number: str | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
    ) -> types.InputInvoicePage:
        """An invoice of a supplier; ``bill_kind`` and ``bill_id`` name the bill it belongs to, where there is
        one.

        Permission, any of: `finance.view_inputinvoice`, `finance.receive_invoices`,
        `finance.deduct_invoices`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/input-invoices",
            query={"company": company, "after": after, "limit": limit, "state": state, "number": number, "since": since, "until": until, "changed_since": changed_since},
        )

    def receive_invoices(
        self,
        call: types.ReceiveInvoicesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Take in suppliers' invoices; ``ids`` are the keys of ``invoices``. A bill they belong to is named by
        kind and id.

        The answer names the invoice, and what does not add up line by line. One whose bill was typed and is
        in the books belongs to that bill, and is not booked again. Codes, first match wins: not_found,
        bad_number (not twenty digits), bad_day, wrong_sums (``faults`` names lines), not_our_company (the
        buyer is another), own_invoice (we are the seller), already (the same file came before),
        number_known (its number came with another file, in another company of the group, or on an expense
        claim), bill_differs (a bill typed under its number is in the books with another amount), done.
        Writes: finance_inputinvoice and its lines. Locks: (2) the numbers of the group, one set after the
        other.

        Permission: `finance.receive_invoices`. Codes, first match: `not_found`, `bad_number`, `bad_day`,
        `wrong_sums`, `not_our_company`, `own_invoice`, `already`, `number_known`, `bill_differs`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/input-invoices",
            body=call,
            key=key,
        )

    def read_input_invoices(
        self,
        id: int,
    ) -> types.InputInvoice:
        """An invoice of a supplier; ``bill_kind`` and ``bill_id`` name the bill it belongs to, where there is
        one.

        Permission, any of: `finance.view_inputinvoice`, `finance.receive_invoices`,
        `finance.deduct_invoices`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/input-invoices/{id}",
        )

    def list_open_items(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        kind: str | None = None,
        number: str | None = None,
        account: str | None = None,
        party: str | None = None,
        direction: str | None = None,
        document_id: int | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> types.OpenItemPage:
        """What is still open of one document on one account; ``open_amount`` changes with its applications
        only. ``book_amount`` is what the document was worth; ``revalued_book`` is what month's ends have
        added to it since.

        Permission, any of: `finance.view_openitem`, `finance.enter_items`, `finance.review_items`,
        `finance.apply_items`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/open-items",
            query={"company": company, "after": after, "limit": limit, "kind": kind, "number": number, "account": account, "party": party, "direction": direction, "document_id": document_id, "since": since, "until": until},
        )

    def read_open_items(
        self,
        id: int,
    ) -> types.OpenItem:
        """What is still open of one document on one account; ``open_amount`` changes with its applications
        only. ``book_amount`` is what the document was worth; ``revalued_book`` is what month's ends have
        added to it since.

        Permission, any of: `finance.view_openitem`, `finance.enter_items`, `finance.review_items`,
        `finance.apply_items`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/open-items/{id}",
        )

    def list_item_applications(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        kind: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> types.ItemApplicationPage:
        """What closes items: a debit and a credit item against each other, or one item against an account.
        Amounts are in each item's currency, books beside them. A row that ``reverses`` another repeats it
        with negative amounts; nothing is ever deleted.

        Permission, any of: `finance.view_openitem`, `finance.enter_items`, `finance.review_items`,
        `finance.apply_items`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/item-applications",
            query={"company": company, "after": after, "limit": limit, "kind": kind, "since": since, "until": until},
        )

    def read_item_applications(
        self,
        id: int,
    ) -> types.ItemApplication:
        """What closes items: a debit and a credit item against each other, or one item against an account.
        Amounts are in each item's currency, books beside them. A row that ``reverses`` another repeats it
        with negative amounts; nothing is ever deleted.

        Permission, any of: `finance.view_openitem`, `finance.enter_items`, `finance.review_items`,
        `finance.apply_items`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/item-applications/{id}",
        )

    def list_item_documents(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        kind: str | None = None,
        number: str | None = None,
        party: str | None = None,
        reference: str | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
        lines: bool | None = None,
    ) -> types.ItemDocumentPage:
        """A document by hand that makes, pays, offsets or writes off items: written by one person, posted by
        another.

        Permission, any of: `finance.view_openitem`, `finance.enter_items`, `finance.review_items`,
        `finance.apply_items`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/item-documents",
            query={"company": company, "after": after, "limit": limit, "state": state, "kind": kind, "number": number, "party": party, "reference": reference, "since": since, "until": until, "changed_since": changed_since, "lines": lines},
        )

    def save_item_documents(
        self,
        call: types.SaveItemDocumentsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Write bills, charges, receipts, payments, refunds, offsets and bad debts; ``ids`` are the keys of
        ``documents``.

        A bill that asks for more than a budget has left is written, and its detail ``warned`` says so:
        posting is refused. Codes, first match wins: not_found, not_draft, stale, settles_fees (what it
        settles was reckoned; cancel it and settle again), party_unknown, number_missing (a bill without the
        supplier's), reason_missing (a payment of nothing named without a reason), duplicate (a bill of this
        supplier with this number), currency_unknown, account_unknown, item_unknown, unit_unknown,
        bad_amount, empty, done. Writes: finance_itemdocument and its lines. Locks: bills, one set after the
        other; (2) documents by id; (9) counters.

        Permission: `finance.enter_items`. Codes, first match: `not_found`, `not_draft`, `stale`,
        `settles_fees`, `party_unknown`, `number_missing`, `reason_missing`, `duplicate`,
        `currency_unknown`, `account_unknown`, `item_unknown`, `unit_unknown`, `bad_amount`, `empty`,
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/item-documents",
            body=call,
            key=key,
        )

    def read_item_documents(
        self,
        id: int,
    ) -> types.ItemDocument:
        """A document by hand that makes, pays, offsets or writes off items: written by one person, posted by
        another.

        Permission, any of: `finance.view_openitem`, `finance.enter_items`, `finance.review_items`,
        `finance.apply_items`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/item-documents/{id}",
        )

    def list_item_documents_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.ItemDocumentLinePage:
        """A line: an account with its amount and tax, or an item that is paid, offset or written off.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/item-documents/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_bank_receipts(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        reference: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> types.BankReceiptPage:
        """Money that came in on a bank account; ``reference`` is what the payer wrote, ``document_id`` what it
        pays.

        Permission, any of: `finance.view_bankreceipt`, `finance.record_receipts`, `sales.tie_payouts`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/bank-receipts",
            query={"company": company, "after": after, "limit": limit, "state": state, "reference": reference, "since": since, "until": until},
        )

    def record_receipts(
        self,
        call: types.RecordReceiptsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Record money that came in on a bank account; ``ids`` name the ``receipts``.

        Permission: `finance.record_receipts`. Codes, first match: `not_found`, `no_number`, `bad_amount`,
        `bad_day`, `account_unknown`, `account_is_group`, `account_closed`, `changed`, `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/bank-receipts",
            body=call,
            key=key,
        )

    def read_bank_receipts(
        self,
        id: int,
    ) -> types.BankReceipt:
        """Money that came in on a bank account; ``reference`` is what the payer wrote, ``document_id`` what it
        pays.

        Permission, any of: `finance.view_bankreceipt`, `finance.record_receipts`, `sales.tie_payouts`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/bank-receipts/{id}",
        )

    def list_budgets(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        kind: str | None = None,
        code: str | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
        lines: bool | None = None,
    ) -> types.BudgetPage:
        """What may be spent from a day to a day; its lines say on what, each with a total of its own.

        Permission, any of: `finance.view_budget`, `finance.keep_budgets`, `finance.use_budgets`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/budgets",
            query={"company": company, "after": after, "limit": limit, "state": state, "kind": kind, "code": code, "since": since, "until": until, "changed_since": changed_since, "lines": lines},
        )

    def save_budgets(
        self,
        call: types.SaveBudgetsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Write budgets, or new totals of budgets that are there; ``ids`` are the keys of ``budgets``.

        Where a route of core fits (kind ``budget_change``: by how much the totals rise; ``new``, ``raise``
        or ``cut`` as its reason) the totals wait for their approval (``waits`` in the detail). A total
        below what is used is allowed: the rest is overdrawn. The answer names the budget and the change.

        Permission: `finance.keep_budgets`. Codes, first match: `not_found`, `bad_period`, `empty`,
        `no_reason`, `closed`, `other_period`, `change_waiting`, `bad_amount`, `account_unknown`,
        `dimension_unknown`, `account_missing`, `department_missing`, `name_missing`, `month_outside`,
        `duplicate_line`, `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/budgets",
            body=call,
            key=key,
        )

    def read_budgets(
        self,
        id: int,
    ) -> types.Budget:
        """What may be spent from a day to a day; its lines say on what, each with a total of its own.

        Permission, any of: `finance.view_budget`, `finance.keep_budgets`, `finance.use_budgets`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/budgets/{id}",
        )

    def list_budgets_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.BudgetLinePage:
        """What a total is for: an account and those below it, a department, a project, or an incentive that is
        named.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/budgets/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_allocations(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        rule: str | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
        lines: bool | None = None,
    ) -> types.AllocationRunPage:
        """What a rule moved in a month: one voucher, taken back by another; of those in force there is one a
        month.

        Permission, any of: `finance.view_allocationrule`, `finance.run_allocations`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/allocations",
            query={"company": company, "after": after, "limit": limit, "state": state, "rule": rule, "since": since, "until": until, "changed_since": changed_since, "lines": lines},
        )

    def read_allocations(
        self,
        id: int,
    ) -> types.AllocationRun:
        """What a rule moved in a month: one voucher, taken back by another; of those in force there is one a
        month.

        Permission, any of: `finance.view_allocationrule`, `finance.run_allocations`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/allocations/{id}",
        )

    def list_allocations_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.AllocationLinePage:
        """How one amount came about: what stood on an account, the weight it was shared out by, and what a
        unit took.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/allocations/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_dunning_letters(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        number: str | None = None,
        party: str | None = None,
        since: str | None = None,
        until: str | None = None,
        lines: bool | None = None,
    ) -> types.DunningLetterPage:
        """A reminder of what a customer owes a company: what was overdue when it was written, at the highest
        level.

        Permission, any of: `finance.view_dunningletter`, `finance.dun_customers`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/dunning-letters",
            query={"company": company, "after": after, "limit": limit, "state": state, "number": number, "party": party, "since": since, "until": until, "lines": lines},
        )

    def read_dunning_letters(
        self,
        id: int,
    ) -> types.DunningLetter:
        """A reminder of what a customer owes a company: what was overdue when it was written, at the highest
        level.

        Permission, any of: `finance.view_dunningletter`, `finance.dun_customers`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/dunning-letters/{id}",
        )

    def list_dunning_letters_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.DunningItemPage:
        """An overdue document in a letter; of each level a document stands in one letter only.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/dunning-letters/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_account_statements(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        number: str | None = None,
        party: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> types.AccountStatementPage:
        """What stood between a company and a party on a day, as it was written down, and whether the party
        agrees. Debit positive: what the party owes. ``stated_amount`` is the balance by the party's own
        books.

        Permission, any of: `finance.view_accountstatement`, `finance.state_accounts`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/account-statements",
            query={"company": company, "after": after, "limit": limit, "state": state, "number": number, "party": party, "since": since, "until": until},
        )

    def read_account_statements(
        self,
        id: int,
    ) -> types.AccountStatement:
        """What stood between a company and a party on a day, as it was written down, and whether the party
        agrees. Debit positive: what the party owes. ``stated_amount`` is the balance by the party's own
        books.

        Permission, any of: `finance.view_accountstatement`, `finance.state_accounts`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/account-statements/{id}",
        )

    def list_bank_statements(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        number: str | None = None,
        bank_account: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> types.BankStatementPage:
        """A statement of an account, kept once: it follows the one before in number and in balance.

        Permission, any of: `finance.view_bankaccount`, `finance.record_statements`,
        `finance.match_bank_lines`, `finance.run_payments`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/bank-statements",
            query={"company": company, "after": after, "limit": limit, "number": number, "bank_account": bank_account, "since": since, "until": until},
        )

    def record_statements(
        self,
        call: types.RecordStatementsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Keep statements of the company's accounts; ``ids`` are keys of ``statements``. The answer names the
        statement.

        A set is judged in the order of the bank's numbers, so that a late one lets its followers in. A bank
        may begin at 1 again with a new year, told by the closing day, if the opening balance is the last
        closing one. Codes, first match wins: not_found, account_unknown, account_closed, currency_differs,
        already, changed (the bank's number came before with other content), overlaps (a file without
        balances has a line that an earlier statement has: named), sums_differ, sequence_gap,
        opening_differs, done. Writes: finance_bankstatement and its lines, open, owned by whoever owns the
        account. Locks: bank accounts by id; (9) counters.

        Permission: `finance.record_statements`. Codes, first match: `not_found`, `account_unknown`,
        `account_closed`, `currency_differs`, `already`, `changed`, `overlaps`, `sums_differ`,
        `sequence_gap`, `opening_differs`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/bank-statements",
            body=call,
            key=key,
        )

    def read_bank_statements(
        self,
        id: int,
    ) -> types.BankStatement:
        """A statement of an account, kept once: it follows the one before in number and in balance.

        Permission, any of: `finance.view_bankaccount`, `finance.record_statements`,
        `finance.match_bank_lines`, `finance.run_payments`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/bank-statements/{id}",
        )

    def list_bank_statements_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.BankLinePage:
        """A line of a statement, in the bank's words; ``use`` and ``document_id`` say what it is once that is
        known.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/bank-statements/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_payments(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        number: str | None = None,
        reason: str | None = None,
        document_kind: str | None = None,
        document_id: int | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
    ) -> types.PaymentRequestPage:
        """Money asked to be paid out: written by one person, approved by another, sent in a run, paid as the
        bank says. What it is for is a document (kind, id and, if any, line) or a reason that needs none.
        The amount is in the currency of the bank account; ``book_amount`` is what that was worth when it
        was asked for.

        Permission, any of: `finance.view_paymentrequest`, `finance.enter_payments`,
        `finance.approve_payments`, `finance.run_payments`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/payments",
            query={"company": company, "after": after, "limit": limit, "state": state, "number": number, "reason": reason, "document_kind": document_kind, "document_id": document_id, "since": since, "until": until, "changed_since": changed_since},
        )

    def save_payments(
        self,
        call: types.SavePaymentsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Write payment requests as drafts, new ones or in place of older versions; ``ids`` are the keys of
        ``payments``.

        None without a document or a reason that needs none; not more for a document than it is about. The
        amount is in the bank account's currency. The answer names the request. Codes, first match wins:
        not_found, not_draft, stale, reason_unknown, account_unknown, currency_differs (the account's ledger
        account is not kept in its currency, or the document is in another: named), bad_amount, no_rate (of
        today), payee_missing, party_unknown, party_missing, unit_unknown, document_missing,
        document_unknown, party_differs (the document is paid to its own party), beyond_document (all that
        is asked for it or for its lines), done. Writes: finance_paymentrequest. Locks: payments for
        documents, one set after the other; (2) payment requests by id; (9) counters.

        Permission: `finance.enter_payments`. Codes, first match: `not_found`, `not_draft`, `stale`,
        `reason_unknown`, `account_unknown`, `currency_differs`, `bad_amount`, `no_rate`, `payee_missing`,
        `party_unknown`, `party_missing`, `unit_unknown`, `document_missing`, `document_unknown`,
        `party_differs`, `beyond_document`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/payments",
            body=call,
            key=key,
        )

    def read_payments(
        self,
        id: int,
    ) -> types.PaymentRequest:
        """Money asked to be paid out: written by one person, approved by another, sent in a run, paid as the
        bank says. What it is for is a document (kind, id and, if any, line) or a reason that needs none.
        The amount is in the currency of the bank account; ``book_amount`` is what that was worth when it
        was asked for.

        Permission, any of: `finance.view_paymentrequest`, `finance.enter_payments`,
        `finance.approve_payments`, `finance.run_payments`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/payments/{id}",
        )

    def list_payment_runs(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        number: str | None = None,
        bank_account: str | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
    ) -> types.PaymentRunPage:
        """A file of payments from one bank account: the same file at every attempt, known to the bank by its
        number.

        Permission, any of: `finance.view_paymentrequest`, `finance.enter_payments`,
        `finance.approve_payments`, `finance.run_payments`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/payment-runs",
            query={"company": company, "after": after, "limit": limit, "state": state, "number": number, "bank_account": bank_account, "since": since, "until": until, "changed_since": changed_since},
        )

    def read_payment_runs(
        self,
        id: int,
    ) -> types.PaymentRun:
        """A file of payments from one bank account: the same file at every attempt, known to the bank by its
        number.

        Permission, any of: `finance.view_paymentrequest`, `finance.enter_payments`,
        `finance.approve_payments`, `finance.run_payments`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/payment-runs/{id}",
        )

    def list_withdrawn_payments(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        payment_run: int | None = None,
        payment: int | None = None,
    ) -> types.WithdrawnPaymentPage:
        """A payment that was in a run when that was withdrawn: the run's own list, and what the bank said of
        it since. ``sure_because`` is why somebody was sure that the bank does not have the file, and sent
        the payment once more.

        Permission, any of: `finance.view_paymentrequest`, `finance.enter_payments`,
        `finance.approve_payments`, `finance.run_payments`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/withdrawn-payments",
            query={"company": company, "after": after, "limit": limit, "payment_run": payment_run, "payment": payment},
        )

    def read_withdrawn_payments(
        self,
        id: int,
    ) -> types.WithdrawnPayment:
        """A payment that was in a run when that was withdrawn: the run's own list, and what the bank said of
        it since. ``sure_because`` is why somebody was sure that the bank does not have the file, and sent
        the payment once more.

        Permission, any of: `finance.view_paymentrequest`, `finance.enter_payments`,
        `finance.approve_payments`, `finance.run_payments`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/withdrawn-payments/{id}",
        )

    def list_bank_accounts(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.BankAccountPage:
        """An account of the company at a bank, and the ledger account it is in the books.

        Permission, any of: `finance.view_bankaccount`, `finance.record_statements`,
        `finance.match_bank_lines`, `finance.run_payments`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/bank-accounts",
            query={"company": company, "after": after, "limit": limit, "state": state, "code": code, "changed_since": changed_since},
        )

    def read_bank_accounts(
        self,
        id: int,
    ) -> types.BankAccount:
        """An account of the company at a bank, and the ledger account it is in the books.

        Permission, any of: `finance.view_bankaccount`, `finance.record_statements`,
        `finance.match_bank_lines`, `finance.run_payments`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/bank-accounts/{id}",
        )

    def list_fees(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        kind: str | None = None,
        policy: str | None = None,
        party: str | None = None,
        beneficiary: str | None = None,
        document_id: int | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> types.FeePage:
        """What one policy owes of one document of revenue: net revenue, set aside, settled; the sums of its
        entries. What came back can take ``accrued_amount`` below what is settled; the next settlement takes
        the rest back.

        Permission, any of: `finance.view_fee`, `finance.settle_fees`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/fees",
            query={"company": company, "after": after, "limit": limit, "kind": kind, "policy": policy, "party": party, "beneficiary": beneficiary, "document_id": document_id, "since": since, "until": until},
        )

    def read_fees(
        self,
        id: int,
    ) -> types.Fee:
        """What one policy owes of one document of revenue: net revenue, set aside, settled; the sums of its
        entries. What came back can take ``accrued_amount`` below what is settled; the next settlement takes
        the rest back.

        Permission, any of: `finance.view_fee`, `finance.settle_fees`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/fees/{id}",
        )

    def list_fee_entries(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        kind: str | None = None,
        fee: int | None = None,
        voucher: int | None = None,
        document_id: int | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> types.FeeEntryPage:
        """What a voucher of revenue sets aside of a fee, or what a bill of its beneficiary settles; negative
        takes back.

        Permission, any of: `finance.view_fee`, `finance.settle_fees`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/fee-entries",
            query={"company": company, "after": after, "limit": limit, "kind": kind, "fee": fee, "voucher": voucher, "document_id": document_id, "since": since, "until": until},
        )

    def read_fee_entries(
        self,
        id: int,
    ) -> types.FeeEntry:
        """What a voucher of revenue sets aside of a fee, or what a bill of its beneficiary settles; negative
        takes back.

        Permission, any of: `finance.view_fee`, `finance.settle_fees`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/fee-entries/{id}",
        )

    def list_expense_claims(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        number: str | None = None,
        employee: int | None = None,
        unit: str | None = None,
        project: int | None = None,
        since: str | None = None,
        until: str | None = None,
        changed_since: str | None = None,
        lines: bool | None = None,
    ) -> types.ExpenseClaimPage:
        """What an employee has spent for the company and asks back; one that ``reverses`` another takes it
        back.

        Permission, any of: `finance.view_expenseclaim`, `finance.approve_claims`, `finance.post_claims`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/expense-claims",
            query={"company": company, "after": after, "limit": limit, "state": state, "number": number, "employee": employee, "unit": unit, "project": project, "since": since, "until": until, "changed_since": changed_since, "lines": lines},
        )

    def save_claims(
        self,
        call: types.SaveClaimsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Write one's own expense claims as drafts, new ones or in place of older; ``ids`` are the keys of
        ``claims``.

        An invoice number stands in one claim of the group only, and in none that is a bill or an input
        invoice already. Codes, first match wins: not_found, employee_unknown, not_draft, stale,
        purpose_missing, wrong_day, unit_unknown, project_unknown, currency_unknown, no_rate, empty,
        kind_unknown, bad_amount, bad_quantity, bad_invoice_number, file_unknown, not_our_company,
        wrong_sums, invoice_used (where), done. Writes: finance_expenseclaim and its lines. Locks: the
        invoice numbers of the group, one set after the other; (2) claims by id; (9) counters.

        Permission: `finance.enter_claims`. Codes, first match: `not_found`, `employee_unknown`,
        `not_draft`, `stale`, `purpose_missing`, `wrong_day`, `unit_unknown`, `project_unknown`,
        `currency_unknown`, `no_rate`, `empty`, `kind_unknown`, `bad_amount`, `bad_quantity`,
        `bad_invoice_number`, `file_unknown`, `not_our_company`, `wrong_sums`, `invoice_used`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/expense-claims",
            body=call,
            key=key,
        )

    def read_expense_claims(
        self,
        id: int,
    ) -> types.ExpenseClaim:
        """What an employee has spent for the company and asks back; one that ``reverses`` another takes it
        back.

        Permission, any of: `finance.view_expenseclaim`, `finance.approve_claims`, `finance.post_claims`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/expense-claims/{id}",
        )

    def list_expense_claims_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.ExpenseLinePage:
        """What was spent: a kind, a day, an amount with its VAT, the invoice and its photo; books' amounts
        beside them.

        While ``is_live`` its invoice number stands in no other line of any company of the group.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/expense-claims/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_posting_rules(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        event_kind: str | None = None,
        component: str | None = None,
        changed_since: str | None = None,
    ) -> types.PostingRulePage:
        """Where the amount of an event's component goes; the more specific rule wins, then the latest.
        Precedence: party group, item category, tax class, in this order; an empty column matches all. A
        rule that has posted is never changed but ended, and another takes its place: what it posted stays
        explained.

        Permission, any of: `finance.view_postingrule`, `finance.change_postingrule`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/posting-rules",
            query={"company": company, "after": after, "limit": limit, "event_kind": event_kind, "component": component, "changed_since": changed_since},
        )

    def save_rules(
        self,
        call: types.SaveRulesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Add posting rules, and end those they replace; ``ids`` are the keys of ``rules``. The answer names
        the rule.

        What is in the journal never changes, so a rule is not ended on a day after which it has posted.
        Codes, first match wins: not_found, already, other_event (what it replaces is for another
        component), rule_ended, bad_grouping, account_unknown, account_is_group, account_closed,
        account_in_currency (no event says an amount in it, but those that are named with the account, as a
        bank account's are), same_account, dimension_missing (an account asks for what no line of the rule
        says), selector_unknown, used_since, ambiguous_rule, done. Writes: finance_postingrule. Locks: (1)
        the finance periods from the first day on, exclusively; (2) the company's rules.

        Permission: `finance.keep_rules`. Codes, first match: `not_found`, `already`, `other_event`,
        `rule_ended`, `bad_grouping`, `account_unknown`, `account_is_group`, `account_closed`,
        `account_in_currency`, `same_account`, `dimension_missing`, `selector_unknown`, `used_since`,
        `ambiguous_rule`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/posting-rules",
            body=call,
            key=key,
        )

    def read_posting_rules(
        self,
        id: int,
    ) -> types.PostingRule:
        """Where the amount of an event's component goes; the more specific rule wins, then the latest.
        Precedence: party group, item category, tax class, in this order; an empty column matches all. A
        rule that has posted is never changed but ended, and another takes its place: what it posted stays
        explained.

        Permission, any of: `finance.view_postingrule`, `finance.change_postingrule`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/posting-rules/{id}",
        )

    def list_approvals(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        kind: str | None = None,
        number: str | None = None,
        document_id: int | None = None,
        changed_since: str | None = None,
        lines: bool | None = None,
    ) -> types.ApprovalRequestPage:
        """A document's way through a route, with its figures as they were when it was asked for. Once the
        document's ``document_version``, amount or reasons are others, nobody can approve it any more.

        Permission, any of: `core.view_approvalrequest`, `core.ask_approvals`, `core.answer_approvals`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/approvals",
            query={"company": company, "after": after, "limit": limit, "state": state, "kind": kind, "number": number, "document_id": document_id, "changed_since": changed_since, "lines": lines},
        )

    def read_approvals(
        self,
        id: int,
    ) -> types.ApprovalRequest:
        """A document's way through a route, with its figures as they were when it was asked for. Once the
        document's ``document_version``, amount or reasons are others, nobody can approve it any more.

        Permission, any of: `core.view_approvalrequest`, `core.ask_approvals`, `core.answer_approvals`.

        An id of another company does not exist (404). Of its lines the first 5,000 come along; `lines_next`
        leads to the rest.
        """
        return self.call(
            "GET",
            f"/api/v1/approvals/{id}",
        )

    def list_approvals_lines(
        self,
        id: int,
        *,
        after: int | None = None,
        limit: int | None = None,
    ) -> types.ApprovalTaskPage:
        """What one person is asked at one step.

        By key, as every list.
        """
        return self.call(
            "GET",
            f"/api/v1/approvals/{id}/lines",
            query={"after": after, "limit": limit},
        )

    def list_alerts(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        list_code: str | None = None,
        is_active: bool | None = None,
        changed_since: str | None = None,
    ) -> types.AlertPage:
        """Tells somebody when a list finds so many rows or so much; once, until it was over. It sees what its
        owner sees. ``query`` is the list's address, as a saved view keeps it.

        Permission, any of: `core.manage_alerts`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/alerts",
            query={"company": company, "after": after, "limit": limit, "list_code": list_code, "is_active": is_active, "changed_since": changed_since},
        )

    def save_alerts(
        self,
        call: types.SaveAlertsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Make alerts, or write over those that ``alerts`` name; ``ids`` are the keys of ``alerts``.

        An alert sees what whoever saved it last sees, so only a person keeps alerts (``not_permitted``
        refuses others).

        Permission: `core.manage_alerts`. Codes, first match: `not_found`, `unknown_list`, `wrong_content`,
        `nobody_to_tell`, `name_taken`, `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/alerts",
            body=call,
            key=key,
        )

    def read_alerts(
        self,
        id: int,
    ) -> types.Alert:
        """Tells somebody when a list finds so many rows or so much; once, until it was over. It sees what its
        owner sees. ``query`` is the list's address, as a saved view keeps it.

        Permission, any of: `core.manage_alerts`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/alerts/{id}",
        )

    def list_periods(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        module: str | None = None,
    ) -> types.PeriodPage:
        """A month of a company's module, open or closed; a month without a row is closed.

        Permission, any of: `core.view_period`, `core.close_periods`, `finance.view_voucher`,
        `finance.post_events`, `finance.post_vouchers`, `finance.seal_vouchers`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/periods",
            query={"company": company, "after": after, "limit": limit, "state": state, "module": module},
        )

    def read_periods(
        self,
        id: int,
    ) -> types.Period:
        """A month of a company's module, open or closed; a month without a row is closed.

        Permission, any of: `core.view_period`, `core.close_periods`, `finance.view_voucher`,
        `finance.post_events`, `finance.post_vouchers`, `finance.seal_vouchers`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/periods/{id}",
        )

    def list_brands(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.BrandPage:
        """A brand that items are sold under.

        Permission, any of: `items.view_brand`, `items.change_brand`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/brands",
            query={"company": company, "after": after, "limit": limit, "state": state, "code": code, "changed_since": changed_since},
        )

    def create_brands(
        self,
        call: types.CreateBrandCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A brand that items are sold under.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.add_brand`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/brands",
            body=call,
            key=key,
        )

    def change_brands(
        self,
        call: types.ChangeBrandCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A brand that items are sold under.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.change_brand`. Codes:
        `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid` (detail says
        which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/brands",
            body=call,
            key=key,
        )

    def read_brands(
        self,
        id: int,
    ) -> types.Brand:
        """A brand that items are sold under.

        Permission, any of: `items.view_brand`, `items.change_brand`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/brands/{id}",
        )

    def list_item_units(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        item: str | None = None,
        changed_since: str | None = None,
    ) -> types.ItemUnitPage:
        """Another unit of an item: one of it is ``factor`` base units.

        Permission, any of: `items.view_itemunit`, `items.change_itemunit`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/item-units",
            query={"company": company, "after": after, "limit": limit, "item": item, "changed_since": changed_since},
        )

    def create_item_units(
        self,
        call: types.CreateItemUnitCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Another unit of an item: one of it is ``factor`` base units.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.add_itemunit`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/item-units",
            body=call,
            key=key,
        )

    def change_item_units(
        self,
        call: types.ChangeItemUnitCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Another unit of an item: one of it is ``factor`` base units.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.change_itemunit`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/item-units",
            body=call,
            key=key,
        )

    def read_item_units(
        self,
        id: int,
    ) -> types.ItemUnit:
        """Another unit of an item: one of it is ``factor`` base units.

        Permission, any of: `items.view_itemunit`, `items.change_itemunit`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/item-units/{id}",
        )

    def list_tax_classes(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.TaxClassPage:
        """How goods are taxed; the rate is dated.

        Permission, any of: `items.view_taxclass`, `items.change_taxclass`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/tax-classes",
            query={"company": company, "after": after, "limit": limit, "code": code, "changed_since": changed_since},
        )

    def create_tax_classes(
        self,
        call: types.CreateTaxClassCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """How goods are taxed; the rate is dated.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.add_taxclass`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/tax-classes",
            body=call,
            key=key,
        )

    def change_tax_classes(
        self,
        call: types.ChangeTaxClassCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """How goods are taxed; the rate is dated.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.change_taxclass`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/tax-classes",
            body=call,
            key=key,
        )

    def read_tax_classes(
        self,
        id: int,
    ) -> types.TaxClass:
        """How goods are taxed; the rate is dated.

        Permission, any of: `items.view_taxclass`, `items.change_taxclass`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/tax-classes/{id}",
        )

    def list_tax_rates(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        tax_class: str | None = None,
        changed_since: str | None = None,
    ) -> types.TaxRatePage:
        """The VAT rate of a tax class, in percent, from a day on until the day before ``valid_to``.

        Permission, any of: `items.view_taxrate`, `items.change_taxrate`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/tax-rates",
            query={"company": company, "after": after, "limit": limit, "tax_class": tax_class, "changed_since": changed_since},
        )

    def create_tax_rates(
        self,
        call: types.CreateTaxRateCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """The VAT rate of a tax class, in percent, from a day on until the day before ``valid_to``.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.add_taxrate`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/tax-rates",
            body=call,
            key=key,
        )

    def change_tax_rates(
        self,
        call: types.ChangeTaxRateCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """The VAT rate of a tax class, in percent, from a day on until the day before ``valid_to``.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.change_taxrate`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/tax-rates",
            body=call,
            key=key,
        )

    def read_tax_rates(
        self,
        id: int,
    ) -> types.TaxRate:
        """The VAT rate of a tax class, in percent, from a day on until the day before ``valid_to``.

        Permission, any of: `items.view_taxrate`, `items.change_taxrate`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/tax-rates/{id}",
        )

    def list_items(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        kind: str | None = None,
        code: str | None = None,
        category: str | None = None,
        barcode: str | None = None,
        changed_since: str | None = None,
    ) -> types.ItemPage:
        """A thing we buy, make or sell, shared by all companies of the group.

        Permission, any of: `items.view_item`, `items.change_item`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/items",
            query={"company": company, "after": after, "limit": limit, "state": state, "kind": kind, "code": code, "category": category, "barcode": barcode, "changed_since": changed_since},
        )

    def create_items(
        self,
        call: types.CreateItemCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A thing we buy, make or sell, shared by all companies of the group.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.add_item`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/items",
            body=call,
            key=key,
        )

    def change_items(
        self,
        call: types.ChangeItemCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A thing we buy, make or sell, shared by all companies of the group.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.change_item`. Codes:
        `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid` (detail says
        which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/items",
            body=call,
            key=key,
        )

    def read_items(
        self,
        id: int,
    ) -> types.Item:
        """A thing we buy, make or sell, shared by all companies of the group.

        Permission, any of: `items.view_item`, `items.change_item`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/items/{id}",
        )

    def list_categories(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.CategoryPage:
        """A category of items, in a tree; rules speak of it.

        Permission, any of: `items.view_category`, `items.change_category`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/categories",
            query={"company": company, "after": after, "limit": limit, "code": code, "changed_since": changed_since},
        )

    def create_categories(
        self,
        call: types.CreateCategoryCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A category of items, in a tree; rules speak of it.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.add_category`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/categories",
            body=call,
            key=key,
        )

    def change_categories(
        self,
        call: types.ChangeCategoryCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A category of items, in a tree; rules speak of it.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.change_category`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/categories",
            body=call,
            key=key,
        )

    def read_categories(
        self,
        id: int,
    ) -> types.Category:
        """A category of items, in a tree; rules speak of it.

        Permission, any of: `items.view_category`, `items.change_category`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/categories/{id}",
        )

    def list_price_lists(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.PriceListPage:
        """The prices of a channel in one currency; web prices include VAT.

        Permission, any of: `items.view_pricelist`, `items.change_pricelist`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/price-lists",
            query={"company": company, "after": after, "limit": limit, "code": code, "changed_since": changed_since},
        )

    def create_price_lists(
        self,
        call: types.CreatePriceListCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """The prices of a channel in one currency; web prices include VAT.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.add_pricelist`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/price-lists",
            body=call,
            key=key,
        )

    def change_price_lists(
        self,
        call: types.ChangePriceListCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """The prices of a channel in one currency; web prices include VAT.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.change_pricelist`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/price-lists",
            body=call,
            key=key,
        )

    def read_price_lists(
        self,
        id: int,
    ) -> types.PriceList:
        """The prices of a channel in one currency; web prices include VAT.

        Permission, any of: `items.view_pricelist`, `items.change_pricelist`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/price-lists/{id}",
        )

    def list_prices(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        price_list: str | None = None,
        item: str | None = None,
        changed_since: str | None = None,
    ) -> types.PricePage:
        """The price of an item a base unit, and its floor, from a day on until the day before ``valid_to``.

        Permission, any of: `items.view_price`, `items.change_price`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/prices",
            query={"company": company, "after": after, "limit": limit, "price_list": price_list, "item": item, "changed_since": changed_since},
        )

    def create_prices(
        self,
        call: types.CreatePriceCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """The price of an item a base unit, and its floor, from a day on until the day before ``valid_to``.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.add_price`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/prices",
            body=call,
            key=key,
        )

    def change_prices(
        self,
        call: types.ChangePriceCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """The price of an item a base unit, and its floor, from a day on until the day before ``valid_to``.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `items.change_price`. Codes:
        `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid` (detail says
        which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/prices",
            body=call,
            key=key,
        )

    def read_prices(
        self,
        id: int,
    ) -> types.Price:
        """The price of an item a base unit, and its floor, from a day on until the day before ``valid_to``.

        Permission, any of: `items.view_price`, `items.change_price`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/prices/{id}",
        )

    def list_parties(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        kind: str | None = None,
        code: str | None = None,
        group: str | None = None,
        uscc: str | None = None,
        country: str | None = None,
        changed_since: str | None = None,
    ) -> types.PartyPage:
        """A company or person; domestic companies are one by credit code, foreign ones by the five-part key.

        Permission, any of: `parties.view_party`, `parties.change_party`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/parties",
            query={"company": company, "after": after, "limit": limit, "state": state, "kind": kind, "code": code, "group": group, "uscc": uscc, "country": country, "changed_since": changed_since},
        )

    def create_parties(
        self,
        call: types.CreatePartyCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A company or person; domestic companies are one by credit code, foreign ones by the five-part key.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `parties.add_party`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/parties",
            body=call,
            key=key,
        )

    def change_parties(
        self,
        call: types.ChangePartyCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A company or person; domestic companies are one by credit code, foreign ones by the five-part key.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `parties.change_party`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/parties",
            body=call,
            key=key,
        )

    def read_parties(
        self,
        id: int,
    ) -> types.Party:
        """A company or person; domestic companies are one by credit code, foreign ones by the five-part key.

        Permission, any of: `parties.view_party`, `parties.change_party`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/parties/{id}",
        )

    def list_party_groups(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.PartyGroupPage:
        """A group of parties that rules speak of: posting rules, prices, credit.

        Permission, any of: `parties.view_partygroup`, `parties.change_partygroup`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/party-groups",
            query={"company": company, "after": after, "limit": limit, "code": code, "changed_since": changed_since},
        )

    def create_party_groups(
        self,
        call: types.CreatePartyGroupCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A group of parties that rules speak of: posting rules, prices, credit.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `parties.add_partygroup`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/party-groups",
            body=call,
            key=key,
        )

    def change_party_groups(
        self,
        call: types.ChangePartyGroupCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A group of parties that rules speak of: posting rules, prices, credit.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `parties.change_partygroup`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/party-groups",
            body=call,
            key=key,
        )

    def read_party_groups(
        self,
        id: int,
    ) -> types.PartyGroup:
        """A group of parties that rules speak of: posting rules, prices, credit.

        Permission, any of: `parties.view_partygroup`, `parties.change_partygroup`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/party-groups/{id}",
        )

    def list_channels(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.ChannelPage:
        """A way of selling that shares its review checks and its sourcing: a platform, a wholesale site.

        Permission, any of: `sales.view_channel`, `sales.change_channel`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/channels",
            query={"company": company, "after": after, "limit": limit, "code": code, "changed_since": changed_since},
        )

    def create_channels(
        self,
        call: types.CreateChannelCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A way of selling that shares its review checks and its sourcing: a platform, a wholesale site.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `sales.add_channel`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/channels",
            body=call,
            key=key,
        )

    def change_channels(
        self,
        call: types.ChangeChannelCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A way of selling that shares its review checks and its sourcing: a platform, a wholesale site.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `sales.change_channel`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/channels",
            body=call,
            key=key,
        )

    def read_channels(
        self,
        id: int,
    ) -> types.Channel:
        """A way of selling that shares its review checks and its sourcing: a platform, a wholesale site.

        Permission, any of: `sales.view_channel`, `sales.change_channel`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/channels/{id}",
        )

    def list_shops(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        code: str | None = None,
        channel: str | None = None,
        changed_since: str | None = None,
    ) -> types.ShopPage:
        """A web shop: its settlement customer, price list, split policy, who answers for it, and whether it
        may sell.

        Permission, any of: `sales.view_shop`, `sales.change_shop`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/shops",
            query={"company": company, "after": after, "limit": limit, "state": state, "code": code, "channel": channel, "changed_since": changed_since},
        )

    def create_shops(
        self,
        call: types.CreateShopCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A web shop: its settlement customer, price list, split policy, who answers for it, and whether it
        may sell.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `sales.add_shop`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/shops",
            body=call,
            key=key,
        )

    def change_shops(
        self,
        call: types.ChangeShopCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A web shop: its settlement customer, price list, split policy, who answers for it, and whether it
        may sell.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `sales.change_shop`. Codes:
        `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid` (detail says
        which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/shops",
            body=call,
            key=key,
        )

    def read_shops(
        self,
        id: int,
    ) -> types.Shop:
        """A web shop: its settlement customer, price list, split policy, who answers for it, and whether it
        may sell.

        Permission, any of: `sales.view_shop`, `sales.change_shop`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/shops/{id}",
        )

    def list_listings(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        shop: str | None = None,
        sku: str | None = None,
        changed_since: str | None = None,
    ) -> types.ListingPage:
        """What a shop may sell, and under which of its own codes.

        Permission, any of: `sales.view_listing`, `sales.change_listing`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/listings",
            query={"company": company, "after": after, "limit": limit, "state": state, "shop": shop, "sku": sku, "changed_since": changed_since},
        )

    def create_listings(
        self,
        call: types.CreateListingCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What a shop may sell, and under which of its own codes.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `sales.add_listing`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/listings",
            body=call,
            key=key,
        )

    def change_listings(
        self,
        call: types.ChangeListingCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What a shop may sell, and under which of its own codes.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `sales.change_listing`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/listings",
            body=call,
            key=key,
        )

    def read_listings(
        self,
        id: int,
    ) -> types.Listing:
        """What a shop may sell, and under which of its own codes.

        Permission, any of: `sales.view_listing`, `sales.change_listing`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/listings/{id}",
        )

    def list_return_reasons(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.ReturnReasonPage:
        """Why buyers return goods or want their money back: counted, so that somebody can do something about
        it.

        Permission, any of: `sales.view_returnreason`, `sales.change_returnreason`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/return-reasons",
            query={"company": company, "after": after, "limit": limit, "state": state, "code": code, "changed_since": changed_since},
        )

    def create_return_reasons(
        self,
        call: types.CreateReturnReasonCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Why buyers return goods or want their money back: counted, so that somebody can do something about
        it.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `sales.add_returnreason`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/return-reasons",
            body=call,
            key=key,
        )

    def change_return_reasons(
        self,
        call: types.ChangeReturnReasonCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Why buyers return goods or want their money back: counted, so that somebody can do something about
        it.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `sales.change_returnreason`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/return-reasons",
            body=call,
            key=key,
        )

    def read_return_reasons(
        self,
        id: int,
    ) -> types.ReturnReason:
        """Why buyers return goods or want their money back: counted, so that somebody can do something about
        it.

        Permission, any of: `sales.view_returnreason`, `sales.change_returnreason`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/return-reasons/{id}",
        )

    def list_warehouses(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.WarehousePage:
        """A warehouse of one company.

        Permission, any of: `stock.view_warehouse`, `stock.change_warehouse`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/warehouses",
            query={"company": company, "after": after, "limit": limit, "state": state, "code": code, "changed_since": changed_since},
        )

    def create_warehouses(
        self,
        call: types.CreateWarehouseCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A warehouse of one company.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `stock.add_warehouse`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/warehouses",
            body=call,
            key=key,
        )

    def change_warehouses(
        self,
        call: types.ChangeWarehouseCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A warehouse of one company.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `stock.change_warehouse`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/warehouses",
            body=call,
            key=key,
        )

    def read_warehouses(
        self,
        id: int,
    ) -> types.Warehouse:
        """A warehouse of one company.

        Permission, any of: `stock.view_warehouse`, `stock.change_warehouse`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/warehouses/{id}",
        )

    def list_locations(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        kind: str | None = None,
        code: str | None = None,
        warehouse: str | None = None,
        changed_since: str | None = None,
    ) -> types.LocationPage:
        """A bin of a warehouse; goods for orders are taken from bins in ``pick_order``.

        Permission, any of: `stock.view_location`, `stock.change_location`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/locations",
            query={"company": company, "after": after, "limit": limit, "kind": kind, "code": code, "warehouse": warehouse, "changed_since": changed_since},
        )

    def create_locations(
        self,
        call: types.CreateLocationCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A bin of a warehouse; goods for orders are taken from bins in ``pick_order``.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `stock.add_location`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/locations",
            body=call,
            key=key,
        )

    def change_locations(
        self,
        call: types.ChangeLocationCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A bin of a warehouse; goods for orders are taken from bins in ``pick_order``.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `stock.change_location`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/locations",
            body=call,
            key=key,
        )

    def read_locations(
        self,
        id: int,
    ) -> types.Location:
        """A bin of a warehouse; goods for orders are taken from bins in ``pick_order``.

        Permission, any of: `stock.view_location`, `stock.change_location`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/locations/{id}",
        )

    def list_accounts(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        kind: str | None = None,
        code: str | None = None,
        is_group: bool | None = None,
        changed_since: str | None = None,
    ) -> types.AccountPage:
        """An account of a company's chart; its code and names follow the Chinese accounting standards. One
        kept in a currency says in each line what it moves in it; without one it is kept in the books' own.

        Permission, any of: `finance.view_account`, `finance.change_account`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/accounts",
            query={"company": company, "after": after, "limit": limit, "state": state, "kind": kind, "code": code, "is_group": is_group, "changed_since": changed_since},
        )

    def create_accounts(
        self,
        call: types.CreateAccountCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """An account of a company's chart; its code and names follow the Chinese accounting standards. One
        kept in a currency says in each line what it moves in it; without one it is kept in the books' own.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_account`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/accounts",
            body=call,
            key=key,
        )

    def change_accounts(
        self,
        call: types.ChangeAccountCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """An account of a company's chart; its code and names follow the Chinese accounting standards. One
        kept in a currency says in each line what it moves in it; without one it is kept in the books' own.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.change_account`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/accounts",
            body=call,
            key=key,
        )

    def read_accounts(
        self,
        id: int,
    ) -> types.Account:
        """An account of a company's chart; its code and names follow the Chinese accounting standards. One
        kept in a currency says in each line what it moves in it; without one it is kept in the books' own.

        Permission, any of: `finance.view_account`, `finance.change_account`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/accounts/{id}",
        )

    def list_exchange_rates(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        kind: str | None = None,
        currency: str | None = None,
        changed_since: str | None = None,
    ) -> types.ExchangeRatePage:
        """What one unit of a currency is worth in the books' currency, from a day on until the next rate of
        its kind.

        Permission, any of: `finance.view_exchangerate`, `finance.change_exchangerate`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/exchange-rates",
            query={"company": company, "after": after, "limit": limit, "kind": kind, "currency": currency, "changed_since": changed_since},
        )

    def create_exchange_rates(
        self,
        call: types.CreateExchangeRateCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What one unit of a currency is worth in the books' currency, from a day on until the next rate of
        its kind.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_exchangerate`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/exchange-rates",
            body=call,
            key=key,
        )

    def change_exchange_rates(
        self,
        call: types.ChangeExchangeRateCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What one unit of a currency is worth in the books' currency, from a day on until the next rate of
        its kind.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.change_exchangerate`. Codes: `not_found`, `already` (is like that), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/exchange-rates",
            body=call,
            key=key,
        )

    def read_exchange_rates(
        self,
        id: int,
    ) -> types.ExchangeRate:
        """What one unit of a currency is worth in the books' currency, from a day on until the next rate of
        its kind.

        Permission, any of: `finance.view_exchangerate`, `finance.change_exchangerate`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/exchange-rates/{id}",
        )

    def list_units(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        kind: str | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.UnitPage:
        """A part of a company that results are measured by: a department or a shop.

        Permission, any of: `core.view_unit`, `core.change_unit`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/units",
            query={"company": company, "after": after, "limit": limit, "kind": kind, "code": code, "changed_since": changed_since},
        )

    def create_units(
        self,
        call: types.CreateUnitCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A part of a company that results are measured by: a department or a shop.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `core.add_unit`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/units",
            body=call,
            key=key,
        )

    def change_units(
        self,
        call: types.ChangeUnitCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A part of a company that results are measured by: a department or a shop.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `core.change_unit`. Codes:
        `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid` (detail says
        which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/units",
            body=call,
            key=key,
        )

    def read_units(
        self,
        id: int,
    ) -> types.Unit:
        """A part of a company that results are measured by: a department or a shop.

        Permission, any of: `core.view_unit`, `core.change_unit`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/units/{id}",
        )

    def list_adjustment_reasons(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.ReasonPage:
        """Why stock is adjusted: count difference, damage, sample …

        Permission, any of: `stock.view_reason`, `stock.change_reason`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/adjustment-reasons",
            query={"company": company, "after": after, "limit": limit, "code": code, "changed_since": changed_since},
        )

    def create_adjustment_reasons(
        self,
        call: types.CreateReasonCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Why stock is adjusted: count difference, damage, sample …

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `stock.add_reason`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/adjustment-reasons",
            body=call,
            key=key,
        )

    def change_adjustment_reasons(
        self,
        call: types.ChangeReasonCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Why stock is adjusted: count difference, damage, sample …

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `stock.change_reason`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/adjustment-reasons",
            body=call,
            key=key,
        )

    def read_adjustment_reasons(
        self,
        id: int,
    ) -> types.Reason:
        """Why stock is adjusted: count difference, damage, sample …

        Permission, any of: `stock.view_reason`, `stock.change_reason`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/adjustment-reasons/{id}",
        )

    def list_party_roles(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        changed_since: str | None = None,
    ) -> types.PartyRolePage:
        """A role a party plays for the group: customer, supplier, forwarder, platform.

        Permission, any of: `parties.view_partyrole`, `parties.change_partyrole`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/party-roles",
            query={"company": company, "after": after, "limit": limit, "changed_since": changed_since},
        )

    def create_party_roles(
        self,
        call: types.CreatePartyRoleCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A role a party plays for the group: customer, supplier, forwarder, platform.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `parties.add_partyrole`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/party-roles",
            body=call,
            key=key,
        )

    def change_party_roles(
        self,
        call: types.ChangePartyRoleCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A role a party plays for the group: customer, supplier, forwarder, platform.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `parties.change_partyrole`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/party-roles",
            body=call,
            key=key,
        )

    def read_party_roles(
        self,
        id: int,
    ) -> types.PartyRole:
        """A role a party plays for the group: customer, supplier, forwarder, platform.

        Permission, any of: `parties.view_partyrole`, `parties.change_partyrole`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/party-roles/{id}",
        )

    def list_addresses(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        party: str | None = None,
        changed_since: str | None = None,
    ) -> types.AddressPage:
        """An address of a party.

        Permission, any of: `parties.view_address`, `parties.change_address`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/addresses",
            query={"company": company, "after": after, "limit": limit, "party": party, "changed_since": changed_since},
        )

    def create_addresses(
        self,
        call: types.CreateAddressCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """An address of a party.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `parties.add_address`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/addresses",
            body=call,
            key=key,
        )

    def change_addresses(
        self,
        call: types.ChangeAddressCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """An address of a party.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `parties.change_address`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/addresses",
            body=call,
            key=key,
        )

    def read_addresses(
        self,
        id: int,
    ) -> types.Address:
        """An address of a party.

        Permission, any of: `parties.view_address`, `parties.change_address`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/addresses/{id}",
        )

    def list_party_accounts(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        party: str | None = None,
        changed_since: str | None = None,
    ) -> types.PartyAccountPage:
        """What one company has agreed with a party: whether it may still be sold to.

        Permission, any of: `parties.view_account`, `parties.change_account`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/party-accounts",
            query={"company": company, "after": after, "limit": limit, "party": party, "changed_since": changed_since},
        )

    def create_party_accounts(
        self,
        call: types.CreatePartyAccountCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What one company has agreed with a party: whether it may still be sold to.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `parties.add_account`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/party-accounts",
            body=call,
            key=key,
        )

    def change_party_accounts(
        self,
        call: types.ChangePartyAccountCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What one company has agreed with a party: whether it may still be sold to.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `parties.change_account`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/party-accounts",
            body=call,
            key=key,
        )

    def read_party_accounts(
        self,
        id: int,
    ) -> types.PartyAccount:
        """What one company has agreed with a party: whether it may still be sold to.

        Permission, any of: `parties.view_account`, `parties.change_account`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/party-accounts/{id}",
        )

    def list_regions(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        code: str | None = None,
        level: str | None = None,
        parent: str | None = None,
        changed_since: str | None = None,
    ) -> types.RegionPage:
        """A country, province, city or district, in a tree; its code is the official one.

        Permission, any of: `core.view_region`, `core.change_region`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/regions",
            query={"company": company, "after": after, "limit": limit, "code": code, "level": level, "parent": parent, "changed_since": changed_since},
        )

    def create_regions(
        self,
        call: types.CreateRegionCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A country, province, city or district, in a tree; its code is the official one.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `core.add_region`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/regions",
            body=call,
            key=key,
        )

    def change_regions(
        self,
        call: types.ChangeRegionCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A country, province, city or district, in a tree; its code is the official one.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `core.change_region`. Codes:
        `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid` (detail says
        which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/regions",
            body=call,
            key=key,
        )

    def read_regions(
        self,
        id: int,
    ) -> types.Region:
        """A country, province, city or district, in a tree; its code is the official one.

        Permission, any of: `core.view_region`, `core.change_region`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/regions/{id}",
        )

    def list_dictionaries(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        code: str | None = None,
        dictionary: str | None = None,
        changed_since: str | None = None,
    ) -> types.DictionaryEntryPage:
        """A code of a list that is data: the dictionary it belongs to, its place there, and whether it may be
        chosen.

        Permission, any of: `core.view_dictionaryentry`, `core.change_dictionaryentry`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/dictionaries",
            query={"company": company, "after": after, "limit": limit, "code": code, "dictionary": dictionary, "changed_since": changed_since},
        )

    def create_dictionaries(
        self,
        call: types.CreateDictionaryEntryCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A code of a list that is data: the dictionary it belongs to, its place there, and whether it may be
        chosen.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `core.add_dictionaryentry`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/dictionaries",
            body=call,
            key=key,
        )

    def change_dictionaries(
        self,
        call: types.ChangeDictionaryEntryCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A code of a list that is data: the dictionary it belongs to, its place there, and whether it may be
        chosen.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `core.change_dictionaryentry`. Codes: `not_found`, `already` (is like that), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/dictionaries",
            body=call,
            key=key,
        )

    def read_dictionaries(
        self,
        id: int,
    ) -> types.DictionaryEntry:
        """A code of a list that is data: the dictionary it belongs to, its place there, and whether it may be
        chosen.

        Permission, any of: `core.view_dictionaryentry`, `core.change_dictionaryentry`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/dictionaries/{id}",
        )

    def list_parameters(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.ParameterPage:
        """A number, a text or a choice that a company decides; what has no row stands at what is declared for
        all.

        Permission, any of: `core.view_parameter`, `core.change_parameter`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/parameters",
            query={"company": company, "after": after, "limit": limit, "code": code, "changed_since": changed_since},
        )

    def create_parameters(
        self,
        call: types.CreateParameterCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A number, a text or a choice that a company decides; what has no row stands at what is declared for
        all.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `core.add_parameter`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/parameters",
            body=call,
            key=key,
        )

    def change_parameters(
        self,
        call: types.ChangeParameterCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A number, a text or a choice that a company decides; what has no row stands at what is declared for
        all.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `core.change_parameter`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/parameters",
            body=call,
            key=key,
        )

    def read_parameters(
        self,
        id: int,
    ) -> types.Parameter:
        """A number, a text or a choice that a company decides; what has no row stands at what is declared for
        all.

        Permission, any of: `core.view_parameter`, `core.change_parameter`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/parameters/{id}",
        )

    def list_announcements(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        changed_since: str | None = None,
    ) -> types.AnnouncementPage:
        """What a company tells everybody who works in it, on the start page, from its first day to its last.

        Permission, any of: `core.view_announcement`, `core.change_announcement`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/announcements",
            query={"company": company, "after": after, "limit": limit, "changed_since": changed_since},
        )

    def create_announcements(
        self,
        call: types.CreateAnnouncementCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What a company tells everybody who works in it, on the start page, from its first day to its last.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `core.add_announcement`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/announcements",
            body=call,
            key=key,
        )

    def change_announcements(
        self,
        call: types.ChangeAnnouncementCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What a company tells everybody who works in it, on the start page, from its first day to its last.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `core.change_announcement`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/announcements",
            body=call,
            key=key,
        )

    def read_announcements(
        self,
        id: int,
    ) -> types.Announcement:
        """What a company tells everybody who works in it, on the start page, from its first day to its last.

        Permission, any of: `core.view_announcement`, `core.change_announcement`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/announcements/{id}",
        )

    def list_escalations(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        kind: str | None = None,
        changed_since: str | None = None,
    ) -> types.EscalationPage:
        """After how many days a kind of exception that stands is told to whoever hears escalations; no row
        means three.

        Permission, any of: `core.view_escalation`, `core.change_escalation`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/escalations",
            query={"company": company, "after": after, "limit": limit, "kind": kind, "changed_since": changed_since},
        )

    def create_escalations(
        self,
        call: types.CreateEscalationCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """After how many days a kind of exception that stands is told to whoever hears escalations; no row
        means three.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `core.add_escalation`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/escalations",
            body=call,
            key=key,
        )

    def change_escalations(
        self,
        call: types.ChangeEscalationCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """After how many days a kind of exception that stands is told to whoever hears escalations; no row
        means three.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `core.change_escalation`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/escalations",
            body=call,
            key=key,
        )

    def read_escalations(
        self,
        id: int,
    ) -> types.Escalation:
        """After how many days a kind of exception that stands is told to whoever hears escalations; no row
        means three.

        Permission, any of: `core.view_escalation`, `core.change_escalation`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/escalations/{id}",
        )

    def list_fee_kinds(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.FeeKindPage:
        """A kind of fee that platforms keep back; ``component`` is what posting rules know it by.

        Permission, any of: `sales.view_feekind`, `sales.change_feekind`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/fee-kinds",
            query={"company": company, "after": after, "limit": limit, "code": code, "changed_since": changed_since},
        )

    def create_fee_kinds(
        self,
        call: types.CreateFeeKindCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A kind of fee that platforms keep back; ``component`` is what posting rules know it by.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `sales.add_feekind`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/fee-kinds",
            body=call,
            key=key,
        )

    def change_fee_kinds(
        self,
        call: types.ChangeFeeKindCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A kind of fee that platforms keep back; ``component`` is what posting rules know it by.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `sales.change_feekind`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/fee-kinds",
            body=call,
            key=key,
        )

    def read_fee_kinds(
        self,
        id: int,
    ) -> types.FeeKind:
        """A kind of fee that platforms keep back; ``component`` is what posting rules know it by.

        Permission, any of: `sales.view_feekind`, `sales.change_feekind`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/fee-kinds/{id}",
        )

    def list_sourcing_routes(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        channel: str | None = None,
        warehouse: str | None = None,
        changed_since: str | None = None,
    ) -> types.RoutePage:
        """Which warehouses serve a province for a channel, best first; no channel or province means any.

        Permission, any of: `sales.view_route`, `sales.change_route`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/sourcing-routes",
            query={"company": company, "after": after, "limit": limit, "channel": channel, "warehouse": warehouse, "changed_since": changed_since},
        )

    def create_sourcing_routes(
        self,
        call: types.CreateRouteCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Which warehouses serve a province for a channel, best first; no channel or province means any.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `sales.add_route`. Codes:
        `already` (there with the same content), `taken` (there with other content), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/sourcing-routes",
            body=call,
            key=key,
        )

    def change_sourcing_routes(
        self,
        call: types.ChangeRouteCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Which warehouses serve a province for a channel, best first; no channel or province means any.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `sales.change_route`. Codes:
        `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid` (detail says
        which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/sourcing-routes",
            body=call,
            key=key,
        )

    def read_sourcing_routes(
        self,
        id: int,
    ) -> types.Route:
        """Which warehouses serve a province for a channel, best first; no channel or province means any.

        Permission, any of: `sales.view_route`, `sales.change_route`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/sourcing-routes/{id}",
        )

    def list_review_checks(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        channel: str | None = None,
        changed_since: str | None = None,
    ) -> types.ReviewCheckPage:
        """One check as a channel wants it: on or off, with its parameters, and whether a person may release
        its holds. Parameters, all optional: completeness ``require`` (of buyer, phone, address, district)
        and ``phone_pattern``; price ``above_list_pct`` and ``below_floor_pct`` (percent allowed); payment
        ``tolerance`` (amount); gift ``tolerance`` and ``gifts`` (listed, due). They are judged with the
        fields, so by every door.

        Permission, any of: `sales.view_reviewcheck`, `sales.change_reviewcheck`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/review-checks",
            query={"company": company, "after": after, "limit": limit, "channel": channel, "changed_since": changed_since},
        )

    def create_review_checks(
        self,
        call: types.CreateReviewCheckCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """One check as a channel wants it: on or off, with its parameters, and whether a person may release
        its holds. Parameters, all optional: completeness ``require`` (of buyer, phone, address, district)
        and ``phone_pattern``; price ``above_list_pct`` and ``below_floor_pct`` (percent allowed); payment
        ``tolerance`` (amount); gift ``tolerance`` and ``gifts`` (listed, due). They are judged with the
        fields, so by every door.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `sales.add_reviewcheck`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/review-checks",
            body=call,
            key=key,
        )

    def change_review_checks(
        self,
        call: types.ChangeReviewCheckCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """One check as a channel wants it: on or off, with its parameters, and whether a person may release
        its holds. Parameters, all optional: completeness ``require`` (of buyer, phone, address, district)
        and ``phone_pattern``; price ``above_list_pct`` and ``below_floor_pct`` (percent allowed); payment
        ``tolerance`` (amount); gift ``tolerance`` and ``gifts`` (listed, due). They are judged with the
        fields, so by every door.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `sales.change_reviewcheck`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/review-checks",
            body=call,
            key=key,
        )

    def read_review_checks(
        self,
        id: int,
    ) -> types.ReviewCheck:
        """One check as a channel wants it: on or off, with its parameters, and whether a person may release
        its holds. Parameters, all optional: completeness ``require`` (of buyer, phone, address, district)
        and ``phone_pattern``; price ``above_list_pct`` and ``below_floor_pct`` (percent allowed); payment
        ``tolerance`` (amount); gift ``tolerance`` and ``gifts`` (listed, due). They are judged with the
        fields, so by every door.

        Permission, any of: `sales.view_reviewcheck`, `sales.change_reviewcheck`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/review-checks/{id}",
        )

    def list_dimension_values(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        code: str | None = None,
        dimension: str | None = None,
        changed_since: str | None = None,
    ) -> types.DimensionValuePage:
        """A project, an employee or a cash flow item of a company; parties, units and items are masters of
        their own.

        Permission, any of: `finance.view_dimensionvalue`, `finance.change_dimensionvalue`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/dimension-values",
            query={"company": company, "after": after, "limit": limit, "state": state, "code": code, "dimension": dimension, "changed_since": changed_since},
        )

    def create_dimension_values(
        self,
        call: types.CreateDimensionValueCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A project, an employee or a cash flow item of a company; parties, units and items are masters of
        their own.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.add_dimensionvalue`. Codes: `already` (there with the same content), `taken` (there with
        other content), `unknown_link` (a code nobody knows), `invalid` (detail says which field and rule),
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/dimension-values",
            body=call,
            key=key,
        )

    def change_dimension_values(
        self,
        call: types.ChangeDimensionValueCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A project, an employee or a cash flow item of a company; parties, units and items are masters of
        their own.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.change_dimensionvalue`. Codes: `not_found`, `already` (is like that), `unknown_link` (a
        code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/dimension-values",
            body=call,
            key=key,
        )

    def read_dimension_values(
        self,
        id: int,
    ) -> types.DimensionValue:
        """A project, an employee or a cash flow item of a company; parties, units and items are masters of
        their own.

        Permission, any of: `finance.view_dimensionvalue`, `finance.change_dimensionvalue`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/dimension-values/{id}",
        )

    def list_required_dimensions(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        account: str | None = None,
        changed_since: str | None = None,
    ) -> types.AccountDimensionPage:
        """A dimension that every line on an account must carry, by hand or by a posting rule. Of events party,
        item, shop or department are asked, which they say; employees and cash flow items are said by the
        documents and rules that make them.

        Permission, any of: `finance.view_accountdimension`, `finance.change_accountdimension`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/required-dimensions",
            query={"company": company, "after": after, "limit": limit, "account": account, "changed_since": changed_since},
        )

    def create_required_dimensions(
        self,
        call: types.CreateAccountDimensionCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A dimension that every line on an account must carry, by hand or by a posting rule. Of events party,
        item, shop or department are asked, which they say; employees and cash flow items are said by the
        documents and rules that make them.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.add_accountdimension`. Codes: `already` (there with the same content), `taken` (there with
        other content), `unknown_link` (a code nobody knows), `invalid` (detail says which field and rule),
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/required-dimensions",
            body=call,
            key=key,
        )

    def change_required_dimensions(
        self,
        call: types.ChangeAccountDimensionCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A dimension that every line on an account must carry, by hand or by a posting rule. Of events party,
        item, shop or department are asked, which they say; employees and cash flow items are said by the
        documents and rules that make them.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.change_accountdimension`. Codes: `not_found`, `already` (is like that), `unknown_link` (a
        code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/required-dimensions",
            body=call,
            key=key,
        )

    def read_required_dimensions(
        self,
        id: int,
    ) -> types.AccountDimension:
        """A dimension that every line on an account must carry, by hand or by a posting rule. Of events party,
        item, shop or department are asked, which they say; employees and cash flow items are said by the
        documents and rules that make them.

        Permission, any of: `finance.view_accountdimension`, `finance.change_accountdimension`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/required-dimensions/{id}",
        )

    def list_payment_reasons(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.PaymentReasonPage:
        """Why money is paid out: the component its posting rule is found by, and whether a document must be
        named.

        Permission, any of: `finance.view_paymentrequest`, `finance.enter_payments`,
        `finance.approve_payments`, `finance.run_payments`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/payment-reasons",
            query={"company": company, "after": after, "limit": limit, "state": state, "code": code, "changed_since": changed_since},
        )

    def create_payment_reasons(
        self,
        call: types.CreatePaymentReasonCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Why money is paid out: the component its posting rule is found by, and whether a document must be
        named.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_paymentreason`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/payment-reasons",
            body=call,
            key=key,
        )

    def change_payment_reasons(
        self,
        call: types.ChangePaymentReasonCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Why money is paid out: the component its posting rule is found by, and whether a document must be
        named.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.change_paymentreason`. Codes: `not_found`, `already` (is like that), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/payment-reasons",
            body=call,
            key=key,
        )

    def read_payment_reasons(
        self,
        id: int,
    ) -> types.PaymentReason:
        """Why money is paid out: the component its posting rule is found by, and whether a document must be
        named.

        Permission, any of: `finance.view_paymentrequest`, `finance.enter_payments`,
        `finance.approve_payments`, `finance.run_payments`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/payment-reasons/{id}",
        )

    def list_expense_kinds(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.ExpenseKindPage:
        """What money was spent on: the component its posting rule is found by, and whether its VAT is
        deducted.

        Permission, any of: `finance.view_expenseclaim`, `finance.approve_claims`, `finance.post_claims`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/expense-kinds",
            query={"company": company, "after": after, "limit": limit, "state": state, "code": code, "changed_since": changed_since},
        )

    def create_expense_kinds(
        self,
        call: types.CreateExpenseKindCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What money was spent on: the component its posting rule is found by, and whether its VAT is
        deducted.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_expensekind`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/expense-kinds",
            body=call,
            key=key,
        )

    def change_expense_kinds(
        self,
        call: types.ChangeExpenseKindCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What money was spent on: the component its posting rule is found by, and whether its VAT is
        deducted.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.change_expensekind`. Codes: `not_found`, `already` (is like that), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/expense-kinds",
            body=call,
            key=key,
        )

    def read_expense_kinds(
        self,
        id: int,
    ) -> types.ExpenseKind:
        """What money was spent on: the component its posting rule is found by, and whether its VAT is
        deducted.

        Permission, any of: `finance.view_expenseclaim`, `finance.approve_claims`, `finance.post_claims`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/expense-kinds/{id}",
        )

    def list_expense_limits(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        expense_kind: str | None = None,
        changed_since: str | None = None,
    ) -> types.ExpenseLimitPage:
        """How much may be spent on a kind, a day, night or claim; the one that names more goes before.

        Permission, any of: `finance.view_expenselimit`, `finance.change_expenselimit`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/expense-limits",
            query={"company": company, "after": after, "limit": limit, "expense_kind": expense_kind, "changed_since": changed_since},
        )

    def create_expense_limits(
        self,
        call: types.CreateExpenseLimitCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """How much may be spent on a kind, a day, night or claim; the one that names more goes before.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_expenselimit`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/expense-limits",
            body=call,
            key=key,
        )

    def change_expense_limits(
        self,
        call: types.ChangeExpenseLimitCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """How much may be spent on a kind, a day, night or claim; the one that names more goes before.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.change_expenselimit`. Codes: `not_found`, `already` (is like that), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/expense-limits",
            body=call,
            key=key,
        )

    def read_expense_limits(
        self,
        id: int,
    ) -> types.ExpenseLimit:
        """How much may be spent on a kind, a day, night or claim; the one that names more goes before.

        Permission, any of: `finance.view_expenselimit`, `finance.change_expenselimit`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/expense-limits/{id}",
        )

    def list_fee_policies(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        kind: str | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.FeePolicyPage:
        """What share of a deal's net revenue is owed as a fee, and to whom; the more specific policy of a kind
        wins. Precedence: customer, group of customers, shop or department, item category (the nearer in the
        tree), then the latest ``valid_from``; an empty column fits all. Without a beneficiary the fee is
        owed to the customer itself. What was set aside keeps its rate: a change counts for what is
        recognised after it.

        Permission, any of: `finance.view_feepolicy`, `finance.change_feepolicy`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/fee-policies",
            query={"company": company, "after": after, "limit": limit, "kind": kind, "code": code, "changed_since": changed_since},
        )

    def create_fee_policies(
        self,
        call: types.CreateFeePolicyCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What share of a deal's net revenue is owed as a fee, and to whom; the more specific policy of a kind
        wins. Precedence: customer, group of customers, shop or department, item category (the nearer in the
        tree), then the latest ``valid_from``; an empty column fits all. Without a beneficiary the fee is
        owed to the customer itself. What was set aside keeps its rate: a change counts for what is
        recognised after it.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_feepolicy`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/fee-policies",
            body=call,
            key=key,
        )

    def change_fee_policies(
        self,
        call: types.ChangeFeePolicyCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What share of a deal's net revenue is owed as a fee, and to whom; the more specific policy of a kind
        wins. Precedence: customer, group of customers, shop or department, item category (the nearer in the
        tree), then the latest ``valid_from``; an empty column fits all. Without a beneficiary the fee is
        owed to the customer itself. What was set aside keeps its rate: a change counts for what is
        recognised after it.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.change_feepolicy`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/fee-policies",
            body=call,
            key=key,
        )

    def read_fee_policies(
        self,
        id: int,
    ) -> types.FeePolicy:
        """What share of a deal's net revenue is owed as a fee, and to whom; the more specific policy of a kind
        wins. Precedence: customer, group of customers, shop or department, item category (the nearer in the
        tree), then the latest ``valid_from``; an empty column fits all. Without a beneficiary the fee is
        owed to the customer itself. What was set aside keeps its rate: a change counts for what is
        recognised after it.

        Permission, any of: `finance.view_feepolicy`, `finance.change_feepolicy`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/fee-policies/{id}",
        )

    def list_item_accounts(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        changed_since: str | None = None,
    ) -> types.ItemAccountPage:
        """An account whose movements are kept as open items; what shops of platforms move on it stays one sum
        a shop.

        Permission, any of: `finance.view_itemaccount`, `finance.change_itemaccount`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/item-accounts",
            query={"company": company, "after": after, "limit": limit, "changed_since": changed_since},
        )

    def create_item_accounts(
        self,
        call: types.CreateItemAccountCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """An account whose movements are kept as open items; what shops of platforms move on it stays one sum
        a shop.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_itemaccount`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/item-accounts",
            body=call,
            key=key,
        )

    def change_item_accounts(
        self,
        call: types.ChangeItemAccountCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """An account whose movements are kept as open items; what shops of platforms move on it stays one sum
        a shop.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.change_itemaccount`. Codes: `not_found`, `already` (is like that), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/item-accounts",
            body=call,
            key=key,
        )

    def read_item_accounts(
        self,
        id: int,
    ) -> types.ItemAccount:
        """An account whose movements are kept as open items; what shops of platforms move on it stays one sum
        a shop.

        Permission, any of: `finance.view_itemaccount`, `finance.change_itemaccount`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/item-accounts/{id}",
        )

    def list_item_shops(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        changed_since: str | None = None,
    ) -> types.ItemShopPage:
        """A shop whose documents are open items one by one: its customers are parties, no platform settles for
        them.

        Permission, any of: `finance.view_itemshop`, `finance.change_itemshop`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/item-shops",
            query={"company": company, "after": after, "limit": limit, "changed_since": changed_since},
        )

    def create_item_shops(
        self,
        call: types.CreateItemShopCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A shop whose documents are open items one by one: its customers are parties, no platform settles for
        them.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_itemshop`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/item-shops",
            body=call,
            key=key,
        )

    def change_item_shops(
        self,
        call: types.ChangeItemShopCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A shop whose documents are open items one by one: its customers are parties, no platform settles for
        them.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.change_itemshop`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/item-shops",
            body=call,
            key=key,
        )

    def read_item_shops(
        self,
        id: int,
    ) -> types.ItemShop:
        """A shop whose documents are open items one by one: its customers are parties, no platform settles for
        them.

        Permission, any of: `finance.view_itemshop`, `finance.change_itemshop`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/item-shops/{id}",
        )

    def list_application_rules(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        changed_since: str | None = None,
    ) -> types.ItemRulePage:
        """How items of a company, or of one party, are proposed to be applied; what ``is_automatic`` needs
        nobody.

        Permission, any of: `finance.view_itemrule`, `finance.change_itemrule`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/application-rules",
            query={"company": company, "after": after, "limit": limit, "changed_since": changed_since},
        )

    def create_application_rules(
        self,
        call: types.CreateItemRuleCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """How items of a company, or of one party, are proposed to be applied; what ``is_automatic`` needs
        nobody.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_itemrule`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/application-rules",
            body=call,
            key=key,
        )

    def change_application_rules(
        self,
        call: types.ChangeItemRuleCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """How items of a company, or of one party, are proposed to be applied; what ``is_automatic`` needs
        nobody.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.change_itemrule`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/application-rules",
            body=call,
            key=key,
        )

    def read_application_rules(
        self,
        id: int,
    ) -> types.ItemRule:
        """How items of a company, or of one party, are proposed to be applied; what ``is_automatic`` needs
        nobody.

        Permission, any of: `finance.view_itemrule`, `finance.change_itemrule`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/application-rules/{id}",
        )

    def list_bank_rules(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        changed_since: str | None = None,
    ) -> types.BankRulePage:
        """What a text on a statement means, as somebody said once: lines that hold it are taken for this.

        Permission, any of: `finance.view_bankrule`, `finance.change_bankrule`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/bank-rules",
            query={"company": company, "after": after, "limit": limit, "state": state, "changed_since": changed_since},
        )

    def create_bank_rules(
        self,
        call: types.CreateBankRuleCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What a text on a statement means, as somebody said once: lines that hold it are taken for this.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_bankrule`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/bank-rules",
            body=call,
            key=key,
        )

    def change_bank_rules(
        self,
        call: types.ChangeBankRuleCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What a text on a statement means, as somebody said once: lines that hold it are taken for this.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.change_bankrule`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/bank-rules",
            body=call,
            key=key,
        )

    def read_bank_rules(
        self,
        id: int,
    ) -> types.BankRule:
        """What a text on a statement means, as somebody said once: lines that hold it are taken for this.

        Permission, any of: `finance.view_bankrule`, `finance.change_bankrule`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/bank-rules/{id}",
        )

    def list_invoice_rules(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        party: str | None = None,
        changed_since: str | None = None,
    ) -> types.InvoiceRulePage:
        """When a customer's revenue is invoiced; the more specific wins: party, party group, shop, then the
        latest.

        Permission, any of: `finance.view_invoicerule`, `finance.change_invoicerule`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/invoice-rules",
            query={"company": company, "after": after, "limit": limit, "party": party, "changed_since": changed_since},
        )

    def create_invoice_rules(
        self,
        call: types.CreateInvoiceRuleCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """When a customer's revenue is invoiced; the more specific wins: party, party group, shop, then the
        latest.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_invoicerule`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/invoice-rules",
            body=call,
            key=key,
        )

    def change_invoice_rules(
        self,
        call: types.ChangeInvoiceRuleCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """When a customer's revenue is invoiced; the more specific wins: party, party group, shop, then the
        latest.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.change_invoicerule`. Codes: `not_found`, `already` (is like that), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/invoice-rules",
            body=call,
            key=key,
        )

    def read_invoice_rules(
        self,
        id: int,
    ) -> types.InvoiceRule:
        """When a customer's revenue is invoiced; the more specific wins: party, party group, shop, then the
        latest.

        Permission, any of: `finance.view_invoicerule`, `finance.change_invoicerule`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/invoice-rules/{id}",
        )

    def list_credit_groups(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        state: str | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.CreditGroupPage:
        """Customers that share one credit limit in all companies; ``company`` keeps it: sets, releases and is
        told.

        Permission, any of: `finance.view_creditgroup`, `finance.set_credit_limits`,
        `finance.release_credit`, `finance.keep_credit`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/credit-groups",
            query={"company": company, "after": after, "limit": limit, "state": state, "code": code, "changed_since": changed_since},
        )

    def create_credit_groups(
        self,
        call: types.CreateCreditGroupCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Customers that share one credit limit in all companies; ``company`` keeps it: sets, releases and is
        told.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_creditgroup`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/credit-groups",
            body=call,
            key=key,
        )

    def change_credit_groups(
        self,
        call: types.ChangeCreditGroupCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Customers that share one credit limit in all companies; ``company`` keeps it: sets, releases and is
        told.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.change_creditgroup`. Codes: `not_found`, `already` (is like that), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/credit-groups",
            body=call,
            key=key,
        )

    def read_credit_groups(
        self,
        id: int,
    ) -> types.CreditGroup:
        """Customers that share one credit limit in all companies; ``company`` keeps it: sets, releases and is
        told.

        Permission, any of: `finance.view_creditgroup`, `finance.set_credit_limits`,
        `finance.release_credit`, `finance.keep_credit`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/credit-groups/{id}",
        )

    def list_credit_reminders(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        kind: str | None = None,
        changed_since: str | None = None,
    ) -> types.CreditThresholdPage:
        """When a group's owner is reminded: at a percentage of the limit, or days before an invoice is due.

        Permission, any of: `finance.view_creditthreshold`, `finance.change_creditthreshold`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/credit-reminders",
            query={"company": company, "after": after, "limit": limit, "kind": kind, "changed_since": changed_since},
        )

    def create_credit_reminders(
        self,
        call: types.CreateCreditThresholdCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """When a group's owner is reminded: at a percentage of the limit, or days before an invoice is due.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.add_creditthreshold`. Codes: `already` (there with the same content), `taken` (there with
        other content), `unknown_link` (a code nobody knows), `invalid` (detail says which field and rule),
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/credit-reminders",
            body=call,
            key=key,
        )

    def change_credit_reminders(
        self,
        call: types.ChangeCreditThresholdCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """When a group's owner is reminded: at a percentage of the limit, or days before an invoice is due.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.change_creditthreshold`. Codes: `not_found`, `already` (is like that), `unknown_link` (a
        code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/credit-reminders",
            body=call,
            key=key,
        )

    def read_credit_reminders(
        self,
        id: int,
    ) -> types.CreditThreshold:
        """When a group's owner is reminded: at a percentage of the limit, or days before an invoice is due.

        Permission, any of: `finance.view_creditthreshold`, `finance.change_creditthreshold`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/credit-reminders/{id}",
        )

    def list_dunning_levels(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        changed_since: str | None = None,
    ) -> types.DunningLevelPage:
        """One step of reminding: from how many days overdue on, and what the letter says.

        Permission, any of: `finance.view_dunninglevel`, `finance.change_dunninglevel`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/dunning-levels",
            query={"company": company, "after": after, "limit": limit, "changed_since": changed_since},
        )

    def create_dunning_levels(
        self,
        call: types.CreateDunningLevelCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """One step of reminding: from how many days overdue on, and what the letter says.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_dunninglevel`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/dunning-levels",
            body=call,
            key=key,
        )

    def change_dunning_levels(
        self,
        call: types.ChangeDunningLevelCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """One step of reminding: from how many days overdue on, and what the letter says.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.change_dunninglevel`. Codes: `not_found`, `already` (is like that), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/dunning-levels",
            body=call,
            key=key,
        )

    def read_dunning_levels(
        self,
        id: int,
    ) -> types.DunningLevel:
        """One step of reminding: from how many days overdue on, and what the letter says.

        Permission, any of: `finance.view_dunninglevel`, `finance.change_dunninglevel`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/dunning-levels/{id}",
        )

    def list_budget_thresholds(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        budget: str | None = None,
        changed_since: str | None = None,
    ) -> types.BudgetThresholdPage:
        """What happens from a share of a total on: its owner is told, nothing more is taken, or less is
        granted.

        Permission, any of: `finance.view_budgetthreshold`, `finance.change_budgetthreshold`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/budget-thresholds",
            query={"company": company, "after": after, "limit": limit, "budget": budget, "changed_since": changed_since},
        )

    def create_budget_thresholds(
        self,
        call: types.CreateBudgetThresholdCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What happens from a share of a total on: its owner is told, nothing more is taken, or less is
        granted.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.add_budgetthreshold`. Codes: `already` (there with the same content), `taken` (there with
        other content), `unknown_link` (a code nobody knows), `invalid` (detail says which field and rule),
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/budget-thresholds",
            body=call,
            key=key,
        )

    def change_budget_thresholds(
        self,
        call: types.ChangeBudgetThresholdCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """What happens from a share of a total on: its owner is told, nothing more is taken, or less is
        granted.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.change_budgetthreshold`. Codes: `not_found`, `already` (is like that), `unknown_link` (a
        code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/budget-thresholds",
            body=call,
            key=key,
        )

    def read_budget_thresholds(
        self,
        id: int,
    ) -> types.BudgetThreshold:
        """What happens from a share of a total on: its owner is told, nothing more is taken, or less is
        granted.

        Permission, any of: `finance.view_budgetthreshold`, `finance.change_budgetthreshold`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/budget-thresholds/{id}",
        )

    def list_statistics(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        code: str | None = None,
        changed_since: str | None = None,
    ) -> types.StatisticPage:
        """A figure of a unit in a month that costs are shared out by: people, square metres, machine hours.

        Permission, any of: `finance.view_statistic`, `finance.change_statistic`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/statistics",
            query={"company": company, "after": after, "limit": limit, "code": code, "changed_since": changed_since},
        )

    def create_statistics(
        self,
        call: types.CreateStatisticCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A figure of a unit in a month that costs are shared out by: people, square metres, machine hours.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_statistic`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/statistics",
            body=call,
            key=key,
        )

    def change_statistics(
        self,
        call: types.ChangeStatisticCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """A figure of a unit in a month that costs are shared out by: people, square metres, machine hours.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.change_statistic`.
        Codes: `not_found`, `already` (is like that), `unknown_link` (a code nobody knows), `invalid`
        (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/statistics",
            body=call,
            key=key,
        )

    def read_statistics(
        self,
        id: int,
    ) -> types.Statistic:
        """A figure of a unit in a month that costs are shared out by: people, square metres, machine hours.

        Permission, any of: `finance.view_statistic`, `finance.change_statistic`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/statistics/{id}",
        )

    def list_cash_item_rules(
        self,
        *,
        company: str | None = None,
        after: int | None = None,
        limit: int | None = None,
        account: str | None = None,
        changed_since: str | None = None,
    ) -> types.CashItemRulePage:
        """The cash flow item of what nobody named one for: by event and component, else by the other account.
        An account stands for all whose codes begin with its code; the longest wins.

        Permission, any of: `finance.view_cashitemrule`, `finance.change_cashitemrule`.

        Oldest first, by key: give `next` of a page as `after` to get the next one; the last page has `next`
        null. A page may hold fewer rows than `limit` without being the last.
        """
        return self.call(
            "GET",
            "/api/v1/cash-item-rules",
            query={"company": company, "after": after, "limit": limit, "account": account, "changed_since": changed_since},
        )

    def create_cash_item_rules(
        self,
        call: types.CreateCashItemRuleCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """The cash flow item of what nobody named one for: by event and component, else by the other account.
        An account stands for all whose codes begin with its code; the longest wins.

        Up to 5,000 rows; each is answered under its place, from 1. Permission: `finance.add_cashitemrule`.
        Codes: `already` (there with the same content), `taken` (there with other content), `unknown_link`
        (a code nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "POST",
            "/api/v1/cash-item-rules",
            body=call,
            key=key,
        )

    def change_cash_item_rules(
        self,
        call: types.ChangeCashItemRuleCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """The cash flow item of what nobody named one for: by event and component, else by the other account.
        An account stands for all whose codes begin with its code; the longest wins.

        Up to 5,000 rows; each is answered under its place, from 1. Permission:
        `finance.change_cashitemrule`. Codes: `not_found`, `already` (is like that), `unknown_link` (a code
        nobody knows), `invalid` (detail says which field and rule), `done`.
        """
        return self.call(
            "PATCH",
            "/api/v1/cash-item-rules",
            body=call,
            key=key,
        )

    def read_cash_item_rules(
        self,
        id: int,
    ) -> types.CashItemRule:
        """The cash flow item of what nobody named one for: by event and component, else by the other account.
        An account stands for all whose codes begin with its code; the longest wins.

        Permission, any of: `finance.view_cashitemrule`, `finance.change_cashitemrule`.

        An id of another company does not exist (404).
        """
        return self.call(
            "GET",
            f"/api/v1/cash-item-rules/{id}",
        )

    def trace_orders(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/orders/{id}/trace",
        )

    def trace_order_changes(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/order-changes/{id}/trace",
        )

    def trace_deliveries(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/deliveries/{id}/trace",
        )

    def trace_returns(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/returns/{id}/trace",
        )

    def trace_statements(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/statements/{id}/trace",
        )

    def trace_movements(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/movements/{id}/trace",
        )

    def trace_vouchers(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/vouchers/{id}/trace",
        )

    def trace_voucher_drafts(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/voucher-drafts/{id}/trace",
        )

    def trace_tax_invoices(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/tax-invoices/{id}/trace",
        )

    def trace_input_invoices(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/input-invoices/{id}/trace",
        )

    def trace_item_documents(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/item-documents/{id}/trace",
        )

    def trace_bank_receipts(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/bank-receipts/{id}/trace",
        )

    def trace_dunning_letters(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/dunning-letters/{id}/trace",
        )

    def trace_account_statements(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/account-statements/{id}/trace",
        )

    def trace_bank_statements(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/bank-statements/{id}/trace",
        )

    def trace_payments(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/payments/{id}/trace",
        )

    def trace_payment_runs(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/payment-runs/{id}/trace",
        )

    def trace_expense_claims(
        self,
        id: int,
    ) -> types.Trace:
        """The documents around one, two steps before and two after, with the events and vouchers of what came
        of it.

        What whoever calls may not read is left out.
        """
        return self.call(
            "GET",
            f"/api/v1/expense-claims/{id}/trace",
        )

    def review_orders(
        self,
        call: types.ReviewOrdersCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Judge received orders by the eight checks of F-064; those that pass go on, the others are held.

        A held order answers the code of its first reason and all of them in ``reasons``.

        Permission: `sales.review_orders`. Codes, first match: `not_found`, `cancelled`, `held`, `already`,
        `shop_blocked`, `unknown_item`, `not_authorised`, `no_buyer`, `no_phone`, `bad_phone`, `no_address`,
        `no_district`, `no_price`, `price_below_floor`, `price_above_list`, `customer_blocked`,
        `over_credit`, `no_credit_rate`, `not_paid`, `paid_short`, `gift_not_allowed`, `coupon_unknown`,
        `coupon_expired`, `discount_differs`, `subsidy_differs`, `gift_missing`, `gift_not_due`,
        `coupon_over_budget`, `no_source`, `no_warehouse`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/orders/review",
            body=call,
            key=key,
        )

    def release_orders(
        self,
        call: types.ReleaseOrdersCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Release held orders with a reason: they go on from where they stood, and the reason stays with the
        hold.

        An item nobody knows and stock that is not there cannot be released; they are mended. A platform's
        change is dismissed by it. An order that the review held takes what promotions give it now, from its
        coupon even more than that has: a person's word is a fact. Where a route asks for the approval of a
        price below the floor, only that approval releases. An order on account must fit its customer's
        credit by now; else it is held ``over_credit``, which only a credit approver releases.

        Permission: `sales.release_orders`. Codes, first match: `not_found`, `cancelled`, `already`,
        `not_held`, `unknown_item`, `no_stock`, `not_releasable`, `approval_needed`, `over_credit`,
        `no_credit_rate`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/orders/release",
            body=call,
            key=key,
        )

    def amend_orders(
        self,
        call: types.AmendOrdersCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Mend orders held in the review (None leaves a field as it is) and put them before the review again.

        ``items`` maps line numbers, as text, to item codes: what a clerk found for a code nobody knew. An
        order that went through an approval is mended by a change document only.

        Permission: `sales.amend_orders`. Codes, first match: `not_found`, `cancelled`, `not_held`,
        `change_document_needed`, `unknown_item`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/orders/amend",
            body=call,
            key=key,
        )

    def change_orders(
        self,
        call: types.ChangeOrdersCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Change buyer, address, day or lines of orders of which nothing has been shipped, and review them
        again.

        ``changes`` says by order what shall be: buyer, phone, province, city, district, address, remark,
        wanted_on, and ``lines``, each with ``line`` (none adds one), ``item`` (code), ``quantity`` (0 takes
        the line out) and ``unit_price`` (none: as it was, or the list's for another item). What stays as it
        was keeps its promises; what was handed over to a warehouse is taken back and handed over anew. Of
        an order whose lines leave one by one, and some have left, the quantity of those that nobody was
        handed yet can be changed; what has left stays. An order that went through an approval is changed by
        a change document only.

        Permission: `sales.change_orders`. Codes, first match: `not_found`, `cancelled`, `shipped`,
        `change_open`, `change_document_needed`, `unknown_line`, `unknown_item`, `bad_quantity`,
        `bad_price`, `too_long`, `bad_date`, `no_lines`, `nothing_to_change`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/orders/change",
            body=call,
            key=key,
        )

    def save_order_changes(
        self,
        call: types.SaveOrderChangesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Write what orders (``ids``) shall be as drafts of change documents; nothing of the orders changes.

        ``changes`` says it by order as for ``change_orders``; ``document`` and ``version`` name the draft
        it takes the place of. An order has one open change at a time. The answer names the document, its
        version and both amounts.

        Permission: `sales.change_orders`. Codes, first match: `not_found`, `not_draft`, `stale`,
        `change_waits`, `cancelled`, `shipped`, `change_open`, `unknown_line`, `unknown_item`,
        `bad_quantity`, `bad_price`, `too_long`, `bad_date`, `no_lines`, `nothing_to_change`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/orders/write-changes",
            body=call,
            key=key,
        )

    def submit_order_changes(
        self,
        call: types.SubmitOrderChangesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Hand changes in: what needs no approval is applied at once, for the rest it is asked (``waits`` in
        the detail).

        A change whose order was changed, shipped or cancelled since it was written ends as outdated.

        Permission: `sales.change_orders`. Codes, first match: `not_found`, `already`, `not_draft`,
        `outdated`, `change_open`, `unknown_line`, `unknown_item`, `bad_quantity`, `bad_price`, `too_long`,
        `bad_date`, `no_lines`, `nothing_to_change`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/order-changes/submit",
            body=call,
            key=key,
        )

    def apply_order_changes(
        self,
        call: types.ApplyOrderChangesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Make orders what approved changes say; so do approvals by themselves, where nothing stands in the
        way.

        A change whose order was changed, shipped or cancelled since it was written ends as outdated.

        Permission: `sales.change_orders`. Codes, first match: `not_found`, `already`, `not_submitted`,
        `not_open`, `approval_needed`, `outdated`, `change_open`, `unknown_line`, `unknown_item`,
        `bad_quantity`, `bad_price`, `too_long`, `bad_date`, `no_lines`, `nothing_to_change`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/order-changes/apply",
            body=call,
            key=key,
        )

    def withdraw_order_changes(
        self,
        call: types.WithdrawOrderChangesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Take changes back that are not applied; the order stays as it is, and what was asked of approvers is
        over.

        Permission: `sales.change_orders`. Codes, first match: `not_found`, `already`, `not_open`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/order-changes/withdraw",
            body=call,
            key=key,
        )

    def accept_changes(
        self,
        call: types.AcceptChangesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Make orders (``ids``) what their platform sent last: buyer, address, lines, priority, payment;
        review them again.

        Lines keep their ids; those the platform no longer names are taken out. Earlier changes still open
        are dismissed.

        Permission: `sales.change_orders`. Codes, first match: `not_found`, `cancelled`, `shipped`,
        `already`, `no_change`, `unknown_item`, `bad_quantity`, `bad_price`, `too_long`, `no_lines`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/orders/accept-changes",
            body=call,
            key=key,
        )

    def dismiss_changes(
        self,
        call: types.DismissChangesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Leave aside what the platform sent again of orders (``ids``) that it cannot change any more, and say
        why.

        An order that has not left is held by such a message: its change is taken over, or it is released.
        An empty ``note`` refuses the call (``note_missing``).

        Permission: `sales.change_orders`. Codes, first match: `not_found`, `held`, `already`, `no_change`,
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/orders/dismiss-changes",
            body=call,
            key=key,
        )

    def cancel_orders(
        self,
        call: types.CancelOrdersCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Cancel orders: what was promised is free again, what was picked goes back, deliveries do not leave.

        Of an order that has been shipped in part, what has not left is cancelled (``partly``): its lines
        keep what was shipped, its versions what was ordered. ``reason`` is one of the reasons of
        cancelling.

        Permission: `sales.cancel_orders`. Codes, first match: `not_found`, `already`, `shipped`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/orders/cancel",
            body=call,
            key=key,
        )

    def reserve_orders(
        self,
        call: types.ReserveOrdersCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Promise orders the pieces they need, most urgent and then oldest first; who finds none is held
        ``no_stock``.

        Warehouses are asked in the order of the routes for the buyer's province; bins in their pick order;
        the shop's split policy says whether an order may come from several. ``detail.short`` names line,
        item, wanted, free pieces.

        Permission: `sales.reserve_orders`. Codes, first match: `not_found`, `cancelled`, `already`, `held`,
        `not_reviewed`, `no_stock`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/orders/reserve",
            body=call,
            key=key,
        )

    def release_deliveries(
        self,
        call: types.ReleaseDeliveriesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Make a delivery per order and warehouse for reserved orders (``ids`` are orders) and release it for
        picking.

        Orders of one buyer and address leave together where their shop says so and they are in the same
        set. In a shop that sends what is there, an order that stands for want of stock hands over the lines
        it has, and stays held for the others.

        Permission: `sales.release_deliveries`. Codes, first match: `not_found`, `cancelled`, `already`,
        `not_reserved`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/orders/release-deliveries",
            body=call,
            key=key,
        )

    def revoke_links(
        self,
        call: types.RevokeLinksCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Make every link given out for these orders so far void; links taken afterwards work.

        Permission: `sales.share_orders`. Codes, first match: `not_found`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/orders/revoke-links",
            body=call,
            key=key,
        )

    def capture_serials(
        self,
        call: types.CaptureSerialsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Capture serial numbers for the lines of released deliveries.

        ``serials`` maps delivery lines to the numbers scanned, which replace what the line had; without it,
        every line of a serial-numbered item gets the first free pieces of its bin for what it still misses.

        Permission: `sales.capture_serials`. Codes, first match: `not_found`, `cancelled`, `already`,
        `unknown_line`, `unknown_serial`, `serial_elsewhere`, `serial_taken`, `serial_count`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/deliveries/capture-serials",
            body=call,
            key=key,
        )

    def ship_deliveries(
        self,
        call: types.ShipDeliveriesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Ship released deliveries: their reserved stock is issued at moving average, and the books hear of
        it.

        Permission: `sales.ship_deliveries`. Codes, first match: `not_found`, `cancelled`, `already`,
        `period_closed`, `order_held`, `not_reserved`, `serials_missing`, `credit_stopped`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/deliveries/ship",
            body=call,
            key=key,
        )

    def recognise_revenue(
        self,
        call: types.RecogniseRevenueCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Recognise the revenue of the lines of shipped deliveries whose item's policy waits for this trigger.

        An item at shipment is due from shipment on, at receipt from receipt on, at installation from
        installation on. What came back or was refunded before is not recognised.

        Permission: `sales.recognise_revenue`. Codes, first match: `not_found`, `cancelled`, `already`,
        `not_shipped`, `before_shipment`, `period_closed`, `not_due`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/deliveries/recognise",
            body=call,
            key=key,
        )

    def cancel_returns(
        self,
        call: types.CancelReturnsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Cancel returns that were announced only; their pieces can be returned again.

        Permission: `sales.announce_returns`. Codes, first match: `not_found`, `already`, `goods_are_back`,
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/returns/cancel",
            body=call,
            key=key,
        )

    def receive_returns(
        self,
        call: types.ReceiveReturnsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Receive the goods of announced returns on hold: into ``location``, or the warehouse's first quality
        bin, or the bin they left from.

        ``serials`` maps lines to the numbers scanned; without it a line takes those announced, or all that
        are still out when everything comes back. A line comes back at its part of the cost it left with.
        Where it was revenue, revenue, VAT and cost of sales are reversed and the amount is owed to the
        buyer; where it was not, less of it will be; a delivery all of which is back waits for revenue no
        longer.

        Permission: `sales.receive_returns`. Codes, first match: `not_found`, `already`, `cancelled`,
        `no_goods`, `period_closed`, `before_shipment`, `foreign_location`, `unknown_line`,
        `serials_missing`, `unknown_serial`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/returns/receive",
            body=call,
            key=key,
        )

    def inspect_returns(
        self,
        call: types.InspectReturnsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Free the goods of received returns into ``location`` or the bin they left from; scrap what ``scrap``
        names.

        ``scrap`` maps lines to the pieces that are of no use, ``scrap_serials`` to their numbers, where
        they have any and not all of the line is scrap.

        Permission: `sales.inspect_returns`. Codes, first match: `not_found`, `already`, `cancelled`,
        `no_goods`, `not_received`, `period_closed`, `foreign_location`, `unknown_line`, `bad_quantity`,
        `serials_missing`, `unknown_serial`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/returns/inspect",
            body=call,
            key=key,
        )

    def refund_returns(
        self,
        call: types.RefundReturnsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Say that the platform paid the buyers back, and deducts it from what it owes us.

        A refund without return takes effect now: what was revenue is reversed without its cost, of what was
        not less will become revenue. Only what revenue was reversed for is owed, and so paid, in the books:
        the platform never owed us the rest.

        Permission: `sales.refund_returns`. Codes, first match: `not_found`, `already`, `cancelled`,
        `not_inspected`, `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/returns/refund",
            body=call,
            key=key,
        )

    def exchange_returns(
        self,
        call: types.ExchangeReturnsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Order for the buyers of exchanges whose goods are back what they get instead, at the amount that
        came back.

        ``items`` maps lines to item codes; a line not named gets the same item again. The order counts as
        paid, carries the return's number as its platform number, and is reviewed, sourced and shipped like
        any other. It is of the customer the goods came back from, and what was a gift is one again. Where
        what was ordered instead was cancelled, the return can be exchanged once more, under its number with
        ``/2``, ``/3`` …

        Permission: `sales.exchange_returns`. Codes, first match: `not_found`, `already`, `cancelled`,
        `not_exchange`, `not_received`, `unknown_item`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/returns/exchange",
            body=call,
            key=key,
        )

    def match_statements(
        self,
        call: types.MatchStatementsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Match the rows of imported statements against the orders of their shops, each with one result.

        Permission: `sales.import_statements`. Codes, first match: `not_found`, `already`, `not_read`,
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/statements/match",
            body=call,
            key=key,
        )

    def post_statements(
        self,
        call: types.PostStatementsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Post matched statements: one event each, whose lines are sums; the statement's lines are the detail.

        An order that was paid too little or too much is cleared by what was paid; the rest stays open until
        accepted. What was paid for no order we know, for one settled before or for one of a named customer
        is owed to the platform (``unmatched``).

        Permission: `sales.post_statements`. Codes, first match: `not_found`, `already`, `not_matched`,
        `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/statements/post",
            body=call,
            key=key,
        )

    def tie_payouts(
        self,
        call: types.TiePayoutsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Tie the payouts of posted statements to the bank receipts that name the platform's number, of the
        same amount.

        A receipt whose reference names several statements of a shop pays all of them, where all are in the
        set and together come to its amount; so does ``receipt``, whatever its reference says. Among several
        may be statements whose payout is nothing or negative. Else one receipt pays one statement; the
        oldest receipt first.

        Permission: `sales.tie_payouts`. Codes, first match: `not_found`, `already`, `not_posted`,
        `nothing_due`, `period_closed`, `several_shops`, `no_receipt`, `amount_differs`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/statements/tie",
            body=call,
            key=key,
        )

    def accept_differences(
        self,
        call: types.AcceptDifferencesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Accept what platforms paid too little or too much, so that nothing stays open; ``note`` says why.

        Permission: `sales.accept_differences`. Codes, first match: `not_found`, `already`,
        `not_acceptable`, `not_posted`, `over_limit`, `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/differences/accept",
            body=call,
            key=key,
        )

    def hand_back_differences(
        self,
        call: types.HandBackDifferencesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Hand differences back to the owner of their shop, to clear up with the platform; ``note`` says what
        is asked.

        Permission: `sales.hand_back_differences`. Codes, first match: `not_found`, `accepted`, `no_owner`,
        `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/differences/hand-back",
            body=call,
            key=key,
        )

    def post_movements(
        self,
        call: types.PostMovementsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Post drafts in the order given; each is judged after what those before it have taken and brought.

        A receipt, opening stock and what an adjustment finds re-base the cost pool; an adjustment without
        an amount comes in at the pool's cost of the moment, and goes out like an issue.

        Permission: `stock.post_movements`. Codes, first match: `not_found`, `already`, `period_closed`,
        `no_lines`, `foreign_location`, `item_blocked`, `serials_missing`, `serial_known`, `unknown_serial`,
        `serial_elsewhere`, `serial_taken`, `no_cost`, `not_enough`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/movements/post",
            body=call,
            key=key,
        )

    def release_credit(
        self,
        call: types.ReleaseCreditCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Release orders held ``over_credit``, with a reason: the group may owe more until a day.

        ``amounts`` says how much by order, in the limit's currency; without, as much as is missing.
        ``expires_on`` is the last day; without, ``credit.release_days`` from ``on``. An order that stands
        for other reasons too stays held for those. Where a route of core asks for the approval of such
        releases, only that approval releases.

        Permission: `finance.release_credit`. Codes, first match: `not_found`, `cancelled`, `already`,
        `not_held`, `not_over_credit`, `no_credit_rate`, `too_little`, `approval_needed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/orders/release-credit",
            body=call,
            key=key,
        )

    def rematch_differences(
        self,
        call: types.RematchDifferencesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Judge lines that differ again: against orders that have come since, and what we have refunded or
        cancelled since.

        A line that agrees waits for nobody any longer; one of an order that has come and that pays too
        little or too much waits as that, one whose order another line has settled as settled before. What a
        posted statement owed to the platform clears the order. A line of a known order moves no money
        again, and is judged anew only where its difference gets less.

        Permission: `sales.import_statements`. Codes, first match: `not_found`, `already`, `unknown_order`,
        `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/differences/rematch",
            body=call,
            key=key,
        )

    def send_back_drafts(
        self,
        call: types.SendBackDraftsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Send submitted vouchers back to their author, and say why (``note_missing`` refuses the call).

        Permission: `finance.review_vouchers`. Codes, first match: `not_found`, `already`, `not_submitted`,
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/voucher-drafts/send-back",
            body=call,
            key=key,
        )

    def make_recurring(
        self,
        call: types.MakeRecurringCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Make the month's draft of voucher templates; ``ids`` are templates. The answer names the draft.

        Permission: `finance.enter_vouchers`. Codes, first match: `not_found`, `already`, `not_this_month`,
        `empty`, `account_unknown`, `bad_amount`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/voucher-templates/repeat",
            body=call,
            key=key,
        )

    def post_events(
        self,
        call: types.PostEventsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Write the lines of pending events into the journal, by the most specific posting rule.

        A line that takes back another takes that one's accounts the other way round, whatever the rules say
        by now. A refused event stays pending with its code and every component that finds no way. One that
        was refused because its month and all later ones were closed goes on to the first day of the month
        that is open by now; its fact keeps its day. Codes, first match wins: not_found, already, busy
        (another is posting or moving it), original_pending (what it takes back is not in the journal yet),
        no_rule, ambiguous_rule, account_closed, account_is_group, account_in_currency (it asks for an
        amount in its currency, which the event does not say), dimension_missing (an account asks for what
        is not said), period_closed, done. Writes: finance_journalline, finance_voucher (collecting),
        finance_vouchertotal, finance_accountbalance, finance_openitem; finance_currencyline,
        finance_currencybalance; finance_event.posting_on of what goes on; deletes finance_eventpending.
        Locks: (1) the finance periods, (2) pending events by id, vouchers by (day, kind, unit, document),
        (8) balances by (account, month), (9) counters.

        Permission: `finance.post_events`. Codes, first match: `not_found`, `already`, `busy`,
        `original_pending`, `no_rule`, `ambiguous_rule`, `account_closed`, `account_is_group`,
        `account_in_currency`, `dimension_missing`, `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/accounting-events/post",
            body=call,
            key=key,
        )

    def submit_drafts(
        self,
        call: types.SubmitDraftsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Hand drafts to whoever reviews and posts them.

        Permission: `finance.enter_vouchers`. Codes, first match: `not_found`, `already`, `not_draft`,
        `empty`, `account_is_group`, `account_closed`, `dimension_missing`, `currency_missing`,
        `not_balanced`, `period_closed`, `budget_stopped`, `over_budget`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/voucher-drafts/submit",
            body=call,
            key=key,
        )

    def post_drafts(
        self,
        call: types.PostDraftsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Post submitted vouchers by hand; never by whoever wrote them. The answer names the voucher.

        Permission: `finance.review_vouchers`. Codes, first match: `not_found`, `already`, `not_submitted`,
        `same_person`, `empty`, `account_is_group`, `account_closed`, `dimension_missing`,
        `currency_missing`, `not_balanced`, `period_closed`, `approval_needed`, `budget_stopped`,
        `over_budget`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/voucher-drafts/post",
            body=call,
            key=key,
        )

    def cancel_drafts(
        self,
        call: types.CancelDraftsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Cancel vouchers by hand that are not posted; one in the books is reversed instead.

        Permission: `finance.enter_vouchers`. Codes, first match: `not_found`, `already`, `posted`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/voucher-drafts/cancel",
            body=call,
            key=key,
        )

    def apply_items(
        self,
        call: types.ApplyItemsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Apply items of one party against each other; ``ids`` are the keys of ``applications``, worked in
        this order.

        Items of other accounts than each other, or of other worth in the books, get a voucher. Codes, first
        match wins: not_found, same_side, another_party, amount_missing (the currencies differ), bad_amount,
        too_early (before an item is in the books), nothing_open, too_much, account_unknown (no account for
        exchange differences), period_closed, done. Writes: finance_itemapplication, finance_openitem,
        finance_voucher with lines, totals and balances. Locks: (1) the finance period, shared; (2) items by
        id; (8) balances by (account, month); (9) counters.

        Permission: `finance.apply_items`. Codes, first match: `not_found`, `same_side`, `another_party`,
        `amount_missing`, `bad_amount`, `too_early`, `nothing_open`, `too_much`, `account_unknown`,
        `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/open-items/apply",
            body=call,
            key=key,
        )

    def undo_applications(
        self,
        call: types.UndoApplicationsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Take applications back: a reversing entry each, and a reversing voucher where one was written.

        Permission: `finance.apply_items`. Codes, first match: `not_found`, `is_reversal`, `already`,
        `reverses_document`, `too_early`, `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/item-applications/undo",
            body=call,
            key=key,
        )

    def cancel_item_documents(
        self,
        call: types.CancelItemDocumentsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Cancel documents that are not posted; a posted one is reversed.

        Permission: `finance.enter_items`. Codes, first match: `not_found`, `already`, `not_draft`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/item-documents/cancel",
            body=call,
            key=key,
        )

    def post_item_documents(
        self,
        call: types.PostItemDocumentsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Post bills, charges, receipts, payments, refunds, offsets and bad debts; never by whoever wrote
        them.

        Permission: `finance.review_items`. Codes, first match: `not_found`, `already`, `not_draft`,
        `same_person`, `approval_needed`, `account_closed`, `account_in_currency`, `another_party`,
        `wrong_side`, `another_currency`, `too_early`, `too_much`, `lines_exceed`, `not_covered`,
        `not_even`, `invoice_elsewhere`, `invoice_booked`, `invoice_differs`, `period_closed`,
        `dimension_missing`, `budget_stopped`, `over_budget`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/item-documents/post",
            body=call,
            key=key,
        )

    def reverse_item_documents(
        self,
        call: types.ReverseItemDocumentsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Take posted documents out of the books: undo what they applied, reverse their vouchers, close their
        items.

        Permission: `finance.review_items`. Codes, first match: `not_found`, `already`, `not_in_books`,
        `still_applied`, `too_early`, `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/item-documents/reverse",
            body=call,
            key=key,
        )

    def reverse_vouchers(
        self,
        call: types.ReverseVouchersCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Ask for posted vouchers by hand to be reversed: each gets a submitted voucher with its lines the
        other way round.

        Nothing posted changes. The answer names the new draft; another person posts it. Codes, first match
        wins: not_found, already, is_automatic, closes_year, of_document (a document or a run wrote it: the
        document is named), period_closed, done. Writes: finance_voucherdraft and its lines, once a voucher.
        Locks: (1) the finance period; (2) vouchers by id; (9) counters.

        Permission: `finance.enter_vouchers`. Codes, first match: `not_found`, `already`, `is_automatic`,
        `closes_year`, `of_document`, `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/vouchers/reverse",
            body=call,
            key=key,
        )

    def seal_vouchers(
        self,
        call: types.SealVouchersCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Seal collected vouchers: later events of the day go to another voucher.

        Permission: `finance.seal_vouchers`. Codes, first match: `not_found`, `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/vouchers/seal",
            body=call,
            key=key,
        )

    def submit_approvals(
        self,
        call: types.SubmitApprovalsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Ask for the approval of documents of a kind, with a reason: each takes its route, its first persons
        are asked.

        The caller also holds the permission the kind names. A request for what the document was before is
        taken back. Codes, first match wins: not_found, not_ready (``why``), already (waits, or is approved
        as it is), no_route, no_approver (nobody but the asker could answer), done. Writes: approval
        requests, steps, tasks; state of requests that are taken back, with their answers. Locks: the kind's
        documents by id, then requests by id.

        Permission: `core.ask_approvals`. Codes, first match: `not_found`, `not_ready`, `already`,
        `no_route`, `no_approver`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/approvals/ask",
            body=call,
            key=key,
        )

    def withdraw_requests(
        self,
        call: types.WithdrawRequestsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Take one's own questions back before they are answered.

        Permission: `core.ask_approvals`. Codes, first match: `not_found`, `already`, `not_waiting`,
        `not_yours`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/approvals/withdraw",
            body=call,
            key=key,
        )

    def approve_requests(
        self,
        call: types.ApproveRequestsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Approve what is asked of the caller, or of whom they stand in for; the last approval lets the
        document go on.

        What an approval means to the document is done by its context in the same transaction. Whoever asked
        cannot approve, also not in another's place, unless the route allows it. Codes, first match wins:
        not_found, already, not_waiting, own_request, not_yours, outdated (the document is no longer what it
        was), not_ready (``why``), done. Writes: answers, tasks, steps, requests; what the kind's context
        writes. Locks: the kinds' documents by id, then requests by id; then what the contexts lock.

        Permission: `core.answer_approvals`. Codes, first match: `not_found`, `already`, `not_waiting`,
        `own_request`, `not_yours`, `outdated`, `not_ready`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/approvals/approve",
            body=call,
            key=key,
        )

    def reject_requests(
        self,
        call: types.RejectRequestsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Refuse what is asked of the caller, or of whom they stand in for, and say why (else
        ``note_missing``).

        Permission: `core.answer_approvals`. Codes, first match: `not_found`, `already`, `not_waiting`,
        `own_request`, `not_yours`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/approvals/reject",
            body=call,
            key=key,
        )

    def send_back_requests(
        self,
        call: types.SendBackRequestsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Send back what is asked, to be mended and asked again, and say why (else ``note_missing``).

        Permission: `core.answer_approvals`. Codes, first match: `not_found`, `already`, `not_waiting`,
        `own_request`, `not_yours`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/approvals/send-back",
            body=call,
            key=key,
        )

    def delegate_approvals(
        self,
        call: types.DelegateApprovalsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Hand the caller's own approvals over to others for some days; ``ids`` are the keys of
        ``delegations``.

        A deputy is a member of the company who may approve. The chain of deputies ends: nobody gets back
        what they gave. Codes, first match wins: not_found, already, bad_period, not_approver, overlapping
        (another deputy on one of the days), cycle, done. Writes: approval delegations. Locks: the
        delegations of the company, one call at a time.

        Permission: `core.delegate_approvals`. Codes, first match: `not_found`, `already`, `bad_period`,
        `not_approver`, `overlapping`, `cycle`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/approval-delegations",
            body=call,
            key=key,
        )

    def end_delegations(
        self,
        call: types.EndDelegationsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Take back what the caller has handed over; another person's delegations do not exist.

        Permission: `core.delegate_approvals`. Codes, first match: `not_found`, `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/approval-delegations/end",
            body=call,
            key=key,
        )

    def submit_claims(
        self,
        call: types.SubmitClaimsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Hand one's own claims in, against the limits of their kinds by grade, department and class of city.

        Permission: `finance.enter_claims`. Codes, first match: `not_found`, `already`, `not_draft`,
        `invoice_missing`, `over_limit`, `reason_wanted`, `budget_stopped`, `over_budget`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/expense-claims/submit",
            body=call,
            key=key,
        )

    def withdraw_claims(
        self,
        call: types.WithdrawClaimsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Withdraw one's own claims that are not approved; their invoices are free again.

        Permission: `finance.enter_claims`. Codes, first match: `not_found`, `already`, `not_open`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/expense-claims/withdraw",
            body=call,
            key=key,
        )

    def approve_claims(
        self,
        call: types.ApproveClaimsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Approve claims that were handed in, never one's own; where a route asks for an approval, that one
        counts.

        Permission: `finance.approve_claims`. Codes, first match: `not_found`, `already`, `not_submitted`,
        `same_person`, `approval_needed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/expense-claims/approve",
            body=call,
            key=key,
        )

    def refuse_claims(
        self,
        call: types.RefuseClaimsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Refuse claims that are not posted and say why (``note_missing`` refuses the call); the employee may
        mend them.

        Permission: `finance.approve_claims`. Codes, first match: `not_found`, `already`, `not_submitted`,
        `same_person`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/expense-claims/refuse",
            body=call,
            key=key,
        )

    def post_claims(
        self,
        call: types.PostClaimsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Put approved claims into the books, never one's own, and deduct what the employee still has of
        advances.

        Permission: `finance.post_claims`. Codes, first match: `not_found`, `already`, `not_approved`,
        `same_person`, `too_early`, `period_closed`, `budget_stopped`, `over_budget`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/expense-claims/post",
            body=call,
            key=key,
        )

    def reverse_claims(
        self,
        call: types.ReverseClaimsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Take posted claims out of the books by a claim of the opposite amounts; the answer names it.

        Permission: `finance.post_claims`. Codes, first match: `not_found`, `already`, `not_in_books`,
        `same_person`, `payment_asked`, `invoice_in_use`, `too_early`, `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/expense-claims/reverse",
            body=call,
            key=key,
        )

    def accrue_fees(
        self,
        call: types.AccrueFeesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Set aside what policies owe of the net revenue in sealed vouchers: ``ids`` are vouchers of this
        company.

        Each line of revenue is under the nearest policy of each kind on its day: customer, group of
        customers, shop or department, item category (the nearer in the tree), then the latest. A fee is net
        revenue times the policy's rate, rounded to the cent once a document, policy and voucher. What came
        back takes its part of the fees its deal had. Codes, first match wins: not_found, already,
        not_revenue, not_sealed, original_pending (what it takes back was not read), ambiguous_policy (two
        policies of a kind are equally near), done. Writes: finance_fee, finance_feeentry,
        finance_feevoucher; the event ``fees_accrued`` of each voucher, negative for what came back. Locks:
        (1) the finance periods, shared; a company's fees, one call after the other.

        Permission: `finance.settle_fees`. Codes, first match: `not_found`, `already`, `not_revenue`,
        `not_sealed`, `original_pending`, `ambiguous_policy`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/fees/accrue",
            body=call,
            key=key,
        )

    def settle_fees(
        self,
        call: types.SettleFeesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Settle fees as far as the cash of their deals is in: a draft bill a beneficiary names them by policy
        and shop.

        What is due is the fee set aside times the share of the deal's money that is in, less what was
        settled. It is negative where goods came back or money was taken back since: that goes on a bill of
        its own, a credit note. A bill that was cancelled or reversed has settled nothing. Codes, first
        match wins: not_found, already (nothing new is due), no_beneficiary (neither its policy nor its deal
        names one), account_closed (224101 or 2241), done. Writes: finance_feeentry,
        finance_fee.settled_amount; finance_itemdocument and its lines, drafts of the kind bill. Locks: (2)
        fees by id; bills, one set after the other; (9) counters.

        Permission: `finance.settle_fees`. Codes, first match: `not_found`, `already`, `no_beneficiary`,
        `account_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/fees/settle",
            body=call,
            key=key,
        )

    def submit_payments(
        self,
        call: types.SubmitPaymentsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Hand payment requests to whoever approves them.

        Permission: `finance.enter_payments`. Codes, first match: `not_found`, `already`, `not_draft`,
        `account_closed`, `reason_closed`, `budget_stopped`, `over_budget`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/payments/submit",
            body=call,
            key=key,
        )

    def approve_payments(
        self,
        call: types.ApprovePaymentsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Approve submitted payments, never one's own; where a route asks for an approval, that one counts.

        Permission: `finance.approve_payments`. Codes, first match: `not_found`, `already`, `not_submitted`,
        `same_person`, `approval_needed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/payments/approve",
            body=call,
            key=key,
        )

    def reject_payments(
        self,
        call: types.RejectPaymentsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Reject submitted or approved payments that are in no run, and say why (``note_missing`` refuses the
        call).

        One that a withdrawn run had is cancelled instead, by whoever is sure that the bank does not have
        its file. Codes, first match wins: not_found, already, not_submitted, withdrawn_before (names that
        run), done. Writes: finance_paymentrequest.state, note; what they had reserved in the budgets is
        given back. Locks: (2) payment requests by id; (7) budget lines by id.

        Permission: `finance.approve_payments`. Codes, first match: `not_found`, `already`, `not_submitted`,
        `withdrawn_before`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/payments/reject",
            body=call,
            key=key,
        )

    def cancel_payments(
        self,
        call: types.CancelPaymentsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Cancel payment requests that no run has taken up.

        A payment of a withdrawn run may be at the bank all the same, and its document could be paid by
        another request: ``sure`` says why the bank does not have that file. Codes, first match wins:
        not_found, already, in_run, bank_has_it (it says so), withdrawn_before (names that run; ``sure`` is
        missing), done. Writes: finance_paymentrequest.state, finance_withdrawnpayment.sure_because; what
        they had reserved in the budgets is given back. Locks: (2) payment requests by id; (7) budget lines
        by id.

        Permission: `finance.enter_payments`. Codes, first match: `not_found`, `already`, `in_run`,
        `bank_has_it`, `withdrawn_before`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/payments/cancel",
            body=call,
            key=key,
        )

    def make_payment_runs(
        self,
        call: types.MakePaymentRunsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Bring approved payments to the bank: one run, one file and one message to the gateway for each bank
        account.

        The answer names the run. Nothing is sent here: the message waits in the outbox, in the same
        transaction. A payment of a withdrawn run would be paid twice if the bank has that file after all:
        ``sure`` says why it has not. Codes, first match wins: not_found, already (a run has it),
        not_approved, bank_has_it (its answer or its statement says so, whatever ``sure`` says),
        withdrawn_before (names that run; ``sure`` is missing), account_closed, no_gateway, document_unknown
        (what it pays was taken back since), beyond_document (what it pays was settled otherwise since, and
        is worth less than is asked for it), done. Writes: finance_paymentrun, finance_paymentrequest.state,
        payment_run, finance_bankmessage, finance_withdrawnpayment.sure_because; the file. Locks: (2)
        payment requests by id; (9) counters.

        Permission: `finance.run_payments`. Codes, first match: `not_found`, `already`, `not_approved`,
        `bank_has_it`, `withdrawn_before`, `account_closed`, `no_gateway`, `document_unknown`,
        `beyond_document`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/payments/send",
            body=call,
            key=key,
        )

    def withdraw_runs(
        self,
        call: types.WithdrawRunsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Withdraw runs that the bank has not answered, and say why (``note_missing`` refuses the call).

        Their payments are approved again, and their file is never sent again. **Danger of paying twice**: a
        file whose answer was lost may be at the bank. So ask the bank first; ``make_payment_runs`` asks
        again before it takes such a payment up, and what the bank says of the file later is kept on the
        run's list and waits for a person. Codes, first match wins: not_found, already, answered (the bank
        has it), being_sent (a call is under way), done. Writes: finance_paymentrun.state,
        withdrawn_because, withdrawer; finance_withdrawnpayment; finance_paymentrequest.state, payment_run;
        finance_bankmessage.state. Locks: (2) payment requests of the runs by id, then the runs by id, then
        their messages by id.

        Permission: `finance.withdraw_runs`. Codes, first match: `not_found`, `already`, `answered`,
        `being_sent`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/payment-runs/withdraw",
            body=call,
            key=key,
        )

    def match_bank_lines(
        self,
        call: types.MatchBankLinesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Find what lines of statements are, and book them: payments, receipts, fees, interest, transfers,
        customers.

        A reference comes before amount and payee, these before the bank's code, before a rule (the longest
        text first). What an account in another currency moved is booked at the rate of the day. Codes,
        first match wins: not_found, already, currency_differs (the account's ledger account is not kept in
        its currency), unmatched (open with its owner), no_rate (none of the currency on or before the day),
        done. Writes: finance_bankline.state, use; finance_paymentrequest (paid); finance_bankreceipt; the
        events ``payment_made`` and ``bank_booked``. Locks: (1) the finance periods; (2) payment requests by
        id, then lines by id.

        Permission: `finance.match_bank_lines`. Codes, first match: `not_found`, `already`,
        `currency_differs`, `unmatched`, `no_rate`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/bank-lines/match",
            body=call,
            key=key,
        )

    def book_bank_lines(
        self,
        call: types.BookBankLinesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Say what open lines are, and book them as that; ``remember`` makes a rule of it for lines like
        these.

        Money that goes out without a request of ours is repaid to a customer (``refund``) or paid to a
        supplier in advance (``prepaid``): an open item of that party, until it is applied to what it is
        for. What somebody has a voucher of, a loan, wages, a receipt by hand, is ``booked``: the line is
        part of what that voucher moves, and books nothing. Codes, first match wins: not_found, already,
        currency_differs (as ``match_bank_lines``; also a receipt for an order in the books' currency),
        wrong_direction, party_unknown, party_missing, payment_unknown, payment_differs (of another amount
        or account, or not at the bank), voucher_unknown (none by hand that moves the bank's ledger
        account), voucher_differs (less of it is not at the bank yet, or the other way), no_rate, done.
        Writes: as ``match_bank_lines``; finance_bankrule. Locks: (1) the finance periods; (2) payment
        requests by id, then lines by id, the voucher.

        Permission: `finance.match_bank_lines`. Codes, first match: `not_found`, `already`,
        `currency_differs`, `wrong_direction`, `party_unknown`, `party_missing`, `payment_unknown`,
        `payment_differs`, `voucher_unknown`, `voucher_differs`, `no_rate`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/bank-lines/book",
            body=call,
            key=key,
        )

    def assign_bank_lines(
        self,
        call: types.AssignBankLinesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Give open lines to a person of the company, who answers for them.

        Permission: `finance.match_bank_lines`. Codes, first match: `not_found`, `matched`, `owner_unknown`,
        `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/bank-lines/assign",
            body=call,
            key=key,
        )

    def unmatch_bank_lines(
        self,
        call: types.UnmatchBankLinesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Take back what lines were said to be, and say why (``note_missing`` refuses the call).

        A line is open again. What it booked is reversed on ``on``, in the next open month where that one is
        closed, and what its item was applied against is open again. A payment is at the bank again, unless
        the bank has said by a status that it is paid: then only the tie is gone. A receipt that pays
        nothing yet and came by this line is gone. Codes, first match wins: not_found, already, receipt_tied
        (the document it pays is undone first), not_posted (its booking waits to be posted), too_early
        (before it was booked or applied), period_closed, done. Writes: finance_bankline,
        finance_paymentrequest.state, finance_paymentrun.state, finance_bankreceipt,
        finance_itemapplication, finance_openitem; the events ``bank_unbooked`` and ``payment_unmade``.
        Locks: (1) the finance periods; (2) payment requests by id, lines by id, items by id.

        Permission: `finance.unmatch_bank_lines`. Codes, first match: `not_found`, `already`,
        `receipt_tied`, `not_posted`, `too_early`, `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/bank-lines/unmatch",
            body=call,
            key=key,
        )

    def ask_banks(
        self,
        call: types.AskBanksCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Ask gateways (``ids``) for statuses and statements; one question at a time.

        Permission: `finance.record_statements`. Codes, first match: `not_found`, `gateway_off`, `already`,
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/bank-gateways/ask",
            body=call,
            key=key,
        )

    def resend_messages(
        self,
        call: types.ResendMessagesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Try messages to a bank again, now: the same file under the same id.

        Permission: `finance.send_again`. Codes, first match: `not_found`, `answered`, `withdrawn`,
        `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/bank-messages/resend",
            body=call,
            key=key,
        )

    def set_custom_fields(
        self,
        call: types.SetCustomFieldsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Fill the company's own fields of documents or masters; a field that is not named stays as it is.

        Values are given as text: a day as 2026-11-22, a choice or a link by its code; nothing, or None,
        empties a field.

        Permission: `core.set_custom_fields`. Codes, first match: `not_found`, `unknown_field`,
        `wrong_content`, `unknown_link`, `field_missing`, `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/custom-fields/set",
            body=call,
            key=key,
        )

    def close_budgets(
        self,
        call: types.CloseBudgetsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Close budgets: nothing more draws from them, what was used stays.

        Permission: `finance.keep_budgets`. Codes, first match: `not_found`, `already`, `change_waiting`,
        `reserved`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/budgets/close",
            body=call,
            key=key,
        )

    def use_incentives(
        self,
        call: types.UseIncentivesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Take what documents grant of incentives from their budgets; ``ids`` are the keys of ``uses``.

        Thresholds, which are data, decide by the share used before: from one that lowers on, only its rate
        is granted; from one that stops on, nothing. The answer says what is granted and at which rate.

        Permission: `finance.use_budgets`. Codes, first match: `not_found`, `already`, `closed`,
        `used_by_books`, `bad_amount`, `number_missing`, `outside`, `budget_stopped`, `over_budget`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/incentives/use",
            body=call,
            key=key,
        )

    def run_allocations(
        self,
        call: types.RunAllocationsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Post what rules allocate in a month: one voucher a rule on its last day, once; ``ids`` are rules.

        They run in their sequence, whatever the order they are named in. The answer names the voucher and
        the amount. Codes, first match wins: not_found, already, not_valid (in this month), no_targets,
        account_closed, period_closed, basis_missing, nothing_to_allocate, dimension_missing (an account
        asks for more than a department or shop: named), earlier_rule_open, done. Writes:
        finance_allocationrun, its lines; finance_voucher (posted), journal, totals, balances. Locks: (1)
        the finance period, exclusive: nobody posts what is being shared out; (8) balances; (9) counters.

        Permission: `finance.run_allocations`. Codes, first match: `not_found`, `already`, `not_valid`,
        `no_targets`, `account_closed`, `period_closed`, `basis_missing`, `nothing_to_allocate`,
        `dimension_missing`, `earlier_rule_open`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/allocation-rules/run",
            body=call,
            key=key,
        )

    def reverse_allocations(
        self,
        call: types.ReverseAllocationsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Take allocations back by vouchers that mirror theirs, on the same day; the rule may run again after
        that.

        Permission: `finance.run_allocations`. Codes, first match: `not_found`, `already`, `period_closed`,
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/allocations/reverse",
            body=call,
            key=key,
        )

    def request_invoices(
        self,
        call: types.RequestInvoicesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Ask for the invoices of deliveries (``ids``) whose revenue is recognised; each gets its own, split
        at the limit.

        ``buyers`` names whom a delivery's invoice is made out to, where that is not its customer. Codes,
        first match wins: not_found (no revenue), before_revenue (``on`` lies before it), already (nothing
        of it is left to be invoiced), no_vat_rate (an item without a rate that day), no_buyer, bad_code (no
        credit code), above_limit (one piece is above the limit of an invoice), done. Writes:
        finance_taxinvoice, its lines and what of whose revenue stands on them. Locks: (2) the company's
        requests, one set after the other; (9) the counter TI.

        Permission: `finance.request_invoices`. Codes, first match: `not_found`, `before_revenue`,
        `already`, `no_vat_rate`, `no_buyer`, `bad_code`, `above_limit`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/tax-invoices/request",
            body=call,
            key=key,
        )

    def request_order_invoices(
        self,
        call: types.RequestOrderInvoicesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Ask for the invoices of orders (``ids``): all their deliveries on one, merged by goods, split at the
        limit.

        What is revenue by now is asked for; what comes later is asked for again. ``buyers`` names whom an
        order's invoice is made out to, where that is not its customer. Codes, first match wins: not_found
        (no revenue), before_revenue (``on`` lies before some of it), already, no_vat_rate, no_buyer,
        bad_code, above_limit, done. Writes: finance_taxinvoice, its lines and what of whose revenue stands
        on them. Locks: (2) the company's requests, one set after the other; (9) the counter TI.

        Permission: `finance.request_invoices`. Codes, first match: `not_found`, `before_revenue`,
        `already`, `no_vat_rate`, `no_buyer`, `bad_code`, `above_limit`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/tax-invoices/request-orders",
            body=call,
            key=key,
        )

    def send_invoices(
        self,
        call: types.SendInvoicesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Hand requested invoices to the tax office, dated ``on``; one it refused may be handed in again.

        Permission: `finance.send_invoices`. Codes, first match: `not_found`, `cancelled`, `already`,
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/tax-invoices/send",
            body=call,
            key=key,
        )

    def cancel_invoices(
        self,
        call: types.CancelInvoicesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Cancel requests that were not issued; the revenue on them may be asked for again.

        Permission: `finance.request_invoices`. Codes, first match: `not_found`, `already`, `issued`,
        `at_office`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/tax-invoices/cancel",
            body=call,
            key=key,
        )

    def merge_invoices(
        self,
        call: types.MergeInvoicesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Ask for the invoices of a month's revenue of customers (``ids``), merged by shop and goods, split at
        the limit.

        What was invoiced or asked for by itself is left out. Codes, first match wins: not_found (no revenue
        in the month), before_revenue (``on`` lies before some of it), already, no_vat_rate, no_buyer,
        bad_code, above_limit, done. Writes: finance_taxinvoice, its lines and what of whose revenue stands
        on them. Locks: (2) the company's requests, one set after the other; (9) the counter TI.

        Permission: `finance.request_invoices`. Codes, first match: `not_found`, `before_revenue`,
        `already`, `no_vat_rate`, `no_buyer`, `bad_code`, `above_limit`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/tax-invoices/merge",
            body=call,
            key=key,
        )

    def request_red_letters(
        self,
        call: types.RequestRedLettersCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Take back what deliveries (``ids``) have on invoices and is revenue no more: one red letter an
        invoice.

        What came back before it was invoiced needs none: it is not asked for. Codes, first match wins:
        not_found (no revenue), already (nothing is invoiced too much), not_issued (it stands on a request
        that is not issued yet), done. Writes: finance_taxinvoice, its lines, what of whose revenue stands
        on them; what red letters take of the lines of the originals, which cannot be more than they have.
        Locks: (2) the company's requests, one set after the other; the originals by id; (9) the counter TI.

        Permission: `finance.request_invoices`. Codes, first match: `not_found`, `already`, `not_issued`,
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/tax-invoices/request-red-letters",
            body=call,
            key=key,
        )

    def verify_invoices(
        self,
        call: types.VerifyInvoicesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Ask the tax office whether input invoices are what they say; verified they are in the books as of
        ``on``.

        Permission: `finance.deduct_invoices`. Codes, first match: `not_found`, `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/input-invoices/verify",
            body=call,
            key=key,
        )

    def deduct_invoices(
        self,
        call: types.DeductInvoicesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Choose verified invoices for the deduction of a month; the tax office confirms each, then it is in
        the books.

        Permission: `finance.deduct_invoices`. Codes, first match: `not_found`, `already`, `not_verified`,
        `not_deductible`, `later_month`, `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/input-invoices/deduct",
            body=call,
            key=key,
        )

    def set_credit_limits(
        self,
        call: types.SetCreditLimitsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Set new limits of credit groups that this company keeps; ``ids`` are groups, ``limits`` says each
        one's.

        Where a route of core fits (kind ``credit_limit``: the new amount; ``raise`` or ``cut`` as its
        reason), the row waits for its approval (``waits`` in the detail). A limit below what is owed is a
        fact: the rest is overdrawn.

        Permission: `finance.set_credit_limits`. Codes, first match: `not_found`, `closed`, `bad_amount`,
        `bad_period`, `no_reason`, `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/credit-groups/set-limits",
            body=call,
            key=key,
        )

    def set_credit_terms(
        self,
        call: types.SetCreditTermsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Agree terms with customers; ``ids`` are parties, ``terms`` says each one's. A customer is in one
        group only.

        Who comes new into a group brings what it owes by the books, in every company, as an adjustment.
        Orders that were reviewed before stay outside until they are revenue that somebody adjusts.

        Permission: `finance.keep_credit`. Codes, first match: `not_found`, `unknown_group`, `bad_terms`,
        `in_use`, `no_credit_rate`, `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/credit-groups/set-terms",
            body=call,
            key=key,
        )

    def adjust_credit(
        self,
        call: types.AdjustCreditCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Draw credit for contracts, and adjust what customers owe: ``ids`` name ``adjustments``, in the
        company's money.

        A contract is admitted like an order: above the limit it is not. Less of it (negative) and
        adjustments are facts.

        Permission: `finance.keep_credit`. Codes, first match: `not_found`, `unknown_group`,
        `unknown_customer`, `bad_kind`, `bad_amount`, `no_credit_rate`, `over_credit`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/credit-groups/adjust",
            body=call,
            key=key,
        )

    def draw_statements(
        self,
        call: types.DrawStatementsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Write the statements of parties for a month: opening, closing; ``ids`` are parties. The answer names
        it.

        What is written stays as it is; what is posted into the month afterwards is in the next opening.
        Codes, first match wins: not_found, already (of this month, names it), nothing_to_state (nothing
        moved and nothing is open), done. Writes: finance_accountstatement. Locks: a company's statements,
        one set after the other; (9) counters.

        Permission: `finance.state_accounts`. Codes, first match: `not_found`, `already`,
        `nothing_to_state`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/account-statements/draw",
            body=call,
            key=key,
        )

    def send_statements(
        self,
        call: types.SendStatementsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Note that statements were sent: from then on their link works.

        Permission: `finance.state_accounts`. Codes, first match: `not_found`, `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/account-statements/send",
            body=call,
            key=key,
        )

    def answer_statements(
        self,
        call: types.AnswerStatementsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Keep what parties say: who names our closing agrees, another balance differs and is somebody's to
        clear up.

        Until it is agreed or cleared up a party may answer again. Codes, first match wins: not_found,
        not_sent, already (agreed, cleared up, or the same was said), bad_amount, done. Writes:
        finance_accountstatement.state, stated_amount, answer, answered_on. Locks: (2) statements by id.

        Permission: `finance.state_accounts`. Codes, first match: `not_found`, `not_sent`, `already`,
        `bad_amount`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/account-statements/answer",
            body=call,
            key=key,
        )

    def clear_statements(
        self,
        call: types.ClearStatementsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Note how a difference was cleared up (``note_missing`` refuses the call): a document, or whose books
        were wrong.

        Permission: `finance.state_accounts`. Codes, first match: `not_found`, `already`, `agrees`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/account-statements/clear",
            body=call,
            key=key,
        )

    def write_dunning_letters(
        self,
        call: types.WriteDunningLettersCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Write to customers what of their invoices is overdue and was not dunned at its level yet; ``ids``
        are parties.

        What is applied to a document settles that one, as its open item says; what was paid besides settles
        the oldest first. A document is in the highest level whose days it has reached; the letter carries
        the highest level of its documents.

        Permission: `finance.dun_customers`. Codes, first match: `not_found`, `nothing_overdue`, `already`,
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/dunning-letters/write",
            body=call,
            key=key,
        )

    def send_dunning_letters(
        self,
        call: types.SendDunningLettersCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Note that dunning letters were sent.

        Permission: `finance.dun_customers`. Codes, first match: `not_found`, `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/dunning-letters/send",
            body=call,
            key=key,
        )

    def use_budgets(
        self,
        call: types.UseBudgetsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Take into the budgets what vouchers say was spent: ``ids`` are vouchers of this company.

        A fact is never refused: what it takes above a total is overdrawn. A voucher that has grown is read
        again and the difference written; what its documents had reserved is given back. Carrying profit
        forward and closing a year spend nothing.

        Permission: `finance.use_budgets`. Codes, first match: `not_found`, `already`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/budgets/use",
            body=call,
            key=key,
        )

    def assign_cash_items(
        self,
        call: types.AssignCashItemsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Say what the cash of vouchers was for: what has no item yet, or what is under the item ``instead``.

        Nothing written before changes: what was under the other item is taken back from it in the same
        month. Codes, first match wins: not_found, cash_item_unknown, already (nothing of it is left),
        period_closed, done. Writes: finance_cashmove, finance_cashbalance. Locks: (1) the finance periods,
        shared; (2) vouchers by id; (8) cash flows by (item, month).

        Permission: `finance.assign_cash_items`. Codes, first match: `not_found`, `cash_item_unknown`,
        `already`, `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/journal-lines/assign-cash-item",
            body=call,
            key=key,
        )

    def write_comments(
        self,
        call: types.WriteCommentsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Say something of documents of a kind. ``@name`` (user name or full name) of whoever may see them
        tells them.

        The verdict names who was told, and what after an @ is nobody's name.

        Permission: `core.write_comments`. Codes, first match: `not_found`, `no_text`, `too_long`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/comments/write",
            body=call,
            key=key,
        )

    def remove_attachments(
        self,
        call: types.RemoveAttachmentsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Take attached files (``ids``) away from their documents; who did it, when and why stays, and the
        content too.

        Permission: `core.remove_attachments`. Codes, first match: `not_found`, `already`, `no_reason`,
        `too_long`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/attachments/remove",
            body=call,
            key=key,
        )

    def push_messages(
        self,
        call: types.PushMessagesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Have messages tried again: outgoing ones are sent, incoming ones taken in once more under the key
        they had.

        Permission: `core.push_messages`. Codes, first match: `not_found`, `already`, `not_repeatable`,
        `came_in`, `content_gone`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/interface-messages/push",
            body=call,
            key=key,
        )

    def stop_messages(
        self,
        call: types.StopMessagesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Stop messages that wait or failed: they are not tried any more unless somebody pushes them again.

        Permission: `core.push_messages`. Codes, first match: `not_found`, `already`, `came_in`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/interface-messages/stop",
            body=call,
            key=key,
        )

    def replay_webhooks(
        self,
        call: types.ReplayWebhooksCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Send deliveries again, under the ids they had: for a receiver that lost them or has come back.

        Permission: `core.manage_webhooks`. Codes, first match: `not_found`, `already`, `webhook_off`,
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/webhook-deliveries/replay",
            body=call,
            key=key,
        )

    def end_rules(
        self,
        call: types.EndRulesCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """End posting rules: from the day on they fit no event; on their first day, they never did.

        Permission: `finance.keep_rules`. Codes, first match: `not_found`, `already`, `rule_ended`,
        `before_valid`, `used_since`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/posting-rules/end",
            body=call,
            key=key,
        )

    def close_periods(
        self,
        call: types.ClosePeriodsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Close months of modules by themselves: nothing is recorded in them any more. See ``close_months``
        for the books.

        Permission: `core.close_periods`. Codes, first match: `not_found`, `already`, `whole_month`,
        `difference`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/periods/close",
            body=call,
            key=key,
        )

    def open_periods(
        self,
        call: types.OpenPeriodsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Open closed months of modules again; what was recorded in them stays as it is.

        Permission: `core.close_periods`. Codes, first match: `not_found`, `already`, `month_closed`,
        `whole_month`, `step_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/periods/open",
            body=call,
            key=key,
        )

    def close_months(
        self,
        call: types.CloseMonthsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Close months, or one step of each; without ``step`` all that is left, the general ledger last.

        A step closes when it and those before it agree; the last one also when every law holds. Accounts
        and open items in currencies are brought to the month's closing rate with their step. The last one
        carries profit and loss forward when the policy says so, opens the next year with December, seals
        the month's vouchers, closes what is still open of the month's periods, and leaves a signed report.
        A month that is not over closes ``early`` only. Codes, first match wins: not_found, already,
        no_period, earlier_month_open, earlier_step_open, law_broken, differs, account_unknown (where profit
        goes takes nothing), not_over, done. Writes: core_period.state, finance_close, finance_closestep,
        finance_closereport, finance_voucher.state, the vouchers of the revaluation (finance_revaluation,
        finance_itemrevaluation) and of the carry-forward. Locks: (1) the month's periods of all modules,
        exclusive, after the laws are asked; closes by month; (2) accounts in currencies by id, then items
        by id; (8) (9).

        Permission: `core.close_periods`. Codes, first match: `not_found`, `already`, `no_period`,
        `earlier_month_open`, `earlier_step_open`, `law_broken`, `differs`, `account_unknown`, `not_over`,
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/closes/run",
            body=call,
            key=key,
        )

    def reopen_months(
        self,
        call: types.ReopenMonthsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Open months again, all modules of them; their reports stay and are marked as superseded with the
        reason.

        Permission: `finance.reopen_months`. Codes, first match: `not_found`, `already`,
        `later_month_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/closes/reopen",
            body=call,
            key=key,
        )

    def revalue_accounts(
        self,
        call: types.RevalueAccountsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Bring accounts kept in a currency to the closing rate of a month; the difference is income or
        expense.

        Permission: `finance.revalue_accounts`. Codes, first match: `not_found`, `not_in_currency`,
        `no_rate`, `already`, `account_unknown`, `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/currencies/revalue",
            body=call,
            key=key,
        )

    def revalue_items(
        self,
        call: types.RevalueItemsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Bring what is open of items in other currencies to a month's closing rate; the difference is income
        or expense.

        Permission: `finance.revalue_accounts`. Codes, first match: `not_found`, `in_books_currency`,
        `nothing_open`, `too_early`, `later_revalued`, `no_rate`, `already`, `account_unknown`,
        `period_closed`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/open-items/revalue",
            body=call,
            key=key,
        )

    def open_years(
        self,
        call: types.OpenYearsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Open the months of years, of all modules, where they were never opened; ``ids`` are years.

        A closed month stays closed. A year is opened beside one that is there, so that a slip of a key
        opens none far off, and no month before a closed one, whose balances stand in a report. Codes, first
        match wins: not_found (no year), already, no_books, later_month_closed, year_skipped, done. Writes:
        core_period. Locks: (1) the finance periods of the years, exclusive.

        Permission: `core.close_periods`. Codes, first match: `not_found`, `already`, `no_books`,
        `later_month_closed`, `year_skipped`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/years/open",
            body=call,
            key=key,
        )

    def close_years(
        self,
        call: types.CloseYearsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Carry the result of years to undistributed profit on its last day and open the next year; ``ids``
        are years.

        Two vouchers a year: income and expense to 4103, then 4103 to 410401. The answer names them. Codes,
        first match wins: not_found (its last month was never opened), already, period_closed,
        events_pending, account_unknown, nothing_to_close, done. Writes: finance_voucher (posted),
        finance_journalline, totals, balances; finance_yearclosing; core_period. Locks: (1) the finance
        periods of the year, exclusive; (8) balances by (account, month); (9) counters.

        Permission: `finance.close_years`. Codes, first match: `not_found`, `already`, `period_closed`,
        `events_pending`, `account_unknown`, `nothing_to_close`, `done`.
        """
        return self.call(
            "POST",
            "/api/v1/years/close",
            body=call,
            key=key,
        )

    def reopen_years(
        self,
        call: types.ReopenYearsCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Take the closing of years back by vouchers that mirror it; a year may be closed again after that.

        Permission: `finance.close_years`. Codes, first match: `not_found`, `already`, `period_closed`,
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/years/reopen",
            body=call,
            key=key,
        )

    def set_up_books(
        self,
        call: types.SetUpBooksCall,
        *,
        key: str | None = None,
    ) -> types.OutcomeAnswer:
        """Give a company its books: chart of accounts, default rules, statements, and its months to the end of
        the year.

        ``ids`` is the first month, as 202611. What is there stays as it is, so it completes books half set
        up. Codes, first match wins: not_found (no month), already, later_month_closed, done. Writes:
        finance_account, finance_postingrule, finance_reportline and what else ``create_books`` loads;
        core_period. Locks: (1) the finance periods of the year, exclusive; the company.

        Permission: `finance.keep_rules`. Codes, first match: `not_found`, `already`, `later_month_closed`,
        `done`.
        """
        return self.call(
            "POST",
            "/api/v1/books/set-up",
            body=call,
            key=key,
        )

    def tell_cancelled(
        self,
        call: types.Cancellations,
        *,
        key: str | None = None,
    ) -> types.MessagesAnswer:
        """Cancel orders, or what of them has not left, each for its reason.

        An order that was cancelled before answers ``already``, one that has left ``shipped``.
        """
        return self.call(
            "POST",
            "/api/v1/messages/orders/cancel",
            body=call,
            key=key,
        )

    def tell_changed(
        self,
        call: types.Changes,
        *,
        key: str | None = None,
    ) -> types.MessagesAnswer:
        """Change buyer, address or lines of orders that have not left; they are reviewed again.

        What is so already answers ``nothing_to_change``.
        """
        return self.call(
            "POST",
            "/api/v1/messages/orders/change",
            body=call,
            key=key,
        )

    def tell_returned(
        self,
        call: types.Returns,
        *,
        key: str | None = None,
    ) -> types.MessagesAnswer:
        """Announce returns under the platform's numbers; a number that an order has already answers
        ``already``.
        """
        return self.call(
            "POST",
            "/api/v1/messages/returns/announce",
            body=call,
            key=key,
        )

    def tell_received(
        self,
        call: types.Receipts,
        *,
        key: str | None = None,
    ) -> types.MessagesAnswer:
        """Say that the goods of announced returns are here; they lie on hold until they are inspected."""
        return self.call(
            "POST",
            "/api/v1/messages/returns/receive",
            body=call,
            key=key,
        )

    def list_webhooks(
        self,
        *,
        company: str | None = None,
    ) -> types.WebhooksAnswer:
        """The subscriptions of a company, and all kinds of events. Permission: `core.manage_webhooks`."""
        return self.call(
            "GET",
            "/api/v1/webhooks",
            query={"company": company},
        )

    def create_webhook(
        self,
        call: types.NewWebhook,
        *,
        key: str | None = None,
    ) -> types.WebhookSecret:
        """Make a subscription; the answer holds its secret, once: a repeat of the key is answered with it
        again.

        Permission: `core.manage_webhooks`.
        """
        return self.call(
            "POST",
            "/api/v1/webhooks",
            body=call,
            key=key,
        )

    def change_webhook(
        self,
        webhook_id: int,
        call: types.ChangedWebhook,
        *,
        key: str | None = None,
    ) -> types.WebhookAnswer:
        """Change the address, the kinds, or pause, resume or switch off; a repeat of the key changes nothing
        again.

        Permission: `core.manage_webhooks`.
        """
        return self.call(
            "PATCH",
            f"/api/v1/webhooks/{webhook_id}",
            body=call,
            key=key,
        )

    def rotate_webhook(
        self,
        webhook_id: int,
        call: types.NewSecret,
        *,
        key: str | None = None,
    ) -> types.WebhookSecret:
        """Give a new secret; for a day both sign. A repeat of the key is answered with the secret there is,
        and gives none.

        Permission: `core.manage_webhooks`.
        """
        return self.call(
            "POST",
            f"/api/v1/webhooks/{webhook_id}/rotate",
            body=call,
            key=key,
        )
