package io.stacgenerator.cli.service;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.stacgenerator.job.JobEvent;
import io.stacgenerator.model.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An answer of Server-Sent Events, as the HTML standard has them. Javalin's own answers nobody who does not ask for
 * exactly that media type.
 */
final class EventStream {

    static final String MEDIA_TYPE = "text/event-stream";

    private final OutputStream out;

    private EventStream(OutputStream out) {
        this.out = out;
    }

    static EventStream open(Context ctx) throws IOException {
        ctx.contentType(MEDIA_TYPE);
        ctx.header(Header.CACHE_CONTROL, "no-cache");
        ctx.header("X-Accel-Buffering", "no"); // nginx would keep events back until its buffer is full
        return new EventStream(ctx.res().getOutputStream());
    }

    /** Sends what clients pass over; without a write nobody learns that a client is gone. */
    void comment(String text) throws IOException {
        write(": %s\n\n".formatted(text));
    }

    void send(List<JobEvent> events) throws IOException {
        write("event: jobs\ndata: %s\n\n"
                .formatted(JsonText.compact(events.stream().map(JobEvent::toMap).toList())));
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
