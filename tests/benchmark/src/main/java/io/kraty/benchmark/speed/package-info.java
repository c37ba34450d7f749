/** What the SDK costs beside the leanest code for the same thing: JMH, and a report of the ratios. */
@NullMarked
package io.kraty.benchmark.speed;

import org.jspecify.annotations.NullMarked;
