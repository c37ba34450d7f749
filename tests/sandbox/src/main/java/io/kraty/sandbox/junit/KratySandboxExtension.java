package io.kraty.sandbox.junit;

import io.kraty.sandbox.Game;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a sandbox, and clients that are ready to play in it, to the parameters of tests.
 *
 * <pre>
 * &#64;RegisterExtension
 * static final KratySandboxExtension SANDBOX =
 *         KratySandboxExtension.builder().game(Game.read(Path.of("game.yaml"))).build();
 *
 * &#64;Test
 * void duel(KratySandbox sandbox, &#64;PlayAs("ana") Kraty ana, &#64;PlayAs("bo") Kraty bo) {}
 * </pre>
 *
 * <p>With nothing to set, {@code @ExtendWith(KratySandboxExtension.class)} does.
 *
 * <p><b>{@link KratySandbox}.</b> Each test has a new one of its own, which starts when the first parameter asks for it
 * and is closed after the test. So nothing leaks from test to test, and tests may run in parallel. It is the same one for
 * the test method and its {@code @BeforeEach} and {@code @AfterEach} methods. {@link Builder#perClass} shares one.
 *
 * <p><b>{@link Kraty}.</b> Registered and signed in without a request, with its identity in memory, and closed after the
 * test. {@link PlayAs} names the player; without it, it is {@value #DEFAULT_PLAYER}. One player has one client per test.
 *
 * <p>An instance may serve any number of classes and threads.
 *
 * @since 0.1.0
 */
public final class KratySandboxExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    /** Whom a client plays as if nobody is named. */
    public static final String DEFAULT_PLAYER = "player";

    private static final String SANDBOX = "sandbox";
    private static final String CLIENTS = "clients";

    private final boolean perClass;
    private final Consumer<KratySandbox.Builder> sandbox;
    private final Consumer<KratyClientOptions.Builder> client;
    private final ExtensionContext.Namespace namespace =
            ExtensionContext.Namespace.create(KratySandboxExtension.class, this);

    /** A sandbox per test, with all defaults. What {@code @ExtendWith} calls. */
    public KratySandboxExtension() {
        this(builder());
    }

    private KratySandboxExtension(Builder builder) {
        perClass = builder.perClass;
        sandbox = builder.sandbox;
        client = builder.client;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // A nested class shares what the class around it has.
        if (perClass && find(context, SANDBOX, SharedSandbox.class) == null) {
            begin(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!perClass) {
            begin(context);
            return;
        }
        SharedSandbox shared = find(context, SANDBOX, SharedSandbox.class);
        if (shared == null) {
            throw new ExtensionConfigurationException(
                    "One sandbox per class needs the KratySandboxExtension in a static field, was in an instance field of "
                            + context.getRequiredTestClass().getName());
        }
        context.getStore(namespace).put(CLIENTS, new Clients(shared, client));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        end(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        end(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == KratySandbox.class || type == Kraty.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Clients clients = find(context, CLIENTS, Clients.class);
        if (clients == null) {
            throw new ParameterResolutionException("There is no sandbox yet for " + parameter.getDeclaringExecutable()
                    + ": each test has its own. Take the parameter in a test or in a @BeforeEach method, or share one"
                    + " sandbox with KratySandboxExtension.builder().perClass().");
        }
        if (parameter.getParameter().getType() == KratySandbox.class) {
            return clients.sandbox();
        }
        return clients.of(
                parameter.findAnnotation(PlayAs.class).map(PlayAs::value).orElse(DEFAULT_PLAYER));
    }

    private void begin(ExtensionContext context) {
        SharedSandbox shared = new SharedSandbox(this::start);
        context.getStore(namespace).put(SANDBOX, shared);
        context.getStore(namespace).put(CLIENTS, new Clients(shared, client));
    }

    /** Closes what began with this test or class, and not what began around it: removing does not look there. */
    private void end(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(namespace);
        Clients clients = store.remove(CLIENTS, Clients.class);
        SharedSandbox shared = store.remove(SANDBOX, SharedSandbox.class);
        try {
            if (clients != null) {
                clients.close();
            }
        } finally {
            if (shared != null) {
                shared.close();
            }
        }
    }

    private KratySandbox start() {
        KratySandbox.Builder settings = KratySandbox.builder();
        sandbox.accept(settings);
        return settings.start();
    }

    private <T> @Nullable T find(ExtensionContext context, String key, Class<T> type) {
        return context.getStore(namespace).get(key, type);
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private boolean perClass;
        private Consumer<KratySandbox.Builder> sandbox = settings -> {};
        private Consumer<KratyClientOptions.Builder> client = settings -> {};

        private Builder() {}

        /**
         * One sandbox for all tests of a class, and of the classes nested in it. Tests see what others left behind;
         * clients are still new for each. Needs a static field. Then constructors and
         * {@code @BeforeAll} methods can take parameters, too. Defaults to one per test.
         */
        public Builder perClass() {
            perClass = true;
            return this;
        }

        /** The game that is played. Defaults to the demo game. */
        public Builder game(Game game) {
            return sandbox(settings -> settings.game(game));
        }

        /** What each sandbox is started with, on top of what was said before. Defaults to the sandbox's own defaults. */
        public Builder sandbox(Consumer<KratySandbox.Builder> settings) {
            sandbox = sandbox.andThen(settings);
            return this;
        }

        /** What each client is made with, on top of the key, the address and the player. Defaults to the SDK's own. */
        public Builder client(Consumer<KratyClientOptions.Builder> settings) {
            client = client.andThen(settings);
            return this;
        }

        /** The extension, to be registered. */
        public KratySandboxExtension build() {
            return new KratySandboxExtension(this);
        }
    }
}
