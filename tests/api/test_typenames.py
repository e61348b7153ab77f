"""The `__typename` of each object, which the caches of clients add to an operation, costs nothing."""

import pytest
from graphql import OperationDefinitionNode, SelectionSetNode, Visitor, parse, print_ast, visit

from server.costs import VALUE
from tests.api.costs import cost
from tests.api.test_cost import largest
from tests.world import QUERIES, operation


@pytest.mark.shows("15.1", "15.3")
@pytest.mark.parametrize("name", sorted(path.stem for path in QUERIES.glob("*.graphql")))
def test_what_caches_add_to_an_operation_costs_nothing(name: str) -> None:
    """Apollo and graphcache add `__typename` to all selections but the outermost."""
    added = visit(parse(operation(name)), _Typenames())
    assert cost(print_ast(added), **largest(name)) == cost(operation(name), **largest(name))


def test_a_renamed_typename_costs_a_value() -> None:
    viewer = "viewer {{ id {} }}"
    plain, renamed = (
        cost(f"{{ {viewer.format(more)} }}") for more in ("__typename", "a: __typename b: __typename")
    )
    assert renamed == plain + 2 * VALUE
    assert cost("{ __typename }") == VALUE


class _Typenames(Visitor):
    def leave_selection_set(
        self, node: SelectionSetNode, _: object, parent: object, *place: object
    ) -> SelectionSetNode | None:
        if isinstance(parent, OperationDefinitionNode):
            return None
        [added] = parse("{ __typename }").definitions[0].selection_set.selections  # type: ignore[attr-defined]
        return SelectionSetNode(selections=(*node.selections, added))
