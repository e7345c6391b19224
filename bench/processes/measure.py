#!/usr/bin/env python3
"""Runs whole processes and prints wall time, CPU time and peak memory of each.

usage: measure.py RUNS NAME=COMMAND ... (each COMMAND is given to sh -c; a "prepare;;" prefix runs before each measured run)

Runs alternate between the commands, so that a busy machine hurts all of them alike. Prints medians and, behind them, minima.
"""

import os
import statistics
import subprocess
import sys
import time


def run(command):
    started = time.perf_counter()
    process = subprocess.Popen(["/bin/sh", "-c", "exec " + command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"'{command}' ended with {process.returncode}")
    return wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def main():
    count = int(sys.argv[1])
    commands = [argument.split("=", 1) for argument in sys.argv[2:]]
    figures = {name: [] for name, _ in commands}
    for _ in range(count + 1):
        for name, command in commands:
            prepare, separator, measured = command.rpartition(";;")
            if separator:
                subprocess.run(prepare, shell=True, check=True)
            figures[name].append(run(measured))
    print("| process | wall ms (median / min) | CPU ms (median / min) | peak memory MB |")
    print("|---|---|---|---|")
    for name, rows in figures.items():
        rows = rows[1:]  # the first run warms the page cache
        wall, cpu, memory = zip(*rows)
        print(
            f"| {name} | {statistics.median(wall):.0f} / {min(wall):.0f} "
            f"| {statistics.median(cpu):.0f} / {min(cpu):.0f} | {max(memory):.0f} |"
        )


main()
