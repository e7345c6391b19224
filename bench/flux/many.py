"""Makes a tree of N Flux Kustomizations of one ConfigMap each, and runs `homeops build all` over it for growing N.

    python3 bench/flux/many.py HOMEOPS [--resource-set] [N ...]

With --resource-set one ResourceSet with N input sets makes the Kustomizations.

Prints CPU seconds (user + system), peak memory and the number of objects of each run.
"""

import os
import subprocess
import sys
import tempfile

KS = """---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {{name: app-{0}, namespace: flux-system}}
spec:
  interval: 1h
  path: ./apps/{0}
  prune: true
  sourceRef: {{kind: GitRepository, name: flux-system, namespace: flux-system}}
  {1}
  postBuild: {{substitute: {{N: "app-{0}"}}}}
"""
SET = """apiVersion: fluxcd.controlplane.io/v1
kind: ResourceSet
metadata: {{name: apps, namespace: flux-system}}
spec:
  inputs:
{0}
  resources:
    - apiVersion: kustomize.toolkit.fluxcd.io/v1
      kind: Kustomization
      metadata: {{name: app-<< inputs.n >>, namespace: flux-system}}
      spec:
        interval: 1h
        path: ./apps/<< inputs.n >>
        prune: true
        sourceRef: {{kind: GitRepository, name: flux-system, namespace: flux-system}}
        postBuild: {{substitute: {{N: "app-<< inputs.n >>"}}}}
"""
CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app, namespace: default}\ndata: {name: '${N}'}\n"


def make(folder, count, by_set):
    os.makedirs(f"{folder}/cluster")
    with open(f"{folder}/cluster/ks.yaml", "w") as file:
        if by_set:
            file.write(SET.format("\n".join(f"    - n: {i}" for i in range(count))))
        for i in range(0 if by_set else count):
            file.write(KS.format(i, f"dependsOn: [{{name: app-{i - 1}}}]" if i else ""))
    for i in range(count):
        os.makedirs(f"{folder}/apps/{i}")
        with open(f"{folder}/apps/{i}/config.yaml", "w") as file:
            file.write(CONFIG)
        with open(f"{folder}/apps/{i}/kustomization.yaml", "w") as file:
            file.write("resources: [config.yaml]\n")


def run(homeops, count, by_set):
    with tempfile.TemporaryDirectory() as folder:
        make(folder, count, by_set)
        child = subprocess.Popen(
            [homeops, "build", "all", "--path", "cluster"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        objects = sum(line == b"---\n" for line in child.stdout)
        _, status, usage = os.wait4(child.pid, 0)
    # Each Kustomization has one object; the entry has all of them, or the ResourceSet that makes them.
    assert status == 0 and objects == 2 * count + by_set, (status, objects)
    print(f"{count:6} Kustomizations: {usage.ru_utime + usage.ru_stime:.2f} s CPU, {usage.ru_maxrss // 1024} MB")


if __name__ == "__main__":
    by_set = "--resource-set" in sys.argv
    counts = [a for a in sys.argv[2:] if a != "--resource-set"]
    for n in map(int, counts or ["1000", "2500", "5000", "10000"]):
        run(os.path.abspath(sys.argv[1]), n, by_set)
