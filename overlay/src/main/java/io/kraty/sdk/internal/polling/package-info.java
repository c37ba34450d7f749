/** Asking again and again until something happens. Not API. */
@NullMarked
package io.kraty.sdk.internal.polling;

import org.jspecify.annotations.NullMarked;
