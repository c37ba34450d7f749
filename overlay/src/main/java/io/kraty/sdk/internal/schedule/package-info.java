/** What happens later, and again and again, without a thread that waits for it. Not API. */
@NullMarked
package io.kraty.sdk.internal.schedule;

import org.jspecify.annotations.NullMarked;
