"""The addresses of the workplace, the masters and the HTTP interface."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.urls import include, path
from django.views.generic import RedirectView

from .http import api
from .views import board, books, deliveries, door, feeds, health, home, movements, orders, stock, worker

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
    path("feeds/", feeds.feed_list, name="feeds"),
    path("feeds/upload/", feeds.upload, name="feed-upload"),
    path("feeds/<int:feed_id>/", feeds.feed, name="feed"),
    path("feeds/<int:feed_id>/rejected/", feeds.rejected, name="feed-rejected"),
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
    path("worker/", worker.worker, name="worker"),
    path("worker/retry/", worker.retry, name="worker-retry"),
]

urlpatterns = [
    path("", include((pages, "web"))),
    path("healthz", health.healthz, name="healthz"),
    path("metrics", health.metrics, name="metrics"),
    path("api/v1/", api.urls),
    path("admin/login/", RedirectView.as_view(pattern_name="web:sign-in", query_string=True)),
    path("admin/", admin.site.urls),
]
