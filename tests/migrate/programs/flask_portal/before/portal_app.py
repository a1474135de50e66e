"""A Flask app: SSO, Admin Portal links and directory users."""

from __future__ import annotations

from flask import Flask, Response, abort, g, jsonify, redirect, request
from flask.typing import ResponseReturnValue
from workos import NotFoundError, WorkOSClient

app = Flask(__name__)


def workos() -> WorkOSClient:
    if "workos" not in g:
        g.workos = WorkOSClient()
    client: WorkOSClient = g.workos
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
        response = workos().admin_portal.generate_link(
            organization=organization_id, intent="sso", return_url="http://localhost/"
        )
    except NotFoundError as error:
        abort(error.status_code or 404)
    return jsonify(link=response.link)


@app.get("/directories/<directory_id>/users")
def directory_users(directory_id: str) -> Response:
    users = workos().directory_sync.list_users(directory=directory_id, limit=1)
    return jsonify(sorted((user.email or "") for user in users.auto_paging_iter()))


@app.post("/mfa")
def mfa() -> Response:
    client = workos()
    factor = client.multi_factor_auth.enroll_factor(
        type="totp", totp_issuer="Acme", totp_user="ada@acme.com"
    )
    challenge = client.mfa.challenge_factor(id=factor.id)
    result = client.mfa.verify_challenge(challenge.id, code="000000")
    return jsonify(valid=result.valid)
