"""The main job from end to end, against a local emulator on a loopback socket: `nox -s demo`.

Async first, then the same calls without `await`, then a change of the spec and the new method that comes out of it.
Every step checks its result; the exit status is 0 only if all of them were right.
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


def expect(condition: bool, what: str) -> None:
    """Stop the demo when something is not as promised."""
    if not condition:
        raise SystemExit(f"FAILED: {what}")


@contextmanager
def step(title: str) -> Iterator[None]:
    """Print what is done and how long it took."""
    print(f"  {title} …", end="", flush=True)
    started = time.perf_counter()
    yield
    print(f" {time.perf_counter() - started:.2f} s")


async def async_part(url: str, emulator: Emulator) -> None:
    """The main job, awaited."""
    async with workos_async.WorkOS(emulator.api_key, client_id=emulator.client_id, base_url=url) as workos:
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
        done = 0

        async def create() -> None:
            nonlocal done
            for number in numbers:
                await workos.user_management.create_user(email=f"user{number}@acme.example", external_id=f"hr-{number}")
                done += 1
                if done % 200 == 0:
                    print(f"    {done:5,} of {USERS:,} in {time.perf_counter() - started:.2f} s")

        async with anyio.create_task_group() as tasks:
            for _ in range(20):
                tasks.start_soon(create)

        with step("page through them all"):
            pager = workos.user_management.list_users()
            emails = {user.email async for user in pager}
        expect(len(emails) == USERS, f"{USERS} users listed")
        print(f"    {len(emails):,} users; the pager stands at {pager.cursor}")

        with step("look one up by your own id"):
            ada = await workos.user_management.get_user_by_external_id("hr-42")
        expect(ada.email == "user42@acme.example", "the user with external id hr-42")

        with step("give that user a password and a membership"):
            await workos.user_management.update_user(ada.id, password=PASSWORD, email_verified=True)
            membership = await workos.user_management.create_organization_membership(
                user_id=ada.id, organization_id=acme.id, role_slug="member"
            )
        expect(membership.status == "active", "an active membership")

        with step("sign in with the password, decode the claims, refresh"):
            signed_in = await workos.user_management.authenticate_with_password(email=ada.email, password=PASSWORD)
            claims = await workos.verify_access_token(signed_in.access_token)
            fresh = await workos.user_management.authenticate_with_refresh_token(refresh_token=signed_in.refresh_token)
        expect(claims.sub == ada.id and claims.org_id == acme.id, "claims of the user in the organization")
        expect(fresh.refresh_token != signed_in.refresh_token, "a new refresh token")
        print(
            f"    session {claims.sid}, organization {claims.org_id}, role {claims.role}, until {claims.exp:%H:%M:%S} UTC"
        )

        with step("survive a 429 and a 503"):
            emulator.faults.add(status=429, retry_after=0.2)
            emulator.faults.add(status=503)
            await workos.organizations.get_organization(acme.id)
        expect(len(emulator.faults) == 0, "both faults have struck")

        with step("ask for what is not there"):
            error = await not_found(workos)
        print(f"    {type(error).__name__}: {error}")
        expect(error.request_id is not None, "an error with a request id")


async def not_found(workos: workos_async.WorkOS) -> workos_async.NotFoundError:
    """The error for an organization that does not exist."""
    try:
        await workos.organizations.get_organization("org_nobody")
    except workos_async.NotFoundError as error:
        return error
    raise SystemExit("FAILED: an organization that is not there was found")


def sync_part(url: str, emulator: Emulator) -> None:
    """The same names without `await`."""
    with workos_sync.WorkOS(emulator.api_key, client_id=emulator.client_id, base_url=url) as workos:
        with step("look the organization and the user up"):
            acme = workos.organizations.get_organization_by_external_id("crm-1")
            ada = workos.user_management.get_user_by_external_id("hr-42")
        with step("page through all users"):
            users: list[User] = list(workos.user_management.list_users())
        expect(len(users) == USERS, f"{USERS} users listed")
        with step("list the memberships, sign in, decode the claims, refresh"):
            memberships = workos.user_management.list_organization_memberships(organization_id=acme.id).collect()
            signed_in = workos.user_management.authenticate_with_password(email=ada.email, password=PASSWORD)
            claims = workos.verify_access_token(signed_in.access_token)
            workos.user_management.authenticate_with_refresh_token(refresh_token=signed_in.refresh_token)
        expect([item.user_id for item in memberships] == [ada.id] == [claims.sub], "one membership, of that user")
        with step("survive a 429 and a 503"):
            emulator.faults.add(status=429, retry_after=0.2)
            emulator.faults.add(status=503)
            workos.organizations.get_organization(acme.id)
        expect(len(emulator.faults) == 0, "both faults have struck")
        try:
            workos.organizations.create_organization(name="Twin", external_id="crm-1")
        except workos_sync.BadRequestError as error:
            print(f"  {type(error).__name__}: {error}")
            expect(error.code == "external_id_already_used" and error.request_id is not None, "a typed error")
        else:
            raise SystemExit("FAILED: an external id was given twice")


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
          description: The id of the organization.
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
      description: The animal that stands for an organization.
      required: [species]
      properties:
        species:
          type: string
          description: What kind of animal it is.

"""
USE_IT = """
import httpx
from workos_sync import WorkOS

def api(request):
    if request.url.path.endswith("/mascot"):
        return httpx.Response(200, json={"species": "capybara"})
    return httpx.Response(200, json={"id": "org_1", "motto": "We deliver"})

with WorkOS("sk_demo", transport=httpx.MockTransport(api)) as workos:
    print("   ", workos.organizations.get_mascot("org_1"))
    print("    motto:", workos.organizations.get_organization("org_1").motto)
"""


def regenerate_part() -> None:
    """Add an endpoint and a field to a copy of the spec, generate into another folder, use what came out."""
    with tempfile.TemporaryDirectory() as folder:
        spec, out = Path(folder, "spec"), Path(folder, "out")
        shutil.copytree(ROOT / "spec", spec)
        resource = spec / "resources" / "organizations" / "organizations.yaml"
        text = resource.read_text(encoding="utf-8")
        text = text.replace("paths:\n", NEW_ENDPOINT, 1).replace("components:\n  schemas:\n", NEW_SCHEMA, 1)
        field = "        motto:\n          type: string\n          description: What it says of itself.\n"
        marker = "        stripe_customer_id:\n          type: string\n          description: The Stripe customer this"
        expect(marker in text, "a place for a new field in the spec")
        resource.write_text(text.replace(marker, f"{field}{marker}", 1), encoding="utf-8")
        with step("generate from a spec with one more endpoint and one more field"):
            command = [sys.executable, "-m", "codegen", "--spec", str(spec), "--out", str(out)]
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        with step("call the new method, read the new field"):
            done = subprocess.run(
                [sys.executable, "-c", USE_IT],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(out)},
                check=True,
                capture_output=True,
                text=True,
            )
        print(done.stdout, end="")
        expect("Mascot(species='capybara')" in done.stdout and "We deliver" in done.stdout, "the new method's answer")


def main() -> None:
    """Run all parts."""
    started = time.perf_counter()
    installed = Path(workos_core.__file__).parent.parent
    print(f"workos_async, workos_sync and workos_emulator from {installed}")
    emulator = Emulator()
    with emulator.serve() as url:
        print(f"emulator at {url}\n\nAsync")
        anyio.run(async_part, url, emulator)
        print("\nSync")
        sync_part(url, emulator)
    print("\nA change of the spec")
    regenerate_part()
    print(f"\nAll of it worked, in {time.perf_counter() - started:.1f} s.")


if __name__ == "__main__":
    main()
