package io.kraty.sandbox.internal.wire;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** What becomes of a request, and of the connection it came on. */
public sealed interface WireOutcome
        permits WireResponse, WireOutcome.Partial, WireOutcome.Reset, WireOutcome.Streaming {
    /**
     * An answer that does not arrive in full: its headers promise more than there is.
     *
     * @param response the whole answer
     * @param share how much of its body is sent, from 0 to 1
     * @param hangs whether the connection stays open without another byte; otherwise it is closed
     */
    record Partial(WireResponse response, double share, boolean hangs) implements WireOutcome {}

    /**
     * No answer, but a TCP reset.
     *
     * @param refusing for how long new connections are refused from now on; zero for not at all
     */
    record Reset(Duration refusing) implements WireOutcome {
        public static final Reset ONLY = new Reset(Duration.ZERO);
    }

    /**
     * An answer of unknown length, which goes on for as long as somebody writes to it.
     *
     * @param headers its headers
     * @param opened called once the headers are sent
     */
    record Streaming(Map<String, String> headers, Consumer<WireStream> opened) implements WireOutcome {}
}
