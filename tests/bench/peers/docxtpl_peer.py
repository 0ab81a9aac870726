"""python-docx-template: the engine changes its template while it fills it, so it reads it anew for each
document."""
import docxtpl
from measured import measured


def make(template, values, output):
    document = docxtpl.DocxTemplate(template)
    document.render(values, autoescape=True)
    document.save(output)


measured(make)
