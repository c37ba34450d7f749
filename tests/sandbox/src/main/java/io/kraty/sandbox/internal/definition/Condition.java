package io.kraty.sandbox.internal.definition;

import java.util.List;

/** What has to be true of a player. [choice] The platform does not publish the form of its conditions. */
public sealed interface Condition {
    /** All of them. Nothing at all is true. */
    record All(List<Condition> conditions) implements Condition {}

    /** One of them at least. */
    record Any(List<Condition> conditions) implements Condition {}

    /** The opposite. */
    record Not(Condition condition) implements Condition {}

    /** The player has at least so many of an item. */
    record OwnsItem(String itemKey, long quantity) implements Condition {}

    /** The player has at least so much of a currency or progression. */
    record HasBalance(String economyKey, long amount) implements Condition {}

    /** The player has spent at least so many US cents. */
    record HasSpent(long amountMinor) implements Condition {}

    /** The player comes from one of these countries: ISO 3166-1 alpha-2, in capitals. */
    record ComesFrom(List<String> countries) implements Condition {}

    /** A mistake of the studio's: the platform answers 500 when it gets to it. */
    record Malformed() implements Condition {}
}
