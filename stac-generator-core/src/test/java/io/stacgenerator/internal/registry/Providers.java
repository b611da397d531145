package io.stacgenerator.internal.registry;

import io.stacgenerator.StacVersion;
import io.stacgenerator.spi.GenerationContext;
import io.stacgenerator.spi.ItemDraft;
import io.stacgenerator.spi.StacExtension;
import java.util.Optional;

/** Extensions as plugins would bring them, sound ones and broken ones. */
public final class Providers {

    private Providers() {}

    /** An extension that does nothing. */
    public abstract static class Extension implements StacExtension {

        private final String id;
        private final int order;

        Extension(String id, int order) {
            this.id = id;
            this.order = order;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public String schemaUri(StacVersion version) {
            return "https://example.com/%s/v1.0.0/schema.json".formatted(id);
        }

        @Override
        public void apply(ItemDraft item, GenerationContext context) {}
    }

    /** Has the id {@code acme}. */
    public static final class Acme extends Extension {

        /** Called by the service loader. */
        public Acme() {
            super("acme", 7);
        }
    }

    /** Has the id {@code acme} too. */
    public static final class Twin extends Extension {

        /** Called by the service loader. */
        public Twin() {
            super("acme", -7);
        }
    }

    /** Comes before the built-in ones, and lacks something. */
    public static final class Early extends Extension {

        /** Called by the service loader. */
        public Early() {
            super("zz-early", -1);
        }

        @Override
        public Optional<String> missing() {
            return Optional.of("the early library is missing: install it");
        }
    }

    /** Cannot be made. */
    public static final class Failing extends Extension {

        /** Called by the service loader. */
        public Failing() {
            super("failing", 0);
            throw new IllegalStateException("no licence");
        }
    }

    /** Cannot be linked. */
    public static final class Unlinkable extends Extension {

        private static final int NEVER = failing();

        /** Called by the service loader. */
        public Unlinkable() {
            super("unlinkable", NEVER);
        }

        private static int failing() {
            throw new IllegalStateException("no native library");
        }
    }

    /** Is no extension. */
    public static final class Stranger {}
}
