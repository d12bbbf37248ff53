"""Writing SVG: elements that escape what they are given, for pages whose style is in classes alone."""

from xml.etree.ElementTree import Element, tostring

from markupsafe import Markup

from communique.wording import words


def element(tag: str, *children: Element, text: str | None = None, **attributes: str | float | None) -> Element:
    """An element; `_` in the name of an attribute is `-` (`class_` is `class`), numbers are kept to a tenth."""
    given = {
        name.rstrip("_").replace("_", "-"): f"{value:.4g}" if isinstance(value, float) else str(value)
        for name, value in attributes.items()
        if value is not None
    }
    made = Element(tag, given)
    made.text = None if text is None else words.line(text)
    made.extend(children)
    return made


def link(to: str, *children: Element) -> Element:
    """A link for who points; whoever goes by key or by ear has the same in a table, so it is no stop of Tab."""
    return element("a", *children, href=to, tabindex="-1")


def drawing(
    width: float, height: float, title: str, told: str, *children: Element, role: str = "img", **attributes: str
) -> Markup:
    """An image that is as wide as its place: `title` and `told` are read out in place of what is drawn.

    One that has links is no image to a screen reader, but a `group`.
    """
    made = element(
        "svg",
        element("title", text=title),
        element("desc", text=told),
        *children,
        viewBox=f"0 0 {width:g} {height:g}",
        role=role,
        **attributes,
    )
    return Markup(tostring(made, encoding="unicode"))
