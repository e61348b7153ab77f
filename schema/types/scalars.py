"""Scalars beside GraphQL's own."""

from typing import NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

URL = NewType("URL", str)

url_definition: ScalarDefinition = strawberry.scalar(
    name="URL",
    description="An absolute URL.",
    specified_by_url="https://url.spec.whatwg.org/",
    serialize=str,
)
