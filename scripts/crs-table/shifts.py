"""The datum shifts of a system: PROJ has several operations and chooses one by the place."""

import math
from collections import Counter

import numpy
from pyproj import Transformer
from pyproj.exceptions import ProjError
from pyproj.transformer import TransformerGroup

from helmert import number, towgs84, wrapped

GRID = 9
REGION_GRID = 4
WORLD = (-180.0, -90.0, 180.0, 90.0)


def boxes(area):
    """The parts of an area that do not cross the antimeridian."""
    west, south, east, north = area
    return [area] if west <= east else [(west, south, 180.0, north), (-180.0, south, east, north)]


def grid(area, count):
    """A grid of longitudes and latitudes that reaches almost to the edge of an area."""
    west, south, east, north = area
    t = numpy.linspace(0.002, 0.998, count)
    lon, lat = numpy.meshgrid(west + t * ((east - west) % 360.0000001), south + t * (north - south))
    return wrapped(lon.ravel()), lat.ravel()


def common(a, b):
    west, south, east, north = max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])
    return (west, south, east, north) if west < east and south < north else None


def around(area):
    """Positions up to one size of an area away from it."""
    west, south, east, north = area
    width, height = (east - west) % 360.0000001, north - south
    lon, lat = grid((west - width, max(-89, south - height), east + width, min(89, north + height)), 8)
    outside = (wrapped(lon - west) % 360 > width) | (lat < south) | (lat > north)
    return lon[outside], lat[outside]


class Sample:
    """Positions in a system and in WGS 84 as PROJ relates them, with the operation that PROJ used for each."""

    def __init__(self, crs, geodetic, positions):
        x, y = finite(*map(numpy.asarray, geodetic.to_xy(*positions)))
        transformer = Transformer.from_crs(crs, 4326, always_xy=True)
        rows = []
        for px, py in zip(x.tolist(), y.tolist()):
            lon, lat = transformer.transform(px, py)
            if math.isfinite(lon) and math.isfinite(lat):
                rows.append((px, py, lon, lat, last_operation(transformer)[0]))
        self.x, self.y, self.lon, self.lat = (numpy.array([row[i] for row in rows]) for i in range(4))
        self.operation = numpy.array([row[4] for row in rows], dtype=object)

    def listed(self):
        columns = (c.tolist() for c in (self.x, self.y, self.lon, self.lat))
        return "".join(f"{x!r},{y!r},{lon!r},{lat!r};" for x, y, lon, lat in zip(*columns))

    def of(self, operation):
        chosen = self.operation == operation
        return self.x[chosen], self.y[chosen], self.lon[chosen], self.lat[chosen]


def last_operation(transformer):
    try:
        operation = transformer.get_last_used_operation()
        accuracy = "" if operation.accuracy < 0 else number(operation.accuracy)
        return operation.definition, (title(operation.description), accuracy)
    except ProjError:  # there is none where nothing has to be done
        return "", ("", "0")


def title(description):
    """The name of an operation without the steps that are no shift."""
    return " + ".join(step for step in description.split(" + ") if step != "axis order change (2D)")


def finite(*columns):
    good = numpy.all([numpy.isfinite(c) for c in columns], axis=0)
    return [c[good] for c in columns]


def shift(crs, geodetic, sample):
    e = crs.ellipsoid
    flattening = 1 / e.inverse_flattening if e.inverse_flattening else 0.0
    x, y, lon, lat = sample
    return towgs84(*geodetic.to_degrees(x, y), lon, lat, e.semi_major_metre, flattening * (2 - flattening))


def bounds(geodetic, box):
    """The smallest rectangle in the system's coordinates around an area, as PROJ finds it."""
    west, south, east, north = box
    t = numpy.linspace(0, 1, 21)
    lon = numpy.concatenate([west + t * (east - west)] * 2 + [numpy.full(21, west), numpy.full(21, east)])
    lat = numpy.concatenate([numpy.full(21, south), numpy.full(21, north)] + [south + t * (north - south)] * 2)
    x, y = finite(*map(numpy.asarray, geodetic.to_xy(lon, lat)))
    return (x.min(), y.min(), x.max(), y.max()) if len(x) else None


def regions(crs, geodetic, area):
    """The areas for which PROJ has an operation each, as rectangles in the system's coordinates."""
    found = []
    for transformer in TransformerGroup(crs, 4326, always_xy=True).transformers:
        use = transformer.area_of_use
        for box in boxes(tuple(use.bounds) if use else WORLD):
            if box != WORLD:
                found.append((transformer.definition, box, bounds(geodetic, box)))
    return [r for r in found if r[2]]


def inside(rectangle, x, y):
    return (x >= rectangle[0]) & (x <= rectangle[2]) & (y >= rectangle[1]) & (y <= rectangle[3])


def preference(sample, found):
    """The regions in an order in which the first that holds a position is mostly the one that PROJ uses for it."""
    holds = [inside(rectangle, sample.x, sample.y) for _, _, rectangle in found]
    uses = [sample.operation == operation for operation, _, _ in found]
    left = [i for i in range(len(found)) if (holds[i] & uses[i]).any()]
    ordered = []
    open_positions = numpy.ones(len(sample.x), dtype=bool)
    while left:
        wrong = [int((open_positions & holds[i] & ~uses[i]).sum()) for i in left]
        first = left.pop(wrong.index(min(wrong)))
        ordered.append((found[first][0], found[first][2]))
        open_positions &= ~holds[first]
    return ordered


def overlap(rectangles):
    lows, highs = zip(*((r[:2], r[2:]) for r in rectangles))
    return (*map(max, zip(*lows)), *map(min, zip(*highs)))


def exceptions(sample, ordered):
    """Where regions overlap and PROJ does not use the first of them: the overlaps, the smallest first."""
    holds = numpy.array([inside(rectangle, sample.x, sample.y) for _, rectangle in ordered])
    found = {}
    for position in range(len(sample.x)):
        holders = tuple(numpy.flatnonzero(holds[:, position]))
        if len(holders) > 1:
            found.setdefault(holders, Counter())[sample.operation[position]] += 1
    used = {holders: operations.most_common(1)[0][0] for holders, operations in found.items()}
    wrong = [holders for holders, operation in used.items() if operation != ordered[holders[0]][0]]
    mended = [h for h in used if any(set(w) <= set(h) for w in wrong)]
    return [(used[h], overlap([ordered[i][1] for i in h])) for h in sorted(mended, key=len, reverse=True)]


def shifts(crs, geodetic, area):
    """The datum shifts of a system with the rectangles where they hold, the last one without a rectangle, and a sample."""
    found = regions(crs, geodetic, area)
    parts = [grid(area, GRID)]
    for _, box, _ in found:
        parts += [grid(c, REGION_GRID) for b in boxes(area) if (c := common(b, box))]
    used = Sample(crs, geodetic, numpy.concatenate(parts, axis=1))
    if len(used.x) == 0:
        return None
    fitted = {operation: shift(crs, geodetic, used.of(operation)) for operation in dict.fromkeys(used.operation)}
    if len(fitted) == 1:
        return next(iter(fitted.values())), used
    ordered = preference(used, [r for r in found if r[0] in fitted])
    ordered = exceptions(used, ordered) + ordered if ordered else []
    held = numpy.any([inside(rectangle, used.x, used.y) for _, rectangle in ordered] or [used.x != used.x], axis=0)
    elsewhere = Counter(used.operation[~held])
    if not elsewhere:
        outside = Sample(crs, geodetic, around(area))
        elsewhere = Counter(outside.operation)
        fitted.update((o, shift(crs, geodetic, outside.of(o))) for o in elsewhere if o not in fitted)
    last = fitted[elsewhere.most_common(1)[0][0]] if elsewhere else next(iter(fitted.values()))
    return ";".join([*(entry(crs, rectangle, fitted[o]) for o, rectangle in ordered), last]), used


def entry(crs, rectangle, parameters):
    return ",".join(number(round(v, 7 if crs.is_geographic else 2)) for v in rectangle) + ":" + parameters
