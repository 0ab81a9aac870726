#!/usr/bin/env python3
"""A design has the same tags in the same order in each of its formats, as it is exported.

    designs.py PROTOKOLL

What differs is said here and nowhere else: a page for the web has no pages, so no page numbers and
no variants of a table or heading for them; a list needs no break between its items; the title, the
accent colour and links within the page are of HTML alone. Section breaks and the words around tags are
compared by web_page.py and run_golden on whole documents."""
import io
import os
import re
import subprocess
import sys
import tempfile
import zipfile

PARTS = {
    'odt': [('styles.xml', r'(?s)<style:header>.*?</style:header>'), ('content.xml', r'(?s)<office:text>.*'),
            ('styles.xml', r'(?s)<style:footer>.*?</style:footer>')],
    'docx': [('word/header1.xml', r'(?s).*'), ('word/document.xml', r'(?s)<w:body>.*'),
             ('word/footer1.xml', r'(?s).*')],
    'html': [('index.html', r'(?s)<body.*')],
}
TAG = re.compile(r'\{\{\{?([#^/]?)([^{}]+)\}\}\}?')


def exported(program, design, form, folder):
    """The parts of a design: what somebody gets who begins from it."""
    path = os.path.join(folder, '%s.%s' % (design, form))
    subprocess.run([program, 'template', 'export', design, path], check=True, stdout=subprocess.DEVNULL)
    with open(path, 'rb') as f:
        data = f.read()
    if form == 'html':
        return {'index.html': data.decode('utf-8')}
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        return {name: z.read(name).decode('utf-8') for name, _ in PARTS[form]}


def tags(parts, form):
    found = []
    for name, pattern in PARTS[form]:
        text = re.search(pattern, parts[name]).group()
        text = re.sub(r'<[^>]*\{\{ankare\}\}[^>]*>', '', text)
        text = re.sub(r'<w:t[^>]*>|</w:t>', '', text) if form == 'docx' else text
        found += [m.group(1) + m.group(2) for m in TAG.finditer(text)]
    return found


def without(found, opening):
    """Leaves out a section with all that it holds."""
    out, inside, name = [], 0, opening[1:]
    for tag in found:
        if tag == opening or (inside and tag[1:] == name and tag[0] in '#^'):
            inside += 1
        if not inside:
            out.append(tag)
        if inside and tag == '/' + name:
            inside -= 1
    return out


def as_html(found):
    """What is left of a document's tags when there are no pages."""
    for opening in ('#föredragningslista.sida', '#ny_sida', '#anslag_ny_sida', '^sidor_löper'):
        found = without(found, opening)
    return [t for t in found if t.lstrip('#^/') not in
            ('föredragningslista.sida', 'ny_sida', 'anslag_ny_sida', 'sidor', 'ankare', 'sidor_löper')]


def without_breaks(found):
    """{{^sista?}} with nothing but a break in it."""
    out = []
    for tag in found:
        if tag == '/sista?' and out and out[-1] == '^sista?':
            out.pop()
        else:
            out.append(tag)
    return out


def compare(design, what, a, b):
    for i, (x, y) in enumerate(zip(a + ['(end)'], b + ['(end)'])):
        if x != y:
            print('%s, %s: after %s comes %s in the first and %s in the second' %
                  (design, what, ' '.join(a[max(0, i - 5):i]), x, y))
            return False
    return True


def main():
    program, good = os.path.abspath(sys.argv[1]), True
    listed = subprocess.run([program, 'template', 'list'], check=True, stdout=subprocess.PIPE).stdout
    designs = [line.split() for line in listed.decode('utf-8').splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        for design, *forms in designs:
            if sorted(forms) != sorted(PARTS):
                print('%s has only the formats %s' % (design, ', '.join(forms)))
                return 1
            found = {form: tags(exported(program, design, form, folder), form) for form in PARTS}
            if any(tag.startswith('>') for form in PARTS for tag in found[form]):
                print('%s, exported, takes in what lies elsewhere' % design)
                good = False
            good &= compare(design, 'ODT and DOCX', found['odt'], found['docx'])
            good &= compare(design, 'ODT and HTML', without_breaks(as_html(found['odt'])),
                            without_breaks(as_html(found['html'])))
    print('%d designs' % len(designs))
    return 0 if good and len(designs) >= 3 else 1


sys.exit(main())
