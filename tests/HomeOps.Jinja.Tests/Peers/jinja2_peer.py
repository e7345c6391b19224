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


class Generator(CodeGenerator):
    """Two bugs less. Jinja2 yields the text of an include without context even where the text is gathered in a list: a
    macro around it becomes a generator that nobody runs (visit_Include); here the text is gathered. And Python 3.11.2
    stores in the wrong order into a name that is assigned twice where it sees the tuple; here it does not see it."""

    gathers = None
    assigned = None

    def visit_Include(self, node, frame):
        outer, self.gathers = self.gathers, frame.buffer
        super().visit_Include(node, frame)
        self.gathers = outer

    def visit_Assign(self, node, frame):
        self.assigned = node.node
        super().visit_Assign(node, frame)

    def visit_Tuple(self, node, frame):
        hides = node is self.assigned
        self.write("(*" if hides else "")
        super().visit_Tuple(node, frame)
        self.write(",)" if hides else "")

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
        given = kwargs.keys() - {"_loop_vars", "_block_vars"}
        if isinstance(owner, str) and name == "splitlines" and len(args) + len(given) == 1:
            args = tuple(map(bool, args))
            kwargs = by_truth(kwargs, "keepends")
        elif isinstance(owner, list) and name == "sort" and not args and given <= {"key", "reverse"}:
            kwargs = by_truth(kwargs, "reverse")
        return super().call(obj, *args, **kwargs)


def by_truth(kwargs, flag):
    return kwargs | {flag: bool(kwargs[flag])} if flag in kwargs else kwargs


def sorted_by_truth(items, *, key=None, reverse=False):
    items = list(items)
    return sorted(items, key=key, reverse=bool(reverse))


def do_int(value, default=0, base=10):
    """As in Jinja2 3.1.6: a text of infinity is no integer."""
    try:
        return older_int(value, default, base)
    except OverflowError:
        if isinstance(value, str):
            return default
        raise


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
        made.code_generator_class = Generator
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
older_int = jinja2.filters.FILTERS["int"]
jinja2.filters.FILTERS["int"] = do_int
if markupsafe.__version__ < "3":
    markupsafe3.install()
resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
signal.signal(signal.SIGALRM, alarm)
variables = compile(json.loads(sys.stdin.readline()), "<variables>", "eval")
for line in sys.stdin:
    print(json.dumps([outcome(case) for case in json.loads(line)]), flush=True)
