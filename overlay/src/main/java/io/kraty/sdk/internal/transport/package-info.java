/** Sends one described request: credentials, idempotency key, attempts, answers. Not API. */
@NullMarked
package io.kraty.sdk.internal.transport;

import org.jspecify.annotations.NullMarked;
