package io.stacgenerator.internal.validation;

import io.stacgenerator.internal.datetime.UtcTime;
import io.stacgenerator.spi.field.FieldHolder;
import io.stacgenerator.spi.field.FieldLevel;
import java.util.List;
import java.util.Map;

/** What holds between times (STAC common metadata, "Date and Time"). */
final class TimeRules {

    private static final String DATETIME = "datetime";
    private static final String START = "start_datetime";
    private static final String END = "end_datetime";

    private TimeRules() {}

    static void checkItem(List<FieldHolder> holders, Faults faults) {
        holders.stream()
                .filter(holder -> holder.level() == FieldLevel.ITEM)
                .forEach(holder -> checkDatetime(holder, faults));
        check(holders, faults);
    }

    static void check(List<FieldHolder> holders, Faults faults) {
        holders.forEach(holder -> checkRange(holder, faults));
    }

    private static void checkDatetime(FieldHolder properties, Faults faults) {
        Map<String, Object> members = properties.members();
        if (!members.containsKey(DATETIME)) {
            faults.lacks(properties.pointer(), DATETIME, "a time, or null next to start_datetime and end_datetime");
        } else if (members.get(DATETIME) == null && !members.containsKey(START) && !members.containsKey(END)) {
            faults.unexpected(
                    properties.pointerTo(DATETIME), null, "a time, or start_datetime and end_datetime next to it");
        }
    }

    private static void checkRange(FieldHolder holder, Faults faults) {
        boolean starts = holder.members().containsKey(START);
        if (starts != holder.members().containsKey(END)) {
            faults.add(
                    holder.pointerTo(starts ? START : END),
                    "stands alone, expected %s next to it".formatted(starts ? END : START));
        } else if (starts) {
            checkOrder(holder, faults);
        }
    }

    private static void checkOrder(FieldHolder holder, Faults faults) {
        if (UtcTime.isReversed(holder.members().get(START), holder.members().get(END))) {
            faults.unexpected(
                    holder.pointerTo(START),
                    holder.members().get(START),
                    "a time not after end_datetime '%s'"
                            .formatted(holder.members().get(END)));
        }
    }
}
