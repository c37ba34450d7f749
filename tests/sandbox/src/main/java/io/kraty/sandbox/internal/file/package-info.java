/**
 * Reads games and trouble from files in YAML or JSON. Nodes are read by hand, since every mistake has to be told with its
 * line, and all of them at once.
 */
@NullMarked
package io.kraty.sandbox.internal.file;

import org.jspecify.annotations.NullMarked;
