"""A tour of the SDK with a local emulator on a loopback socket. Run it with `nox -s demo`.

It makes calls with the async client, makes them again with the sync client, and then adds an endpoint to the spec and calls the generated
method. Every step checks its result; the exit status is 0 only if all checks pass.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import anyio

import workos_async
import workos_core
import workos_sync
from workos_core.models.user_management import User
from workos_emulator import Emulator

ROOT = Path(__file__).resolve().parent.parent
USERS = 1_000
PASSWORD = "correct horse battery staple 1"  # noqa: S105 - for the emulator


def expect(condition: bool, expectation: str) -> None:
    """Exit with an error if a condition is false."""
    if not condition:
        raise SystemExit(f"FAILED: {expectation}")


@contextmanager
def step(title: str) -> Iterator[None]:
    """Print the title of a step and how long it took."""
    print(f"  {title} …", end="", flush=True)
    started = time.perf_counter()
    yield
    print(f" {time.perf_counter() - started:.2f} s")


async def run_async(base_url: str, emulator: Emulator) -> None:
    """Run the tour with the async client."""
    async with workos_async.WorkOS(emulator.api_key, client_id=emulator.client_id, base_url=base_url) as workos:
        with step("create an organization"):
            acme = await workos.organizations.create_organization(
                name="Acme",
                external_id="crm-1",
                domain_data=[{"domain": "acme.example", "state": "verified"}],
            )
        print(f"    {acme!r:.110}…")

        print(f"  create {USERS:,} users, 20 at a time")
        started = time.perf_counter()
        numbers = iter(range(USERS))
        created = 0

        async def create_users() -> None:
            nonlocal created
            for number in numbers:
                await workos.user_management.create_user(email=f"user{number}@acme.example", external_id=f"hr-{number}")
                created += 1
                if created % 200 == 0:
                    print(f"    {created:5,} of {USERS:,} in {time.perf_counter() - started:.2f} s")

        async with anyio.create_task_group() as tasks:
            for _ in range(20):
                tasks.start_soon(create_users)

        with step("page through all users"):
            pager = workos.user_management.list_users()
            emails = {user.email async for user in pager}
        expect(len(emails) == USERS, f"{USERS} users listed")
        print(f"    {len(emails):,} users; cursor {pager.cursor}")

        with step("get a user by external ID"):
            ada = await workos.user_management.get_user_by_external_id("hr-42")
        expect(ada.email == "user42@acme.example", "the user with the external ID hr-42")

        with step("set a password and create a membership"):
            await workos.user_management.update_user(ada.id, password=PASSWORD, email_verified=True)
            membership = await workos.user_management.create_organization_membership(
                user_id=ada.id, organization_id=acme.id, role_slug="member"
            )
        expect(membership.status == "active", "the membership is active")

        with step("sign in with a password, verify the access token, refresh the session"):
            signed_in = await workos.user_management.authenticate_with_password(email=ada.email, password=PASSWORD)
            claims = await workos.verify_access_token(signed_in.access_token)
            refreshed = await workos.user_management.authenticate_with_refresh_token(
                refresh_token=signed_in.refresh_token
            )
        expect(claims.sub == ada.id and claims.org_id == acme.id, "the claims name the user and the organization")
        expect(refreshed.refresh_token != signed_in.refresh_token, "the refresh token is new")
        print(
            f"    session {claims.sid}, organization {claims.org_id}, role {claims.role}, expires at {claims.exp:%H:%M:%S} UTC"
        )

        with step("retry after a 429 and a 503"):
            emulator.faults.add(status=429, retry_after=0.2)
            emulator.faults.add(status=503)
            await workos.organizations.get_organization(acme.id)
        expect(len(emulator.faults) == 0, "both faults were injected")

        with step("request an organization that does not exist"):
            error = await catch_not_found(workos)
        print(f"    {type(error).__name__}: {error}")
        expect(error.request_id is not None, "the error has a request ID")


async def catch_not_found(workos: workos_async.WorkOS) -> workos_async.NotFoundError:
    """Return the error for an organization that does not exist."""
    try:
        await workos.organizations.get_organization("org_nobody")
    except workos_async.NotFoundError as error:
        return error
    raise SystemExit("FAILED: a missing organization is an error")


def run_sync(base_url: str, emulator: Emulator) -> None:
    """Run the tour with the sync client, which has the same names."""
    with workos_sync.WorkOS(emulator.api_key, client_id=emulator.client_id, base_url=base_url) as workos:
        with step("get the organization and the user by external ID"):
            acme = workos.organizations.get_organization_by_external_id("crm-1")
            ada = workos.user_management.get_user_by_external_id("hr-42")
        with step("page through all users"):
            users: list[User] = list(workos.user_management.list_users())
        expect(len(users) == USERS, f"{USERS} users listed")
        with step("list the memberships, sign in, verify the access token, refresh the session"):
            memberships = workos.user_management.list_organization_memberships(organization_id=acme.id).collect()
            signed_in = workos.user_management.authenticate_with_password(email=ada.email, password=PASSWORD)
            claims = workos.verify_access_token(signed_in.access_token)
            workos.user_management.authenticate_with_refresh_token(refresh_token=signed_in.refresh_token)
        expect([item.user_id for item in memberships] == [ada.id] == [claims.sub], "the user is the only member")
        with step("retry after a 429 and a 503"):
            emulator.faults.add(status=429, retry_after=0.2)
            emulator.faults.add(status=503)
            workos.organizations.get_organization(acme.id)
        expect(len(emulator.faults) == 0, "both faults were injected")
        try:
            workos.organizations.create_organization(name="Twin", external_id="crm-1")
        except workos_sync.BadRequestError as error:
            print(f"  {type(error).__name__}: {error}")
            expect(error.code == "external_id_already_used" and error.request_id is not None, "the error has a code")
        else:
            raise SystemExit("FAILED: a duplicate external ID is an error")


NEW_ENDPOINT = """\
paths:
  /organizations/{organization_id}/mascot:
    get:
      operationId: getOrganizationMascot
      x-method: organizations.get_mascot
      summary: Get the mascot of an organization
      parameters:
        - name: organization_id
          in: path
          required: true
          description: The ID of the organization.
          schema:
            type: string
      responses:
        "200":
          description: The mascot.
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Mascot"

"""
NEW_SCHEMA = """\
components:
  schemas:
    Mascot:
      type: object
      description: The mascot of an organization.
      required: [species]
      properties:
        species:
          type: string
          description: The species of the animal.

"""
PROGRAM = """
import httpx
from workos_sync import WorkOS

def handle(request):
    if request.url.path.endswith("/mascot"):
        return httpx.Response(200, json={"species": "capybara"})
    return httpx.Response(200, json={"id": "org_1", "motto": "We deliver"})

with WorkOS("sk_demo", transport=httpx.MockTransport(handle)) as workos:
    print("   ", workos.organizations.get_mascot("org_1"))
    print("    motto:", workos.organizations.get_organization("org_1").motto)
"""


def run_codegen() -> None:
    """Add an endpoint and a field to a copy of the spec, generate the packages into a temporary folder, and use them."""
    with tempfile.TemporaryDirectory() as folder:
        spec, out = Path(folder, "spec"), Path(folder, "out")
        shutil.copytree(ROOT / "spec", spec)
        resource = spec / "resources" / "organizations" / "organizations.yaml"
        text = resource.read_text(encoding="utf-8")
        text = text.replace("paths:\n", NEW_ENDPOINT, 1).replace("components:\n  schemas:\n", NEW_SCHEMA, 1)
        field = "        motto:\n          type: string\n          description: The motto of the organization.\n"
        marker = "        stripe_customer_id:\n          type: string\n          description: The Stripe customer this"
        expect(marker in text, "the spec has the field stripe_customer_id")
        resource.write_text(text.replace(marker, f"{field}{marker}", 1), encoding="utf-8")
        with step("add an endpoint and a field to the spec, and regenerate"):
            command = [sys.executable, "-m", "codegen", "--spec", str(spec), "--out", str(out)]
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        with step("call the new method and read the new field"):
            completed = subprocess.run(
                [sys.executable, "-c", PROGRAM],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(out)},
                check=True,
                capture_output=True,
                text=True,
            )
        print(completed.stdout, end="")
        expect(
            "Mascot(species='capybara')" in completed.stdout and "We deliver" in completed.stdout,
            "the new method works",
        )


def main() -> None:
    """Run the demo."""
    started = time.perf_counter()
    location = Path(workos_core.__file__).parent.parent
    print(f"workos_async, workos_sync and workos_emulator from {location}")
    emulator = Emulator()
    with emulator.serve() as base_url:
        print(f"emulator at {base_url}\n\nAsync")
        anyio.run(run_async, base_url, emulator)
        print("\nSync")
        run_sync(base_url, emulator)
    print("\nCode generation")
    run_codegen()
    print(f"\nDone: all checks passed in {time.perf_counter() - started:.1f} s.")


if __name__ == "__main__":
    main()
