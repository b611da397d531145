package io.stacgenerator.internal.merge;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.href.PercentEncoding;
import java.util.ArrayDeque;
import java.util.Deque;

/** Hrefs in a form in which equal ones name the same file. */
final class Href {

    private Href() {}

    /** Returns an href without query, fragment, {@code ./} and percent-encoding; a file URI becomes a path. */
    static String canonical(String href) {
        String path = href.replaceFirst("[?#].*$", "").replaceFirst("^file:(//)?(?=/)", "");
        return withoutDots(PercentEncoding.decode(path));
    }

    /** Returns the href as seen from where the base is. */
    static String resolve(String base, String href) {
        boolean absolute = href.startsWith("/") || Hrefs.scheme(href) != null;
        return absolute ? href : base.substring(0, base.lastIndexOf('/') + 1) + href;
    }

    static String fileName(String href) {
        String path = canonical(href);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String withoutDots(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            boolean up = segment.equals("..")
                    && !segments.isEmpty()
                    && !segments.getLast().equals("..");
            if (up) {
                segments.removeLast();
            } else if (!segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return String.join("/", segments);
    }
}
