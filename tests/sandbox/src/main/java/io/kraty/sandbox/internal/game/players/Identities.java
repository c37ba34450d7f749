package io.kraty.sandbox.internal.game.players;

import io.kraty.api.model.PlayerIdentity;
import io.kraty.sandbox.internal.game.base.Seeds;
import java.util.List;
import java.util.SplittableRandom;

/** The pool that names and avatars of players and bots come from. */
public final class Identities {
    private static final List<String> MOODS = List.of(
            "Brave", "Quiet", "Dusty", "Lucky", "Swift", "Mellow", "Bold", "Sunny", "Clever", "Gentle", "Rusty",
            "Wild");
    private static final List<String> ANIMALS = List.of(
            "Otter", "Lynx", "Fox", "Heron", "Badger", "Wolf", "Raven", "Hare", "Bear", "Falcon", "Newt", "Stag");
    private static final List<String> COUNTRIES = List.of("PT", "BR", "DE", "FR", "JP", "US", "TR", "PL");

    private Identities() {}

    /** A player: somebody from somewhere. */
    static PlayerIdentity player(SplittableRandom dice) {
        return identity(dice).toBuilder().country(Seeds.pick(dice, COUNTRIES)).build();
    }

    /** A bot. Bots come from nowhere: the platform shows no country for them. */
    public static PlayerIdentity bot(SplittableRandom dice) {
        return identity(dice);
    }

    private static PlayerIdentity identity(SplittableRandom dice) {
        int animal = dice.nextInt(ANIMALS.size());
        String name = Seeds.pick(dice, MOODS) + " " + ANIMALS.get(animal);
        return PlayerIdentity.builder()
                .name(name)
                .avatar("avatar_" + (animal + 1))
                .build();
    }
}
