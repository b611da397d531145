package io.stacgenerator.cli.option;

import io.stacgenerator.cli.file.Input;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that need not be typed each time: lines such as {@code statistics=approximate}, or {@code serve.port=8080}
 * for one command, in the file that the environment variable {@code STAC_GENERATOR_CONFIG} names.
 */
public final class ConfigurationFile implements IDefaultValueProvider {

    private static final String VARIABLE = "STAC_GENERATOR_CONFIG";

    private @Nullable Properties read;

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.group() != null) {
            return null;
        }
        String name = option.longestName().replaceFirst("^-+", "");
        Properties properties = properties();
        return properties.getProperty(option.command().name() + "." + name, properties.getProperty(name));
    }

    private Properties properties() {
        Properties known = read;
        if (known == null) {
            known = load(System.getenv(VARIABLE));
            read = known;
        }
        return known;
    }

    static Properties load(@Nullable String file) {
        Properties properties = new Properties();
        if (file == null || file.isEmpty()) {
            return properties;
        }
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read %s, which %s names: %s".formatted(file, VARIABLE, Input.reason(e)), e);
        }
    }
}
