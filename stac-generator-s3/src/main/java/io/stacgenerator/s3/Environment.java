package io.stacgenerator.s3;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The environment variables of AWS, and of GDAL's {@code /vsis3/} where AWS has none. */
final class Environment {

    private static final Set<String> YES = Set.of("YES", "TRUE", "ON", "1");
    private static final String HREFS = "STAC_GENERATOR_S3_HREFS";

    private Environment() {}

    static S3Options options(Map<String, String> variables) {
        S3Options.Builder options = S3Options.builder();
        String region = first(variables, "AWS_REGION", "AWS_DEFAULT_REGION");
        if (!region.isEmpty()) {
            options.region(region);
        }
        String endpoint = first(variables, "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL");
        if (!endpoint.isEmpty()) {
            options.endpoint(endpoint);
        }
        String virtual = first(variables, "AWS_VIRTUAL_HOSTING");
        if (!virtual.isEmpty()) {
            options.pathStyle(!isYes(virtual));
        }
        if (isYes(first(variables, "AWS_NO_SIGN_REQUEST"))) {
            options.anonymous();
        } else {
            options.requesterPays("requester".equalsIgnoreCase(first(variables, "AWS_REQUEST_PAYER")));
        }
        return options.publishedHrefs(hrefs(first(variables, HREFS))).build();
    }

    private static PublishedHrefs hrefs(String value) {
        return Stream.of(PublishedHrefs.values())
                .filter(form -> value.isEmpty() || form.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is '%s', expected given, s3 or https".formatted(HREFS, value)));
    }

    private static boolean isYes(String value) {
        return YES.contains(value.toUpperCase(Locale.ROOT));
    }

    private static String first(Map<String, String> variables, String... names) {
        return Stream.of(names)
                .map(name -> variables.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
