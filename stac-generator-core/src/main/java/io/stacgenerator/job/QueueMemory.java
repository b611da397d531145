package io.stacgenerator.job;

import io.stacgenerator.model.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How full the server is that holds a queue.
 *
 * @param usedBytes what it uses
 * @param limitBytes what it may use; 0 when it has no limit of its own
 * @since 0.1.0
 */
public record QueueMemory(long usedBytes, long limitBytes) implements JsonObject {

    /** Returns {@code used_bytes} and {@code limit_bytes}. */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("used_bytes", usedBytes);
        map.put("limit_bytes", limitBytes);
        return map;
    }
}
