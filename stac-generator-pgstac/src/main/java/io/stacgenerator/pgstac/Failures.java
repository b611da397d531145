package io.stacgenerator.pgstac;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What the states of SQL mean for Items (PostgreSQL, appendix A). */
final class Failures {

    static final String CANCELED = "57014";

    /** Serialization failure, deadlock, lock not available, and the server that starts or ends. */
    private static final Set<String> PASSING = Set.of("40001", "40P01", "55P03", "57P01", "57P02", "57P03");

    /** The connection, and resources such as connections or disk space that may be free again. */
    private static final List<String> UNAVAILABLE = List.of("08", "53", "57", "58", "XX");

    /** Authorization, and a privilege that lacks. */
    private static final List<String> DENIED = List.of("28", "42501");

    /** Unique violation: an Item with this id is there. */
    private static final String EXISTS = "23505";

    private Failures() {}

    static boolean isExisting(SQLException failure) {
        return state(failure).equals(EXISTS);
    }

    static boolean isLost(SQLException failure) {
        return state(failure).startsWith("08") || state(failure).startsWith("57");
    }

    /** Tells whether the same may succeed soon. */
    static boolean passes(SQLException failure) {
        return PASSING.contains(state(failure)) || state(failure).startsWith("08");
    }

    /** Tells whether one of the Items is at fault. */
    static boolean isOfItem(SQLException failure) {
        return !passes(failure) && code(failure) == ErrorCode.ITEM_REFUSED;
    }

    static ErrorCode code(SQLException failure) {
        String state = state(failure);
        if (state.equals(CANCELED)) {
            return ErrorCode.CANCELED;
        }
        if (DENIED.stream().anyMatch(state::startsWith)) {
            return ErrorCode.ACCESS_DENIED;
        }
        boolean unavailable = PASSING.contains(state) || UNAVAILABLE.stream().anyMatch(state::startsWith);
        return unavailable || state.isEmpty() ? ErrorCode.STORAGE_UNAVAILABLE : ErrorCode.ITEM_REFUSED;
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    /** The first line of what the server says, which has no SQL in it. */
    static String reason(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("") + " (SQL state " + state(failure)
                + ")";
    }

    static StacGeneratorException invalid(String message) {
        return new StacGeneratorException(ErrorCode.INVALID_TARGET, message);
    }
}
