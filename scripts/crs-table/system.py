"""Systems as PROJ describes them: their PROJ strings, and positions on their own datum."""

import math

import numpy
from pyproj import CRS, Transformer

from helmert import number, wrapped

KEPT_ELLIPSOIDS = {(6378137.0, 298.257223563): "+ellps=WGS84", (6378137.0, 298.257222101): "+ellps=GRS80"}
DROPPED = ("type", "no_defs", "wktext", "datum", "ellps", "a", "b", "rf", "R", "towgs84", "nadgrids", "units", "to_meter",
           "pm", "f", "vunits", "vto_meter", "geoidgrids", "geoid_crs")


def horizontal(crs):
    """The two-dimensional system within a compound or three-dimensional one."""
    if crs.is_compound:
        crs = crs.sub_crs_list[0]
    if crs.is_bound:
        crs = crs.source_crs
    return flat(crs) if len(crs.axis_info) == 3 else crs


def flat(crs):
    members = crs.to_json_dict()
    members.pop("id", None)
    for part in (members, members.get("base_crs", {})):
        if "coordinate_system" in part:
            part["coordinate_system"]["axis"] = part["coordinate_system"]["axis"][:2]
    return CRS.from_json_dict(members)


def ellipsoid(crs):
    e = crs.ellipsoid
    kept = KEPT_ELLIPSOIDS.get((e.semi_major_metre, e.inverse_flattening))
    if kept:
        return kept
    b = e.semi_minor_metre if not e.inverse_flattening else e.semi_major_metre * (1 - 1 / e.inverse_flattening)
    return f"+a={number(e.semi_major_metre)} +b={number(b)}"


def definition(crs):
    """The PROJ string without its datum shift, or None where PROJ has none."""
    text = crs.to_proj4()
    if not text or "+proj=" not in text:
        return None
    tokens = [t for t in text.split() if t.lstrip("+").split("=")[0] not in DROPPED]
    if "+nadgrids=@null" in text or " +f=0 " in text:  # ESRI has some systems on the sphere of the semi-major axis
        radius = number(crs.ellipsoid.semi_major_metre)
        tokens += [f"+a={radius} +b={radius}"]
    else:
        tokens.append(ellipsoid(crs))
    meridian = crs.prime_meridian
    if meridian and meridian.longitude:
        tokens.append(f"+pm={number(math.degrees(meridian.longitude * meridian.unit_conversion_factor))}")
    unit = crs.axis_info[0].unit_conversion_factor
    if crs.is_geographic:
        degrees = math.degrees(unit)
        if abs(degrees - 1) > 1e-12:
            tokens.append(f"+to_degree={number(round(degrees, 15))}")
    elif unit != 1:
        tokens.append(f"+to_meter={number(unit)}")
    return " ".join(tokens)


class Geodetic:
    """Longitude from Greenwich and latitude on the datum of a system, in degrees, and its own coordinates."""

    def __init__(self, crs):
        base = crs.geodetic_crs
        self.there = None if crs.is_geographic else Transformer.from_crs(base, crs, always_xy=True)
        self.unit = math.degrees(base.axis_info[0].unit_conversion_factor)
        meridian = base.prime_meridian
        self.shift = math.degrees(meridian.longitude * meridian.unit_conversion_factor) if meridian else 0.0

    def to_xy(self, lon, lat):
        x, y = (wrapped(numpy.asarray(lon) - self.shift)) / self.unit, numpy.asarray(lat) / self.unit
        return self.there.transform(x, y) if self.there else (x, y)

    def to_degrees(self, x, y):
        if self.there:
            x, y = self.there.transform(x, y, direction="INVERSE")
        return numpy.asarray(x) * self.unit + self.shift, numpy.asarray(y) * self.unit
