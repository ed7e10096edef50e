#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""recomputed.py SUMMARY [FOLDER] - figures recomputed from what explain lists.

With a folder it is prints, one a line, the names of figures of every kind;
explain's pages of them, on standard input, are then recomputed by hand and
compared with what the page says.  Prints what differs, and how many agree.
Shares no code with the product.
"""
import json
import re
import sys

summary = json.load(open(sys.argv[1], encoding='utf-8'))
brands = {b['name']: b for b in summary['brands']}
own = next(b['name'] for b in summary['brands'] if b['role'] == 'own')
rival = next(k['competitor'] for k in summary['comparisons'])


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else None


def share(label):
    return lambda rs, says: mean(r['label'] == label for r in rs
                                 if r['label'])


def net(rs, says):
    labels = [r['label'] for r in rs]
    return (labels.count('pos') - labels.count('neg')) / len(labels)


def stars(rs, says):
    return mean(r['stars'] for r in rs if r['stars'] is not None)


def whole(rs, says):
    return mean(int(r['stars'] + .5) for r in rs if r['stars'] is not None)


def then(rs, says):
    return mean(int((r['before'] or r['stars']) + .5) for r in rs)


def two(measure):
    def difference(rs, says):
        sides = [[r for r in rs if r['brand'] == b] for b in (own, rival)]
        return measure(sides[0], says) - measure(sides[1], says)
    return difference


def superiority(rs, says):
    a, b = ([int(r['stars'] + .5) for r in rs if r['brand'] == k]
            for k in (own, rival))
    return sum((x > y) + .5 * (x == y) for x in a for y in b) / len(a) / len(b)


def slope(rs, says):
    at = [(int(r['date'][:4]) * 12 + int(r['date'][5:7]), r['stars'])
          for r in rs]
    mx, my = mean(x for x, _ in at), mean(y for _, y in at)
    return (sum((x - mx) * (y - my) for x, y in at) /
            sum((x - mx) ** 2 for x, _ in at))


def promoters(rs, says):
    v = [int(r['rating']) for r in rs]
    return (sum(x > 8 for x in v) - sum(x < 7 for x in v)) / len(v)


def against(rs, says):
    return mean((r['label'] == 'neg' and int(r['stars'] + .5) > 3) or
                (r['label'] == 'pos' and int(r['stars'] + .5) < 3)
                for r in rs)


def aspect(name):
    def positive(rs, says):
        said = [sum(s for a, s in r['aspects'] if a == name) for r in rs
                if any(a == name for a, s in r['aspects'])]
        return mean(s > 0 for s in said)
    return positive


def number(rs, says):
    return len(rs)


figures = {}
for place in (own, own + '/sources/Shop', own + '/languages/en',
              own + '/months/2026-09', rival):
    figures[place + '/negativeShare'] = share('neg')
    figures[place + '/positiveShare'] = share('pos')
    figures[place + '/meanStars'] = stars
for star in range(1, 6):
    figures[own + '/stars/%d' % star] = lambda rs, says, star=star: sum(
        int(r['stars'] + .5) == star for r in rs)
figures.update({
    own + '/netSentiment': net,
    own + '/netSentimentRatio': net,
    own + '/sentimentIndex': share('pos'),
    own + '/netPromoterScore': promoters,
    own + '/responseRate': lambda rs, says: mean(r['replied'] for r in rs),
    own + '/shareOfVoice': lambda rs, says: mean(r['brand'] == own
                                                 for r in rs),
    own + '/starsAgainstText/share': against,
    own + '/trend/meanStarsPerMonth': slope,
    own + '/changes/edited': lambda rs, says: sum(
        r['before'] is not None for r in rs),
    own + '/changes/meanStarsUnedited': then,
    own + '/changes/watched': number,
    own + '/sinceLast/meanStarsNow': whole,
    own + '/sinceLast/edited': number,
    own + '/unanswered': lambda rs, says: min(50, len(rs)),
    own + '/words/' + brands[own]['words'][0]['word'] + '/' +
    brands[own]['words'][0]['language'] + '/reviews': number,
    'comparisons/' + rival + '/meanStars': two(stars),
    'comparisons/' + rival + '/negativeShare': two(share('neg')),
    'comparisons/' + rival + '/superiority': superiority,
})
for name in ('delivery', 'price', 'service'):
    figures[own + '/aspects/' + name + '/positiveShare'] = aspect(name)
for a in summary['alerts']:
    name = 'alerts/' + '/'.join(a[k] for k in ('brand', 'source', 'what',
                                              'first') if k in a)
    figures[name + '/count'] = number
    figures[name + '/meanStarsWithout'] = whole


def read(page):
    def line(pattern):
        found = re.search(pattern, page, re.M)
        return found.group(1) if found else None
    of = (line(r'^of       (.*)$') or '').split(', ')
    rating, best = line(r'^rating   (\S+)'), line(r'^rating   \S+ of (\S+)')
    r = {'id': line(r'^review   (\S+)'), 'brand': of[0], 'date': of[-1],
         'label': line(r'^score    -?\d+ of \S+ to \S+: (\w+)'),
         'replied': line(r'^(replied)  ') is not None, 'rating': rating,
         'stars': None, 'before': line(r'^before   ([0-9.]+) of 5'),
         'back': all(line(p) for p in (r'^from     (\S+ at \d+)$',
                                       r'^address  (\S+)$',
                                       r'^fetched  (\S+)$'))}
    if rating and line(r'^kind     (.*)$') != 'survey':
        v = float(rating)
        top = float(best) if best else 5 if v <= 5 else 10 if v <= 10 else 100
        r['stars'] = v if top == 5 else 1 + (v - 1) * 4 / (top - 1)
    r['before'] = float(r['before']) if r['before'] else None
    part = page.split('\naspects\n')[1] if '\naspects\n' in page else ''
    r['aspects'] = [(a, int(s)) for a, s in re.findall(
        r'^  (\w+) +\w+ +\w+ +([-+]\d+)', part.split('\n\n')[0], re.M)]
    return r


if len(sys.argv) > 2:
    print('\n'.join(figures))
    sys.exit()
agree = 0
for answer in sys.stdin.read().split('\n====\n\n'):
    head, *pages = answer.split('\n----\n\n')
    name = re.search(r'^figure   (.*)$', head, re.M).group(1)
    says = re.search(r'^says     (.*)$', head, re.M).group(1)
    says = json.loads(says.split(' in the list')[0])
    reviews = [read(p) for p in pages]
    value = says.get('value') if isinstance(says, dict) else says
    found = figures[name](reviews, says)
    for r in reviews:
        if not r['back']:
            print(name + ': no way back from', r['id'])
    if value is None:
        continue
    if found is None or abs(found - value) > 6e-6 * max(1, abs(value)):
        print(name + ': says', value, 'but is', found)
    else:
        agree += 1
print(agree, 'agree')
