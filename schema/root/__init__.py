"""The three roots: the only package of the schema that imports resolvers."""

from strawberry.schema.config import StrawberryConfig

from schema.root.mutation import Mutation
from schema.root.query import Query
from schema.root.subscription import Subscription
from schema.types.contact_codes import ContactCode
from schema.types.messages import Message
from schema.types.moderation import ModerationAction
from schema.types.reports import Report
from schema.types.requests import Request, SentRequest
from schema.types.scalars import SCALARS
from schema.types.threads import Thread
from schema.types.users import User
from schema.types.viewer import Viewer

__all__ = ["CONFIG", "TYPES", "Mutation", "Query", "Subscription"]

TYPES = [Viewer, User, Thread, Message, Request, SentRequest, ContactCode, Report, ModerationAction]
CONFIG = StrawberryConfig(scalar_map=SCALARS)
