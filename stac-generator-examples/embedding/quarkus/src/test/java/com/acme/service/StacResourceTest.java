package com.acme.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StacResourceTest {

    @TestHTTPResource("/items")
    URI items;

    @Test
    void makesAnItem() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(items)
                .POST(BodyPublishers.ofString(System.getProperty("request")))
                .build();
        String item = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        assertEquals(Files.readString(Path.of(System.getProperty("expected"))).strip(), item);
    }
}
