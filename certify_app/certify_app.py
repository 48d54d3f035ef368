"""The app put together: pages, routes, gate. Nothing else."""

import reflex as rx


def index() -> rx.Component:
    return rx.el.main(rx.el.h1("Certify"), class_name="p-8")


app = rx.App()
app.add_page(index, route="/", title="Certify")
