/** What is logged. Not API. */
@NullMarked
package io.kraty.sdk.internal.log;

import org.jspecify.annotations.NullMarked;
