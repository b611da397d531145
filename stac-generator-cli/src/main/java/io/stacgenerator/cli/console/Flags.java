package io.stacgenerator.cli.console;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** Names options as the user of a command types them, where the library names them as its own. */
public final class Flags {

    private static final Pattern OPTION = Pattern.compile("the option ([a-z]+(?:[A-Z][a-z]+| fallback| pattern){0,3})");

    private Flags() {}

    public static String in(String message, CommandSpec command) {
        return OPTION.matcher(message).replaceAll(found -> {
            String flag = "--" + kebab(found.group(1));
            return command.findOption(flag) == null ? found.group() : flag;
        });
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").replace(' ', '-').toLowerCase(Locale.ROOT);
    }
}
