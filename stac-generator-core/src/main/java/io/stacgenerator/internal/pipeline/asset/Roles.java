package io.stacgenerator.internal.pipeline.asset;

import io.stacgenerator.spi.AssetDraft;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an asset is for, as far as its kind and name show (STAC best practices, asset roles). */
final class Roles {

    private static final Pattern THUMBNAIL =
            Pattern.compile("(^|[^a-z])(thumb|thumbnail|browse|preview|quicklook|ql)([^a-z]|$)");

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private Roles() {}

    static List<Object> of(String fileName, AssetDraft asset, @Nullable String mediaType) {
        boolean picture = mediaType != null && PICTURES.contains(mediaType);
        if (picture && THUMBNAIL.matcher(fileName.toLowerCase(Locale.ROOT)).find()) {
            return List.of("thumbnail");
        }
        if (asset.raster().isPresent()) {
            return List.of("data");
        }
        return isMetadata(mediaType) ? List.of("metadata") : List.of("data");
    }

    private static boolean isMetadata(@Nullable String mediaType) {
        return mediaType != null
                && (mediaType.startsWith("text/")
                        || mediaType.equals("application/json")
                        || mediaType.equals("application/xml")
                        || mediaType.equals("application/pdf"));
    }
}
