"""The texts of a language as templates call for them."""

from functools import lru_cache

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from chronicle.publish.labels import label
from chronicle.publish.texts import Texts

REMEMBERED = 65_536  # texts of a kind


class Said:
    """A language's texts in templates. Jinja2's own look each text up anew, and ask for the context.

    Jinja2 evaluates a filter of a constant when it compiles a template, unless the filter asks for the
    context; so these do, since all languages share the compiled templates.
    """

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        # Most stand on many pages. What is escaped differs by its type from what is not.
        self.text = lru_cache(REMEMBERED, typed=True)(self.worded)
        self.of_number = lru_cache(REMEMBERED, typed=True)(self.counted)

    def worded(self, text: str, /, **variables: object) -> Markup:
        """A text of a template: {{ _("Search") }}."""
        return Markup(self.texts.gettext(text)) % variables  # noqa: S704  trusted as templates are

    def counted(self, one: str, many: str, number: int, /, **variables: object) -> Markup:
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
