package io.kraty.sandbox.internal.file;

import io.kraty.sandbox.internal.definition.PlayerDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads who is there from the start. */
final class PlayerReader {
    private static final int LONGEST_NAME = 32;

    private final Names names;

    private PlayerReader(Names names) {
        this.names = names;
    }

    static List<PlayerDefinition> read(Field field, Names names) {
        PlayerReader reader = new PlayerReader(names);
        List<PlayerDefinition> players = new ArrayList<>();
        field.named().forEach((id, value) -> players.add(reader.player(id, value)));
        return List.copyOf(players);
    }

    private PlayerDefinition player(String id, Field field) {
        Mapping player = field.mapping(
                "secret", "name", "avatar", "country", "banned", "items", "balances", "friends", "metadata");
        return new PlayerDefinition(
                id,
                player.get("secret").orNull(Field::text),
                player.get("name").orNull(PlayerReader::name),
                player.get("avatar").orNull(Field::text),
                player.get("country").orNull(Texts::country),
                player.get("banned").or(false, Field::truth),
                holdings(player.get("items"), "an item", names.items()),
                holdings(player.get("balances"), "a currency or progression", names.economyKeys()),
                friends(player.get("friends"), id),
                FreeForm.orEmpty(player.get("metadata")));
    }

    private static String name(Field field) {
        String name = field.text();
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            field.expected("at most " + LONGEST_NAME + " characters long");
        }
        return name;
    }

    private static Map<String, Long> holdings(Field field, String what, List<String> known) {
        Map<String, Long> holdings = new LinkedHashMap<>();
        field.or(Map.<String, Field>of(), Field::named).forEach((key, amount) -> {
            amount.require(what, key, known);
            holdings.put(key, amount.whole(0, Field.MOST));
        });
        return holdings;
    }

    private List<String> friends(Field field, String id) {
        Different different = new Different();
        List<String> others =
                names.players().stream().filter(player -> !player.equals(id)).toList();
        return field.or(
                List.of(),
                friends -> friends.list(
                        friend -> different.require(friend, friend.reference("a different player", others))));
    }
}
