"""Tells as JSON how long GDAL takes for the statistics of a raster: gdal_statistics.py FILE RUNS."""

import json
import sys
import time

from osgeo import gdal


def exact(band):
    band.ComputeStatistics(False)


def approximate(band):
    """What GDAL calls approximate: from the smallest overview of at least 2500 pixels."""
    band.ComputeStatistics(True)


def overview(band):
    """All pixels of the smallest overview of at least 1024 pixels, and their histogram: what stac-generator reads."""
    choice = [each for each in map(band.GetOverview, range(band.GetOverviewCount())) if each.XSize >= 1024][-1]
    low, high = choice.ComputeStatistics(False)[:2]
    choice.GetHistogram(low, high, 10, approx_ok=0)


def decimated(band):
    """1024 pixels by side, without statistics of them: what rio-stac reads."""
    band.ReadRaster(buf_xsize=1024, buf_ysize=1024)


def median(function, path, runs):
    times = []
    for _ in range(runs):
        cpu, start = time.process_time(), time.monotonic()
        dataset = gdal.Open(path)  # kept: a band does not outlive its dataset
        function(dataset.GetRasterBand(1))
        times.append((time.monotonic() - start, time.process_time() - cpu))
    return dict(zip(["seconds", "cpu_seconds"], sorted(times)[len(times) // 2]))


def main():
    gdal.UseExceptions()
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")
    path, runs = sys.argv[1], int(sys.argv[2])
    result = {function.__name__: median(function, path, runs) for function in (exact, approximate, overview, decimated)}
    print(json.dumps({**result, "version": gdal.__version__}))


main()
