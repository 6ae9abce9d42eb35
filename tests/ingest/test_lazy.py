"""What is worked out once."""

from chronicle.ingest.lazy import cached_property


class Counted:
    """Counts how often it is asked to work."""

    asked = 0

    @cached_property
    def value(self) -> int:
        """The answer."""
        self.asked += 1
        return 42


def test_a_value_is_worked_out_once_for_each_object() -> None:
    one, other = Counted(), Counted()
    assert (one.value, one.value, one.asked, other.asked) == (42, 42, 1, 0)
    assert other.value == 42
