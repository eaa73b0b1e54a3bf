"""The entry for web servers."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interlock.settings")
application = get_wsgi_application()

# What is loaded by now stays as long as the process: the collector need not look at it again, and what a page leaves
# behind is gone by itself, so it looks seldom.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
