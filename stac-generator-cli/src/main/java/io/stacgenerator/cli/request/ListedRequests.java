package io.stacgenerator.cli.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.SceneOptions;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.Warning;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request for each scene of a folder or a container. */
public final class ListedRequests implements RequestSource {

    private final StacGenerator generator;
    private final Stream<GenerationRequest> listed;
    private final Iterator<GenerationRequest> requests;
    private long number;

    public ListedRequests(StacGenerator generator, String prefix, SceneOptions scenes, Consumer<Warning> warnings) {
        this.generator = generator;
        listed = generator.requests(prefix, scenes, warnings);
        requests = listed.iterator();
    }

    @Override
    public @Nullable RequestLine next() {
        if (!requests.hasNext()) {
            return null;
        }
        GenerationRequest request = requests.next();
        List<String> assets =
                request.assetPaths().stream().map(generator::publicHref).toList();
        long key = RequestLine.key(String.join("\n", assets).getBytes(UTF_8));
        return new RequestLine(++number, assets.get(0), request, null, key);
    }

    @Override
    public void close() {
        listed.close();
    }
}
