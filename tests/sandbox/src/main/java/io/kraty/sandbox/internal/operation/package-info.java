/** The operations of the API. Not API. */
@NullMarked
package io.kraty.sandbox.internal.operation;

import org.jspecify.annotations.NullMarked;
