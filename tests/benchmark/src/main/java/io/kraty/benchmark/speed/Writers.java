package io.kraty.benchmark.speed;

import com.google.gson.Gson;
import com.google.gson.stream.JsonWriter;
import io.kraty.api.EventsApi;
import io.kraty.api.model.ProgressMode;
import io.kraty.api.model.ProgressRequest;
import io.kraty.api.runtime.ApiRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** The ways to write one report of progress to bytes. */
public final class Writers {
    private static final Gson GSON = new Gson();
    private static final String KEY = "Zk1vT9bXQ2e7uR4sYpLw0A";

    private final ApiRequest<?> request = EventsApi.reportProgress(
            "player_42",
            "bounty_hunt",
            "2f7c9a10-3b5d-4e8f-9a61-7c2d4b8e0f15",
            ProgressRequest.builder()
                    .mode(ProgressMode.INCREMENT)
                    .metricValue(1.0)
                    .idempotencyKey(KEY)
                    .build());
    private final Plain.Progress plain = new Plain.Progress();

    /** One that can be written. */
    public Writers() {
        plain.mode = "increment";
        plain.metricValue = 1.0;
        plain.idempotencyKey = KEY;
    }

    /** As the SDK does. */
    public byte[] sdk() {
        return request.body().getBytes(StandardCharsets.UTF_8);
    }

    /** As Gson does for a plain class. */
    public byte[] gson() {
        return GSON.toJson(plain).getBytes(StandardCharsets.UTF_8);
    }

    /** As somebody would by hand, over Gson's stream. */
    public byte[] byHand() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.beginObject();
            out.name("mode").value(plain.mode);
            out.name("metricValue").value(plain.metricValue);
            out.name("idempotencyKey").value(plain.idempotencyKey);
            out.endObject();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
