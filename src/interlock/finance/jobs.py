"""What finance does by itself: post what is pending."""

from __future__ import annotations

from procrastinate.contrib.django import app

from interlock.core.api import Company, system_actor

from .operations.post import post_pending


@app.periodic(cron="* * * * *")
@app.task(name="finance.post_pending", queueing_lock="finance.post_pending")
def post_all_pending(timestamp: int) -> dict[str, int]:  # noqa: ARG001  every periodic task is told its minute
    """Post the pending events of every company; answers how many each company posted."""
    by = system_actor("job")
    companies = Company.objects.order_by("id").values_list("pk", "code")
    return {code: post_pending(company, by).counts["done"] for company, code in companies}
