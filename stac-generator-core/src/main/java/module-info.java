/** Turns raster files and their metadata into valid STAC Items. */
module io.stacgenerator {
    requires static gdal;
    requires static transitive org.jspecify;
    requires transitive org.locationtech.jts;
    requires aircompressor;
    requires java.desktop;
    requires java.net.http;
    requires java.xml;
    requires org.slf4j;
    requires proj4j;
    requires tools.jackson.core;

    exports io.stacgenerator;
    exports io.stacgenerator.job;
    exports io.stacgenerator.model;
    exports io.stacgenerator.spi;
    exports io.stacgenerator.spi.field;
    exports io.stacgenerator.spi.raster;

    uses io.stacgenerator.internal.crs.CrsEngine;
    uses io.stacgenerator.spi.MetadataParser;
    uses io.stacgenerator.spi.RasterReader;
    uses io.stacgenerator.spi.StacExtension;
    uses io.stacgenerator.spi.StorageResolver;

    provides io.stacgenerator.internal.crs.CrsEngine with
            io.stacgenerator.internal.gdal.GdalCrsEngine;
    provides io.stacgenerator.spi.MetadataParser with
            io.stacgenerator.internal.metadata.JsonMetadataParser,
            io.stacgenerator.internal.metadata.LandsatParser,
            io.stacgenerator.internal.metadata.MaxarParser,
            io.stacgenerator.internal.metadata.PlanetParser,
            io.stacgenerator.internal.metadata.Sentinel2Parser;
    provides io.stacgenerator.spi.StacExtension with
            io.stacgenerator.internal.extension.ClassificationExtension,
            io.stacgenerator.internal.extension.EoExtension,
            io.stacgenerator.internal.extension.FileExtension,
            io.stacgenerator.internal.extension.GridExtension,
            io.stacgenerator.internal.extension.MgrsExtension,
            io.stacgenerator.internal.extension.ProcessingExtension,
            io.stacgenerator.internal.extension.ProjExtension,
            io.stacgenerator.internal.extension.RasterExtension,
            io.stacgenerator.internal.extension.SarExtension,
            io.stacgenerator.internal.extension.SatExtension,
            io.stacgenerator.internal.extension.StorageExtension,
            io.stacgenerator.internal.extension.TimestampsExtension,
            io.stacgenerator.internal.extension.ViewExtension;
    provides io.stacgenerator.spi.RasterReader with
            io.stacgenerator.internal.gdal.GdalReader,
            io.stacgenerator.internal.geotiff.GeoTiffReader;
    provides io.stacgenerator.spi.StorageResolver with
            io.stacgenerator.internal.storage.FileStorageResolver,
            io.stacgenerator.internal.storage.HttpStorageResolver;
}
