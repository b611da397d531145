package io.stacgenerator.cli.service;

import java.nio.file.Path;

/**
 * The thumbnails of Items, in a folder of this machine.
 *
 * @param folder where they are written
 * @param href what their hrefs begin with, with a slash at its end
 */
public record Thumbnails(Path folder, String href) {

    /** Adds the slash. */
    public Thumbnails {
        href = href.endsWith("/") ? href : href + "/";
    }
}
