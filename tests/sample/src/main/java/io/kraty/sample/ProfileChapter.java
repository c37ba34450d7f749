package io.kraty.sample;

import io.kraty.api.model.IdentityPair;
import io.kraty.api.model.PlayerIdentity;
import io.kraty.api.model.PlayerMetadata;
import io.kraty.api.model.SetIdentityRequest;
import io.kraty.sdk.PlayersClient;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the player appears to others, and what the game keeps with them. */
final class ProfileChapter implements Chapter {
    @Override
    public String title() {
        return "Profile";
    }

    @Override
    public void play(Session session) {
        session.step("Choose a name", () -> choose(session));
        session.step("Keep something with the player", () -> keep(session));
    }

    private static void choose(Session session) {
        PlayersClient players = session.kraty().players();
        session.kraty().syntheticIdentity().ifPresent(name -> session.screen().line("so far: " + name.name()));
        players.setIdentity("Mart");
        players.setIdentity("Marta", "fox_01");
        IdentityPair both = players.setIdentity(
                SetIdentityRequest.builder().name("Marta").avatar("fox_02").build());
        Steps.check(both.equals(players.getIdentity()), "another name than the one that was chosen");
        String id = session.kraty().ensureIdentity().externalPlayerId();
        String seenByAll = name(session.kraty().as(id).players().getIdentity().displayIdentity());
        String shy = players.getAnonymizedIdentity().map(PlayerIdentity::name).orElse("nobody");
        Steps.check(
                shy.equals(session.kraty()
                        .as(id)
                        .players()
                        .getAnonymizedIdentity()
                        .map(PlayerIdentity::name)
                        .orElse("nobody")),
                "two anonymized names");
        session.screen().line(seenByAll + " to friends, " + shy + " to strangers");
    }

    private static String name(@Nullable PlayerIdentity identity) {
        return identity == null ? "nobody" : identity.name();
    }

    private static void keep(Session session) {
        PlayersClient players = session.kraty().players();
        players.setMetadata(Map.of("class", "ranger"));
        Map<String, Object> bag = new LinkedHashMap<>();
        bag.put("class", "ranger");
        bag.put("settings", Map.of("music", 0.4, "hints", false));
        bag.put("guild", null);
        players.setMetadata(bag);
        players.mergeMetadata(Map.of("guild", "night_owls"));
        PlayerMetadata kept = players.mergeMetadata(Map.of("wins", 12));
        Steps.check(kept.metadata().size() == 4, "something got lost: " + kept.metadata());
        session.screen().line("kept: " + kept.metadata());
    }
}
