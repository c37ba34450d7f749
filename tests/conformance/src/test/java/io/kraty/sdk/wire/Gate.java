package io.kraty.sdk.wire;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Holds requests on their way from the SDK to the platform until the test opens it. */
public final class Gate implements Interceptor {
    private static final int PATIENCE_SECONDS = 60;
    private static final int MANY = 1_000_000;

    private final String part;
    private final Semaphore arrivals = new Semaphore(0);
    private final Semaphore passes = new Semaphore(0, true);

    /** Holds the requests whose path holds {@code part}. */
    public Gate(String part) {
        this.part = part;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (chain.request().url().encodedPath().contains(part)) {
            arrivals.release();
            await();
        }
        return chain.proceed(chain.request());
    }

    private void await() throws IOException {
        try {
            if (!passes.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the gate was never opened");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Waits until one more request is held. */
    public void awaitArrival() throws InterruptedException {
        if (!arrivals.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("no request came");
        }
    }

    /** Lets everything pass from here on. */
    public void open() {
        passes.release(MANY);
    }

    /** Lets one request pass, the first that came. */
    public void passOne() {
        passes.release();
    }

    /** An HTTP client with this in it. */
    public OkHttpClient client() {
        return new OkHttpClient.Builder().addInterceptor(this).build();
    }
}
