#!/usr/bin/env python3
"""in_turn.py RUNS NAME COMMAND [NAME COMMAND]...: time of the commands, run in turn; see common.sh."""
import os, shlex, statistics, sys, time


def run(argv, null):
    """Wall and CPU time of one run, in ms. The child's own CPU time, as the system counts it."""
    begin = time.perf_counter()
    actions = [(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
    pid = os.posix_spawnp(argv[0], argv, os.environ, file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    if status:
        sys.exit(f"in_turn.py: {shlex.join(argv)[:200]} failed: {os.waitstatus_to_exitcode(status)}")
    return 1000 * (time.perf_counter() - begin), 1000 * (usage.ru_utime + usage.ru_stime)


def main(runs, *rest):
    commands = [(rest[i], shlex.split(rest[i + 1])) for i in range(0, len(rest), 2)]
    null = os.open(os.devnull, os.O_RDWR)
    times = {name: [] for name, _ in commands}
    for _ in range(int(runs)):
        for name, argv in commands:
            times[name].append(run(argv, null))
    for name, _ in commands:
        wall, cpu = zip(*times[name])
        print(f"{name}\t{min(wall):.2f}\t{statistics.median(wall):.2f}\t{min(cpu):.2f}")


main(*sys.argv[1:])
