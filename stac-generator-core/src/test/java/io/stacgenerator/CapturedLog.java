package io.stacgenerator;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that the library logs until this is closed, at every level. */
public final class CapturedLog extends Handler {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger logger = Logger.getLogger("io.stacgenerator");

    /** Begins to listen. */
    public CapturedLog() {
        setFormatter(new SimpleFormatter());
        setLevel(Level.ALL);
        logger.addHandler(this);
        logger.setLevel(Level.ALL);
    }

    /** Returns what was logged so far. */
    public String text() {
        return String.join("", lines);
    }

    @Override
    public void publish(LogRecord logged) {
        lines.add(getFormatter().format(logged));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.setLevel(null);
        logger.removeHandler(this);
    }
}
