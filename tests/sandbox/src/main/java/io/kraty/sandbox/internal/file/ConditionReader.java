package io.kraty.sandbox.internal.file;

import io.kraty.sandbox.internal.definition.Condition;
import java.util.List;

/** Reads what has to be true of a player. */
final class ConditionReader {
    private final Names names;

    ConditionReader(Names names) {
        this.names = names;
    }

    Condition read(Field field) {
        if (field.isText() && field.anyText().equals("malformed")) {
            return new Condition.Malformed();
        }
        String form = field.form("all", "any", "not", "item", "balance", "spent", "country");
        return switch (form) {
            case "all" -> new Condition.All(only(field, form).list(this::read));
            case "any" -> new Condition.Any(only(field, form).filledList(this::read));
            case "not" -> new Condition.Not(read(only(field, form)));
            case "item" -> item(field.mapping("item", "quantity"));
            case "balance" -> balance(field.mapping("balance", "amount"));
            case "spent" -> new Condition.HasSpent(only(field, form).whole(1, Field.MOST));
            case "country" -> new Condition.ComesFrom(only(field, form).filledList(Texts::country));
            default -> new Condition.All(List.of());
        };
    }

    private static Field only(Field field, String key) {
        return field.mapping(key).get(key);
    }

    private Condition item(Mapping item) {
        return new Condition.OwnsItem(
                names.item(item.get("item")), item.get("quantity").or(1L, quantity -> quantity.whole(1, Field.MOST)));
    }

    private Condition balance(Mapping balance) {
        return new Condition.HasBalance(
                names.economy(balance.get("balance")), balance.get("amount").whole(1, Field.MOST));
    }
}
