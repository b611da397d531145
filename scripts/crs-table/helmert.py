"""Fits the parameters of +towgs84 to positions before and after a datum shift."""

import math

import numpy

DAMPING = 0.003
EXACT_FIT, GOOD_FIT = 0.01, 0.5
# Beyond this many arc seconds the linear formula has no exact inverse.
LARGEST_ROTATION = 60
METRES_PER_DEGREE = 111320.0
WGS84_A, WGS84_E2 = 6378137.0, 0.0066943799901413165
ARC_SECOND = math.pi / 180 / 3600


def wrapped(degrees):
    return (degrees + 180) % 360 - 180


def to_geocentric(lon, lat, a, e2):
    lon, lat = numpy.radians(lon), numpy.radians(lat)
    n = a / numpy.sqrt(1 - e2 * numpy.sin(lat) ** 2)
    return numpy.array([n * numpy.cos(lat) * numpy.cos(lon), n * numpy.cos(lat) * numpy.sin(lon),
                        n * (1 - e2) * numpy.sin(lat)])


def to_degrees(xyz):
    x, y, z = xyz
    p = numpy.hypot(x, y)
    lat = numpy.arctan2(z, p * (1 - WGS84_E2))
    for _ in range(6):
        n = WGS84_A / numpy.sqrt(1 - WGS84_E2 * numpy.sin(lat) ** 2)
        lat = numpy.arctan2(z + WGS84_E2 * n * numpy.sin(lat), p)
    return numpy.degrees(numpy.arctan2(y, x)), numpy.degrees(lat)


def shifted(xyz, h):
    rx, ry, rz = h[3:6] * ARC_SECOND
    x, y, z = xyz
    scale = 1 + h[6] * 1e-6
    return numpy.array([scale * (x - rz * y + ry * z) + h[0], scale * (rz * x + y - rx * z) + h[1],
                        scale * (-ry * x + rx * y + z) + h[2]])


def offsets(xyz, lon, lat, h):
    """East and north distances in metres that remain after the shift."""
    lon2, lat2 = to_degrees(shifted(xyz, h))
    east = wrapped(lon - lon2) * METRES_PER_DEGREE * numpy.cos(numpy.radians(lat))
    return numpy.concatenate([east, (lat - lat2) * METRES_PER_DEGREE])


def fit(xyz, lon, lat, parameters, damping=0.0):
    """Gauss-Newton with weights that grow with the remaining distance, so that the largest distance becomes small.

    Damping prefers small parameters, which do less harm outside the sample.
    """
    h = numpy.zeros(7)
    best, best_error = h, math.inf
    weights = numpy.ones(2 * len(lon))
    step = numpy.array([1, 1, 1, 0.03, 0.03, 0.03, 0.15])
    for iteration in range(40):
        rest = offsets(xyz, lon, lat, h)
        error = float(numpy.max(numpy.hypot(*rest.reshape(2, -1))))
        if error < best_error * 0.999:
            best, best_error = h, error
        elif iteration > 25:
            break
        if iteration >= 5:
            size = numpy.tile(numpy.hypot(*rest.reshape(2, -1)), 2)
            weights = weights * (0.02 + size / max(error, 1e-9))
            weights = weights / weights.max()
        jacobian = numpy.empty((len(rest), parameters))
        for i in range(parameters):
            moved = h.copy()
            moved[i] += step[i]
            jacobian[:, i] = rest - offsets(xyz, lon, lat, moved)
        root = numpy.sqrt(weights)
        rows = numpy.vstack([jacobian * root[:, None], damping * numpy.eye(parameters)])
        target = numpy.concatenate([rest * root, -damping * (h / step)[:parameters]])
        delta = numpy.linalg.lstsq(rows, target, rcond=1e-7)[0]
        h = h.copy()
        h[:parameters] += delta * step[:parameters]
        if error < 1e-5:
            break
    return best, best_error


def towgs84(own_lon, own_lat, lon, lat, a, e2):
    """The parameters that lead from one datum to WGS 84, empty where positions stay."""
    apart = numpy.hypot(wrapped(lon - own_lon) * numpy.cos(numpy.radians(lat)), lat - own_lat)
    if float(apart.max()) * METRES_PER_DEGREE < 0.001:
        return ""
    xyz = to_geocentric(own_lon, own_lat, a, e2)
    h, error = fit(xyz, lon, lat, 3)
    if error > EXACT_FIT and len(lon) > 4:
        seven, seven_error = fit(xyz, lon, lat, 7)
        damped, damped_error = fit(xyz, lon, lat, 7, DAMPING)
        if (seven_error > EXACT_FIT or abs(seven[3:6]).max() > LARGEST_ROTATION) and damped_error < max(GOOD_FIT, seven_error * 1.5):
            seven, seven_error = damped, damped_error
        if seven_error < error * 0.9:
            h = seven
    kept = h if h[3:].any() else h[:3]
    return ",".join(number(round(v, 4 if i < 3 else 7)) for i, v in enumerate(kept))


def number(value):
    return repr(float(value)).removesuffix(".0")
