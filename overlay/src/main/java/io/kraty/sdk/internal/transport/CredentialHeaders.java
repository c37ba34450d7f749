package io.kraty.sdk.internal.transport;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The headers that say who asks: the key and the player's secret. They travel beside a request and are put on it only where it
 * is written to the connection, below the interceptors of the game's HTTP client: one that logs what it sees has nothing to
 * hide, and one that leads a request elsewhere does not lead a secret there.
 */
final class CredentialHeaders { // no record: what prints a request prints what travels with it
    private final HttpUrl address;
    private final Headers headers;

    /** Goes to {@code address} alone. */
    CredentialHeaders(HttpUrl address, Headers headers) {
        this.address = address;
        this.headers = headers;
    }

    Request.Builder travelWith(Request.Builder request) {
        return request.tag(CredentialHeaders.class, this);
    }

    /** Puts those that travel with the request on it; the answer tells of the request without them. */
    static Response add(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        CredentialHeaders mine = request.tag(CredentialHeaders.class);
        if (mine == null) {
            return chain.proceed(request);
        }
        Trip trip = request.tag(Trip.class);
        if (trip != null) {
            trip.travelsAs(request);
        }
        Response response = chain.proceed(mine.on(request));
        return response.request() == request
                ? response
                : response.newBuilder().request(request).build();
    }

    private Request on(Request request) throws IOException {
        HttpUrl url = request.url();
        if (!isAt(url)) {
            throw new IOException("an interceptor of the game's changed the address to " + url.redact()
                    + "; the key and the player's secret go to " + address.redact() + " alone");
        }
        Request.Builder signed = request.newBuilder();
        for (int i = 0; i < headers.size(); i++) {
            signed.header(headers.name(i), headers.value(i));
        }
        return signed.build();
    }

    /** Where it was meant to go, and about the same player: the path says who that is. */
    private boolean isAt(HttpUrl url) {
        return url.scheme().equals(address.scheme())
                && url.host().equals(address.host())
                && url.port() == address.port()
                && url.encodedPath().equals(address.encodedPath());
    }

    /** How many there are; not what they hold. */
    @Override
    public String toString() {
        return headers.size() + " credentials";
    }
}
