"""The list of screens. To add one: import its function and add a line."""

from certify_app.pages import NOT_FOUND, Page
from certify_app.pages.gallery import TITLE as GALLERY
from certify_app.pages.gallery import gallery
from certify_app.pages.portal import (
    connections,
    dashboard,
    documents,
    forgot_password,
    login,
    orders,
    profile,
    register,
    reset_password,
    verify_email,
    viewer,
)
from certify_app.pages.public import accessibility, cookies, help, not_found, privacy, start, terms

PAGES: list[Page] = [
    Page("/", start.show, start.TITLE, start.ON_LOAD),
    Page("/dashboard", dashboard.dashboard, dashboard.TITLE, (dashboard.Dashboard.load,)),
    Page("/documents", documents.documents, documents.TITLE, (documents.Documents.load,)),
    Page("/documents/[award_reference]", viewer.viewer, viewer.TITLE, (viewer.Viewer.load,)),
    Page("/orders", orders.orders, orders.TITLE),
    Page("/connections", connections.connections, connections.TITLE),
    Page("/profile", profile.profile, profile.TITLE, (profile.Profile.load,)),
    Page("/login", login.login, login.TITLE, (login.Login.arrive,)),
    Page("/register", register.register, register.TITLE, (register.Register.arrive,)),
    Page(
        "/forgot-password",
        forgot_password.forgot_password,
        forgot_password.TITLE,
        (forgot_password.ForgotPassword.arrive,),
    ),
    Page(
        "/reset-password",
        reset_password.reset_password,
        reset_password.TITLE,
        (reset_password.ResetPassword.arrive,),
    ),
    Page(
        "/verify-email",
        verify_email.verify_email,
        verify_email.TITLE,
        (verify_email.VerifyEmail.arrive,),
    ),
    Page("/help", help.show, help.TITLE),
    Page("/privacy", privacy.show, privacy.TITLE),
    Page("/accessibility", accessibility.show, accessibility.TITLE),
    Page("/cookies", cookies.show, cookies.TITLE),
    Page("/terms", terms.show, terms.TITLE),
    Page("/gallery", gallery, GALLERY),
    Page(NOT_FOUND, not_found.not_found, not_found.TITLE),
]
