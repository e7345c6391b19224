"""What MarkupSafe 3 made otherwise, for Debian's MarkupSafe 2: only what goes into the text is escaped, not what a method
looks for or cuts off, and methods are written in Python, whose words an error about their arguments has."""

import jinja2.filters
from markupsafe import EscapeFormatter, Markup
from markupsafe import escape as escaped
from markupsafe import soft_str as softened


def escape(s, /):
    return escaped(s)


def soft_str(s, /):
    return softened(s)


class Methods:
    def __mul__(self, value, /):
        return Markup(str.__mul__(self, value))

    def __rmul__(self, value, /):
        return Markup(str.__mul__(self, value))

    def capitalize(self, /):
        return Markup(str.capitalize(self))

    def casefold(self, /):
        return Markup(str.casefold(self))

    def center(self, width, fillchar=" ", /):
        return Markup(str.center(self, width, Markup.escape(fillchar)))

    def expandtabs(self, /, tabsize=8):
        return Markup(str.expandtabs(self, tabsize))

    def format_map(self, mapping, /):
        return Markup(EscapeFormatter(self.escape).vformat(self, (), mapping))

    def join(self, iterable, /):
        return Markup(str.join(self, map(Markup.escape, iterable)))

    def ljust(self, width, fillchar=" ", /):
        return Markup(str.ljust(self, width, Markup.escape(fillchar)))

    def lower(self, /):
        return Markup(str.lower(self))

    def lstrip(self, chars=None, /):
        return Markup(str.lstrip(self, chars))

    def partition(self, sep, /):
        return tuple(map(Markup, str.partition(self, sep)))

    def removeprefix(self, prefix, /):
        return Markup(str.removeprefix(self, prefix))

    def removesuffix(self, suffix):
        return Markup(str.removesuffix(self, suffix))

    def replace(self, old, new, count=-1, /):
        return Markup(str.replace(self, old, Markup.escape(new), count))

    def rjust(self, width, fillchar=" ", /):
        return Markup(str.rjust(self, width, Markup.escape(fillchar)))

    def rpartition(self, sep, /):
        return tuple(map(Markup, str.rpartition(self, sep)))

    def rstrip(self, chars=None, /):
        return Markup(str.rstrip(self, chars))

    def strip(self, chars=None, /):
        return Markup(str.strip(self, chars))

    def swapcase(self, /):
        return Markup(str.swapcase(self))

    def title(self, /):
        return Markup(str.title(self))

    def translate(self, table, /):
        return Markup(str.translate(self, table))

    def upper(self, /):
        return Markup(str.upper(self))

    def zfill(self, width, /):
        return Markup(str.zfill(self, width))


def install():
    for name, method in vars(Methods).items():
        if callable(method):
            method.__qualname__ = f"Markup.{name}"
            setattr(Markup, name, method)
    jinja2.filters.FILTERS.update(e=escape, escape=escape, string=soft_str)
