/** How long it takes until a game has its first answer, in processes of their own. */
@NullMarked
package io.kraty.benchmark.start;

import org.jspecify.annotations.NullMarked;
