/** The panel that F12 opens: every call of the SDK by hand, what goes over the wire, and trouble on demand. */
@NullMarked
package io.kraty.game.debug;

import org.jspecify.annotations.NullMarked;
