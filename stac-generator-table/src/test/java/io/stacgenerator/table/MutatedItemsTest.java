package io.stacgenerator.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.sink.ItemWriter;
import io.stacgenerator.spi.sink.SinkOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items with anything anywhere, and tables with damaged bytes: {@code stacgenerator.mutations} says how many. */
final class MutatedItemsTest {

    private static final int MUTATIONS = Integer.getInteger("stacgenerator.mutations", 300);
    private static final int ITEMS_IN_TABLE = 30;

    @TempDir
    private Path folder;

    private final Random random = new Random(17);
    private final Map<String, String> rejected = new HashMap<>();

    private List<StacItem> roundTrip(List<StacItem> items, String conflicts) {
        Path file = folder.resolve("items.parquet");
        rejected.clear();
        SinkOptions options = SinkOptions.builder()
                .set("conflicts", conflicts)
                .set("unlocated", "keep")
                .onRejected((item, reason) -> rejected.put(item.id(), reason.getMessage()))
                .build();
        try (StacGenerator generator = StacGenerator.builder()
                        .install(new TableSink())
                        .discovery(false)
                        .build();
                ItemWriter writer = generator.openSink(file.toString(), options)) {
            items.forEach(writer::accept);
        }
        try (Stream<StacItem> read = StacTable.read(file)) {
            return read.toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "json"})
    void whatIsNotRefusedComesBack(String conflicts) {
        for (int table = 0; table < MUTATIONS / ITEMS_IN_TABLE; table++) {
            List<StacItem> items = new ArrayList<>();
            for (int i = 0; i < ITEMS_IN_TABLE; i++) {
                Map<String, Object> json = JsonValues.copyOf(TableItems.json("item-" + i));
                mutate(json);
                json.putAll(Map.of("id", "item-" + i, "type", "Feature", "stac_version", "1.1.0"));
                items.add(StacItem.of(json));
            }

            List<StacItem> back = roundTrip(items, conflicts);

            List<StacItem> accepted = items.stream()
                    .filter(item -> !rejected.containsKey(item.id()))
                    .toList();
            assertThat(back)
                    .extracting(StacItem::id)
                    .isEqualTo(accepted.stream().map(StacItem::id).toList());
            for (int i = 0; i < back.size(); i++) {
                assertThat(comparable(back.get(i))).isEqualTo(comparable(accepted.get(i)));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void mutate(Object holder) {
        if (holder instanceof Map<?, ?> map && !map.isEmpty()) {
            String name = (String) map.keySet().toArray()[random.nextInt(map.size())];
            change((Map<String, Object>) map, name, map.get(name));
        } else if (holder instanceof List<?> list && !list.isEmpty()) {
            int index = random.nextInt(list.size());
            Object value = list.get(index);
            if (isInner(value)) {
                mutate(value);
            } else {
                ((List<Object>) list).set(index, anything());
            }
        }
    }

    private void change(Map<String, Object> holder, String name, Object value) {
        if (isInner(value)) {
            mutate(value);
        } else if (random.nextInt(4) == 0) {
            holder.put(
                    List.of("", "a.b", "ACME", "nodata", "updated", "bbox", "ü/ß", "list")
                            .get(random.nextInt(8)),
                    anything());
        } else {
            holder.put(name, anything());
        }
    }

    private boolean isInner(@Nullable Object value) {
        return (value instanceof Map || value instanceof List) && random.nextInt(4) != 0;
    }

    private @Nullable Object anything() {
        return switch (random.nextInt(16)) {
            case 0 -> null;
            case 1 -> new BigInteger("123456789012345678901234567890");
            case 2 -> new BigDecimal("1e400");
            case 3 -> Long.MAX_VALUE;
            case 4 -> 1e300;
            case 5 -> "nan";
            case 6 -> "2026-06-15T12:00:00+02:00";
            case 7 -> "";
            case 8 -> true;
            case 9 -> new ArrayList<>();
            case 10 -> new LinkedHashMap<>();
            case 11 -> new ArrayList<>(List.of(new LinkedHashMap<>()));
            case 12 -> List.of(List.of(), List.of(1, 2.5));
            case 13 -> new LinkedHashMap<>(Map.of("a", Map.of(), "b", List.of("x", 1)));
            case 14 -> -5;
            default -> List.of("a", "b");
        };
    }

    /** What the documentation says is lost is left out. */
    private static Map<String, Object> comparable(StacItem item) {
        Map<String, Object> json = JsonValues.members(comparable(item.toMap()));
        json.keySet().retainAll(TableSchema.TOP);
        json.values().removeIf(List.of()::equals); // of links and extensions, which a table always has
        JsonValues.object(json.get("properties")).ifPresent(properties -> {
            properties.keySet().removeAll(TableSchema.TOP);
            properties.replaceAll((name, value) -> TableSchema.TIMES.contains(name) && value instanceof String text
                    ? Times.micros(text, name, item.id())
                    : value);
        });
        JsonValues.object(item.toMap().get("geometry"))
                .ifPresent(geometry -> json.put("geometry", comparable(Wkb.read(Wkb.of(geometry)))));
        return json;
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            Map<String, Object> object = new HashMap<>();
            JsonValues.members(value).forEach((name, member) -> {
                Object compared = comparable(member);
                if (compared != null) {
                    object.put(name, compared);
                }
            });
            return object.isEmpty() ? null : object;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(comparable(element)));
            return elements;
        }
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    @Test
    void aDamagedTableIsReportedAsOne() throws IOException {
        roundTrip(List.of(TableItems.item("a"), TableItems.item("b")), "refuse");
        byte[] whole = Files.readAllBytes(folder.resolve("items.parquet"));
        Path damaged = folder.resolve("damaged.parquet");
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            Files.write(damaged, bytes);
            try (Stream<StacItem> items = StacTable.read(damaged)) {
                items.forEach(StacItem::id);
            } catch (StacGeneratorException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.INVALID_TARGET);
            }
        }
    }
}
