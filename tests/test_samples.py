"""The 25 sample objects of the API reference. Each decodes, reports its missing fields, and encodes to the same JSON."""

import json
import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import attrs
import pytest

from workos_core import models
from workos_core.errors import MissingFieldError
from workos_core.serialization.converter import from_dict
from workos_core.serialization.model import Model
from workos_core.serialization.unstructure import to_dict

HERE = Path(__file__).parent / "samples"
SPEC = Path(__file__).parent.parent / "workos_emulator" / "openapi" / "openapi.json"


@dataclass(frozen=True)
class Sample:
    """A sample object.

    Attributes:
        file: The name of the file, without `.json`.
        model: The model of the object.
        missing_required: The required fields that the sample does not have.
        missing_optional: The optional fields that it does not have.
        key: The key of the object in the file; empty if the file is the object.
    """

    file: str
    model: type[Model]
    missing_required: tuple[str, ...] = ()
    missing_optional: tuple[str, ...] = ()
    key: str = ""

    def data(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads((HERE / f"{self.file}.json").read_text(encoding="utf-8"))
        return data[self.key] if self.key else data


_USER_IN_ERROR: dict[str, Any] = {
    "model": models.User,
    "missing_required": ("external_id", "last_sign_in_at"),
    "missing_optional": ("name", "metadata", "locale", "radar_auth_attempt_id"),
    "key": "user",
}
SAMPLES = [
    Sample("audit_log_schema", models.AuditLogSchema),
    Sample("audit_log_export", models.AuditLogExport),
    Sample("user", models.User, missing_optional=("name", "locale", "radar_auth_attempt_id")),
    Sample("identity", models.UserIdentity),
    Sample("session", models.UserSession, missing_optional=("impersonator",)),
    Sample("errors/mfa_enrollment", **_USER_IN_ERROR),
    Sample("errors/mfa_challenge", **_USER_IN_ERROR),
    Sample("errors/organization_selection_required", **_USER_IN_ERROR),
    Sample("magic_auth", models.MagicAuth, missing_optional=("radar_auth_attempt_id",)),
    Sample("user_auth_factor", models.EnrolledAuthenticationFactor, missing_optional=("sms",)),
    Sample("user_auth_challenge", models.AuthenticationChallenge, missing_optional=("code",)),
    Sample("email_verification", models.EmailVerification),
    Sample("password_reset", models.PasswordReset),
    Sample(
        "organization_membership", models.OrganizationMembership, ("directory_managed", "user"), ("custom_attributes",)
    ),
    Sample("invitation", models.Invitation, ("accepted_user_id", "role_slug")),
    Sample("api_key", models.ApiKey, ("expires_at",)),
    Sample("directory", models.Directory, ("external_key",), ("metadata",)),
    Sample("directory_user", models.DirectoryUser, ("object", "email"), ("name", "job_title", "roles")),
    Sample("directory_group", models.DirectoryGroup, ("object",)),
    Sample("organization_domain", models.OrganizationDomain, ("created_at", "updated_at"), ("verification_prefix",)),
    Sample("feature_flag", models.FeatureFlag, ("owner", "tags", "enabled", "default_value")),
    Sample("mfa_factor", models.EnrolledAuthenticationFactor, missing_optional=("user_id", "sms")),
    Sample("mfa_challenge", models.AuthenticationChallenge, missing_optional=("code",)),
    Sample("organization", models.Organization, ("metadata",), ("allow_profiles_outside_organization",)),
    Sample("user_email_domain", models.OrganizationDomain, ("created_at", "updated_at"), ("verification_prefix",)),
]
SAMPLES_BY_FILE = {sample.file: sample for sample in SAMPLES}
for_each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.file)


def test_all_25_samples_are_listed() -> None:
    assert len({sample.file for sample in SAMPLES}) == len(SAMPLES) == 25
    others = {"access_token_claims"}  # not an object of the API: the contract tests sign a token with it
    assert {path.stem for path in HERE.glob("*.json")} == {s.file for s in SAMPLES if "/" not in s.file} | others


@for_each_sample
def test_decodes_and_encodes_to_the_same_json(sample: Sample) -> None:
    data = sample.data()
    model = from_dict(sample.model, data)
    assert type(model) is sample.model
    assert model.extra_fields == {}
    assert json.loads(json.dumps(to_dict(model))) == data
    assert from_dict(sample.model, to_dict(model)) == model
    assert pickle.loads(pickle.dumps(model)) == model


@for_each_sample
def test_fields_have_the_values_of_the_sample(sample: Sample) -> None:
    data = sample.data()
    model = from_dict(sample.model, data)
    for name, value in data.items():
        assert to_dict(getattr(model, name)) == value


@for_each_sample
def test_missing_fields(sample: Sample) -> None:
    data = sample.data()
    model = from_dict(sample.model, data)
    fields = {attribute.name for attribute in sample.model.__attrs_attrs__}
    assert fields == {*data, *sample.missing_required, *sample.missing_optional}
    for name in sample.missing_required:
        constant = getattr(attrs.fields(sample.model), name).default
        if constant is not attrs.NOTHING:  # such as that of `object`, which the API need not send
            assert getattr(model, name) == constant
            continue
        with pytest.raises(MissingFieldError) as caught:
            getattr(model, name)
        assert (caught.value.model, caught.value.field) == (sample.model.__name__, name)
    for name in sample.missing_optional:
        assert getattr(model, name) is None


@for_each_sample
def test_spec_requires_the_missing_required_fields(sample: Sample) -> None:
    schema = json.loads(SPEC.read_text(encoding="utf-8"))["components"]["schemas"][sample.model.__name__]
    missing = {*schema["properties"]} - {*sample.data()}
    hint = "update missing_required of this sample, at the top of this file"
    assert {*sample.missing_required} == missing & {*schema["required"]}, hint
    assert {*sample.missing_optional} == missing - {*schema["required"]}


def test_missing_fields_of_nested_objects() -> None:
    domain = from_dict(models.Organization, SAMPLES_BY_FILE["organization"].data()).domains[0]
    with pytest.raises(MissingFieldError):
        _ = domain.organization_id
    assert domain.state is None
    user = from_dict(models.DirectoryUser, SAMPLES_BY_FILE["directory_user"].data())
    with pytest.raises(MissingFieldError):
        _ = user.groups[0].directory_id
    factor = from_dict(models.EnrolledAuthenticationFactor, SAMPLES_BY_FILE["mfa_factor"].data())
    assert factor.totp is not None
    with pytest.raises(MissingFieldError):
        _ = factor.totp.issuer
    assert factor.totp.secret not in repr(factor)


def test_malformed_times_are_kept_as_text() -> None:
    data = SAMPLES_BY_FILE["errors/mfa_enrollment"].data()
    assert data["created_at"] == "2021-06-25T19: 07: 33.155Z"
    assert from_dict(models.User, data).created_at == data["created_at"]


def test_unknown_values_and_keys_are_kept() -> None:
    directory = from_dict(models.Directory, SAMPLES_BY_FILE["directory"].data())
    assert directory.state == "inactive"  # not one of the documented states
    user = from_dict(models.DirectoryUser, SAMPLES_BY_FILE["directory_user"].data())
    assert user.custom_attributes["jobTitle"] == "Software Engineer"  # keys of free-form data are never converted
