package io.kraty.sdk.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An HTTP server of a few lines, for what a proper one would not do: hold, split, drop. One request per connection. */
public final class TinyServer implements AutoCloseable {
    /** Answers a request, on a thread of its own. */
    @FunctionalInterface
    public interface Handler {
        void handle(Exchange exchange) throws Exception;
    }

    private static final String HOST = "127.0.0.1";

    private final Listening listening;
    private final Handler handler;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Exchange> waiting = new LinkedBlockingQueue<>();

    private TinyServer(String host, Handler handler) throws IOException {
        this.listening = Listening.at(host, "tiny-server");
        this.handler = handler;
        listening.take(this::serve);
    }

    private TinyServer(String greeting) throws IOException {
        this.listening = Listening.at(HOST, "tiny-server");
        this.handler = null;
        listening.take(socket -> {
            try (socket) {
                socket.getOutputStream().write(greeting.getBytes(StandardCharsets.UTF_8));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes(); // or the greeting may be lost with the connection
            } finally {
                listening.forget(socket);
            }
        });
    }

    /** Answers with {@code handler}. */
    public static TinyServer answering(Handler handler) throws IOException {
        return new TinyServer(HOST, handler);
    }

    /** Answers with {@code handler} on another address of this machine. */
    public static TinyServer at(String host, Handler handler) throws IOException {
        return new TinyServer(host, handler);
    }

    /** Says {@code greeting} to whoever connects, and hangs up, whatever is asked. */
    public static TinyServer greeting(String greeting) throws IOException {
        return new TinyServer(greeting);
    }

    /** Leaves every request to the test, which takes it with {@link #next}. */
    public static TinyServer manual() throws IOException {
        return new TinyServer(HOST, null);
    }

    public String url() {
        return "http://127.0.0.1:" + listening.port();
    }

    public int port() {
        return listening.port();
    }

    /** The next request of a {@link #manual} server. */
    public Exchange next() throws InterruptedException {
        Exchange next = waiting.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no request came");
        }
        return next;
    }

    /** All requests so far. */
    public List<Received> requests() {
        return List.copyOf(received);
    }

    /** The requests so far whose target holds {@code part}. */
    public List<Received> requests(String part) {
        return received.stream()
                .filter(request -> request.target().contains(part))
                .toList();
    }

    private void serve(Socket socket) {
        try (socket) {
            Exchange exchange = new Exchange(socket, read(socket.getInputStream()));
            received.add(exchange.request());
            if (handler == null) {
                waiting.add(exchange);
                exchange.awaitFinished();
            } else {
                handler.handle(exchange);
            }
        } catch (Exception e) {
            // The client went away, or the handler meant the connection to drop.
        } finally {
            listening.forget(socket);
        }
    }

    private static Received read(InputStream raw) throws IOException {
        InputStream in = new BufferedInputStream(raw);
        String[] first = line(in).split(" ", 3);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Received(first[0], first[1], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the connection ended in a head");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
