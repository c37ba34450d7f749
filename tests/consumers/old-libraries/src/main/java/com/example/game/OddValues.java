package com.example.game;

import com.google.gson.JsonParseException;
import io.kraty.api.runtime.Json;
import java.io.IOException;

/** Reads what a session seldom meets, for which the SDK would ask a newer Gson more than an old one can answer. */
public final class OddValues {
    private OddValues() {}

    /** Reads them. */
    public static void main(String[] args) throws IOException {
        refused(() -> Json.DOUBLE.fromJson("\"NaN\""), "is not a number of 64 bits");
        refused(() -> Json.INT32.fromJson("1.5"), "is not a whole number");
        refused(() -> Json.INSTANT.fromJson("\"soon\""), "is not a timestamp");
        refused(() -> Json.unwrapped("Envelope", "data", Json.STRING).fromJson("{}"), "$.data");
        System.out.println("odd values refused");
    }

    private static void refused(Reading reading, String why) throws IOException {
        try {
            throw new IllegalStateException("taken: " + reading.read());
        } catch (JsonParseException e) {
            if (!e.getMessage().contains(why)) {
                throw new IllegalStateException(e);
            }
        }
    }

    private interface Reading {
        Object read() throws IOException;
    }
}
