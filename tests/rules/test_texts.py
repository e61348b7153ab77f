"""The words of the product."""

from dataclasses import fields

import pytest

from rules.policy import Policy
from rules.text import PENDING_NOTICE, RECIPIENT_UNAVAILABLE, REQUEST_NOTICE


@pytest.mark.shows("11.1", "11.2", "11.3")
def test_the_exact_texts() -> None:
    assert PENDING_NOTICE == ("You can send up to 3 messages until this user accepts your message request.")
    assert REQUEST_NOTICE == "This account can send you up to 3 messages before you accept."
    assert RECIPIENT_UNAVAILABLE == "Messages cannot be sent since this user isn't following you."


@pytest.mark.shows("11.4")
def test_no_setting_is_a_text_or_the_three() -> None:
    settings = {field.name: getattr(Policy(), field.name) for field in fields(Policy)}
    assert not [name for name, value in settings.items() if isinstance(value, str)]
    assert not [name for name in settings if "pending" in name or "unaccepted" in name]
