"""Sign-in in web frameworks: `workos_web.starlette` (FastAPI too), `.django`, `.flask`, `.litestar`; `.asgi` for what has none.

Each module imports its framework and nothing of the others. What they have in common is `SignInRoutes` of `workos_async` and `workos_sync`.
"""
