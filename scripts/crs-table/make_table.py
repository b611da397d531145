"""Writes the table of EPSG systems: definitions for proj4j, and how far it is from PROJ with each.

Usage: make_table.py OUTPUT MEASURE... where MEASURE is the command that runs MeasureProj4j.
"""

import functools
import gzip
import itertools
import math
import multiprocessing
import sqlite3
import struct
import subprocess
import sys
import warnings

from pyproj import CRS, Transformer
from pyproj.database import query_crs_info
from pyproj.datadir import get_data_dir
from pyproj.enums import PJType
from pyproj.exceptions import ProjError

from helmert import number, wrapped
from shifts import GRID, WORLD, Sample, boxes, grid, last_operation, shifts
from system import Geodetic, definition, horizontal

warnings.filterwarnings("ignore")

COARSE_GRID = 3
# Metres: what GDAL is not asked for.
ACCEPTED_OVER_BASE = 0.01


def parts(crs):
    """The codes of the parts of a compound system, horizontal before vertical; empty for other systems."""
    codes = [part.to_authority() for part in crs.sub_crs_list] if crs.is_compound else []
    return "+".join(code for _, code in codes) if codes and all(codes) else ""


def describe(info, over_base=True):
    """What is known of a code, and a sample to measure it with; None where the code is of no use."""
    authority, code, name, deprecated, box = info
    try:
        whole = CRS.from_authority(authority, code)
        crs = horizontal(whole)
        text = definition(crs)
        if text is None or not (crs.is_geographic or crs.is_projected) or not on_earth(crs):
            return None
        base = base_code(crs) if over_base and (deprecated or authority == "ESRI") else None
        if base:
            text, towgs84, sample = f"{text} +base={base}", "", Sample(crs, Geodetic(crs), grid(boxes(box)[0], GRID))
        else:
            towgs84, sample = shifts(crs, Geodetic(crs), box) or ("", None)
        if sample is None or not len(sample.x):
            return None
        datum = crs.datum.name if crs.is_geographic else ""
        cells = [code, crs.name, "d" if deprecated else "", *map(number, box), parts(whole), *operation(crs, box), datum,
                 "|".join(aliases().get((authority, code), []))]
        return cells, text, towgs84, sample.listed() + of_three_dimensions(whole, crs, box)
    except ProjError as problem:
        print(f"left out: {authority}:{code} {name}: {problem}", file=sys.stderr)
        return None


def of_three_dimensions(whole, crs, box):
    """A sample of a three-dimensional system, for which PROJ may have other operations than for its horizontal part."""
    solid = not whole.is_compound and len(whole.axis_info) == 3
    return Sample(whole, Geodetic(crs), grid(boxes(box)[0], COARSE_GRID)).listed() if solid else ""


def base_code(crs):
    """The EPSG code of the geographic system below a projected one, over which it can be computed; None without one."""
    authority = crs.geodetic_crs.to_authority() if crs.is_projected else None
    return authority[1] if authority and authority[0] == "EPSG" else None


def operation(crs, box):
    """The name and the accuracy in metres of the shift of datum in the middle of an area."""
    west, south, east, north = box
    transformer = Transformer.from_crs(crs.geodetic_crs, 4326, always_xy=True)
    middle = wrapped(west + ((east - west) % 360.0000001) / 2), (south + north) / 2
    if not all(map(math.isfinite, transformer.transform(*middle))):
        return "", ""
    return last_operation(transformer)[1]


@functools.cache
def aliases():
    """Other names of the systems, by authority and code: those that ESRI writes above all."""
    database = sqlite3.connect(f"file:{get_data_dir()}/proj.db?mode=ro", uri=True)
    rows = database.execute("SELECT DISTINCT auth_name, code, alt_name FROM alias_name "
                            "WHERE table_name IN ('geodetic_crs', 'projected_crs', 'compound_crs') ORDER BY 1, 2, 3")
    found = {}
    for authority, code, name in rows:
        found.setdefault((authority, str(code)), []).append(name)
    return found


def on_earth(crs):
    return 6.3e6 < crs.geodetic_crs.ellipsoid.semi_major_metre < 6.4e6


def systems():
    """All EPSG codes, and those of ESRI, which are greater than any of EPSG."""
    kinds = [PJType.GEOGRAPHIC_2D_CRS, PJType.GEOGRAPHIC_3D_CRS, PJType.PROJECTED_CRS, PJType.COMPOUND_CRS]
    listed = [(authority, info.code, info.name, info.deprecated, tuple(info.area_of_use[:4]) if info.area_of_use else WORLD)
              for authority in ("EPSG", "ESRI") for info in query_crs_info(authority, kinds, allow_deprecated=True)
              if (int(info.code) > 32767) == (authority == "ESRI")]
    return sorted(listed, key=lambda info: int(info[1]))


def measured(described, command):
    text = "".join(f"{cells[0]}\t{definition}\t{towgs84}\t{listed}\n" for cells, definition, towgs84, listed in described)
    output = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
    return [line.split("\t") for line in output.splitlines()]


def error_cell(error):
    return "" if error in ("", "Infinity") else f"{math.ceil(float(error) * 1000) / 1000:.3f}"


def packed(codes, lines):
    """The number of lines, their codes, where each line ends, as big-endian integers of 4 bytes, then the lines in UTF-8."""
    encoded = [line.encode() for line in lines]
    ends = itertools.accumulate(map(len, encoded))
    return struct.pack(f">{1 + 2 * len(codes)}i", len(codes), *codes, *ends) + b"".join(encoded)


def is_over_base(described):
    return " +base=" in described[1]


def with_errors(described, command):
    """What is known of each code with the measured error."""
    found = []
    for one, (code, error, reason) in zip(described, measured(described, command)):
        assert one[0][0] == code
        if reason or error == "Infinity":
            print(f"not for proj4j: {code} {one[0][1]}: {reason or 'outside the domain'}", file=sys.stderr)
        found.append((one, error_cell(error)))
    return found


def error_of(measurement):
    return float(measurement[1] or "inf")


def line(measurement):
    (cells, text, towgs84, _), error = measurement
    return "\t".join([*cells[:7], error, text, towgs84, *cells[7:]])


def write(output, measurements):
    found = sorted(measurements, key=lambda one: int(one[0][0][0]))
    with open(output, "wb") as file, gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=0, compresslevel=9) as gz:
        gz.write(packed([int(one[0][0]) for one, _ in found], map(line, found)))
    print(f"{len(found)} systems", file=sys.stderr)


def main():
    """Measures systems over a base when the table has the base; one that fails gets shifts of its own where they do better."""
    output, command = sys.argv[1], sys.argv[2:]
    with multiprocessing.Pool() as pool:
        infos = systems()
        described = [d for d in pool.map(describe, infos, chunksize=16) if d]
        plain = with_errors([d for d in described if not is_over_base(d)], command)
        write(output, plain)
        based = with_errors([d for d in described if is_over_base(d)], command)
        failed = {one[0][0] for one, error in based if float(error or "inf") > ACCEPTED_OVER_BASE}
        again = pool.map(functools.partial(describe, over_base=False), [i for i in infos if i[1] in failed], chunksize=4)
    better = {m[0][0][0]: m for m in with_errors([d for d in again if d], command)}
    best = [min(m, better.get(m[0][0][0], m), key=error_of) for m in based]
    write(output, plain + best)


if __name__ == "__main__":
    main()
