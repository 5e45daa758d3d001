"""Settings for one installation, read from the environment.

Production is the base: without `DEBUG` on, a missing secret or address stops the start with one clear sentence.
`make run` writes a `.env` file for a desk. Every variable is listed in the README.
"""

from .base import *  # noqa: F403  (the settings module is the sum of its parts)
from .languages import *  # noqa: F403
from .security import *  # noqa: F403
from .services import *  # noqa: F403
