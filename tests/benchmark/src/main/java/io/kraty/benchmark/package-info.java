/** What the SDK costs, and what it does to a service in trouble: measured and simulated. */
@NullMarked
package io.kraty.benchmark;

import org.jspecify.annotations.NullMarked;
