package io.kraty.sdk.internal.transport;

import io.kraty.api.runtime.ApiRequest;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Where the platform is. A path in it stands before every path of the API. */
public final class BaseUrl {
    /** The platform's own address. */
    public static final String DEFAULT = "https://api.kraty.io";

    private static final Pattern ABSOLUTE = Pattern.compile("https?://[^/\\\\]", Pattern.CASE_INSENSITIVE);

    private final HttpUrl url;

    private BaseUrl(HttpUrl url) {
        this.url = url;
    }

    /**
     * Reads and checks an address.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https address without user, query and fragment, or
     *     if it is plain http to another machine and {@code allowCleartext} is false
     */
    public static BaseUrl parse(String text, boolean allowCleartext) {
        HttpUrl url = HttpUrl.parse(text);
        // OkHttp guesses what was meant by too many slashes or too few; a guess is no place to send a secret to.
        if (url == null || hasControl(text) || !ABSOLUTE.matcher(text).lookingAt()) {
            throw new IllegalArgumentException(
                    "baseUrl: must be an absolute http or https URL, was \"" + visible(text) + "\"");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new IllegalArgumentException("baseUrl: must not hold a user or a password, was " + url.redact());
        }
        if (url.query() != null || url.fragment() != null) {
            throw new IllegalArgumentException("baseUrl: must not hold a query or a fragment, was " + url.redact());
        }
        if (!url.isHttps() && !allowCleartext && !isLoopback(url.host())) {
            throw new IllegalArgumentException(
                    "baseUrl: must be https (http only for this machine, or with allowCleartext), was " + url);
        }
        return new BaseUrl(url);
    }

    HttpUrl resolve(ApiRequest<?> request) {
        return url.newBuilder()
                .addEncodedPathSegments(request.path().substring(1))
                .encodedQuery(request.query().isEmpty() ? null : request.query())
                .build();
    }

    /** Host, and port if it is not the usual one. */
    public String authority() {
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? url.host() : url.host() + ":" + url.port();
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("::1")
                || name.matches("127(\\.\\d{1,3}){3}");
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String visible(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
