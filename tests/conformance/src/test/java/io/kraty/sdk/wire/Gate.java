package io.kraty.sdk.wire;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Holds requests on their way from the SDK to the platform until the test opens it. */
public final class Gate implements Interceptor {
    private static final int PATIENCE_SECONDS = 60;

    private final String part;
    private final Semaphore arrivals = new Semaphore(0);
    private final AtomicInteger numbers = new AtomicInteger();
    private int passing;

    /** Holds the requests whose path holds {@code part}. */
    public Gate(String part) {
        this.part = part;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (chain.request().url().encodedPath().contains(part)) {
            int number = numbers.getAndIncrement();
            arrivals.release();
            await(number);
        }
        return chain.proceed(chain.request());
    }

    private synchronized void await(int number) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (number >= passing) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new IOException("the gate was never opened");
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
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
    public synchronized void open() {
        passing = Integer.MAX_VALUE;
        notifyAll();
    }

    /** Lets one request pass, the first that came. */
    public synchronized void passOne() {
        passing++;
        notifyAll();
    }

    /** An HTTP client with this in it. */
    public OkHttpClient client() {
        return new OkHttpClient.Builder().addInterceptor(this).build();
    }
}
