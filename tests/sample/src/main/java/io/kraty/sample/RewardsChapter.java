package io.kraty.sample;

import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantKind;
import io.kraty.api.model.OpenCrateResponse;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.CollectOptions;
import io.kraty.sdk.CollectProgress;
import io.kraty.sdk.GrantsClient;
import java.util.List;
import java.util.Set;

/** Crates and rewards: one by one, for a screen that unwraps each, and all at once. */
final class RewardsChapter implements Chapter {
    private static final Set<GrantKind> KNOWN = Set.of(GrantKind.CRATE, GrantKind.REWARD);

    @Override
    public String title() {
        return "Rewards";
    }

    @Override
    public void play(Session session) {
        Screen screen = session.screen();
        session.step("See what waits", () -> {
            List<Grant> pending = session.kraty().grants().listPending();
            pending.forEach(grant ->
                    screen.line(grant.kind().value() + ": " + session.names().of(grant)));
        });
        session.step("Open a crate by hand", () -> {
            GrantsClient grants = session.kraty().grants();
            Grant crate = first(grants.listPending(50), GrantKind.CRATE);
            OpenCrateResponse opened = grants.open(crate.id());
            screen.line(session.names().of(crate) + " holds " + session.names().of(opened.contents()));
            grants.claim(opened.contents().id()); // what was inside waits to be claimed
        });
        session.step("Claim a reward by hand", () -> {
            GrantsClient grants = session.kraty().grants();
            Grant reward = first(grants.listPending(), GrantKind.REWARD);
            Grant claimed = grants.claim(reward.id());
            screen.line(session.names().of(claimed) + ": " + claimed.status().value());
        });
        session.step("Collect all the rest", () -> collectAll(session));
    }

    /** Crates may hold more crates, so this goes on until nothing waits. */
    private static void collectAll(Session session) {
        Names names = session.names();
        CollectAllResult result = session.kraty()
                .grants()
                .collectAll(CollectOptions.builder()
                        .untilEmpty(true)
                        .filter(grant -> KNOWN.contains(grant.kind())) // what is new gets a screen of its own some day
                        .atATime(8)
                        .onProgress(progress -> draw(session, progress))
                        .build());
        result.opened().forEach(opened -> session.screen().line("opened " + names.of(opened.crate())));
        if (!result.claimed().isEmpty()) {
            session.screen().line("claimed " + names.ofGrants(result.claimed()));
        }
        if (result.hasFailures()) {
            CollectAllResult.Failure failure = result.failures().get(0); // it still waits: offer to try again
            throw new Steps.Failed(names.of(failure.grant()) + ": " + failure.error());
        }
    }

    /** On whichever thread collects, one after the other; nobody else draws, since who asked waits. */
    private static void draw(Session session, CollectProgress progress) {
        String last = session.names().of(progress.last());
        session.screen()
                .redraw(Screen.bar(progress.done(), progress.total()) + " " + progress.done() + "/" + progress.total()
                        + (progress.error() == null ? "" : ", without " + last));
    }

    private static Grant first(List<Grant> grants, GrantKind kind) {
        return grants.stream()
                .filter(grant -> grant.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Steps.Skipped("no " + kind.value() + " is waiting"));
    }
}
