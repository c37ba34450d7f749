package io.kraty.sdk.internal.transport;

import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Credential;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Turns a description into an HTTP request: address, credentials, identification, body. */
public final class RequestFactory {
    private static final MediaType JSON = MediaType.get("application/json");

    private final BaseUrl baseUrl;
    private final String apiKey;

    /** Builds requests to {@code baseUrl} with {@code apiKey}. */
    public RequestFactory(BaseUrl baseUrl, String apiKey) {
        this.baseUrl = baseUrl;
        this.apiKey = apiKey;
    }

    /**
     * The request, with no more credentials than its description asks for.
     *
     * @throws IllegalArgumentException if a free-form part of the body cannot be written
     */
    public Request.Builder build(Authorized<?> what) {
        ApiRequest<?> description = what.request();
        String playerSecret = what.playerSecret();
        Request.Builder request = new Request.Builder();
        what.headers().forEach(request::header); // first, so that none can take the place of what follows
        request.url(baseUrl.resolve(description))
                .method(description.method(), body(description))
                .header("Accept", description.accept())
                .header("X-Kraty-SDK", SdkVersion.IDENTIFICATION);
        for (Credential credential : description.credentials()) {
            if (credential.isBearer()) {
                request.header("Authorization", "Bearer " + apiKey);
            } else if (credential.header() != null && playerSecret != null) {
                request.header(credential.header(), playerSecret);
            }
        }
        return request;
    }

    private static @Nullable RequestBody body(ApiRequest<?> description) {
        return description.hasBody()
                ? RequestBody.create(description.body().getBytes(StandardCharsets.UTF_8), JSON)
                : null;
    }
}
