/** What players were given and have to collect, and the rewards that follow from progressions. Not API. */
@NullMarked
package io.kraty.sandbox.internal.game.grants;

import org.jspecify.annotations.NullMarked;
