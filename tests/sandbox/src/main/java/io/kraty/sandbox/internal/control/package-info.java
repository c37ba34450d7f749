/**
 * The control API: steers a sandbox, and looks into it, from any language. Everything is under {@code /sandbox}, needs no
 * key, has no trouble, and is not in the log of requests. Not part of the Kraty API; the package is not API either.
 *
 * <table>
 * <caption>Looking</caption>
 * <tr><th>Call</th><th>Answer</th></tr>
 * <tr><td>{@code GET /sandbox}</td><td>{@code calls}: this table</td></tr>
 * <tr><td>{@code GET /sandbox/state?players=}</td><td>{@code game} (name, inventoryManagement), {@code baseUrl},
 *     {@code apiKey}, {@code seed}, {@code clock}, {@code openStreams}, {@code counts} (players, requests, ledger),
 *     {@code players} (the latest 100, or as many as asked for up to 10,000, each with wallet, items, pendingGrants and
 *     presence), {@code events} (each with its open window and the boards in it), {@code eventBoards} (the latest 24,
 *     newest first, with their best ten), {@code boards} (the configured ones, by segment, with their best ten),
 *     {@code lobbies} (the latest 50, newest first), {@code leaveOutNulls}, {@code trouble}</td></tr>
 * <tr><td>{@code GET /sandbox/players/{id}}</td><td>the {@code player} as in the state, {@code metadata},
 *     {@code friends}, {@code attempts}, and {@code grants}, whatever became of them</td></tr>
 * <tr><td>{@code GET /sandbox/requests?after=&limit=}</td><td>{@code requests}: those logged after the one with that id,
 *     or all that are known if it is not; newest last; the last 100 of them, or as many as {@code limit} says, up to
 *     10,000. Each with its {@code effects}, the ledger entries that it caused</td></tr>
 * <tr><td>{@code GET /sandbox/ledger?player=}</td><td>{@code ledger}: all changes of holdings, oldest first; of one player
 *     if one is named</td></tr>
 * </table>
 *
 * <table>
 * <caption>Time</caption>
 * <tr><th>Call</th><th>Body</th><th>Answer</th></tr>
 * <tr><td>{@code GET /sandbox/clock}</td><td></td><td>{@code now}, {@code frozen}, {@code speed}</td></tr>
 * <tr><td>{@code PUT /sandbox/clock}</td><td>any of {@code now} (a moment that is not past), {@code frozen}, {@code speed}
 *     (above 0, at most 1,000,000)</td><td>the same</td></tr>
 * <tr><td>{@code POST /sandbox/clock/advance}</td><td>{@code by}: a duration</td><td>the same</td></tr>
 * </table>
 *
 * <table>
 * <caption>Trouble</caption>
 * <tr><th>Call</th><th>Body</th><th>Answer</th></tr>
 * <tr><td>{@code GET /sandbox/trouble}</td><td></td><td>{@code trouble}: what was added</td></tr>
 * <tr><td>{@code POST /sandbox/trouble}</td><td>one trouble, or a list, as in a trouble file</td><td>the same</td></tr>
 * <tr><td>{@code DELETE /sandbox/trouble}</td><td></td><td>the same, empty</td></tr>
 * <tr><td>{@code POST /sandbox/streams/drop}</td><td></td><td>{@code dropped}: how many streams were broken</td></tr>
 * <tr><td>{@code POST /sandbox/offline}</td><td>{@code for}: a duration, in real time</td><td>{@code {}}; these calls are
 *     refused as well until it is over</td></tr>
 * </table>
 *
 * <table>
 * <caption>Players</caption>
 * <tr><th>Call</th><th>Body</th><th>Answer</th></tr>
 * <tr><td>{@code POST /sandbox/players/{id}/register}</td><td></td><td>{@code secret}</td></tr>
 * <tr><td>{@code POST /sandbox/players/{id}/grants}</td><td>{@code entries}: rewards as in the Kraty API, with fixed
 *     amounts</td><td>{@code grants}: what the player can collect now</td></tr>
 * <tr><td>{@code POST /sandbox/players/{id}/credit}</td><td>{@code economyKey}, {@code amount}</td><td>as {@code GET
 *     /sandbox/players/{id}}</td></tr>
 * <tr><td>{@code POST /sandbox/players/{id}/ban}</td><td></td><td>{@code banned}; also of somebody who has yet to
 *     register</td></tr>
 * <tr><td>{@code POST /sandbox/players/{id}/rotate-secret}</td><td></td><td>{@code secret}, the new one</td></tr>
 * <tr><td>{@code POST /sandbox/players/{id}/friends}</td><td>{@code with}: the other one's id</td><td>as {@code GET
 *     /sandbox/players/{id}}</td></tr>
 * </table>
 *
 * <table>
 * <caption>The game</caption>
 * <tr><th>Call</th><th>Body</th><th>Answer</th></tr>
 * <tr><td>{@code POST /sandbox/events/{key}/window/open}</td><td>{@code for}: a duration</td><td>the event as in the
 *     state; a window that was open is closed first</td></tr>
 * <tr><td>{@code POST /sandbox/events/{key}/window/close}</td><td></td><td>the event as in the state</td></tr>
 * <tr><td>{@code POST /sandbox/boards/{idOrKey}/close}</td><td></td><td>{@code closed}: the board of an event is final,
 *     the running period of a configured board is over</td></tr>
 * <tr><td>{@code POST /sandbox/lobbies/{id}/fill}</td><td></td><td>the lobby as in the state</td></tr>
 * <tr><td>{@code POST /sandbox/lobbies/{id}/close}</td><td></td><td>the lobby as in the state</td></tr>
 * <tr><td>{@code POST /sandbox/bots/tick}</td><td></td><td>{@code {}}</td></tr>
 * <tr><td>{@code GET /sandbox/answers}</td><td></td><td>{@code leaveOutNulls}: whether fields that are null are left out of
 *     answers</td></tr>
 * <tr><td>{@code PUT /sandbox/answers}</td><td>{@code leaveOutNulls}</td><td>the same</td></tr>
 * <tr><td>{@code POST /sandbox/reset}</td><td></td><td>{@code {}}; everything is as it was at the start, with the same
 *     port and keys</td></tr>
 * </table>
 *
 * <p>Durations are texts such as {@code 500ms}, {@code 90s}, {@code 1h30m} or {@code 7d}; moments are texts such as
 * {@code 2026-03-01T12:00:00Z}. All fields of an answer are always there, null for nothing. A body without a field may be
 * left out.
 *
 * <p>Errors have the shape of the Kraty API's: {@code 400 validation_failed} says which field, what it was and what it may
 * be; {@code 404 not_found}; {@code 405 method_not_allowed}; {@code 409 conflict} where a rule of the game says no; {@code
 * 403 forbidden} for a page from elsewhere in somebody's browser, see {@link
 * io.kraty.sandbox.internal.control.Caller}.
 *
 * <p>No secret is shown but where one is made.
 */
@NullMarked
package io.kraty.sandbox.internal.control;

import org.jspecify.annotations.NullMarked;
