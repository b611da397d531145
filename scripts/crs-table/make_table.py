"""Writes the table of EPSG systems: definitions for proj4j, and how far it is from PROJ with each.

Usage: make_table.py OUTPUT MEASURE... where MEASURE is the command that runs MeasureProj4j.
"""

import gzip
import itertools
import math
import multiprocessing
import sqlite3
import struct
import subprocess
import sys
import warnings

import numpy
from pyproj import CRS, Transformer
from pyproj.database import query_crs_info
from pyproj.datadir import get_data_dir
from pyproj.enums import PJType
from pyproj.exceptions import ProjError

from helmert import METRES_PER_DEGREE, number, wrapped
from shifts import WORLD, shifts
from system import Geodetic, definition, horizontal

warnings.filterwarnings("ignore")

LARGEST_CORRECTION = 1000.0


def replacements():
    """The codes that EPSG gives instead of withdrawn ones, where there is just one."""
    database = sqlite3.connect(f"file:{get_data_dir()}/proj.db?mode=ro", uri=True)
    rows = database.execute("SELECT deprecated_code, replacement_code FROM deprecation WHERE deprecated_auth_name = 'EPSG' "
                            "AND replacement_auth_name = 'EPSG' AND table_name IN ('geodetic_crs', 'projected_crs')")
    found = {}
    for code, replacement in rows:
        found.setdefault(str(code), set()).add(str(replacement))
    return {code: next(iter(other)) for code, other in found.items() if len(other) == 1}


def distance(crs, sample):
    """How far a system is from the one that a sample was made with, in metres."""
    lon, lat = Transformer.from_crs(crs, 4326, always_xy=True).transform(sample.x, sample.y)
    apart = numpy.hypot(wrapped(lon - sample.lon) * numpy.cos(numpy.radians(sample.lat)), lat - sample.lat)
    return float(numpy.nan_to_num(apart, nan=math.inf, posinf=180).max()) * METRES_PER_DEGREE


def describe(info):
    """What is known of a code, and a sample to measure it with; None where the code is of no use."""
    code, name, deprecated, box, replacement = info
    try:
        crs = horizontal(CRS.from_epsg(code))
        text = definition(crs)
        if text is None or not (crs.is_geographic or crs.is_projected):
            return None
        result = shifts(crs, Geodetic(crs), box)
        least_error = 0.0
        if result and replacement:
            instead = CRS.from_epsg(replacement)
            apart = distance(instead, result[1])
            if apart > LARGEST_CORRECTION:
                least_error = apart
            else:
                crs, text, result = instead, definition(instead), shifts(instead, Geodetic(instead), box)
        if result is None:
            return None
        towgs84, sample = result
        return [code, crs.name, "d" if deprecated else "", *map(number, box)], text, towgs84, sample.listed(), least_error
    except ProjError as problem:
        print(f"left out: EPSG:{code} {name}: {problem}", file=sys.stderr)
        return None


def systems():
    kinds = [PJType.GEOGRAPHIC_2D_CRS, PJType.GEOGRAPHIC_3D_CRS, PJType.PROJECTED_CRS, PJType.COMPOUND_CRS]
    instead = replacements()
    listed = [(info.code, info.name, info.deprecated, tuple(info.area_of_use[:4]) if info.area_of_use else WORLD,
               instead.get(info.code))
              for info in query_crs_info("EPSG", kinds, allow_deprecated=True)]
    return sorted(listed, key=lambda info: int(info[0]))


def measured(described, command):
    text = "".join(f"{cells[0]}\t{definition}\t{towgs84}\t{listed}\n" for cells, definition, towgs84, listed, _ in described)
    output = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
    return [line.split("\t") for line in output.splitlines()]


def error_cell(error, least_error):
    return "" if error in ("", "Infinity") else f"{math.ceil(max(float(error), least_error) * 1000) / 1000:.3f}"


def packed(codes, lines):
    """The number of lines, their codes, where each line ends, as big-endian integers of 4 bytes, then the lines in UTF-8."""
    encoded = [line.encode() for line in lines]
    ends = itertools.accumulate(map(len, encoded))
    return struct.pack(f">{1 + 2 * len(codes)}i", len(codes), *codes, *ends) + b"".join(encoded)


def main():
    output, command = sys.argv[1], sys.argv[2:]
    with multiprocessing.Pool() as pool:
        described = [d for d in pool.map(describe, systems(), chunksize=16) if d]
    lines = []
    for (cells, text, towgs84, _, least_error), (code, error, reason) in zip(described, measured(described, command)):
        assert cells[0] == code
        if reason or error == "Infinity":
            print(f"not for proj4j: EPSG:{code} {cells[1]}: {reason or 'outside the domain'}", file=sys.stderr)
        lines.append("\t".join([*cells, error_cell(error, least_error), text, towgs84]))
    with open(output, "wb") as file, gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=0, compresslevel=9) as gz:
        gz.write(packed([int(cells[0]) for cells, *_ in described], lines))
    print(f"{len(lines)} systems", file=sys.stderr)


if __name__ == "__main__":
    main()
