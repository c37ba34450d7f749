package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.MembershipStore;
import io.kraty.sdk.store.OutboxStore;
import io.kraty.sdk.store.SecretStore;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Finds every public parameter by itself. What has no value is refused where one is needed, and a number or a time that cannot
 * be right by its name, before anything is sent. Which texts and numbers are right is the matter of {@link BadArgumentTest},
 * {@link BadOptionTest} and {@code RangeTest}.
 */
class EveryParameterTest {
    /** Types that the SDK makes to tell something, and a game in its tests alone: they take what they are given. */
    private static final Set<String> TOLD = Set.of(
            "BoardView",
            "CollectAllResult",
            "CollectAllResult.Failure",
            "CollectProgress",
            "ConfiguredBoardRef",
            "EventBoardRef",
            "FinalizationResult",
            "Holdings",
            "LobbyProgress",
            "OutboxEntry",
            "OutboxResult.Done",
            "OutboxResult.Expired",
            "OutboxResult.Refused",
            "OutboxResult.Unknown",
            "RequestInfo",
            "SubscriptionState.Degraded",
            "KratyAnswerTooLargeException",
            "KratyApiException",
            "KratyApiException.Builder",
            "KratyNetworkException",
            "KratyOutboxException",
            "KratySecretStoreException",
            "KratyTimeoutException");

    private static final Set<Class<?>> STORES = Set.of(SecretStore.class, OutboxStore.class, MembershipStore.class);

    /** Parameters that take what the others refuse, each for a reason. */
    private static final Set<String> TAKEN = Set.of(
            // None stands for none, and is what such a setting begins with.
            "BoardOptions.Builder.period(String) #0 = null",
            "BoardOptions.Builder.segment(String) #0 = null",
            "LeaderboardJoinOptions.Builder.segment(String) #0 = null",
            "ProgressInput.occurredAt(Instant) #0 = null",
            // A key that is missing counts as none, so that a game can hand on what it has.
            "RequestOptions.idempotencyKey(String) #0 = null",
            // How many rows there may be is up to the operation that they are for: RangeTest.
            "BoardOptions.Builder.limit(int) #0 = -2147483648",
            "LeaderboardJoinOptions(Integer, String) #0 = -2147483648",
            "LeaderboardJoinOptions.Builder.limit(int) #0 = -2147483648",
            // A progress may be a loss of any size.
            "WalletClient.progress(String, long) #1 = -9223372036854775808");

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    static List<Class<?>> types() {
        return new ClassFileImporter()
                .withImportOption(new Shipped()).importPackages("io.kraty.sdk").stream()
                        .filter(type -> !type.getPackageName().contains(".internal"))
                        .map(JavaClass::reflect)
                        .filter(EveryParameterTest::isPublic)
                        .collect(Collectors.toList());
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
    }

    @Test
    void whatCannotBeRight_isRefused() {
        Map<Class<?>, Object> receivers = receivers(platform.client(platform.fresh()));
        Set<String> bad = new TreeSet<>();
        int looked = 0;
        for (Class<?> type : types()) {
            for (Executable each : executables(type)) {
                for (int i = 0; i < each.getParameterCount(); i++) {
                    Parameter parameter = each.getParameters()[i];
                    Object wrong = wrong(parameter.getType());
                    if (wrong != null) {
                        looked++;
                        add(bad, each, i, wrong, receivers);
                    }
                    if (!parameter.getType().isPrimitive()
                            && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                        looked++;
                        add(bad, each, i, null, receivers);
                    }
                }
            }
        }
        assertEquals(
                TAKEN,
                bad.stream().map(problem -> problem.replaceAll(": .*", "")).collect(Collectors.toSet()),
                bad::toString);
        // Of the one that is right, which begins with a registration.
        assertEquals(
                Set.of("/register"),
                platform.sent().stream()
                        .map(sent -> sent.target().replaceAll(".*/", "/"))
                        .collect(Collectors.toSet()));
        assertTrue(looked > 200, looked + " were found");
    }

    private static void add(
            Set<String> bad, Executable each, int index, Object value, Map<Class<?>, Object> receivers) {
        if (TOLD.contains(name(each.getDeclaringClass())) || isToldAName(each)) {
            return;
        }
        String what = name(each) + " #" + index + " = " + value;
        String problem = problem(each, index, value, receivers);
        if (problem != null) {
            bad.add(what + ": " + problem.replace("\n", " "));
        }
    }

    /** What a store is told, the SDK tells it. */
    private static boolean isToldAName(Executable each) {
        return each instanceof Method
                && STORES.stream().anyMatch(store -> store.isAssignableFrom(each.getDeclaringClass()));
    }

    /** A new one, if it is a builder: it keeps what it was told. */
    private static Object receiver(Class<?> type, Map<Class<?>, Object> receivers) throws ReflectiveOperationException {
        if (type.getSimpleName().equals("Builder")) {
            for (Method method : type.getDeclaringClass().getMethods()) {
                if (method.getName().equals("builder")) {
                    return method.invoke(
                            null,
                            Stream.of(method.getParameterTypes())
                                    .map(EveryParameterTest::any)
                                    .toArray());
                }
            }
        }
        return receivers.get(type);
    }

    /** What no number and no time of ours may be; null for other types. */
    private static Object wrong(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return Integer.MIN_VALUE;
        }
        if (type == long.class || type == Long.class) {
            return Long.MIN_VALUE;
        }
        if (type == double.class || type == Double.class) {
            return Double.NaN;
        }
        if (type == Function.class) {
            return (Function<Object, Object>) any -> null; // it describes nothing
        }
        return type == Duration.class ? Duration.ofMillis(-1) : null;
    }

    private static List<Executable> executables(Class<?> type) {
        List<Executable> all = new ArrayList<>();
        if (!Modifier.isAbstract(type.getModifiers())) {
            all.addAll(Arrays.asList(type.getConstructors()));
        }
        if (!type.isInterface() && !type.isEnum()) {
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())
                        && !method.isSynthetic()
                        && !method.getName().equals("equals")) {
                    all.add(method);
                }
            }
        }
        return all;
    }

    private static String problem(Executable each, int index, Object value, Map<Class<?>, Object> receivers) {
        Object[] arguments = new Object[each.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i == index ? value : any(each.getParameters()[i].getType());
        }
        try {
            Object result;
            if (each instanceof Constructor<?> constructor) {
                result = constructor.newInstance(arguments);
            } else {
                Object receiver =
                        Modifier.isStatic(each.getModifiers()) ? null : receiver(each.getDeclaringClass(), receivers);
                if (receiver == null && !Modifier.isStatic(each.getModifiers())) {
                    return "no receiver";
                }
                result = ((Method) each).invoke(receiver, arguments);
            }
            if (result != null && result.getClass().getSimpleName().equals("Builder")) {
                Method build = result.getClass().getMethod("build");
                build.invoke(result);
            }
            return "taken";
        } catch (InvocationTargetException e) {
            Throwable why = e.getCause();
            boolean named = why.getMessage() != null && why.getMessage().matches("(?s)[a-zA-Z][^:]{0,60}: .*");
            return why instanceof IllegalArgumentException && named ? null : why.toString();
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return "cannot be called: " + e;
        }
    }

    private static Object any(Class<?> type) {
        if (type == String.class || type == Object.class || type == CharSequence.class) {
            return "x1";
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == long.class || type == Long.class) {
            return 1L;
        }
        if (type == double.class || type == Double.class) {
            return 1.0;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(1);
        }
        if (type == Instant.class) {
            return Instant.EPOCH;
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of("a", 1);
        }
        if (type == KratyClientOptions.class) {
            return TestOptions.fresh(platform.url(), platform.timing()).build();
        }
        if (type == Path.class) {
            return Path.of("target", "nowhere", "file.json");
        }
        if (type == SecretKey.class) {
            return new SecretKeySpec(new byte[16], "AES");
        }
        if (type == SecretStore.class) {
            return new InMemorySecretStore();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isInterface() && !type.isSealed()) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
        }
        for (String factory : List.of("defaults", "none")) {
            try {
                return type.getMethod(factory).invoke(null);
            } catch (ReflectiveOperationException e) {
                // not that one
            }
        }
        try {
            Object builder = type.getMethod("builder").invoke(null);
            return builder.getClass().getMethod("build").invoke(builder);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private static Map<Class<?>, Object> receivers(Kraty kraty) {
        Map<Class<?>, Object> all = new HashMap<>();
        all.put(Kraty.class, kraty);
        for (Method method : kraty.getClass().getSuperclass().getMethods()) {
            if (method.getParameterCount() == 0
                    && method.getReturnType().getSimpleName().endsWith("Client")) {
                put(all, method, kraty);
            }
        }
        all.put(kraty.getClass().getSuperclass(), kraty);
        for (Class<?> type : types()) {
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isStatic(method.getModifiers())
                        && Modifier.isPublic(method.getModifiers())
                        && (method.getName().equals("builder") || method.getReturnType() == type)) {
                    putStatic(all, method);
                }
            }
            if (!all.containsKey(type)) {
                for (Constructor<?> constructor : type.getConstructors()) {
                    putNew(all, type, constructor);
                }
            }
        }
        List.copyOf(all.values()).forEach(made -> putBuilt(all, made));
        return all;
    }

    private static void putBuilt(Map<Class<?>, Object> all, Object builder) {
        try {
            Method build = builder.getClass().getMethod("build");
            all.putIfAbsent(build.getReturnType(), build.invoke(builder));
        } catch (ReflectiveOperationException e) {
            // no builder, or one that needs more
        }
    }

    private static void put(Map<Class<?>, Object> all, Method method, Object receiver) {
        try {
            all.put(method.getReturnType(), method.invoke(receiver));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static void putStatic(Map<Class<?>, Object> all, Method method) {
        try {
            Object[] arguments = Stream.of(method.getParameterTypes())
                    .map(EveryParameterTest::any)
                    .toArray();
            all.putIfAbsent(method.getReturnType(), method.invoke(null, arguments));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // another one may do
        }
    }

    private static void putNew(Map<Class<?>, Object> all, Class<?> type, Constructor<?> constructor) {
        try {
            Object[] arguments = Stream.of(constructor.getParameterTypes())
                    .map(EveryParameterTest::any)
                    .toArray();
            all.putIfAbsent(type, constructor.newInstance(arguments));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // none
        }
    }

    private static String name(Executable each) {
        return name(each.getDeclaringClass())
                + (each instanceof Constructor<?> ? "" : "." + each.getName())
                + Stream.of(each.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }
}
