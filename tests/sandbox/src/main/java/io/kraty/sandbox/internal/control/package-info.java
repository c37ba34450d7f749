/** Placeholder. */
@NullMarked
package io.kraty.sandbox.internal.control;

import org.jspecify.annotations.NullMarked;
