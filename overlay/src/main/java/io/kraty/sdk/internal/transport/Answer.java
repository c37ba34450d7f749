package io.kraty.sdk.internal.transport;

import io.kraty.api.runtime.ApiRequest;
import okhttp3.Response;

/**
 * A whole answer.
 *
 * @param request what was asked, as it was sent
 * @param response status and headers; its body was read
 * @param body what it said
 * @param failure how to say what is wrong with it
 * @param sentNanos right before it was sent, by the clock that only goes forward
 * @param receivedNanos right after the last byte came, by the same clock
 */
record Answer(
        ApiRequest<?> request, Response response, Body body, Failure failure, long sentNanos, long receivedNanos) {}
