package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.OurThreads;
import io.kraty.sdk.wire.SecondCopy;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.internal.concurrent.TaskRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plugin that closed its Kraty can be unloaded: no thread, registry or system property keeps its classes. The server has
 * OkHttp, whose own idle threads remember for a minute who started them; here they end sooner, and the one that cannot (the
 * watchdog of its timeouts) is the server's.
 */
@Timeout(60)
class UnloadingTest {
    @TempDir
    Path directory;

    private final KratySandbox sandbox = KratySandbox.start();
    private final OkHttpClient servers = new OkHttpClient.Builder()
            .dispatcher(
                    new Dispatcher(new ThreadPoolExecutor(0, 64, 50, TimeUnit.MILLISECONDS, new SynchronousQueue<>())))
            .build();
    private final ThreadPoolExecutor okHttpThreads =
            ((TaskRunner.RealBackend) TaskRunner.INSTANCE.getBackend()).getExecutor();
    private final long keptAlive = okHttpThreads.getKeepAliveTime(TimeUnit.MILLISECONDS);

    @BeforeEach
    void startTheWatchdogOfTheServer() throws Exception {
        okHttpThreads.setKeepAliveTime(50, TimeUnit.MILLISECONDS);
        Request ping = new Request.Builder().url(sandbox.baseUrl() + "/ping").build();
        try (Response answer = servers.newCall(ping).execute()) {
            assertNotNull(answer.body().bytes());
        }
    }

    @AfterEach
    void stop() {
        okHttpThreads.setKeepAliveTime(keptAlive, TimeUnit.MILLISECONDS);
        servers.dispatcher().executorService().shutdown();
        servers.connectionPool().evictAll();
        sandbox.close();
    }

    @Test
    void closedSession_keepsNothing() throws Exception {
        assertUnloaded(played(PluginSession.class));
    }

    @Test
    void closedSession_onAClientOfTheServers_keepsNothing() throws Exception {
        assertUnloaded(played(PluginSession.class, servers));
    }

    /** What makes the tests above worth something. */
    @Test
    void sessionThatWasNotClosed_keepsItsClasses() throws Exception {
        OurThreads threads = OurThreads.fromNow();
        WeakReference<ClassLoader> plugin = played(PluginSession.Forgetful.class);
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        assertNotNull(plugin.get(), "its poller goes on");
        sandbox.addTrouble(Trouble.on("listPendingGrants")
                .times(Integer.MAX_VALUE)
                .effect(Effect.error(401, "session_invalid"))
                .build());
        Await.until(
                "the poller is refused",
                () -> sandbox.requests().stream().anyMatch(request -> request.status() == 401));
        threads.awaitEnd("task-"); // it stops by itself
    }

    private static void assertUnloaded(WeakReference<ClassLoader> plugin) throws InterruptedException {
        Await.until("the plugin is unloaded", () -> {
            System.gc();
            return plugin.get() == null;
        });
        assertEquals(null, plugin.get());
    }

    /** The loader of a plugin that has played. Nothing here refers to it any more. */
    @SuppressWarnings("unchecked")
    private WeakReference<ClassLoader> played(
            @SuppressWarnings("rawtypes") Class<? extends BiConsumer> session, OkHttpClient... client)
            throws Exception {
        Object[] platform = client.length == 0
                ? new Object[] {sandbox.apiKey(), sandbox.baseUrl()}
                : new Object[] {sandbox.apiKey(), sandbox.baseUrl(), client[0]};
        try (SecondCopy plugin = SecondCopy.ofTheSdk()) {
            plugin.make(session, BiConsumer.class).accept(platform, directory);
            return new WeakReference<>(plugin);
        }
    }
}
