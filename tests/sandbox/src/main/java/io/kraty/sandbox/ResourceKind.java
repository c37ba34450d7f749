package io.kraty.sandbox;

/**
 * What a holding is made of.
 *
 * @since 0.1.0
 */
public enum ResourceKind {
    /** Pieces of an item, kept in the inventory. */
    ITEM,

    /** A balance of a currency or a progression, kept in the wallet. */
    BALANCE
}
