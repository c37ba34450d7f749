package io.kraty.sandbox.internal.http;

import com.google.gson.TypeAdapter;
import io.kraty.api.runtime.Json;

/**
 * What an operation came to, before it is written.
 *
 * @param status the HTTP status
 * @param adapter how to write it
 * @param result what to write
 * @param replayed what to write for a repetition with the same idempotency key
 */
record Success<T>(int status, TypeAdapter<T> adapter, T result, T replayed) {
    /** What stands in the {@code data} of the answer. */
    static <T> Success<T> of(int status, TypeAdapter<T> adapter, T data) {
        return of(status, adapter, data, data);
    }

    static <T> Success<T> of(int status, TypeAdapter<T> adapter, T data, T replayed) {
        return new Success<>(status, Json.unwrapped("answer", "data", adapter), data, replayed);
    }

    /** What is the whole answer. */
    static <T> Success<T> bare(int status, TypeAdapter<T> adapter, T result) {
        return new Success<>(status, adapter, result, result);
    }
}
