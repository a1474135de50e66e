"""Sign-in for web frameworks: one module or folder per framework over the routes of `SignInRoutes`.

`workos_web.fastapi` serves FastAPI, `.starlette` Starlette, `.django` Django, `.flask` Flask, `.litestar` Litestar, and `.asgi` any other
ASGI application. Each module imports only its own framework.
"""
