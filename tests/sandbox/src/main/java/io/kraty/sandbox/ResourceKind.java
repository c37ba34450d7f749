package io.kraty.sandbox;

/** What a holding is made of. */
public enum ResourceKind {
    /** Pieces of an item, kept in the inventory. */
    ITEM,

    /** A balance of a currency or a progression, kept in the wallet. */
    BALANCE
}
