#!/usr/bin/env python3
"""Writes a makejinja project of COUNT templates into FOLDER: every one has a loop, a condition, filters and an include.

usage: make_tree.py COUNT FOLDER
"""

import sys
from pathlib import Path

TEMPLATE = """\
---
{% include 'header.partial.yaml.jinja' %}
metadata:
  name: app-NUMBER
  labels: {{ labels }}
spec:
{% for node in nodes %}
{% if node.controller %}
  - host: {{ node.name | lower }}.{{ domain }}
    address: {{ node.address | default('10.0.0.1') | replace('/24', '') }}
{% endif %}
{% endfor %}
  note: {{ 'NUMBER of many' | title | indent(4) }}
"""


def main():
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    templates = folder / "templates"
    for number in range(count):
        path = templates / f"group-{number // 50}" / f"app-{number}.yaml.jinja"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEMPLATE.replace("NUMBER", str(number)))
    (templates / "header.partial.yaml.jinja").write_text("apiVersion: v1\nkind: ConfigMap\n")
    (folder / "data.yaml").write_text(
        "domain: example.com\nlabels: {a: b}\nnodes:\n"
        + "".join(f"  - {{name: K8S-{i}, controller: {str(i < 3).lower()}}}\n" for i in range(8))
    )
    (folder / "makejinja.toml").write_text(
        '[makejinja]\ninputs = ["templates"]\noutput = "out"\ndata = ["data.yaml"]\n'
        'exclude_patterns = ["*.partial.yaml.jinja"]\nforce = true\nquiet = true\n'
    )


main()
