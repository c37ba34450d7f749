package io.kraty.sdk.grants;

import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantKind;
import io.kraty.api.model.GrantStatus;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.request.KratyRetryConfig;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** A player for whom grants wait on the sandbox, and their client. */
final class WaitingGrants implements AutoCloseable {
    private static final char CRATE = 'c';

    final KratySandbox sandbox = KratySandbox.start();
    final Kraty kraty;
    final String player;

    /** The grants that wait, in the order of the list. */
    final List<String> ids;

    private final int before;

    private WaitingGrants(Interceptor interceptor, String kinds, FakeTiming timing, KratyRetryConfig retry) {
        try (Kraty first =
                Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing()).build())) {
            player = first.ensureIdentity().externalPlayerId();
            while (first.grants().collectAll().processed() > 0) {
                // What every new player finds, and what is inside of it.
            }
        }
        for (int i = 0; i < kinds.length(); i++) {
            if (kinds.charAt(i) == CRATE) {
                sandbox.grantCrate(player, "silver_crate");
            } else {
                sandbox.grantCurrency(player, "gold", 1);
            }
        }
        ids = waiting();
        before = sandbox.requests().size();
        kraty = Kraty.create(PlayTestOptions.on(sandbox, timing)
                .activeExternalPlayerId(player)
                .playerSecret(sandbox.secretOf(player).orElseThrow())
                .retry(retry)
                .httpClient(
                        new OkHttpClient.Builder().addInterceptor(interceptor).build())
                .build());
    }

    /** One grant per letter: {@code r} for a reward, {@code c} for a crate. */
    static WaitingGrants of(String kinds) {
        return of(kinds, chain -> chain.proceed(chain.request()));
    }

    /** The same, with the test on the way from the client to the platform. */
    static WaitingGrants of(String kinds, Interceptor interceptor) {
        return new WaitingGrants(interceptor, kinds, FakeTiming.flowing(), KratyRetryConfig.none());
    }

    /** The same for a client that repeats what may pass, with the usual settings. */
    static WaitingGrants repeated(String kinds, FakeTiming timing, Interceptor interceptor) {
        return new WaitingGrants(interceptor, kinds, timing, KratyRetryConfig.defaults());
    }

    List<String> waiting() {
        return sandbox.grantsOf(player).stream()
                .filter(grant -> grant.status().equals(GrantStatus.PENDING))
                .map(Grant::id)
                .toList();
    }

    /** What waits, without the contents of crates that were opened. */
    List<String> uncollected() {
        return waiting().stream().filter(ids::contains).toList();
    }

    /** Those of the grants at the start that are at these places. */
    List<String> ids(int... places) {
        return IntStream.of(places).mapToObj(ids::get).toList();
    }

    List<RecordedRequest> requests() {
        List<RecordedRequest> all = sandbox.requests();
        return all.subList(before, all.size());
    }

    /** The claims and openings, in the order they came. */
    List<RecordedRequest> writes() {
        return requests().stream()
                .filter(request -> request.method().equals("POST"))
                .toList();
    }

    static List<String> ids(List<Grant> grants) {
        return grants.stream().map(Grant::id).toList();
    }

    /** The path that collects a grant. */
    String path(int place) {
        Grant grant = sandbox.grantsOf(player).stream()
                .filter(one -> one.id().equals(ids.get(place)))
                .findFirst()
                .orElseThrow();
        return grant.kind().equals(GrantKind.CRATE)
                ? "/sdk/v1/players/" + player + "/crates/" + grant.id() + "/open"
                : "/sdk/v1/players/" + player + "/grants/" + grant.id() + "/claim";
    }

    @Override
    public void close() {
        kraty.close();
        sandbox.close();
    }
}
