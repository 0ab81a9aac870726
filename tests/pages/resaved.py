"""The page numbers of documents whose templates LibreOffice has saved (golden/resaved.py makes them), against
where LibreOffice puts each paragraf.

    resaved.py PROTOKOLL MEETING.yaml...
"""
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "golden"))
# pylint: disable=wrong-import-position
import page_numbers
import resaved


def measure(protokoll, soffice, folder, meetings):
    """(right, all, the design and the way) for each template."""
    made = folder / "made"
    documents = {}
    for (design, way), template in resaved.save_again(protokoll, soffice, folder).items():
        some = [m for m in meetings if resaved.fits(design, m)]
        if design != "enkel":  # It has no paragrafer.
            documents[f"{design} {way}"] = resaved.build(
                protokoll, template, some, template.suffix[1:], made, f"{design} {way}")
    page_numbers.lay_out(soffice, made, [d for some in documents.values() for d in some])
    return [(*page_numbers.judge(some), name) for name, some in documents.items()]


def main(protokoll, *meetings):
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        print("skipped: LibreOffice (soffice) is missing")
        return 77
    with tempfile.TemporaryDirectory() as name:
        measured = measure(protokoll, soffice, pathlib.Path(name), [pathlib.Path(m) for m in meetings])
    for right, total, what in measured:
        print(f"{what}: {right} of {total} right")
    right, total = sum(m[0] for m in measured), sum(m[1] for m in measured)
    return 0 if 0 < total and right >= page_numbers.LEAST * total else 1


if __name__ == "__main__":
    sys.exit(main(*(str(pathlib.Path(a).absolute()) for a in sys.argv[1:])))
