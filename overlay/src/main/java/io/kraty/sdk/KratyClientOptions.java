package io.kraty.sdk;

import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratyOutboxException;
import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.engine.Settings;
import io.kraty.sdk.internal.finalization.DefaultMembershipStore;
import io.kraty.sdk.internal.identity.DefaultStore;
import io.kraty.sdk.internal.identity.Environment;
import io.kraty.sdk.internal.outbox.DefaultOutboxStore;
import io.kraty.sdk.internal.outbox.Limits;
import io.kraty.sdk.internal.text.HeaderValues;
import io.kraty.sdk.internal.transport.BaseUrl;
import io.kraty.sdk.internal.transport.IdempotencyKeys;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestInfo;
import io.kraty.sdk.store.FileMembershipStore;
import io.kraty.sdk.store.FileOutboxStore;
import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.store.InMemoryMembershipStore;
import io.kraty.sdk.store.InMemoryOutboxStore;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.MembershipStore;
import io.kraty.sdk.store.OutboxStore;
import io.kraty.sdk.store.SecretStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one {@link Kraty}. Only the API key is required. Immutable.
 *
 * @since 0.1.0
 */
public final class KratyClientOptions {
    private static final long FEWEST_BYTES = 1024;
    private static final int MOST_WRITES = 10_000;

    private final Settings settings;

    private KratyClientOptions(Settings settings) {
        this.settings = settings;
    }

    Settings settings() {
        return settings;
    }

    /** Starts with the defaults and no API key. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where it goes and for whom, without the key and the secret. */
    @Override
    public String toString() {
        return "KratyClientOptions[" + settings + "]";
    }

    /** Collects the settings. An empty text counts as not set. Not thread-safe. */
    public static final class Builder {
        private @Nullable String apiKey;
        private String baseUrl = BaseUrl.DEFAULT;
        private boolean allowCleartext;
        private @Nullable String activeExternalPlayerId;
        private @Nullable String playerSecret;
        private Duration timeout = Duration.ofSeconds(10);
        private @Nullable Duration totalTimeout;
        private Duration streamIdleTimeout = Duration.ofSeconds(45);
        private long maxAnswerBytes = 16L << 20;
        private KratyRetryConfig retry = KratyRetryConfig.defaults();
        private @Nullable Consumer<RequestInfo> onRequest;
        private @Nullable SecretStore secretStore;
        private @Nullable MembershipStore membershipStore;
        private @Nullable OutboxStore outboxStore;
        private int outboxCapacity = Limits.DEFAULT.entries();
        private Duration outboxMaxAge = Limits.DEFAULT.age();
        private @Nullable Path dataDirectory;
        private @Nullable OkHttpClient httpClient;
        private Supplier<String> idempotencyKeys = new IdempotencyKeys();
        private @Nullable Executor callbackExecutor;
        private @Nullable Executor asyncExecutor;
        private boolean warmUp = true;
        private Timing timing = Timing.system();

        private Builder() {}

        /** The game's {@code client_sdk} key. Required. Never embed a {@code server_integration} key in a game. */
        public Builder apiKey(String apiKey) {
            this.apiKey = apiKey;
            return this;
        }

        /**
         * Where the platform is; a path in it is kept. Defaults to the platform's own address. Plain {@code http} is taken
         * for loopback hosts only, unless {@link #allowCleartext} says otherwise.
         */
        public Builder baseUrl(String baseUrl) {
            this.baseUrl = Checks.present("baseUrl", baseUrl).isEmpty() ? BaseUrl.DEFAULT : baseUrl;
            return this;
        }

        /** Whether plain {@code http} may carry key and secret to other hosts than this machine. Defaults to false. */
        public Builder allowCleartext(boolean allowCleartext) {
            this.allowCleartext = allowCleartext;
            return this;
        }

        /**
         * The player, by the game's own id. Defaults to the player of the last launch, else a fresh one.
         *
         * @throws IllegalArgumentException if the id is {@code .}, {@code ..} or holds control characters
         */
        public Builder activeExternalPlayerId(String externalPlayerId) {
            this.activeExternalPlayerId =
                    Checks.present("activeExternalPlayerId", externalPlayerId).isEmpty()
                            ? null
                            : Checks.pathSegment("activeExternalPlayerId", externalPlayerId);
            return this;
        }

        /**
         * The secret of {@link #activeExternalPlayerId}, if the game has it from its own backend. Defaults to the stored
         * one, else the player is registered.
         *
         * @throws IllegalArgumentException if it cannot stand in a header
         */
        public Builder playerSecret(String playerSecret) {
            this.playerSecret = Checks.present("playerSecret", playerSecret).isEmpty()
                    ? null
                    : HeaderValues.check("playerSecret", playerSecret);
            return this;
        }

        /** How long one attempt may take, from connecting to the last byte. At least 1 ms. Defaults to 10 s. */
        public Builder timeout(Duration timeout) {
            this.timeout = Durations.positive("timeout", timeout);
            return this;
        }

        /**
         * How long a call may take with all its attempts and waits: later attempts get what is left, and no wait starts
         * that would not fit. At least 1 ms. Defaults to no limit of its own.
         */
        public Builder totalTimeout(Duration totalTimeout) {
            this.totalTimeout = Durations.positive("totalTimeout", totalTimeout);
            return this;
        }

        /**
         * How long a live stream may be silent before it counts as lost. The platform sends a heartbeat every 15 s. Zero
         * means for ever. Defaults to 45 s.
         */
        public Builder streamIdleTimeout(Duration streamIdleTimeout) {
            if (Checks.present("streamIdleTimeout", streamIdleTimeout).isNegative()) {
                throw new IllegalArgumentException("streamIdleTimeout: must not be negative, was " + streamIdleTimeout);
            }
            this.streamIdleTimeout = streamIdleTimeout;
            return this;
        }

        /**
         * How many bytes of one answer are read at most, after decompression; on a stream, of one event. A larger one is a
         * {@link KratyAnswerTooLargeException}, so that whatever answers in the platform's place cannot fill the game's
         * memory. 1024 to 2147483647. Defaults to 16 MiB, far more than any answer of the platform. What comes beside the
         * content (headers, sizes of chunks) is bounded to 256 KiB; over HTTP/1.1 and sockets that are not the SDK's, of a
         * {@code SocketFactory} of the game's or of a SOCKS proxy, by OkHttp and the time limit alone.
         */
        public Builder maxAnswerBytes(long maxAnswerBytes) {
            if (maxAnswerBytes < FEWEST_BYTES || maxAnswerBytes > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("maxAnswerBytes: must be " + FEWEST_BYTES + " to "
                        + Integer.MAX_VALUE + ", was " + maxAnswerBytes);
            }
            this.maxAnswerBytes = maxAnswerBytes;
            return this;
        }

        /** How failed calls are repeated. Defaults to {@link KratyRetryConfig#defaults()}. */
        public Builder retry(KratyRetryConfig retry) {
            this.retry = Checks.present("retry", retry);
            return this;
        }

        /**
         * Is told of every HTTP attempt of a call once it is known what became of it, on the thread that made it, or where
         * {@link #callbackExecutor} says; keep it short. The connections of streams are not calls: what happens to them is told to whoever opened them. What it throws is logged and changes nothing, and neither does an
         * interrupt that it leaves on a thread of the SDK's. Defaults to nobody.
         */
        public Builder onRequest(Consumer<RequestInfo> onRequest) {
            this.onRequest = Checks.present("onRequest", onRequest);
            return this;
        }

        /**
         * Where the player is kept between launches; stays the caller's to close. Defaults to a {@link FileSecretStore} in
         * the platform's per-user data directory, or in memory (with one warning) where nothing can be written.
         */
        public Builder secretStore(SecretStore secretStore) {
            this.secretStore = Checks.present("secretStore", secretStore);
            return this;
        }

        /**
         * Where the boards that players are on are kept between launches, so that {@link Kraty#onFinalized} hears of those that
         * end meanwhile; stays the caller's to close. Defaults to a {@link FileMembershipStore} where the default secret store
         * is, or in memory (with one warning) where nothing can be written; to memory, too, if players are kept in an
         * {@link InMemorySecretStore}.
         */
        public Builder membershipStore(MembershipStore membershipStore) {
            this.membershipStore = Checks.present("membershipStore", membershipStore);
            return this;
        }

        /**
         * Where {@link KratyView#outbox()} keeps what it has accepted until it is done; stays the caller's to close. Defaults to
         * a {@link FileOutboxStore} where the default secret store is, or in memory (with one warning) where nothing can be
         * written; to memory, too, if players are kept in an {@link InMemorySecretStore}.
         */
        public Builder outboxStore(OutboxStore outboxStore) {
            this.outboxStore = Checks.present("outboxStore", outboxStore);
            return this;
        }

        /**
         * How many writes the outbox holds, with results that nobody has come for. 1 to 10000. Defaults to 1000. When it is full,
         * results give way, the oldest first; if there are only writes that are not sent yet, the next is refused with a
         * {@link KratyOutboxException}. None that was accepted is ever dropped.
         */
        public Builder outboxCapacity(int outboxCapacity) {
            this.outboxCapacity =
                    Checks.present("outboxCapacity", Checks.range("outboxCapacity", outboxCapacity, 1, MOST_WRITES));
            return this;
        }

        /**
         * How old a write in the outbox may get before it is given up, which is reported, and a result that nobody comes for
         * before it is forgotten. What can be sent is tried once more before. At least 1 ms. Defaults to 30 days.
         */
        public Builder outboxMaxAge(Duration outboxMaxAge) {
            this.outboxMaxAge = Durations.positive("outboxMaxAge", outboxMaxAge);
            return this;
        }

        /**
         * The directory for the default stores, instead of the per-user one. Not used with {@link #secretStore},
         * {@link #membershipStore} and {@link #outboxStore}.
         */
        public Builder dataDirectory(Path dataDirectory) {
            this.dataDirectory = Checks.present("dataDirectory", dataDirectory);
            return this;
        }

        /**
         * A client whose proxy, certificates, names, authenticators and interceptors to use. The SDK derives its own from it,
         * with its own time limits, without redirects, and with connections of its own, which all {@link Kraty}s that were
         * given the same client share. What an interceptor throws is a {@link KratyNetworkException} with that as its cause.
         * The SDK never closes it. Defaults to one the SDK makes and closes.
         */
        public Builder httpClient(OkHttpClient httpClient) {
            this.httpClient = Checks.present("httpClient", httpClient);
            return this;
        }

        /** Makes idempotency keys; called once per write, from any thread. Defaults to 16 random bytes, 22 characters. */
        public Builder idempotencyKeys(Supplier<String> idempotencyKeys) {
            this.idempotencyKeys = Checks.present("idempotencyKeys", idempotencyKeys);
            return this;
        }

        /**
         * Where every listener of the SDK is called and every future of {@link KratyView#async} completes: the game's own
         * thread, as {@code work -> Gdx.app.postRunnable(work)}, {@code SwingUtilities::invokeLater} or {@code handler::post}. What belongs
         * to one listener comes in order. If it refuses or throws, the SDK's own thread calls instead, and one warning is
         * logged. Defaults to the SDK's threads, one at a time for each listener.
         */
        public Builder callbackExecutor(Executor callbackExecutor) {
            this.callbackExecutor = Checks.present("callbackExecutor", callbackExecutor);
            return this;
        }

        /**
         * What runs the work of {@link KratyView#async}, which may block for long; stays the game's to shut down. Defaults to
         * virtual threads from JDK 24, else to daemon threads of the SDK's: 256 at most, which end when idle.
         */
        public Builder asyncExecutor(Executor asyncExecutor) {
            this.asyncExecutor = Checks.present("asyncExecutor", asyncExecutor);
            return this;
        }

        /**
         * Whether the first {@link Kraty} of a process loads what its first call will need, such as the HTTP client and the
         * certificates of the machine, on a daemon thread beside whoever makes it. Nothing is sent. Without it the first call takes
         * as much longer. Defaults to true.
         */
        public Builder warmUp(boolean warmUp) {
            this.warmUp = warmUp;
            return this;
        }

        /** For tests of the SDK itself: where time and chance come from. */
        Builder timing(Timing timing) {
            this.timing = timing;
            return this;
        }

        private MembershipStore memberships(String environment) {
            if (membershipStore != null) {
                return membershipStore;
            }
            return secretStore instanceof InMemorySecretStore
                    ? new InMemoryMembershipStore()
                    : new DefaultMembershipStore(environment, dataDirectory);
        }

        private OutboxStore outbox(String environment) {
            if (outboxStore != null) {
                return outboxStore;
            }
            return secretStore instanceof InMemorySecretStore
                    ? new InMemoryOutboxStore()
                    : new DefaultOutboxStore(environment, dataDirectory);
        }

        /**
         * The finished settings.
         *
         * @throws IllegalArgumentException naming what is missing or not allowed; never showing the key
         */
        public KratyClientOptions build() {
            String key = HeaderValues.check("apiKey", apiKey);
            BaseUrl url = BaseUrl.parse(baseUrl, allowCleartext);
            if (playerSecret != null && activeExternalPlayerId == null) {
                throw new IllegalArgumentException(
                        "playerSecret: needs activeExternalPlayerId, the player it belongs to");
            }
            String environment = Environment.of(key, url.authority());
            return new KratyClientOptions(new Settings(
                    key,
                    url,
                    activeExternalPlayerId,
                    playerSecret,
                    timeout,
                    totalTimeout,
                    streamIdleTimeout,
                    maxAnswerBytes,
                    retry,
                    onRequest,
                    secretStore != null ? secretStore : new DefaultStore(environment, dataDirectory),
                    memberships(environment),
                    outbox(environment),
                    new Limits(outboxCapacity, outboxMaxAge),
                    environment,
                    httpClient,
                    IdempotencyKeys.checked(idempotencyKeys),
                    callbackExecutor,
                    asyncExecutor,
                    warmUp,
                    timing));
        }
    }
}
