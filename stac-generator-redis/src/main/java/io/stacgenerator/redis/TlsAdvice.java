package io.stacgenerator.redis;

import java.net.ConnectException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What to do when a connection with TLS does not come about. */
final class TlsAdvice {

    private static final String TRUST =
            "; the certificate of the server is not trusted: give its authority by sslContext"
                    + " of the queue's builder, or by the property javax.net.ssl.trustStore";
    private static final String NAME = "; the certificate of the server is not one for this host";

    /** A server that misses a certificate closes the connection, often before its reason has arrived. */
    private static final String CLIENT =
            "; if the server asks for a certificate of the client, give one that it trusts by"
                    + " sslContext of the queue's builder, or by the property javax.net.ssl.keyStore; if it does not speak TLS,"
                    + " its URL begins with redis instead of rediss";

    private TlsAdvice() {}

    static String of(Throwable failure) {
        Set<Throwable> causes = causes(failure);
        if (has(causes, CertPathBuilderException.class)) {
            return TRUST;
        }
        if (has(causes, CertificateException.class)) {
            return NAME;
        }
        return has(causes, ConnectException.class) ? "" : CLIENT;
    }

    private static boolean has(Set<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    /** Returns a failure with its causes and what it suppressed, where Jedis keeps failed attempts. */
    private static Set<Throwable> causes(Throwable failure) {
        Set<Throwable> found = new LinkedHashSet<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (found.add(next)) {
                open.addAll(List.of(next.getSuppressed()));
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
            }
        }
        return found;
    }
}
