/** What is different about one request, and what became of it. */
@NullMarked
package io.kraty.sdk.request;

import org.jspecify.annotations.NullMarked;
