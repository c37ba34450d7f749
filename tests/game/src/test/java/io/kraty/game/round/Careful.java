package io.kraty.game.round;

/** A player who goes for the nearest spark and steps aside for shards, a few times a second as people do. */
public final class Careful {
    private Careful() {}

    public static Round play(Round round, float frame) {
        while (!round.isOver()) {
            steer(round);
            for (float passed = 0; passed < 0.1f - frame / 2; passed += frame) {
                round.advance(frame);
            }
        }
        return round;
    }

    public static void steer(Round round) {
        Body player = round.player();
        Body goal = null;
        for (Body spark : round.sparksOut()) {
            if (goal == null || worth(spark, player) > worth(goal, player)) {
                goal = spark;
            }
        }
        float x = goal == null ? Round.WIDTH / 2 : goal.x() + goal.vx() * 0.2f;
        float y = goal == null ? Round.HEIGHT / 2 : goal.y() + goal.vy() * 0.2f;
        for (Body shard : round.shards()) {
            float dx = player.x() - shard.x();
            float dy = player.y() - shard.y();
            float speed = (float) Math.hypot(shard.vx(), shard.vy());
            float ahead = (dx * shard.vx() + dy * shard.vy()) / speed;
            float aside = (dy * shard.vx() - dx * shard.vy()) / speed;
            if (shard.age() > -0.2f && ahead > -0.5f && ahead < speed * 0.6f && Math.abs(aside) < 1.2f) {
                float side = aside < 0 ? -2 : 2;
                x = player.x() - shard.vy() / speed * side;
                y = player.y() + shard.vx() / speed * side;
            }
        }
        round.steer(x, y);
    }

    private static double worth(Body spark, Body player) {
        return (spark.kind() == Body.Kind.GOLDEN ? 3 : 1)
                / (0.5f + Math.hypot(spark.x() - player.x(), spark.y() - player.y()));
    }
}
