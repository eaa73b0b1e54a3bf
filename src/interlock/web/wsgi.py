"""The entry for web servers."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interlock.settings")
application = get_wsgi_application()

# All pages are loaded before the first one is asked for. What is loaded by now stays as long as the process: the
# collector need not look at it again, and what a page leaves behind is gone by itself, so it looks seldom.
get_resolver().url_patterns  # noqa: B018 - read, so that it is loaded
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
