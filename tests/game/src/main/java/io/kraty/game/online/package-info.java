/** The one place that talks to the SDK. */
@NullMarked
package io.kraty.game.online;

import org.jspecify.annotations.NullMarked;
