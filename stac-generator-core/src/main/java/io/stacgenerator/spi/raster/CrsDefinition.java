package io.stacgenerator.spi.raster;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A coordinate reference system as a file gives it: by a code, or by its definition. Immutable.
 *
 * @since 0.1.0
 */
public final class CrsDefinition {

    private final @Nullable String code;
    private final @Nullable String name;
    private final @Nullable String projString;
    private final @Nullable Map<String, Object> projjson;
    private final @Nullable String wkt2;
    private final boolean terrestrial;

    private CrsDefinition(Builder builder) {
        code = builder.code;
        name = builder.name;
        projString = builder.projString;
        projjson = builder.projjson;
        wkt2 = builder.wkt2;
        terrestrial = builder.terrestrial;
    }

    /**
     * Creates a definition by an EPSG code.
     *
     * @param code the number
     * @return the definition
     */
    public static CrsDefinition epsg(int code) {
        return of("EPSG:" + code);
    }

    /**
     * Creates a definition by a code.
     *
     * @param code authority and code, such as {@code ESRI:102001}
     * @return the definition
     */
    public static CrsDefinition of(String code) {
        return builder().code(requireNonNull(code, "code")).build();
    }

    /**
     * Starts the definition of a system that is on Earth.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns authority and code.
     *
     * @return such as {@code EPSG:32632}; empty when the system is defined by the file itself
     */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /**
     * Returns the name in the file.
     *
     * @return the name; empty when it is not given
     */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /**
     * Returns a PROJ string that defines the system.
     *
     * @return the string; empty when it is not given
     */
    public Optional<String> projString() {
        return Optional.ofNullable(projString);
    }

    /**
     * Returns a PROJJSON 0.7 object that defines the system.
     *
     * @return the members; empty when it is not given
     */
    public Optional<Map<String, Object>> projjson() {
        return Optional.ofNullable(projjson);
    }

    /**
     * Returns a WKT2:2019 string that defines the system.
     *
     * @return the string; empty when it is not given
     */
    public Optional<String> wkt2() {
        return Optional.ofNullable(wkt2);
    }

    /**
     * Returns whether coordinates are on Earth and tied to it.
     *
     * @return false when no longitude and latitude of WGS 84 can be given
     */
    public boolean terrestrial() {
        return terrestrial;
    }

    /**
     * Returns a builder that holds this definition.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        return builder()
                .code(code)
                .name(name)
                .projString(projString)
                .projjson(projjson)
                .wkt2(wkt2)
                .terrestrial(terrestrial);
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(code, name, projString, projjson, wkt2, terrestrial);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CrsDefinition that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "CrsDefinition" + values();
    }

    /** Collects what is known; not thread-safe. */
    public static final class Builder {

        private @Nullable String code;
        private @Nullable String name;
        private @Nullable String projString;
        private @Nullable Map<String, Object> projjson;
        private @Nullable String wkt2;
        private boolean terrestrial = true;

        private Builder() {}

        /**
         * Sets authority and code.
         *
         * @param code such as {@code EPSG:32632}, or null
         * @return this
         */
        public Builder code(@Nullable String code) {
            this.code = code;
            return this;
        }

        /**
         * Sets the name in the file.
         *
         * @param name the name, or null
         * @return this
         */
        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets a PROJ string that defines the system.
         *
         * @param projString the string, or null
         * @return this
         */
        public Builder projString(@Nullable String projString) {
            this.projString = projString;
            return this;
        }

        /**
         * Sets a PROJJSON 0.7 object that defines the system.
         *
         * @param projjson the members, or null
         * @return this
         */
        public Builder projjson(@Nullable Map<String, Object> projjson) {
            this.projjson = projjson;
            return this;
        }

        /**
         * Sets a WKT2:2019 string that defines the system.
         *
         * @param wkt2 the string, or null
         * @return this
         */
        public Builder wkt2(@Nullable String wkt2) {
            this.wkt2 = wkt2;
            return this;
        }

        /**
         * Sets whether coordinates are on Earth and tied to it.
         *
         * @param terrestrial true, the default, when longitude and latitude of WGS 84 can be given
         * @return this
         */
        public Builder terrestrial(boolean terrestrial) {
            this.terrestrial = terrestrial;
            return this;
        }

        /**
         * Makes the value.
         *
         * @return an immutable value
         */
        public CrsDefinition build() {
            return new CrsDefinition(this);
        }
    }
}
