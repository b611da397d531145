package io.stacgenerator.cli;

/** How a service logs. */
enum LogFormat {
    /** Lines for people. */
    TEXT,
    /** A JSON object in each line. */
    JSON
}
