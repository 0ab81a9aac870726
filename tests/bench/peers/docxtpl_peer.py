"""python-docx-template: docxtpl_peer.py [-n N] TEMPLATE.docx DATA.json OUTPUT.docx

The engine changes its template while it fills it, so it reads it anew for each document.
"""
import argparse
import json
import pathlib
import time

import docxtpl

parser = argparse.ArgumentParser()
parser.add_argument("-n", type=int, default=1)
parser.add_argument("paths", nargs=3)
asked = parser.parse_args()
template, data, output = asked.paths
values = json.loads(pathlib.Path(data).read_text(encoding="utf-8"))

wall, cpu = time.perf_counter(), time.process_time()
for _ in range(asked.n):
    document = docxtpl.DocxTemplate(template)
    document.render(values, autoescape=True)
    document.save(output)
print(f"cpu {time.process_time() - cpu:.6f}")
print(f"{time.perf_counter() - wall:.6f}")
