"""The types of requests and responses, as the API document names them."""

from stoa.generated.models import *  # noqa: F403
from stoa.generated.models import __all__ as __all__
