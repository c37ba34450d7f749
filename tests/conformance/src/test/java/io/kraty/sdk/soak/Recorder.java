package io.kraty.sdk.soak;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.RecordedRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Copies what the sandbox keeps only so much of: the ledger and the log of requests. */
final class Recorder implements Runnable {
    private static final long PACE_MILLIS = 300;
    private static final String CARRIED = "carried_forward";

    private final KratySandbox sandbox;
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Long> troubles = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private volatile boolean over;

    Recorder(KratySandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public void run() {
        try {
            while (!over) {
                copy();
                TimeUnit.MILLISECONDS.sleep(PACE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        over = true;
    }

    synchronized void copy() {
        for (LedgerEntry entry : sandbox.ledger()) {
            if (!entry.reason().equals(CARRIED) && known.add(entry.id())) {
                ledger.add(entry);
            }
        }
        // Requests are recorded in another order than they are numbered in.
        for (RecordedRequest request : sandbox.requests()) {
            if (seen.add(request.id())) {
                note(request);
            }
        }
    }

    private void note(RecordedRequest request) {
        if (request.trouble() != null) {
            troubles.merge(request.trouble().replaceFirst("^delayed by .*", "delayed"), 1L, Long::sum);
        } else if (request.status() >= 500) {
            failures.add("without any trouble: " + request);
        }
    }

    synchronized List<LedgerEntry> ledger() {
        return List.copyOf(ledger);
    }

    synchronized Map<String, Long> troubles() {
        return new TreeMap<>(troubles);
    }

    /** Server errors that were not asked for. */
    synchronized List<String> failures() {
        return List.copyOf(failures);
    }
}
