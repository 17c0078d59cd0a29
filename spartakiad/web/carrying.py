"""What a page carries along from one form to the next, sealed: it comes back as this server made it, or not at all."""

import hashlib
import hmac

from spartakiad.errors import Refusal
from spartakiad.web.forms import AnyRequest
from spartakiad.web.wiring import me_in, settings_of


def sealed(request: AnyRequest, text: str) -> str:
    """Worth something in this session only."""
    bound = f"carried {me_in(request).token_hash} {text}"
    return hmac.new(settings_of(request).secret, bound.encode(errors="surrogatepass"), hashlib.sha256).hexdigest()


def opened(request: AnyRequest, text: str, seal: str) -> str:
    """Raises Refusal form_expired where it is not what was carried, or was in another session."""
    if not hmac.compare_digest(seal.encode(errors="replace"), sealed(request, text).encode()):
        raise Refusal("form_expired")
    return text
