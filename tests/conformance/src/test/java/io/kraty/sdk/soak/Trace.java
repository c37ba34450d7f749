package io.kraty.sdk.soak;

import java.io.PrintWriter;
import java.io.StringWriter;

/** An exception in full, for a report. */
final class Trace {
    private Trace() {}

    static String of(Throwable thrown) {
        if (thrown == null) {
            return "nothing thrown";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
