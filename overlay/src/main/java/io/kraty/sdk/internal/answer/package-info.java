/** Reading answers that were kept as text. Not API. */
@NullMarked
package io.kraty.sdk.internal.answer;

import org.jspecify.annotations.NullMarked;
