/** What a call costs from the game's thread to the answer, over the loopback. */
@NullMarked
package io.kraty.benchmark.calls;

import org.jspecify.annotations.NullMarked;
