package io.stacgenerator.cli.service;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows thumbnails, which browsers cannot read from the folder that they are in. */
final class ThumbnailEndpoint {

    private final @Nullable Thumbnails thumbnails;

    ThumbnailEndpoint(@Nullable Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    void show(Context ctx) throws IOException {
        Path file = file(ctx).orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "there is no such thumbnail"));
        ctx.contentType(ContentType.IMAGE_PNG)
                .header(Header.CACHE_CONTROL, "no-cache")
                .result(Files.newInputStream(file));
    }

    /** Names are those of files, so that they lead to nothing but thumbnails. */
    private Optional<Path> file(Context ctx) throws IOException {
        if (thumbnails == null || !Files.isDirectory(thumbnails.folder())) {
            return Optional.empty();
        }
        String collection = ctx.pathParamMap().getOrDefault("collection", "");
        String name = ctx.pathParam("name");
        try {
            Path folder = thumbnails.folder().toRealPath();
            Path file = folder.resolve(collection).resolve(name);
            boolean plain = name.endsWith(".png") && Files.isRegularFile(file);
            return plain && file.toRealPath().startsWith(folder) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
