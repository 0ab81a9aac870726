"""relatorio: relatorio_peer.py [-n N] TEMPLATE.odt DATA.json OUTPUT.odt

The template is read and compiled once.
"""
import argparse
import json
import pathlib
import time

from relatorio.templates.opendocument import Template

parser = argparse.ArgumentParser()
parser.add_argument("-n", type=int, default=1)
parser.add_argument("paths", nargs=3)
asked = parser.parse_args()
template, data, output = asked.paths
values = json.loads(pathlib.Path(data).read_text(encoding="utf-8"))

wall, cpu = time.perf_counter(), time.process_time()
compiled = Template(source="", filepath=template)
for _ in range(asked.n):
    pathlib.Path(output).write_bytes(compiled.generate(**values).render().getvalue())
print(f"cpu {time.process_time() - cpu:.6f}")
print(f"{time.perf_counter() - wall:.6f}")
