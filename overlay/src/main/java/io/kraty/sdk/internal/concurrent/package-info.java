/** Threads and time. Not API. */
@NullMarked
package io.kraty.sdk.internal.concurrent;

import org.jspecify.annotations.NullMarked;
