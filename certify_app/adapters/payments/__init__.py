"""Ways to pay behind one interface (`certify_app.domain.shop.providers`)."""
