package io.stacgenerator.internal.gdal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what {@link WireInput} reads. Used by one thread at a time. */
final class WireOutput {

    private final DataOutputStream out;

    WireOutput(OutputStream out) {
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    /** Writes one value. */
    interface Writing<T> {

        void write(T value) throws IOException;
    }

    void flush() throws IOException {
        out.flush();
    }

    void flag(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    void integer(int value) throws IOException {
        out.writeInt(value);
    }

    void integer(long value) throws IOException {
        out.writeLong(value);
    }

    void real(double value) throws IOException {
        out.writeDouble(value);
    }

    void constant(Enum<?> value) throws IOException {
        text(value.name());
    }

    void text(String value) throws IOException {
        byte[] bytes = value.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    <T> void optional(@Nullable T value, Writing<T> writing) throws IOException {
        flag(value != null);
        if (value != null) {
            writing.write(value);
        }
    }

    <T> void list(Collection<T> values, Writing<T> writing) throws IOException {
        integer(values.size());
        for (T value : values) {
            writing.write(value);
        }
    }

    void map(Map<String, String> values) throws IOException {
        list(values.entrySet(), entry -> {
            text(entry.getKey());
            text(entry.getValue());
        });
    }
}
