/** What somebody sees who looks in from outside. Nothing but data. Not API. */
@NullMarked
package io.kraty.sandbox.internal.game.views;

import org.jspecify.annotations.NullMarked;
