package io.stacgenerator.cli.service;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the service is reached and how it ends.
 *
 * @param host the name or address to listen on; {@code 0.0.0.0} for all of the machine
 * @param port the port to listen on; 0 for any that is free
 * @param token what callers have to show; null when everybody may call
 * @param workers how many jobs to run at a time in this process; 0 to leave them to other processes
 * @param grace how long calls and jobs may go on when the service is closed
 * @param jobTimeout how long a job may run
 */
public record ServiceOptions(
        String host, int port, @Nullable String token, int workers, Duration grace, Duration jobTimeout) {}
