package io.stacgenerator.internal.sink;

import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.model.JsonValues;
import io.stacgenerator.model.StacItem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of files of a catalog. */
public final class CatalogNames {

    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}._-]+");

    private CatalogNames() {}

    /** Returns an id as a name that every file system and URL takes, and that leads nowhere else. */
    public static String file(String id) {
        String name = UNSAFE.matcher(id).replaceAll("_");
        return name.isEmpty() || name.startsWith(".") ? "_" + name : name;
    }

    /** Returns the name of an Item's file, without its suffix: not that of a Catalog or a Collection. */
    static String item(String id) {
        String name = file(id);
        return name.equalsIgnoreCase("catalog") || name.equalsIgnoreCase("collection") ? "_" + name : name;
    }

    /** Returns the way from a folder of the catalog to a file of it, both by their paths below the root. */
    static String relative(String folder, String file) {
        String[] from = folder.isEmpty() ? new String[0] : folder.split("/", -1);
        String[] to = file.split("/", -1);
        int same = 0;
        while (same < from.length && same < to.length - 1 && from[same].equals(to[same])) {
            same++;
        }
        StringBuilder way = new StringBuilder(same == from.length ? "./" : "../".repeat(from.length - same));
        for (int i = same; i < to.length; i++) {
            way.append(to[i]).append(i < to.length - 1 ? "/" : "");
        }
        return way.toString();
    }

    /** Returns the path below the root that a relative href in a folder leads to. */
    static String resolve(String folder, String href) {
        Deque<String> path = new ArrayDeque<>(folder.isEmpty() ? List.of() : List.of(folder.split("/", -1)));
        for (String part : href.split("/", -1)) {
            if (part.equals("..")) {
                path.pollLast();
            } else if (!part.equals(".")) {
                path.addLast(part);
            }
        }
        return String.join("/", path);
    }

    /** Returns an Item whose relative hrefs hold in another folder. */
    static StacItem moved(StacItem item, String from, String to) {
        Map<String, Object> members = new LinkedHashMap<>(item.toMap());
        members.put(
                "links",
                JsonValues.objects(members.get("links")).stream()
                        .map(link -> moved(link, from, to))
                        .toList());
        Map<String, Object> assets = new LinkedHashMap<>();
        item.assets().forEach((key, asset) -> assets.put(key, moved(asset.toMap(), from, to)));
        members.put("assets", assets);
        return StacItem.of(members);
    }

    private static Map<String, Object> moved(Map<String, Object> holder, String from, String to) {
        Map<String, Object> members = new LinkedHashMap<>(holder);
        JsonValues.string(holder.get("href"))
                .filter(href -> Hrefs.scheme(href) == null && !href.startsWith("/"))
                .ifPresent(href -> members.put("href", relative(to, resolve(from, href))));
        return members;
    }
}
