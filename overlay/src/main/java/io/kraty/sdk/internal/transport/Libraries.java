package io.kraty.sdk.internal.transport;

import io.kraty.api.runtime.Checks;
import java.security.CodeSource;
import java.util.function.BiConsumer;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttp;

/**
 * Says when a game connects, and in a sentence, what would else be a {@link NoSuchMethodError} from within the first call: that
 * an older OkHttp stands on the class path, alone or in front of the one that the SDK brings.
 */
public final class Libraries {
    private Libraries() {}

    /**
     * Looks for the newest method that the SDK needs. Without reflection, which a shrinker would not follow: a method reference
     * is looked up where it is made.
     *
     * @throws IllegalStateException naming the jar, if it is too old
     */
    public static void check() {
        try {
            BiConsumer<Call, EventListener> newest = Call::addEventListener;
            Checks.present("newest", newest);
        } catch (LinkageError e) {
            // The version is that of compiling.
            throw new IllegalStateException(
                    "OkHttp " + OkHttp.VERSION + " or newer is needed, but an older one was found first"
                            + place(Call.class) + ". Take it off the class path, or give com.squareup.okhttp3:okhttp"
                            + " and com.squareup.okhttp3:okhttp-jvm the same version",
                    e);
        }
    }

    private static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null ? "" : " in " + source.getLocation();
    }
}
