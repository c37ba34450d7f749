/** Server-sent events, read on a thread of their own. Not API. */
@NullMarked
package io.kraty.sdk.internal.stream;

import org.jspecify.annotations.NullMarked;
