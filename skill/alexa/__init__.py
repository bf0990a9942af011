"""Real Alexa: envelopes into requests, replies into responses."""

import sys
from types import ModuleType

# The SDK imports clients of all of Amazon's services, a quarter of `import flask`, for a factory that it asks only
# where a skill was given an API client. This one was given none.
_unused = ModuleType("ask_sdk_model.services.service_client_factory", "A stand-in, see skill.alexa.")
_unused.__dict__["ServiceClientFactory"] = None
sys.modules.setdefault(_unused.__name__, _unused)
