package io.stacgenerator.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stacgenerator.cli.demo.DemoScene;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Does what most runs do, so that the launcher can archive the classes that they load. */
public final class Training {

    private static final int PARTIAL_CONTENT = 206;

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
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, image));
        server.start();
        try {
            run(
                    "generate",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/scene.tif",
                    "-o",
                    folder.resolve("item.json"));
        } finally {
            server.stop(0);
            Main.endHttpClients();
        }
    }

    private static void run(Object... words) {
        String[] args = List.of(words).stream().map(Object::toString).toArray(String[]::new);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Main.commandLine(nowhere, nowhere, args).execute(args);
    }

    private static void answer(HttpExchange exchange, byte[] content) throws IOException {
        String[] range = exchange.getRequestHeaders().getFirst("Range").split("[=-]", -1);
        int first = Integer.parseInt(range[1]);
        int end = Math.min(Integer.parseInt(range[2]) + 1, content.length);
        exchange.getResponseHeaders().set("Content-Range", "bytes %d-%d/%d".formatted(first, end - 1, content.length));
        exchange.sendResponseHeaders(PARTIAL_CONTENT, end - first);
        try (OutputStream answer = exchange.getResponseBody()) {
            answer.write(content, first, end - first);
        }
    }
}
