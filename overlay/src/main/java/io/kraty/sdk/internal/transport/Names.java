package io.kraty.sdk.internal.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/** Looks names up on another thread: a look-up cannot be ended, but whoever waits for it can be let go. */
final class Names implements Dns { // no record: two of them must never be equal, see Lane
    private static final int LOOK_MILLIS = 20;

    private final Dns names;
    private final Executor executor;

    Names(Dns names, Executor executor) {
        this.names = names;
        this.executor = executor;
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        FutureTask<List<InetAddress>> lookUp = new FutureTask<>(() -> names.lookup(hostname));
        try {
            executor.execute(lookUp);
            return await(lookUp);
        } catch (RejectedExecutionException e) {
            throw failed(hostname, "closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(hostname, "interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : failed(hostname, "failed", e);
        }
    }

    private List<InetAddress> await(FutureTask<List<InetAddress>> lookUp)
            throws InterruptedException, ExecutionException, UnknownHostException {
        Underway underway = InFlight.current();
        while (true) {
            try {
                return lookUp.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (underway != null && underway.isCancelled()) {
                    throw new UnknownHostException("given up while it was looked up");
                }
            }
        }
    }

    private static UnknownHostException failed(String hostname, String why, Throwable cause) {
        UnknownHostException failure = new UnknownHostException(hostname + ": " + why);
        failure.initCause(cause);
        return failure;
    }
}
