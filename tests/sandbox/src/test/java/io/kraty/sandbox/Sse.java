package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a stream, one event at a time. */
final class Sse implements AutoCloseable {
    /** An event; a heartbeat has the name {@code :} and no data. */
    record Event(String name, JsonObject data) {}

    private final String operation;
    private final BufferedReader lines;

    Sse(HttpClient http, HttpRequest request) {
        operation = Contract.operation(request.method(), request.uri().getRawPath());
        try {
            HttpResponse<java.io.InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next event, which the description has nothing against; null at the proper end of the stream. */
    @Nullable
    Event next() throws IOException {
        String name = "";
        String line;
        while ((line = lines.readLine()) != null) {
            if (line.startsWith(":")) {
                return new Event(":", new JsonObject());
            }
            if (line.startsWith("event: ")) {
                name = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                JsonElement data = JsonParser.parseString(line.substring("data: ".length()));
                Event event = new Event(name, data.getAsJsonObject());
                assertEquals(List.of(), Contract.misfits(operation, event, (property, value) -> {}), line);
                return event;
            }
        }
        return null;
    }

    /** The name of the next event; empty at the end. */
    String nextName() throws IOException {
        Event event = next();
        return event == null ? "" : event.name();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
