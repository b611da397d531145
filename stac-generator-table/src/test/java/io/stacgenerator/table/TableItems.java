package io.stacgenerator.table;

import io.stacgenerator.model.StacItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items of all kinds that a table has to take. */
final class TableItems {

    private TableItems() {}

    static Map<String, Object> json(String id) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("datetime", "2026-06-15T10:26:31.123456Z");
        properties.put("created", "2026-06-16T00:00:00Z");
        properties.put("platform", "acme-1");
        properties.put("gsd", 10);
        properties.put("eo:cloud_cover", 12.5);
        properties.put("proj:code", "EPSG:32632");
        properties.put("proj:shape", List.of(100L, 200L));
        properties.put("proj:transform", List.of(10, 0, 500000, 0, -10, 5600000));
        properties.put("sat:anx_datetime", "2026-06-15T10:00:00Z");
        properties.put("instruments", List.of("msi"));
        properties.put("acme:flag", true);
        properties.put("acme:nested", Map.of("a", Map.of("b", List.of(1.5, 2))));
        Map<String, Object> band = new LinkedHashMap<>();
        band.put("name", "B04");
        band.put("nodata", "nan");
        band.put("statistics", Map.of("minimum", 1, "maximum", 2.5, "count", 100));
        Map<String, Object> image = new LinkedHashMap<>();
        image.put("href", "https://example.com/" + id + ".tif");
        image.put("type", "image/tiff; application=geotiff; profile=cloud-optimized");
        image.put("roles", List.of("data"));
        image.put("bands", List.of(band, Map.of("name", "B08", "nodata", 0)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "Feature");
        json.put("stac_version", "1.1.0");
        json.put("stac_extensions", List.of("https://stac-extensions.github.io/projection/v2.0.0/schema.json"));
        json.put("id", id);
        json.put("geometry", polygon(10, 50, 11, 51));
        json.put("bbox", List.of(10.0, 50.0, 11.0, 51.0));
        json.put("properties", properties);
        json.put("links", List.of(Map.of("rel", "collection", "href", "https://example.com/c.json")));
        Map<String, Object> assets = new LinkedHashMap<>();
        assets.put("image", image);
        json.put("assets", assets);
        json.put("collection", "scenes");
        return json;
    }

    static Map<String, Object> polygon(double west, double south, double east, double north) {
        return Map.of("type", "Polygon", "coordinates", List.of(ring(west, south, east, north)));
    }

    static List<List<Double>> ring(double west, double south, double east, double north) {
        return List.of(
                List.of(west, south),
                List.of(east, south),
                List.of(east, north),
                List.of(west, north),
                List.of(west, south));
    }

    static StacItem item(String id) {
        return StacItem.of(json(id));
    }

    /** Returns an Item with other properties. */
    static StacItem item(String id, Map<String, ?> properties) {
        Map<String, Object> json = json(id);
        Map<String, Object> all = new LinkedHashMap<>(Map.of("datetime", "2026-06-15T10:26:31Z"));
        all.putAll(properties);
        json.put("properties", all);
        return StacItem.of(json);
    }

    static StacItem with(String id, String member, Object value) {
        Map<String, Object> json = json(id);
        json.put(member, value);
        return StacItem.of(json);
    }

    static StacItem acrossTheAntimeridian(String id) {
        Map<String, Object> json = json(id);
        json.put(
                "geometry",
                Map.of(
                        "type",
                        "MultiPolygon",
                        "coordinates",
                        List.of(List.of(ring(179, -10, 180, 10)), List.of(ring(-180, -10, -179, 10)))));
        json.put("bbox", List.of(179.0, -10.0, -179.0, 10.0));
        return StacItem.of(json);
    }

    static StacItem withHeights(String id) {
        Map<String, Object> json = json(id);
        List<List<Double>> ring = new ArrayList<>();
        ring(10, 50, 11, 51).forEach(position -> ring.add(List.of(position.get(0), position.get(1), 300.0)));
        json.put("geometry", Map.of("type", "Polygon", "coordinates", List.of(ring)));
        json.put("bbox", List.of(10.0, 50.0, 300.0, 11.0, 51.0, 300.0));
        return StacItem.of(json);
    }
}
