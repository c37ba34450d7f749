/** The command line. Not API. */
@NullMarked
package io.kraty.sandbox.internal.cli;

import org.jspecify.annotations.NullMarked;
