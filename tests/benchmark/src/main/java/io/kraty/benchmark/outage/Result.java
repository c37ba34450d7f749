package io.kraty.benchmark.outage;

import java.util.Arrays;

/**
 * What came of it.
 *
 * @param usual requests per second when all is well
 * @param perSecond requests in each second
 * @param requestsPerCall attempts per call during the outage
 * @param breaking the most requests in a second of its first half
 * @param connecting the most streams that came back in a second when all had broken
 * @param during requests per second in the second half of it
 * @param returning the most requests in a second when it is over
 * @param refused requests that the service refused after it, because they were too many
 * @param failed calls that failed after it
 * @param calm seconds after it until fewer than one request in a hundred is refused, for good
 * @param live seconds after it until 99 % of the streams are back
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Result(
        double usual,
        int[] perSecond,
        double requestsPerCall,
        int breaking,
        int connecting,
        double during,
        int returning,
        long refused,
        long failed,
        int calm,
        int live) {
    private static final long SECOND = 1_000_000_000L;

    /** Counts. Not thread-safe. */
    static final class Builder {
        private final Scene scene;
        private final Service service;
        private long calls;
        private long attempts;
        private long failed;
        private int streamsLost;
        private final int[] lostAt;
        private final int[] connects;

        Builder(Scene scene, Service service) {
            this.scene = scene;
            this.service = service;
            this.lostAt = new int[service.requests().length];
            this.connects = new int[lostAt.length];
        }

        void attempt(long time, boolean isFirst) {
            if (scene.isDown(time)) {
                attempts++;
                calls += isFirst ? 1 : 0;
            }
        }

        void connect(long time) {
            connects[(int) (time / SECOND)]++; // which is no call
        }

        void streams(long time, int change) {
            streamsLost -= change;
            lostAt[(int) (time / SECOND)] = streamsLost;
        }

        void failed(long time) {
            if (time >= scene.end()) {
                failed++;
            }
        }

        Result build() {
            int begin = (int) (scene.begin() / SECOND);
            int end = (int) (scene.end() / SECOND);
            int[] all = service.requests();
            int last = all.length - 1;
            return new Result(
                    scene.usual(),
                    all,
                    (double) attempts / calls,
                    most(all, begin, begin + (end - begin) / 2),
                    most(connects, begin, end),
                    Arrays.stream(all, begin + (end - begin) / 2, end).average().orElse(0),
                    most(all, end, last),
                    Arrays.stream(service.refused(), end, last).sum(),
                    failed,
                    calm(end, last),
                    live(end, last));
        }

        private static int most(int[] all, int from, int to) {
            return Arrays.stream(all, from, to).max().orElse(0);
        }

        private int calm(int end, int last) {
            int second = last;
            while (second > end && service.refused()[second - 1] * 100L <= service.requests()[second - 1]) {
                second--;
            }
            return second - end;
        }

        private int live(int end, int last) {
            int few = scene.clients() / 2 / 100;
            int lost = 0;
            int live = 0;
            for (int second = 0; second < last; second++) {
                lost = lostAt[second] == 0 ? lost : lostAt[second];
                if (second >= end && lost > few) {
                    live = second + 1 - end;
                }
            }
            return live;
        }
    }
}
