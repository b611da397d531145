/** Requests and their assets as observations of Micrometer or spans of OpenTelemetry. */
module io.stacgenerator.observation {
    requires transitive io.stacgenerator;
    requires static transitive io.opentelemetry.api;
    requires static transitive micrometer.observation;
    requires static transitive org.jspecify;
    requires static io.opentelemetry.context;
    requires static micrometer.commons;

    exports io.stacgenerator.observation;
}
