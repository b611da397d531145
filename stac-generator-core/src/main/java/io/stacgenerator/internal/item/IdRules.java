package io.stacgenerator.internal.item;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What an Item's id may be: it becomes a segment of API paths and the name of a file. */
public final class IdRules {

    private static final int MAX_BYTES = 200;
    private static final Pattern RESERVED =
            Pattern.compile("[/:\\\\?#%\\s\\p{Cntrl}]", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> FOLDERS = Set.of(".", "..");

    private IdRules() {}

    /**
     * Checks an id.
     *
     * @param id the id
     * @return what is wrong with it; none when it is valid
     */
    public static List<String> problems(String id) {
        if (id.getBytes(UTF_8).length > MAX_BYTES) {
            return List.of("is longer than %d bytes".formatted(MAX_BYTES));
        }
        List<String> problems = new ArrayList<>();
        if (id.isEmpty()) {
            problems.add("is an empty string, expected an id");
        }
        if (RESERVED.matcher(id).find()) {
            problems.add("is '%s', which has one of / : \\ ? # %% or a blank, expected an id without".formatted(id));
        }
        if (FOLDERS.contains(id)) {
            problems.add("is '%s', which names a folder".formatted(id));
        }
        return problems;
    }
}
