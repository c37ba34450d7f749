package io.kraty.sandbox.internal.http;

import com.google.gson.TypeAdapter;

/**
 * What an operation came to, before it is written.
 *
 * @param status the HTTP status
 * @param adapter how to write it
 * @param envelope what to write
 * @param replayed what to write for a repetition with the same idempotency key
 */
record Success<T>(int status, TypeAdapter<T> adapter, T envelope, T replayed) {
    static <T> Success<T> of(int status, TypeAdapter<T> adapter, T envelope) {
        return of(status, adapter, envelope, envelope);
    }

    static <T> Success<T> of(int status, TypeAdapter<T> adapter, T envelope, T replayed) {
        return new Success<>(status, adapter, envelope, replayed);
    }
}
