package io.stacgenerator.cli.service;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobQueue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Shows the request of a job, without the credentials in its hrefs, to be changed and submitted again. */
final class RequestEndpoint {

    private static final Set<String> WITH_HREFS = Set.of("assetPaths", "assets", "metadataPaths", "collection");

    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private final JobQueue queue;
    private final UnaryOperator<String> publicHref;

    RequestEndpoint(JobQueue queue, UnaryOperator<String> publicHref) {
        this.queue = queue;
        this.publicHref = publicHref;
    }

    void show(Context ctx) {
        JobId id = JobEndpoints.id(ctx);
        GenerationRequest request = queue.request(id)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.CONFLICT,
                        "the request of job %s is not kept, as the job is finished".formatted(id)));
        Map<String, Object> members = new LinkedHashMap<>(request.toMap());
        members.replaceAll((name, value) -> WITH_HREFS.contains(name) ? published(value) : value);
        Json.answer(ctx, members);
    }

    private Object published(Object value) {
        if (value instanceof String href) {
            return URL.matcher(href).matches() ? publicHref.apply(href) : href; // a path stays as it was typed
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(this::published).toList();
        }
        return value instanceof Map<?, ?> asset ? publishedAsset(asset) : value;
    }

    private Map<Object, Object> publishedAsset(Map<?, ?> asset) {
        Map<Object, Object> members = new LinkedHashMap<>(asset);
        List.of("href", "publishedHref")
                .forEach(name -> members.computeIfPresent(name, (same, href) -> published(href)));
        return members;
    }
}
