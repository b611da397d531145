package io.stacgenerator.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an id that is the same for the same request: the assets' common stem and a hash over collection and hrefs. */
final class ItemIds {

    private static final int MAX_STEM = 180;
    private static final int HASH_BYTES = 6;

    private ItemIds() {}

    /**
     * Makes an id.
     *
     * @param collection the published href of the collection, or null
     * @param names the file names of the assets
     * @param hrefs the published hrefs of the assets
     * @return an id of letters, digits, dots, underscores and hyphens
     */
    static String of(@Nullable String collection, List<String> names, List<String> hrefs) {
        String stem = FileNames.clean(
                FileNames.commonStem(names.stream().map(FileNames::stem).toList()));
        String hash = hash((collection == null ? "" : collection) + "\n" + String.join("\n", hrefs));
        return stem.isEmpty() ? hash : stem.substring(0, Math.min(MAX_STEM, stem.length())) + "-" + hash;
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
