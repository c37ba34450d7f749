/** What stores need that is not theirs alone. */
@NullMarked
package io.kraty.sdk.internal.store;

import org.jspecify.annotations.NullMarked;
