package io.kraty.sdk.internal.transport;

import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Credential;
import java.nio.charset.StandardCharsets;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Turns a description into an HTTP request: address, credentials, identification, body. */
public final class RequestFactory {
    /** Read when there is a first body, not when a client is made. */
    private static final class Json {
        private static final MediaType TYPE = MediaType.get("application/json");
    }

    private final BaseUrl baseUrl;
    private final String bearer;

    /** Builds requests to {@code baseUrl} with {@code apiKey}. */
    public RequestFactory(BaseUrl baseUrl, String apiKey) {
        this.baseUrl = baseUrl;
        this.bearer = "Bearer " + apiKey;
    }

    /**
     * The request, accompanied by no more credentials than its description asks for: they are not among its headers yet.
     *
     * @throws IllegalArgumentException if a free-form part of the body cannot be written
     */
    public Request.Builder build(Authorized<?> what) {
        ApiRequest<?> description = what.request();
        HttpUrl url = baseUrl.resolve(description);
        Request.Builder request = new Request.Builder();
        what.headers().forEach(request::header); // first, so that none can take the place of what follows
        request.url(url)
                .method(description.method(), body(description))
                .header("Accept", description.accept())
                .header("X-Kraty-SDK", SdkVersion.IDENTIFICATION);
        return new CredentialHeaders(url, credentials(description, what.playerSecret())).travelWith(request);
    }

    private Headers credentials(ApiRequest<?> description, @Nullable String playerSecret) {
        Headers.Builder headers = new Headers.Builder();
        for (Credential credential : description.credentials()) {
            if (credential.isBearer()) {
                headers.add("Authorization", bearer);
            } else if (credential.header() != null && playerSecret != null) {
                headers.add(credential.header(), playerSecret);
            }
        }
        return headers.build();
    }

    private static @Nullable RequestBody body(ApiRequest<?> description) {
        return description.hasBody()
                ? RequestBody.create(description.body().getBytes(StandardCharsets.UTF_8), Json.TYPE)
                : null;
    }
}
