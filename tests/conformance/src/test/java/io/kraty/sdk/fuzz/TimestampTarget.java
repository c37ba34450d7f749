package io.kraty.sdk.fuzz;

import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import io.kraty.api.runtime.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Timestamps. What the JDK can read too must be read as the same. */
final class TimestampTarget implements Target {
    private static final List<String> CORPUS = List.of(
            "2026-03-01T12:00:00Z",
            "2026-03-01 12:00:00.123456+01:00",
            "2026-03-01t12:00:00.5z",
            "2026-03-01",
            "2026-03-01T12:00",
            "2026-12-31T23:59:60Z",
            "2026-03-01T12:00:00+0545",
            "2026-03-01T12:00:00-18",
            "2026-03-01T24:00:00Z",
            "+12026-03-01T12:00:00Z",
            "-0001-03-01T12:00:00Z",
            "2026-03-01T12:00:00+01:00[Europe/Lisbon]",
            "2026-03-01T12:00:00.1234567891234567891234+0100");

    @Override
    public void feed(Random random, Trace trace) throws Exception {
        byte[] bytes = Mutation.of(CORPUS, random);
        trace.input("timestamp", bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        Instant mine = read(text);
        Instant jdk = jdk(text);
        if (jdk != null && !jdk.equals(mine)) {
            throw new AssertionError("read as " + mine + ", and by the JDK as " + jdk);
        }
    }

    private static Instant read(String text) throws IOException {
        try {
            return Json.INSTANT.fromJson(new JsonPrimitive(text).toString());
        } catch (JsonParseException e) {
            return null; // as declared
        }
    }

    private static Instant jdk(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public void check() throws Exception {
        if (!Instant.parse("2026-03-01T11:00:00Z").equals(read("2026-03-01 12:00:00+0100"))) {
            throw new AssertionError();
        }
    }
}
