/** Which boards players are on, and how those ended. Not API. */
@NullMarked
package io.kraty.sdk.internal.finalization;

import org.jspecify.annotations.NullMarked;
