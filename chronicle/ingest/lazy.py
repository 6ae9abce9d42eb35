"""What is worked out when it is first asked for, and kept."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class cached_property(Generic[T]):  # noqa: N801 - called as the one of functools
    """The one of functools without its lock, which costs more than most of what is worked out here.

    A class because it is a descriptor. An article is read by one thread.
    """

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self.work_out = work_out
        self.__doc__ = work_out.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """The name under which the value is kept."""
        self.name = name

    def __get__(self, instance: object, owner: type | None = None) -> T:
        """The value, which from then on stands in the instance itself."""
        if instance is None:  # asked for of the class
            return self  # type: ignore[return-value]
        value: T = self.work_out(instance)
        instance.__dict__[self.name] = value
        return value
