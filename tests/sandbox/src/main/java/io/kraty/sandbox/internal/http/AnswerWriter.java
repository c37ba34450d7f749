package io.kraty.sandbox.internal.http;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Writes what operations came to. What is always there is written, also where it is null; on request it is left out then, for
 * tests of clients that have to take absent and null alike. A null in the game's own data always stays: it is data.
 */
final class AnswerWriter {
    private volatile boolean leavesOutNulls;

    AnswerWriter(boolean leavesOutNulls) {
        this.leavesOutNulls = leavesOutNulls;
    }

    boolean leavesOutNulls() {
        return leavesOutNulls;
    }

    void leaveOutNulls(boolean leaveOut) {
        leavesOutNulls = leaveOut;
    }

    // By reference: mostly nothing is replayed, and to compare would cost as much as to write.
    @SuppressWarnings("ReferenceEquality")
    <T> Answer write(Success<T> success) {
        String body = text(success.adapter(), success.result());
        String replay = success.replayed() == success.result() ? body : text(success.adapter(), success.replayed());
        return new Answer(success.status(), Map.of(), body, replay, false);
    }

    private <T> String text(TypeAdapter<T> adapter, T envelope) {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.setSerializeNulls(!leavesOutNulls);
            adapter.write(out, envelope);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
