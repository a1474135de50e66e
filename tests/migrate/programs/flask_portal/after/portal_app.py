"""A Flask app: SSO, Admin Portal links and directory users."""

from __future__ import annotations

from flask import Flask, Response, abort, g, jsonify, redirect, request
from flask.typing import ResponseReturnValue
from workos_sync import NotFoundError, WorkOS

app = Flask(__name__)


def workos() -> WorkOS:
    if "workos" not in g:
        g.workos = WorkOS()
    client: WorkOS = g.workos
    return client


@app.get("/sso")
def sso() -> ResponseReturnValue:
    url = workos().sso.get_authorization_url(
        connection=request.args["connection"],
        redirect_uri="http://localhost/sso/callback",
        state="s1",
    )
    return redirect(url)


@app.get("/sso/callback")
def sso_callback() -> Response:
    response = workos().sso.get_profile_and_token(code=request.args["code"])
    return jsonify(email=response.profile.email, connection=response.profile.connection_id)


@app.post("/portal/<organization_id>")
def portal(organization_id: str) -> Response:
    try:
        response = workos().portal.generate_link(
            organization=organization_id, intent="sso", return_url="http://localhost/"
        )
    except NotFoundError as error:
        abort(error.status or 404)
    return jsonify(link=response)


@app.get("/directories/<directory_id>/users")
def directory_users(directory_id: str) -> Response:
    users = workos().directory_sync.list_users(directory=directory_id, limit=1)
    return jsonify(sorted((user.email or "") for user in users))


@app.post("/mfa")
def mfa() -> Response:
    client = workos()
    factor = client.mfa.enroll_factor(
        type="totp", totp_issuer="Acme", totp_user="ada@acme.com"
    )
    challenge = client.mfa.challenge_factor(factor_id=factor.id)
    result = client.mfa.verify_challenge(challenge.id, code="000000")
    return jsonify(valid=result.valid)
