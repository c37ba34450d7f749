package io.kraty.sandbox.internal.control;

import io.kraty.sandbox.internal.http.Page;
import io.kraty.sandbox.internal.wire.WireHandler;
import io.kraty.sandbox.internal.wire.WireOutcome;
import io.kraty.sandbox.internal.wire.WireRequest;
import io.kraty.sandbox.internal.wire.WireResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Brings the control API to the wire. */
public final class ControlHandler implements WireHandler {
    /** What all its paths begin with. */
    public static final String ROOT = "/sandbox";

    private final Control control;
    private final Page page = new Page();

    public ControlHandler(Control control) {
        this.control = control;
    }

    @Override
    public WireOutcome handle(WireRequest request) {
        if (Page.has(request.path())) {
            return page.handle(request);
        }
        ControlAnswer answer = control.answer(new ControlRequest(
                request.method(),
                request.path().substring(ROOT.length()),
                request.query(),
                request.header("Host"),
                request.header("Origin"),
                request.body(),
                request.isOversize()));
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put("Content-Type", "application/json");
        headers.put("Cache-Control", "no-store");
        return new WireResponse(answer.status(), headers, Views.text(answer.body()));
    }
}
