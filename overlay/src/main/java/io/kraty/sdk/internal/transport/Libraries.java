package io.kraty.sdk.internal.transport;

import java.security.CodeSource;
import okhttp3.Call;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/**
 * Says when a game connects, and in a sentence, what would else be a {@link NoSuchMethodError} from within the first call: that
 * an older OkHttp stands on the class path, alone or in front of the one that the SDK brings.
 */
public final class Libraries {
    private Libraries() {}

    /**
     * Looks for the newest method that the SDK needs. Without reflection, which a shrinker would not follow, and without a method
     * reference, which would be the only one in making a client and takes longer than all the rest.
     *
     * @throws IllegalStateException naming the jar, if it is too old
     */
    public static void check() {
        try {
            newest(null, null);
        } catch (NullPointerException e) {
            // It was found; and only then it was seen that there is no call.
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "OkHttp " + SdkVersion.OKHTTP + " or newer is needed, but an older one was found first"
                            + place(Call.class) + ". Take it off the class path, or give com.squareup.okhttp3:okhttp"
                            + " and com.squareup.okhttp3:okhttp-jvm the same version",
                    e);
        }
    }

    @SuppressWarnings("NullAway") // on purpose
    private static void newest(@Nullable Call none, @Nullable EventListener nobody) {
        none.addEventListener(nobody);
    }

    private static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null ? "" : " in " + source.getLocation();
    }
}
