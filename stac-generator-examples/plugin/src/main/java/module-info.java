/** What Acme adds to stac-generator. */
module com.acme.stac {
    requires io.stacgenerator;

    provides io.stacgenerator.spi.MetadataParser with
            com.acme.stac.AcmeMetadataParser;
    provides io.stacgenerator.spi.RasterReader with
            com.acme.stac.AcmeArchiveReader,
            com.acme.stac.AcmeGridReader;
    provides io.stacgenerator.spi.StacExtension with
            com.acme.stac.AcmeExtension;
    provides io.stacgenerator.spi.StorageResolver with
            com.acme.stac.AcmeStorageResolver;
    provides io.stacgenerator.spi.vendor.Vendor with
            com.acme.stac.AcmeVendor;
}
