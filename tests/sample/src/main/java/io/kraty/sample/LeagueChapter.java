package io.kraty.sample;

import io.kraty.api.model.BoardStandings;
import io.kraty.api.model.EventLeaderboard;
import io.kraty.api.model.Leaderboard;
import io.kraty.api.model.LeaderboardPeriods;
import io.kraty.api.model.LeaderboardScoreResult;
import io.kraty.api.model.ProgressionBand;
import io.kraty.api.model.StandingsOptions;
import io.kraty.api.model.StandingsScope;
import io.kraty.api.model.StandingsSegment;
import io.kraty.api.model.SubmitScoreRequest;
import io.kraty.sdk.LeaderboardJoinOptions;
import io.kraty.sdk.LeaderboardsClient;
import io.kraty.sdk.error.KratyApiException;
import org.jspecify.annotations.Nullable;

/** Boards that the studio configured: scores of the game's own, segments, divisions, weeks gone by. */
final class LeagueChapter implements Chapter {
    private static final String OPEN = "weekly_score";
    private static final String SPLIT = "daily_lap";
    private static final String LEAGUE = "xp_league";
    private static final String OFFICIAL = "weekly_gold";

    @Override
    public String title() {
        return "Leagues";
    }

    @Override
    public void play(Session session) {
        session.step("Join a board before the first score", () -> join(session));
        session.step("Submit scores", () -> submit(session));
        session.step("Read the league, division by division", () -> standings(session));
        session.step("Look back at the weeks gone by", () -> periods(session));
        session.step("Submit where only the studio may", () -> submitOfficial(session));
        session.step("Join the board of an event, to look around", () -> joinEvent(session));
    }

    private static void join(Session session) {
        LeaderboardsClient boards = boards(session);
        Leaderboard joined = boards.join(OPEN);
        Leaderboard again = boards.join(OPEN, LeaderboardJoinOptions.defaults());
        Steps.check(joined.joined() && again.joined(), "not on the board");
        LeaderboardJoinOptions lap =
                LeaderboardJoinOptions.builder().segment("harbour").limit(5).build();
        Leaderboard segment = boards.join(SPLIT, lap);
        session.screen()
                .line("on " + joined.key() + " and on " + segment.key() + ", " + segment.segment() + ", with "
                        + segment.entries().size() + " in all");
    }

    private static void submit(Session session) {
        LeaderboardsClient boards = boards(session);
        LeaderboardScoreResult best = boards.submitScore(OPEN, 420);
        LeaderboardScoreResult worse = boards.submitScore(OPEN, 100);
        Steps.check(best.score() == worse.score(), "a worse score replaced the best one");
        SubmitScoreRequest lap =
                SubmitScoreRequest.builder().value(61.25).segment("harbour").build();
        LeaderboardScoreResult time = boards.submitScore(SPLIT, lap);
        session.screen()
                .line("best " + Names.number(best.score()) + ", place " + worse.rank() + "; lap "
                        + Names.number(time.score()) + ", place " + time.rank());
    }

    private static void standings(Session session) {
        LeaderboardsClient boards = boards(session);
        BoardStandings all = boards.standings(LEAGUE);
        int segments =
                boards.standings(LEAGUE, StandingsOptions.defaults()).segments().size();
        Steps.check(segments == all.segments().size(), "other segments");
        all.segments().forEach(division -> tell(session, division));
        StandingsOptions mine = StandingsOptions.builder()
                .scope(StandingsScope.SELF_SEGMENT)
                .period("current")
                .limit(5)
                .progression(session.names().progressions())
                .build();
        boards.standings(LEAGUE, mine).segments().forEach(division -> tell(session, division));
        StandingsOptions harbour = StandingsOptions.builder()
                .scope(StandingsScope.SEGMENT)
                .segment("harbour")
                .maxSegments(1)
                .build();
        int laps = boards.standings(SPLIT, harbour).segments().size();
        Leaderboard league = (Leaderboard) boards.read(LEAGUE);
        String moving = league.progression() == null
                ? "nobody"
                : places(league.progression().promotion());
        session.screen().line(laps + " harbour board; at the end of the week " + moving + " move up");
    }

    private static String places(@Nullable ProgressionBand band) {
        return band == null ? "none" : "the first " + band.places();
    }

    private static void tell(Session session, StandingsSegment division) {
        String own = division.participated() ? ", you are #" + division.selfRank() : "";
        session.screen().line(division.segment() + ": " + division.entries().size() + " players" + own);
    }

    private static void periods(Session session) {
        LeaderboardsClient boards = boards(session);
        LeaderboardPeriods known = boards.listPeriods(OPEN);
        int two = boards.listPeriods(OPEN, 2).periods().size();
        int one = boards.listPeriods(OPEN, 1).periods().size();
        Steps.check(one <= two && two <= known.periods().size(), "a limit gave more");
        session.screen()
                .line("since " + known.currentPeriodStartedAt() + "; "
                        + known.periods().size() + " before");
    }

    private static void submitOfficial(Session session) {
        try {
            boards(session).submitScore(OFFICIAL, 1_000_000);
            throw new Steps.Failed("it counted");
        } catch (KratyApiException e) {
            Steps.check(e.isClientScoringDisabled(), Advice.describe(e));
            session.screen().line(Advice.describe(e));
        }
    }

    private static void joinEvent(Session session) {
        String board = session.huntRun.get().leaderboardId();
        EventLeaderboard joined = session.kraty().eventLeaderboards().join(board);
        LeaderboardJoinOptions few = LeaderboardJoinOptions.builder().limit(3).build();
        int rows =
                session.kraty().eventLeaderboards().join(board, few).entries().size();
        session.screen().line(joined.entries().size() + " on it, the first " + rows + " read again");
    }

    /** A game knows the keys of its own boards; those of a real backend are not known here. */
    private static LeaderboardsClient boards(Session session) {
        session.sandbox();
        return session.kraty().leaderboards();
    }
}
