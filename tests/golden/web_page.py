#!/usr/bin/env python3
"""The page of a meeting says the same words, in the same order, as its ODT and DOCX.

    web_page.py PROTOKOLL [MEETING.yaml EXPECTED.txt]...

The expected text is the one that run_golden compares. A page has no page numbers: the column of
them, and "Sida 1 (1)", are left out. Marks of lists and tables are no words. The page must also be
sound: elements closed, ids there once, links within it with a place to go to, one h1, no level
skipped, and nothing fetched from elsewhere."""
import os
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

VOID = {'br', 'img', 'meta', 'hr', 'link', 'input'}
SILENT = {'style', 'title', 'script'}
INLINE = {'a', 'span', 'strong', 'em', 'del', 'code'}


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.words, self.ids, self.links, self.levels, self.wrong = [], '', set(), [], [], []

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if len(a) < len(attrs):
            self.wrong.append('an attribute twice on <%s>' % tag)
        if 'id' in a:
            if a['id'] in self.ids:
                self.wrong.append('id %s twice' % a['id'])
            self.ids.add(a['id'])
        for name in ('src', 'href'):
            if a.get(name, '').startswith('#'):
                self.links.append(a[name][1:])
            elif name in a and not (name == 'src' and a[name].startswith('data:image/')) and \
                    not (tag == 'a' and re.match('https?://|mailto:', a[name])):
                self.wrong.append('%s=%s' % (name, a[name][:60]))
        if re.fullmatch('h[1-6]', tag):
            self.levels.append(int(tag[1]))
        if tag == 'img':
            self.words += '[bild: %s]' % a['alt']
        if tag == 'th' and a.get('scope') not in ('col', 'row', 'rowgroup'):
            self.wrong.append('th without scope')
        if tag not in INLINE:
            self.words += ' '
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append('</%s> in the wrong place' % tag)
        if tag not in INLINE:
            self.words += ' '

    def handle_data(self, data):
        if not SILENT & set(self.open):
            self.words += data

    def problems(self):
        yield from self.wrong
        if self.open:
            yield 'not closed: %s' % self.open
        if self.levels.count(1) != 1 or self.levels[0] != 1:
            yield 'not one h1, first'
        if any(b > a + 1 for a, b in zip(self.levels, self.levels[1:])):
            yield 'a level of headings is skipped'
        for link in self.links:
            if link not in self.ids:
                yield 'a link to #%s' % link


def without_pages(lines):
    """The first table's last column, if it holds page numbers."""
    first = next((i for i, l in enumerate(lines) if l.startswith('|=')), None)
    if first is None:
        return lines
    end = first + 1
    while end < len(lines) and lines[end].startswith('| '):
        end += 1
    if all(re.fullmatch(r'\d+(\s*[-–]\s*\d+)?', l.split(' | ')[-1]) for l in lines[first + 1:end]):
        lines[first:end] = [l.rsplit(' | ', 1)[0] for l in lines[first:end]]
    return lines


def expected_words(path):
    with open(path, encoding='utf-8') as f:
        lines = without_pages(f.read().split('\n'))
    words = []
    for line in lines:
        line = re.sub(r'^\[(sidhuvud|text|sidfot)\]$', '', line)
        line = re.sub(r'^(#+|=|>|\|=|\|) |^ *(-|\w+[.)]) ', '', line)
        line = re.sub(r'Sida 1( \(1\))?|\[vattenmärke: UTKAST\]|\[ \]', '', line)
        words += line.replace(' | ', ' ').split()
    return words


def check(program, meeting, text, folder):
    subprocess.run([program, 'build', '-q', '--today', '2026-01-01', '-f', 'html', '-d', folder, meeting],
                   check=True, stdout=subprocess.DEVNULL)
    name = os.path.splitext(os.path.basename(meeting))[0]
    page = Page()
    with open(os.path.join(folder, name + '.html'), encoding='utf-8') as f:
        source = f.read()
    page.feed(source)
    page.close()
    problems = list(page.problems())
    if not source.startswith('<!DOCTYPE html>\n<html lang="sv-SE">') or '<meta charset="utf-8">' not in source:
        problems.append('type, language or charset')
    found, expected = page.words.split(), expected_words(text)
    i = next((i for i, (a, b) in enumerate(zip(found, expected)) if a != b), min(len(found), len(expected)))
    if found != expected:
        problems.append('\n  expected: %s\n  found:    %s' % (' '.join(expected[max(0, i - 6):i + 8]),
                                                            ' '.join(found[max(0, i - 6):i + 8])))
    for problem in problems:
        print('%s: %s' % (name, problem))
    return not problems


def main():
    program, pairs = os.path.abspath(sys.argv[1]), sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        good = [check(program, *pair, folder) for pair in zip(pairs[::2], pairs[1::2])]
    print('%d of %d pages say what the other formats say' % (sum(good), len(good)))
    return 0 if good and all(good) else 1


sys.exit(main())
