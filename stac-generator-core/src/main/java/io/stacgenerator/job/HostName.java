package io.stacgenerator.job;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people call a machine. */
final class HostName {

    /** As long as the name of a worker may be. */
    private static final int MAX_LENGTH = 100;

    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._-]");

    private HostName() {}

    /** Returns the name in the characters that the name of a worker may have; {@code worker} when there is none. */
    static String ofThisMachine() {
        // Linux shells and containers know it without a look-up, which may take seconds where DNS is wrong
        String name = Optional.ofNullable(System.getenv("HOSTNAME")).orElseGet(HostName::lookedUp);
        String fit = UNFIT.matcher(name).replaceAll("-");
        return fit.isEmpty() ? "worker" : fit.substring(0, Math.min(fit.length(), MAX_LENGTH));
    }

    private static String lookedUp() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
