/** What goes on in the background and is told as it happens: live streams, pollers, and how to ask for them. */
@NullMarked
package io.kraty.sdk.live;

import org.jspecify.annotations.NullMarked;
