package io.stacgenerator.spi.vendor;

import java.util.List;
import java.util.Map;

/**
 * A file of a vendor's product, as a {@link ProductTable} describes it.
 *
 * @param name the name of the file
 * @param key the key of its asset
 * @param fields the members of its asset that are the same in all products: {@code title}, {@code roles}, {@code gsd},
 *     {@code raster:scale}, {@code classification:classes}, ...
 * @param bands the names of its bands in the table; {@code *} alone for those that the metadata list
 * @since 0.1.0
 */
public record ProductFile(String name, String key, Map<String, Object> fields, List<String> bands) {}
