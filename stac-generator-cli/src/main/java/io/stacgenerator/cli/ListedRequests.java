package io.stacgenerator.cli;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request for each file of a folder or a container whose name matches. */
final class ListedRequests implements RequestSource {

    private final StacGenerator generator;
    private final PathMatcher names;
    private final Stream<String> listed;
    private final Iterator<String> hrefs;
    private long number;

    ListedRequests(StacGenerator generator, String prefix, String glob) {
        this.generator = generator;
        names = FileSystems.getDefault().getPathMatcher("glob:" + glob.toLowerCase(Locale.ROOT));
        listed = generator.list(prefix);
        hrefs = listed.filter(this::matches).iterator();
    }

    private boolean matches(String href) {
        String path = URI.create(generator.publicHref(href)).getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return names.matches(Path.of(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public @Nullable RequestLine next() {
        if (!hrefs.hasNext()) {
            return null;
        }
        String href = hrefs.next();
        GenerationRequest request = GenerationRequest.builder().assetPaths(href).build();
        return new RequestLine(++number, generator.publicHref(href), request, null);
    }

    @Override
    public void close() {
        listed.close();
    }
}
