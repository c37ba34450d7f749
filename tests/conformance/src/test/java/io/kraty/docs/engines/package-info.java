/** As much of the engines as the README's examples name: what a game has there compiles against the real ones. */
package io.kraty.docs.engines;
