"""The application: one province behind HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI

from counter_app.contract.openapi import document
from counter_app.sandbox.pages import routes as pages
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.settings import SandboxSettings
from counter_app.sandbox.web import clerk_routes, device_routes, file_routes, update_routes
from counter_app.sandbox.web.crowding import Room
from counter_app.sandbox.web.limits import Limits
from counter_app.sandbox.web.problems import add_problem_handlers

_ROUTERS = (
    device_routes.router,
    file_routes.router,
    file_routes.clerk_router,
    update_routes.router,
    clerk_routes.router,
    pages.router,
)


def create_app(settings: SandboxSettings, province: Province | None = None) -> FastAPI:
    """Return the application. Without a `province` it opens its own, and closes it at the end.

    `/openapi.json` is the contract itself, not what the framework would guess.
    """
    own = province is None
    serving = province or Province(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        if own:
            serving.close()

    app = FastAPI(
        title="counter-app sandbox",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        redirect_slashes=False,
    )
    app.state.province = serving
    app.state.room = Room()
    for router in _ROUTERS:
        app.include_router(router)
    app.add_middleware(Limits, clock=serving.now)
    add_problem_handlers(app, _ROUTERS)

    def openapi() -> dict[str, Any]:
        return document()

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way
    return app
