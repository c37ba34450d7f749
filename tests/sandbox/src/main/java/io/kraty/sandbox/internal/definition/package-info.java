/** A game as its studio configured it: data, and nothing that happens. Read from a file, then only looked at. */
@NullMarked
package io.kraty.sandbox.internal.definition;

import org.jspecify.annotations.NullMarked;
