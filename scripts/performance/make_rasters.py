"""Makes the rasters that are measured, with GDAL: make_rasters.py FOLDER. What is there already stays."""

import os
import sys

import numpy
from osgeo import gdal, osr

SIZE = 10980
SPARSE_SIZE = 100_000
CODECS = {
    "deflate": ["COMPRESS=DEFLATE", "PREDICTOR=2"],
    "lzw": ["COMPRESS=LZW", "PREDICTOR=2"],
    "zstd": ["COMPRESS=ZSTD", "PREDICTOR=2"],
    "jpeg": ["COMPRESS=JPEG"],
    "no-overviews": ["COMPRESS=DEFLATE", "PREDICTOR=2", "OVERVIEWS=NONE"],
}


def create(path, size, data_type, options):
    dataset = gdal.GetDriverByName("GTiff").Create(path, size, size, 1, data_type, ["TILED=YES", *options])
    dataset.SetGeoTransform((600_000, 10, 0, 5_300_040, 0, -10))
    system = osr.SpatialReference()
    system.ImportFromEPSG(32632)
    dataset.SetProjection(system.ExportToWkt())
    return dataset


def fill(dataset):
    """Slopes and noise as reflectances have, with an edge of nodata."""
    bytes_only = dataset.GetRasterBand(1).DataType == gdal.GDT_Byte
    band = dataset.GetRasterBand(1)
    if not bytes_only:
        band.SetNoDataValue(0)
    random = numpy.random.default_rng(1)
    x = numpy.arange(SIZE)[None, :]
    for top in range(0, SIZE, 512):
        y = numpy.arange(top, min(top + 512, SIZE))[:, None]
        values = (2000 + 800 * numpy.sin(x / 700) * numpy.cos(y / 500) + 300 * numpy.sin((x + 2 * y) / 90)
                  + random.normal(0, 40, (y.shape[0], SIZE)))
        values[x + y < 1500] = 0
        band.WriteArray(
            (values / 16).astype(numpy.uint8) if bytes_only else values.astype(numpy.uint16), 0, top)


def make_codec(folder, name, options):
    target = os.path.join(folder, f"{name}.tif")
    if os.path.exists(target):
        return
    raw = os.path.join(folder, "raw.tif")
    dataset = create(raw, SIZE, gdal.GDT_Byte if name == "jpeg" else gdal.GDT_UInt16, [])
    fill(dataset)
    dataset = None
    gdal.Translate(target, raw, format="COG", creationOptions=[*options, "NUM_THREADS=ALL_CPUS", "RESAMPLING=AVERAGE"])
    os.remove(raw)


def make_sparse(folder):
    """Pixels in one tile of a thousand only."""
    target = os.path.join(folder, "sparse.tif")
    if os.path.exists(target):
        return
    raw = os.path.join(folder, "raw-sparse.tif")
    dataset = create(raw, SPARSE_SIZE, gdal.GDT_UInt16,
                     ["SPARSE_OK=TRUE", "BIGTIFF=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "COMPRESS=DEFLATE"])
    tile = numpy.arange(512 * 512, dtype=numpy.uint16).reshape(512, 512)
    for i in range(40):
        dataset.GetRasterBand(1).WriteArray(tile, i * 2400 // 512 * 512, i * 2400 // 512 * 512)
    dataset = None
    gdal.Translate(target, raw, format="COG", creationOptions=[
        "SPARSE_OK=TRUE", "BIGTIFF=YES", "OVERVIEWS=NONE", "COMPRESS=DEFLATE"])
    os.remove(raw)


def main():
    gdal.UseExceptions()
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for name, options in CODECS.items():
        make_codec(folder, name, options)
    make_sparse(folder)


main()
