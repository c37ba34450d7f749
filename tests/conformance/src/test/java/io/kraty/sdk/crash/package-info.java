/** Games whose process is killed, at any moment and at chosen ones, and what is left of them. */
package io.kraty.sdk.crash;
