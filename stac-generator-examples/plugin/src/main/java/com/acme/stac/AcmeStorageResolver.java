package com.acme.stac;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The archive of Acme: {@code acme://archive/folder/file?token=...} is a file below the folder that the system property
 * {@code acme.archive} names.
 */
public final class AcmeStorageResolver implements StorageResolver {

    private static final String START = "acme://archive/";

    @Override
    public String id() {
        return "acme";
    }

    @Override
    public boolean supports(String href) {
        return href.startsWith(START);
    }

    @Override
    public StorageObject open(String href, StorageContext context) throws IOException {
        context.policy().checkScheme(href);
        String published = publicHref(href);
        Path archive = Path.of(System.getProperty("acme.archive", "."))
                .toAbsolutePath()
                .normalize();
        Path file = archive.resolve(uri(published).getPath().substring(1)).normalize();
        if (!file.startsWith(archive) || !Files.isRegularFile(file)) {
            throw new StacGeneratorException(ErrorCode.NOT_FOUND, "%s is not in the archive".formatted(published));
        }
        return new ArchivedFile(published, file);
    }

    /** The token is what must not be published. */
    @Override
    public String publicHref(String href) {
        return uri(href.replaceFirst("[?#].*$", "")).toASCIIString();
    }

    private static URI uri(String href) {
        try {
            return URI.create(href);
        } catch (IllegalArgumentException e) {
            throw new StacGeneratorException(
                    ErrorCode.UNSUPPORTED_HREF,
                    "an href of the archive is not a URI, expected %sFOLDER/FILE".formatted(START));
        }
    }
}
