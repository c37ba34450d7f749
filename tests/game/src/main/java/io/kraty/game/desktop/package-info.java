/** Opens the window, on a platform of its own unless one is named. */
@NullMarked
package io.kraty.game.desktop;

import org.jspecify.annotations.NullMarked;
