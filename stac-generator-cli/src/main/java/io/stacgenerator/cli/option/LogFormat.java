package io.stacgenerator.cli.option;

/** How a service logs. */
public enum LogFormat {
    /** Lines for people. */
    TEXT,
    /** A JSON object in each line. */
    JSON
}
