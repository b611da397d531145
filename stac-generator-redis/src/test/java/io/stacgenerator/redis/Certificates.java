package io.stacgenerator.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Keys and certificates of the authorities {@code ca} and {@code other}, made by the JDK's keytool. */
final class Certificates {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;
    private final Path file;
    private final KeyStore keys;

    /**
     * Makes them: a server and a client that {@code ca} has signed, and the client of {@code other}, a stranger.
     *
     * @param folder where their files go
     */
    Certificates(Path folder) throws IOException, GeneralSecurityException {
        this.folder = folder;
        file = folder.resolve("keys.p12");
        make("ca", "-ext", "bc:critical=ca:true");
        make("other", "-ext", "bc:critical=ca:true");
        make("server", "-signer", "ca", "-ext", "san=ip:127.0.0.1");
        make("client", "-signer", "ca");
        make("stranger", "-signer", "other");
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
    }

    private void make(String name, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-alias", name, "-dname", "CN=" + name, "-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", new String(PASSWORD)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String log = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("keytool made no key of %s: %s".formatted(name, log));
        }
    }

    /**
     * Returns the settings of a Redis server that shows its certificate, and asks each client for one of {@code ca}.
     */
    List<String> serverSettings() throws GeneralSecurityException {
        return List.of(
                "--tls-cert-file",
                pem("server.crt", "CERTIFICATE", certificate("server").getEncoded()),
                "--tls-key-file",
                pem("server.key", "PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded()),
                "--tls-ca-cert-file",
                pem("ca.crt", "CERTIFICATE", certificate("ca").getEncoded()));
    }

    private String pem(String name, String type, byte[] bytes) {
        String body = Base64.getMimeEncoder().encodeToString(bytes);
        String text = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type, body);
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Certificate certificate(String name) throws GeneralSecurityException {
        return keys.getCertificate(name);
    }

    /**
     * Returns a context that trusts one authority.
     *
     * @param client whose certificate it shows; null for none
     */
    SSLContext context(String authority, @Nullable String client) throws GeneralSecurityException, IOException {
        KeyStore trusted = empty();
        trusted.setCertificateEntry(authority, certificate(authority));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(client == null ? new KeyManager[0] : keys(client), trust.getTrustManagers(), null);
        return context;
    }

    private KeyManager[] keys(String client) throws GeneralSecurityException, IOException {
        KeyStore own = empty();
        own.setKeyEntry(client, keys.getKey(client, PASSWORD), PASSWORD, keys.getCertificateChain(client));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own, PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
