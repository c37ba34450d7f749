/** Writes that are kept before they are sent, and until somebody took their result. Not API. */
@NullMarked
package io.kraty.sdk.internal.outbox;

import org.jspecify.annotations.NullMarked;
