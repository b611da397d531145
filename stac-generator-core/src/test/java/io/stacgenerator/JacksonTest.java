package io.stacgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.job.JobError;
import io.stacgenerator.job.JobEvent;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobPage;
import io.stacgenerator.job.JobState;
import io.stacgenerator.job.JobStats;
import io.stacgenerator.job.JobStatus;
import io.stacgenerator.job.QueueMemory;
import io.stacgenerator.model.JsonObject;
import io.stacgenerator.model.StacItem;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of the library in the controllers of others, with the databind of Jackson 2 and of Jackson 3. */
final class JacksonTest {

    private static final Warning WARNING = new Warning("crs-missing", "no reference system", "/geometry");
    private static final JobError ERROR = new JobError(ErrorCode.NOT_FOUND, "not there");

    private static final com.fasterxml.jackson.databind.ObjectMapper MAPPER_2 =
            new com.fasterxml.jackson.databind.ObjectMapper();
    private static final tools.jackson.databind.json.JsonMapper MAPPER_3 =
            tools.jackson.databind.json.JsonMapper.shared();

    /** The two mappers as hosts have them without settings. */
    enum Mapper {
        JACKSON_2 {
            @Override
            String write(Object value) throws Exception {
                return MAPPER_2.writeValueAsString(value);
            }

            @Override
            <T> T read(String json, Class<T> type) throws Exception {
                return MAPPER_2.readValue(json, type);
            }

            @Override
            <T> T throughTree(T value, Class<T> type) throws Exception {
                com.fasterxml.jackson.databind.JsonNode tree = MAPPER_2.valueToTree(value);
                return MAPPER_2.treeToValue(tree, type);
            }
        },
        JACKSON_3 {
            @Override
            String write(Object value) {
                return MAPPER_3.writeValueAsString(value);
            }

            @Override
            <T> T read(String json, Class<T> type) {
                return MAPPER_3.readValue(json, type);
            }

            @Override
            <T> T throughTree(T value, Class<T> type) {
                tools.jackson.databind.JsonNode tree = MAPPER_3.valueToTree(value);
                return MAPPER_3.treeToValue(tree, type);
            }
        };

        abstract String write(Object value) throws Exception;

        abstract <T> T read(String json, Class<T> type) throws Exception;

        abstract <T> T throughTree(T value, Class<T> type) throws Exception;
    }

    static Stream<JsonObject> values() {
        GenerationResult result = new GenerationResult(item(), List.of(WARNING), Map.of("/id", "request"));
        return Stream.of(
                item(),
                item().assets().get("data"),
                item().links().get(0),
                request(),
                result,
                WARNING,
                new Fault("/itemId", "is empty"),
                new StacGeneratorException(
                        ErrorCode.INVALID_REQUEST, "invalid request", List.of(new Fault("/itemId", "is empty"))),
                new GenerationOutcome(request(), result, null),
                new GenerationOutcome(request(), null, new StacGeneratorException(ErrorCode.NOT_FOUND, "gone")),
                status(),
                ERROR,
                new JobEvent(new JobId("a"), JobState.QUEUED, Instant.EPOCH),
                new JobPage(List.of(status()), "next"),
                new JobStats(Map.of(JobState.QUEUED, 3L), Duration.ofMillis(1500), new QueueMemory(5, 10)));
    }

    static Stream<Arguments> valuesByMapper() {
        return Stream.of(Mapper.values()).flatMap(mapper -> values().map(value -> Arguments.of(mapper, value)));
    }

    @ParameterizedTest
    @MethodSource("valuesByMapper")
    void writesWhatTheLibraryWrites(Mapper mapper, JsonObject value) throws Exception {
        assertThat(mapper.write(value)).isEqualTo(value.toJson()).isNotEqualTo("{}");
    }

    static Stream<Arguments> readableByMapper() {
        return valuesByMapper()
                .filter(arguments -> arguments.get()[1] instanceof JsonObject value
                        && !(value instanceof Fault
                                || value instanceof StacGeneratorException
                                || value instanceof GenerationOutcome
                                || value instanceof JobEvent
                                || value instanceof JobPage
                                || value instanceof JobStats));
    }

    @ParameterizedTest
    @MethodSource("readableByMapper")
    void readsWhatItWrote(Mapper mapper, JsonObject value) throws Exception {
        JsonObject read = mapper.read(mapper.write(value), value.getClass());

        assertThat(read.toJson()).isEqualTo(value.toJson());
    }

    @ParameterizedTest
    @MethodSource("readableByMapper")
    void keepsEverythingThroughATree(Mapper mapper, JsonObject value) throws Exception {
        // the trees of Jackson 2 keep decimals, not how they are written
        assertThat(throughTree(mapper, value).toJson().replace("2E+23", "2.0E23"))
                .isEqualTo(value.toJson());
    }

    @ParameterizedTest
    @EnumSource
    void writesIdsAndEnumsAsStrings(Mapper mapper) throws Exception {
        assertThat(mapper.write(List.of(
                        new JobId("a"), JobState.QUEUED, Source.MANUAL, StacVersion.V1_0_0, ErrorCode.NOT_FOUND)))
                .isEqualTo("[\"a\",\"queued\",\"manual\",\"1.0.0\",\"NOT_FOUND\"]");
        assertThat(mapper.read("\"a\"", JobId.class)).isEqualTo(new JobId("a"));
        assertThat(mapper.read("\"queued\"", JobState.class)).isEqualTo(JobState.QUEUED);
    }

    @ParameterizedTest
    @EnumSource
    void tellsAllFaultsOfARequest(Mapper mapper) {
        assertThatThrownBy(() -> mapper.read("{\"assetPaths\":[5],\"itemId\":7}", GenerationRequest.class))
                .hasRootCauseInstanceOf(StacGeneratorException.class)
                .hasMessageContainingAll("/assetPaths/0", "/itemId");
    }

    @Test
    void anOutcomeDoesNotRepeatItsRequest() {
        GenerationRequest request = GenerationRequest.builder()
                .assetPaths("https://user:secret@example.com/a.tif")
                .build();

        assertThat(new GenerationOutcome(request, null, new StacGeneratorException(ErrorCode.NOT_FOUND, "gone"))
                        .toJson())
                .doesNotContain("secret");
    }

    private static GenerationRequest request() {
        return GenerationRequest.builder()
                .source(Source.MANUAL)
                .itemId("a")
                .assetPaths("https://example.com/a.tif")
                .build();
    }

    private static JobStatus status() {
        return JobStatus.builder(new JobId("a"), JobState.FAILED, Instant.EPOCH)
                .startedAt(Instant.EPOCH.plusSeconds(1))
                .endedAt(Instant.EPOCH.plusMillis(1500))
                .attempts(2)
                .leaseExpired(true)
                .error(ERROR)
                .warnings(List.of(WARNING))
                .build();
    }

    /** Has numbers of all kinds that mappers print otherwise. */
    private static StacItem item() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("datetime", null);
        properties.put("whole", 500000.0);
        properties.put("negative", -0.0);
        properties.put("fraction", 0.1);
        properties.put("small", 1e-7);
        properties.put("milli", 1.25e-4);
        properties.put("tiny", 1e-10);
        properties.put("large", 123456789012.5);
        properties.put("huge", Double.parseDouble("2e23"));
        properties.put("float", 2.5f);
        properties.put("int", 7);
        properties.put("long", 1L << 40);
        properties.put("text", "Zürich \u2028");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "Feature");
        json.put("id", "a");
        json.put("geometry", null);
        json.put("properties", properties);
        json.put("links", List.of(Map.of("href", "https://example.com/collection.json")));
        json.put("assets", Map.of("data", Map.of("proj:transform", List.of(10.0, 0.0, 380000.0, 0.0, -1e-5, 4.5e6))));
        return StacItem.of(json);
    }

    private static JsonObject throughTree(Mapper mapper, JsonObject value) throws Exception {
        return throughTree(mapper, value, value.getClass());
    }

    private static <T extends JsonObject> T throughTree(Mapper mapper, JsonObject value, Class<T> type)
            throws Exception {
        return mapper.throughTree(type.cast(value), type);
    }
}
