package io.kraty.sample;

import io.kraty.api.model.KratyErrorCode;
import io.kraty.sdk.error.KratyApiException;

/** What a game does about a refusal. Most codes need no screen of their own. */
enum Advice {
    SHOW_LOBBY("show the lobby and wait"),
    OPEN_SHOP("open the shop"),
    SHOW_LOCK("show the lock and how to open it"),
    COME_BACK("show when it opens again"),
    REFRESH("read again, the screen is out of date"),
    TRY_LATER("try again in a moment"),
    SIGN_IN("ask the player to sign in"),
    EXPLAIN_BAN("show the ban and whom to write to"),
    SAY_NO("tell the player it cannot be done"),
    FIX_THE_GAME("send a report, this is a bug of the game"),
    TELL_THE_STUDIO("send a report, the studio has to repair it");

    private final String text;

    Advice(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** By predicate, as code that cares for one reason reads best. */
    static Advice on(KratyApiException e) {
        if (e.isLobbyForming()) {
            return SHOW_LOBBY;
        }
        if (e.isInsufficientEntryCost()) {
            return OPEN_SHOP;
        }
        if (e.isUnlockConditionFailed() || e.isEntryRequirementFailed()) {
            return SHOW_LOCK;
        }
        if (e.isNoActiveWindow()
                || e.isEventDisabled()
                || e.isMaxAttemptsReached()
                || e.isMaxDailyAttemptsReached()
                || e.isAttemptFinished()) {
            return COME_BACK;
        }
        if (e.isNotFound() || e.isConflict()) {
            return REFRESH;
        }
        if (e.isRateLimited() || e.isInternalError() || e.isNoLeaderboard()) {
            return TRY_LATER;
        }
        if (e.isPlayerSecretInvalid() || e.isPlayerAlreadyRegistered()) {
            return SIGN_IN;
        }
        if (e.isPlayerBanned()) {
            return EXPLAIN_BAN;
        }
        if (e.isPlayerBlocked()
                || e.isAlreadyFriends()
                || e.isCannotFriendSelf()
                || e.isFriendCodeInvalid()
                || e.isGiftingDisabled()
                || e.isAntiCheatRejected()) {
            return SAY_NO;
        }
        if (e.isValidationFailed()
                || e.isInvalidMetric()
                || e.isIdempotencyConflict()
                || e.isClientScoringDisabled()
                || e.isScoreNotSupported()
                || e.isInventoryNotPermissive()) {
            return FIX_THE_GAME;
        }
        if (e.isUnauthenticated()
                || e.isSessionInvalid()
                || e.isForbidden()
                || e.isTenantMismatch()
                || e.isInvalidUnlockCondition()
                || e.isInvalidEntryRequirement()
                || e.isUnknownCurrency()) {
            return TELL_THE_STUDIO;
        }
        return SAY_NO; // a code that came after this version
    }

    /** For a log or a support ticket. */
    static String describe(KratyApiException e) {
        StringBuilder text = new StringBuilder(e.status() + " " + e.rawCode() + ": " + e.message());
        if (e.code() == KratyErrorCode.UNRECOGNIZED) {
            text.append(" (new to this version)");
        }
        if (e.details() != null) {
            text.append(", ").append(e.details());
        }
        if (e.requestId() != null) {
            text.append(", request ").append(e.requestId());
        }
        if (e.retryAfter() != null) {
            text.append(", again in ").append(e.retryAfter().toSeconds()).append(" s");
        }
        return e.attempts() == 1
                ? text.toString()
                : text.append(", ").append(e.attempts()).append(" attempts").toString();
    }
}
