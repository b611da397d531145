package io.stacgenerator.internal.storage.http;

import io.stacgenerator.material.Material;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** nginx as a process of its own, which serves a folder on a free port of the loopback address. */
final class Nginx implements AutoCloseable {

    private static final String CONFIGURATION = """
            daemon off;
            master_process off;
            pid nginx.pid;
            error_log error.log;
            events {}
            http {
              access_log off;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              server {
                listen 127.0.0.1:%d;
                root files;
              }
            }
            """;

    private final Process process;
    private final Path folder;
    private final int port;

    private Nginx(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    static Nginx start(Path folder) throws IOException {
        int port = freePort();
        Files.createDirectories(folder.resolve("files"));
        Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(port));
        Process process = new ProcessBuilder(
                        Material.path("nginx").toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        "nginx.conf",
                        "-e",
                        "error.log")
                .inheritIO()
                .start();
        while (process.isAlive() && !listens(port)) {
            Thread.onSpinWait();
        }
        return new Nginx(process, folder, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connection.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Stores a file, or replaces it by another version. */
    void put(String name, byte[] content) throws IOException {
        Path file = folder.resolve("files").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
