"""Renders templates with the real Jinja2: a line of JSON with cases in, a line with their outcomes out."""

import json
import resource
import signal
import sys

import jinja2
import jinja2.filters
import jinja2.runtime
import markupsafe
import markupsafe3
from jinja2 import ChainableUndefined, DebugUndefined, DictLoader, Environment, StrictUndefined, Undefined
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

MODES = {"default": Undefined, "chainable": ChainableUndefined, "strict": StrictUndefined, "debug": DebugUndefined}
MEMORY = 1 << 30
SECONDS = 5

environments = {}


class WithWholeIncludes(CodeGenerator):
    """Jinja2 yields the text of an include without context even where the text is gathered in a list: a macro around
    it becomes a generator that nobody runs (visit_Include). This one appends it."""

    gathers = None

    def visit_Include(self, node, frame):
        outer, self.gathers = self.gathers, frame.buffer
        super().visit_Include(node, frame)
        self.gathers = outer

    def writeline(self, x, node=None, extra=0):
        stream = x.removeprefix("yield from ")
        if self.gathers is not None and stream != x and stream.endswith("._body_stream"):
            x = f"{self.gathers}.extend({stream})"
        super().writeline(x, node, extra)


class Context(jinja2.runtime.Context):
    """Takes flags by their truth, as Python 3.12 does, where 3.11 wants an integer."""

    def call(self, obj, /, *args, **kwargs):
        owner = getattr(obj, "__self__", None)
        name = getattr(obj, "__name__", None)
        if isinstance(owner, str) and name == "splitlines":
            args = (bool(args[0]), *args[1:]) if args else args
            kwargs = by_truth(kwargs, "keepends")
        elif isinstance(owner, list) and name == "sort":
            kwargs = by_truth(kwargs, "reverse")
        return super().call(obj, *args, **kwargs)


def by_truth(kwargs, flag):
    return kwargs | {flag: bool(kwargs[flag])} if flag in kwargs else kwargs


def sorted_by_truth(items, *, key=None, reverse=False):
    items = list(items)
    return sorted(items, key=key, reverse=bool(reverse))


class Slow(BaseException):
    """The case takes too long."""


def alarm(*_):
    raise Slow


def environment(case):
    options = case["options"]
    key = json.dumps(options, sort_keys=True)
    if key not in environments:
        made = Environment(
            undefined=MODES[options["undefined"]],
            autoescape=options["autoescape"],
            trim_blocks=options["trim"],
            lstrip_blocks=options["lstrip"],
            keep_trailing_newline=options["keep"],
            extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols", "jinja2.ext.i18n", "jinja2.ext.debug"],
            cache_size=0,
        )
        made.context_class = Context
        made.code_generator_class = WithWholeIncludes
        made.install_null_translations()
        environments[key] = made
    found = environments[key]
    found.loader = DictLoader(case["files"])
    return found


def outcome(case):
    try:
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        text = environment(case).get_template("main").render(eval(variables))
        return {"text": text}
    except BaseException as error:
        message = error.message if isinstance(error, jinja2.TemplateError) else str(error)
        line = error.lineno if isinstance(error, jinja2.TemplateSyntaxError) else 0
        return {"error": type(error).__name__, "message": message, "line": line}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


jinja2.filters.sorted = sorted_by_truth
if markupsafe.__version__ < "3":
    markupsafe3.install()
resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
signal.signal(signal.SIGALRM, alarm)
variables = compile(json.loads(sys.stdin.readline()), "<variables>", "eval")
for line in sys.stdin:
    print(json.dumps([outcome(case) for case in json.loads(line)]), flush=True)
