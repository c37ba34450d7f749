/** The screens: what the state is, shown with the widgets of {@code ui}. */
@NullMarked
package io.kraty.game.screen;

import org.jspecify.annotations.NullMarked;
