/** The asynchronous door: blocking code on threads of ours, with a future of its result. Not API. */
@NullMarked
package io.kraty.sdk.internal.async;

import org.jspecify.annotations.NullMarked;
