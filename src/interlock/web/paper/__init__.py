"""What is printed: the forms, the data of each kind of document, the templates beside them."""

from . import bulk
from .forms import FORM_WORDS, printed

__all__ = ["FORM_WORDS", "bulk", "printed"]
