package io.kraty.api.runtime;

import com.google.gson.stream.JsonReader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** Says once per field that something of it was lost. Says where, never what: a value may be a secret. */
final class Warnings {
    /** Many more than there are fields; what calls itself differently every time fills no memory. */
    private static final int FIELDS = 2_000;

    static final Warnings OF_THE_PROCESS = new Warnings(Logger.getLogger("io.kraty.api.reading"), FIELDS);

    private final Logger log;
    private final int limit;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    Warnings(Logger log, int limit) {
        this.log = log;
        this.limit = limit;
    }

    void lost(String field, Misfit misfit, JsonReader in) {
        if (warned.size() < limit && warned.add(field)) {
            log.warning(field + ": what cannot be read was left out" + place(field, misfit, in)
                    + ". The rest of the answer is used. This is said once per field.");
        }
    }

    /**
     * The first place of the fault, without positions in lists. None inside of a union that had to be held, which is read
     * from where it begins, and none inside of a map, whose keys are as private as its values.
     */
    private static String place(String field, Misfit misfit, JsonReader in) {
        return in.getClass() == JsonReader.class && !field.endsWith("}")
                ? " (at " + misfit.place().replaceAll("\\[\\d+]", "[]") + ")"
                : "";
    }
}
