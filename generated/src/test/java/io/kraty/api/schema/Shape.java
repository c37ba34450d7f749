package io.kraty.api.schema;

/** How a made-up document treats what its schema leaves open. */
enum Shape {
    /** Everything is there. */
    FULL,
    /** Only what the description requires. */
    REQUIRED_ONLY,
    /** Everything that may be null is null. */
    NULLS,
    /** Everything, with unknown members of every kind before and after it, in every object. */
    WITH_UNKNOWN_MEMBERS,
    /** Everything, with a text that nobody knows for every enum. */
    UNKNOWN_ENUM_VALUES,
    /** Everything, with a kind that nobody knows for every union. */
    UNKNOWN_KINDS,
    /** Everything, under the name it had before. */
    OLDER_NAMES,
    /** Everything, with the example of the description for whatever has one. */
    EXAMPLES
}
