package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server of bare sockets, for what no proper server does. Each connection takes the next step of the script and is dropped
 * after it. When it is closed, every request it saw is held against the API description.
 */
final class ScriptedServer implements AutoCloseable {
    /** What one connection gets. */
    interface Step {
        void answer(Sent request, OutputStream out) throws Exception;
    }

    private final ServerSocket listener;
    private final BlockingQueue<Step> script;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    ScriptedServer(Step... script) throws IOException {
        this.script = new LinkedBlockingQueue<>(List.of(script));
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    /** Adds a step to the script. */
    void then(Step step) {
        script.add(step);
    }

    /** Closes the next connections before reading from them. */
    void refuse(int connections) {
        refusals.set(connections);
    }

    /** A whole answer. */
    static Step json(int status, String body) {
        return (request, out) -> {
            write(out, head(status, "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length));
            write(out, body);
        };
    }

    /** An answer that promises more than it holds, and then nothing comes until this server closes. */
    Step stall(int status, String begin) {
        return (request, out) -> {
            write(out, head(status, "Content-Length: 100000"));
            write(out, begin);
            closed.await();
        };
    }

    /** No answer until this server closes. */
    Step silence() {
        return (request, out) -> closed.await();
    }

    /** An answer that goes on with one byte after the other, without end. */
    Step drip(int status, String begin, char more) {
        return (request, out) -> {
            write(out, head(status, "Content-Length: 100000"));
            write(out, begin);
            while (!closed.await(20, TimeUnit.MILLISECONDS)) {
                write(out, String.valueOf(more));
            }
        };
    }

    /** An answer that has no end of headers, each of which comes soon enough. */
    Step dripHeaders() {
        return (request, out) -> {
            write(out, "HTTP/1.1 200 Scripted\r\nContent-Type: application/json\r\n");
            for (int i = 0; !closed.await(20, TimeUnit.MILLISECONDS); i++) {
                write(out, "X-" + i + ": y\r\n");
            }
        };
    }

    /** No answer, but hints of one without end; not so many that there would be too much of them before any time is up. */
    Step hints() {
        return (request, out) -> {
            while (!closed.await(1, TimeUnit.MILLISECONDS)) {
                write(out, "HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n");
            }
        };
    }

    /** An answer that promises more than it holds, and then the connection is dropped. */
    static Step cut(int status, String begin) {
        return (request, out) -> {
            write(out, head(status, "Content-Length: 100000"));
            write(out, begin);
        };
    }

    static String head(int status, String... headers) {
        return "HTTP/1.1 " + status + " Scripted\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n") + "\r\n";
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    String url() {
        return "http://localhost:" + listener.getLocalPort();
    }

    List<Sent> sent() {
        return new ArrayList<>(sent);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return;
            }
            Sent request = read(socket.getInputStream());
            if (request == null) {
                return;
            }
            sent.add(request);
            Step step = script.poll();
            if (step != null) {
                step.answer(request, socket.getOutputStream());
            }
        } catch (Exception e) {
            // the client went away, or the step drops the connection by throwing
        }
    }

    private static Sent read(InputStream in) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).trim());
        }
        int length = Integer.parseInt(
                headers.getOrDefault("content-length", List.of("0")).get(0));
        String[] words = first.split(" ", -1);
        return new Sent(words[0], words[1], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        List<String> violations = sent.stream()
                .flatMap(request -> Contract.violations(request, "").stream())
                .toList();
        assertEquals(List.of(), violations, "requests that the API description does not allow");
    }
}
