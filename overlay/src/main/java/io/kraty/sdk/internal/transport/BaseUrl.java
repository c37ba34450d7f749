package io.kraty.sdk.internal.transport;

import io.kraty.api.runtime.ApiRequest;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where the platform is. A path in it stands before every path of the API. */
public final class BaseUrl {
    /** The platform's own address. */
    public static final String DEFAULT = "https://api.kraty.io";

    private static final String HTTPS = "https://";
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 253;

    private final String text;
    private final String authority;
    private volatile @Nullable HttpUrl url;

    private BaseUrl(String text, String authority, @Nullable HttpUrl url) {
        this.text = text;
        this.authority = authority;
        this.url = url;
    }

    /**
     * Reads and checks an address.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https address without user, query and fragment, or
     *     if it is plain http to another machine and {@code allowCleartext} is false
     */
    public static BaseUrl parse(String text, boolean allowCleartext) {
        // To make a client, nobody has to wait for OkHttp, its regular expressions and its tables of all letters, if a
        // name looks as names do.
        if (isPlain(text)) {
            String host = text.substring(HTTPS.length());
            return new BaseUrl(text + "/", host, null);
        }
        HttpUrl url = HttpUrl.parse(text);
        // OkHttp guesses what was meant by too many slashes or too few; a guess is no place to send a secret to.
        if (url == null || hasControl(text) || !Absolute.FORM.matcher(text).lookingAt()) {
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
        String port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
        return new BaseUrl(url.toString(), url.host() + port, url);
    }

    HttpUrl resolve(ApiRequest<?> request) {
        return url().newBuilder()
                .addEncodedPathSegments(request.path().substring(1))
                .encodedQuery(request.query().isEmpty() ? null : request.query())
                .build();
    }

    /** Host, and port if it is not the usual one. */
    public String authority() {
        return authority;
    }

    /** For OkHttp, which reads it once. */
    HttpUrl url() {
        HttpUrl known = url;
        if (known == null) {
            known = HttpUrl.get(text);
            url = known;
        }
        return known;
    }

    /** Whether it is https and a name that OkHttp would leave as it is, and nothing else. */
    private static boolean isPlain(String text) {
        if (!text.startsWith(HTTPS) || text.length() > HTTPS.length() + LONGEST_NAME) {
            return false;
        }
        char before = '.';
        int label = 0;
        for (int i = HTTPS.length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSeparator(c) ? isSeparator(before) : !isLetterOrDigit(c)) {
                return false;
            }
            label = c == '.' ? 0 : label + 1;
            if (label > LONGEST_LABEL) {
                return false;
            }
            before = c;
        }
        return !isSeparator(before);
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-';
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("::1")
                || name.matches("127(\\." + OCTET + "){3}"); // any other form is a name, and looked up
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String visible(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    @Override
    public String toString() {
        return text;
    }

    private static final class Absolute {
        private static final Pattern FORM = Pattern.compile("https?://[^/\\\\]", Pattern.CASE_INSENSITIVE);
    }
}
