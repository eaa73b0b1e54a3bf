"""The addresses of what is paid and what banks say."""

from __future__ import annotations

from django.urls import path

from .views import account_statements, bank, fees, payments, reconciling

money = [
    path("account-statements/", account_statements.statement_list, name="account-statements"),
    path("account-statements/draw/", account_statements.draw, name="account-statements-draw"),
    path("account-statements/send/", account_statements.send, name="account-statements-send"),
    path("account-statements/answer/", account_statements.answer, name="account-statements-answer"),
    path("account-statements/clear/", account_statements.clear, name="account-statements-clear"),
    path("account-statements/<int:statement_id>/", account_statements.statement, name="account-statement"),
    path("s/<str:token>/", account_statements.behind_link, name="party-statement"),
    path("fees/", fees.fee_list, name="fees"),
    path("fees/settle/", fees.settle, name="fees-settle"),
    path("fees/keep/", fees.keep, name="fees-keep"),
    path("fees/policies/", fees.report, name="fee-report"),
    path("fees/<int:fee_id>/", fees.fee, name="fee"),
    path("cash/", bank.cash, name="cash"),
    path("cash/pay/", bank.pay_companies, name="cash-pay"),
    path("cash/ask/", bank.ask, name="bank-ask"),
    path("bank/statements/", bank.statement_list, name="bank-statements"),
    path("bank/statements/upload/", bank.upload, name="bank-statements-upload"),
    path("bank/statements/<int:statement_id>/", bank.statement, name="bank-statement"),
    path("bank/reconciliation/", reconciling.reconciliation, name="bank-reconciliation"),
    path("bank/lines/", bank.line_list, name="bank-lines"),
    path("bank/lines/match/", bank.match, name="bank-lines-match"),
    path("bank/lines/book/", bank.book, name="bank-lines-book"),
    path("bank/lines/assign/", bank.assign, name="bank-lines-assign"),
    path("bank/lines/take-back/", bank.take_back, name="bank-lines-take-back"),
    path("bank/messages/", bank.message_list, name="bank-messages"),
    path("bank/messages/again/", bank.again, name="bank-messages-again"),
    path("payments/", payments.payment_list, name="payments"),
    path("payments/new/", payments.new, name="payment-new"),
    path("payments/step/<str:step>/", payments.step, name="payments-step"),
    path("payments/reject/", payments.reject, name="payments-reject"),
    path("payments/runs/", payments.run_list, name="payment-runs"),
    path("payments/runs/make/", payments.make_runs, name="payment-runs-make"),
    path("payments/runs/withdraw/", payments.withdraw, name="payment-runs-withdraw"),
    path("payments/runs/<int:run_id>/", payments.run_page, name="payment-run"),
    path("payments/runs/<int:run_id>/file/", payments.run_file, name="payment-run-file"),
    path("payments/<int:payment_id>/", payments.payment, name="payment"),
    path("payments/<int:payment_id>/edit/", payments.edit, name="payment-edit"),
]
