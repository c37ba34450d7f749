package io.kraty.sdk.internal.transport;

import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Why there is no connection, in a sentence for people who have never seen the inside of TLS or of a proxy. */
final class Reason {
    private static final int MOST_CAUSES = 20;

    private Reason() {}

    /** What is known, followed by what the machine says in its own words. */
    static String of(IOException failure) {
        String message = failure.getMessage();
        String own = message == null ? failure.getClass().getSimpleName() : message.replaceAll("\\s*\\n\\s*", " ");
        String plain = plain(failure, own);
        return plain == null ? own : plain + " (" + own + ")";
    }

    private static @Nullable String plain(IOException failure, String own) {
        if (failure instanceof UnknownHostException) {
            return "the name of the server could not be looked up; there may be no network";
        }
        if (own.contains("authenticate with proxy")) {
            return "the proxy on the way asks for a user and a password, or for others";
        }
        if (own.contains("response code for CONNECT")) {
            return "the proxy on the way refuses to lead to the server";
        }
        return failure instanceof SSLException ? ofTls(failure, own.toLowerCase(Locale.ROOT)) : null;
    }

    private static String ofTls(IOException failure, String own) {
        if (has(failure, CertificateExpiredException.class)) {
            return "the certificate of the server has expired, or the clock of this device is wrong";
        }
        if (has(failure, CertificateNotYetValidException.class)) {
            return "the certificate of the server is not valid yet, or the clock of this device is wrong";
        }
        if (failure instanceof SSLPeerUnverifiedException) {
            return own.contains("pinning")
                    ? "the certificate of the server is none of those that the game has pinned"
                    : "the certificate of the server is for another name";
        }
        if (has(failure, CertPathBuilderException.class)
                || has(failure, CertPathValidatorException.class)
                || has(failure, CertificateException.class)) {
            return "the certificate of the server is issued by nobody whom this device trusts; somebody on the way may be"
                    + " reading along";
        }
        if (own.contains("unrecognized") || own.contains("plaintext")) {
            return "what answers there does not speak TLS, as the page of a network that wants a login";
        }
        return own.contains("protocol") || own.contains("handshake_failure") || own.contains("cipher")
                ? "the server and this device have no version of TLS in common"
                : "no secure connection came about";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
