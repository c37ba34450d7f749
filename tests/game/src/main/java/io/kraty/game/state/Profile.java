package io.kraty.game.state;

import io.kraty.api.model.IdentityPair;
import io.kraty.api.model.PlayerIdentity;
import io.kraty.game.online.Problem;
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
        ask(
                kraty -> {
                    kraty.signIn(id, secret);
                    return kraty.players().getIdentity();
                },
                identity -> game.startOver(),
                problem -> game.say( // also if that is what bars the player
                        Notice.Tone.WARNING,
                        problem.kind() == Problem.Kind.OFFLINE ? "connection.offline" : "problem.sign_in"));
    }

    /** Forgets the player on this device. Who never linked an account cannot come back, so ask first. */
    public void signOut() {
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
