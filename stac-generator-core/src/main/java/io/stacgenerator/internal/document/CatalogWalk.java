package io.stacgenerator.internal.document;

import io.stacgenerator.Fault;
import io.stacgenerator.StacDocument;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.model.JsonValues;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Follows the links of a Catalog or Collection down to its Items, depth first, each document once. A document that a
 * link leads to and that is not there, is of another type, or does not lead back, has a fault that says so.
 */
public final class CatalogWalk extends Spliterators.AbstractSpliterator<StacDocument> {

    private static final String ITEM = "item";

    private final Documents documents;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    /** A link to follow. */
    private record Step(String href, String rel, @Nullable Parent parent) {}

    /** Where a link stands, the hrefs that lead there, and the Collection that it belongs to. */
    private record Parent(
            String href, Set<String> hrefs, @Nullable String collection) {}

    private CatalogWalk(Documents documents, String href) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.documents = documents;
        steps.add(new Step(href, "child", null));
        seen.add(href);
    }

    /**
     * Begins at a document.
     *
     * @param documents reads them
     * @param href a Catalog, Collection or Item
     * @return the documents, read as they are consumed
     */
    public static Stream<StacDocument> of(Documents documents, String href) {
        return StreamSupport.stream(new CatalogWalk(documents, href), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super StacDocument> action) {
        Step step = steps.pollFirst();
        if (step == null) {
            return false;
        }
        StacDocument document = read(step);
        follow(step, document);
        action.accept(document);
        return true;
    }

    private StacDocument read(Step step) {
        Parent parent = step.parent();
        if (parent == null) {
            return documents.one(step.href());
        }
        try {
            StacDocument document = documents.one(step.href());
            return document.isRead() ? linked(document, step, parent) : document;
        } catch (StacGeneratorException e) {
            return Documents.unread(
                    step.href(),
                    "a link of rel %s in %s leads here: %s".formatted(step.rel(), parent.href(), e.getMessage()));
        }
    }

    private static StacDocument linked(StacDocument document, Step step, Parent parent) {
        List<Fault> faults = new ArrayList<>();
        if (step.rel().equals(ITEM) != document.type().equals("Feature")) {
            faults.add(Fault.unexpected(
                    "/type",
                    document.type(),
                    "what the link of rel %s in %s leads to".formatted(step.rel(), parent.href())));
        }
        href(document, step, "parent")
                .filter(up -> !parent.hrefs().contains(up))
                .ifPresent(up -> faults.add(new Fault(
                        "/links", "has a parent %s, expected %s, which links here".formatted(up, parent.href()))));
        Object collection = document.members().get("collection");
        if (step.rel().equals(ITEM)
                && parent.collection() != null
                && collection != null
                && !collection.equals(parent.collection())) {
            faults.add(Fault.unexpected("/collection", collection, "the id of its Collection, " + parent.collection()));
        }
        return new StacDocument(document.href(), document.members(), faults);
    }

    private static Optional<String> href(StacDocument document, Step step, String rel) {
        return JsonValues.objects(document.members().get("links")).stream()
                .filter(link -> rel.equals(link.get("rel")))
                .flatMap(link -> JsonValues.string(link.get("href")).stream())
                .map(href -> Hrefs.resolve(step.href(), href))
                .findFirst();
    }

    private void follow(Step step, StacDocument document) {
        Parent outer = step.parent();
        String collection = document.type().equals("Collection")
                ? JsonValues.string(document.members().get("id")).orElse(null)
                : outer == null ? null : outer.collection();
        Set<String> hrefs = new HashSet<>(List.of(step.href(), document.href()));
        href(document, step, "self").ifPresent(hrefs::add);
        Parent parent = new Parent(step.href(), hrefs, collection);
        List<Step> next = new ArrayList<>();
        for (Map<String, Object> link : JsonValues.objects(document.members().get("links"))) {
            String rel = JsonValues.string(link.get("rel")).orElse("");
            String href = JsonValues.string(link.get("href")).orElse("");
            if ((rel.equals("child") || rel.equals(ITEM)) && !href.isEmpty()) {
                String target = Hrefs.resolve(step.href(), href);
                if (seen.add(target)) {
                    next.add(new Step(target, rel, parent));
                }
            }
        }
        for (int i = next.size() - 1; i >= 0; i--) {
            steps.addFirst(next.get(i));
        }
    }
}
