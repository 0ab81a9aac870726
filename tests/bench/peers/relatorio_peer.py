"""relatorio: the template is read and compiled once."""
import functools
import pathlib

from measured import measured
from relatorio.templates.opendocument import Template


@functools.lru_cache
def compiled(template):
    return Template(source="", filepath=template)


def make(template, values, output):
    pathlib.Path(output).write_bytes(compiled(template).generate(**values).render().getvalue())


measured(make)
