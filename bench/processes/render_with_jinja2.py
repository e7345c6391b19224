#!/usr/bin/env python3
"""Renders a home-ops style makejinja tree with bare jinja2, the way makejinja does, without makejinja's own start-up.

usage: render_with_jinja2.py WORKING_FOLDER OUTPUT_FOLDER

Only what such trees use: overlays, exclude patterns by file name, suffix, delimiters, chainable undefined, and the functions
of the tree's plugin. bench/run asserts that the output equals homeops render's before it compares any figure.
"""

import base64
import fnmatch
import ipaddress
import json
import os
import re
import shutil
import sys
import tomllib
from pathlib import Path

import jinja2
import yaml


def nthhost(value, index):
    try:
        return str(ipaddress.ip_network(value, False)[int(index)])
    except (ValueError, IndexError, TypeError):
        return False


def functions(folder):
    def age_key(kind, file="age.key"):
        text = (folder / file).read_text()
        pattern = r"# public key: (age1\w+)" if kind == "public" else r"(AGE-SECRET-KEY-\S+)"
        return re.search(pattern, text)[1]

    def tunnel():
        return json.loads((folder / "cloudflare-tunnel.json").read_text())

    def cloudflare_tunnel_secret():
        t = tunnel()
        text = json.dumps(
            {"a": t["AccountTag"], "t": t["TunnelID"], "s": t["TunnelSecret"]}, separators=(",", ":")
        )
        return base64.b64encode(text.encode()).decode()

    def talos_patches(kind):
        found = (folder / "templates/config/talos/patches" / kind).glob("*.yaml.j2")
        return sorted(str(p.relative_to(folder)) for p in found if p.is_file())

    return {
        "age_key": age_key,
        "cloudflare_tunnel_id": lambda: tunnel()["TunnelID"],
        "cloudflare_tunnel_secret": cloudflare_tunnel_secret,
        "github_deploy_key": lambda: (folder / "github-deploy.key").read_text().strip(),
        "github_push_token": lambda: (folder / "github-push-token.txt").read_text().strip(),
        "talos_patches": talos_patches,
    }


def main():
    folder, output = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    options = tomllib.loads((folder / "makejinja.toml").read_text())["makejinja"]
    data = {}
    for file in options["data"]:
        data.update(yaml.safe_load((folder / file).read_text()))
    bgp = [data.get(f"cilium_bgp_{key}") for key in ("router_addr", "router_asn", "node_asn")]
    data.setdefault("cilium_bgp_enabled", all(bgp))
    data.setdefault("spegel_enabled", len(data["nodes"]) > 1)
    inputs = [folder / i for i in options["inputs"]]
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(inputs),
        undefined=jinja2.ChainableUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **{f"{key}_string": value for key, value in options["delimiter"].items()},
    )
    environment.globals.update(data)
    environment.globals.update(functions(folder))
    environment.filters.update(nthhost=nthhost, basename=lambda value: Path(value).stem)
    done = set()
    for root in inputs:
        for path in sorted(root.rglob("*")):
            name = str(path.relative_to(root))
            if path.is_dir() or any(fnmatch.fnmatch(path.name, p) for p in options["exclude_patterns"]):
                continue
            template = name.endswith(".j2")
            target = name[:-3] if template else name
            if target in done:
                continue
            done.add(target)
            destination = output / target
            if not template:
                destination.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, destination)
                continue
            text = environment.get_template(name).render()
            if text.strip():
                destination.parent.mkdir(parents=True, exist_ok=True)
                destination.write_text(text)
                os.chmod(destination, path.stat().st_mode)


main()
