package io.kraty.sdk.crash;

import io.kraty.api.WalletApi;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.OutboxResult;
import io.kraty.sdk.wire.SurvivingLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A process in which many games play, each with its own files, until it is killed: one kill hits each of them
 * wherever it is. Told on standard input when to begin.
 */
public final class ManyGames {
    // Two kinds of failures are part of it, and many games would tell of them.
    private static final Logger SDK = Logger.getLogger("io.kraty.sdk");

    private final String apiKey;
    private final String baseUrl;
    private final Place place;
    private final Trap trap;
    private final Random random;
    private final SurvivingLines told;

    private ManyGames(String apiKey, String baseUrl, Place place, Trap trap, long seed) {
        this.apiKey = apiKey;
        this.baseUrl = baseUrl;
        this.place = place;
        this.trap = trap;
        this.random = new Random(seed);
        this.told = new SurvivingLines(place.told());
    }

    /**
     * Plays for ever. What it is told: the key, the address, the directory; then on standard input, in one
     * line, the round, the seed, how many games, which of them runs into a trap, at which use of a store, and
     * whether after it; and at last {@code first} if only those play that launch for the first time.
     */
    public static void main(String[] arguments) throws IOException {
        SDK.setLevel(Level.OFF);
        warmUp();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = in.readLine();
        if (line == null || line.isEmpty()) {
            return; // only to be warmed up
        }
        String[] words = line.split(" ", -1);
        int round = Integer.parseInt(words[0]);
        long seed = Long.parseLong(words[1]);
        int games = Integer.parseInt(words[2]);
        int trapped = Integer.parseInt(words[3]);
        System.out.println("playing");
        for (int game = 0; game < games; game++) {
            Place place = Place.of(Path.of(arguments[2]), game, round);
            if (words[6].equals("first") && !place.kind().isFirst()) {
                continue;
            }
            Files.createDirectories(place.directory());
            int use = game == trapped ? Integer.parseInt(words[4]) : 0;
            Trap trap = new Trap(use, Boolean.parseBoolean(words[5]));
            ManyGames one = new ManyGames(arguments[0], arguments[1], place, trap, seed + game);
            new Thread(one::play, "game-" + game).start();
        }
    }

    /** Loads what all games need, while another process plays. */
    private static void warmUp() {
        try (Kraty nobody = Kraty.create("pk_warm.up")) {
            nobody.activeExternalPlayerId();
        }
    }

    private void play() {
        while (true) {
            try (Kraty kraty = place.launch(apiKey, baseUrl, trap.secrets(), trap.outbox())) {
                if (place.kind() == Kind.OUTBOX) {
                    spend(kraty);
                } else {
                    identify(kraty);
                }
            } catch (KratyException e) {
                told.write("failed " + e);
            } catch (RuntimeException e) {
                told.write("unexpected " + e);
            }
        }
    }

    private void identify(Kraty kraty) {
        String id = kraty.ensureIdentity().externalPlayerId();
        told.write("is " + id);
        if (place.kind().isFirst()) {
            return;
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            int dice = random.nextInt(place.kind() == Kind.NAMED ? 1 : 3);
            boolean isOwn = place.named() != null || id.startsWith("kp_");
            if (dice == 0 && isOwn) {
                kraty.players().rotate(id);
            } else if (dice == 1) {
                kraty.grants().listPending(); // what fails here has no working secret
                told.write("out");
                kraty.logout();
                told.write("none");
                id = kraty.ensureIdentity().externalPlayerId();
                told.write("is " + id);
            } else if (dice == 2) {
                List<String> friends = Place.lines(place.friends());
                String[] friend = friends.get(random.nextInt(friends.size())).split(" ", -1);
                told.write("in " + friend[0]);
                kraty.signIn(friend[0], friend[1]);
                id = friend[0];
                told.write("is " + id);
            }
        }
    }

    private void spend(Kraty kraty) {
        kraty.outbox()
                .onResult(result -> told.write((result instanceof OutboxResult.Done ? "done " : "other ")
                        + result.entry().key()));
        while (true) {
            String key = kraty.outbox()
                    .send(player -> WalletApi.debitWallet(
                            player, "gold", DebitWalletInput.builder().amount(1).build()))
                    .key();
            told.write("accepted " + key);
        }
    }
}
