/**
 * Tests that the API description itself drives: they find its schemas, examples and operations, so that what is added to
 * it is tested without a line here.
 *
 * <p>{@link io.kraty.api.schema.Documents} makes up JSON for a schema, {@link io.kraty.api.schema.Expected} says what that
 * JSON means, and {@link io.kraty.api.schema.Seen} says what the accessors of the decoded object answer. The last two are
 * trees of the same form and have to be equal.
 */
package io.kraty.api.schema;
