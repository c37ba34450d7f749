/** What a service sees of its clients when it is away for ten minutes: simulated, since nobody has 100,000 phones. */
@NullMarked
package io.kraty.benchmark.outage;

import org.jspecify.annotations.NullMarked;
