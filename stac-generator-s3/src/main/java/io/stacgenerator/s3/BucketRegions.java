package io.stacgenerator.s3;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The regions of buckets, as far as they are known to differ from the one that is assumed. Thread-safe. */
final class BucketRegions {

    /** Each costs a request when it is learned again; services are asked for buckets of anybody. */
    private static final int MOST = 1000;

    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    private final Supplier<String> assumed;
    private final Map<String, String> learned = Collections.synchronizedMap(new LastUsed());

    /**
     * Creates it.
     *
     * @param assumed gives the region that buckets are asked for in first
     */
    BucketRegions(Supplier<String> assumed) {
        this.assumed = assumed;
    }

    private static final class LastUsed extends LinkedHashMap<String, String> {

        private static final long serialVersionUID = 1;

        LastUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    }

    /** Returns whether a text may be a region: it becomes part of a host. */
    static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    String of(String bucket) {
        String known = learned.get(bucket);
        return known == null ? assumed.get() : known;
    }

    void learn(String bucket, String region) {
        learned.put(bucket, region);
    }
}
