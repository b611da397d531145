package io.stacgenerator.cli;

import picocli.CommandLine.IVersionProvider;

/** Reads the version that the build has written into the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "stac-generator %s (Java %s, %s)"
                    .formatted(
                            version == null ? "unpackaged" : version,
                            System.getProperty("java.version"),
                            System.getProperty("os.name"))
        };
    }
}
