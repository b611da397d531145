package io.stacgenerator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a command printed, and how it ended. */
record Run(int exitCode, String out, String err) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Runs with nothing on stdin: that of the test is how Surefire commands it. */
    static Run of(Object... args) {
        return reading(InputStream.nullInputStream(), args);
    }

    private static Run run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        int exitCode = Main.commandLine(new PrintWriter(out), new PrintWriter(err), texts)
                .execute(texts);
        return new Run(exitCode, out.toString(), err.toString());
    }

    static Run reading(InputStream stdin, Object... args) {
        InputStream before = System.in;
        System.setIn(stdin);
        try {
            return run(args);
        } finally {
            System.setIn(before);
        }
    }

    static Run reading(String stdin, Object... args) {
        return reading(new ByteArrayInputStream(stdin.getBytes(UTF_8)), args);
    }

    List<String> errLines() {
        return err.lines().toList();
    }

    Map<String, Object> json() {
        return json(out);
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    static Map<String, Object> json(String text) {
        return JSON.readValue(text, Map.class);
    }
}
