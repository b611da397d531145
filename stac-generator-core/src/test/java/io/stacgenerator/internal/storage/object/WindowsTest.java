package io.stacgenerator.internal.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stacgenerator.internal.geotiff.CountingObject;
import io.stacgenerator.spi.ByteRange;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class WindowsTest {

    private static final int WINDOW = 32 * 1024;

    private final CountingObject file = CountingObject.remote(new byte[10 * WINDOW]);
    private final Windows windows = new Windows(file, IllegalStateException::new);

    @Test
    void readsNeighborsAtOnce() throws IOException {
        windows.view(0, 4);
        windows.view(WINDOW - 8, 8);
        assertThat(file.reads()).containsExactly(new ByteRange(0, WINDOW));
    }

    @Test
    void readsTheNeighborsInFrontOfTheEnd() throws IOException {
        windows.view(file.size() - 8, 8);
        windows.view(file.size() - WINDOW, 4);
        assertThat(file.reads()).containsExactly(new ByteRange(9 * WINDOW, WINDOW));
    }

    @Test
    void readsNothingAgainForAHeaderThatJumps() throws IOException {
        for (int i = 0; i < 3; i++) {
            windows.view(0, 4);
            windows.view(5 * WINDOW, 4);
        }
        assertThat(file.reads()).containsExactly(new ByteRange(0, WINDOW), new ByteRange(5 * WINDOW, WINDOW));
    }

    @Test
    void refusesWhatIsBeyondTheFileWithoutReading() {
        assertThatThrownBy(() -> windows.view(file.size() - 1, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("it needs 2 bytes at offset 327679, but the file has 327680 bytes");
        assertThat(file.reads()).isEmpty();
    }
}
