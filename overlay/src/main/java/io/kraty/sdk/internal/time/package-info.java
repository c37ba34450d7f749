/** The server's clock, kept here. Not API. */
@NullMarked
package io.kraty.sdk.internal.time;

import org.jspecify.annotations.NullMarked;
