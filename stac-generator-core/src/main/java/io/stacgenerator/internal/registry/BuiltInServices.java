package io.stacgenerator.internal.registry;

import io.stacgenerator.internal.dataset.FlatGeobufReader;
import io.stacgenerator.internal.dataset.LasReader;
import io.stacgenerator.internal.dataset.ParquetReader;
import io.stacgenerator.internal.dataset.PmtilesReader;
import io.stacgenerator.internal.extension.ClassificationExtension;
import io.stacgenerator.internal.extension.EoExtension;
import io.stacgenerator.internal.extension.FileExtension;
import io.stacgenerator.internal.extension.GridExtension;
import io.stacgenerator.internal.extension.MgrsExtension;
import io.stacgenerator.internal.extension.ProcessingExtension;
import io.stacgenerator.internal.extension.ProjExtension;
import io.stacgenerator.internal.extension.RasterExtension;
import io.stacgenerator.internal.extension.SarExtension;
import io.stacgenerator.internal.extension.SatExtension;
import io.stacgenerator.internal.extension.SolarSystemExtension;
import io.stacgenerator.internal.extension.StorageExtension;
import io.stacgenerator.internal.extension.TimestampsExtension;
import io.stacgenerator.internal.extension.ViewExtension;
import io.stacgenerator.internal.gdal.GdalReader;
import io.stacgenerator.internal.geotiff.GeoTiffReader;
import io.stacgenerator.internal.geotiff.JpegReader;
import io.stacgenerator.internal.image.Jpeg2000Reader;
import io.stacgenerator.internal.image.PictureReader;
import io.stacgenerator.internal.sink.CatalogSink;
import io.stacgenerator.internal.sink.ItemCollectionSink;
import io.stacgenerator.internal.sink.NdjsonSink;
import io.stacgenerator.internal.stacapi.StacApiSink;
import io.stacgenerator.internal.storage.FileStorageResolver;
import io.stacgenerator.internal.storage.FileTarget;
import io.stacgenerator.internal.storage.http.HttpStorageResolver;
import io.stacgenerator.internal.vendor.Airbus;
import io.stacgenerator.internal.vendor.Capella;
import io.stacgenerator.internal.vendor.CosmoSkyMed;
import io.stacgenerator.internal.vendor.Earthdata;
import io.stacgenerator.internal.vendor.GeospatialRecord;
import io.stacgenerator.internal.vendor.Iceye;
import io.stacgenerator.internal.vendor.JsonMetadataParser;
import io.stacgenerator.internal.vendor.Landsat;
import io.stacgenerator.internal.vendor.Maxar;
import io.stacgenerator.internal.vendor.OpenAerialMap;
import io.stacgenerator.internal.vendor.OpenDroneMap;
import io.stacgenerator.internal.vendor.OtherProducts;
import io.stacgenerator.internal.vendor.Planet;
import io.stacgenerator.internal.vendor.Radarsat;
import io.stacgenerator.internal.vendor.Saocom;
import io.stacgenerator.internal.vendor.Sentinel1;
import io.stacgenerator.internal.vendor.Sentinel2;
import io.stacgenerator.internal.vendor.Sentinel3;
import io.stacgenerator.internal.vendor.Sentinel5P;
import io.stacgenerator.internal.vendor.Spot;
import io.stacgenerator.internal.vendor.TerraSarX;
import io.stacgenerator.internal.vendor.Umbra;
import io.stacgenerator.internal.zarr.ZarrReader;
import io.stacgenerator.spi.Service;
import java.util.List;

/**
 * The services of this library. They are made here, not found, so that no class loader and no repackaged jar can lose
 * them.
 */
public final class BuiltInServices {

    private BuiltInServices() {}

    /**
     * Makes the services; each generator has its own and shuts them down.
     *
     * @return new services of all kinds, in no order
     */
    public static List<Service> create() {
        return List.of(
                new FileStorageResolver(),
                new HttpStorageResolver(),
                new FileTarget(),
                new NdjsonSink(),
                new ItemCollectionSink(),
                new CatalogSink(),
                new StacApiSink(),
                new GeoTiffReader(),
                new JpegReader(),
                new Jpeg2000Reader(),
                new PictureReader(),
                new GdalReader(),
                new FlatGeobufReader(),
                new LasReader(),
                new ParquetReader(),
                new PmtilesReader(),
                new ZarrReader(),
                new JsonMetadataParser(),
                new Airbus(),
                new Capella(),
                new CosmoSkyMed(),
                new Earthdata(),
                new GeospatialRecord(),
                new Iceye(),
                new Landsat(),
                new Maxar(),
                new OpenAerialMap(),
                new OpenDroneMap(),
                new OtherProducts(),
                new Planet(),
                new Radarsat(),
                new Saocom(),
                new Sentinel1(),
                new Sentinel2(),
                new Sentinel3(),
                new Sentinel5P(),
                new Spot(),
                new TerraSarX(),
                new Umbra(),
                new ClassificationExtension(),
                new EoExtension(),
                new FileExtension(),
                new GridExtension(),
                new MgrsExtension(),
                new ProcessingExtension(),
                new ProjExtension(),
                new RasterExtension(),
                new SarExtension(),
                new SatExtension(),
                new SolarSystemExtension(),
                new StorageExtension(),
                new TimestampsExtension(),
                new ViewExtension());
    }
}
