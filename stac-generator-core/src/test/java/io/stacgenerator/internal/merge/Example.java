package io.stacgenerator.internal.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.Source;
import io.stacgenerator.internal.field.InstalledFields;
import io.stacgenerator.internal.item.Provenance;
import io.stacgenerator.internal.merge.document.MetadataLayer;
import io.stacgenerator.internal.merge.member.MergeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A generated Item with an image of two bands and a thumbnail, and merges into it. */
final class Example {

    static final MergeRules AUTOMATIC =
            new MergeRules(Source.AUTOMATIC, false, false, false, InstalledFields.builtIn());
    static final MergeRules MANUAL = new MergeRules(Source.MANUAL, false, false, false, InstalledFields.builtIn());
    static final MergeRules GEOREFERENCED =
            new MergeRules(Source.AUTOMATIC, false, true, false, InstalledFields.builtIn());
    static final MergeRules STRICT = new MergeRules(Source.AUTOMATIC, true, false, false, InstalledFields.builtIn());

    private Example() {}

    static Map<String, Object> item() {
        return Json.object("""
                {
                  "type": "Feature",
                  "stac_version": "1.1.0",
                  "stac_extensions": [
                    "https://stac-extensions.github.io/file/v2.1.0/schema.json",
                    "https://stac-extensions.github.io/projection/v2.0.0/schema.json"
                  ],
                  "id": "scene-7",
                  "geometry": {
                    "type": "Polygon",
                    "coordinates": [[[10, 50], [11, 50], [11, 51], [10, 51], [10, 50]]]
                  },
                  "bbox": [10, 50, 11, 51],
                  "properties": {"datetime": "2023-07-09T08:00:00Z", "proj:code": "EPSG:25832"},
                  "links": [
                    {"rel": "self", "href": "https://example.org/scene-7.json"},
                    {"rel": "collection", "href": "./collection.json"}
                  ],
                  "collection": "scenes",
                  "assets": {
                    "image": {
                      "href": "./tiles/scene%207.tif",
                      "roles": ["data"],
                      "data_type": "uint8",
                      "nodata": 0,
                      "proj:shape": [40, 30],
                      "proj:transform": [2.5, 0, 600000, 0, -2.5, 5600000],
                      "file:size": 4711,
                      "bands": [{"name": "one"}, {"name": "two"}]
                    },
                    "preview": {"href": "./preview.png", "roles": ["thumbnail"]}
                  }
                }
                """);
    }

    static Map<String, Object> unlocated() {
        Map<String, Object> item = item();
        item.remove("bbox");
        item.remove("collection");
        return merge(item, MANUAL, "{\"geometry\": null}").item();
    }

    static MergeResult merge(String... documents) {
        return merge(item(), AUTOMATIC, documents);
    }

    static MergeResult merge(MergeRules rules, String... documents) {
        return merge(item(), rules, documents);
    }

    /** Merges, and merges the same documents into the result again, which must change nothing. */
    static MergeResult merge(Map<String, Object> item, MergeRules rules, String... documents) {
        List<MetadataLayer> layers =
                layers(Stream.of(documents).map(Json::value).toList());
        MergeResult result = merged(item, layers, rules);
        assertThat(merged(result.item(), layers, rules).item())
                .as("merged again")
                .usingComparator(Json.BY_VALUE)
                .isEqualTo(result.item());
        return result;
    }

    static MergeResult merged(Map<String, Object> item, List<MetadataLayer> layers, MergeRules rules) {
        return MetadataMerge.merge(item, new Provenance(), MetadataDocuments.of(layers, rules.fields()), rules);
    }

    static List<MetadataLayer> layers(List<Object> documents) {
        List<MetadataLayer> layers = new ArrayList<>();
        for (Object document : documents) {
            layers.add(new MetadataLayer("/meta/" + layers.size() + ".json", document));
        }
        return layers;
    }

    static Object at(MergeResult result, String pointer) {
        return Json.at(result.item(), pointer);
    }

    /** The notes as {@code code pointer}. */
    static List<String> notes(MergeResult result) {
        return result.notes().stream()
                .map(note -> note.code() + " " + note.pointer())
                .toList();
    }

    static List<String> codes(MergeResult result) {
        return result.notes().stream().map(note -> note.code().toString()).toList();
    }

    /** Checks the value at a pointer and the codes of the notes, separated by blanks. */
    static void assertMerged(MergeResult result, String pointer, String expected, String codes) {
        assertThat(at(result, pointer))
                .usingComparator(Json.BY_VALUE)
                .as(pointer)
                .isEqualTo(Json.value(expected));
        assertThat(String.join(" ", codes(result))).isEqualTo(codes);
    }
}
