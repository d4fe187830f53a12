#!/usr/bin/env python3
"""plot.py FILE.svg: reads lines NAME TAB SENTENCES TAB MILLISECONDS, prints them as a table, and draws them, both axes
logarithmic, a line a name, in FILE.svg."""
import html, math, sys

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 460, 70, 190, 40, 50
COLORS = ["#0b6", "#06c", "#c40", "#939", "#a70", "#555", "#c06"]


def read(lines):
    curves = {}
    for line in lines:
        name, size, ms = line.rstrip("\n").split("\t")
        curves.setdefault(name, []).append((int(size), max(float(ms), 0.01)))
    return {name: sorted(points) for name, points in curves.items()}


def table(curves, sizes):
    print(f"{'CPU ms of a text, sentences':28}" + "".join(f"{size:>10}" for size in sizes))
    for name, points in curves.items():
        ms = dict(points)
        print(f"{name:28}" + "".join(f"{ms[s]:10.2f}" if s in ms else f"{'-':>10}" for s in sizes))


def scale(values, low, high):
    """A function from a value to a coordinate, and the powers of ten between."""
    first, last = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    place = lambda v: low + (high - low) * (math.log10(v) - first) / max(1, last - first)
    return place, [10.0 ** e for e in range(first, last + 1)]


def label(value):
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"


def draw(curves):
    x, columns = scale([s for points in curves.values() for s, _ in points], LEFT, WIDTH - RIGHT)
    y, rows = scale([ms for points in curves.values() for _, ms in points], HEIGHT - BOTTOM, TOP)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
           f'<text x="{LEFT}" y="20" font-size="14">CPU time of a summary, by sentences of the text</text>']
    for value in columns:
        out.append(f'<path d="M{x(value):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>'
                   f'<text x="{x(value):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{label(value)}</text>')
    for value in rows:
        out.append(f'<path d="M{LEFT} {y(value):.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
                   f'<text x="{LEFT - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{label(value)} ms</text>')
    ends = sorted((y(points[-1][1]), name) for name, points in curves.items())
    at = {}
    for place, name in ends:  # names stand at the end of their lines, none over another
        at[name] = max([place] + [other + 15 for other in at.values()])
    for i, (name, points) in enumerate(curves.items()):
        color = COLORS[i % len(COLORS)]
        line = " ".join(f"{x(s):.1f},{y(ms):.1f}" for s, ms in points)
        out.append(f'<polyline points="{line}" fill="none" stroke="{color}" stroke-width="2"/>'
                   f'<text x="{WIDTH - RIGHT + 8}" y="{at[name] + 4:.1f}" fill="{color}">{html.escape(name)}</text>')
    return "\n".join(out + ["</svg>\n"])


curves = read(sys.stdin)
table(curves, sorted({s for points in curves.values() for s, _ in points}))
with open(sys.argv[1], "w", encoding="utf-8") as file:
    file.write(draw(curves))
print(f"\nwritten: {sys.argv[1]}")
