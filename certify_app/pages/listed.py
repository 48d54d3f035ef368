"""The list of screens. To add one: import its function and add a line."""

from certify_app.pages import NOT_FOUND, Page
from certify_app.pages.console.listed import CONSOLE
from certify_app.pages.gallery import TITLE as GALLERY
from certify_app.pages.gallery import gallery
from certify_app.pages.portal import (
    basket,
    checkout,
    confirm_email,
    connections,
    dashboard,
    documents,
    forgot_password,
    login,
    login_code,
    order,
    orders,
    profile,
    register,
    reset_password,
    share_documents,
    store,
    verify_email,
    viewer,
)
from certify_app.pages.public import accessibility, cookies, help, not_found, privacy, start, terms
from certify_app.pages.security import panels as security
from certify_app.pages.third_party.listed import THIRD_PARTY
from certify_app.state.portal.asks import Asks
from certify_app.state.portal.basket import Basket
from certify_app.state.portal.checkout import Checkout
from certify_app.state.portal.confirm_email import ConfirmEmail
from certify_app.state.portal.connections import Connections
from certify_app.state.portal.dashboard import Dashboard
from certify_app.state.portal.documents import Documents
from certify_app.state.portal.forgot_password import ForgotPassword
from certify_app.state.portal.login import Login
from certify_app.state.portal.login_code import LoginCode
from certify_app.state.portal.order import Order
from certify_app.state.portal.orders import Orders
from certify_app.state.portal.profile import Profile
from certify_app.state.portal.profile_addresses import ProfileAddresses
from certify_app.state.portal.profile_details import ProfileDetails
from certify_app.state.portal.profile_emails import ProfileEmails
from certify_app.state.portal.profile_own_data import ProfileOwnData
from certify_app.state.portal.register import Register
from certify_app.state.portal.report_issue import ReportIssue
from certify_app.state.portal.reset_password import ResetPassword
from certify_app.state.portal.share_documents import ShareDocuments
from certify_app.state.portal.store import Store
from certify_app.state.portal.verify_email import VerifyEmail
from certify_app.state.portal.viewer import Viewer

PAGES: list[Page] = [
    Page("/", start.show, start.TITLE, start.ON_LOAD),
    Page(
        "/dashboard",
        dashboard.dashboard,
        dashboard.TITLE,
        (Dashboard.load, Asks.load, ReportIssue.load),
    ),
    Page("/documents", documents.documents, documents.TITLE, (Documents.load, ReportIssue.load)),
    Page(
        "/documents/[award_reference]",
        viewer.viewer,
        viewer.TITLE,
        (Viewer.load, ReportIssue.load_of_award),
    ),
    Page("/store", store.store, store.TITLE, (Store.load,)),
    Page("/basket", basket.basket, basket.TITLE, (Basket.load,)),
    Page("/checkout", checkout.checkout, checkout.TITLE, (Checkout.load,)),
    Page("/orders", orders.orders, orders.TITLE, (Orders.load,)),
    Page("/orders/[order_number]", order.order, order.TITLE, (Order.load,)),
    Page("/connections", connections.connections, connections.TITLE, (Connections.load, Asks.load)),
    Page(
        "/connections/[connection_id]",
        share_documents.share_documents,
        share_documents.TITLE,
        (ShareDocuments.load,),
    ),
    Page(
        "/profile",
        profile.profile,
        profile.TITLE,
        (
            Profile.load,
            ProfileDetails.load,
            ProfileEmails.load,
            ProfileOwnData.load,
            ProfileAddresses.load,
            *security.ON_LOAD,
        ),
    ),
    Page(
        "/confirm-email", confirm_email.confirm_email, confirm_email.TITLE, (ConfirmEmail.arrive,)
    ),
    Page("/login", login.login, login.TITLE, (Login.arrive,)),
    Page("/login/code", login_code.with_app, login_code.TITLE, (LoginCode.arrive,)),
    Page(
        "/login/recovery-code",
        login_code.with_recovery_code,
        login_code.RECOVERY,
        (LoginCode.arrive,),
    ),
    Page("/register", register.register, register.TITLE, (Register.arrive,)),
    Page(
        "/forgot-password",
        forgot_password.forgot_password,
        forgot_password.TITLE,
        (ForgotPassword.arrive,),
    ),
    Page(
        "/reset-password",
        reset_password.reset_password,
        reset_password.TITLE,
        (ResetPassword.arrive,),
    ),
    Page(
        "/verify-email",
        verify_email.verify_email,
        verify_email.TITLE,
        (VerifyEmail.arrive,),
    ),
    *THIRD_PARTY,
    *CONSOLE,
    Page("/console/security", security.of_staff, security.TITLE, security.ON_LOAD),
    Page("/help", help.show, help.TITLE),
    Page("/privacy", privacy.show, privacy.TITLE),
    Page("/accessibility", accessibility.show, accessibility.TITLE),
    Page("/cookies", cookies.show, cookies.TITLE),
    Page("/terms", terms.show, terms.TITLE),
    Page("/gallery", gallery, GALLERY),
    Page(NOT_FOUND, not_found.not_found, not_found.TITLE),
]
