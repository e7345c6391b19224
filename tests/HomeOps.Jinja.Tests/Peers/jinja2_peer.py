"""Renders templates with the real Jinja2: a line of JSON with cases in, a line with their outcomes out."""

import json
import resource
import signal
import sys

import jinja2
from jinja2 import ChainableUndefined, DebugUndefined, DictLoader, Environment, StrictUndefined, Undefined
from markupsafe import Markup

MODES = {"default": Undefined, "chainable": ChainableUndefined, "strict": StrictUndefined, "debug": DebugUndefined}
MEMORY = 1 << 30
SECONDS = 5

environments = {}


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


resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
signal.signal(signal.SIGALRM, alarm)
variables = compile(json.loads(sys.stdin.readline()), "<variables>", "eval")
for line in sys.stdin:
    print(json.dumps([outcome(case) for case in json.loads(line)]), flush=True)
