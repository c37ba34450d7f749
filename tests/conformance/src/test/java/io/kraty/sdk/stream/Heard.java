package io.kraty.sdk.stream;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.sdk.live.LeaderboardListener;

/** What a listener of a board is told. */
class Heard extends HeardEvents<LeaderboardEvent> implements LeaderboardListener {}
