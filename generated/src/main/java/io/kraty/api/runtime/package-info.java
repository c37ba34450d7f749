/** What the generated code rests on: request descriptions, streaming JSON readers, argument checks. Knows no endpoint. */
@NullMarked
package io.kraty.api.runtime;

import org.jspecify.annotations.NullMarked;
