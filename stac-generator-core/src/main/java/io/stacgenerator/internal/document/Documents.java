package io.stacgenerator.internal.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.Fault;
import io.stacgenerator.StacDocument;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.json.JsonReader;
import io.stacgenerator.internal.storage.Storage;
import io.stacgenerator.spi.StorageObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the STAC documents of files and folders. Thread-safe. */
public final class Documents {

    private static final List<String> LINES = List.of(".ndjson", ".jsonl", ".geojsonl");
    private static final List<String> OBJECTS = List.of(".json", ".geojson");

    /** Holds many lines: one that reaches beyond its end is assembled from pieces. */
    private static final int BUFFER = 1 << 16;

    private final Supplier<Storage> storage;

    /**
     * Creates it.
     *
     * @param storage starts the reading of one file, with limits of its own
     */
    public Documents(Supplier<Storage> storage) {
        this.storage = storage;
    }

    /**
     * Reads documents: a document in each line of a file of lines, the features of a FeatureCollection, the collections
     * of a list of Collections, and of a folder those of all files, where others are passed over.
     *
     * @param href a file, or a folder with a slash at its end
     * @return the documents, read as they are consumed; the caller closes the stream. One that is not JSON is there
     *     with a fault
     * @throws StacGeneratorException when the file or folder cannot be read
     */
    public Stream<StacDocument> read(String href) {
        if (href.endsWith("/") || (Hrefs.scheme(href) == null && Files.isDirectory(Path.of(href)))) {
            return storage.get()
                    .list(href)
                    .filter(file -> ends(file, LINES) || ends(file, OBJECTS))
                    .flatMap(file -> file(file).filter(Documents::isStac));
        }
        return file(href);
    }

    private static boolean ends(String href, List<String> suffixes) {
        String name = Hrefs.fileName(href).toLowerCase(Locale.ROOT);
        return suffixes.stream().anyMatch(name::endsWith);
    }

    private static boolean isStac(StacDocument document) {
        return !document.isRead() || document.members().containsKey("stac_version");
    }

    private Stream<StacDocument> file(String href) {
        return ends(href, LINES) ? lines(href) : parts(href);
    }

    private Stream<StacDocument> parts(String href) {
        Storage source = storage.get();
        StorageObject object = source.open(href);
        return StreamSupport.stream(
                        new DocumentParts(
                                source.publicHref(href),
                                object.stream(),
                                source.policy().metadataBytes()),
                        false)
                .onClose(() -> close(object));
    }

    private Stream<StacDocument> lines(String href) {
        Storage source = storage.get();
        String published = source.publicHref(href);
        StorageObject object = source.open(href);
        AtomicLong number = new AtomicLong();
        return new BufferedReader(new InputStreamReader(object.stream(), UTF_8), BUFFER)
                .lines()
                .map(line -> Map.entry(published + ":" + number.incrementAndGet(), line))
                .filter(line -> !line.getValue().isBlank())
                .map(line -> document(line.getKey(), line.getValue()))
                .onClose(() -> close(object));
    }

    private static void close(StorageObject object) {
        try {
            object.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file that is one document. */
    StacDocument one(String href) {
        try (Storage source = storage.get()) {
            return document(source.publicHref(href), new String(source.readAll(href), UTF_8));
        }
    }

    private static StacDocument document(String href, String text) {
        try {
            return new StacDocument(href, JsonReader.object(text, ErrorCode.INVALID_ITEM, "the document"), List.of());
        } catch (StacGeneratorException e) {
            return unread(href, String.valueOf(e.getMessage()));
        }
    }

    static StacDocument unread(String href, String reason) {
        return new StacDocument(href, Map.of(), List.of(new Fault("", reason)));
    }
}
