/** What takes its place while nothing happens. */
@NullMarked
package io.kraty.benchmark.idle;

import org.jspecify.annotations.NullMarked;
