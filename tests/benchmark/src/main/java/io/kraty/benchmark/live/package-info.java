/** What a live board takes: events per second, and time from socket to listener. */
@NullMarked
package io.kraty.benchmark.live;

import org.jspecify.annotations.NullMarked;
