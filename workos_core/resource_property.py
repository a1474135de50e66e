"""The attributes of a client that are resource clients."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    resource_property = cached_property
else:

    class resource_property(cached_property):  # noqa: N801 - used like `property`
        """A cached property that is the class of the resource client if it is read from the class of the client.

        So `unittest.mock.create_autospec(WorkOS, instance=True)` knows the methods of the resource clients.
        """

        def __get__(self, instance: Any, owner: Any = None) -> Any:
            return type(self.func(_WithoutRequestor)) if instance is None else super().__get__(instance, owner)

    class _WithoutRequestor:
        _requestor = None
