/** How the sandbox speaks HTTP: routing, credentials, idempotency, validation and streams. Not API. */
@NullMarked
package io.kraty.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
