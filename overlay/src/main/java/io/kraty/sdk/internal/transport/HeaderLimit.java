package io.kraty.sdk.internal.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tells headers without end from a connection that broke off. OkHttp stops reading headers at 256 KiB, but says so in the
 * words of a lost connection, which would be worth another attempt.
 */
final class HeaderLimit implements Interceptor {
    private static final int LOOK_MILLIS = 1;

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (IOException e) {
            if (isTooMuch(e, chain.connection())) {
                TooLargeException tooLarge = new TooLargeException("headers of more than 256 KiB");
                tooLarge.initCause(e);
                throw tooLarge;
            }
            throw e;
        }
    }

    private static boolean isTooMuch(IOException failure, @Nullable Connection connection) {
        if (String.valueOf(failure.getMessage()).contains("header byte count limit")) { // HTTP/2 counts them
            return true;
        }
        // HTTP/1.1 reads lines up to a limit, and finds no end of line in both cases.
        return failure.getCause() instanceof EOFException end
                && String.valueOf(end.getMessage()).contains("not found: limit=")
                && connection != null
                && isOpen(connection.socket());
    }

    /** Whether the server still has something to say, or has not hung up. */
    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(LOOK_MILLIS);
            return socket.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
