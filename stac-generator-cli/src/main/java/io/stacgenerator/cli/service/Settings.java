package io.stacgenerator.cli.service;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the page has to know of its service: what may be read, and what the map is drawn on. */
final class Settings {

    private final ServiceOptions options;

    Settings(ServiceOptions options) {
        this.options = options;
    }

    void show(Context ctx) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("allowed_roots", options.allowedRoots());
        members.put("allowed_hosts", options.allowedHosts());
        members.put("allowed_prefixes", options.allowedPrefixes());
        MapTiles tiles = options.tiles();
        if (tiles != null) {
            members.put("tiles", tiles.toMap());
        }
        Thumbnails thumbnails = options.thumbnails();
        if (thumbnails != null) {
            members.put("thumbnails", thumbnails.href());
        }
        Json.answer(ctx, members);
    }
}
