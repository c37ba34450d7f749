package io.kraty.game.state;

import io.kraty.api.model.IdentityPair;
import io.kraty.api.model.PlayerIdentity;
import io.kraty.sdk.request.RequestOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who plays: name, avatar and account. */
public final class Profile extends Area {
    private @Nullable PlayerIdentity shown;
    private @Nullable PlayerIdentity anonymous;

    Profile(Game game) {
        super(game);
    }

    @Override
    void begin() {
        ask(
                kraty -> {
                    kraty.ensureIdentity();
                    return kraty.players().getIdentity();
                },
                this::show,
                game::met);
    }

    @Override
    void end() {
        shown = null;
        anonymous = null;
    }

    private void show(IdentityPair identity) {
        shown = identity.displayIdentity();
        anonymous = identity.anonymizedIdentity();
    }

    /** The player's id; null before the first call that needed one. */
    public @Nullable String id() {
        return kraty().activeExternalPlayerId().orElse(null);
    }

    /** The name that others see: chosen, or the one that the platform made up; null while it is not known. */
    public @Nullable String name() {
        PlayerIdentity identity = shown != null ? shown : anonymous;
        return identity == null ? null : identity.name();
    }

    /** The avatar that others see. */
    public String avatar() {
        PlayerIdentity identity = shown != null ? shown : anonymous;
        return identity == null || identity.avatar() == null ? "fox" : identity.avatar();
    }

    /** Whether the player has chosen a name. */
    public boolean isNamed() {
        return shown != null && (anonymous == null || !shown.name().equals(anonymous.name()));
    }

    /** Chooses name and avatar. */
    public void rename(String name, String avatar) {
        ask(kraty -> kraty.players().setIdentity(name, avatar), identity -> {
            show(identity);
            game.say(Notice.Tone.GOOD, "profile.renamed");
        });
    }

    /** Keeps a setting with the player, so that it is there on their other devices. */
    public void remember(String setting, String value) {
        ask(kraty -> kraty.players().mergeMetadata(Map.of(setting, value)), kept -> {}, game::met);
    }

    /** Goes on as a player of another device, whom the studio's own server has given a new secret. */
    public void signIn(String id, String secret) {
        // Who plays here now may have no way back, so what was typed is tried out first, beside them.
        game.online()
                .ask(
                        kraty -> {
                            RequestOptions them = RequestOptions.as(id).playerSecret(secret);
                            return kraty.with(them).inventory().list().size();
                        },
                        theirs -> become(id, secret),
                        problem -> game.say(
                                Notice.Tone.WARNING,
                                switch (problem.kind()) {
                                    case OFFLINE -> "connection.offline";
                                    case LATER -> "problem.later";
                                    case BANNED -> "problem.banned";
                                    default -> "profile.sign_in.wrong";
                                }));
    }

    private void become(String id, String secret) {
        game.quest().leave();
        ask(
                kraty -> {
                    kraty.signIn(id, secret);
                    return true;
                },
                done -> game.startOver());
    }

    /** Forgets the player on this device. Who never linked an account cannot come back, so ask first. */
    public void signOut() {
        game.quest().leave();
        ask(
                kraty -> {
                    kraty.logout();
                    return true;
                },
                done -> game.startOver());
    }

    /** Which of the device's two players plays. */
    public int slot() {
        return game.online().slot();
    }
}
