package io.stacgenerator.internal.vendor;

import io.stacgenerator.spi.vendor.PartialItem;
import io.stacgenerator.spi.vendor.ProductTable;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Reads what OpenDroneMap reports of a flight: {@code odm_report/stats.json} and {@code odm_report/shots.geojson}
 * (OpenDroneMap documentation, outputs; the report's code). Times are those of the cameras, which tell no zone and are
 * taken for UTC there too.
 */
public final class OpenDroneMap implements Vendor {

    private static final ProductTable PRODUCTS =
            ProductTable.of(() -> OpenDroneMap.class.getResourceAsStream("opendronemap.txt"));
    private static final String SHOTS = "(?i)shots\\.geojson";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy 'at' HH:mm:ss");

    /** Seconds since 1970, up to the year 9999. */
    private static final double LAST_SECOND = 253_402_300_799.0;

    private static final String NUMBER = "\\d{1,12}(\\.\\d{1,20})?(E\\d{1,2})?";

    private static final int CENTIMETERS = 2;

    @Override
    public String id() {
        return "opendronemap";
    }

    @Override
    public ProductTable products() {
        return PRODUCTS;
    }

    @Override
    public void describe(Section said, PartialItem item) {
        if (said.first("features").isPresent()) {
            shots(said, item);
        } else {
            report(said, item);
        }
        item.assets("", List.of());
    }

    private static void report(Section said, PartialItem item) {
        item.number(
                said.part("odm_processing_statistics"),
                "gsd",
                "average_gsd",
                centimeters -> centimeters.movePointLeft(CENTIMETERS));
        if (!item.hasMetadata(SHOTS)) {
            Section processing = said.part("processing_statistics");
            item.acquired(
                    Optional.empty(),
                    processing.text("start_date").flatMap(OpenDroneMap::time),
                    processing.text("end_date").flatMap(OpenDroneMap::time));
        }
    }

    private static Optional<String> time(String date) {
        try {
            return Optional.of(
                    LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void shots(Section said, PartialItem item) {
        List<Long> times = said.texts("capture_time")
                .filter(text -> text.matches(NUMBER))
                .map(Double::parseDouble)
                .filter(seconds -> seconds > 0 && seconds <= LAST_SECOND)
                .map(Double::longValue)
                .sorted()
                .toList();
        if (!times.isEmpty()) {
            item.acquired(
                    Optional.empty(),
                    Optional.of(Instant.ofEpochSecond(times.get(0)).toString()),
                    Optional.of(
                            Instant.ofEpochSecond(times.get(times.size() - 1)).toString()));
        }
    }
}
