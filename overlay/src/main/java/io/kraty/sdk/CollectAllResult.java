package io.kraty.sdk;

import io.kraty.api.model.Grant;
import io.kraty.api.model.OpenCrateResponse;
import io.kraty.sdk.error.KratyException;
import java.util.List;

/**
 * What became of everything that waited, each part in the order of the list, of one round after the other.
 *
 * @param opened the crates that were opened, with the grants they held (those wait to be claimed)
 * @param claimed the rewards that were claimed
 * @param failures what could not be collected; it still waits
 * @since 0.1.0
 */
public record CollectAllResult(List<OpenCrateResponse> opened, List<Grant> claimed, List<Failure> failures) {
    public CollectAllResult {
        opened = List.copyOf(opened);
        claimed = List.copyOf(claimed);
        failures = List.copyOf(failures);
    }

    /** How many grants there were. */
    public int processed() {
        return opened.size() + claimed.size() + failures.size();
    }

    /** Whether anything could not be collected. */
    public boolean hasFailures() {
        return !failures.isEmpty();
    }

    /**
     * A grant that could not be collected.
     *
     * @param grant which
     * @param error why
     */
    public record Failure(Grant grant, KratyException error) {}
}
