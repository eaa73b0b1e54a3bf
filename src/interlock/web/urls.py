"""The addresses of the workplace, the masters and the HTTP interface."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.urls import include, path
from django.views.generic import RedirectView

from .http import api
from .views import board, books, deliveries, door, feeds, home, movements, orders, returns, settlement, stock

pages = [
    path("", home.home, name="home"),
    path("sign-in/", door.SignIn.as_view(), name="sign-in"),
    path("sign-out/", LogoutView.as_view(next_page="web:sign-in"), name="sign-out"),
    path("language/", door.choose_language, name="language"),
    path("company/", door.choose_company, name="company"),
    path("search/", home.search, name="search"),
    path("documents/<int:document_id>/", home.jump_document, name="document"),
    path("lines/<int:line_id>/", home.jump_line, name="line"),
    path("board/", board.board, name="board"),
    path("orders/", orders.order_list, name="orders"),
    path("orders/release/", orders.release, name="orders-release"),
    path("orders/advance/", orders.advance, name="orders-advance"),
    path("orders/<int:order_id>/", orders.order, name="order"),
    path("orders/<int:order_id>/amend/", orders.amend, name="order-amend"),
    path("orders/<int:order_id>/buyer/", orders.show_buyer, name="order-buyer"),
    path("deliveries/", deliveries.delivery_list, name="deliveries"),
    path("deliveries/ship/", deliveries.ship, name="deliveries-ship"),
    path("deliveries/recognise/", deliveries.recognise, name="deliveries-recognise"),
    path("deliveries/<int:delivery_id>/", deliveries.delivery, name="delivery"),
    path("deliveries/<int:delivery_id>/pick-list/", deliveries.pick_list, name="pick-list"),
    path("deliveries/<int:delivery_id>/serials/", deliveries.capture, name="delivery-serials"),
    path("orders/<int:order_id>/return/", returns.announce, name="order-return"),
    path("returns/", returns.return_list, name="returns"),
    path("returns/upload/", returns.upload, name="returns-upload"),
    path("returns/refund/", returns.refund, name="returns-refund"),
    path("returns/cancel/", returns.cancel, name="returns-cancel"),
    path("returns/rejected/<int:file_id>/", returns.rejected, name="returns-rejected"),
    path("returns/<int:return_id>/", returns.return_document, name="return"),
    path("returns/<int:return_id>/receive/", returns.receive, name="return-receive"),
    path("returns/<int:return_id>/exchange/", returns.exchange, name="return-exchange"),
    path("returns/<int:return_id>/inspect/", returns.inspect, name="return-inspect"),
    path("feeds/", feeds.feed_list, name="feeds"),
    path("feeds/upload/", feeds.upload, name="feed-upload"),
    path("feeds/<int:feed_id>/", feeds.feed, name="feed"),
    path("feeds/<int:feed_id>/rejected/", feeds.rejected, name="feed-rejected"),
    path("statements/", settlement.statement_list, name="statements"),
    path("statements/upload/", settlement.upload, name="statement-upload"),
    path("statements/post/", settlement.post, name="statements-post"),
    path("statements/tie/", settlement.tie, name="statements-tie"),
    path("statements/<int:statement_id>/", settlement.statement, name="statement"),
    path("statements/<int:statement_id>/rejected/", settlement.rejected, name="statement-rejected"),
    path("differences/", settlement.difference_list, name="differences"),
    path("differences/accept/", settlement.accept, name="differences-accept"),
    path("differences/hand-back/", settlement.hand_back, name="differences-hand-back"),
    path("differences/<int:difference_id>/", settlement.difference, name="difference"),
    path("not-settled/", settlement.not_settled, name="not-settled"),
    path("receipts/", settlement.receipt_list, name="receipts"),
    path("receipts/upload/", settlement.upload_receipts, name="receipts-upload"),
    path("stock/", stock.on_hand, name="stock"),
    path("stock/items/<int:item_id>/", stock.item, name="stock-item"),
    path("serials/", stock.serials, name="serials"),
    path("movements/", movements.movement_list, name="movements"),
    path("movements/new/", movements.new, name="movement-new"),
    path("movements/post/", movements.post, name="movements-post"),
    path("movements/<int:movement_id>/", movements.movement, name="movement"),
    path("trial-balance/", books.trial_balance, name="trial-balance"),
    path("accounts/<int:account_id>/", books.account, name="account"),
    path("vouchers/", books.voucher_list, name="vouchers"),
    path("vouchers/<int:voucher_id>/", books.voucher, name="voucher"),
    path("events/", books.events, name="events"),
    path("events/post/", books.post_events, name="events-post"),
    path("events/<int:event_id>/", books.event, name="event"),
    path("periods/", books.periods, name="periods"),
    path("periods/change/", books.change_period, name="period-change"),
]

urlpatterns = [
    path("", include((pages, "web"))),
    path("api/v1/", api.urls),
    path("admin/login/", RedirectView.as_view(pattern_name="web:sign-in", query_string=True)),
    path("admin/", admin.site.urls),
]
