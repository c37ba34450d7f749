package io.kraty.api.runtime;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.Locale;

/**
 * A value that is proper JSON, and something else than the API description says. Who throws it has read past the whole
 * value, so that reading can go on behind it. What is no proper JSON is an {@link IOException} instead.
 */
final class Misfit extends JsonParseException {
    private static final long serialVersionUID = 1;

    private final String place;
    private final String problem;

    /**
     * A value that was read past.
     *
     * @param place its JSON path
     * @param problem what is wrong with it, to be said right after its path
     */
    Misfit(String place, String problem) {
        super(place + problem);
        this.place = place;
        this.problem = problem;
    }

    /** Reads past the next value, which is not what was expected. */
    static Misfit skipping(JsonReader in, String expected) throws IOException {
        String place = in.getPath();
        JsonToken token = in.peek();
        in.skipValue();
        String found = token.name().replace("BEGIN_", "").toLowerCase(Locale.ROOT);
        return new Misfit(place, ": expected " + expected + ", but found: " + found);
    }

    /** The JSON path of what was read last. */
    static String placeOfLast(JsonReader in) {
        try {
            return in.getPreviousPath();
        } catch (NoSuchMethodError e) { // Gson before 2.9, where a game has one: in a list, it names the next
            return in.getPath();
        }
    }

    String place() {
        return place;
    }

    /** The same, seen from outside of a part whose own path is {@code outer}. */
    Misfit in(String outer) {
        return new Misfit(outer + place.substring("$".length()), problem);
    }

    /** None: the path says more, and an answer may hold as many misfits as it has values. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
