/** The operations of the API that are played. Not API. */
@NullMarked
package io.kraty.sandbox.internal.operation;

import org.jspecify.annotations.NullMarked;
