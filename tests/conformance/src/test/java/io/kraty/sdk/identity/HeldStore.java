package io.kraty.sdk.identity;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A store that hangs, as a disk can, in the operations that are named; deaf to interrupts, like the worst of them. */
class HeldStore extends ListedStore {
    private final Predicate<String> held;
    private final Semaphore arrivals = new Semaphore(0);
    private final CountDownLatch open = new CountDownLatch(1);

    /** Hangs in what {@code held} says, given an operation and a name such as {@code "read kraty/…/active"}. */
    HeldStore(Predicate<String> held) {
        this.held = held;
    }

    /** What was read is of before the wait. */
    @Override
    public String read(String name) {
        String value = super.read(name);
        hold("read " + name);
        return value;
    }

    @Override
    public void write(String name, String value) {
        hold("write " + name);
        super.write(name, value);
    }

    @Override
    public void remove(String name) {
        hold("remove " + name);
        super.remove(name);
    }

    private void hold(String operation) {
        if (!held.test(operation)) {
            return;
        }
        arrivals.release();
        boolean interrupted = false;
        while (true) {
            try {
                if (!open.await(60, TimeUnit.SECONDS)) {
                    throw new AssertionError("nobody let the store go on");
                }
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until one more operation hangs. */
    void awaitHeld() throws InterruptedException {
        if (!arrivals.tryAcquire(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the store is not used");
        }
    }

    /** Lets all go on, from here on. */
    void letGo() {
        open.countDown();
    }
}
