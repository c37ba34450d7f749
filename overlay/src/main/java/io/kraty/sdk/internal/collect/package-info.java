/** Collecting all that waits. Not API. */
@NullMarked
package io.kraty.sdk.internal.collect;

import org.jspecify.annotations.NullMarked;
