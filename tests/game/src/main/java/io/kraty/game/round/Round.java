package io.kraty.game.round;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One round: catch the sparks, dodge the shards; each chain of catches without a hit counts more. */
public final class Round {
    public static final float WIDTH = 16;
    public static final float HEIGHT = 10;
    public static final float WARNING = 1;

    private static final float STEP = 1f / 120;
    private static final int STEPS = 40 * 120;
    private static final int WAVE = 8 * 120;
    private static final float SPEED = 9;
    private static final float STUN = 0.4f;
    private static final int CHAIN = 6;
    private static final int MOST = 5;

    private final Random random;
    private final Body player = new Body(Body.Kind.PLAYER, 0.42f, WIDTH / 2, HEIGHT / 2);
    private final List<Body> sparksOut = new ArrayList<>();
    private final List<Body> shards = new ArrayList<>();
    private final List<Body> sparksSeen = Collections.unmodifiableList(sparksOut);
    private final List<Body> shardsSeen = Collections.unmodifiableList(shards);
    private final List<Happening> happenings = new ArrayList<>();
    private double clock;
    private int steps;
    private float toX = player.x;
    private float toY = player.y;
    private float pushX;
    private float pushY;
    private float stunned;
    private float untilSpark = 0.2f;
    private float untilShard = 2;
    private int sparks;
    private int chain;
    private int bestCombo = 1;
    private int hits;
    private int score;

    public Round(long seed) {
        random = new Random(seed);
    }

    /** Where the player wants to be. */
    public void steer(float x, float y) {
        toX = clamp(x, 0, WIDTH);
        toY = clamp(y, 0, HEIGHT);
    }

    /** The direction in which the player wants to go, which counts more than a place; zero for none. */
    public void push(float dx, float dy) {
        float length = Math.max(1, (float) Math.hypot(dx, dy));
        pushX = dx / length;
        pushY = dy / length;
    }

    /** Lets time pass, in steps of one length however long a frame is. */
    public void advance(float seconds) {
        clock += seconds;
        while (!isOver() && (steps + 1) * (double) STEP <= clock + STEP / 100) {
            steps++;
            step();
        }
    }

    public boolean isOver() {
        return steps >= STEPS;
    }

    public float timeLeft() {
        return (STEPS - steps) * STEP;
    }

    public float length() {
        return STEPS * STEP;
    }

    /** How many sparks were caught; a golden one is five. */
    public int sparks() {
        return sparks;
    }

    /** What a spark counts now: from 1 to 5. */
    public int combo() {
        return Math.min(MOST, 1 + chain / CHAIN);
    }

    public int bestCombo() {
        return bestCombo;
    }

    public int hits() {
        return hits;
    }

    public int score() {
        return score;
    }

    public boolean isStunned() {
        return stunned > 0;
    }

    public Body player() {
        return player;
    }

    public List<Body> sparksOut() {
        return sparksSeen;
    }

    public List<Body> shards() {
        return shardsSeen;
    }

    /** What happened since this was last asked. */
    public List<Happening> happenings() {
        List<Happening> news = List.copyOf(happenings);
        happenings.clear();
        return news;
    }

    private void step() {
        stunned = Math.max(0, stunned - STEP);
        movePlayer();
        untilSpark -= STEP;
        if (untilSpark <= 0) {
            addSpark();
        }
        untilShard -= STEP;
        if (untilShard <= 0) {
            addShard();
        }
        for (int i = sparksOut.size() - 1; i >= 0; i--) {
            if (moveSpark(sparksOut.get(i))) {
                sparksOut.remove(i);
            }
        }
        for (int i = shards.size() - 1; i >= 0; i--) {
            if (moveShard(shards.get(i))) {
                shards.remove(i);
            }
        }
    }

    private void movePlayer() {
        boolean pushed = pushX != 0 || pushY != 0;
        if (pushed) {
            steer(player.x, player.y);
        }
        float wishX = pushed ? pushX * SPEED : (toX - player.x) * 10;
        float wishY = pushed ? pushY * SPEED : (toY - player.y) * 10;
        float share = isStunned() ? 0 : Math.min(1, SPEED / Math.max(0.001f, (float) Math.hypot(wishX, wishY)));
        player.vx += (wishX * share - player.vx) * 16 * STEP;
        player.vy += (wishY * share - player.vy) * 16 * STEP;
        move(player);
        player.x = clamp(player.x, player.radius(), WIDTH - player.radius());
        player.y = clamp(player.y, player.radius(), HEIGHT - player.radius());
    }

    private void addSpark() {
        untilSpark = 0.85f - 0.3f * steps / STEPS;
        boolean golden = random.nextInt(12) == 0;
        float x = (player.x + WIDTH + between(2.5f, 8) * (random.nextBoolean() ? 1 : -1)) % WIDTH;
        float y = between(1, HEIGHT - 1);
        Body spark = golden ? new Body(Body.Kind.GOLDEN, 0.3f, x, y) : new Body(Body.Kind.SPARK, 0.22f, x, y);
        aim(spark, between(0, WIDTH), between(0, HEIGHT), golden ? 2.4f : 0.35f);
        spark.life = golden ? 4 : 5;
        sparksOut.add(spark);
    }

    /** A wave gets denser and ends in some calm; the next one is faster. */
    private void addShard() {
        int wave = steps / WAVE;
        float into = steps % WAVE / (float) WAVE;
        untilShard = into > 0.75f ? 2 : 1.15f - 0.12f * wave - 0.4f * into;
        Body shard = new Body(Body.Kind.SHARD, 0.34f, between(0, WIDTH), between(0, HEIGHT));
        if (random.nextBoolean()) {
            shard.x = shard.x < WIDTH / 2 ? 0 : WIDTH;
        } else {
            shard.y = shard.y < HEIGHT / 2 ? 0 : HEIGHT;
        }
        aim(shard, player.x + between(-2, 2), player.y + between(-2, 2), 3.2f + 0.8f * wave);
        shard.age = -WARNING;
        shards.add(shard);
    }

    /** True if it is there no more. */
    private boolean moveSpark(Body spark) {
        if (gap(spark) < 0.8f && !isStunned()) {
            spark.vx += (player.x - spark.x) * 30 * STEP;
            spark.vy += (player.y - spark.y) * 30 * STEP;
        }
        move(spark);
        spark.vx = inwards(spark.x, WIDTH, spark.vx);
        spark.vy = inwards(spark.y, HEIGHT, spark.vy);
        boolean caught = gap(spark) < 0 && !isStunned();
        if (caught) {
            boolean golden = spark.kind() == Body.Kind.GOLDEN;
            int worth = golden ? 5 : 1;
            sparks += worth;
            score += worth * combo();
            chain++;
            bestCombo = Math.max(bestCombo, combo());
            tell(golden ? Happening.Kind.GOLDEN : Happening.Kind.CAUGHT, spark);
        } else if (spark.left() <= 0) {
            tell(Happening.Kind.MISSED, spark);
        }
        return caught || spark.left() <= 0;
    }

    /** True if it is there no more. */
    private boolean moveShard(Body shard) {
        if (shard.age < 0) {
            shard.age += STEP;
            return false;
        }
        move(shard);
        boolean hit = gap(shard) < -0.08f && !isStunned();
        if (hit) {
            hits++;
            chain = 0;
            stunned = STUN;
            tell(Happening.Kind.HIT, shard);
        }
        return hit || shard.x != clamp(shard.x, -1, WIDTH + 1) || shard.y != clamp(shard.y, -1, HEIGHT + 1);
    }

    private void tell(Happening.Kind kind, Body where) {
        happenings.add(new Happening(kind, where.x, where.y, combo()));
    }

    private float gap(Body other) {
        return (float) Math.hypot(other.x - player.x, other.y - player.y) - other.radius() - player.radius();
    }

    private static void move(Body body) {
        body.age += STEP;
        body.x += body.vx * STEP;
        body.y += body.vy * STEP;
    }

    private static void aim(Body body, float x, float y, float speed) {
        double angle = Math.atan2(y - body.y, x - body.x);
        body.vx = speed * (float) Math.cos(angle);
        body.vy = speed * (float) Math.sin(angle);
    }

    private static float inwards(float at, float end, float speed) {
        return at < 0.3f ? Math.abs(speed) : at > end - 0.3f ? -Math.abs(speed) : speed;
    }

    private float between(float from, float to) {
        return from + random.nextFloat() * (to - from);
    }

    private static float clamp(float value, float from, float to) {
        return Math.max(from, Math.min(to, value));
    }
}
