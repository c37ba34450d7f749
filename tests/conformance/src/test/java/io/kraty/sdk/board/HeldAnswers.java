package io.kraty.sdk.board;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Holds back the answers to reads when the test says so: what they say is of the time at which they were made. */
final class HeldAnswers implements Interceptor {
    private volatile Hold hold;

    /** Answers that are held from now on. */
    static final class Hold {
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final CountDownLatch interrupted = new CountDownLatch(1);
        private final String path;

        private Hold(String path) {
            this.path = path;
        }

        /** Until one is there. */
        void await() throws InterruptedException {
            if (!arrived.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing was read");
            }
        }

        /** Until who waits there was told to wait no more. */
        void awaitInterrupt() throws InterruptedException {
            if (!interrupted.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("it is still read");
            }
        }

        void release() {
            released.countDown();
        }
    }

    Hold hold() {
        return hold("");
    }

    /** Those from paths that end like this. */
    Hold hold(String path) {
        Hold next = new Hold(path);
        hold = next;
        return next;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Hold here = hold;
        Response answer = chain.proceed(chain.request());
        String path = chain.request().url().encodedPath();
        if (here != null && path.endsWith(here.path) && !path.endsWith("/stream")) {
            here.arrived.countDown();
            try {
                here.released.await();
            } catch (InterruptedException e) {
                here.interrupted.countDown();
                answer.close();
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
        return answer;
    }
}
