"""Makes Items of requests with rio-stac, and prints as JSON what it took.

The counterpart of io.stacgenerator.benchmarks.Items: rio_items.py REQUESTS (NONE|APPROXIMATE) SECONDS
"""

import datetime
import json
import logging
import resource
import sys
import time
import warnings

import pystac
import rasterio
import rio_stac

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def make(path, statistics):
    item = rio_stac.create_stac_item(
        path, input_datetime=EPOCH, with_proj=True, with_eo=True, with_raster=statistics, geom_densify_pts=21)
    return json.dumps(item.to_dict(include_self_link=False))


class Run:
    def __init__(self, requests, statistics):
        self.requests = requests
        self.statistics = statistics
        self.failed = {}

    def one_pass(self):
        made = 0
        for request, path in self.requests:
            try:
                made += bool(make(path, self.statistics))
            except Exception as error:  # what a library throws is what it did not do
                self.failed[request] = repr(error)
        return made

    def passes(self, seconds):
        """Makes at least one pass, and others until the process has worked for so many CPU seconds."""
        cpu, start, items = time.process_time(), time.monotonic(), 0
        while True:
            items += self.one_pass()
            if time.process_time() - cpu >= seconds:
                break
        return {"items": items, "cpu_seconds": time.process_time() - cpu, "seconds": time.monotonic() - start}


def main():
    file, statistics, seconds = sys.argv[1], sys.argv[2] == "APPROXIMATE", float(sys.argv[3])
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    with open(file, encoding="utf-8") as lines:
        requests = [(line.strip(), json.loads(line)["assetPaths"][0]) for line in lines]
    run = Run(requests, statistics)
    result = {"first": run.passes(0), "failed": dict(run.failed)}
    if seconds > 0:
        run.passes(seconds)
        result["warm"] = run.passes(seconds)
    result["peak_bytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    result["versions"] = {
        "rio-stac": rio_stac.__version__, "pystac": getattr(pystac, "__version__", "unknown"),
        "rasterio": rasterio.__version__, "GDAL": rasterio.__gdal_version__}
    print(json.dumps(result))


main()
