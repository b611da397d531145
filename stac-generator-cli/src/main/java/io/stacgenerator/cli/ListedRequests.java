package io.stacgenerator.cli;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.SceneOptions;
import io.stacgenerator.StacGenerator;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request for each scene of a folder or a container. */
final class ListedRequests implements RequestSource {

    private final StacGenerator generator;
    private final Stream<GenerationRequest> listed;
    private final Iterator<GenerationRequest> requests;
    private long number;

    ListedRequests(StacGenerator generator, String prefix, SceneOptions scenes) {
        this.generator = generator;
        listed = generator.requests(prefix, scenes);
        requests = listed.iterator();
    }

    @Override
    public @Nullable RequestLine next() {
        if (!requests.hasNext()) {
            return null;
        }
        GenerationRequest request = requests.next();
        String asset = request.assetPaths().get(0);
        return new RequestLine(++number, generator.publicHref(asset), request, null);
    }

    @Override
    public void close() {
        listed.close();
    }
}
