package com.example.server;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A server with two plugins that have a copy of the game, the SDK and all libraries each. They play at the same time, are
 * closed, and have to leave memory. The server itself has nothing of it on its class path but the game's classes, which
 * it never loads. Arguments: what makes up a plugin.
 */
public final class Server {
    /** OkHttp's and Okio's idle threads stay for a minute, and they are the plugin's. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private Server() {}

    /** Plays, and fails if a plugin stays. */
    public static void main(String[] args) throws Exception {
        List<URL> plugin = new ArrayList<>();
        for (String each : args) {
            plugin.add(Path.of(each).toUri().toURL());
        }
        ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
        List<Reference<ClassLoader>> plugins = play(plugin.toArray(URL[]::new), gone);

        long started = System.nanoTime();
        for (int left = plugins.size(); left > 0; ) {
            System.gc();
            if (gone.remove(1000) != null) {
                left--;
            } else if (System.nanoTime() - started > PATIENCE.toNanos()) {
                Thread.getAllStackTraces().keySet().forEach(thread -> System.out.println("still there: " + thread));
                throw new IllegalStateException(left + " plugins are still in memory");
            }
        }
        Reference.reachabilityFence(plugins);
        System.out.println("* both unloaded after " + Duration.ofNanos(System.nanoTime() - started).toSeconds() + " s");
    }

    /** Both at once. Nothing of them is referred to from here when this returns. */
    private static List<Reference<ClassLoader>> play(URL[] plugin, ReferenceQueue<ClassLoader> gone) throws Exception {
        List<Reference<ClassLoader>> plugins = new ArrayList<>();
        List<FutureTask<Void>> sessions = new ArrayList<>();
        List<Class<?>> games = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            URLClassLoader loader = new URLClassLoader(plugin, ClassLoader.getPlatformClassLoader());
            plugins.add(new PhantomReference<>(loader, gone));
            Class<?> game = loader.loadClass("com.example.game.QuickStart");
            games.add(game);
            FutureTask<Void> session = new FutureTask<>(() -> {
                try (loader) {
                    game.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
                }
                return null;
            });
            sessions.add(session);
            new Thread(session, "plugin " + i).start();
        }
        if (games.get(0) == games.get(1)) {
            throw new IllegalStateException("the plugins share their classes");
        }
        for (FutureTask<Void> session : sessions) {
            try {
                session.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a plugin cannot play", e.getCause());
            }
        }
        return plugins;
    }
}
