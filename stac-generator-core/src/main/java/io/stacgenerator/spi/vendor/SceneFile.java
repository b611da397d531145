package io.stacgenerator.spi.vendor;

import org.jspecify.annotations.Nullable;

/**
 * A file of a listing that is a part of a product.
 *
 * @param scene what the paths of all files of the product begin with, such as
 *     {@code folder/LC08_L2SP_047027_20201204_20210313_02_T1}
 * @param part what tells apart products whose paths begin alike, such as the time of an image of a stereo pair, or null
 * @param product the id of the product, or null where only its metadata tell
 * @param certain false when other files have such names too, so that another file of the scene must be certain
 * @param asset whether the file is an asset of the Item
 * @param document the kind of metadata that is read of this file, or null when it is not read
 * @param preference which file is read where a scene has several of one kind: the one with the lowest number
 * @since 0.1.0
 */
public record SceneFile(
        String scene,
        @Nullable String part,
        @Nullable String product,
        boolean certain,
        boolean asset,
        @Nullable String document,
        int preference) {}
