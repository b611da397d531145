package io.stacgenerator.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stacgenerator.cli.demo.DemoScene;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;
import java.util.regex.MatchResult;

/** Does what most runs do, so that the launcher can archive the classes that they load. */
public final class Training {

    private Training() {}

    /**
     * Makes the Item of the demonstration, and one of the same scene read over HTTP.
     *
     * @param args the folder for the scene and the Item
     * @throws IOException when there can be no server, or the scene cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        run("demo", "--folder", folder);
        byte[] image = Files.readAllBytes(DemoScene.write(folder).image());
        try (ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            Thread answers = new Thread(() -> serve(server, image));
            answers.setDaemon(true);
            answers.start();
            run(
                    "generate",
                    "http://127.0.0.1:" + server.getLocalPort() + "/scene.tif",
                    "-o",
                    folder.resolve("item.json"));
        } finally {
            Main.endHttpClients();
        }
    }

    private static void run(Object... words) {
        String[] args = List.of(words).stream().map(Object::toString).toArray(String[]::new);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Main.commandLine(nowhere, nowhere, args).execute(args);
    }

    private static void serve(ServerSocket server, byte[] content) {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                answer(connection, content);
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException("the server of the training failed", e);
                }
            }
        }
    }

    /** Answers one request for a range. */
    private static void answer(Socket connection, byte[] content) throws IOException {
        Scanner request = new Scanner(connection.getInputStream(), ISO_8859_1);
        request.findWithinHorizon("(?is)range: bytes=(\\d+)-(\\d+).*?\r\n\r\n", 0);
        MatchResult range = request.match();
        int first = Integer.parseInt(range.group(1));
        int end = Math.min(Integer.parseInt(range.group(2)) + 1, content.length);
        String head = "HTTP/1.1 206 Partial Content\r\nConnection: close\r\n"
                + "Content-Length: %d\r\nContent-Range: bytes %d-%d/%d\r\n\r\n"
                        .formatted(end - first, first, end - 1, content.length);
        OutputStream answer = connection.getOutputStream();
        answer.write(head.getBytes(ISO_8859_1));
        answer.write(Arrays.copyOfRange(content, first, end));
        answer.flush();
    }
}
