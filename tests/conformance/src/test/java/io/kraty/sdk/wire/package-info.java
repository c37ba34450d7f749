/** What the tests of play talk to: servers of a few lines, a clock, other processes. */
package io.kraty.sdk.wire;
