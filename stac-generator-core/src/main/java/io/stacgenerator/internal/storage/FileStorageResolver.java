package io.stacgenerator.internal.storage;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.internal.href.Hrefs;
import io.stacgenerator.internal.href.PercentEncoding;
import io.stacgenerator.internal.storage.object.Failures;
import io.stacgenerator.internal.storage.object.FileStorageObject;
import io.stacgenerator.spi.StorageContext;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.StorageResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads local files, and folders that are one dataset: {@code file:} URIs and plain paths, absolute or relative to the
 * working directory.
 *
 * <p>Asked last: a plain path is what is left when no other storage knows the href.
 */
public final class FileStorageResolver implements StorageResolver {

    /** After all others, which have schemes of their own. */
    static final int LAST = 1000;

    private static final Pattern WINDOWS_DRIVE = Pattern.compile("[A-Za-z]:[\\\\/].*", Pattern.DOTALL);

    @Override
    public String id() {
        return "file";
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public boolean supports(String href) {
        return isLocal(href);
    }

    static boolean isLocal(String href) {
        String scheme = Hrefs.scheme(href);
        return scheme == null ? !href.isEmpty() : scheme.equals("file");
    }

    @Override
    public StorageObject open(String href, StorageContext context) throws IOException {
        Path given = path(href);
        return reading(given, () -> {
            Path path = allowed(given, context);
            if (Files.isRegularFile(path)) {
                return FileStorageObject.open(path, publicHref(href));
            }
            if (FolderStorageObject.isDataset(path)) {
                return FolderStorageObject.open(path, publicHref(href), context.policy());
            }
            throw notAFile(path, given);
        });
    }

    /** Symbolic links to folders are not followed. */
    @Override
    public Stream<String> list(String prefix, StorageContext context) throws IOException {
        Path given = path(prefix);
        return reading(given, () -> {
            Path unused = allowed(given, context);
            if (!Files.isDirectory(given)) {
                throw new StacGeneratorException(
                        ErrorCode.NOT_FOUND, "'%s' does not exist or is a file, expected a folder".formatted(given));
            }
            return files(given).map(Path::toString);
        });
    }

    /** A folder that holds files may be a product, which its folders are parts of. */
    @Override
    public List<String> split(String prefix, StorageContext context) throws IOException {
        Path given = path(prefix);
        return reading(given, () -> {
            List<Path> children = Files.isDirectory(allowed(given, context)) ? children(given) : List.of();
            boolean folders = children.stream().allMatch(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS));
            return folders && !children.isEmpty()
                    ? children.stream().map(Path::toString).toList()
                    : List.of(prefix);
        });
    }

    private static Stream<Path> files(Path folder) {
        return children(folder).stream()
                .flatMap(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)
                        ? files(child)
                        : Stream.of(child).filter(Files::isRegularFile));
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T reading(Path given, Failures.Action<T> action) throws IOException {
        try {
            return action.run();
        } catch (NoSuchFileException e) {
            throw new StacGeneratorException(ErrorCode.NOT_FOUND, "file '%s' does not exist".formatted(given), e);
        } catch (AccessDeniedException e) {
            throw new StacGeneratorException(
                    ErrorCode.ACCESS_DENIED, "file '%s' may not be read by this user".formatted(given), e);
        }
    }

    private static Path allowed(Path given, StorageContext context) throws IOException {
        return reaching(given, () -> context.policy().checkPath(given));
    }

    /**
     * No file has a name that is too long, lies below a file or behind links in a circle; trying again does not help.
     */
    private static <T> T reaching(Path given, Failures.Action<T> lookup) throws IOException {
        try {
            return lookup.run();
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            throw notAFile(given, "cannot be reached: " + e.getReason(), e);
        }
    }

    /** Pipes and devices are not files: reading one may wait forever. */
    private static StacGeneratorException notAFile(Path path, Path given) throws IOException {
        String reason = Files.isDirectory(path) ? "is a folder" : "is a device";
        return reaching(given, () -> {
            path.getFileSystem().provider().checkAccess(path);
            return notAFile(given, reason, null);
        });
    }

    private static StacGeneratorException notAFile(Path given, String reason, @Nullable Exception cause) {
        return new StacGeneratorException(
                ErrorCode.NOT_FOUND, "'%s' %s, expected a file".formatted(given, reason), cause);
    }

    @Override
    public String publicHref(String href) {
        if (WINDOWS_DRIVE.matcher(href).matches()) {
            return "file:///" + PercentEncoding.encodePath(href.replace('\\', '/'));
        }
        Path path = path(href).toAbsolutePath().normalize();
        String text = path.toString().replace(path.getFileSystem().getSeparator(), "/");
        String root = text.startsWith("//") ? "file:" : text.startsWith("/") ? "file://" : "file:///";
        return root + PercentEncoding.encodePath(text);
    }

    static Path path(String href) {
        try {
            return Hrefs.scheme(href) == null ? Path.of(href) : Path.of(URI.create(localUri(href)));
        } catch (InvalidPathException e) {
            throw noPath(href, e.getReason(), e);
        } catch (IllegalArgumentException e) {
            throw noPath(href, "expected file:///path", e);
        }
    }

    private static String localUri(String href) {
        return PercentEncoding.encode(href).replaceFirst("^(?i)file:(//localhost/|/+)?", "file:///");
    }

    private static StacGeneratorException noPath(String href, String reason, Exception cause) {
        return new StacGeneratorException(
                ErrorCode.NOT_FOUND, "'%s' names no file of this system: %s".formatted(href, reason), cause);
    }
}
