package io.stacgenerator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HttpClientsTest {

    @Test
    void noIdleClientKeepsTheProcessFromEndingAtOnce() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdleClient.class.getName())
                .inheritIO()
                .start();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /** A process of its own: the clients of other tests go on. */
    static final class IdleClient {

        public static void main(String[] args) throws InterruptedException {
            HttpClient client = HttpClient.newHttpClient();
            Thread thread = Thread.getAllStackTraces().keySet().stream()
                    .filter(each -> each.getName().contains("SelectorManager"))
                    .findAny()
                    .orElseThrow();

            try {
                Main.endHttpClients();
                thread.join(10_000);
            } finally {
                Reference.reachabilityFence(client);
            }
            System.exit(thread.isAlive() ? 1 : 0);
        }
    }
}
