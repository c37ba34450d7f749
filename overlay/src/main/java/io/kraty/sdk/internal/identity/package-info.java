/** Who is playing, resolved once and kept. Not API. */
@NullMarked
package io.kraty.sdk.internal.identity;

import org.jspecify.annotations.NullMarked;
