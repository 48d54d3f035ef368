"""The screens of third parties."""

from certify_app.pages import Page
from certify_app.pages.security import panels as security
from certify_app.pages.third_party import connections, entry, invitation, search, shared, viewer
from certify_app.state.third_party.connections import StudentConnections
from certify_app.state.third_party.entry import ThirdPartyEntry
from certify_app.state.third_party.invitation import Invitation
from certify_app.state.third_party.search import LearnerSearch
from certify_app.state.third_party.shared import SharedWithMe
from certify_app.state.third_party.viewer import SharedViewer

THIRD_PARTY: list[Page] = [
    Page("/invitation/[token]", invitation.invitation, invitation.TITLE, (Invitation.load,)),
    Page(
        "/third-party",
        connections.connections,
        connections.TITLE,
        (StudentConnections.load,),
    ),
    Page("/third-party/register", entry.register, entry.REGISTER, (ThirdPartyEntry.arrive,)),
    Page("/third-party/login", entry.log_in, entry.LOG_IN, (ThirdPartyEntry.arrive,)),
    Page("/third-party/security", security.of_third_party, security.TITLE, security.ON_LOAD),
    Page("/third-party/search", search.search, search.TITLE, (LearnerSearch.load,)),
    Page(
        "/third-party/connections/[connection_id]",
        shared.shared,
        shared.TITLE,
        (SharedWithMe.load,),
    ),
    Page(
        "/third-party/documents/[reference]",
        viewer.viewer,
        viewer.TITLE,
        (SharedViewer.load,),
    ),
]
