/** Where the player is kept between launches. */
@NullMarked
package io.kraty.sdk.store;

import org.jspecify.annotations.NullMarked;
