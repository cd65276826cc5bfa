"""Who may come in: whoever has the address that was given out once, from the page that was given out."""

import secrets
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

HOST: Final = "127.0.0.1"
TOKEN: Final = "token"
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self' {socket}; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""Nothing from another host, and no page of another host around this one."""
_REFUSED: Final = (
    "没有打开的权限。请使用终端里显示的完整地址；地址只能用一次，需要再次打开时重新运行 nianbao web。"
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Access:
    """The way in to one server: a token that works once, then a cookie of the browser that used it."""

    def __init__(self, port: int) -> None:
        self._token: str | None = secrets.token_urlsafe(24)
        self._secret = secrets.token_urlsafe(24)
        self._cookie = f"nianbao-{port}"
        self._authority = f"{HOST}:{port}"
        self.origin = f"http://{self._authority}"
        self.address = f"{self.origin}/?{TOKEN}={self._token}"

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer only those who may come in."""
        if request.host != self._authority:
            raise web.HTTPForbidden(text=_REFUSED)
        if request.path == "/" and TOKEN in request.query:
            return self._let_in(request)
        if not self._is_known(request) or not self._from_here(request):
            raise web.HTTPForbidden(text=_REFUSED)
        return await handler(request)

    async def seal(self, _: web.Request, response: web.StreamResponse) -> None:
        """Headers of every answer: nothing from elsewhere, nothing kept, nothing passed on."""
        response.headers["Content-Security-Policy"] = _POLICY.format(socket=f"ws://{self._authority}")
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cache-Control"] = "no-store"

    def _let_in(self, request: web.Request) -> web.StreamResponse:
        """Take the token, once, and go on without it in the address."""
        token, given = self._token, request.query[TOKEN]
        fits = token is not None and secrets.compare_digest(given.encode(), token.encode())
        if not fits and not self._is_known(request):
            raise web.HTTPForbidden(text=_REFUSED)
        answer = web.HTTPSeeOther("/")
        if fits:
            self._token = None
            answer.set_cookie(self._cookie, self._secret, httponly=True, samesite="Strict", path="/")
        raise answer

    def _is_known(self, request: web.Request) -> bool:
        cookie = request.cookies.get(self._cookie, "")
        return secrets.compare_digest(cookie.encode(), self._secret.encode())

    def _from_here(self, request: web.Request) -> bool:
        """Whether a socket is opened by our own page; other requests have no origin or our own."""
        origin = request.headers.get("Origin", "" if request.path == "/ws" else self.origin)
        return origin == self.origin
