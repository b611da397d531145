package io.stacgenerator.gcs;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The environment variables of GDAL's {@code /vsigs/} and of Google's clients. */
final class Environment {

    private static final Set<String> YES = Set.of("YES", "TRUE", "ON", "1");
    private static final String HREFS = "STAC_GENERATOR_GCS_HREFS";

    private Environment() {}

    static GcsOptions options(Map<String, String> variables) {
        GcsOptions.Builder options = GcsOptions.builder();
        String emulator = value(variables, "STORAGE_EMULATOR_HOST");
        String project = value(variables, "GS_USER_PROJECT");
        if (!emulator.isEmpty()) {
            options.endpoint(emulator.contains("://") ? emulator : "http://" + emulator)
                    .anonymous();
        } else if (YES.contains(value(variables, "GS_NO_SIGN_REQUEST").toUpperCase(Locale.ROOT))) {
            options.anonymous();
        } else if (!project.isEmpty()) {
            options.userProject(project);
        }
        return options.publishedHrefs(hrefs(value(variables, HREFS))).build();
    }

    private static PublishedHrefs hrefs(String value) {
        return Stream.of(PublishedHrefs.values())
                .filter(form -> value.isEmpty() || form.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is '%s', expected given, gs or https".formatted(HREFS, value)));
    }

    private static String value(Map<String, String> variables, String name) {
        return variables.getOrDefault(name, "").strip();
    }
}
