package io.stacgenerator.internal.pipeline.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.pipeline.asset.FileNames;
import io.stacgenerator.spi.AssetDraft;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes an id that is the same for the same request, independent of where its folder is mounted: the assets' common
 * stem, and a hash over the collection, and the sizes of the assets and their names in the folder that they have in
 * common.
 */
public final class ItemIds {

    private static final int MAX_STEM = 180;
    private static final int HASH_BYTES = 6;

    private ItemIds() {}

    /**
     * Makes an id.
     *
     * @param collection the id of the collection, or null
     * @param assets the assets, in their order
     * @return an id of letters, digits, dots, underscores and hyphens
     */
    public static String of(@Nullable String collection, Collection<AssetDraft> assets) {
        String stem = FileNames.clean(FileNames.commonStem(assets.stream()
                .map(asset -> FileNames.stem(Hrefs.fileName(asset.href())))
                .toList()));
        String hash = hash((collection == null ? "" : collection) + "\n" + String.join("\n", files(assets)));
        return stem.isEmpty() ? hash : stem.substring(0, Math.min(MAX_STEM, stem.length())) + "-" + hash;
    }

    private static List<String> files(Collection<AssetDraft> assets) {
        List<String> paths =
                assets.stream().map(asset -> Hrefs.canonical(asset.href())).toList();
        int folder = commonFolder(paths).length();
        return assets.stream()
                .map(asset -> Hrefs.canonical(asset.href()).substring(folder)
                        + asset.size().map(size -> " " + size).orElse(""))
                .toList();
    }

    private static String commonFolder(List<String> paths) {
        String folder = folder(paths.get(0));
        while (!paths.stream().allMatch(startsWith(folder))) {
            folder = folder(folder.substring(0, folder.length() - 1));
        }
        return folder;
    }

    private static Predicate<String> startsWith(String folder) {
        return path -> path.startsWith(folder);
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
