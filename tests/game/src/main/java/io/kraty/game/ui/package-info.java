/** What the game looks like: palette, type, icons and the widgets made of them, all drawn by code. */
@NullMarked
package io.kraty.game.ui;

import org.jspecify.annotations.NullMarked;
