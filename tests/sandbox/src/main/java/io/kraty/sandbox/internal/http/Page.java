package io.kraty.sandbox.internal.http;

import io.kraty.sandbox.internal.wire.WireHandler;
import io.kraty.sandbox.internal.wire.WireOutcome;
import io.kraty.sandbox.internal.wire.WireRequest;
import io.kraty.sandbox.internal.wire.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The page that shows what goes on. It gets everything else from the control API. */
public final class Page implements WireHandler {
    /** Nothing from elsewhere, no script but our own file, and nobody may frame it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String FILES = "/io/kraty/sandbox/";
    private static final Map<String, String> TYPES = Map.of(
            "/", "text/html; charset=utf-8",
            "/sandbox/page.css", "text/css; charset=utf-8",
            "/sandbox/page.js", "text/javascript; charset=utf-8");

    /** Whether this path is one of the page's. */
    public static boolean has(String path) {
        return TYPES.containsKey(path);
    }

    @Override
    public WireOutcome handle(WireRequest request) {
        String path = request.path();
        String name = path.equals("/") ? "page.html" : path.substring(path.lastIndexOf('/') + 1);
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return new WireResponse(405, Map.of("Allow", "GET, HEAD"), "");
        }
        return new WireResponse(
                200,
                Map.of(
                        "Content-Type",
                        Objects.requireNonNull(TYPES.get(path)),
                        "Content-Security-Policy",
                        POLICY,
                        "X-Content-Type-Options",
                        "nosniff",
                        "Referrer-Policy",
                        "no-referrer",
                        "Cache-Control",
                        "no-cache"),
                read(name));
    }

    private static String read(String name) {
        try (InputStream in = Page.class.getResourceAsStream(FILES + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
