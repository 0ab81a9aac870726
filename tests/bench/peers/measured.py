"""What the peers in Python have in common: PEER [-n N] TEMPLATE DATA.json OUTPUT makes the document N times
and prints what that took."""
import argparse
import json
import pathlib
import time


def measured(make):
    """make(template, values, output) writes the document."""
    parser = argparse.ArgumentParser()
    parser.add_argument("-n", type=int, default=1)
    parser.add_argument("paths", nargs=3)
    asked = parser.parse_args()
    template, data, output = asked.paths
    values = json.loads(pathlib.Path(data).read_text(encoding="utf-8"))

    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(asked.n):
        make(template, values, output)
    print(f"cpu {time.process_time() - cpu:.6f}")
    print(f"{time.perf_counter() - wall:.6f}")
