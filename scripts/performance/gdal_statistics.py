"""Tells as JSON how long GDAL takes for the statistics of a raster: gdal_statistics.py FILE RUNS."""

import json
import sys
import time

from osgeo import gdal


def exact(path):
    gdal.Open(path).GetRasterBand(1).ComputeStatistics(False)


def approximate(path):
    """What GDAL calls approximate: from the smallest overview of at least 2500 pixels."""
    gdal.Open(path).GetRasterBand(1).ComputeStatistics(True)


def overview(path):
    """All pixels of the smallest overview of at least 1024 pixels, and their histogram: what stac-generator reads."""
    dataset = gdal.Open(path)
    band = dataset.GetRasterBand(1)
    choice = [each for each in map(band.GetOverview, range(band.GetOverviewCount())) if each.XSize >= 1024][-1]
    low, high = choice.ComputeStatistics(False)[:2]
    choice.GetHistogram(low, high, 10, approx_ok=0)


def median(function, path, runs):
    times = []
    for _ in range(runs):
        cpu, start = time.process_time(), time.monotonic()
        function(path)
        times.append((time.monotonic() - start, time.process_time() - cpu))
    return dict(zip(["seconds", "cpu_seconds"], sorted(times)[len(times) // 2]))


def main():
    gdal.UseExceptions()
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")
    path, runs = sys.argv[1], int(sys.argv[2])
    result = {function.__name__: median(function, path, runs) for function in (exact, approximate, overview)}
    print(json.dumps({**result, "version": gdal.__version__}))


main()
