package io.stacgenerator.internal.scene;

import static java.util.Objects.requireNonNull;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.SceneOptions;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.vendor.Vendors;
import io.stacgenerator.spi.vendor.SceneFile;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Turns a listing into requests, one for each scene.
 *
 * <p>The files of a scene have the start of their paths in common, and a listing is ordered: a scene is complete when
 * its start is passed. So only the scenes whose starts lead to the current path are kept.
 */
public final class SceneListing implements Iterator<GenerationRequest> {

    private static final Pattern DOCUMENT =
            Pattern.compile("(?<stem>.+?)(?:_metadata\\.json|\\.json|\\.xml)", Pattern.CASE_INSENSITIVE);

    /** What vendors deliver scenes in. */
    private static final Pattern ARCHIVE =
            Pattern.compile(".+\\.(?:zip|tar|tgz|gz|bz2|7z|rar)", Pattern.CASE_INSENSITIVE);

    /**
     * What systems leave in folders and archives, such as the {@code ._B1.TIF} that macOS puts next to B1.TIF, previews
     * on network drives, and what was deleted.
     */
    private static final Pattern HIDDEN = Pattern.compile(
            "(?:.*/)?(?:\\.[^/]*|__MACOSX|@eaDir|#recycle|\\$RECYCLE\\.BIN|lost\\+found)(?:/.*)?",
            Pattern.CASE_INSENSITIVE);

    /** As browsers and file managers name the second file of a name. */
    private static final Pattern COPY =
            Pattern.compile(".+(?: ?\\(\\d+\\)| - Copy(?: \\(\\d+\\))?| copy(?: \\d+)?)\\.\\w+");

    private final Iterator<String> hrefs;
    private final UnaryOperator<String> publicHref;
    private final int start;
    private final Vendors vendors;
    private final SceneOptions options;
    private final Consumer<Warning> warnings;
    private final PathMatcher rasters;
    private final Queue<GenerationRequest> ready = new ArrayDeque<>();

    /** The scenes by the start of their paths, the longest of which is passed first. */
    private final Map<String, Map<Key, Scene>> open =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** What a scene is known by: a file can be named like the start of a vendor's files. */
    private record Key(String path, boolean ofVendor) {}

    private SceneListing(
            Iterator<String> hrefs,
            UnaryOperator<String> publicHref,
            String prefix,
            Vendors vendors,
            SceneOptions options,
            Consumer<Warning> warnings) {
        this.hrefs = hrefs;
        this.publicHref = publicHref;
        this.vendors = vendors;
        this.options = options;
        this.warnings = warnings;
        start = path(prefix).length();
        rasters = FileSystems.getDefault()
                .getPathMatcher("glob:" + options.include().toLowerCase(Locale.ROOT));
    }

    /**
     * Groups a listing.
     *
     * @param prefix what was listed
     * @param hrefs the hrefs in the order of their names; closed with the result
     * @param publicHref returns the form of an href that may be published
     * @param vendors who knows files
     * @param options how other files are grouped
     * @param warnings takes what is left out that may hold scenes
     * @return the requests, made as they are pulled
     */
    public static Stream<GenerationRequest> of(
            String prefix,
            Stream<String> hrefs,
            UnaryOperator<String> publicHref,
            Vendors vendors,
            SceneOptions options,
            Consumer<Warning> warnings) {
        Iterable<GenerationRequest> requests =
                () -> new SceneListing(hrefs.iterator(), publicHref, prefix, vendors, options, warnings);
        return StreamSupport.stream(requests.spliterator(), false).onClose(hrefs::close);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && hrefs.hasNext()) {
            String href = hrefs.next();
            String path = path(href);
            closeUnless(path::startsWith);
            if (!HIDDEN.matcher(path.substring(Math.max(0, path.lastIndexOf('/', start))))
                    .matches()) {
                add(href, path);
            }
        }
        if (ready.isEmpty()) {
            closeUnless(start -> false);
        }
        return !ready.isEmpty();
    }

    @Override
    public GenerationRequest next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the listing is at its end");
        }
        return requireNonNull(ready.poll());
    }

    private String path(String href) {
        return Hrefs.canonical(publicHref.apply(href));
    }

    private void closeUnless(Predicate<String> leads) {
        open.entrySet().removeIf(entry -> {
            if (leads.test(entry.getKey())) {
                return false;
            }
            entry.getValue().values().forEach(this::close);
            return true;
        });
    }

    private void close(Scene scene) {
        scene.bareMetadata()
                .ifPresent(href -> warnings.accept(new Warning(
                        "scene-without-data",
                        "%s is not used: the images that it describes are not there, or not to be told from others"
                                .formatted(publicHref.apply(href)))));
        ready.addAll(scene.close(options));
    }

    private void add(String href, String path) {
        Scene before = null;
        for (SceneFile place : vendors.sceneFiles(path)) {
            Scene scene =
                    scene(place.scene(), new Key(place.scene() + place.part().orElse(""), true));
            scene.add(href, place);
            scene.claimedBy(before);
            if (place.certain()) {
                if (!place.asset()) {
                    addUnknown(href, name(path), place, scene);
                }
                return;
            }
            before = scene;
        }
        Scene claimant = before;
        addOther(href, path).ifPresent(other -> other.claimedBy(claimant));
    }

    private Optional<Scene> addOther(String href, String path) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        String name = path.substring(folder.length());
        Optional<Scene> group = group(path);
        Matcher document = DOCUMENT.matcher(name);
        if (group.isPresent() && !document.matches()) {
            group.get().addAsset(href);
            return group;
        }
        if (document.matches()) {
            String stem = document.group("stem");
            String image = isRaster(stem) ? stem(stem) : stem;
            Scene scene = group.orElseGet(() -> file(folder + image));
            scene.addDocument(href, name.substring(image.length()).toLowerCase(Locale.ROOT), 0);
            return Optional.of(scene);
        }
        if (isRaster(name)) {
            Scene scene = file(folder + stem(name));
            scene.addAsset(href);
            return Optional.of(scene);
        }
        warnOfArchive(href, name);
        return Optional.empty();
    }

    /**
     * Other rasters in the folder of a product, such as its masks, are no assets next to its images: they would be as
     * many again. Neither are copies.
     */
    private void addUnknown(String href, String name, SceneFile place, Scene scene) {
        boolean namedByProduct = !place.scene().endsWith("/");
        if (!isRaster(name)) {
            warnOfArchive(href, name);
        } else if (namedByProduct && !COPY.matcher(name).matches()) {
            scene.addAsset(href);
        } else {
            scene.addUnknown(href);
        }
    }

    private void warnOfArchive(String href, String name) {
        if (ARCHIVE.matcher(name).matches()) {
            warnings.accept(new Warning(
                    "archive-left-out",
                    "%s is an archive, which is not looked into: unpack it for Items of what it holds"
                            .formatted(publicHref.apply(href))));
        }
    }

    private static String stem(String name) {
        return name.substring(0, Math.max(1, name.lastIndexOf('.')));
    }

    private boolean isRaster(String name) {
        return rasters.matches(Path.of(name.toLowerCase(Locale.ROOT)));
    }

    private Scene file(String stem) {
        return scene(stem, new Key(stem, false));
    }

    private Optional<Scene> group(String path) {
        if (options.groupBy().isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = options.groupBy().get().matcher(path);
        matcher.region(path.startsWith("/", start) ? start + 1 : start, path.length());
        if (!matcher.find() || matcher.group("item") == null) {
            return Optional.empty();
        }
        return Optional.of(group(path, matcher));
    }

    private Scene group(String path, Matcher matcher) {
        int begin = matcher.start("item");
        String folder = path.substring(0, path.lastIndexOf('/', begin) + 1);
        String key = folder + matcher.group("item");
        Scene scene = scene(begin == folder.length() ? key : folder, new Key(key, false));
        scene.group();
        return scene;
    }

    private Scene scene(String boundary, Key key) {
        return open.computeIfAbsent(boundary, start -> new LinkedHashMap<>())
                .computeIfAbsent(
                        key,
                        made -> made.ofVendor() ? Scene.ofVendor(name(made.path())) : Scene.ofFile(name(made.path())));
    }

    private static String name(String path) {
        List<String> segments = List.of(path.split("/"));
        return segments.get(segments.size() - 1);
    }
}
