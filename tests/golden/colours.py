#!/usr/bin/env python3
"""The kommun's colour comes wherever a design has its own, in all formats.

    colours.py PROTOKOLL WITH-PARAGRAFER.yaml WITHOUT.yaml

Each design is built with a colour: of its own none is left, and the kommun's stands as often. With a
colour that is too light, a darker one stands there, and a warning says so."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

GIVEN = {'7a1f3d': '7a1f3d', 'ffd500': '8c7500'}


def run(program, *args):
    done = subprocess.run([program, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)
    return done.stderr.decode('utf-8')


def text_of(path):
    if path.endswith('.html'):
        with open(path, encoding='utf-8') as f:
            return f.read()
    with zipfile.ZipFile(path) as z:
        return ''.join(z.read(n).decode('utf-8') for n in z.namelist() if n.endswith('.xml')).lower()


def accent_of(text, form):
    if form == 'html':
        return re.findall(r'--accent: #(\w{6})', text)[-1]
    style = re.search(r'(?s)<(w|style):style [^>]*(accentfarg|accentfärg)".*?</\1:style>', text).group()
    return re.search(r'color(?: w:val)?="#?(\w{6})"', style).group(1)


def check(program, design, form, meeting, folder):
    plain, made = (os.path.join(folder, '%s-%s.%s' % (design, n, form)) for n in ('mall', 'ut'))
    run(program, 'template', 'export', '--force', design, plain)
    own = accent_of(text_of(plain), form)
    uses = text_of(plain).count(own)
    for given, used in GIVEN.items():
        with open(os.path.join(folder, 'protokoll.yaml'), 'w', encoding='utf-8') as f:
            f.write('utseende: {accentfärg: "#%s"}\n' % given)
        said = run(program, 'build', '--today', '2026-01-01', '--force', '-t', design, '-o', made, meeting)
        text = text_of(made)
        if accent_of(text, form) != used or (form != 'html' and (text.count(own) or text.count(used) < uses)):
            yield '%s, %s: #%s stands %d times, #%s %d times (the design has its own %d times)' % (
                design, form, used, text.count(used), own, text.count(own), uses)
        if ('P316' in said) != (given != used):
            yield '%s, %s: #%s: %s' % (design, form, given, said)


def main():
    program, paragraphs, free = (os.path.abspath(a) for a in sys.argv[1:4])
    faults, n = [], 0
    with tempfile.TemporaryDirectory() as folder:
        listed = subprocess.run([program, 'template', 'list'], check=True, stdout=subprocess.PIPE).stdout
        for design, *forms in (line.split() for line in listed.decode('utf-8').splitlines()):
            meeting = os.path.join(folder, 'möte.yaml')
            shutil.copy(free if design == 'enkel' else paragraphs, meeting)
            for form in forms:
                faults += check(program, design, form, meeting, folder)
                n += 1
    print('\n'.join(faults) if faults else '%d templates have the colour' % n)
    return 1 if faults or n < 9 else 0


sys.exit(main())
