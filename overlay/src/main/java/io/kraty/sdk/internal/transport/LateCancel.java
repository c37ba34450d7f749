package io.kraty.sdk.internal.transport;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Ends a call that was cancelled right between two steps of connecting, which OkHttp forgets: it closes the socket of the
 * step under way, and between TCP and TLS there is none. The handshake would then go on until the server says something, for
 * a call can be cancelled only once, and running out of time cancels it too.
 */
final class LateCancel extends EventListener {
    static final EventListener INSTANCE = new LateCancel();

    private LateCancel() {}

    /** From here on OkHttp knows the socket again, so that a cancel from here on is not missed. */
    @Override
    public void secureConnectStart(Call call) {
        if (call.isCanceled()) {
            raise(new IOException("Canceled"));
        }
    }

    /** As connecting itself would throw it. Kotlin, which calls this, does not declare exceptions. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> void raise(IOException failure) throws E {
        throw (E) failure;
    }
}
