"""The texts of a language as templates call for them."""

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from chronicle.publish.labels import label
from chronicle.publish.texts import Texts


class Said:
    """A language's texts in templates. Jinja2's own look each text up anew, and ask for the context.

    Jinja2 evaluates a filter of a constant when it compiles a template, unless the filter asks for the
    context; so these do, since all languages share the compiled templates.
    """

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.made: dict[str, Markup] = {}

    def text(self, text: str, /, **variables: object) -> Markup:
        """A text of a template: {{ _("Search") }}. One without placeholders is made once for all pages."""
        if variables:
            return Markup(self.texts.gettext(text)) % variables  # noqa: S704  trusted as templates are
        said = self.made.get(text)
        if said is None:
            said = self.made[text] = Markup(self.texts.gettext(text)) % {}  # noqa: S704
        return said

    def of_number(self, one: str, many: str, number: int, /, **variables: object) -> Markup:
        """A text for a number of things: {{ ngettext("%(count)s day", "%(count)s days", n, count=n) }}."""
        text = self.texts.ngettext(one, many, number)
        return Markup(text) % {"num": number, **variables}  # noqa: S704  trusted as templates are

    @pass_context
    def label(self, _: Context, value: str, of: str) -> str:
        """What a value is called: {{ "stated"|label("basis") }}."""
        return label(self.texts, value, of)

    @pass_context
    def told(self, _: Context, text: str) -> str:
        """A text that code hands to a template, in the page's language."""
        return self.texts.gettext(text)
