package io.kraty.sandbox.internal.file;

import java.util.List;
import java.util.stream.Stream;

/**
 * What there is in the file to refer to, known before any of it is read.
 *
 * @param items the keys of items, crates among them
 * @param currencies the keys of currencies
 * @param progressions the keys of progressions
 * @param crates the keys of the items that can be opened
 * @param players the external ids of the players who are there from the start
 */
record Names(
        List<String> items,
        List<String> currencies,
        List<String> progressions,
        List<String> crates,
        List<String> players) {
    static Names of(Field root) {
        Field catalog = root.peek("catalog");
        return new Names(
                catalog.peek("items").keys(),
                catalog.peek("currencies").keys(),
                catalog.peek("progressions").keys(),
                root.peek("crates").keys(),
                root.peek("players").keys());
    }

    /** A reference to an item. */
    String item(Field field) {
        return field.reference("an item", items);
    }

    /** A reference to a crate. */
    String crate(Field field) {
        return field.reference("a crate", crates);
    }

    /** A reference to a currency or progression. */
    String economy(Field field) {
        return field.reference("a currency or progression", economyKeys());
    }

    /** The keys of currencies and progressions. */
    List<String> economyKeys() {
        return Stream.concat(currencies.stream(), progressions.stream()).toList();
    }

    /** A reference to a progression. */
    String progression(Field field) {
        return field.reference("a progression", progressions);
    }
}
