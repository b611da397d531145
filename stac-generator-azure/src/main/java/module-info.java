/** Reads assets and metadata from Azure Blob Storage. */
module io.stacgenerator.azure {
    requires io.stacgenerator;
    requires static transitive org.jspecify;
}
