package io.kraty.game.debug;

import io.kraty.sdk.request.RequestInfo;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.GzipSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** A network interceptor that keeps the last exchanges as they were, without keys and secrets. It reads along and holds nothing up. */
public final class Wire implements Interceptor {
    private static final int LONGEST = 64 << 10;
    private static final String OPEN = "\n(still open)";
    private static final int LONGEST_SECRET = 1 << 10;
    private static final Pattern SECRET = Pattern.compile("(?<=\"(secret|playerSecret|apiKey)\" ?: ?\")[^\"]+");
    private static final Pattern KEY = Pattern.compile("(?<=\"idempotencyKey\" ?: ?\")[^\"]+");

    private final Latest<Exchange> kept = new Latest<>(200);
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    List<Exchange> exchanges() {
        return kept.all();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        learn(request);
        Exchange exchange = new Exchange(request);
        kept.add(exchange);
        try {
            return exchange.answered(chain.proceed(request));
        } catch (IOException e) {
            exchange.over("\n" + e);
            throw e;
        }
    }

    List<Exchange> sentHereSince(Instant start) {
        return kept.all().stream()
                .filter(sent -> sent.by == Thread.currentThread() && !sent.at.isBefore(start))
                .toList();
    }

    /** What an attempt was on the wire, which tells the exchange its number; empty if it never got a connection. */
    Optional<Exchange> tie(RequestInfo attempt) {
        Optional<Exchange> same =
                kept.all().stream().filter(sent -> sent.is(attempt)).findFirst();
        same.ifPresent(sent -> sent.attempt = attempt.attempt());
        return same;
    }

    /** The text without the secrets that were seen so far, and those that call themselves so. */
    String hide(String text) {
        SECRET.matcher(text).results().map(MatchResult::group).forEach(secrets::add);
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "(hidden)");
        }
        return clean;
    }

    /** For the same client: learns the key and the secret, which the SDK puts on a request below all interceptors. */
    public EventListener ears() {
        return new EventListener() {
            @Override
            public void requestHeadersEnd(Call call, Request request) {
                learn(request);
            }
        };
    }

    private void learn(Request request) {
        learn(request.header("Authorization"));
        learn(request.header("X-Player-Secret"));
    }

    private void learn(@Nullable String header) {
        if (header != null && !header.isEmpty()) {
            String secret = header.substring(header.indexOf(' ') + 1);
            secrets.add(secret);
            secrets.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            secrets.add(secret.substring(secret.indexOf('.') + 1));
        }
    }

    private String shown(Headers headers, Buffer body) {
        Buffer plain = body;
        if ("gzip".equalsIgnoreCase(headers.get("Content-Encoding"))) {
            plain = new Buffer();
            try (Source unzipped = new GzipSource(body)) {
                while (plain.size() <= LONGEST && unzipped.read(plain, LONGEST) > 0) {}
            } catch (IOException e) {
                plain.writeUtf8("\n" + e);
            }
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < headers.size(); i++) {
            shown.append(headers.name(i)).append(": ").append(headers.value(i)).append('\n');
        }
        String text = hide(plain.readUtf8());
        String most = text.length() > LONGEST ? text.substring(0, LONGEST) + "\n(cut after 64 KiB)" : text;
        return hide(shown.toString()) + (most.isEmpty() ? "" : "\n" + most + "\n");
    }

    /** What is the same in all of them left out. */
    static String line(Instant at, String status, String method, String url, int attempt, String took) {
        return LocalTime.ofInstant(at, ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS) + "   " + status + "   "
                + method + " "
                + url.replaceFirst("^\\w+://[^/]+(/sdk/v1)?", "").replaceFirst("^/players/[^/]+", "/players/…")
                + (attempt > 1 ? "   attempt " + attempt : "") + "   " + took;
    }

    /** A request and what became of it so far. */
    final class Exchange implements DebugPanel.Noted {
        private final Instant at = Instant.now();
        private final Thread by = Thread.currentThread();
        private final String method;
        private final String url;
        private final String sent;
        private final @Nullable String key;
        private final Buffer received = new Buffer();
        private volatile @Nullable Response answer;
        private volatile Duration took = Duration.ZERO;
        private volatile String ending = OPEN;
        private volatile int attempt;

        private Exchange(Request request) throws IOException {
            method = request.method();
            url = hide(request.url().toString());
            Buffer body = new Buffer();
            RequestBody content = request.body();
            if (content != null && !content.isOneShot()) {
                content.writeTo(body);
            }
            sent = method + " " + url + "\n" + shown(request.headers(), body);
            key = KEY.matcher(sent)
                    .results()
                    .map(MatchResult::group)
                    .findFirst()
                    .orElse(null);
        }

        @Nullable
        String key() {
            return key;
        }

        @Nullable
        String requestId() {
            Response known = answer;
            return known == null ? null : known.header("X-Request-Id");
        }

        @Override
        public boolean isGood() {
            Response known = answer;
            return known == null ? isOpen() : known.isSuccessful();
        }

        @Override
        public String line() {
            Response known = answer;
            String status = known == null ? "—" : Integer.toString(known.code());
            return Wire.line(at, status, method, url, attempt, isOpen() ? "open" : took.toMillis() + " ms");
        }

        @Override
        public String text() {
            Response known = answer;
            Buffer body;
            synchronized (received) {
                body = received.clone();
            }
            return sent
                    + (known == null
                            ? ""
                            : "\n" + known.protocol() + " " + known.code() + "\n" + shown(known.headers(), body))
                    + ending;
        }

        private Response answered(Response response) {
            answer = response;
            ResponseBody body = response.body();
            Source along = new ForwardingSource(body.source()) {
                @Override
                public long read(Buffer sink, long most) throws IOException {
                    long count = super.read(sink, most);
                    synchronized (received) {
                        long kept = Math.min(count, LONGEST + LONGEST_SECRET - received.size());
                        sink.copyTo(received, sink.size() - Math.max(0, count), Math.max(0, kept));
                    }
                    return count;
                }

                @Override
                public void close() throws IOException {
                    over("");
                    super.close();
                }
            };
            ResponseBody read = ResponseBody.create(Okio.buffer(along), body.contentType(), body.contentLength());
            return response.newBuilder().body(read).build();
        }

        private boolean isOpen() {
            return ending.equals(OPEN);
        }

        private void over(String how) {
            took = Duration.between(at, Instant.now());
            ending = how;
        }

        private boolean is(RequestInfo info) {
            return attempt == 0
                    && method.equals(info.method())
                    && url.equals(hide(info.url()))
                    && Objects.equals(key, info.idempotencyKey());
        }
    }
}
